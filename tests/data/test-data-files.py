#!/usr/bin/python3
# SPDX-FileCopyrightText: The Feldbuch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The files that tell the desktop and its users about Feldbuch.

    test-data-files.py files SOURCE-ROOT BUILD-ROOT        each by its own validator
    test-data-files.py manual SOURCE-ROOT PROGRAM          the manual of the command line says what the program says
"""

import configparser
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

import tap

ID = 'org.feldbuch.Feldbuch'
MIME_TYPE = 'application/x-konzept+xml'
SYMBOLIC_COLOUR = '#2e3436'
SYMBOLIC = re.compile(r'\b[a-z0-9]+(?:-[a-z0-9]+)*-symbolic\b')


def check_desktop_file(build):
    path = build / 'data' / f'{ID}.desktop'
    tap.check_command('desktop file is valid', 'desktop-file-validate', path)

    entries = configparser.ConfigParser(interpolation=None, strict=False)
    entries.optionxform = str
    entries.read(path, encoding='utf-8')
    entry = entries['Desktop Entry']
    wanted = {'Icon': ID, 'MimeType': f'{MIME_TYPE};', 'DBusActivatable': 'true', 'Exec': 'feldbuch %F'}
    tap.check('desktop file names icon, type and program',
              (f'{key} is {entry.get(key)}' for key, value in wanted.items() if entry.get(key) != value))

    service = configparser.ConfigParser(interpolation=None)
    service.optionxform = str
    service.read(build / 'data' / f'{ID}.service', encoding='utf-8')
    service = service['D-BUS Service']
    tap.check('D-Bus service is named after the desktop file', '' if service['Name'] == ID else service['Name'])
    tap.check('D-Bus service names the program by its whole path',
              '' if re.fullmatch(r'/\S*/feldbuch --gapplication-service', service['Exec']) else service['Exec'])


def check_metainfo(source, build):
    path = build / 'data' / f'{ID}.metainfo.xml'
    tap.check_command('metainfo is valid', 'appstreamcli', 'validate', '--no-net', '--no-color', path)
    root = xml.etree.ElementTree.parse(path).getroot()
    version = re.search(r"version: '([^']+)'", (source / 'meson.build').read_text(encoding='utf-8')).group(1)
    released = [release.get('version') for release in root.iter('release')]
    tap.check('metainfo lists this version first', '' if released[:1] == [version] else f'{version} not in {released}')
    types = [element.text for element in root.iter('mediatype')]
    tap.check('metainfo provides the type of documents', '' if types == [MIME_TYPE] else f'{types}')


def content_type(path, environment):
    result = subprocess.run(['gio', 'info', '-a', 'standard::content-type', path], capture_output=True, text=True,
                            env=environment, check=False)
    return result.stdout.strip().rpartition(' ')[2]


def check_mime_type(build):
    package = build / 'data' / f'{ID}.xml'
    document = '<?xml version="1.0" encoding="UTF-8"?>\n<concept xmlns="urn:feldbuch:konzept:1" id="c-000000"/>\n'
    commented = document.replace('<concept', f'<!-- {"x" * 300} -->\n<concept')
    samples = {
        'a.konzept': (document, MIME_TYPE),
        'without-ending': (document, MIME_TYPE),
        'other.xml': ('<?xml version="1.0"?>\n<other xmlns="urn:other"/>\n', 'application/xml'),
        'commented.konzept': (commented, MIME_TYPE),
    }
    tap.check_command('MIME type is well-formed', 'xmllint', '--noout', package)
    if shutil.which('update-mime-database') is None or shutil.which('gio') is None:
        tap.skip('MIME type is recognised', 'update-mime-database or gio is not installed')
        return
    with tempfile.TemporaryDirectory() as folder:
        data = pathlib.Path(folder, 'data')
        (data / 'mime/packages').mkdir(parents=True)
        shutil.copy(package, data / 'mime/packages')
        environment = {**os.environ, 'XDG_DATA_HOME': str(data), 'GIO_USE_VFS': 'local', 'LC_ALL': 'C.UTF-8'}
        tap.check('MIME type is understood by the MIME database',
                  tap.run('update-mime-database', data / 'mime', env=environment))
        for name, (text, wanted) in samples.items():
            path = pathlib.Path(folder, name)
            path.write_text(text, encoding='utf-8')
            found = content_type(path, environment)
            tap.check(f'type of {name}', '' if found == wanted else f'{found}, not {wanted}')


def check_settings(source):
    tap.check_command('settings are valid', 'glib-compile-schemas', '--strict', '--dry-run', source / 'data')


def icon_complaints(path, folder):
    """A symbolic icon is 16 pixels and of one colour, and every icon shows something at every size."""
    root = xml.etree.ElementTree.parse(path).getroot()
    symbolic = path.stem.endswith('-symbolic')
    if (root.get('width'), root.get('height')) != (('16', '16') if symbolic else ('128', '128')):
        yield f"{path.name} is {root.get('width')} by {root.get('height')}"
    if symbolic:
        colours = {value for element in root.iter() for key, value in element.attrib.items()
                   if key in ('fill', 'stroke') and value != 'none'}
        if colours - {SYMBOLIC_COLOUR, 'currentColor'}:
            yield f'{path.name} has the colours {colours}'
    for size in (16, 64) if symbolic else (16, 48, 128, 512):
        image = pathlib.Path(folder, 'icon.png')
        fault = tap.run('rsvg-convert', '-w', str(size), '-h', str(size), '-o', image, path)
        if fault:
            yield fault
        elif image.stat().st_size < 100:
            yield f'{path.name} shows nothing at {size} pixels'


def check_icons(source):
    icons = source / 'data/icons'
    wanted = [f'scalable/apps/{ID}.svg', f'symbolic/apps/{ID}-symbolic.svg',
              f'scalable/mimetypes/{MIME_TYPE.replace("/", "-")}.svg']
    tap.check('icons of program and documents exist',
              (f'{path} is missing' for path in wanted if not (icons / 'hicolor' / path).exists()))

    theme = pathlib.Path('/usr/share/icons/Adwaita')
    if theme.is_dir():
        drawn = {path.stem for folder in (icons, theme) for path in folder.rglob('*-symbolic.svg')}
        used = {(name, path.name) for path in (source / 'src').rglob('*.*') if path.suffix in ('.c', '.ui')
                for name in SYMBOLIC.findall(path.read_text(encoding='utf-8'))}
        tap.check('every icon that is named exists', (f'{name}, named in {place}' for name, place in sorted(used)
                                                      if name not in drawn))
    else:
        tap.skip('every icon that is named exists', 'the Adwaita icons are not installed')
    if shutil.which('rsvg-convert') is None:
        tap.skip('icons can be drawn', 'rsvg-convert is not installed')
        return
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted(icons.rglob('*.svg')):
            tap.check(f'icon {path.stem}', icon_complaints(path, folder))


def check_manuals(source):
    for path in sorted((source / 'data/man').glob('*.1')):
        tap.check_command(f'manual {path.name} has no warning', 'groff', '-man', '-Tutf8', '-ww', '-z', path)


def help_of(program, *verb):
    return subprocess.run([program, *verb, '--help'], capture_output=True, text=True, check=False,
                          env={**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'C'}).stdout


def check_manual_of_command_line(source, program):
    manual = (source / 'data/man/feldbuch-cli.1').read_text(encoding='utf-8').replace('\\-', '-')
    commands = manual.partition('.SH COMMANDS')[2].partition('.SH EXIT STATUS')[0]
    sections = {verb: text for verb, text in re.findall(r'^\.BI "?([a-z]+) (.*?)(?=^\.TP\n\.BI "?[a-z]|\Z)', commands,
                                                        re.MULTILINE | re.DOTALL)}
    verbs = set(re.findall(r'^  ([a-z]+)  ', help_of(program), re.MULTILINE))
    tap.check('the manual has the verbs of the program', map(str, sorted(verbs ^ set(sections))) if verbs else 'no verbs')
    for verb in sorted(verbs & set(sections)):
        wanted = set(re.findall(r'^  (?:-\w, )?(--[a-z-]+)', help_of(program, verb), re.MULTILINE)) - {'--help'}
        found = set(re.findall(r'--[a-z-]+', sections[verb]))
        if ' -o' in sections[verb]:
            found.add('--output')
        tap.check(f'the manual has the options of {verb}', map(str, sorted(wanted ^ found)))


def main():
    what, *paths = sys.argv[1:]
    source, other = (pathlib.Path(path).resolve() for path in paths)
    if what == 'manual':
        check_manual_of_command_line(source, other)
    else:
        check_desktop_file(other)
        check_metainfo(source, other)
        check_mime_type(other)
        check_settings(source)
        check_icons(source)
        check_manuals(source)
    tap.done()


main()
