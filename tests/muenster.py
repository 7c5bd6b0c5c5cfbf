#!/usr/bin/python3
# SPDX-FileCopyrightText: The Feldbuch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a concept of the measures of Münster's Handlungsprogramm Klimaschutz 2030, a real document of some size.

    muenster.py muenster_hp2030.json OUT.konzept [overview|sheet]

The facts are no part of this project. The source gives each measure twice, in an overview and on a sheet of its own, and
the two differ in places: the last argument says which of them the measures follow. The steps stand on the sheets only.
"""

import json
import sys
from xml.sax import saxutils

NAMESPACE = 'urn:feldbuch:konzept:1'

# Columns of every table: property shown, heading. Where no property is shown the last word is the key of an own column.
COLUMNS = (('number', 'Kennung', None), ('title', 'Maßnahme', None), ('period', 'Laufzeit der Maßnahme', None),
           ('cost', 'Gesamtkosten (€)', None), ('responsible', 'Projektträger', None), ('partners', 'Akteure', None),
           (None, 'THG-Einsparung (t/a)', 'thg'), (None, 'Punkte Hebelwirkung', 'hebel'),
           (None, 'Punkte CO2-Minderungspotenzial', 'co2'), (None, 'Punkte Priorität', 'prio'),
           (None, 'Punkte Kosten-Nutzen-Verhältnis', 'kn'))


class Writer:
    """Writes nodes with ids that count, a property or node a line, as Feldbuch does."""

    def __init__(self):
        self.lines = ['<?xml version="1.0" encoding="UTF-8"?>']
        self.open = []
        self.count = 0

    def _indent(self):
        return '  ' * len(self.open)

    def new_id(self, prefix):
        self.count += 1
        return f'{prefix}-{self.count:06}'

    def begin(self, element, prefix, node_id=None, **attributes):
        attributes = {'id': node_id or self.new_id(prefix), **attributes}
        if not self.open:
            attributes = {'xmlns': NAMESPACE, **attributes}
        words = ''.join(f' {name.replace("_", ":")}={saxutils.quoteattr(value)}'
                        for name, value in attributes.items() if value)
        self.lines.append(f'{self._indent()}<{element}{words}>')
        self.open.append(element)

    def end(self):
        element = self.open.pop()
        start = self.lines[-1]
        if start.startswith(f'{self._indent()}<{element} '):
            self.lines[-1] = start[:-1] + '/>'
        else:
            self.lines.append(f'{self._indent()}</{element}>')

    def words(self, name, words, **attributes):
        if words:
            text = saxutils.escape(words).replace('\n', '<br/>')
            start = name + ''.join(f' {key}={saxutils.quoteattr(value)}' for key, value in attributes.items())
            self.lines.append(f'{self._indent()}<{start}>{text}</{name}>')

    def rich(self, name, *paragraphs):
        paragraphs = [paragraph for paragraph in paragraphs if paragraph]
        if paragraphs:
            self.lines.append(f'{self._indent()}<{name}>')
            self.open.append(name)
            for paragraph in paragraphs:
                self.words('p', paragraph)
            self.end()

    def text(self):
        return '\n'.join(self.lines) + '\n'


def write_step(writer, step):
    writer.begin('step', 'u')
    writer.words('number', step['code'])
    writer.words('title', step['title'])
    writer.words('period', step['period_sheet'] or step['period_plan'])
    writer.words('cost', step['cost'])
    writer.end()


def write_measure(writer, measure, own_columns, view):
    writer.begin('measure', 'm')
    writer.words('number', measure['code'])
    writer.words('title', measure['title'])
    writer.words('period', measure.get(f'period_{view}') or measure['period_overview'])
    writer.words('cost', measure[f'cost_{view}'])
    writer.words('responsible', measure['lead'])
    writer.words('partners', measure['actors'])
    writer.rich('remarks', measure.get('cost_note'))
    values = {'thg': measure.get(f'thg_{view}') or measure['thg_overview'], **measure['points']}
    for key, column in own_columns.items():
        writer.words('own', str(values[key]), column=column)
    for step in measure['sub']:
        write_step(writer, step)
    for indicator in measure.get('indicators', ()):
        writer.begin('indicator', 'i')
        writer.words('title', indicator)
        writer.end()
    writer.end()


def write_table(writer, title, measures, view):
    writer.begin('measures', 't', layout='table')
    writer.words('title', title)
    own_columns = {}
    for shows, heading, key in COLUMNS:
        column = writer.new_id('s')
        if key:
            own_columns[key] = column
        writer.begin('column', 's', column, shows=shows, type='number' if key else None)
        writer.words('title', heading)
        writer.end()
    for measure in measures:
        write_measure(writer, measure, own_columns, view)
    writer.end()


def write_field(writer, chapter, field, view):
    writer.begin('field', 'f')
    writer.words('title', field['title'])
    writer.words('code', field['code'])
    for part in chapter.get('children', ()):
        if part['title'] == 'Liste der Maßnahmen':
            write_table(writer, part['title'], field['measures'], view)
        else:
            writer.begin('chapter', 'c')
            writer.words('title', part['title'])
            writer.end()
    writer.end()


def write_chapter(writer, chapter, fields, view):
    if chapter['nr'] in fields:
        write_field(writer, chapter, fields[chapter['nr']], view)
        return
    writer.begin('chapter', 'c')
    writer.words('title', chapter['title'])
    for child in chapter.get('children', ()):
        write_chapter(writer, child, fields, view)
    writer.end()


def convert(source, view='overview'):
    """Returns: the document, as the text of a .konzept file."""
    fields = {field['chapter']: field for field in source['fields']}
    writer = Writer()
    writer.begin('concept', 'k', xml_lang='de', genre='climate', phase='draft', numbering='decimal')
    writer.words('title', source['title'])
    writer.words('authority', f"Stadt {source['town']}")
    for chapter in source['chapters']:
        write_chapter(writer, chapter, fields, view)
    for title, generated in (('Kosten', 'costs'), ('Zeitplan', 'timeline')):
        writer.begin('chapter', 'c', role='annex', generates=generated)
        writer.words('title', title)
        writer.end()
    writer.end()
    return writer.text()


def main():
    path, target, *view = sys.argv[1:]
    with open(path, encoding='utf-8') as file:
        source = json.load(file)
    with open(target, 'w', encoding='utf-8') as file:
        file.write(convert(source, *view))


if __name__ == '__main__':
    main()
