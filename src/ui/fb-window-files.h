/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/fb-window.h"

G_BEGIN_DECLS

/* Documents come into a window, and go into files, through these. */

void     fb_window_open_file     (GtkApplication *application,
                                  FbWindow       *from,
                                  GFile          *file);
void     fb_window_open_example  (FbWindow       *self,
                                  const char     *name);
void     fb_window_open_template (FbWindow       *self,
                                  const char     *name);
void     fb_window_choose_file   (FbWindow       *self);
void     fb_window_reload        (FbWindow       *self);
FbWindow *fb_window_find_for_file (GtkApplication *application,
                                  GFile          *file);
void     fb_window_remember_file (GFile          *file);
void     fb_window_prepare_chooser (GtkFileChooser *chooser,
                                  GFile          *file);

/* fb-window-save.c */
void     fb_window_save          (FbWindow       *self,
                                  gboolean        under_another_name,
                                  gboolean        then_close);
void     fb_window_save_to       (FbWindow       *self,
                                  GFile          *file,
                                  gboolean        then_close);
gboolean fb_window_ask_to_close  (FbWindow       *self);

G_END_DECLS
