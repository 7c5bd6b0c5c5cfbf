/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-chart-page.h"

#include <glib/gi18n-lib.h>

#include "flow/fb-chart.h"
#include "ui/fb-chart-cells.h"
#include "ui/fb-chart-list.h"
#include "ui/fb-chart-strip.h"
#include "ui/fb-editor.h"
#include "ui/fb-tab-stop.h"

/* Changes that follow one another closely, such as typing, make one new chart. */
#define DELAY 200

typedef struct
{
  GtkLabel *title;
  GtkLabel *notes;
  GtkWidget *views;
  GtkToggleButton *chart_button;
  GtkToggleButton *table_button;
  GtkStack *stack;
  FbChartStrip *scale;
  GtkListView *rows;
  FbChartCells *headings;
  GtkScrolledWindow *headings_window;
  GtkScrolledWindow *lines_window;
  GtkListView *lines;
  AdwStatusPage *nothing;

  FbChartList *row_list;
  FbChartList *line_list;
  FbDocument *document;
  FbNode *node;
  guint update_id;
} FbChartPagePrivate;

static void page_iface_init (FbPageInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (FbChartPage,
                                  fb_chart_page,
                                  ADW_TYPE_BIN,
                                  G_ADD_PRIVATE (FbChartPage)
                                  G_IMPLEMENT_INTERFACE (FB_TYPE_PAGE, page_iface_init))

static FbChartPagePrivate *
get_private (FbChartPage *self)
{
  return fb_chart_page_get_instance_private (self);
}

static void
show_view (FbChartPage *self)
{
  FbChartPagePrivate *priv = get_private (self);
  FbChart *chart = fb_chart_list_get_chart (priv->row_list);
  gboolean empty = chart == NULL || fb_chart_get_n_rows (chart) == 0;

  gtk_widget_set_visible (priv->views, !empty);
  gtk_stack_set_visible_child_name (priv->stack, empty                                            ? "nothing"
                                                 : gtk_toggle_button_get_active (priv->table_button) ? "table"
                                                                                                     : "chart");
}

static void
update (FbChartPage *self)
{
  FbChartPagePrivate *priv = get_private (self);
  g_autoptr (FbChart) chart = NULL;
  g_autofree char *notes = NULL;

  if (priv->document != NULL)
    chart = FB_CHART_PAGE_GET_CLASS (self)->make_chart (priv->document, NULL);
  fb_chart_list_set_chart (priv->row_list, chart);
  fb_chart_list_set_chart (priv->line_list, chart);
  fb_chart_strip_set_scale (priv->scale, chart);
  fb_chart_cells_set_headings (priv->headings, chart);
  if (chart != NULL)
    {
      notes = g_strjoinv (" · ", (char **) fb_chart_get_notes (chart));
      gtk_label_set_label (priv->title, fb_chart_get_title (chart));
      gtk_label_set_label (priv->notes, notes);
      gtk_widget_set_visible (GTK_WIDGET (priv->notes), *notes != '\0');
      gtk_accessible_update_property (GTK_ACCESSIBLE (priv->title), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      fb_chart_get_title (chart), -1);
    }
  show_view (self);
}

static gboolean
update_cb (gpointer data)
{
  FbChartPage *self = data;

  get_private (self)->update_id = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

static void
applied_cb (FbChartPage *self)
{
  FbChartPagePrivate *priv = get_private (self);

  if (priv->update_id == 0)
    priv->update_id = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, DELAY, update_cb, self, NULL);
}

static void
view_changed_cb (FbChartPage *self)
{
  show_view (self);
}

/* Goes to what a row is about. */
static void
activate_cb (FbChartPage *self,
             guint        position,
             GtkListView *list)
{
  FbChartPagePrivate *priv = get_private (self);
  g_autoptr (FbChartItem) item
      = g_list_model_get_item (G_LIST_MODEL (list == priv->lines ? priv->line_list : priv->row_list), position);
  const char *id = item != NULL ? fb_chart_item_get_id (item) : NULL;
  FbNode *node = id != NULL ? fb_document_lookup (priv->document, id) : NULL;
  GtkWidget *editor = gtk_widget_get_ancestor (GTK_WIDGET (self), FB_TYPE_EDITOR);

  if (node != NULL && editor != NULL)
    fb_editor_go_to (FB_EDITOR (editor), node, NULL, 0, 0);
}

/* What a screen reader calls a row stands on the row, which is the parent of what the factory makes. */
static void
name_row (GtkWidget  *child,
          const char *name)
{
  GtkWidget *row = gtk_widget_get_parent (child);

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *list_item)
{
  gtk_list_item_set_child (list_item, fb_chart_strip_new ());
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *list_item)
{
  FbChartItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *child = gtk_list_item_get_child (list_item);

  fb_chart_strip_set_item (FB_CHART_STRIP (child), item);
  gtk_list_item_set_activatable (list_item, fb_chart_item_get_id (item) != NULL);
  name_row (child, fb_chart_item_get_row (item)->description);
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *list_item)
{
  fb_chart_strip_set_item (FB_CHART_STRIP (gtk_list_item_get_child (list_item)), NULL);
}

static void
setup_line_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *list_item)
{
  gtk_list_item_set_child (list_item, fb_chart_cells_new ());
}

