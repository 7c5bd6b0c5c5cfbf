#!/usr/bin/python3
# SPDX-FileCopyrightText: The Feldbuch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows come from a spreadsheet: from the clipboard, and from a file whose columns are mapped by hand."""

import os
import pathlib
import re
import shutil
import tempfile
import time

import harness
import tap

folder = pathlib.Path(tempfile.mkdtemp())
examples = pathlib.Path(os.environ['FB_SOURCE']) / 'data/examples'

TSV = 'Lfd. Nr.\tMaßnahme\tZeitraum der Umsetzung\tUmsetzung durch\n' \
      'A7\tSprachpaten gewinnen\tab 2018\t51\n' \
      'A8\t"Lesecafé öffnen\n(1) Raum suchen (2) Bücher sammeln"\t2019\t(1) 41 (2) Bibliothek\n'
HTML = '<table><tr><td>Maßnahme</td><td>Laufzeit</td><td>Farbe</td></tr><tr><td colspan=3>Geplant</td></tr>' \
       '<tr><td rowspan=2>Radkurs</td><td>2018</td><td>rot</td></tr><tr><td>2019</td><td>blau</td></tr></table>'


def open_table(app):
    """The table of measures of field 4.2, with the keyboard in its rows."""
    app.select(app.find('row', re.compile('^4.2 ')))
    app.press('shift+Right')
    app.select(app.find('row', re.compile('^c. Ideen')))
    app.find('list', 'Ideen und Maßnahmen')
    app.select(app.find('row', re.compile('^1 Austauschplattformen')))


def copy_example():
    target = folder / 'monheim.konzept'
    shutil.copyfile(examples / 'monheim-2016.konzept', target)
    return target


def choose_file(app, path):
    """Asks for the import, and gives it a file."""
    windows = len(app.windows())
    app.press('ctrl+shift+i')
    app.expect_windows(windows + 1)
    app.press('ctrl+a')
    app.type(str(path))
    app.press('Return')
    app.find('button', 'Import')
    app.focus_newest()


def paste(job):
    """rows from a spreadsheet are pasted behind the selected one, and undone"""
    target = copy_example()
    before = target.read_text(encoding='utf-8')
    with harness.App(job, target) as app:
        open_table(app)
        with harness.Neighbour('text', TSV):
            app.press('ctrl+v')
            app.find('row', re.compile('Sprachpaten gewinnen'))
        app.find('row', re.compile('Lesecafé öffnen'))
        app.picture('pasted')
        text = app.save(target)
        for words in ('<number>A7</number>', '<title>Sprachpaten gewinnen</title>', '<period>ab 2018</period>',
                      '<title>Lesecafé öffnen</title>', '<p>Bücher sammeln</p>', '<responsible>Bibliothek</responsible>'):
            assert words in text, f'{words} is not in the file'
        assert text.index('Austauschplattformen') < text.index('Sprachpaten') < text.index('Handlungskonzept zur Gewinnung')
        app.press('ctrl+z')
        app.gone('row', re.compile('Sprachpaten gewinnen'))
        assert app.save(target) == before, 'undo left something behind'


def merged(job):
    """a table with merged cells and an unknown column is shown first, and pasted with its band"""
    target = copy_example()
    with harness.App(job, target) as app:
        open_table(app)
        with harness.Neighbour('html', HTML):
            app.press('ctrl+v')
            app.find('button', 'Import')
        app.focus_newest()
        app.find('combo box', 'Column “Farbe” holds')
        app.picture('preview')
        tap.check(f'{job}: everything that takes the focus has a name', app.nameless(app.windows()[-1]))
        app.choose('Column “Farbe” holds', 'Leave out')
        app.shows('not read: “Farbe”')
        app.activate(app.find('button', 'Import'))
        app.find('row', re.compile('Radkurs'))
        text = app.save(target)
        assert '<title>Geplant</title>' in text, 'the band is not in the file'
        assert re.search(r'<title>Radkurs</title>\s*<period>2018<br/>2019</period>', text), 'the merged cell is not one measure'
        assert 'blau' not in text


def mapping(job):
    """a file in Windows-1252 is read, with a column that gets a property and one that gets a column of its own"""
    target = copy_example()
    table = folder / 'fremd.csv'
    table.write_bytes('Titel;Farbe;Wo;Kostn\nStraßenfest „Süd“;grün;Schloßpark;5.000 €\n'.encode('cp1252'))
    with harness.App(job, target) as app:
        open_table(app)
        choose_file(app, table)
        app.shows('2 remarks')
        app.choose('Column “Wo” holds', 'Place')
        app.shows('1 remark')
        app.choose('Column “Farbe” holds', 'New own column')
        app.gone(None, re.compile('remark'))
        app.picture('mapped')
        app.activate(app.find('button', 'Import'))
        app.find('row', re.compile('Straßenfest „Süd“'))
        app.picture('imported')
        text = app.save(target)
        column = re.search(r'<column id="(s-[0-9a-z]+)" type="words">\s*<title>Farbe</title>', text)
        assert column, 'there is no own column'
        for words in ('<title>Straßenfest „Süd“</title>', '<place>Schloßpark</place>', '<cost>5.000 €</cost>',
                      f'<own column="{column[1]}">grün</own>'):
            assert words in text, f'{words} is not in the file'
        app.press('ctrl+z')
        app.gone('row', re.compile('Straßenfest'))
        assert app.save(target) == (examples / 'monheim-2016.konzept').read_text(encoding='utf-8'), \
            'undo left something behind'


def headings(job):
    """a table without a row of headings is read, and the switch says so"""
    target = copy_example()
    table = folder / 'ohne.csv'
    table.write_text('Radkurs;2018;5 €;51\nSchwimmkurs;2019;;41\n', encoding='utf-8')
    with harness.App(job, target) as app:
        open_table(app)
        choose_file(app, table)
        app.shows('2 new rows')
        switch = app.find('switch', 'First row holds headings')
        app.activate(switch)
        app.shows('1 new row ')
        app.find('combo box', 'Column “Radkurs” holds')
        app.activate(switch)
        app.shows('2 new rows')
        app.activate(app.find('button', 'Import'))
        app.find('row', re.compile('Schwimmkurs'))
        text = app.save(target)
        assert re.search(r'<title>Radkurs</title>\s*<period>2018</period>\s*<cost>5 €</cost>\s*<responsible>51<', text)


def many(job):
    """500 rows with faults are shown and read without a freeze"""
    target = copy_example()
    table = folder / 'viele.csv'
    table.write_text('Titel;Priorität;Farbe;Text\n' + ''.join(
        f'Kurs {number};{"hoch" if number % 3 else "dringend"};rot;{"Sehr langer Text. " * 30}\n'
        for number in range(1, 501)), encoding='utf-8')
    with harness.App(job, target) as app:
        open_table(app)
        choose_file(app, table)
        app.shows('500 new rows')
        app.shows('167 remarks')
        app.picture('preview')
        start = time.monotonic()
        app.choose('Column “Farbe” holds', 'Leave out')
        app.shows('166 remarks')
        print(f'# mapping a column: {time.monotonic() - start:.1f} s')
        start = time.monotonic()
        app.activate(app.find('button', 'Import'))
        app.find('row', re.compile('Kurs '))
        print(f'# reading 500 rows: {time.monotonic() - start:.1f} s')
        text = app.save(target)
        assert text.count('<title>Kurs ') == 500, text.count('<title>Kurs ')
        assert text.count('<p>Priorität: dringend</p>') == 166, text.count('dringend')


harness.run('import', paste, merged, mapping, headings, many)
