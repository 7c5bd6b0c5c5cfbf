#!/usr/bin/python3
# SPDX-FileCopyrightText: The Feldbuch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Installs into an empty folder, looks whether everything lies where it belongs, and runs the programs from there.

    test-install.py BUILD-ROOT PREFIX PROGRAM...
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import tap

ID = 'org.feldbuch.Feldbuch'
WANTED = [
    f'share/applications/{ID}.desktop',
    f'share/dbus-1/services/{ID}.service',
    f'share/glib-2.0/schemas/{ID}.gschema.xml',
    f'share/icons/hicolor/scalable/apps/{ID}.svg',
    'share/icons/hicolor/scalable/mimetypes/application-x-konzept+xml.svg',
    f'share/icons/hicolor/symbolic/apps/{ID}-symbolic.svg',
    'share/locale/de/LC_MESSAGES/feldbuch.mo',
    f'share/metainfo/{ID}.metainfo.xml',
    f'share/mime/packages/{ID}.xml',
    'share/bash-completion/completions/feldbuch',
    'share/bash-completion/completions/feldbuch-cli',
    'share/man/man1/feldbuch.1',
    'share/man/man1/feldbuch-cli.1',
]


def run(program, *arguments, **environment):
    return subprocess.run([program, *arguments], capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL,
                          env={**os.environ, 'LC_ALL': 'C.UTF-8', **environment})


def check_programs(root, programs):
    """The programs find their words and settings in the folders they were installed to, and nowhere else."""
    share = root / 'share'
    tap.check('settings compile', tap.run('glib-compile-schemas', '--strict', share / 'glib-2.0/schemas'))
    environment = {'FB_LOCALEDIR': str(share / 'locale'), 'XDG_DATA_DIRS': f'{share}:/usr/share'}
    environment['GSETTINGS_SCHEMA_DIR'] = ''
    for program in programs:
        result = run(root / 'bin' / program, '--version', **environment)
        tap.check(f'{program} tells its version',
                  '' if result.returncode == 0 and result.stdout.strip() else result.stdout + result.stderr)
        english, german = (run(root / 'bin' / program, '--help', LANGUAGE=language, **environment).stdout
                           for language in ('C', 'de'))
        tap.check(f'{program} speaks German', '' if english and german and english != german else german)


def main():
    build, prefix, *programs = sys.argv[1:]
    if shutil.which('meson') is None:
        tap.skip('installation', 'meson is not in the path')
        tap.done()
    with tempfile.TemporaryDirectory() as folder:
        # Standard error may hold notes of the tools that meson calls afterwards.
        result = subprocess.run(['meson', 'install', '-C', build, '--no-rebuild', '--quiet', '--destdir', folder],
                                capture_output=True, text=True, check=False)
        tap.check('installs', '' if result.returncode == 0 else result.stdout + result.stderr)
        root = pathlib.Path(folder, prefix.lstrip('/'))
        installed = {path.relative_to(root).as_posix() for path in root.rglob('*') if path.is_file()}
        wanted = set(WANTED) | {f'bin/{program}' for program in programs}
        # meson compresses manuals where the distribution does.
        installed = {name.removesuffix('.gz') for name in installed}
        tap.check('everything is installed', (f'{name} is missing' for name in sorted(wanted - installed)))
        tap.check('nothing else is installed', (f'{name} was not expected' for name in sorted(installed - wanted)))
        strays = [path for path in pathlib.Path(folder).rglob('*') if path.is_file() and root not in path.parents]
        tap.check('nothing lies outside the prefix', map(str, strays))
        check_programs(root, programs)
    tap.done()


main()
