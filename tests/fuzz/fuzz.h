/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* What libFuzzer calls with each input, and the driver with each file of a corpus. Anything wrong ends the process. */
int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);
