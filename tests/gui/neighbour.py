#!/usr/bin/python3
# SPDX-FileCopyrightText: The Feldbuch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Another program on the same screen, until it is ended: what it has can be pasted or dragged from it.

    neighbour.py text WORDS       has WORDS on the clipboard
    neighbour.py html TABLE       has a piece of a web page on the clipboard
    neighbour.py files FILE...    a window from which files are dragged

It says "ready" once that is so.
"""

import sys

import gi

gi.require_version('Gtk', '4.0')
from gi.repository import Gdk, Gio, GLib, GObject, Gtk  # noqa: E402


def make_content(kind, arguments):
    if kind == 'text':
        return Gdk.ContentProvider.new_for_value(arguments[0])
    if kind == 'html':
        return Gdk.ContentProvider.new_for_bytes('text/html', GLib.Bytes.new(arguments[0].encode()))
    files = Gdk.FileList.new_from_list([Gio.File.new_for_path(argument) for argument in arguments])
    return Gdk.ContentProvider.new_for_value(GObject.Value(Gdk.FileList, files))


def show_source(content):
    """A window that is nothing but a handle."""
    window = Gtk.Window(title='neighbour', default_width=150, default_height=100, decorated=False)
    source = Gtk.DragSource(actions=Gdk.DragAction.COPY)
    source.set_content(content)
    window.set_child(Gtk.Label(label='Drag', hexpand=True, vexpand=True))
    window.get_child().add_controller(source)
    window.present()
    return window


Gtk.init()
content = make_content(sys.argv[1], sys.argv[2:])
if sys.argv[1] == 'files':
    window = show_source(content)
else:
    Gdk.Display.get_default().get_clipboard().set_content(content)
# By then the screen knows it.
GLib.timeout_add(200, lambda: print('ready', flush=True))
GLib.MainLoop().run()
