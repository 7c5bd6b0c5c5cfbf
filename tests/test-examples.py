#!/usr/bin/python3
# SPDX-FileCopyrightText: The Feldbuch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The examples and templates: complete, canonical, valid, and whole in every export.

    test-examples.py files SOURCE-ROOT [FELDBUCH-CLI]
    test-examples.py exports SOURCE-ROOT [FELDBUCH-CLI]

What an example has to say stands in tests/data/NAME-sentences.txt, a line per paragraph, as typed.
"""

import collections
import html.parser
import io
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree
import zipfile

import tap

NAMESPACE = '{urn:feldbuch:konzept:1}'
INLINE = {'strong', 'em', 'sup', 'sub', 'a', 'span', 'note', 'ref'}

# What each document is made of: how many nodes of a kind; a kind that is not named may stand there any number of times.
EXAMPLES = {
    'arnsberg-2012': {'field': 6, 'goal': 0, 'measures': 1, 'measure': 0, 'event': 2},
    'leverkusen-2017': {'field': 8, 'goal': 0, 'measure': 0, 'event': 3, 'ceiling': 1, 'resolution': 1},
    'monheim-2016': {'field': 5, 'goals': 5, 'goal': 0, 'measures': 5, 'column': 5, 'group': 1, 'measure': 2,
                     'step': 3, 'event': 5, 'strong': 8},
    'monheim-2021': {'field': 4, 'goal': 2, 'measure': 0, 'event': 1, 'resolution': 1, 'edition': 3},
    'wiesbaden-2021-2025': {'field': 5, 'goals': 5, 'goal': 0, 'measure': 0, 'event': 4, 'resolution': 1},
}
TEMPLATES = {
    'arnsberg-2012': {'field': 6, 'measures': 1},
    'empty': {'concept': 1, 'field': 0, 'chapter': 0},
    'leverkusen-2017': {'field': 8, 'goals': 8, 'measures': 8},
    'monheim-2016': {'field': 5, 'goals': 5, 'measures': 5, 'column': 25},
    'monheim-2021': {'field': 4, 'goals': 1, 'measures': 4},
    'wiesbaden-2021': {'field': 5, 'goals': 5},
}
# A template is structure: none of these stand in one.
CONTENT = ('goal', 'indicator', 'group', 'measure', 'step', 'report', 'actor', 'event', 'resolution', 'ceiling',
           'edition', 'waiver', 'figure', 'p')

# What the outline of the example prints, in this order.
OUTLINE = """
1 Vorwort
2 Einführung
2.1 Prozessschritte
3 Integrationsverständnis, Leitlinien und Voraussetzungen von Integration in Monheim am Rhein
3.1 Monheimer Integrationsverständnis
3.2 Milieuspezifischer Blick
3.3 Voraussetzungen gelingender Integration
4 Handlungsfelder, Ziele und Maßnahmen der Integrationsförderung
4.1 Für ein gelingendes Miteinander einsetzen – Dialogkultur weiterentwickeln
4.2 Stärkung des bürgerschaftlichen Engagements
a Stärken und Entwicklungspotentiale
b Leitziele und Handlungsziele
c Ideen und Maßnahmen
Bereits umgesetzt, laufende Aktivitäten
1 Austauschplattformen zwischen Ehren- und Hauptamtlichen weiterentwickeln
2 Handlungskonzept zur Gewinnung, Förderung und Qualifizierung von Ehrenamtlichen mit und ohne Migrationshintergrund
4.3 Interkulturelle Öffnung von zivilgesellschaftlichen Organisationen, Vereinen und Gruppen
4.4 Bildung und Prävention
4.5 Arbeitsmarktintegration
5 Anhang
""".strip().splitlines()

# Marks that the program counts or prints: 2.1, 3., a., (1).
MARK = re.compile(r'(\d+(\.\d+)*\.?|[a-z]\.|\(\d+\)) |Stand (?=\d)')


def sentences(source, name):
    path = source / 'tests/data' / f'{name}-sentences.txt'
    lines = path.read_text(encoding='utf-8').split('\n')
    return [line for line in lines if line and not line.startswith('# ') and line != '#']


def missing(lines, paragraphs, keep_marks=False):
    """The lines that no paragraph holds; white space counts, so that a double one is seen to be kept."""
    text = '\n'.join(paragraphs)
    for line in lines:
        bare = MARK.sub('', line, count=1) if MARK.match(line) and not keep_marks else line
        if bare not in text:
            yield f'missing: {bare}'


def concept_paragraphs(path):
    """What the file holds, a line break or paragraph a string."""
    paragraphs = []

    def add(element):
        if element.tag.replace(NAMESPACE, '') not in INLINE:
            paragraphs.append('')
        paragraphs[-1] += element.text or ''
        for child in element:
            add(child)
            paragraphs[-1] += child.tail or ''

    add(xml.etree.ElementTree.parse(path).getroot())
    return paragraphs


class Html(html.parser.HTMLParser):
    """The text of a page, a paragraph a string; style and head stay out."""

    INLINE = {'strong', 'em', 'b', 'i', 'sup', 'sub', 'a', 'span', 'bdi', 'cite', 'wbr'}

    def __init__(self, text):
        super().__init__()
        self.paragraphs = ['']
        self.hidden = 0
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        if tag in ('style', 'script'):
            self.hidden += 1
        elif tag not in self.INLINE:
            self.paragraphs.append('')

    def handle_endtag(self, tag):
        if tag in ('style', 'script'):
            self.hidden -= 1
        elif tag not in self.INLINE:
            self.paragraphs.append('')

    def handle_data(self, data):
        if not self.hidden:
            self.paragraphs[-1] += data.replace('\n', ' ')


def odt_paragraphs(data):
    """The text of a text document, a paragraph or line a string."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = xml.etree.ElementTree.fromstring(package.read('content.xml'))
    text = '{urn:oasis:names:tc:opendocument:xmlns:text:1.0}'
    paragraphs = []

    def add(element):
        if element.tag in (f'{text}p', f'{text}h', f'{text}line-break'):
            paragraphs.append('')
        elif element.tag == f'{text}s':
            paragraphs[-1] += ' ' * int(element.get(f'{text}c', '1'))
        elif element.tag == f'{text}tab':
            paragraphs[-1] += ' '
        if paragraphs:
            paragraphs[-1] += element.text or ''
        for child in element:
            add(child)
            if paragraphs:
                paragraphs[-1] += child.tail or ''

    add(root)
    return paragraphs


