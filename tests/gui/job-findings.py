#!/usr/bin/python3
# SPDX-FileCopyrightText: The Feldbuch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks find is walked through, looked at in its place, repaired and set aside; undo takes all of it back."""

import os
import pathlib
import re
import shutil
import tempfile

import harness

folder = pathlib.Path(tempfile.mkdtemp())
examples = pathlib.Path(os.environ['FB_SOURCE']) / 'data/examples'
REASON = 'Die Stadt schreibt es so'


def copy_example():
    target = folder / 'monheim.konzept'
    shutil.copyfile(examples / 'monheim-2016.konzept', target)
    return target


def jump(job):
    """the list of findings is walked through by keyboard, and each leads to its place"""
    with harness.App(job, copy_example()) as app:
        app.press('F6')
        findings = app.find('list', 'Findings')
        app.walk_to(findings, 'Warning: “statt” stands twice')
        app.picture('list')
        app.press('Return')
        app.find('row', re.compile('^1 Austauschplattformen'))
        entries = harness.wait(lambda: [node for node in app.find_all('entry') if 'statt' in harness.words(node)
                                        and harness.has(node, harness.Atspi.StateType.FOCUSED)],
                               'the words that were found')
        text = entries[0].get_text_iface()
        marked = text.get_selection(0) if text.get_n_selections() else None
        assert marked, 'nothing is marked in the text'
        assert 'statt' in text.get_text(marked.start_offset, marked.end_offset), 'something else is marked'
        app.picture('place')

        # The next one by its key, and then a register.
        app.press('F4')
        harness.wait(lambda: re.match('Warning: The sentence breaks off', (app.selected(findings) or [''])[0]),
                     'the next finding to be selected')
        app.press('F4')
        harness.wait(lambda: re.match('Warning: “.” closes a bracket', (app.selected(findings) or [''])[0]),
                     'the finding of the process')
        app.find('row', re.compile('Gespräche mit Projektleitungsrunde'))
        app.press('F6')
        app.gone('list', 'Findings')


def repair(job):
    """one finding is repaired, all alike are, one is set aside with a reason; undo brings back every byte"""
    target = copy_example()
    before = target.read_text(encoding='utf-8')
    with harness.App(job, target) as app:
        app.press('F6')
        findings = app.find('list', 'Findings')
        app.walk_to(findings, 'Hint: The heading ends with a colon, 3.2 .* Grundlagen')
        app.activate(app.find('button', 'Repair'))
        app.gone('row', re.compile('ends with a colon, 3.2 .* Grundlagen'))
        app.find('row', re.compile('ends with a colon, 3.2 .* Erkenntnisse'), findings)

        # Set aside, which wants a reason.
        app.walk_to(findings, 'Warning: “statt” stands twice', 'Up')
        windows = len(app.windows())
        app.activate(app.find('button', 'Set Aside…'))
        app.expect_windows(windows + 1)
        confirm = app.find('button', 'Set Aside')
        assert not harness.has(confirm, harness.Atspi.StateType.SENSITIVE), 'no reason is needed'
        app.grab_focus(app.find('entry', 'Reason'))
        app.type(REASON)
        harness.wait(lambda: harness.has(confirm, harness.Atspi.StateType.SENSITIVE), 'the button to be of use')
        app.picture('reason')
        app.activate(confirm)
        app.expect_windows(windows)
        app.gone('row', re.compile('^Warning: “statt” stands twice'))
        app.find('button', re.compile('^Checks: 3 findings'))

        text = app.save(target)
        assert 'Grundlagen:</title>' not in text, 'the heading was not repaired'
        assert before.count(':</title>') == text.count(':</title>') + 1, 'another heading was repaired'
        assert f'<reason>{REASON}</reason>' in text, 'the reason is not in the file'

        # All that are alike at once, and all back.
        app.walk_to(findings, 'Hint: The heading ends with a colon')
        app.activate(app.find('button', re.compile('^Repair All 4 Alike')))
        app.gone('row', re.compile('ends with a colon'))
        app.picture('repaired')
        app.press('ctrl+z', 'ctrl+z', 'ctrl+z')
        app.find('row', re.compile('^Warning: “statt” stands twice'), findings)
        app.find('button', re.compile('^Checks: 4 findings'))
        assert app.save(target) == before, 'undo left something behind'


harness.run('findings', jump, repair)
