/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fb-ui-test.h"

#include "ui/fb-inspector.h"
#include "ui/fb-table-view.h"

G_BEGIN_DECLS

/** FbUiTestPage: a fixture: the page of a collection in a window, with its inspector beside it. */
typedef struct
{
  FbDocument *document;
  GtkWidget *window;
  GtkWidget *page;
  FbTableView *table;
  FbInspector *inspector;
} FbUiTestPage;

void        fb_ui_test_page_open     (FbUiTestPage *fixture,
                                      FbDocument   *document,
                                      const char   *container);
void        fb_ui_test_page_close    (FbUiTestPage *fixture);
GListModel *fb_ui_test_page_get_rows (FbUiTestPage *fixture);
char       *fb_ui_test_dup_ids       (GListModel   *nodes);

/** Asserts which nodes are in a list, or are those of its rows, by their ids with a space between them. */
#define fb_ui_test_assert_ids(nodes, expected) \
  G_STMT_START \
  { \
    g_autofree char *fb_ui_test_ids = fb_ui_test_dup_ids (nodes); \
    g_assert_cmpstr (fb_ui_test_ids, ==, expected); \
  } \
  G_STMT_END

G_END_DECLS
