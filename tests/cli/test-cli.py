#!/usr/bin/python3
# SPDX-FileCopyrightText: The Feldbuch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line, driven as from a shell: every verb, wrong usage, faulty files, standard input and output.

    test-cli.py FELDBUCH-CLI SOURCE-ROOT BUILD-ROOT
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import tap

FINE, FAULT, USAGE = 0, 1, 2

BEGIN = '<?xml version="1.0" encoding="UTF-8"?>\n<concept xmlns="urn:feldbuch:konzept:1" id="k-000001"'
SMALL = BEGIN + ''' xml:lang="de">
  <title>Integrationskonzept</title>
  <field id="f-000001">
    <title>Bildung</title>
    <goals id="y-000001">
      <title>Ziele</title>
      <goal id="z-000001">
        <title>Alle lernen</title>
      </goal>
    </goals>
    <measures id="t-000001">
      <title>Maßnahmen</title>
      <column id="s-000001" shows="title"/>
      <group id="b-000001">
        <title>Laufend</title>
        <measure id="m-000001" serves="z-000001">
          <title>Sprachkurs<br/>für Eltern</title>
          <responsible>51, Volkshochschule</responsible>
          <step id="u-000001">
            <title>Raum finden</title>
          </step>
        </measure>
      </group>
    </measures>
  </field>
  <actors id="l-000001">
    <actor id="a-000001">
      <number>51</number>
      <name>Jugendamt</name>
    </actor>
  </actors>
</concept>
'''
OUTLINE = '''Integrationskonzept
1 Bildung
  1.1 Ziele
    1.1 Alle lernen
  1.2 Maßnahmen
    Laufend
      1 Sprachkurs für Eltern
        (1) Raum finden
'''
# Canonical is another order, and other white space.
HANDMADE = BEGIN + "\n  genre='action'><text><p>a\n b</p></text><title>T</title></concept>"
CANONICAL = BEGIN + ''' genre="action">
  <title>T</title>
  <text>
    <p>a b</p>
  </text>
</concept>
'''

VERBS = ('show', 'validate', 'export', 'import', 'rewrite', 'new', 'explain', 'check')
WRONG_USAGE = (
    (), ('nonsense',), ('',), ('--nonsense',),
    ('show',), ('show', 'a', 'b'), ('show', '--nonsense', 'a'),
    ('validate',), ('validate', '--nonsense'),
    ('rewrite',), ('rewrite', 'a'), ('rewrite', '-o', 'b'), ('rewrite', 'a', 'c', '-o', 'b'), ('rewrite', 'a', '-o'),
    ('export', 'a'), ('export', '-o', 'b.html'), ('export', 'a', 'c', '-o', 'b.html'), ('export', 'a', '-o', 'b'),
    ('export', 'a', '-o', 'b.xyz'), ('export', 'a', '-o', '-'), ('export', 'a', '-o', 'b.html', '--format', 'xyz'),
    ('export', 'a', '-o', 'b.html', '--measures', '--actor', '51'),
    ('import', 'a', 'b'), ('import', 'a', '-o', 'c'), ('import', '-o', 'c'), ('import', 'a', 'b', 'c', '-o', 'd'),
    ('import', 'a', 'b', '-o', 'c', '--headings', 'maybe'),
    ('new',), ('new', '-o', 'b'), ('new', '--template', 'empty'), ('new', '--template', 'nonsense', '-o', 'b'),
    ('new', '--template', 'empty', '-o', 'b', 'c'),
    ('explain',), ('explain', 'period'), ('explain', 'period', '2014', '2015'), ('explain', 'nonsense', '2014'),
    ('explain', '--nonsense'),
    ('check',), ('check', 'a', 'b'), ('check', '--nonsense', 'a'), ('check', '--phase', 'nonsense', 'a'), ('check', '--phase'),
    ('check', '--format', 'xml', 'a'),
)
# Two spaces, a quotation mark, a backslash and a line break, to be escaped; and no period, cost or reason.
FAULTY = SMALL.replace('Sprachkurs<br/>für', 'Der "Kurs"  \\<br/>für')
SET_ASIDE = FAULTY.replace('</concept>', '''  <waivers id="q-000001">
    <waiver id="x-000001" place="m-000001">
      <rule>double-space</rule>
      <found>  </found>
      <reason>Weil wir es so wollen</reason>
    </waiver>
  </waivers>
</concept>''')
EXPLANATIONS = (
    ('period', '2014', '2014..2014'), ('cost', '50.000 €', '50000'), ('cost', '', 'empty'), ('cost', '- 5', None),
    ('responsible', '-', 'unknown'), ('dates', '05.07.2016', '2016-07-05'),
)


