/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-form.h"

#include <glib/gi18n-lib.h>

#include "ui/fb-bodies-row.h"
#include "ui/fb-choice-row.h"
#include "ui/fb-flag-row.h"
#include "ui/fb-image-row.h"
#include "ui/fb-line-row.h"
#include "ui/fb-refs-row.h"
#include "ui/fb-text-row.h"
#include "ui/fb-words-row.h"

/* The rows of one kind. */
typedef struct
{
  GtkWidget *list;
  GPtrArray *properties; /* FbProperty, in the order of the rows */
  GPtrArray *rows;       /* FbFormRow, owned by the list */
} Sheet;

struct _FbForm
{
  GtkWidget parent_instance;

  FbFormPart part;
  char **omitted;
  GtkWidget *stack;
  Sheet *sheets[FB_N_KINDS];
  FbDocument *document;
  FbNode *node;
};

enum
{
  LEAVE,
  NEXT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FbForm, fb_form, GTK_TYPE_WIDGET)

/* What is filled in first comes first; the rest follows in the order of the kinds table. */
static const struct
{
  FbKind kind;
  gboolean split; /* into essentials and the rest */
  const char *first[12];
} orders[] = {
  { FB_KIND_CONCEPT, FALSE, { "title", "own-title", "subtitle", "authority", "edition", "as-of", "term" } },
  { FB_KIND_FIELD, FALSE, { "title", "code" } },
  { FB_KIND_CHAPTER, FALSE, { "title" } },
  { FB_KIND_FIGURE, FALSE, { "image", "caption", "alternative", "decorative" } },
  { FB_KIND_GOALS, FALSE, { "title", "text" } },
  { FB_KIND_GOAL, FALSE, { "title", "level", "code", "text" } },
  { FB_KIND_MEASURES, FALSE, { "title", "caption", "text" } },
  { FB_KIND_GROUP, FALSE, { "title" } },
  { FB_KIND_MEASURE, TRUE, { "title", "status", "period", "cost", "responsible", "text" } },
  { FB_KIND_STEP, FALSE, { "title", "text", "responsible", "period", "cost", "status" } },
  { FB_KIND_COLUMN, FALSE, { "title", "shows", "type", "choices" } },
  { FB_KIND_ACTOR, FALSE, { "number", "name", "spellings", "kind" } },
  { FB_KIND_EVENT, FALSE, { "title", "dates", "kind" } },
  { FB_KIND_RESOLUTION, FALSE, { "body", "number", "date", "vote" } },
  { FB_KIND_CEILING, FALSE, { "amount", "year", "source" } },
};

static GType
get_row_type (FbDocument       *document,
              const FbProperty *property)
{
  /* By FbValueType. */
  static GType (*const types[]) (void) = {
    [FB_VALUE_WORDS] = fb_words_row_get_type,       [FB_VALUE_RICH] = fb_text_row_get_type,
    [FB_VALUE_CHOICE] = fb_choice_row_get_type,     [FB_VALUE_REFS] = fb_refs_row_get_type,
    [FB_VALUE_FLAG] = fb_flag_row_get_type,         [FB_VALUE_LANGUAGE] = fb_choice_row_get_type,
    [FB_VALUE_IMAGE] = fb_image_row_get_type,
  };

  if (property->flags & FB_PROPERTY_OWN)
    {
      FbNode *column = fb_document_lookup (document, property->name);

      if (column != NULL && g_strcmp0 (fb_node_get_words (column, "type"), "choice") == 0)
        return FB_TYPE_CHOICE_ROW;
    }
  if (property->reads == FB_READS_RESPONSIBLE)
    return FB_TYPE_BODIES_ROW;
  if (property->type == FB_VALUE_WORDS && (property->flags & FB_PROPERTY_LINE))
    return FB_TYPE_LINE_ROW;

  return types[property->type] ();
}

