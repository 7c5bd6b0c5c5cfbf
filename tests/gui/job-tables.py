#!/usr/bin/python3
# SPDX-FileCopyrightText: The Feldbuch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The measures of all tables on one page: filtered by field and body, and one is moved to another table and back."""

import os
import pathlib
import re
import shutil
import tempfile

import harness
import tap

folder = pathlib.Path(tempfile.mkdtemp())
examples = pathlib.Path(os.environ['FB_SOURCE']) / 'data/examples'

EDUCATION = 'Bildung und Prävention'


def copy_example(name):
    target = folder / name
    shutil.copyfile(examples / 'monheim-2016.konzept', target)
    return target


def choose(app, chooser, steps):
    """Goes so many choices down in a drop-down, or up."""
    app.select(app.find('combo box', chooser))
    app.settle(0.4)
    app.press(*['Down' if steps > 0 else 'Up'] * abs(steps), 'Return')
    app.settle(0.4)


def overview(job):
    """measures of all tables are filtered by field and body; one is moved to another table, and back"""
    target = copy_example('overview.konzept')
    before = target.read_bytes()
    with harness.App(job, target) as app:
        app.press('ctrl+1')
        table = app.find('list', 'All Measures')
        bands = app.find_all('row', re.compile('^Band “4'), table)
        assert len(bands) == 5, [harness.name(band) for band in bands]
        app.find('row', re.compile('^1 Austauschplattformen'), table)
        app.picture('all')
        tap.check(f'{job}: everything that takes the focus has a name', app.nameless())

        # Only field 4.4, which has none; only field 4.2; and of its two measures those of the fifth body.
        app.press('ctrl+shift+f')
        choose(app, 'Field', 4)
        app.gone('row', re.compile('^1 Austauschplattformen'))
        choose(app, 'Field', -2)
        app.find('row', re.compile('^1 Austauschplattformen'), table)
        app.find('row', re.compile('^2 Handlungskonzept'), table)
        app.gone('row', re.compile('^Band “4.4'))
        choose(app, 'Body', 5)
        app.gone('row', re.compile('^1 Austauschplattformen'))
        app.find('row', re.compile('^2 Handlungskonzept'), table)
        app.picture('filtered')
        app.press('ctrl+shift+f')
        app.find('row', re.compile('^Band “4.4'), table)

        # Another table, found by its path.
        app.select(app.find('row', re.compile('^1 Austauschplattformen'), table))
        app.press('ctrl+shift+m')
        app.settle(0.5)
        app.type('bildung')
        app.find('row', re.compile(f'^4.4 {EDUCATION} › '))
        app.picture('picker')
        app.press('Return')
        app.shows(f'1 row moved to “4.4 {EDUCATION} › ')
        app.find('row', re.compile(f'^Band “4.4 {EDUCATION}”, 1 measure$'), table)
        app.picture('moved')
        app.press('ctrl+s')
        app.shows('Saved')
        text = target.read_text(encoding='utf-8')
        assert text.index(f'<title>{EDUCATION}<') < text.index('<title>Austauschplattformen'), 'it did not move'

        app.press('ctrl+z')
        app.find('row', re.compile(f'^Band “4.4 {EDUCATION}”, 0 measures$'), table)
        app.press('ctrl+s')
        app.settle(0.8)
        assert target.read_bytes() == before, 'undo left something behind'

        # To its own table, where the same measure is selected.
        app.select(app.find('row', re.compile('^2 Handlungskonzept'), table))
        app.press('ctrl+j')
        app.find('list', 'Ideen und Maßnahmen')
        row = app.find('row', re.compile('^2 Handlungskonzept'))
        assert harness.has(row, harness.Atspi.StateType.SELECTED), 'the measure is not selected'


def narrow(job):
    """the page of all measures fits on 800 by 600"""
    with harness.App(job, copy_example('narrow.konzept'), size=(800, 600)) as app:
        app.press('ctrl+1')
        app.find('list', 'All Measures')
        app.press('ctrl+shift+f')
        app.picture('filter')


harness.run('tables', overview, narrow)
