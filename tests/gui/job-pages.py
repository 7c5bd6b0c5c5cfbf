#!/usr/bin/python3
# SPDX-FileCopyrightText: The Feldbuch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page of the example is shown and pictured; whatever can take the focus on it has a name."""

import os
import pathlib
import re
import shutil
import tempfile

import harness
import tap

folder = pathlib.Path(tempfile.mkdtemp())
examples = pathlib.Path(os.environ['FB_SOURCE']) / 'data/examples'


def copy_example():
    target = folder / 'monheim.konzept'
    shutil.copyfile(examples / 'monheim-2016.konzept', target)
    return target


# One of each kind of page, by the row of the outline; what comes later is below what comes before it.
PAGES = ('Title page', '1 Vorwort', '2.1 Prozessschritte', '4.2 Stärkung', 'a. Stärken', 'b. Leitziele', 'c. Ideen',
         'Actors', 'Process')


def visit(app, pages, look):
    """Selects each page in the outline, and looks at it."""
    outline = app.find('list', 'Outline')
    registers = app.find('list', 'Registers')
    app.press('alt+1')
    for number, page in enumerate(pages):
        pattern = re.compile('^' + re.escape(page))
        rows = app.find_all('row', pattern, outline) or app.find_all('row', pattern, registers)
        if not rows:
            raise harness.Missing(page)
        app.select(rows[0])
        if page.startswith('4.2'):
            app.press('Right')
        look(number)


def walk(app, pages, look):
    """Turns the pages with the keyboard, and looks at those that are named."""
    outline = app.find('list', 'Outline')
    wanted = list(enumerate(pages))
    for _ in range(60):
        selected = [harness.name(node) for node in app.find_all('row', None, outline)
                    if harness.has(node, harness.Atspi.StateType.SELECTED)]
        if wanted and selected and selected[0].startswith(wanted[0][1]):
            look(wanted.pop(0)[0])
        if not wanted:
            return
        app.press('alt+Page_Down')
    raise harness.Missing(wanted[0][1])


def every_page(job):
    """each kind of page is shown, and all that can take the focus has a name"""
    nameless = set()
    with harness.App(job, copy_example()) as app:
        def look(number):
            app.picture(f'{number:02}')
            nameless.update(app.nameless())
        visit(app, PAGES, look)
    tap.check(f'{job}: everything that takes the focus has a name', sorted(nameless))


def start_page(job):
    """the start page has names for all that takes the focus"""
    with harness.App(job) as app:
        app.picture('start')
        tap.check(f'{job}: everything that takes the focus has a name', app.nameless())


def dialogs(job):
    """the dialogs have names for all that takes the focus"""
    with harness.App(job, copy_example()) as app:
        for key, what in (('ctrl+e', 'export'), ('ctrl+comma', 'preferences'), ('ctrl+question', 'shortcuts'),
                          ('alt+Return', 'properties')):
            windows = len(app.windows())
            app.press(key)
            harness.wait(lambda: len(app.windows()) > windows, f'the dialog of {key}')
            app.focus_newest()
            app.picture(what)
            # The window of shortcuts, and the frame around preferences, are the toolkit's own.
            lists = {'shortcuts': [], 'preferences': app.find_all('list', re.compile('^(Appearance|Writing)$'))}
            for part in lists.get(what, [app.windows()[-1]]):
                tap.check(f'{job}: everything in {what} that takes the focus has a name', app.nameless(part))
            app.press('Escape')
            harness.wait(lambda: len(app.windows()) == windows, f'the end of the dialog of {key}')
            app.focus_newest()


def narrow(job):
    """the pages fit on 800 by 600"""
    with harness.App(job, copy_example(), size=(800, 600)) as app:
        walk(app, PAGES[:-2], lambda number: app.picture(f'{number:02}'))


def mouse(job):
    """a press on a tooltip goes to what is below it, and a field is dragged before another"""
    target = copy_example()
    with harness.App(job, target) as app:
        row = app.find('row', re.compile('^4.3 ')).get_component_iface().get_extents(harness.Atspi.CoordType.WINDOW)
        x, y = row.x + 80, row.y + row.height // 2
        harness.xdotool('mousemove', x, y - 4)
        harness.xdotool('mousemove', x, y)
        app.settle(1.5)
        app.picture('tooltip')
        app.click(x, y + row.height)
        app.shows('Field of action 4.4')

        # The upper half of a field is before it, for one cannot stand in the other. Who waits there unfolds it.
        app.settle(0.8)  # or the press would be the second of a double click
        harness.xdotool('mousemove', x, y + row.height, 'mousedown', 1)
        harness.xdotool('mousemove', x, y + row.height // 2 + 2)
        app.settle(0.1)
        for step in range(3):
            harness.xdotool('mousemove', x + step, y - 3)
        app.settle(0.1)
        harness.xdotool('mouseup', 1)
        app.find('row', re.compile('^4.3 Bildung'))
        app.press('ctrl+z')
        app.find('row', re.compile('^4.4 Bildung'))


def dark(job):
    """the pages are shown in the dark"""
    with harness.App(job, copy_example(), settings={'color-scheme': 'dark'}) as app:
        visit(app, PAGES, lambda number: app.picture(f'{number:02}'))


harness.run('pages', every_page, start_page, dialogs, narrow, mouse, dark)
