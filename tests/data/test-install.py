#!/usr/bin/python3
# SPDX-FileCopyrightText: The Feldbuch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Installs into an empty folder, looks whether everything lies where it belongs, and runs the programs from there.

    test-install.py BUILD-ROOT PREFIX PROGRAM...
"""

import gettext
import os
import pathlib
import re
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
    'share/feldbuch/konzept.rng',
    'share/bash-completion/completions/feldbuch',
    'share/bash-completion/completions/feldbuch-cli',
    'share/man/man1/feldbuch.1',
    'share/man/man1/feldbuch-cli.1',
]


def run(program, *arguments, **environment):
    return subprocess.run([program, *arguments], capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL,
                          env={**os.environ, 'LC_ALL': 'C.UTF-8', **environment})


def check_programs(root, programs, environment):
    with open(root / 'share/locale/de/LC_MESSAGES/feldbuch.mo', 'rb') as file:
        catalog = gettext.GNUTranslations(file)._catalog  # pylint: disable=protected-access
    catalog = {source: words for source, words in catalog.items() if isinstance(source, str) and source}
    for program in programs:
        result = run(root / 'bin' / program, '--version', **environment)
        tap.check(f'{program} tells its version',
                  '' if result.returncode == 0 and result.stdout.strip() else result.stdout + result.stderr)
        english, german = (run(root / 'bin' / program, '--help', LANGUAGE=language, **environment).stdout
                           for language in ('C', 'de'))
        # What GLib itself says in the help is none of ours.
        expected = {source: words for source, words in catalog.items() if len(source) > 8 and source in english}
        tap.check(f'{program} speaks German', [f'{source} is not translated' for source, words in expected.items()
                                               if words not in german] or ('' if expected else english))


def check_activation(root, prefix, environment):
    """The session bus starts the editor from its service file, a document opens with it, and it ends when asked."""
    service = root / f'share/dbus-1/services/{ID}.service'
    service.write_text(service.read_text(encoding='utf-8').replace(f'{prefix}/bin', f'{root}/bin'), encoding='utf-8')
    script = f"""
        gio mime application/x-konzept+xml | grep -q 'Default.*{ID}.desktop' || echo 'fault: documents do not open with it'
        gapplication launch {ID} || echo 'fault: not launched'
        sleep 2
        gapplication list-actions {ID} | grep -q new-window || echo 'fault: no action new-window'
        gdbus call --session --dest {ID} --object-path /org/feldbuch/Feldbuch --method org.freedesktop.DBus.Peer.Ping \\
          >/dev/null || echo 'fault: does not answer'
        gapplication action {ID} quit || echo 'fault: did not take quit'
        """
    screen = pathlib.Path(__file__).parents[1] / 'ui/screen.sh'
    result = run(screen, 'sh', '-c', script, **environment)
    if '# SKIP' in result.stdout:
        tap.skip('the session bus starts the editor', 'xvfb-run or dbus-run-session is missing')
    else:
        warnings = [line for line in result.stderr.splitlines() if re.search('WARNING|CRITICAL', line)]
        faults = [line for line in result.stdout.splitlines() if line.startswith('fault: ')]
        tap.check('the session bus starts the editor', faults + warnings)


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

        # In their folders, and nowhere else, the programs find their words, settings and icons.
        share = root / 'share'
        environment = {'FB_LOCALEDIR': f'{share}/locale', 'XDG_DATA_DIRS': f'{share}:/usr/share',
                       'GSETTINGS_SCHEMA_DIR': '', 'PATH': f"{root}/bin:{os.environ['PATH']}"}
        tap.check('settings compile', tap.run('glib-compile-schemas', '--strict', share / 'glib-2.0/schemas'))
        tap.run('update-desktop-database', share / 'applications')
        tap.run('update-mime-database', share / 'mime')
        check_programs(root, programs, environment)
        check_activation(root, prefix, environment)
    tap.done()


main()