MEMBERS = ('rule', 'severity', 'place', 'id', 'property', 'start', 'end', 'found', 'message')


class Cli:
    def __init__(self, program, folder):
        self.program = program
        self.folder = pathlib.Path(folder)

    def run(self, *arguments, stdin=None, language='C', **environment):
        return subprocess.run([self.program, *arguments], input=stdin.encode() if stdin is not None else None,
                              cwd=self.folder, capture_output=True, check=False, timeout=60,
                              env={**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': language, **environment})

    def check(self, name, *arguments, status=FINE, stdout=None, stderr=None, **options):
        """Runs it. Output is compared where it is a text, searched where it is a pattern; None is: does not matter."""
        result = self.run(*arguments, **options)
        complaints = []
        if result.returncode != status:
            complaints.append(f'exit {result.returncode}, not {status}')
        for stream, wanted in (('stdout', stdout), ('stderr', stderr)):
            text = getattr(result, stream).decode('utf-8', 'replace')
            if isinstance(wanted, str) and text != wanted:
                complaints.append(f'{stream} is\n{text}not\n{wanted}')
            elif isinstance(wanted, re.Pattern) and not wanted.search(text):
                complaints.append(f'{stream} has no “{wanted.pattern}”:\n{text}')
        tap.check(name, complaints)
        return result


def check_help(cli):
    cli.check('help', '--help', stdout=re.compile(r'feldbuch-cli VERB'), stderr='')
    cli.check('version', '--version', stdout=re.compile(r'\Afeldbuch-cli \d'), stderr='')
    for verb in VERBS:
        cli.check(f'help of {verb}', verb, '--help', stdout=re.compile(f'feldbuch-cli {verb} '), stderr='')
    for arguments in WRONG_USAGE:
        cli.check(f'wrong usage: {" ".join(arguments)}', *arguments, status=USAGE, stdout='',
                  stderr=re.compile('Usage|Verbs'))
    tap.check('wrong usage writes no file', map(str, cli.folder.iterdir()))


def check_show(cli):
    (cli.folder / 'klein.konzept').write_text(SMALL, encoding='utf-8')
    cli.check('show a file', 'show', 'klein.konzept', stdout=re.compile(re.escape(OUTLINE)), stderr='')
    cli.check('show counts a register', 'show', 'klein.konzept', stdout=re.compile(r'\nActors \(1\)\n\Z'))
    cli.check('show standard input', 'show', '-', stdin=SMALL, stdout=re.compile(re.escape(OUTLINE)), stderr='')
    cli.check('show a missing file', 'show', 'nirgends.konzept', status=FAULT, stdout='',
              stderr=re.compile('nirgends.konzept.*No such file'))
    cli.check('show a folder', 'show', '.', status=FAULT, stdout='', stderr=re.compile('.'))
    cli.check('show in no UTF-8 locale', 'show', 'klein.konzept', LC_ALL='C', stdout=re.compile('Maßnahmen'), stderr='')


def check_validate(cli, source):
    cli.check('validate a file', 'validate', 'klein.konzept', stdout='klein.konzept: valid\n', stderr='')
    cli.check('validate standard input', 'validate', '-', stdin=SMALL, stdout=re.compile('valid'), stderr='')
    cli.check('validate nothing', 'validate', '-', stdin='', status=FAULT, stdout='',
              stderr='standard input:1: found a file without elements, expected <concept>\n')
    dangling = SMALL.replace('serves="z-000001"', 'serves="z-000009"')
    cli.check('a reference into nothing is no fault', 'validate', '-', stdin=dangling, stdout=re.compile('valid'),
              stderr='standard input:17: found a reference to “z-000009”, which is not in the file\n')
    cli.check('one fault among several files', 'validate', 'klein.konzept', 'nirgends', 'klein.konzept', status=FAULT,
              stdout='klein.konzept: valid\n' * 2, stderr=re.compile('nirgends'))

    folder = source / 'tests/data/broken'
    for line in (folder / 'expected.txt').read_text(encoding='utf-8').splitlines():
        name = line.partition(':')[0]
        # What stands in the brackets are the words of the XML parser.
        wanted = re.escape(line.partition('faulty XML (')[0]) + ('faulty XML' if 'faulty XML (' in line else r'\n\Z')
        for verb, options in (('validate', ()), ('rewrite', ('-o', '-')), ('show', ())):
            result = subprocess.run([cli.program, verb, name, *options], capture_output=True, text=True, cwd=folder,
                                    check=False, env={**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'C'})
            if result.returncode != FAULT or result.stdout or not re.match(wanted, result.stderr):
                break
        tap.check(f'{name} is refused', '' if result.returncode == FAULT and re.match(wanted, result.stderr)
                  else f'{verb}: exit {result.returncode}: {result.stderr}not {line}')


def check_rewrite(cli):
    (cli.folder / 'handmade.konzept').write_text(HANDMADE, encoding='utf-8')
    cli.check('rewrite to standard output', 'rewrite', 'handmade.konzept', '-o', '-', stdout=CANONICAL, stderr='')
    cli.check('rewrite standard input', 'rewrite', '-', '--output=-', stdin=HANDMADE, stdout=CANONICAL, stderr='')
    cli.check('rewrite what is canonical', 'rewrite', '-', '-o', '-', stdin=SMALL, stdout=SMALL, stderr='')
    cli.check('rewrite in place', 'rewrite', 'handmade.konzept', '-o', 'handmade.konzept', stdout='', stderr='')
    tap.check('rewritten in place', '' if (cli.folder / 'handmade.konzept').read_text(encoding='utf-8') == CANONICAL
              else 'not canonical')
    cli.check('rewrite to nowhere', 'rewrite', 'klein.konzept', '-o', 'nirgends/a', status=FAULT, stdout='',
              stderr=re.compile('nirgends/a.*No such file'))
    if os.path.exists('/dev/full'):
        with open('/dev/full', 'wb') as full:
            result = subprocess.run([cli.program, 'rewrite', cli.folder / 'klein.konzept', '-o', '-'], stdout=full,
                                    stderr=subprocess.PIPE, check=False)
        tap.check('standard output is full', '' if result.returncode == FAULT and result.stderr else 'no fault')


def check_new(cli):
    listed = cli.check('list the templates', 'new', '--list',
                       stdout=re.compile(r'^monheim-2016 +Monheim 2016', re.MULTILINE))
    for line in listed.stdout.decode().splitlines():
        name = line.split()[0]
        cli.check(f'new from {name}', 'new', '--template', name, '-o', f'{name}.konzept', stdout='', stderr='')
        cli.check(f'{name} is valid', 'validate', f'{name}.konzept', stderr='')
    results = [cli.run('new', '--template', 'monheim-2016', '-o', '-').stdout for _ in range(2)]
    tap.check('two of a template have no id in common',
              map(str, set(re.findall(rb' id="[^"]*"', results[0])) & set(re.findall(rb' id="[^"]*"', results[1]))))


def check_export(cli):
    cli.check('export a web page', 'export', 'klein.konzept', '-o', 'klein.html', stdout='', stderr='')
    tap.check('the web page is there', '' if 'Sprachkurs' in (cli.folder / 'klein.html').read_text(encoding='utf-8')
              else 'no Sprachkurs')
    page = re.compile(r'(?is)<!doctype html>.*Sprachkurs')
    cli.check('export to standard output', 'export', '-', '-o', '-', '-f', 'html', stdin=SMALL, stdout=page, stderr='')
    cli.check('export a part', 'export', '-', '-o', '-', '-f', 'html', '--part', 'y-000001', stdin=SMALL,
              stdout=re.compile(r'(?s)\A(?!.*Sprachkurs).*Alle lernen'), stderr='')
    cli.check('export a part that is not there', 'export', 'klein.konzept', '-o', 'teil.html', '--part', 'y-9',
              status=FAULT, stdout='', stderr=re.compile('y-9'))
    cli.check('export what one body has to do', 'export', '-', '-o', '-', '-f', 'html', '--actor', '51', stdin=SMALL,
              stdout=page, stderr='')
    cli.check('export the tables', 'export', '-', '-o', '-', '-f', 'html', '--measures', stdin=SMALL, stdout=page,
              stderr='')
    cli.check('export a broken file', 'export', '-', '-o', 'teil.html', stdin='<a/>', status=FAULT, stdout='',
              stderr=re.compile('found <a>'))
    tap.check('nothing is written after a fault', 'teil.html is there' if (cli.folder / 'teil.html').exists() else '')


def check_import(cli):
    """Out and in again changes nothing; and a table that came from elsewhere is read as far as it goes."""
    fixtures = pathlib.Path(__file__).parent.parent / 'data' / 'csv'
    cli.check('export a table', 'export', 'klein.konzept', '-o', 'klein.csv', stdout='', stderr='')
    cli.check('import it unchanged', 'import', 'klein.konzept', 'klein.csv', '-o', 'gleich.konzept', stdout='',
              stderr='klein.csv: 0 new rows · 0 changed rows · 3 unchanged rows\n')
    tap.check('nothing has changed', '' if (cli.folder / 'gleich.konzept').read_text(encoding='utf-8') == SMALL
              else 'the file differs')
    table = (cli.folder / 'klein.csv').read_bytes().replace(b'Raum finden', b'Raum suchen')
    (cli.folder / 'anders.csv').write_bytes(table)
    cli.check('import a change', 'import', 'klein.konzept', 'anders.csv', '-o', '-', '--table', 't-000001',
              stdout=SMALL.replace('Raum finden', 'Raum suchen'), stderr=re.compile('1 changed row '))
    cli.check('only say what would be done', 'import', 'klein.konzept', 'anders.csv', '--dry-run', stdout='',
              stderr=re.compile('1 changed row '))
    for name, status, stdout, stderr in (
            ('windows-1252', FAULT, '„Lotsen“.*<p>Farbe: grün</p>.*Straßenfest', 'Farbe'),
            ('utf-16', 0, 'Küche.*<period>2017</period>', '1 new row '),
            ('open-quote', FAULT, 'Nie zu.*Danach', 'Row 2: '),
            ('foreign-ids', FAULT, 'Sprachkurs', 'Row 2: the id “m-999999”.*\n.*Row 3: Status: “vielleicht”')):
        cli.check(f'import {name}', 'import', 'klein.konzept', fixtures / f'{name}.csv', '-o', '-', status=status,
                  stdout=re.compile(f'(?s){stdout}'), stderr=re.compile(stderr))
    (cli.folder / 'fremd.csv').write_text('Titel;Farbe;Kostn\nKurs;rot;5 €\n', encoding='utf-8')
    cli.check('import columns that are mapped', 'import', 'klein.konzept', 'fremd.csv', '-o', '-', '--map',
              'Farbe=place', stdout=re.compile('(?s)<title>Kurs</title>.*<cost>5 €</cost>.*<place>rot</place>'),
              stderr=re.compile('The column “Kostn” is taken for “Cost”\nfremd.csv: 1 new row '))
    cli.check('import all but one column', 'import', 'klein.konzept', 'fremd.csv', '-o', '-', '--map', 'Farbe=none',
              stdout=re.compile(r'(?s)\A(?!.*rot).*<title>Kurs</title>'), stderr=re.compile('not read: “Farbe”'))
    cli.check('import a column of its own', 'import', 'klein.konzept', 'fremd.csv', '-o', '-', '-m', '2=own',
              stdout=re.compile('(?s)<title>Farbe</title>.*<own column="s-[0-9a-z]{6}">rot</own>'))
    cli.check('import a table without headings', 'import', 'klein.konzept', 'fremd.csv', '-o', '-', '--headings', 'no',
              stdout=re.compile('<title>Farbe</title>'))
    for words, said in (('Farbe', 'HEADING=PROPERTY'), ('Form=place', 'no column “Form”'),
                        ('Farbe=drache', 'no property “drache”')):
        cli.check(f'refuse to map {words}', 'import', 'klein.konzept', 'fremd.csv', '-o', 'nichts.konzept', '--map',
                  words, status=FAULT, stdout='', stderr=re.compile(said))
    for name in ('binary', 'empty'):
        cli.check(f'refuse {name}', 'import', 'klein.konzept', fixtures / f'{name}.csv', '-o', 'nichts.konzept',
                  status=FAULT, stdout='', stderr=re.compile(f'{name}.csv: '))
    cli.check('import into a table that is not there', 'import', 'klein.konzept', 'klein.csv', '-o', 'nichts.konzept',
              '--table', 't-9', status=FAULT, stdout='', stderr=re.compile('t-9'))
    tap.check('nothing is written after a fault', 'it is there' if (cli.folder / 'nichts.konzept').exists() else '')


def check_check(cli):
    place = re.escape('1 Bildung › 1.2 Maßnahmen › 1 Der "Kurs"  \\ für Eltern')
    missing = re.compile(rf'^standard input: {place}: Error: The measure has no cost \[missing-cost\]$', re.MULTILINE)
    cli.check('check in the phase of the council', 'check', '--phase', 'council', '-', stdin=FAULTY, status=FAULT,
              stdout=missing, stderr='')
    cli.check('check a draft', 'check', '-', stdin=FAULTY, stdout=re.compile('Hint: The measure has no cost'), stderr='')
    cli.check('check in the phase of the concept', 'check', '-', stdin=FAULTY.replace(' xml:lang', ' phase="adopted" xml:lang'),
              status=FAULT, stdout=missing, stderr='')
    cli.check('check what is faultless', 'check', '--phase=council', '-', stdin=CANONICAL.replace('T<', 'Konzept<'), stdout='',
              stderr='')
    cli.check('check what is faultless, for machines', 'check', '-f', 'json', '-', stdin=CANONICAL, stdout='[]\n', stderr='')
    cli.check('check a missing file', 'check', 'nirgends.konzept', status=FAULT, stdout='',
              stderr=re.compile('nirgends.konzept.*No such file'))
    cli.check('check counts what is set aside', 'check', '-', stdin=SET_ASIDE, stdout=re.compile(r'\A(?!.*double-space)', re.DOTALL),
              stderr='standard input: 1 finding is set aside\n')

    result = cli.check('check for machines', 'check', '--phase', 'council', '--format', 'json', '-', stdin=FAULTY, status=FAULT,
                       stderr='')
    findings = json.loads(result.stdout)
    tap.check('each finding says where it is', (str(finding) for finding in findings if set(finding) != set(MEMBERS)))
    spaces = [finding for finding in findings if finding['rule'] == 'double-space']
    tap.check('a finding names its bytes', '' if [[finding[name] for name in MEMBERS[1:-1]] for finding in spaces] ==
              [['hint', '1 Bildung › 1.2 Maßnahmen › 1 Der "Kurs"  \\ für Eltern', 'm-000001', 'title', 10, 12, '  ']]
              else str(spaces))


def check_explain(cli):
    for reader, words, wanted in EXPLANATIONS:
        cli.check(f'explain {reader} “{words}”', 'explain', reader, words,
                  stdout=f'{wanted}\n' if wanted is not None else None, stderr='')


def check_language(cli, source, build):
    catalog = (source / 'po/de.po').read_text(encoding='utf-8')
    translated = re.search(r'^msgid "Verbs:"\nmsgstr "(.+)"$', catalog, re.MULTILINE)
    if translated is None:
        tap.skip('help in German', 'not translated yet')
        return
    cli.check('help in German', '--help', language='de', FB_LOCALEDIR=str(build / 'po'),
              stdout=re.compile(re.escape(translated.group(1))))


def main():
    program, source, build = (pathlib.Path(argument).resolve() for argument in sys.argv[1:])
    with tempfile.TemporaryDirectory() as folder:
        cli = Cli(program, folder)
        check_help(cli)
        check_show(cli)
        check_validate(cli, source)
        check_rewrite(cli)
        check_new(cli)
        check_export(cli)
        check_import(cli)
        check_explain(cli)
        check_check(cli)
        check_language(cli, source, build)
    tap.done()


main()
