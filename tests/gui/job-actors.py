#!/usr/bin/python3
# SPDX-FileCopyrightText: The Feldbuch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who does what: from a measure to its actors and back, unknown words, renaming everywhere, merging."""

import os
import pathlib
import re
import shutil
import tempfile

import harness

folder = pathlib.Path(tempfile.mkdtemp())
examples = pathlib.Path(os.environ['FB_SOURCE']) / 'data/examples'


def copy_example():
    target = folder / 'monheim.konzept'
    shutil.copyfile(examples / 'monheim-2016.konzept', target)
    return target


def find_actor(app, name):
    """The row of an actor; the form beside the register is a list of the same name, and may be there before it."""
    def find():
        return [row for part in app.find_all('list', 'Actors') for row in app.find_all('row', name, part)]
    return harness.wait(find, f'actor {name}')[0]


def open_measure(app):
    """The first measure of field 4.2, with its form."""
    app.select(app.find('row', re.compile('^4.2 ')))
    app.press('shift+Right')
    app.select(app.find('row', re.compile('^c. Ideen')))
    app.find('list', 'Ideen und Maßnahmen')
    app.select(app.find('row', re.compile('^1 Austauschplattformen')))
    return app.find('list', 'Measure')


def open_actor(app, name):
    """The row of an actor in the register, with its tasks."""
    app.select(app.find('row', re.compile('^Actors')))
    app.select(find_actor(app, name))
    app.shows(f'Everything {name} Has to Do')


def jump(job):
    """from “51” in a measure to the actor, and from its tasks back to a measure"""
    with harness.App(job, copy_example()) as app:
        form = open_measure(app)
        app.find(None, re.compile('^In the register: beratungsCentrum, SKFM, 51, 32'), form)
        app.press('alt+3')
        app.tab_to('Responsible')
        # What can be clicked below the entry is in its menu, too.
        app.press('shift+F10')
        app.activate(app.find('menu item', 'Go to “51”'))
        app.shows('Everything 51 Has to Do (2)')
        app.picture('actor')
        tasks = app.find('list', 'Tasks')
        rows = app.find_all('row', None, tasks)
        assert len(rows) == 2, [harness.name(row) for row in rows]
        app.select(rows[0])
        app.find('list', 'Ideen und Maßnahmen')
        harness.wait(lambda: re.match('1 Austauschplattformen',
                                      (app.selected(app.find('list', 'Ideen und Maßnahmen')) or [''])[0]),
                     'the measure to be selected')


def unknown(job):
    """words that the register does not know are offered as new actors"""
    target = copy_example()
    with harness.App(job, target) as app:
        form = open_measure(app)
        app.press('alt+3')
        app.tab_to('Responsible')
        app.press('ctrl+a')
        app.type('SKFM, Lesepaten, Radhaus')
        app.find(None, re.compile('^In the register: SKFM\nAdd to the register: Lesepaten, Radhaus'))
        app.picture('unknown')
        # One from the form.
        app.press('shift+F10')
        app.activate(app.find('menu item', 'Add “Lesepaten” to the register'))
        app.find(None, re.compile('^In the register: SKFM, Lesepaten\nAdd to the register: Radhaus'))
        # The other from the register.
        app.select(app.find('row', re.compile('^Actors')))
        find_actor(app, 'Lesepaten')
        app.activate(app.find('button', 'Unknown Bodies'))
        app.gone('button', 'Add “Lesepaten” to the register')
        app.activate(app.find('button', 'Add “Radhaus” to the register'))
        find_actor(app, 'Radhaus')
        app.picture('added')
        text = app.save(target)
        for words in ('<name>Lesepaten</name>', '<name>Radhaus</name>', '<responsible>SKFM, Lesepaten, Radhaus</responsible>'):
            assert words in text, f'{words} is not in the file'


def rename(job):
    """an actor is renamed everywhere, and one undo takes it back"""
    target = copy_example()
    before = target.read_text(encoding='utf-8')
    with harness.App(job, target) as app:
        open_actor(app, 'SKFM')
        windows = len(app.windows())
        app.activate(app.find('button', 'Rename Everywhere…'))
        app.expect_windows(windows + 1)
        app.replace_text(app.find('entry', 'New word'), 'Caritas')
        app.shows('Besides the register, 3 fields will change.')
        app.picture('dialog')
        app.activate(app.find('button', 'Rename'))
        app.expect_windows(windows)
        find_actor(app, 'Caritas')
        text = app.save(target)
        assert '<name>Caritas</name>' in text
        assert text.count('Caritas, ') == 3 and not re.search('<responsible>[^<]*SKFM', text), 'not everywhere'
        # What is prose is not touched.
        assert 'Das SKFM und das beratungsCentrum' in text
        app.press('ctrl+z')
        find_actor(app, 'SKFM')
        assert app.save(target) == before, 'undo left something behind'


def merge(job):
    """two actors become one, which then has the tasks of both"""
    target = copy_example()
    before = target.read_text(encoding='utf-8')
    with harness.App(job, target) as app:
        open_actor(app, '51')
        app.activate(app.find('button', 'Merge With…'))
        harness.wait(lambda: app.focused() is not None and harness.role(app.focused()) in harness.ROLES['entry'],
                     'the search for an actor')
        app.type('Integrationsrat')
        app.picture('picker')
        app.press('Return')
        app.shows('Everything Integrationsrat Has to Do (2)')
        app.gone('row', '51')
        app.picture('merged')
        text = app.save(target)
        assert '<number>51</number>' not in text, 'the actor is still there'
        assert re.search('<name>Integrationsrat</name>\\s*<spellings>51</spellings>', text), 'nobody knows 51 any more'
        app.press('ctrl+z')
        find_actor(app, '51')
        assert app.save(target) == before, 'undo left something behind'


harness.run('actors', jump, unknown, rename, merge)
