#!/usr/bin/python3
# SPDX-FileCopyrightText: The Feldbuch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page of the example is shown and pictured; whatever can take the focus on it has a name."""

import os
import pathlib
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


def turn(app, visit, limit=60):
    """Turns the pages from the first to the last with the keyboard, and calls visit(number) on each."""
    before = None
    for number in range(limit):
        visit(number)
        app.press('ctrl+Page_Down')
        selected = [harness.name(node) for node in app.find_all('row')
                    if harness.has(node, harness.Atspi.StateType.SELECTED)]
        if selected == before:
            break
        before = selected


def every_page(job):
    """each page of the example is shown, and all that can take the focus has a name"""
    nameless = set()
    with harness.App(job, copy_example()) as app:
        def visit(number):
            app.picture(f'{number:02}')
            nameless.update(app.nameless())
        turn(app, visit)
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
            tap.check(f'{job}: everything in {what} that takes the focus has a name', app.nameless())
            app.press('Escape')
            harness.wait(lambda: len(app.windows()) == windows, f'the end of the dialog of {key}')
            app.focus_newest()


def narrow(job):
    """the pages fit on 800 by 600"""
    with harness.App(job, copy_example(), size=(800, 600)) as app:
        turn(app, lambda number: app.picture(f'{number:02}') if number % 4 == 0 else None)


def dark(job):
    """the pages are shown in the dark"""
    with harness.App(job, copy_example(), settings={'color-scheme': 'dark'}) as app:
        turn(app, lambda number: app.picture(f'{number:02}') if number % 4 == 0 else None)


harness.run('pages', every_page, start_page, dialogs, narrow, dark)
