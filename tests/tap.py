# SPDX-FileCopyrightText: The Feldbuch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Test points in the Test Anything Protocol, for the tests that are scripts."""

import shutil
import subprocess
import sys

_count = 0
_failed = 0


def check(name, complaints):
    """One test point: passed when complaints (a text, or an iterable of texts) is empty."""
    global _count, _failed
    _count += 1
    complaints = [complaints] if isinstance(complaints, str) else list(complaints)
    complaints = [complaint for complaint in complaints if complaint]
    print(f"{'not ok' if complaints else 'ok'} {_count} - {name}")
    for complaint in complaints:
        for line in complaint.splitlines():
            print(f'# {line}')
    _failed += bool(complaints)


def skip(name, reason):
    """One test point that cannot be judged here."""
    global _count
    _count += 1
    print(f'ok {_count} - {name} # SKIP {reason}')


def run(*command, **options):
    """What a command complains about: its output when it failed or wrote to standard error, else nothing."""
    result = subprocess.run(command, capture_output=True, text=True, errors='replace', check=False, **options)
    if result.returncode or result.stderr:
        return f"{' '.join(map(str, command))}: exit {result.returncode}\n{result.stdout}{result.stderr}"
    return ''


def check_command(name, *command, **options):
    """A test point that runs a validator; skipped where the validator is not installed."""
    if shutil.which(command[0]) is None:
        skip(name, f'{command[0]} is not installed')
    else:
        check(name, run(*command, **options))


def done():
    """Prints the plan and ends the program."""
    print(f'1..{_count}')
    sys.exit(1 if _failed else 0)
