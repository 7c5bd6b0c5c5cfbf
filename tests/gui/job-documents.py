#!/usr/bin/python3
# SPDX-FileCopyrightText: The Feldbuch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents come and go: from a template to a file and back, a broken file, a second start, unsaved changes."""

import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import zipfile

import harness

folder = pathlib.Path(tempfile.mkdtemp())
examples = pathlib.Path(os.environ['FB_SOURCE']) / 'data/examples'


def copy_example():
    target = folder / 'monheim.konzept'
    shutil.copyfile(examples / 'monheim-2016.konzept', target)
    return target


def template(job):
    """a concept is made from a template, saved and opened again"""
    target = folder / 'neu.konzept'
    with harness.App(job) as app:
        app.picture('start')
        app.activate(app.find('button', re.compile('^Monheim 2016: five fields')))
        app.find('row', re.compile('Handlungsfelder'))
        app.press('ctrl+shift+s')
        app.choose_file(target)
        app.shows('Saved “neu.konzept”')
        app.picture('saved')
    text = target.read_text(encoding='utf-8')
    assert text.count('<field ') == 5, text
    with harness.App(job, target) as app:
        app.find('row', re.compile('Handlungsfelder'))


def broken(job):
    """a broken file is told with its name and line, and the window stays as it was"""
    target = folder / 'kaputt.konzept'
    target.write_text('<?xml version="1.0" encoding="UTF-8"?>\n<concept xmlns="urn:feldbuch:konzept:1" id="k-aaaaaa">\n<oops/>\n',
                      encoding='utf-8')
    with harness.App(job, copy_example()) as app:
        environment = {**os.environ, 'LANGUAGE': 'C'}
        subprocess.run([os.environ['FB_PROGRAM'], str(target)], env=environment, check=True, timeout=20)
        app.shows('“kaputt.konzept” Could Not Be Opened')
        app.shows('kaputt.konzept:3')
        app.picture('told')
        app.focus_newest()
        app.press('Escape')
        app.gone(None, re.compile('Could Not Be Opened'))
        app.find('row', re.compile('Vorwort'))


def second_start(job):
    """a second start with the same file makes no second window"""
    target = copy_example()
    with harness.App(job, target) as app:
        subprocess.run([os.environ['FB_PROGRAM'], str(target)], check=True, timeout=20)
        app.settle(0.5)
        assert len(app.windows()) == 1, 'there are two windows'


def replace(job):
    """a word is replaced everywhere, and one undo brings it back"""
    target = copy_example()
    before = target.read_text(encoding='utf-8')
    assert before.count('Ehrenamt') > 5
    with harness.App(job, target) as app:
        app.press('ctrl+h')
        app.type('Ehrenamt')
        app.find(None, re.compile(r'^\d+ of \d+$'))
        app.grab_focus(app.find('entry', 'Replace by'))
        app.type('Engagement')
        app.activate(app.find('button', 'Replace All'))
        app.shows('Replaced in')
        app.picture('replaced')
        app.press('ctrl+s')
        app.shows('Saved')
        text = target.read_text(encoding='utf-8')
        assert 'ehrenamt' not in text.lower()
        assert text.count('Engagement') > before.count('Engagement')
        app.press('Escape', 'ctrl+z', 'ctrl+s')
        app.settle(1)
    assert target.read_text(encoding='utf-8') == before, 'undo did not bring back what was there'


def changed(job):
    """what another program has written to the file is not overwritten unasked, and can be read again"""
    target = copy_example()
    with harness.App(job, target) as app:
        app.press('alt+1', 'Home', 'Down', 'F2')
        app.press('ctrl+a')
        app.type('Hier')
        app.press('Return')
        app.find('row', '1 Hier')
        text = target.read_text(encoding='utf-8').replace('<title>Vorwort</title>', '<title>Anderswo</title>')
        target.write_text(text, encoding='utf-8')
        windows = len(app.windows())
        app.press('ctrl+s')
        app.expect_windows(windows + 1)
        app.shows('“monheim.konzept” was changed by another program since you opened it.')
        app.picture('asked')
        app.activate(app.find('button', 'Cancel'))
        # The window says so, too, as soon as one is back in it.
        app.expect_windows(windows)
        app.shows('“monheim.konzept” was changed by another program.')
        app.picture('banner')
        assert target.read_text(encoding='utf-8') == text, 'the file was overwritten'
        app.press('F5')
        app.expect_windows(windows + 1)
        app.activate(app.find('button', 'Discard and Reload'))
        app.expect_windows(windows)
        app.find('row', '1 Anderswo')
        app.gone(None, re.compile('was changed by another program'))
    assert target.read_text(encoding='utf-8') == text


def export(job):
    """the document is exported, and the file holds what the window shows"""
    target = folder / 'monheim.odt'
    with harness.App(job, copy_example()) as app:
        app.press('ctrl+e')
        app.focus_newest()
        app.picture('dialog')
        app.activate(app.find('button', re.compile('^Export…$')))
        app.choose_file(target)
        app.shows('Exported “monheim.odt”')
        app.find('button', 'Open')
    with zipfile.ZipFile(target) as package:
        content = package.read('content.xml').decode('utf-8')
    assert 'Interkulturelle' in content


def unsaved(job):
    """closing asks about unsaved changes, and names the file"""
    with harness.App(job, copy_example()) as app:
        app.press('ctrl+h')
        app.type('Ehrenamt')
        app.find(None, re.compile(r'^\d+ of \d+$'))
        app.activate(app.find('button', 'Replace'))
        app.find(None, re.compile(' – edited$'))
        app.press('ctrl+w')
        app.shows('“monheim.konzept” has changes')
        app.picture('asked')
        app.activate(app.find('button', 'Cancel'))
        app.gone(None, 'Save Changes?')
        app.focus_newest()
        app.press('ctrl+w')
        app.activate(app.find('button', 'Discard'))
        harness.wait(lambda: app.process.poll() is not None, 'the end of the program')


harness.run('documents', template, broken, second_start, replace, changed, export, unsaved)