static void
bind_line_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *list_item)
{
  FbChartItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *child = gtk_list_item_get_child (list_item);
  g_autofree char *name = fb_chart_cells_describe (item);

  fb_chart_cells_set_item (FB_CHART_CELLS (child), item);
  gtk_list_item_set_activatable (list_item, fb_chart_item_get_id (item) != NULL);
  name_row (child, name);
}

static void
fb_chart_page_set_node (FbPage     *page,
                        FbDocument *document,
                        FbNode     *node)
{
  FbChartPage *self = FB_CHART_PAGE (page);
  FbChartPagePrivate *priv = get_private (self);

  if (priv->document == document && priv->node == node)
    return;

  if (priv->document != NULL)
    g_signal_handlers_disconnect_by_data (priv->document, self);
  g_clear_handle_id (&priv->update_id, g_source_remove);
  g_set_object (&priv->document, document);
  g_set_object (&priv->node, node);
  if (document != NULL)
    g_signal_connect_swapped (document, "applied", G_CALLBACK (applied_cb), self);
  update (self);
}

static FbNode *
fb_chart_page_get_node (FbPage *page)
{
  return get_private (FB_CHART_PAGE (page))->node;
}

static void
fb_chart_page_focus (FbPage *page)
{
  FbChartPagePrivate *priv = get_private (FB_CHART_PAGE (page));

  gtk_widget_grab_focus (GTK_WIDGET (gtk_toggle_button_get_active (priv->table_button) ? priv->lines : priv->rows));
}

static void
page_iface_init (FbPageInterface *iface)
{
  iface->set_node = fb_chart_page_set_node;
  iface->get_node = fb_chart_page_get_node;
  iface->focus = fb_chart_page_focus;
}

static void
set_up_list (GtkListView *list,
             FbChartList *model,
             GCallback    setup,
             GCallback    bind,
             GCallback    unbind)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (model)));

  g_signal_connect (factory, "setup", setup, NULL);
  g_signal_connect (factory, "bind", bind, NULL);
  if (unbind != NULL)
    g_signal_connect (factory, "unbind", unbind, NULL);
  gtk_list_view_set_factory (list, factory);
  gtk_list_view_set_model (list, GTK_SELECTION_MODEL (selection));
}

static void
fb_chart_page_constructed (GObject *object)
{
  FbChartPage *self = FB_CHART_PAGE (object);
  FbChartPagePrivate *priv = get_private (self);
  FbChartPageClass *klass = FB_CHART_PAGE_GET_CLASS (self);

  G_OBJECT_CLASS (fb_chart_page_parent_class)->constructed (object);

  adw_status_page_set_icon_name (priv->nothing, klass->icon);
  adw_status_page_set_title (priv->nothing, _(klass->nothing));
}

