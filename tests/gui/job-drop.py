#!/usr/bin/python3
# SPDX-FileCopyrightText: The Feldbuch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files are dragged from another program and dropped on the window."""

import base64
import os
import pathlib
import re
import shutil
import tempfile

import harness

folder = pathlib.Path(tempfile.mkdtemp())
examples = pathlib.Path(os.environ['FB_SOURCE']) / 'data/examples'

FIGURE = '''<?xml version="1.0" encoding="UTF-8"?>
<concept xmlns="urn:feldbuch:konzept:1" id="k-000001" xml:lang="de">
  <title>Konzept</title>
  <chapter id="c-000001">
    <title>Lage</title>
    <figure id="g-000001">
      <caption>Rathaus</caption>
    </figure>
  </chapter>
</concept>
'''
PIXEL = ('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==')

# Beside the window there is room for the other program.
SIZE = (1200, 860)
PLACE = (1230, 300)


def copy_example(name):
    target = folder / f'{name}.konzept'
    shutil.copyfile(examples / 'monheim-2016.konzept', target)
    return target


def start(job):
    """a file that is dropped on the start page opens there"""
    target = copy_example('gezogen')
    with harness.App(job, size=SIZE) as app:
        with harness.Neighbour('files', target) as neighbour:
            app.drop(neighbour.place(*PLACE), app.windows()[0], lambda: app.find_all('row', re.compile('Vorwort')),
                     'the document')
        app.picture('dropped')
        assert len(app.windows()) == 1, 'there are two windows'


def prose(job):
    """a file that is dropped on prose opens in a window of its own, and is no word of the text"""
    first, second = copy_example('erste'), copy_example('zweite')
    before = first.read_bytes()
    with harness.App(job, first, size=SIZE) as app:
        app.select(app.find('row', re.compile('^3.3 ')))
        page = harness.wait(lambda: [node for node in app.find_all('entry') if 'Willkommenskultur' in harness.words(node)],
                            'the prose of the chapter')[0]
        with harness.Neighbour('files', second) as neighbour:
            app.drop(neighbour.place(*PLACE), page, lambda: len(app.windows()) == 2, 'a second window')
        app.picture('dropped')
        assert not app.find_all(None, re.compile('(– edited|^Edited)$')), 'the document was edited'
        assert 'zweite' not in harness.words(page), 'the path is in the text'
    assert first.read_bytes() == before


def picture(job):
    """a picture that is dropped on the row for it becomes the picture of the figure"""
    target, image = folder / 'bild.konzept', folder / 'bild.png'
    target.write_text(FIGURE, encoding='utf-8')
    image.write_bytes(base64.b64decode(PIXEL))
    with harness.App(job, target, size=SIZE) as app:
        app.select(app.find('row', re.compile('Rathaus')))
        button = app.find('button', 'Choose a Picture…')
        with harness.Neighbour('files', image) as neighbour:
            app.drop(neighbour.place(*PLACE), button, lambda: app.find_all('button', 'Choose Another…'), 'the picture')
        app.press('ctrl+s')
        harness.wait(lambda: PIXEL[:40] in target.read_text(encoding='utf-8'), 'the picture in the file')


def broken(job):
    """a broken file that is dropped is told of, and the window stays as it was"""
    target = folder / 'kaputt.konzept'
    target.write_text('<?xml version="1.0" encoding="UTF-8"?>\n<concept xmlns="urn:feldbuch:konzept:1" id="k-aaaaaa">\n<oops/>\n',
                      encoding='utf-8')
    with harness.App(job, copy_example('heil'), size=SIZE) as app:
        row = app.find('row', re.compile('Vorwort'))
        with harness.Neighbour('files', target) as neighbour:
            app.drop(neighbour.place(*PLACE), row, lambda: len(app.windows()) == 2, 'the message')
        app.shows('“kaputt.konzept” Could Not Be Opened')
        app.shows('kaputt.konzept:3')
        app.picture('told')
        app.focus_newest()
        app.press('Escape')
        app.gone(None, re.compile('Could Not Be Opened'))
        app.find('row', re.compile('Vorwort'))
        assert len(app.windows()) == 1, 'there are two windows'


harness.run('drop', start, prose, picture, broken)
