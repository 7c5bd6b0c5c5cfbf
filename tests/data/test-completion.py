#!/usr/bin/python3
# SPDX-FileCopyrightText: The Feldbuch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bash completion, typed into a real bash at a terminal.

    test-completion.py SOURCE-ROOT COMMAND-LINE-PROGRAM
"""

import os
import pathlib
import pty
import select
import shutil
import sys
import tempfile
import time

import tap

PROMPT = '<ready>'
# typed (TAB is where the completion happens) -> the line as bash then has it; the file names are those of FILES
FILES = ['alpha.konzept', 'beta one.konzept', 'notes.txt', 'page.html']
LINES = {
    'feldbuch-cli va\t': 'feldbuch-cli validate ',
    'feldbuch-cli sh\t': 'feldbuch-cli show ',
    'feldbuch-cli --v\t': 'feldbuch-cli --version ',
    'feldbuch-cli show a\t': 'feldbuch-cli show alpha.konzept ',
    'feldbuch-cli show beta\t': 'feldbuch-cli show beta\\ one.konzept ',
    'feldbuch-cli show n\t': 'feldbuch-cli show n',
    'feldbuch-cli show fold\t': 'feldbuch-cli show folder/',
    'feldbuch-cli export alpha.konzept -o p\t': 'feldbuch-cli export alpha.konzept -o page.html ',
    'feldbuch-cli export alpha.konzept --format ht\t': 'feldbuch-cli export alpha.konzept --format html ',
    'feldbuch-cli export alpha.konzept --mea\t': 'feldbuch-cli export alpha.konzept --measures ',
    'feldbuch-cli import al\t': 'feldbuch-cli import alpha.konzept ',
    'feldbuch-cli import alpha.konzept --dr\t': 'feldbuch-cli import alpha.konzept --dry-run ',
    'feldbuch-cli explain res\t': 'feldbuch-cli explain responsible ',
    'feldbuch-cli rewrite --ou\t': 'feldbuch-cli rewrite --output ',
    'feldbuch-cli new --template lev\t': 'feldbuch-cli new --template leverkusen-2017 ',
    'feldbuch-cli check --phase cou\t': 'feldbuch-cli check --phase council ',
    'feldbuch-cli check --format j\t': 'feldbuch-cli check --format json ',
    'feldbuch al\t': 'feldbuch alpha.konzept ',
    'feldbuch --new\t': 'feldbuch --new-window ',
    'feldbuch n\t': 'feldbuch n',
}


class Terminal:
    """An interactive bash that has read nothing but the completions."""

    def __init__(self, source, folder, path):
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            os.execve(shutil.which('bash'), ['bash', '--norc', '--noprofile', '-i'],
                      {'PATH': path, 'TERM': 'dumb', 'LC_ALL': 'C.UTF-8', 'HOME': folder, 'HISTFILE': '', 'PS1': PROMPT,
                       'INPUTRC': '/dev/null'})
        self.commands = 0
        self.expect(PROMPT)
        for setting in ('bell-style none', 'enable-bracketed-paste off', 'completion-query-items 0',
                        'show-all-if-ambiguous off'):
            self.command(f"bind 'set {setting}'")
        for name in ('feldbuch', 'feldbuch-cli'):
            self.command(f"source '{source}/data/completions/{name}'")

    def read(self, seconds):
        ready, _, _ = select.select([self.terminal], [], [], seconds)
        return os.read(self.terminal, 65536).decode('utf-8', 'replace') if ready else ''

    def expect(self, text, seconds=10):
        """Reads until text was written, and returns what was written."""
        written, end = '', time.monotonic() + seconds
        while text not in written and time.monotonic() < end:
            written += self.read(0.1)
        return written

    def command(self, line):
        """Runs a line and waits for the prompt behind its end: earlier prompts may be redrawn ones."""
        self.commands += 1
        os.write(self.terminal, f"{line}\nprintf '(%s)' {self.commands}\n".encode())
        self.expect(f'({self.commands}){PROMPT}')

    def complete(self, typed):
        """The line that bash holds after typed; it is thrown away, never run."""
        os.write(self.terminal, typed.encode())
        # Readline answers keys in order: when the mark is echoed, the completion is through.
        os.write(self.terminal, b'|END')
        written = self.expect('|END')
        self.command('\x15')
        line = written.replace('\r', '').split('\n')[-1].split(PROMPT)[-1]
        return line.partition('|END')[0]

    def close(self):
        os.close(self.terminal)
        os.waitpid(self.pid, 0)


def main():
    source = pathlib.Path(sys.argv[1]).resolve()
    if shutil.which('bash') is None:
        tap.skip('completion', 'bash is not installed')
        tap.done()
    for path in sorted((source / 'data/completions').iterdir()):
        tap.check(f'bash reads {path.name}', tap.run('bash', '-n', path))

    path = f"{pathlib.Path(sys.argv[2]).resolve().parent}:{os.environ.get('PATH', '/usr/bin:/bin')}"
    with tempfile.TemporaryDirectory() as folder:
        for name in FILES:
            pathlib.Path(folder, name).touch()
        pathlib.Path(folder, 'folder').mkdir()
        terminal = Terminal(source, folder, path)
        for typed, wanted in LINES.items():
            found = terminal.complete(typed)
            tap.check(f'completes {typed.strip()}', '' if found == wanted else f'"{found}", not "{wanted}"')
        terminal.close()
    tap.done()


main()
