#!/usr/bin/python3
# SPDX-FileCopyrightText: The Feldbuch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rooms of the house: no arrow runs up, GTK is named in src/ui only, and the command line links none of it.

    test-arrows.py SOURCE-ROOT [COMMAND-LINE-PROGRAM]
"""

import pathlib
import re
import subprocess
import sys
import tempfile

import tap

# What each room may include besides itself; what those may include, it may as well.
ARROWS = {
    'values': [],
    'concept': ['values'],
    'store': ['concept'],
    'flow': ['concept', 'values'],
    'formats': ['flow'],
    'review': ['flow', 'concept'],
    'translate': ['concept'],
    'cli': ['review', 'translate', 'formats', 'store'],
    'ui': ['review', 'translate', 'formats', 'store'],
}
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)
TOOLKIT = re.compile(r'^(gtk|gdk|gsk|adwaita|libadwaita)\b')
TOOLKIT_LIBRARY = re.compile(r'^\s*(lib(?:gtk|gdk|gsk|adwaita)\S*)', re.MULTILINE)
# Values are strings in, structs out: GLib and the C library are all they need.
VALUES_SYSTEM = re.compile(r'^(glib(-object)?\.h|glib/.*|gobject/.*'
                           r'|(ctype|errno|float|limits|locale|math|stdarg|stdbool|stddef|stdint|stdio|stdlib'
                           r'|string|time|wchar)\.h)$')


def reachable(room):
    found = {room}
    for below in ARROWS[room]:
        found |= reachable(below)
    return found


def complaints(root):
    """What is wrong with the includes of all sources under root/src."""
    source = pathlib.Path(root) / 'src'
    for path in sorted(source.rglob('*.[ch]')):
        place = path.relative_to(source)
        room = place.parts[0]
        if room not in ARROWS:
            yield f'src/{place}: this is no room of the house'
            continue
        text = path.read_text(encoding='utf-8')
        for match in INCLUDE.finditer(text):
            where = f"src/{place}:{text.count(chr(10), 0, match.start()) + 1}"
            mark, name = match.groups()
            target = name.split('/')[0] if '/' in name else room
            if TOOLKIT.match(name) and room != 'ui':
                yield f'{where}: {name} belongs to src/ui only'
            elif mark == '"' and (name.startswith('.') or target not in ARROWS):
                yield f'{where}: "{name}" is not written as "room/file.h"'
            elif mark == '"' and target not in reachable(room):
                yield f'{where}: the arrow from {room} to {target} runs up ("{name}")'
            elif mark == '<' and room == 'values' and not VALUES_SYSTEM.match(name):
                yield f'{where}: values need GLib only, not <{name}>'


def check_bad_house():
    """The test itself must notice each kind of fault."""
    faults = {
        'values/a.c': '#include "concept/fb-node.h"\n',
        'values/b.c': '#include <gio/gio.h>\n',
        'concept/c.c': '#include <gtk/gtk.h>\n',
        'cli/d.c': '#  include <adwaita.h>\n',
        'store/e.h': '\n#include "flow/fb-flow.h"\n',
        'flow/f.c': '#include "store/fb-reader.h"\n',
        'formats/g.c': '#include "store/fb-reader.h"\n',
        'review/h.c': '#include "formats/fb-odt.h"\n',
        'cli/i.c': '#include "ui/fb-window.h"\n',
        'flow/j.c': '#include "../concept/fb-node.h"\n',
        'cellar/k.c': '',
    }
    fine = {
        'ui/fine.c': '#include <adwaita.h>\n#include "store/fb-session.h"\n#include "values/fb-money.h"\n',
        'formats/fine.c': '#include <zip.h>\n#include "concept/fb-text.h"\n#include "formats/fb-format.h"\n',
    }
    with tempfile.TemporaryDirectory() as root:
        for name, text in {**faults, **fine}.items():
            path = pathlib.Path(root, 'src', name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding='utf-8')
        noticed = {line.split(':')[0] for line in complaints(root)}
    for name in faults:
        tap.check(f'notices the fault of {name}', '' if f'src/{name}' in noticed else 'not noticed')
    for name in fine:
        tap.check(f'accepts {name}', 'refused' if f'src/{name}' in noticed else '')


def libraries(program):
    """The names of all libraries a program loads, directly or not."""
    return subprocess.run(['ldd', program], capture_output=True, text=True, check=True).stdout


def main():
    check_bad_house()
    tap.check('no arrow runs up', complaints(sys.argv[1]))
    for program in sys.argv[2:]:
        loaded = libraries(program)
        tap.check('the libraries of the command line are known', '' if 'libglib-2.0' in loaded else loaded)
        tap.check('the command line links no GTK', TOOLKIT_LIBRARY.findall(loaded))
    tap.done()


main()
