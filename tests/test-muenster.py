#!/usr/bin/python3
# SPDX-FileCopyrightText: The Feldbuch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real programme of 6 fields, 43 measures and 83 steps: what it costs and where it contradicts itself.

    test-muenster.py SOURCE-ROOT [FELDBUCH-CLI]
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

import muenster
import tap

NAMESPACE = '{urn:feldbuch:konzept:1}'
MEASURES, STEPS = 43, 83
PRINTED = {'AW': 3152000, 'BS': 10316000, 'EE': 1251000, 'KE': 1448000, 'MOB': 844000, 'KP': 1235000}
# The sheets have one amount more than the overview: BS 3 with the 80.000 € of its second step.
SHEETS = {**PRINTED, 'BS': 10396000}


def amount(words):
    """The first sum of money in words, in Euro; None where there is none."""
    found = re.search(r'(\d{1,3}(?:\.\d{3})*|\d+) ?€(?!/a)', words or '')
    return int(found.group(1).replace('.', '')) if found else None


def own_or_steps(measure):
    """A measure's own amount counts; its steps count only where it has none."""
    own = amount(measure.findtext(f'{NAMESPACE}cost'))
    if own is not None:
        return own
    steps = (amount(step.findtext(f'{NAMESPACE}cost')) for step in measure.iter(f'{NAMESPACE}step'))
    return sum(step for step in steps if step is not None)


# What the source is known to contradict itself in, between a measure and its own steps: rule and place.
CONTRADICTIONS = {
    'overview': {('steps-sum', 'BS 3'), ('step-number', 'BS 4 › B 4.3'), ('step-number', 'BS 7 › B 7.5')},
    'sheet': {('step-number', 'BS 4 › B 4.3'), ('step-number', 'BS 7 › B 7.5')},
}
BETWEEN = ('steps-sum', 'steps-period', 'step-number', 'step-pairs', 'none-or-open', 'duplicate-number')


def short_place(place):
    """The measure and step of a place, by their numbers."""
    return ' › '.join(re.match(r'[A-Z]+ ?[\d.]+', part).group() for part in place.split(' › ')
                      if re.match(r'(?:AW|BS|B|EE|KE|MOB|KP) ?\d', part))


def check_findings(cli, path, view):
    result = subprocess.run([cli, 'check', '--phase', 'council', '--format', 'json', path], capture_output=True, check=False)
    findings = json.loads(result.stdout or '[]')
    found = {(finding['rule'], short_place(finding['place'])) for finding in findings if finding['rule'] in BETWEEN}
    tap.check(f'{view} is found to contradict itself where it does',
              (f'{verb}: {finding}' for verb, set_ in (('missed', CONTRADICTIONS[view] - found),
                                                       ('wrong', found - CONTRADICTIONS[view])) for finding in set_))


def grouped(number):
    return f'{number:,}'.replace(',', '.')


def check_tree(root, printed, view):
    fields = {field.findtext(f'{NAMESPACE}code'): field for field in root.iter(f'{NAMESPACE}field')}
    counts = [sum(1 for _ in root.iter(f'{NAMESPACE}{kind}')) for kind in ('measure', 'step')]
    tap.check(f'{view} holds every field, measure and step',
              '' if list(fields) == list(printed) and counts == [MEASURES, STEPS] else f'{list(fields)}, {counts}')
    sums = {code: sum(map(own_or_steps, field.iter(f'{NAMESPACE}measure'))) for code, field in fields.items()}
    tap.check(f'{view} adds up to what is printed',
              (f'{code}: {sums.get(code)}, not {wanted}' for code, wanted in printed.items()
               if sums.get(code) != wanted))


def check_program(cli, path, printed, view):
    tap.check(f'{view} is valid', tap.run(cli, 'validate', path))
    result = subprocess.run([cli, 'rewrite', path, '-o', '-'], capture_output=True, check=False)
    tap.check(f'{view} is written as Feldbuch writes it',
              '' if result.stdout == path.read_bytes() else 'differs\n' + result.stderr.decode(errors='replace'))
    page = path.with_suffix('.html')
    tap.check(f'{view} goes into HTML', tap.run(cli, 'export', path, '-o', page))
    text = page.read_text(encoding='utf-8') if page.exists() else ''
    overview = re.search(r'Kosten</h\d>(.*?)<h\d', text, re.DOTALL)
    if overview is None or '<table' not in overview.group(1):
        tap.skip(f'{view} prints the sums by field and the whole', 'costs are not composed yet')
        return
    tap.check(f'{view} prints the sums by field and the whole',
              (f'{grouped(value)} € is missing' for value in (*printed.values(), sum(printed.values()))
               if not re.search(rf'\b{re.escape(grouped(value))}\b', overview.group(1))))


def main():
    source, *programs = sys.argv[1:]
    corpus = pathlib.Path(source).resolve().parent / 'shared/corpus/muenster_hp2030.json'
    if not corpus.exists():
        tap.skip('the programme of Münster', 'the facts are not here')
        tap.done()
    facts = json.loads(corpus.read_text(encoding='utf-8'))
    with tempfile.TemporaryDirectory() as folder:
        for view, printed in (('overview', PRINTED), ('sheet', SHEETS)):
            path = pathlib.Path(folder, f'{view}.konzept')
            path.write_text(muenster.convert(facts, view), encoding='utf-8')
            check_tree(xml.etree.ElementTree.parse(path).getroot(), printed, view)
            if programs:
                check_program(programs[0], path, printed, view)
                check_findings(programs[0], path, view)
    tap.done()


main()