def count_complaints(path, wanted, unwanted=()):
    elements = xml.etree.ElementTree.parse(path).iter()
    found = collections.Counter(element.tag.replace(NAMESPACE, '') for element in elements
                                if element.get('id') or element.tag in (f'{NAMESPACE}p', f'{NAMESPACE}strong'))
    for kind, count in wanted.items():
        if found[kind] != count:
            yield f'{found[kind]} {kind}, not {count}'
    for kind in unwanted:
        if found[kind]:
            yield f'has {kind}'


def check_content(source):
    for folder, wanted, unwanted in (('examples', EXAMPLES, ()), ('templates', TEMPLATES, CONTENT)):
        paths = sorted((source / 'data' / folder).glob('*.konzept'))
        names = {path.stem for path in paths}
        tap.check(f'{folder} are those that are known', (f'{name} is in one place only' for name in names ^ set(wanted)))
        resources = (source / 'data/feldbuch-core.gresource.xml').read_text(encoding='utf-8')
        tap.check(f'{folder} are resources',
                  (f'{name} is none' for name in names if f'>{folder}/{name}.konzept<' not in resources))
        for path in paths:
            tap.check(f'{folder}/{path.stem} holds what it should',
                      count_complaints(path, wanted.get(path.stem, {}), unwanted))

    for name in EXAMPLES:
        paragraphs = concept_paragraphs(source / 'data/examples' / f'{name}.konzept')
        tap.check(f'{name} says every sentence of its source', missing(sentences(source, name), paragraphs))

    measures = xml.etree.ElementTree.parse(source / 'data/examples/monheim-2016.konzept').iter(f'{NAMESPACE}measure')
    tap.check('empty cells of Monheim stay empty',
              (f'{element.tag} in a measure' for measure in measures for element in measure
               if element.tag in (f'{NAMESPACE}period', f'{NAMESPACE}cost')))


