#!/bin/sh
# SPDX-FileCopyrightText: The Feldbuch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Lets libFuzzer (clang) look for inputs that go wrong:
#     tests/fuzz/run.sh NAME [SECONDS]        NAME is reader or explain
# What it finds is left in the build folder as crash-*.
set -eu

name=${1:?usage: run.sh NAME [SECONDS]}
seconds=${2:-60}
source=$(cd "$(dirname "$0")/../.." && pwd)
build=$source/_build-fuzz

[ -d "$build" ] || CC=clang meson setup "$build" "$source" -Db_sanitize=address,undefined -Db_lundef=false \
  -Dc_args=-fsanitize=fuzzer-no-link
ninja -C "$build" "tests/fuzz/libfuzzer-$name"

mkdir -p "$build/corpus-$name"
case $name in
  reader) set -- "$source/tests/data/broken" "$source/data/templates" "$source/tests/fuzz/corpus-reader" ;;
  *) set -- "$source/tests/fuzz/corpus-$name" ;;
esac
cd "$build"
exec "tests/fuzz/libfuzzer-$name" -max_total_time="$seconds" -max_len=20000 -timeout=10 "corpus-$name" "$@"
