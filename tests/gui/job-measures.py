#!/usr/bin/python3
# SPDX-FileCopyrightText: The Feldbuch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A measure and its steps are changed, one is added, a field is moved; all of it is found in the file and the export."""

import os
import pathlib
import re
import shutil
import tempfile
import zipfile

import harness

folder = pathlib.Path(tempfile.mkdtemp())
examples = pathlib.Path(os.environ['FB_SOURCE']) / 'data/examples'


def open_table(app):
    """The table of measures of field 4.2."""
    app.select(app.find('row', re.compile('^4.2 ')))
    app.press('Right')
    app.select(app.find('row', re.compile('^c. Ideen')))
    app.find('list', 'Ideen und Maßnahmen')


def set_entry(app, form, label, text):
    """Types into a row of the form of a kind; forms of other kinds wait unseen behind it."""
    def find():
        return [entry for part in app.find_all('list', form) for entry in app.find_all('entry', label, part)]
    entry = harness.wait(find, f'{label} in {form}')[0]
    app.replace_text(entry, text)
    app.press('Tab')


def change(job):
    """a measure, its step and the order of the fields are changed, saved and exported"""
    target = folder / 'monheim.konzept'
    exported = folder / 'monheim.odt'
    shutil.copyfile(examples / 'monheim-2016.konzept', target)
    with harness.App(job, target) as app:
        open_table(app)
        app.picture('table')

        # The cells of a row are read one by one.
        row = app.find('row', re.compile('^1 Austauschplattformen'))
        app.find('label', '1', row)
        app.find('label', re.compile('^Austauschplattformen zwischen Ehren- und Haupt'), row)
        app.find('label', 'beratungsCentrum, SKFM, 51, 32', row)

        # The title of a measure.
        app.select(row)
        set_entry(app, 'Measure', 'Title', 'Plattformen zum Austausch')
        row = app.find('row', re.compile('^1 Plattformen zum Austausch'))
        app.find('label', 'Plattformen zum Austausch', row)

        # Who does a step of another.
        app.select(app.find('row', re.compile('^2 Handlungskonzept')))
        app.select(app.find('row', re.compile(r'^\(1\) ')))
        app.settle(0.6)
        app.tab_to('Responsible')
        app.press('ctrl+a')
        app.type('Freiwilligenzentrale, 41')
        app.press('Escape')
        app.picture('step')

        # One more measure.
        app.activate(app.find('button', 'Add Measure'))
        app.settle(0.5)
        set_entry(app, 'Measure', 'Title', 'Sprachpaten gewinnen')
        app.find('row', re.compile('Sprachpaten gewinnen'))
        app.picture('added')

        # A field moves down, and the numbers follow.
        app.press('alt+1', 'End')
        app.select(app.find('row', re.compile('^4.4 Bildung')))
        app.press('alt+Down')
        app.find('row', re.compile('^4.5 Bildung'))
        app.find('row', re.compile('^4.4 Arbeitsmarkt'))
        app.picture('moved')

        # The keyboard has gone along, and is where the field is now.
        app.press('Up')
        harness.wait(lambda: harness.name(app.focused()).startswith('4.4 Arbeitsmarkt'), 'the keyboard in 4.4')

        # Back: the move, then the title of the new measure.
        app.press('ctrl+z')
        app.find('row', re.compile('^4.4 Bildung'))
        app.press('ctrl+shift+z')
        app.find('row', re.compile('^4.5 Bildung'))
        app.press('ctrl+z', 'ctrl+z')
        app.gone('row', re.compile('Sprachpaten gewinnen'))
        app.press('ctrl+shift+z', 'ctrl+shift+z')
        app.find('row', re.compile('^4.5 Bildung'))

        app.press('ctrl+s')
        app.shows('Saved')
        app.press('ctrl+e')
        app.focus_newest()
        app.activate(app.find('button', 'Export…'))
        app.choose_file(exported)
        app.shows('Exported')

    text = target.read_text(encoding='utf-8')
    for words in ('<title>Plattformen zum Austausch</title>', '<responsible>Freiwilligenzentrale, 41</responsible>',
                  '<title>Sprachpaten gewinnen</title>'):
        assert words in text, f'{words} is not in the file'
    assert text.index('<title>Bildung und Prävention<') > text.index('<title>Arbeitsmarktintegration'), 'the field did not move'
    with zipfile.ZipFile(exported) as package:
        content = package.read('content.xml').decode('utf-8')
    for words in ('Plattformen zum Austausch', 'Freiwilligenzentrale, 41', 'Sprachpaten gewinnen'):
        assert words in content, f'{words} is not in the export'


def keyboard(job):
    """a title is changed, undone and saved with the keyboard alone"""
    target = folder / 'keyboard.konzept'
    shutil.copyfile(examples / 'monheim-2016.konzept', target)
    with harness.App(job, target) as app:
        app.press('alt+1', 'Home', 'Down', 'F2')
        app.press('ctrl+a')
        app.type('Grusswort')
        app.press('Return')
        app.find('row', '1 Grusswort')
        app.press('ctrl+s')
        app.shows('Saved')
        assert '<title>Grusswort</title>' in target.read_text(encoding='utf-8')
        app.press('ctrl+z', 'ctrl+s')
        app.settle(0.8)
    assert target.read_bytes() == (examples / 'monheim-2016.konzept').read_bytes(), 'undo left something behind'


harness.run('measures', change, keyboard)
