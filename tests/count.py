#!/usr/bin/python3
# SPDX-FileCopyrightText: The Feldbuch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the tests of meson's testlog.json files, and of TAP programs their test points.

    count.py LOG=STATUS...

Prints what failed on standard error, "N passed, N failed, N skipped" on standard output, and exits 1 when
something failed or nothing ran. STATUS is what meson itself ended with: when it says that all was not well, or there is
no log, and no test explains it, that counts as one failure.
"""

import json
import re
import sys

POINT = re.compile(r'^(not )?ok\b\s*(\d*)\s*-?\s*(.*?)\s*(?:#\s*(skip|todo)\b.*)?$', re.IGNORECASE)
PASSED = {'OK', 'EXPECTEDFAIL'}


def points(output):
    """The test points of a TAP stream as (outcome, name)."""
    for line in output.splitlines():
        match = POINT.match(line)
        if match is None:
            continue
        failed, number, name, directive = match.groups()
        directive = (directive or '').lower()
        if directive:
            yield 'skipped', name or number
        else:
            yield 'failed' if failed else 'passed', name or number


def outcomes(test):
    """The outcomes of one meson test as (outcome, name)."""
    name, result = test['name'], test['result']
    found = []
    if '--tap' in test['command'] or re.search(r'^(TAP version|\d+\.\.\d+)', test.get('stdout', ''), re.MULTILINE):
        found = [(outcome, f'{name}: {point}') for outcome, point in points(test.get('stdout', ''))]
    if result in PASSED or result == 'SKIP':
        return found or [('skipped' if result == 'SKIP' else 'passed', name)]
    if not any(outcome == 'failed' for outcome, _ in found):
        # It crashed, timed out or broke off between two points.
        found.append(('failed', f'{name}: {result}'))
    return found


def main(logs):
    count = {'passed': 0, 'failed': 0, 'skipped': 0}
    for argument in logs:
        log, _, status = argument.rpartition('=')
        try:
            with open(log, encoding='utf-8', errors='replace') as lines:
                found = [outcome for line in lines for outcome in outcomes(json.loads(line))]
        except (OSError, ValueError) as error:
            found = [('failed', str(error))]
        if status != '0' and not any(outcome == 'failed' for outcome, _ in found):
            found.append(('failed', f'the run ended with status {status}'))
        for outcome, name in found:
            count[outcome] += 1
            if outcome == 'failed':
                print(f'failed: {name} ({log})', file=sys.stderr)

    skipped = f", {count['skipped']} skipped" if count['skipped'] else ''
    print(f"{count['passed']} passed, {count['failed']} failed{skipped}")
    return 1 if count['failed'] or not count['passed'] else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
