# SPDX-FileCopyrightText: The Feldbuch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the running program as a person with a screen reader would: through the accessibility bus and the keyboard.

A job runs inside tests/ui/screen.sh, which gives it a screen, a session bus and empty folders of its own:

    with App(job, 'file.konzept') as app:
        app.press('ctrl+h')
        app.type('Ehrenamt')
        app.activate(app.find('button', 'Replace All'))
        app.picture('replaced')

Names are the English ones. Every App checks at its end that nothing was written to standard error, and every picture
lands in the folder of the environment variable FB_SCREENSHOTS.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

import gi  # noqa: E402

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

import tap  # noqa: E402

TIMEOUT = float(os.environ.get('FB_GUI_TIMEOUT', '15'))
# What the desktop under the tests says, and the program cannot help.
HARMLESS = re.compile(r'dconf|dbus-daemon|Unable to (acquire|connect)|AT-SPI: Could not|portal|MESA|libEGL|Vulkan')
FOCUSABLE = Atspi.StateType.FOCUSABLE
ROLES = {
    'button': {'push button', 'button'},
    'toggle': {'toggle button'},
    'switch': {'toggle button', 'switch', 'check box'},
    'entry': {'text', 'entry', 'editbar', 'password text', 'paragraph', 'document text'},
    'row': {'list item', 'tree item', 'table row', 'row'},
    'menu item': {'menu item', 'check menu item', 'radio menu item'},
}


class Missing(AssertionError):
    """What was looked for is not on the screen."""


def wait(condition, what, timeout=None):
    """The first true answer of condition; Missing when there is none in time."""
    until = time.monotonic() + (timeout or TIMEOUT)
    while True:
        # Events keep the cache of the accessibility library right.
        while GLib.MainContext.default().iteration(False):
            pass
        try:
            answer = condition()
        except GLib.Error:
            answer = None  # something went away while it was looked at
        if answer:
            return answer
        if time.monotonic() > until:
            raise Missing(what)
        time.sleep(0.05)


def role(node):
    return node.get_role_name()


def name(node):
    """The name without what GTK 4.8 says twice: “_Save Save” for a button with a mnemonic."""
    said = node.get_name() or ''
    half = len(said) // 2
    for cut in (half, half + 1):
        if said[:cut].rstrip().replace('_', '') == said[cut:].strip():
            return said[cut:].strip()
    return said


def has(node, state):
    return node.get_state_set().contains(state)


def walk(node, visible=True):
    """All that is shown below node, in depth-first order."""
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is None or visible and not has(child, Atspi.StateType.VISIBLE):
            continue
        yield child
        yield from walk(child, visible)


def words(node):
    """The text of an entry or of prose."""
    text = node.get_text_iface()
    return text.get_text(0, text.get_character_count()) if text else name(node)


class Neighbour:
    """Another program on the same screen, see neighbour.py."""

    def __init__(self, *arguments):
        self.arguments = [str(argument) for argument in arguments]
        self.process = None

    def __enter__(self):
        script = pathlib.Path(__file__).resolve().parent / 'neighbour.py'
        self.process = subprocess.Popen([sys.executable, str(script), *self.arguments], stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL, text=True)
        if self.process.stdout.readline() != 'ready\n':
            raise Missing('the other program')
        return self

    def __exit__(self, kind, error, trace):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()

    def place(self, x, y):
        """Moves its window, and returns where to take hold of it."""
        ids = wait(lambda: xdotool('search', '--onlyvisible', '--pid', self.process.pid).split(), 'the other window')
        xdotool('windowmove', '--sync', ids[-1], x, y, 'windowraise', ids[-1])
        return x + 40, y + 40


def xdotool(*arguments):
    return subprocess.run(['xdotool', *map(str, arguments)], capture_output=True, text=True, check=False).stdout


