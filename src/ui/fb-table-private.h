/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/fb-table-filter.h"
#include "ui/fb-table-model.h"
#include "ui/fb-table-view.h"

G_BEGIN_DECLS

/* Between the table, its actions and what it does when the document changes. */

typedef struct _FbTableMemory FbTableMemory;

struct _FbTableView
{
  GtkWidget parent_instance;

  FbDocument *document;
  FbNode *container;
  FbTableColumns *columns;
  FbTableModel *model;
  GtkMultiSelection *selection;
  GHashTable *widgets;  /* FbNode to FbTableRow, of the rows that are on the screen; neither owned */
  GPtrArray *selected;  /* FbNode, in reading order */
  guint n_acted;        /* of them, what fb_table_view_get_acted() has */
  gboolean selecting;
  FbTableFilter *filter;
  GtkSorter *sorter;      /* or NULL: the order of the document */
  const FbProperty *sort; /* by what, or NULL */
  gboolean descending;
  FbTableMemory *memory;  /* of all measures, or NULL */

  GtkWidget *filter_bar;
  GtkWidget *header;
  GtkWidget *stack;
  GtkWidget *list;
  GtkWidget *empty;
  GtkWidget *footer;
  GtkWidget *bar;
};

void       fb_table_view_applied               (FbTableView    *self,
                                                const FbChange *change);
void       fb_table_view_load_columns          (FbTableView    *self);
void       fb_table_view_show_emptiness        (FbTableView    *self);
void       fb_table_view_collect_again         (FbTableView    *self);

void       fb_table_memory_free                (FbTableMemory  *memory);
void       fb_table_view_remember              (FbTableView    *self);
void       fb_table_view_recall                (FbTableView    *self);

gboolean   fb_table_view_can_move_to           (FbTableView    *self);
void       fb_table_view_move_to               (FbTableView    *self,
                                                double          x,
                                                double          y);

GPtrArray *fb_table_view_get_acted             (FbTableView    *self);
void       fb_table_view_class_install_actions (GtkWidgetClass *widget_class);
void       fb_table_view_update_actions        (FbTableView    *self);
GMenu     *fb_table_view_make_menu             (FbTableView    *self);
GtkWidget *fb_table_view_get_row_widget        (FbTableView    *self,
                                                FbNode         *node);
void       fb_table_view_select_new            (FbTableView    *self,
                                                GPtrArray      *rows);
void       fb_table_view_toggle                (FbTableView    *self,
                                                FbNode         *node);
void       fb_table_view_popup                 (FbTableView    *self,
                                                double          x,
                                                double          y);
gboolean   fb_table_view_get_filtering         (FbTableView    *self);
void       fb_table_view_show_filter           (FbTableView    *self,
                                                gboolean        shown);
void       fb_table_view_edit                  (FbTableView    *self,
                                                const char     *property);

G_END_DECLS
