/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-table-footer.h"

#include <glib/gi18n-lib.h>

#include "concept/fb-sums.h"
#include "ui/fb-rows.h"
#include "ui/fb-table-columns-layout.h"
#include "values/fb-money.h"

/* Adding up thousands of rows waits until nobody has typed for so long, in milliseconds. */
#define DELAY 300

struct _FbTableFooter
{
  GtkWidget parent_instance;

  FbTableColumns *columns;
  FbDocument *document;
  FbNode *container;
  FbTableFilter *filter; /* or NULL: all rows are shown */
  guint update_id;
};

enum
{
  COUNTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FbTableFooter, fb_table_footer, GTK_TYPE_WIDGET)

static void
clear (FbTableFooter *self)
{
  GtkWidget *cell;

  while ((cell = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (cell);
}

/* What the sum lacks: "1 row without an amount, 1 in part"; NULL where it is whole. */
static char *
describe_missing (const FbSum *sum)
{
  guint n_without = sum->n_unknown + sum->n_open;
  g_autofree char *without = NULL;

  if (n_without == 0 && sum->n_partial == 0)
    return NULL;
  if (n_without == 0)
    return g_strdup_printf (ngettext ("%u row with an amount only in part", "%u rows with an amount only in part",
                                      sum->n_partial),
                            sum->n_partial);

  without = g_strdup_printf (ngettext ("%u row without an amount", "%u rows without an amount", n_without), n_without);
  if (sum->n_partial == 0)
    return g_steal_pointer (&without);

  /* Translators: %s is "1 row without an amount", %u how many rows have only a part of their amount */
  return g_strdup_printf (ngettext ("%s, %u in part", "%s, %u in part", sum->n_partial), without, sum->n_partial);
}

static GtkWidget *
make_sum (const FbSum *sum)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *amount = fb_money_format (sum->cents);
  g_autofree char *whole = fb_sum_describe (sum);
  g_autofree char *missing = describe_missing (sum);

  gtk_box_append (GTK_BOX (box),
                  g_object_new (GTK_TYPE_LABEL, "label", amount, "xalign", 0.0f, "ellipsize",
                                PANGO_ELLIPSIZE_END, "width-chars", 3, "css-classes",
                                (const char *[]) { "sum", NULL }, NULL));
  if (missing != NULL)
    gtk_box_append (GTK_BOX (box),
                    g_object_new (GTK_TYPE_LABEL, "label", missing, "xalign", 0.0f, "wrap", TRUE, "wrap-mode",
                                  PANGO_WRAP_WORD_CHAR, "width-chars", 3, "css-classes",
                                  (const char *[]) { "caption", "dim-label", NULL }, NULL));
  gtk_widget_set_tooltip_text (box, whole);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
  return box;
}

/* The measures that are shown: a band may be closed, and counts all the same. */
static void
add_up (FbTableFooter *self,
        FbSum         *sum)
{
  guint n_all = 0;

  if (self->filter == NULL)
    {
      fb_sums_add (self->container, sum);
      return;
    }
  for (FbNode *node = self->container; node != NULL; node = fb_node_get_next (node, self->container))
    if (fb_node_get_kind (node) == FB_KIND_MEASURE)
      {
        n_all++;
        if (fb_table_filter_matches (self->filter, node))
          fb_sums_add (node, sum);
      }
  g_signal_emit (self, signals[COUNTED], 0, sum->n_measures, n_all);
}

static void
update (FbTableFooter *self)
{
  FbSum sum = { 0 };
  gboolean shown;

  g_clear_handle_id (&self->update_id, g_source_remove);
  clear (self);
  if (self->container != NULL && fb_rows_get_kind (fb_node_get_kind (self->container)) == FB_KIND_MEASURE)
    add_up (self, &sum);
  /* A table without any amount needs no sum. */
  shown = sum.n_amounts > 0 && fb_table_columns_has (self->columns, "cost");
  gtk_widget_set_visible (GTK_WIDGET (self), shown);
  if (!shown)
    return;

  /* Behind the sum there is nothing, so that it may be wider than its column. */
  for (guint i = 0; i < fb_table_columns_get_n (self->columns); i++)
    {
      gboolean cost = g_str_equal (fb_table_columns_get (self->columns, i)->property->name, "cost");
      GtkWidget *cell = cost ? make_sum (&sum) : gtk_label_new (NULL);

      gtk_widget_add_css_class (cell, "cell");
      gtk_widget_set_parent (cell, GTK_WIDGET (self));
      if (cost)
        break;
    }
}

static gboolean
update_cb (gpointer data)
{
  FbTableFooter *self = data;

  self->update_id = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
applied_cb (FbTableFooter  *self,
            const FbChange *change)
{
  FbNode *near = change->type == FB_CHANGE_SET ? change->node : change->parent;

  if (!fb_node_is_ancestor (self->container, near) &&
      !(change->to_parent != NULL && fb_node_is_ancestor (self->container, change->to_parent)))
    return;
  if (self->update_id == 0)
    self->update_id = g_timeout_add (DELAY, update_cb, self);
}

static void
resized_cb (FbTableFooter *self)
{
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
fb_table_footer_dispose (GObject *object)
{
  FbTableFooter *self = FB_TABLE_FOOTER (object);

  fb_table_footer_bind (self, NULL, NULL);
  if (self->columns != NULL)
    g_signal_handlers_disconnect_by_data (self->columns, self);
  g_clear_object (&self->columns);
  clear (self);

  G_OBJECT_CLASS (fb_table_footer_parent_class)->dispose (object);
}

static void
fb_table_footer_class_init (FbTableFooterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fb_table_footer_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "tablefooter");

  /**
   * FbTableFooter::counted:
   * @n_shown: how many measures the filter keeps
   * @n_all: of how many
   *
   * The measures have been counted, because only some of them are shown.
   */
  signals[COUNTED] = g_signal_new ("counted", FB_TYPE_TABLE_FOOTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
fb_table_footer_init (FbTableFooter *self)
{
}

/** Returns: (transfer floating): a footer of nothing. */
GtkWidget *
fb_table_footer_new (FbTableColumns *columns)
{
  FbTableFooter *self = g_object_new (FB_TYPE_TABLE_FOOTER, "visible", FALSE, NULL);

  gtk_widget_set_layout_manager (GTK_WIDGET (self), fb_table_columns_layout_new (columns));
  self->columns = g_object_ref (columns);
  g_signal_connect_swapped (columns, "changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (columns, "resized", G_CALLBACK (resized_cb), self);
  return GTK_WIDGET (self);
}

/** Adds up the costs of @container (nullable), now and after each change. */
void
fb_table_footer_bind (FbTableFooter *self,
                      FbDocument    *document,
                      FbNode        *container)
{
  g_clear_handle_id (&self->update_id, g_source_remove);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  g_set_object (&self->container, container);
  g_clear_object (&self->filter);
  if (document != NULL)
    g_signal_connect_swapped (document, "applied", G_CALLBACK (applied_cb), self);
  if (self->columns != NULL)
    update (self);
}

/** Adds up only what @filter (nullable) keeps. */
void
fb_table_footer_set_filter (FbTableFooter *self,
                            FbTableFilter *filter)
{
  g_return_if_fail (FB_IS_TABLE_FOOTER (self));

  if (!g_set_object (&self->filter, filter) && filter == NULL)
    return;

  g_clear_handle_id (&self->update_id, g_source_remove);
  self->update_id = g_timeout_add (DELAY, update_cb, self);
}