class App:
    """The running program."""

    def __init__(self, job, *arguments, size=(1360, 860), language='C', settings=None, expect_warnings=False):
        self.job = job
        self.arguments = [str(argument) for argument in arguments]
        self.size = size
        self.language = language
        self.settings = settings or {}
        self.expect_warnings = expect_warnings
        self.pictures = pathlib.Path(os.environ.get('FB_SCREENSHOTS', tempfile.gettempdir()))
        self.process = None
        self.errors = None

    def __enter__(self):
        environment = {**os.environ, 'GTK_A11Y': 'atspi', 'G_DEBUG': 'fatal-criticals',
                       'GSETTINGS_BACKEND': 'keyfile', 'LANGUAGE': self.language}
        if self.language != 'C':
            environment['LC_ALL'] = f'{self.language}_{self.language.upper()}.UTF-8'
        for key, value in self.settings.items():
            subprocess.run(['gsettings', 'set', 'org.feldbuch.Feldbuch', key, value], env=environment, check=True)
        self.errors = tempfile.TemporaryFile('w+')
        self.process = subprocess.Popen([os.environ['FB_PROGRAM'], *self.arguments], env=environment,
                                        stderr=self.errors, stdin=subprocess.DEVNULL)
        wait(self.application, 'the program on the accessibility bus')
        wait(lambda: self.windows(), 'a window')
        self.focus_newest()
        return self

    def __exit__(self, kind, error, trace):
        if error is not None:
            self.picture('failed')
            self.dump()
        if self.process.poll() is None:
            self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.errors.seek(0)
        said = [line for line in self.errors.read().splitlines() if line.strip() and not HARMLESS.search(line)]
        if not self.expect_warnings:
            tap.check(f'{self.job}: the program says nothing on the terminal', said)
        if self.process.returncode not in (0, -15):
            tap.check(f'{self.job}: the program ends well', f'exit status {self.process.returncode}')

    # Looking

    def application(self):
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child is not None and child.get_process_id() == self.process.pid:
                # GTK 4.8 does not tell of every change.
                child.set_cache_mask(Atspi.Cache.NONE)
                return child
        if self.process.poll() is not None:
            self.errors.seek(0)
            raise AssertionError(f'the program ended at once: {self.errors.read()}')
        return None

    def windows(self):
        """The windows of the program, the newest last."""
        application = self.application()
        children = [application.get_child_at_index(index) for index in range(application.get_child_count())]
        return [child for child in children if child is not None]

    def search(self, kind=None, label=None, within=None):
        """What is shown of a role and with a name; the name may be a regular expression that was compiled."""
        roles = ROLES.get(kind, {kind})
        starts = [within] if within is not None else reversed(self.windows())
        for start in starts:
            for node in walk(start):
                if kind is not None and role(node) not in roles:
                    continue
                if label is not None and not (label.search(name(node)) if hasattr(label, 'search')
                                              else label == name(node)):
                    continue
                yield node

    def find_all(self, kind=None, label=None, within=None):
        return list(self.search(kind, label, within))

    def find(self, kind=None, label=None, within=None, timeout=None):
        """Waits for something to be shown, and returns the first."""
        return wait(lambda: next(self.search(kind, label, within), None), f'{kind} “{label}”', timeout)

    def gone(self, kind=None, label=None):
        """Waits for something not to be shown any more."""
        wait(lambda: next(self.search(kind, label), None) is None, f'{kind} “{label}” to go away')

    def shows(self, text, timeout=None):
        """Waits for a text to stand somewhere on the screen."""
        pattern = re.compile(re.escape(text))
        return self.find(None, pattern, timeout=timeout)

    def focused(self):
        for window in reversed(self.windows()):
            for node in walk(window):
                if has(node, Atspi.StateType.FOCUSED):
                    return node
        return None

    def dump(self):
        """Prints all that is on the screen, for who has to find out what went wrong."""
        for window in self.windows() if self.process.poll() is None else []:
            self.dump_node(window, 0)

    def dump_node(self, node, depth):
        print(f"# {'  ' * depth}{role(node)} “{name(node)}”{' *' if has(node, Atspi.StateType.FOCUSED) else ''}")
        for index in range(node.get_child_count()):
            child = node.get_child_at_index(index)
            if child is not None and has(child, Atspi.StateType.VISIBLE):
                self.dump_node(child, depth + 1)

    # Doing

    def activate(self, node, action=None):
        """Does an action, by its name if there is more than one."""
        iface = node.get_action_iface()
        if iface is None:
            raise Missing(f'{role(node)} “{name(node)}” has no actions')
        names = [iface.get_action_name(index) for index in range(iface.get_n_actions())]
        wanted = [action] if action else ['click', 'activate', 'press', 'toggle', 'menu.popup']
        for candidate in wanted:
            if candidate in names:
                iface.do_action(names.index(candidate))
                break
        else:
            raise Missing(f'{role(node)} “{name(node)}” has no action {wanted}, only {names}')
        self.settle()

    def select(self, node):
        """Clicks into the middle of something, as the mouse would."""
        box = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        self.click(box.x + min(box.width // 2, 80), box.y + box.height // 2)

    def click(self, x, y, button=1):
        xdotool('mousemove', x, y, 'click', button)
        self.settle()

    def drop(self, start, node, arrived, what):
        """Drags with the mouse from a point of the screen into the middle of something, lets go there, and waits until
        it has arrived. On a busy machine a drag may end before the two programs have come to terms: then once more."""
        for _ in range(3):
            self.drag(start, node)
            try:
                return wait(arrived, what, TIMEOUT / 2)
            except Missing:
                continue
        raise Missing(what)

    def drag(self, start, node):
        """Drags and drops, once."""
        box = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        end = box.x + box.width // 2, box.y + box.height // 2
        xdotool('mousemove', *start, 'mousedown', 1)
        for step in range(1, 21):
            xdotool('mousemove', *(a + (b - a) * step // 20 for a, b in zip(start, end)))
            self.settle(0.03)
        # The goal has to say that it would take it.
        self.settle(0.5)
        xdotool('mouseup', 1)

    def grab_focus(self, node):
        """Gives the keyboard to an entry; GTK 4.8 knows that request for some widgets only, the mouse for all."""
        try:
            if node.get_component_iface().grab_focus():
                self.settle()
                return
        except GLib.Error:
            pass
        self.select(node)

    def press(self, *keys):
        """Keys as xdotool calls them: press('ctrl+s')."""
        for key in keys:
            xdotool('key', '--clearmodifiers', key)
            time.sleep(0.05)
        self.settle()

    def type(self, text):
        xdotool('type', '--clearmodifiers', '--delay', 8, text)
        self.settle()

    def replace_text(self, node, text):
        """Types over all that stands in an entry."""
        self.grab_focus(node)
        self.press('ctrl+a')
        self.type(text)

    def tab_to(self, label, key='Tab'):
        """Goes with the keyboard to what is called so."""
        for _ in range(30):
            node = self.focused()
            if node is not None and name(node) == label:
                return node
            self.press(key)
        raise Missing(f'“{label}” by {key}')

    def selected(self, within, kind='row'):
        """The names of the rows of a list that are selected."""
        return [name(node) for node in self.find_all(kind, None, within) if has(node, Atspi.StateType.SELECTED)]

    def walk_to(self, within, pattern, key='Down'):
        """Goes with the keyboard, which a list has, to the row whose name begins so; it is then selected."""
        for _ in range(100):
            before = self.selected(within)
            if before and re.match(pattern, before[0]):
                return before[0]
            self.press(key)
            wait(lambda: self.selected(within) != before, f'another row than {before}')
        raise Missing(f'{pattern} by {key}')

    def expect_windows(self, count):
        """Waits until the program has so many windows, and gives the keyboard to the newest."""
        wait(lambda: len(self.windows()) == count, f'{count} windows')
        self.focus_newest()

    def choose(self, label, what):
        """Lets a list drop down, and chooses with the keyboard."""
        def focused_words():
            node = self.focused()
            if node is None or role(node) not in ROLES['row']:
                return None
            return next((name(child) for child in self.find_all('label', None, node)), None)

        def chosen():
            return [name(child) for child in self.find_all('label', None, button)]

        combo = self.find('combo box', label)
        button = combo.get_child_at_index(0)
        self.activate(button)
        wait(focused_words, f'the list of {label}')
        self.press('Home')
        for _ in range(60):
            words_now = focused_words()
            if words_now == what:
                self.press('Return')
                wait(lambda: what in chosen(), f'{what} to be chosen')
                return
            self.press('Down')
            wait(lambda: focused_words() != words_now, f'another choice than {words_now}')
        raise Missing(what)

    def focus_newest(self):
        """There is no window manager: gives the keyboard to the newest window, and its size to the first."""
        ids = wait(lambda: xdotool('search', '--onlyvisible', '--pid', self.process.pid).split(), 'a window')
        if len(ids) == 1:
            xdotool('windowmove', ids[0], 0, 0, 'windowsize', ids[0], *self.size)
        xdotool('windowfocus', ids[-1])
        self.settle(0.4)

    def settle(self, seconds=0.15):
        """Gives the program time to show what it did."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            GLib.MainContext.default().iteration(False)
            time.sleep(0.01)

    def choose_file(self, path):
        """Types a path into the file dialog that is open."""
        self.settle(0.6)
        self.focus_newest()
        self.press('ctrl+a')
        self.type(str(path))
        self.press('Return')
        self.settle(0.6)
        self.focus_newest()

    def save(self, path):
        """Saves the document, waits until its file is another one, and returns what stands in it."""
        before = path.stat().st_ino
        self.press('ctrl+s')
        wait(lambda: path.stat().st_ino != before, f'a new {path.name}')
        return path.read_text(encoding='utf-8')

    def picture(self, what):
        """Keeps a picture of the screen."""
        self.pictures.mkdir(parents=True, exist_ok=True)
        self.settle(0.3)
        width, height = self.size
        subprocess.run(['import', '-window', 'root', '-crop', f'{width}x{height}+0+0', '+repage',
                        str(self.pictures / f'{self.job}-{what}.png')], check=False)

    # Judging

    def nameless(self, within=None):
        """What can take the focus and has no name of its own. A list or a scrolled area takes it only where nothing
        in it can, and what shows the choice inside a combo box never does, though GTK 4.8 says so of all of them."""
        for node in [within] if within is not None else self.windows():
            yield from self.nameless_below(node, [])

    def nameless_below(self, node, path):
        for index in range(node.get_child_count()):
            child = node.get_child_at_index(index)
            if child is None or not has(child, Atspi.StateType.VISIBLE):
                continue
            kind = role(child)
            said = name(child).strip()
            part = [*path, f'{kind} “{said}”']
            in_choice = any(step.startswith('combo box “') for step in path)
            if (has(child, FOCUSABLE) and kind not in ('scroll pane', 'list')
                    and not (in_choice and kind in ('filler', 'list item'))
                    and (not said or re.match(r'Gtk|Adw|Fb[A-Z]', said))):
                yield f"{part[-1]} in {' in '.join(reversed(path[-6:]))}"
            yield from self.nameless_below(child, part)


def skip_without_tools():
    """Ends the job where the screen's tools are not installed."""
    missing = [tool for tool in ('xdotool', 'import', 'gsettings')
               if subprocess.run(['which', tool], capture_output=True, check=False).returncode]
    if missing:
        tap.skip('the job', f"{', '.join(missing)} not installed")
        tap.done()


def run(job, *steps):
    """Runs functions that each take the name of the job; a failure of one is no end of the others."""
    skip_without_tools()
    for step in steps:
        try:
            step(f'{job}-{step.__name__}')
            tap.check(f'{job}: {step.__doc__ or step.__name__}', '')
        except (AssertionError, GLib.Error) as error:
            tap.check(f'{job}: {step.__doc__ or step.__name__}', f'{type(error).__name__}: {error}')
    tap.done()