static void
fb_chart_page_dispose (GObject *object)
{
  FbChartPage *self = FB_CHART_PAGE (object);
  FbChartPagePrivate *priv = get_private (self);

  if (priv->document != NULL)
    g_signal_handlers_disconnect_by_data (priv->document, self);
  g_clear_handle_id (&priv->update_id, g_source_remove);
  g_clear_object (&priv->document);
  g_clear_object (&priv->node);
  /* GTK 4.8 finds no template in a subclass, so gtk_widget_dispose_template() is of no use here. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&priv->row_list);
  g_clear_object (&priv->line_list);

  G_OBJECT_CLASS (fb_chart_page_parent_class)->dispose (object);
}

static void
fb_chart_page_class_init (FbChartPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = fb_chart_page_constructed;
  object_class->dispose = fb_chart_page_dispose;

  g_type_ensure (FB_TYPE_CHART_STRIP);
  g_type_ensure (FB_TYPE_CHART_CELLS);
  g_type_ensure (FB_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/feldbuch/Feldbuch/ui/fb-chart-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, FbChartPage, title);
  gtk_widget_class_bind_template_child_private (widget_class, FbChartPage, notes);
  gtk_widget_class_bind_template_child_private (widget_class, FbChartPage, views);
  gtk_widget_class_bind_template_child_private (widget_class, FbChartPage, chart_button);
  gtk_widget_class_bind_template_child_private (widget_class, FbChartPage, table_button);
  gtk_widget_class_bind_template_child_private (widget_class, FbChartPage, stack);
  gtk_widget_class_bind_template_child_private (widget_class, FbChartPage, scale);
  gtk_widget_class_bind_template_child_private (widget_class, FbChartPage, rows);
  gtk_widget_class_bind_template_child_private (widget_class, FbChartPage, headings);
  gtk_widget_class_bind_template_child_private (widget_class, FbChartPage, headings_window);
  gtk_widget_class_bind_template_child_private (widget_class, FbChartPage, lines_window);
  gtk_widget_class_bind_template_child_private (widget_class, FbChartPage, lines);
  gtk_widget_class_bind_template_child_private (widget_class, FbChartPage, nothing);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
fb_chart_page_init (FbChartPage *self)
{
  FbChartPagePrivate *priv = get_private (self);

  gtk_widget_init_template (GTK_WIDGET (self));
  priv->row_list = fb_chart_list_new (FALSE);
  priv->line_list = fb_chart_list_new (TRUE);
  set_up_list (priv->rows, priv->row_list, G_CALLBACK (setup_row_cb), G_CALLBACK (bind_row_cb),
               G_CALLBACK (unbind_row_cb));
  set_up_list (priv->lines, priv->line_list, G_CALLBACK (setup_line_cb), G_CALLBACK (bind_line_cb), NULL);
  /* The headings move sideways with the lines. */
  gtk_scrolled_window_set_hadjustment (priv->headings_window,
                                       gtk_scrolled_window_get_hadjustment (priv->lines_window));
}

/** Returns: whether the table is shown in place of the chart */
gboolean
fb_chart_page_get_table_shown (FbChartPage *self)
{
  g_return_val_if_fail (FB_IS_CHART_PAGE (self), FALSE);

  return gtk_toggle_button_get_active (get_private (self)->table_button);
}

/** Shows the table, or the chart. */
void
fb_chart_page_set_table_shown (FbChartPage *self,
                               gboolean     shown)
{
  FbChartPagePrivate *priv;

  g_return_if_fail (FB_IS_CHART_PAGE (self));

  priv = get_private (self);
  gtk_toggle_button_set_active (shown ? priv->table_button : priv->chart_button, TRUE);
}

/** Returns: (transfer none) (nullable): what is shown */
FbChart *
fb_chart_page_get_chart (FbChartPage *self)
{
  g_return_val_if_fail (FB_IS_CHART_PAGE (self), NULL);

  return fb_chart_list_get_chart (get_private (self)->row_list);
}