def check_schema(source, path):
    schema = source / 'data/konzept.rng'
    if not schema.exists() or shutil.which('xmllint') is None:
        tap.skip(f'{path.parent.name}/{path.stem} fits the schema', 'no schema or no xmllint')
        return
    result = subprocess.run(['xmllint', '--noout', '--relaxng', schema, path], capture_output=True, text=True,
                            check=False)
    tap.check(f'{path.parent.name}/{path.stem} fits the schema', result.stderr if result.returncode else '')


def without_ids(data):
    return re.sub(rb'(?<=[ "])[a-z]-[a-z0-9]{6}(?=[" ])', b'ID', data)


def check_programs(source, cli):
    for path in sorted((source / 'data').glob('*/*.konzept')):
        name = f'{path.parent.name}/{path.stem}'
        check_schema(source, path)
        tap.check(f'{name} is valid', tap.run(cli, 'validate', path))
        result = subprocess.run([cli, 'rewrite', path, '-o', '-'], capture_output=True, check=False)
        tap.check(f'{name} rewrites to itself',
                  '' if result.stdout == path.read_bytes() and not result.returncode else
                  f'exit {result.returncode}, {len(result.stdout)} bytes\n' + result.stderr.decode(errors='replace'))

    for name in TEMPLATES:
        result = subprocess.run([cli, 'new', '--template', name, '-o', '-'], capture_output=True, check=False)
        template = (source / f'data/templates/{name}.konzept').read_bytes()
        complaints = []
        if result.returncode or without_ids(result.stdout) != without_ids(template):
            complaints.append(f'exit {result.returncode}: not the template\n' + result.stderr.decode(errors='replace'))
        if set(re.findall(rb' id="([^"]+)"', result.stdout)) & set(re.findall(rb' id="([^"]+)"', template)):
            complaints.append('has ids of the template')
        tap.check(f'a new concept from {name} has ids of its own', complaints)

    result = subprocess.run([cli, 'show', source / 'data/examples/monheim-2016.konzept'], capture_output=True,
                            text=True, check=False)
    lines = iter([re.sub(r'[().]+ ', ' ', ' '.join(line.split())) for line in result.stdout.splitlines()])
    tap.check('the outline of Monheim counts as its source does',
              [f'not in its place: {wanted}' for wanted in OUTLINE
               if not any(wanted in line for line in lines)] + [result.stderr])


def check_exports(source, cli):
    with tempfile.TemporaryDirectory() as folder:
        for name in EXAMPLES:
            lines = sentences(source, name)
            for ending, read in (('html', lambda data: Html(data.decode('utf-8')).paragraphs), ('odt', odt_paragraphs)):
                target = pathlib.Path(folder, f'{name}.{ending}')
                fault = tap.run(cli, 'export', source / f'data/examples/{name}.konzept', '-o', target)
                tap.check(f'{name} goes into {ending}', fault)
                if target.exists():
                    paragraphs = read(target.read_bytes())
                    tap.check(f'{name} says every sentence in {ending}', missing(lines, paragraphs))
                    steps = [line for line in lines if re.match(r'\(\d\)|Stand ', line)]
                    tap.check(f'{name} prints its steps and its date in {ending}', missing(steps, paragraphs, True))


def main():
    what, source, *programs = sys.argv[1:]
    source = pathlib.Path(source).resolve()
    if what == 'files':
        check_content(source)
    if programs:
        (check_programs if what == 'files' else check_exports)(source, programs[0])
    else:
        tap.skip('what feldbuch-cli makes of them', 'feldbuch-cli is not built')
    tap.done()


main()
