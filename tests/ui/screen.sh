#!/bin/sh
# SPDX-FileCopyrightText: The Feldbuch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs a program on a screen and a session bus of its own, with nothing of the user's settings and files.
#
#   screen.sh PROGRAM [ARGUMENT...]

set -eu

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
trap 'exit 143' INT TERM

for name in XDG_CONFIG_HOME XDG_CACHE_HOME XDG_DATA_HOME XDG_STATE_HOME XDG_RUNTIME_DIR; do
  mkdir -m 700 "$home/$name"
  export "$name=$home/$name"
done
export HOME="$home" GDK_BACKEND=x11 GSK_RENDERER=cairo GSETTINGS_BACKEND=memory NO_AT_BRIDGE="${NO_AT_BRIDGE:-0}"

# Libraries have no frame pointers: what they leak is only known by a whole stack, of which the first calls are enough.
export ASAN_OPTIONS="${ASAN_OPTIONS:-}:fast_unwind_on_malloc=0:malloc_context_size=12"

if ! command -v xvfb-run >/dev/null || ! command -v dbus-run-session >/dev/null; then
  echo "1..0 # SKIP xvfb-run or dbus-run-session is missing"
  exit 0
fi

# The standard output is the program's alone: xvfb-run mixes standard error into it, and services of the bus write there.
status=0
xvfb-run -a -s '-screen 0 1400x900x24 -noreset' dbus-run-session -- sh -c 'exec "$@" >&3 3>&-' sh "$@" 3>&1 >&2 ||
  status=$?
exit $status