/* A column of another table is shown only where it holds something, as after a move between tables. */
static gboolean
is_wanted (FbForm           *self,
           FbNode           *node,
           const FbProperty *property)
{
  FbNode *column;

  if (self->omitted != NULL && g_strv_contains ((const char *const *) self->omitted, property->name))
    return FALSE;
  if (!(property->flags & FB_PROPERTY_OWN))
    return TRUE;

  column = fb_document_lookup (self->document, property->name);
  return fb_node_get_value (node, property) != NULL ||
         (column != NULL && fb_node_get_parent (column) == fb_node_get_ancestor (node, FB_KIND_MEASURES));
}

/* The properties of the form of a node, in their order. */
static GPtrArray *
choose_properties (FbForm *self,
                   FbNode *node)
{
  FbKind kind = fb_node_get_kind (node);
  g_autoptr (GPtrArray) all = fb_document_get_properties (self->document, kind);
  GPtrArray *chosen = g_ptr_array_new ();
  guint row = 0;
  gboolean split;

  while (row < G_N_ELEMENTS (orders) && orders[row].kind != kind)
    row++;
  split = row < G_N_ELEMENTS (orders) && orders[row].split && self->part != FB_FORM_ALL;

  for (guint i = 0; row < G_N_ELEMENTS (orders) && orders[row].first[i] != NULL; i++)
    {
      const FbProperty *property = fb_kind_get_property (kind, orders[row].first[i]);
      guint index;

      g_assert (property != NULL && g_ptr_array_find (all, property, &index));
      g_ptr_array_remove_index (all, index);
      if (self->part != FB_FORM_REST && is_wanted (self, node, property))
        g_ptr_array_add (chosen, (gpointer) property);
    }
  for (guint i = 0; i < all->len; i++)
    {
      const FbProperty *property = g_ptr_array_index (all, i);
      /* Own columns are what the people of this table look at. */
      gboolean essential = !split || (property->flags & FB_PROPERTY_OWN);

      if (essential == (self->part != FB_FORM_REST) && is_wanted (self, node, property))
        g_ptr_array_add (chosen, (gpointer) property);
    }

  return chosen;
}

static void
sheet_clear (Sheet *sheet)
{
  g_clear_pointer (&sheet->properties, g_ptr_array_unref);
  g_clear_pointer (&sheet->rows, g_ptr_array_unref);
}

static void
sheet_free (Sheet *sheet)
{
  sheet_clear (sheet);
  g_free (sheet);
}

static void
row_activated_cb (GtkListBox    *list,
                  GtkListBoxRow *row)
{
  GtkWidget *editor = fb_form_row_get_editor (FB_FORM_ROW (row));

  /* Rows with a switch or choices answer "activate" themselves. */
  if (GTK_IS_TEXT (editor) || GTK_IS_TEXT_VIEW (editor))
    fb_form_row_reveal (FB_FORM_ROW (row), 0, 0);
}

static gboolean
same_properties (GPtrArray *a,
                 GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (a->pdata[i] != b->pdata[i])
      return FALSE;
  return TRUE;
}

static gboolean
has_right_types (FbForm *self,
                 Sheet  *sheet)
{
  for (guint i = 0; i < sheet->rows->len; i++)
    if (G_OBJECT_TYPE (sheet->rows->pdata[i]) != get_row_type (self->document, sheet->properties->pdata[i]))
      return FALSE;
  return TRUE;
}

