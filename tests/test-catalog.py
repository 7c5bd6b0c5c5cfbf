#!/usr/bin/python3
# SPDX-FileCopyrightText: The Feldbuch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The catalogs of the program's own words.

    test-catalog.py files SOURCE-ROOT      po/POTFILES names exactly the files that have words to translate
    test-catalog.py catalogs SOURCE-ROOT   every catalog of po/LINGUAS is complete and holds no other words
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile

import tap

SUFFIXES = ('.c', '.h', '.ui', '.desktop.in', '.metainfo.xml.in', '.mime.xml.in', '.gschema.xml')
# The keywords of meson's "glib" preset that xgettext does not know by itself.
KEYWORDS = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'Q_', 'g_dcgettext:2', 'g_dngettext:2,3', 'g_dpgettext:2',
            'g_dpgettext2:2c,3']


def extract(root, files, *options):
    """The template with the words of the files, as xgettext sees them."""
    command = ['xgettext', '--from-code=UTF-8', '--force-po', '--output=-', f'--directory={root}', *options]
    command += [f'--keyword={keyword}' for keyword in KEYWORDS]
    result = subprocess.run(command + files, capture_output=True, text=True, check=False)
    if result.returncode:
        raise RuntimeError(result.stderr)
    return result.stdout


def listed(root):
    lines = pathlib.Path(root, 'po/POTFILES').read_text(encoding='utf-8').splitlines()
    return [line for line in lines if line and not line.startswith('#')]


def file_complaints(root):
    present = sorted(path.relative_to(root).as_posix()
                     for folder in ('src', 'data') for path in pathlib.Path(root, folder).rglob('*')
                     if path.name.endswith(SUFFIXES))
    template = extract(root, present, '--add-location=file') if present else ''
    translatable = set()
    for line in template.splitlines():
        if line.startswith('#: '):
            translatable |= set(line[3:].split())
    names = listed(root)
    for name in sorted(translatable - set(names)):
        yield f'{name} has words to translate and is not in po/POTFILES'
    for name in names:
        if not pathlib.Path(root, name).is_file():
            yield f'{name} is in po/POTFILES and does not exist'
        elif name not in translatable:
            yield f'{name} is in po/POTFILES and has no words to translate'
    if names != sorted(set(names)):
        yield 'po/POTFILES is not sorted, or names a file twice'


def check_bad_files():
    """The test itself must notice each kind of fault."""
    with tempfile.TemporaryDirectory() as root:
        for folder in ('src', 'data', 'po'):
            pathlib.Path(root, folder).mkdir()
        pathlib.Path(root, 'src/listed.c').write_text('const char *a = _("one");\n', encoding='utf-8')
        pathlib.Path(root, 'src/missed.c').write_text('f (ngettext ("one", "many", n));\n', encoding='utf-8')
        pathlib.Path(root, 'src/missed.ui').write_text(
            '<interface><object class="GtkLabel"><property name="label" translatable="yes">x</property></object>'
            '</interface>\n', encoding='utf-8')
        pathlib.Path(root, 'src/plain.c').write_text('/* _("in a comment") */ int a;\n', encoding='utf-8')
        pathlib.Path(root, 'po/POTFILES').write_text('src/plain.c\nsrc/gone.c\nsrc/listed.c\n', encoding='utf-8')
        noticed = '\n'.join(file_complaints(root))
    for fault in ('missed.c has words', 'missed.ui has words', 'gone.c is in po/POTFILES and does not exist',
                  'plain.c is in po/POTFILES and has no words', 'not sorted'):
        tap.check(f'notices: {fault}', '' if fault in noticed else noticed or 'nothing')
    tap.check('accepts a listed file', 'refused' if 'src/listed.c' in noticed else '')


def catalog_complaints(catalog, template):
    result = subprocess.run(['msgfmt', '--check', '--statistics', '--output-file=/dev/null', catalog],
                            capture_output=True, text=True, check=False, env={'LC_ALL': 'C', 'PATH': '/usr/bin:/bin'})
    if result.returncode or 'fuzzy' in result.stderr or 'untranslated' in result.stderr:
        yield result.stderr
    # In both, or in one and not in the other?
    lonely = subprocess.run(['msgcomm', '--unique', '--omit-header', '--no-wrap', '--add-location=file',
                             catalog, template], capture_output=True, text=True, check=False)
    if lonely.returncode or lonely.stdout:
        yield f'only in one of {catalog} and the sources:\n{lonely.stdout}{lonely.stderr}'


def check_bad_catalogs(template, folder):
    header = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: de\\n"\n' \
             '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
    entry = '\nmsgid "{}"\nmsgstr "{}"\n'
    template = pathlib.Path(folder, 'bad.pot')
    template.write_text(header + entry.format('one', '') + entry.format('two', ''), encoding='utf-8')
    faults = {
        'a missing word': entry.format('one', 'eins'),
        'an untranslated word': entry.format('one', 'eins') + entry.format('two', ''),
        'a fuzzy word': entry.format('one', 'eins') + entry.format('two', 'zwei').replace('msgid', '#, fuzzy\nmsgid'),
        'a surplus word': entry.format('one', 'eins') + entry.format('two', 'zwei') + entry.format('three', 'drei'),
    }
    catalog = pathlib.Path(folder, 'bad.po')
    for name, entries in faults.items():
        catalog.write_text(header + entries, encoding='utf-8')
        tap.check(f'notices {name}', '' if list(catalog_complaints(catalog, template)) else 'not noticed')
    catalog.write_text(header + entry.format('one', 'eins') + entry.format('two', 'zwei'), encoding='utf-8')
    tap.check('accepts a complete catalog', catalog_complaints(catalog, template))


def main():
    what, root = sys.argv[1:]
    if shutil.which('xgettext') is None:
        tap.skip('words to translate', 'xgettext is not installed')
    elif what == 'files':
        check_bad_files()
        tap.check('po/POTFILES names what has words to translate', file_complaints(root))
    else:
        with tempfile.TemporaryDirectory() as folder:
            template = pathlib.Path(folder, 'feldbuch.pot')
            check_bad_catalogs(template, folder)
            template.write_text(extract(root, listed(root)), encoding='utf-8')
            for language in pathlib.Path(root, 'po/LINGUAS').read_text(encoding='utf-8').split():
                tap.check(f'po/{language}.po is complete',
                          catalog_complaints(pathlib.Path(root, f'po/{language}.po'), template))
    tap.done()


main()
