#!/usr/bin/python3
# SPDX-FileCopyrightText: The Feldbuch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The last line of tests/run.sh must not be kinder than the tests were."""

import json
import pathlib
import subprocess
import sys
import tempfile

import tap

COUNT = pathlib.Path(__file__).with_name('count.py')
TAP = ['program', '--tap']
# name -> tests as meson logs them (result, command, output), the line that is expected, whether all is well
CASES = {
    'points of a program': ([('OK', TAP, 'TAP version 13\nok 1 /a\n# ok\nok 2 /b # SKIP no display\n1..2\n')],
                            '1 passed, 0 failed, 1 skipped', True),
    'a failing point': ([('FAIL', TAP, 'ok 1 /a\nnot ok 2 /b\n1..2\n')], '1 passed, 1 failed', False),
    'a point that is to do': ([('OK', TAP, 'ok 1 /a\nnot ok 2 /b # TODO later\n1..2\n')],
                              '1 passed, 0 failed, 1 skipped', True),
    'a crash between points': ([('ERROR', TAP, 'ok 1 /a\nok 2 /b\n')], '2 passed, 1 failed', False),
    'a program that ran too long': ([('TIMEOUT', TAP, '')], '0 passed, 1 failed', False),
    'exit statuses': ([('OK', ['a'], 'ok 1'), ('FAIL', ['b'], ''), ('SKIP', ['c'], '')],
                      '1 passed, 1 failed, 1 skipped', False),
    'a script without an option': ([('OK', ['python3', 'x.py'], 'ok 1 - a\nok 2 - b\n1..2\n')],
                                   '2 passed, 0 failed', True),
    'a program that skips all': ([('SKIP', TAP, '1..0 # SKIP nothing here\n')], '0 passed, 0 failed, 1 skipped', False),
    'nothing': ([], '0 passed, 0 failed', False),
}


def main():
    with tempfile.TemporaryDirectory() as folder:
        log = pathlib.Path(folder, 'testlog.json')
        for name, (tests, line, good) in CASES.items():
            log.write_text(''.join(json.dumps({'name': 't', 'result': result, 'command': command, 'stdout': output}) + '\n'
                                   for result, command, output in tests), encoding='utf-8')
            result = subprocess.run([sys.executable, COUNT, f'{log}=0'], capture_output=True, text=True, check=False)
            tap.check(f'counts {name}', '' if (result.stdout, result.returncode == 0) == (f'{line}\n', good)
                      else f'{result.stdout}, exit {result.returncode}')
        log.write_text('{"name": "t", "result": "OK", "command": ["a"]}\n', encoding='utf-8')
        for argument, line in ((f'{log}=124', '1 passed, 1 failed\n'), (f'{folder}/none=0', '0 passed, 1 failed\n')):
            result = subprocess.run([sys.executable, COUNT, argument], capture_output=True, text=True, check=False)
            tap.check(f"counts {'a run that broke off' if '124' in argument else 'a missing log'} as a failure",
                      '' if result.stdout == line and result.returncode == 1 else result.stdout)
    tap.done()


main()
