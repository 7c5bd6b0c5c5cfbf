#!/bin/sh
# SPDX-FileCopyrightText: The Feldbuch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing (Debian, Ubuntu), builds, and opens a copy of the example, or the files that are named.
# Without a display it exports the example to ODT and HTML instead.
#
#   sh src/run.sh [FILE...]

set -eu

top=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$top/src/install.sh"

# shellcheck disable=SC2086 # lists of words
install_packages $build_packages $runtime_packages
settle_locale
(cd "$top" && build _build)

# The programs are not installed: tell them where their settings, translations and icons are.
export GSETTINGS_SCHEMA_DIR="$top/_build/data"
export FB_LOCALEDIR="$top/_build/po"
export XDG_DATA_DIRS="$top/data:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}"

example=$top/data/examples/monheim-2016.konzept

if [ -z "${DISPLAY:-}" ] && [ -z "${WAYLAND_DISPLAY:-}" ]; then
  if [ $# -eq 0 ]; then
    set -- "$example"
  fi
  for file in "$@"; do
    name=$(basename "$file" .konzept)
    for format in odt html; do
      "$top/_build/src/cli/feldbuch-cli" export "$file" -o "$top/_build/$name.$format"
    done
    say "there is no display; exported $name to _build/$name.odt and _build/$name.html"
  done
  exit 0
fi

if [ $# -eq 0 ]; then
  # A copy, so that trying things out does not change the sources.
  copy=$top/_build/${example##*/}
  [ -e "$copy" ] || cp "$example" "$copy"
  say "opening _build/${copy##*/}, a copy of the example"
  set -- "$copy"
fi

if [ -z "${DBUS_SESSION_BUS_ADDRESS:-}" ] && [ ! -S "${XDG_RUNTIME_DIR:-/nonexistent}/bus" ]; then
  exec dbus-run-session -- "$top/_build/src/ui/feldbuch" "$@"
fi
exec "$top/_build/src/ui/feldbuch" "$@"