/* The rows for a node: those of its kind, made anew only where the own columns have changed. */
static Sheet *
ensure_sheet (FbForm *self,
              FbNode *node)
{
  FbKind kind = fb_node_get_kind (node);
  Sheet *sheet = self->sheets[kind];
  g_autoptr (GPtrArray) wanted = choose_properties (self, node);
  GtkWidget *row;

  if (sheet != NULL && same_properties (sheet->properties, wanted) && has_right_types (self, sheet))
    return sheet;

  if (sheet == NULL)
    {
      sheet = self->sheets[kind] = g_new0 (Sheet, 1);
      sheet->list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, "valign", GTK_ALIGN_START,
                                  "css-classes", (const char *[]) { "boxed-list", "form", NULL }, NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (sheet->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      fb_kind_get_label (kind), -1);
      g_signal_connect (sheet->list, "row-activated", G_CALLBACK (row_activated_cb), NULL);
      gtk_stack_add_child (GTK_STACK (self->stack), sheet->list);
    }

  sheet_clear (sheet);
  while ((row = gtk_widget_get_first_child (sheet->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (sheet->list), row);
  sheet->properties = g_steal_pointer (&wanted);
  sheet->rows = g_ptr_array_new ();
  for (guint i = 0; i < sheet->properties->len; i++)
    {
      const FbProperty *property = g_ptr_array_index (sheet->properties, i);
      g_autoptr (FbField) field = fb_field_new (property);

      row = g_object_new (get_row_type (self->document, property), "field", field, NULL);
      gtk_list_box_append (GTK_LIST_BOX (sheet->list), row);
      g_ptr_array_add (sheet->rows, row);
    }

  return sheet;
}

static void
bind_sheet (Sheet      *sheet,
            FbDocument *document,
            FbNode     *node)
{
  for (guint i = 0; i < sheet->rows->len; i++)
    fb_field_bind (fb_form_row_get_field (g_ptr_array_index (sheet->rows, i)), document, node);
}

/* Own columns come, go and are renamed while the form shows a measure; it moves to a table with other ones, or to a
 * band that has a status; and so has its band. */
static gboolean
touches (FbForm         *self,
         const FbChange *change)
{
  if (change->type == FB_CHANGE_SET)
    return fb_node_get_kind (change->node) == FB_KIND_COLUMN || change->node == fb_node_get_parent (self->node);

  if (fb_node_get_kind (g_ptr_array_index (change->nodes, 0)) == FB_KIND_COLUMN)
    return TRUE;
  for (guint i = 0; change->type == FB_CHANGE_MOVE && i < change->nodes->len; i++)
    if (fb_node_is_ancestor (g_ptr_array_index (change->nodes, i), self->node))
      return TRUE;
  return FALSE;
}

static void
applied_cb (FbForm         *self,
            const FbChange *change)
{
  if (self->node == NULL || !touches (self, change))
    return;

  bind_sheet (ensure_sheet (self, self->node), self->document, self->node);
  for (guint i = 0; i < self->sheets[fb_node_get_kind (self->node)]->rows->len; i++)
    fb_form_row_update (g_ptr_array_index (self->sheets[fb_node_get_kind (self->node)]->rows, i));
}

/* The property whose row has the keyboard. */
static const char *
get_focused_property (FbForm *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, FB_TYPE_FORM_ROW) : NULL;

  return row != NULL ? fb_field_get_property (fb_form_row_get_field (FB_FORM_ROW (row)))->name : NULL;
}

static gboolean
key_pressed_cb (FbForm          *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  gboolean is_return = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;

  if (!is_return || (state & gtk_accelerator_get_default_mod_mask ()) != GDK_CONTROL_MASK)
    return GDK_EVENT_PROPAGATE;

  g_signal_emit (self, signals[NEXT], 0, get_focused_property (self));
  return GDK_EVENT_STOP;
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   data)
{
  g_signal_emit (widget, signals[LEAVE], 0);
  return GDK_EVENT_STOP;
}

static void
release (FbForm *self)
{
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  g_clear_object (&self->node);
}

static void
fb_form_dispose (GObject *object)
{
  FbForm *self = FB_FORM (object);

  release (self);
  for (guint i = 0; i < FB_N_KINDS; i++)
    g_clear_pointer (&self->sheets[i], sheet_free);
  g_clear_pointer (&self->stack, gtk_widget_unparent);

  G_OBJECT_CLASS (fb_form_parent_class)->dispose (object);
}

static void
fb_form_finalize (GObject *object)
{
  g_strfreev (FB_FORM (object)->omitted);

  G_OBJECT_CLASS (fb_form_parent_class)->finalize (object);
}

static void
fb_form_class_init (FbFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fb_form_dispose;
  object_class->finalize = fb_form_finalize;

  /**
   * FbForm::leave:
   *
   * Escape was pressed: the focus should go back to what the form was entered from.
   */
  signals[LEAVE] = g_signal_new ("leave", FB_TYPE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * FbForm::next:
   * @property: (nullable): the name of the property that is being edited
   *
   * Ctrl+Return was pressed: the next node of the kind should be edited at the same property, and where there is none,
   * one be added.
   */
  signals[NEXT] = g_signal_new ("next", FB_TYPE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
fb_form_init (FbForm *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->stack = g_object_new (GTK_TYPE_STACK, "vhomogeneous", FALSE, "hhomogeneous", FALSE, NULL);
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));

  /* A text view would take Ctrl+Return for a line break. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/** Returns: (transfer floating): a form that shows nothing yet. */
GtkWidget *
fb_form_new (FbFormPart part)
{
  FbForm *self = g_object_new (FB_TYPE_FORM, NULL);

  self->part = part;
  return GTK_WIDGET (self);
}

/** Leaves properties out, because another widget shows them: their names, separated by spaces. */
void
fb_form_omit (FbForm     *self,
              const char *names)
{
  g_return_if_fail (self->node == NULL);

  g_strfreev (self->omitted);
  self->omitted = g_strsplit (names, " ", -1);
}

/**
 * fb_form_bind:
 * @document: (nullable): the document of @node
 * @node: (nullable): a node of any kind; %NULL shows nothing
 */
void
fb_form_bind (FbForm     *self,
              FbDocument *document,
              FbNode     *node)
{
  FbNode *before;
  Sheet *sheet;

  g_return_if_fail (FB_IS_FORM (self));
  g_return_if_fail (node == NULL || document != NULL);

  before = self->node;
  if (before == node && self->document == document)
    return;

  if (before != NULL && (node == NULL || fb_node_get_kind (node) != fb_node_get_kind (before)))
    bind_sheet (self->sheets[fb_node_get_kind (before)], NULL, NULL);
  release (self);
  gtk_widget_set_visible (self->stack, node != NULL);
  if (node == NULL)
    return;

  self->document = g_object_ref (document);
  self->node = g_object_ref (node);
  g_signal_connect_swapped (document, "applied", G_CALLBACK (applied_cb), self);
  sheet = ensure_sheet (self, node);
  bind_sheet (sheet, document, node);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), sheet->list);
}

/** Returns: (transfer none) (nullable): the node that is edited. */
FbNode *
fb_form_get_node (FbForm *self)
{
  return self->node;
}

/** Returns: whether the form shows anything of its node. */
gboolean
fb_form_has_rows (FbForm *self)
{
  return self->node != NULL && self->sheets[fb_node_get_kind (self->node)]->rows->len > 0;
}

/**
 * fb_form_reveal:
 * @property: a property of the node
 * @start: first byte of a stretch of its words
 * @end: end of the stretch; 0 for none
 *
 * Focuses the row of @property and selects the stretch.
 *
 * Returns: whether this form has the row
 */
gboolean
fb_form_reveal (FbForm           *self,
                const FbProperty *property,
                guint             start,
                guint             end)
{
  Sheet *sheet = self->node != NULL ? self->sheets[fb_node_get_kind (self->node)] : NULL;
  guint index;

  if (sheet == NULL || !g_ptr_array_find (sheet->properties, property, &index))
    return FALSE;

  fb_form_row_reveal (g_ptr_array_index (sheet->rows, index), start, end);
  return TRUE;
}

/** Focuses the row of the property called @name (nullable), else the first row. Returns: whether there is one. */
gboolean
fb_form_focus (FbForm     *self,
               const char *name)
{
  const FbProperty *property = NULL;
  Sheet *sheet = self->node != NULL ? self->sheets[fb_node_get_kind (self->node)] : NULL;

  if (sheet == NULL || sheet->rows->len == 0)
    return FALSE;

  if (name != NULL)
    property = fb_kind_get_property (fb_node_get_kind (self->node), name);
  if (property == NULL)
    property = g_ptr_array_index (sheet->properties, 0);
  return fb_form_reveal (self, property, 0, 0);
}
