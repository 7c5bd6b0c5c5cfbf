#!/usr/bin/python3
# SPDX-FileCopyrightText: The Feldbuch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Exported documents before foreign judges: the schemas of OpenDocument, and LibreOffice.

    test-documents.py schemas SOURCE-ROOT [FELDBUCH-CLI]
    test-documents.py pages SOURCE-ROOT [FELDBUCH-CLI]

The schemas are looked for in the folder that ODF_SCHEMAS names, else in ../shared/formats/odf-1.3 beside the source.
"""

import collections
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

import tap

JING = pathlib.Path('/usr/share/java/jing.jar')
PDF = ('pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},'
       '"ExportBookmarks":{"type":"boolean","value":"true"}}')

LAID_OUT = ('everything', 'monheim-2016')

# What the pages of the concept of everything must show, beside its sentences: what the word processor counts by itself.
COUNTED = ('1 Einführung', '2.1 Sprache und Bildung', 'a. Leitziele und Handlungsziele', '2.2.3 Breite Tabelle',
           '3.7 Ausgaben', 'Tabelle 1: Maßnahmen im Feld Sprache', 'Abbildung 1: Zuzug im Jahr', 'a. Buchstabe',
           '(2) Klammer zwei', '4. Zählt ab vier', '5. und weiter', 'Siehe auch 2.1, 2.1 b., Abbildung 1, 2 Sprachpaten',
           'Beschluss des Rates, siehe 2.2.', 'Seite 3 von')


def concepts(source):
    yield source / 'tests/formats/data/everything.konzept'
    yield from sorted((source / 'data/examples').glob('*.konzept'))


def export(cli, path, folder, *options):
    """The document made of a concept, None where that failed; what the program has to say of the concept is no failure."""
    target = pathlib.Path(folder, '-'.join((path.stem, *(option.strip('-') for option in options))) + '.odt')
    result = subprocess.run([cli, 'export', path, '-o', target, *options], capture_output=True, text=True, check=False)
    if result.returncode:
        tap.check(f'{target.name} is written', f'exit {result.returncode}\n{result.stderr}')
    return None if result.returncode else target


def judge(schema, parts):
    """What a schema has to say of each of many files; reading the schema takes longer than reading all of them."""
    result = subprocess.run(['java', '-Xss256m', '-jar', JING, '-i', schema, *parts], capture_output=True, text=True,
                            check=False)
    complaints = {part: '\n'.join(line for line in result.stdout.splitlines() if line.startswith(f'{part}:'))
                  for part in parts}
    if result.returncode and not any(complaints.values()):
        complaints = {part: f'exit {result.returncode}\n{result.stdout}{result.stderr}' for part in parts}
    return complaints


def check_schemas(source, cli):
    schemas = pathlib.Path(os.environ.get('ODF_SCHEMAS', source.parent / 'shared/formats/odf-1.3'))
    if not JING.exists() or shutil.which('java') is None or not schemas.is_dir():
        tap.skip('documents are valid OpenDocument', 'no jing, or no schemas')
        return
    with tempfile.TemporaryDirectory() as folder:
        documents = [export(cli, path, folder, *options) for path in concepts(source)
                     for options in ((), ('--measures',), ('--actor', '51'))]
        unpacked = [document.with_suffix('') for document in documents if document is not None]
        for target in unpacked:
            with zipfile.ZipFile(f'{target}.odt') as package:
                package.extractall(target)
        complaints = judge(schemas / 'OpenDocument-v1.3-schema.rng',
                           [target / part for target in unpacked for part in ('content.xml', 'styles.xml', 'meta.xml')])
        complaints |= judge(schemas / 'OpenDocument-v1.3-manifest-schema.rng',
                            [target / 'META-INF/manifest.xml' for target in unpacked])
        for target in unpacked:
            tap.check(f'{target.name}.odt is valid OpenDocument',
                      (complaint for part, complaint in complaints.items() if target in part.parents))


def squeeze(words):
    """Words as they are compared: lines and the hyphens at their ends do not count."""
    return re.sub(r'[\s\u00ad\u2010-]+', '', words)


def without_running_lines(text):
    """The words of pages without their headers and footers, which a sentence may run across."""
    pages = [page.strip('\n').split('\n') for page in text.split('\f')]
    ends = collections.Counter(re.sub(r'\d+', '#', line) for page in pages for line in {page[0], page[-1]})
    return '\n'.join(line for page in pages for place, line in enumerate(page)
                     if place not in (0, len(page) - 1) or ends[re.sub(r'\d+', '#', line)] < 3)


def check_pages(source, cli):
    if shutil.which('soffice') is None or shutil.which('pdftotext') is None:
        tap.skip('LibreOffice lays out documents', 'soffice or pdftotext is not installed')
        return
    with tempfile.TemporaryDirectory() as folder:
        documents = [export(cli, path, folder) for path in concepts(source) if path.stem in LAID_OUT]
        profile = f'-env:UserInstallation={pathlib.Path(folder, "profile").as_uri()}'
        subprocess.run(['soffice', profile, '--headless', '--convert-to', PDF, '--outdir', folder,
                        *filter(None, documents)], capture_output=True, check=False, timeout=150)
        for document in filter(None, documents):
            pages = document.with_suffix('.pdf')
            if not pages.exists():
                tap.check(f'{document.stem} becomes pages', 'no file was written')
                continue
            text = subprocess.run(['pdftotext', '-raw', pages, '-'], capture_output=True, text=True, check=True).stdout
            body = squeeze(without_running_lines(text))
            text = squeeze(text)
            tap.check(f'{document.stem} knows its page numbers', 'a page number is missing' if '.?' in text else '')
            if document.stem == 'everything':
                tap.check('everything is counted', (f'not there: {words}' for words in COUNTED
                                                    if squeeze(words) not in text))
            sentences = source / f'tests/data/{document.stem}-sentences.txt'
            if sentences.exists():
                # The source puts a full stop behind the numbers of its chapters.
                lines = [re.sub(r'^\d+\. ', '', line) for line in sentences.read_text(encoding='utf-8').split('\n')
                         if line and not line.startswith('#')]
                tap.check(f'{document.stem} says every sentence on its pages',
                          (f'not there: {line}' for line in lines if squeeze(line) not in body))


def main():
    what, source, *programs = sys.argv[1:]
    source = pathlib.Path(source).resolve()
    if programs:
        (check_schemas if what == 'schemas' else check_pages)(source, programs[0])
    else:
        tap.skip('exported documents', 'feldbuch-cli is not built')
    tap.done()


main()
