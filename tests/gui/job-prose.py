#!/usr/bin/python3
# SPDX-FileCopyrightText: The Feldbuch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A chapter is written: with a list in a list, emphasis and a footnote."""

import os
import pathlib
import re
import shutil
import tempfile

import harness

folder = pathlib.Path(tempfile.mkdtemp())
examples = pathlib.Path(os.environ['FB_SOURCE']) / 'data/examples'


def write(job):
    """a chapter with a nested list and a footnote is written, saved and opened again"""
    target = folder / 'neu.konzept'
    shutil.copyfile(pathlib.Path(os.environ['FB_SOURCE']) / 'data/templates/monheim-2016.konzept', target)
    with harness.App(job, target) as app:
        app.select(app.find('row', re.compile('^1 Vorwort')))
        app.press('alt+2')
        app.tab_to('Text')
        app.type('Worum es geht: ')
        app.press('ctrl+b')
        app.type('gemeinsam')
        app.press('ctrl+b')
        app.press('ctrl+alt+f')
        app.settle(0.6)
        app.picture('note')
        app.type('Nach dem Leitbild von 2012.')
        app.press('ctrl+Return')
        app.settle(0.6)
        app.press('End', 'Return')
        app.press('shift+F12')
        app.type('Erstens')
        app.press('Return')
        app.press('Tab')
        app.type('darunter')
        app.press('Return')
        app.press('shift+Tab')
        app.type('Zweitens')
        app.settle(0.4)
        app.picture('written')
        app.press('ctrl+s')
        app.shows('Saved')

    text = re.sub(r'>\s+<', '><', target.read_text(encoding='utf-8'))
    assert '<p>Worum es geht: <strong>gemeinsam</strong><note>' in text, text[:3000]
    assert 'Nach dem Leitbild von 2012.' in text
    assert '<ul><li><p>Erstens</p><ul><li>darunter</li></ul></li><li>Zweitens</li></ul>' in text, text[:3000]

    with harness.App(job, target) as app:
        app.select(app.find('row', re.compile('^1 Vorwort')))
        app.settle(0.4)
        assert 'Erstens' in harness.words(app.find('entry', 'Text'))
        app.picture('again')


harness.run('prose', write)
