/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "concept/fb-document.h"

G_BEGIN_DECLS

/* What the tests of widgets share. */

void        fb_ui_test_init         (int          *argc,
                                     char       ***argv);
FbDocument *fb_ui_test_sample       (void);
GtkWidget  *fb_ui_test_present      (GtkWidget    *child);
void        fb_ui_test_close        (GtkWidget    *window);
void        fb_ui_test_settle       (void);
gboolean    fb_ui_test_wait         (gboolean    (*condition) (gpointer data),
                                     gpointer      data);
GtkWidget  *fb_ui_test_find         (GtkWidget    *root,
                                     GType         type,
                                     const char   *label);
void        fb_ui_test_check_names  (GtkWidget    *root);

/** Watches an object until fb_ui_test_assert_finalized(). */
#define fb_ui_test_watch(object, pointer) (*(pointer) = (gpointer) (object), \
  g_object_add_weak_pointer (G_OBJECT (object), (gpointer *) (pointer)))
#define fb_ui_test_assert_finalized(pointer) g_assert_null (pointer)

G_END_DECLS
