/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-table-columns.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ui/fb-place.h"
#include "ui/fb-rows.h"

/* A width that nobody has set, in the unit of the property "width". */
#define USUAL_WIDTH 15.0

struct _FbTableColumns
{
  GObject parent_instance;

  GArray *columns;     /* FbTableColumn */
  GArray *offered;     /* FbTableColumn: these and those that are not shown; empty where all are */
  GHashTable *choices; /* titles of offered columns, to whether somebody wants to see them */
  int width;           /* of all together, as last laid out, in pixels; 0 before that */
};

enum
{
  CHANGED,
  RESIZED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FbTableColumns, fb_table_columns, G_TYPE_OBJECT)

/* The columns of a table without columns of its own: property and width in hundredths, by the kind of its rows. */
static const struct
{
  FbKind kind;
  struct
  {
    const char *property;
    double width;
  } columns[8];
} usual[] = {
  { FB_KIND_MEASURE,
    { { "number", 7 }, { "title", 33 }, { "period", 15 }, { "cost", 15 }, { "responsible", 20 }, { "status", 11 } } },
  { FB_KIND_GOAL, { { "code", 10 }, { "title", 70 }, { "level", 20 } } },
  { FB_KIND_ACTOR, { { "number", 10 }, { "name", 38 }, { "spellings", 26 }, { "kind", 26 } } },
  { FB_KIND_EVENT, { { "dates", 22 }, { "title", 42 }, { "participants", 16 }, { "kind", 20 } } },
  { FB_KIND_RESOLUTION, { { "date", 16 }, { "body", 24 }, { "number", 14 }, { "text", 32 }, { "vote", 14 } } },
  { FB_KIND_CEILING, { { "amount", 22 }, { "year", 16 }, { "fields", 34 }, { "source", 28 } } },
  { FB_KIND_EDITION, { { "year", 14 }, { "title", 26 }, { "resolution", 26 }, { "text", 34 } } },
  { FB_KIND_WAIVER, { { "rule", 22 }, { "found", 40 }, { "reason", 38 } } },
};

/* The field and the usual columns: with more at first, none of them would be wide enough to be read. */
#define MOST_COLUMNS 7

/* The width of the column that says in which field a row stands. */
#define PLACE_WIDTH 8.0

static void
clear_column (gpointer data)
{
  FbTableColumn *column = data;

  g_free (column->title);
  g_clear_pointer (&column->others, g_ptr_array_unref);
}

static void
fb_table_columns_finalize (GObject *object)
{
  g_array_unref (FB_TABLE_COLUMNS (object)->columns);
  g_array_unref (FB_TABLE_COLUMNS (object)->offered);
  g_hash_table_unref (FB_TABLE_COLUMNS (object)->choices);

  G_OBJECT_CLASS (fb_table_columns_parent_class)->finalize (object);
}

static void
fb_table_columns_class_init (FbTableColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fb_table_columns_finalize;

  /**
   * FbTableColumns::changed:
   *
   * There are other columns, or other titles of columns.
   */
  signals[CHANGED] = g_signal_new ("changed", FB_TYPE_TABLE_COLUMNS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  /**
   * FbTableColumns::resized:
   *
   * The widths are others.
   */
  signals[RESIZED] = g_signal_new ("resized", FB_TYPE_TABLE_COLUMNS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static GArray *
make_array (void)
{
  GArray *columns = g_array_new (FALSE, TRUE, sizeof (FbTableColumn));

  g_array_set_clear_func (columns, clear_column);
  return columns;
}

static void
fb_table_columns_init (FbTableColumns *self)
{
  self->columns = make_array ();
  self->offered = make_array ();
  self->choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/** Returns: (transfer full): no columns. */
FbTableColumns *
fb_table_columns_new (void)
{
  return g_object_new (FB_TYPE_TABLE_COLUMNS, NULL);
}

static double
get_usual_width (FbKind      kind,
                 const char *property)
{
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    for (guint j = 0; usual[i].kind == kind && usual[i].columns[j].property != NULL; j++)
      if (g_str_equal (usual[i].columns[j].property, property))
        return usual[i].columns[j].width;

  return USUAL_WIDTH;
}

static void
add (FbTableColumns   *self,
     const FbProperty *property,
     FbNode           *node,
     const char       *title,
     double            weight)
{
  FbTableColumn column = { property, node, g_strdup (title), NULL, weight };

  g_array_append_val (self->columns, column);
}

static void
add_column_node (FbTableColumns *self,
                 FbDocument     *document,
                 FbNode         *node,
                 FbKind          row_kind)
{
  const char *shows = fb_node_get_words (node, "shows");
  const char *words = fb_node_get_words (node, "width");
  const char *title = fb_node_get_title (node);
  const FbProperty *property = shows != NULL ? fb_kind_get_property (row_kind, shows)
                                             : fb_property_for_column (fb_node_get_id (node));
  double width;

  if (property == NULL)
    return;

  width = words != NULL ? g_ascii_strtod (words, NULL) : 0;
  if (!(width >= 1 && width <= 100))
    width = get_usual_width (row_kind, shows != NULL ? shows : "");
  add (self, property, node, title != NULL ? title : fb_document_get_property_label (document, property), width);
}

static void
add_usual (FbTableColumns *self,
           FbKind          row_kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    for (guint j = 0; usual[i].kind == row_kind && usual[i].columns[j].property != NULL; j++)
      {
        const FbProperty *property = fb_kind_get_property (row_kind, usual[i].columns[j].property);

        g_assert (property != NULL);
        /* The column shows counted numbers too; only in the form they are one's own. */
        add (self, property, NULL, property->reads == FB_READS_ORDINAL ? _("No.") : fb_property_get_label (property),
             usual[i].columns[j].width);
      }
}

static gboolean
is_own (FbNode *column)
{
  return fb_node_get_words (column, "shows") == NULL;
}

/* The column that shows already what @node would show: the same property, or an own column of this name and type. */
static FbTableColumn *
find_like (FbTableColumns *self,
           FbNode         *node)
{
  const char *shows = fb_node_get_words (node, "shows");

  for (guint i = 0; i < self->columns->len; i++)
    {
      FbTableColumn *column = &g_array_index (self->columns, FbTableColumn, i);

      if (shows != NULL ? g_str_equal (column->property->name, shows)
                        : column->node != NULL && is_own (column->node) && fb_node_get_title (node) != NULL &&
                            g_strcmp0 (column->title, fb_node_get_title (node)) == 0 &&
                            g_strcmp0 (fb_node_get_words (column->node, "type"), fb_node_get_words (node, "type")) == 0)
        return column;
    }
  return NULL;
}

/* The columns of all tables of a concept: the field, the usual ones, and what any table has besides. */
static void
add_whole (FbTableColumns *self,
           FbDocument     *document,
           FbNode         *concept,
           FbKind          row_kind)
{
  add (self, fb_place_get_property (), NULL, fb_property_get_label (fb_place_get_property ()), PLACE_WIDTH);
  add_usual (self, row_kind);
  for (FbNode *table = fb_place_next_table (NULL, concept); table != NULL; table = fb_place_next_table (table, concept))
    for (guint i = 0; i < fb_node_get_n_children (table); i++)
      {
        FbNode *node = fb_node_get_child (table, i);
        FbTableColumn *column = fb_node_get_kind (node) == FB_KIND_COLUMN ? find_like (self, node) : NULL;

        if (fb_node_get_kind (node) != FB_KIND_COLUMN)
          break;
        if (column == NULL)
          {
            add_column_node (self, document, node, row_kind);
          }
        else if (is_own (node))
          {
            if (column->others == NULL)
              column->others = g_ptr_array_new_with_free_func (g_object_unref);
            g_ptr_array_add (column->others, g_object_ref (node));
          }
      }
}

/* Whether the offered column at @index is shown: as somebody wants it, else where there is room. */
static gboolean
is_chosen (FbTableColumns      *self,
           guint                index,
           const FbTableColumn *column)
{
  gpointer wanted;

  if (g_hash_table_lookup_extended (self->choices, column->title, NULL, &wanted))
    return GPOINTER_TO_INT (wanted);
  return index < MOST_COLUMNS;
}

/* Shows of what is offered what is chosen, in shares of the width. */
static void
choose (FbTableColumns *self)
{
  for (guint i = 0; i < self->offered->len; i++)
    {
      FbTableColumn column = g_array_index (self->offered, FbTableColumn, i);

      if (!is_chosen (self, i, &column))
        continue;
      column.title = g_strdup (column.title);
      column.others = column.others != NULL ? g_ptr_array_ref (column.others) : NULL;
      g_array_append_val (self->columns, column);
    }
}

static void
share (FbTableColumns *self)
{
  double sum = 0;

  for (guint i = 0; i < self->columns->len; i++)
    sum += g_array_index (self->columns, FbTableColumn, i).weight;
  for (guint i = 0; i < self->columns->len; i++)
    g_array_index (self->columns, FbTableColumn, i).weight /= sum;
}

static gboolean
same_nodes (GPtrArray *a,
            GPtrArray *b)
{
  guint n = a != NULL ? a->len : 0;

  return n == (b != NULL ? b->len : 0) && (n == 0 || memcmp (a->pdata, b->pdata, n * sizeof (gpointer)) == 0);
}

static gboolean
same_columns (GArray *a,
              GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      FbTableColumn *x = &g_array_index (a, FbTableColumn, i);
      FbTableColumn *y = &g_array_index (b, FbTableColumn, i);

      if (x->property != y->property || x->node != y->node || g_strcmp0 (x->title, y->title) != 0 ||
          !same_nodes (x->others, y->others))
        return FALSE;
    }
  return TRUE;
}

/**
 * fb_table_columns_load:
 * @container: a table, a register or a concept
 * @row_kind: the kind of its rows
 *
 * Takes the columns from the column nodes of @container, or the usual ones of @row_kind where there are none. For a
 * concept they are the usual ones and those of all its tables.
 */
void
fb_table_columns_load (FbTableColumns *self,
                       FbDocument     *document,
                       FbNode         *container,
                       FbKind          row_kind)
{
  g_autoptr (GArray) before = g_steal_pointer (&self->columns);

  self->columns = make_array ();
  g_array_set_size (self->offered, 0);
  if (fb_rows_is_whole (container))
    {
      g_autoptr (GArray) none = g_steal_pointer (&self->offered);

      add_whole (self, document, container, row_kind);
      self->offered = g_steal_pointer (&self->columns);
      self->columns = g_steal_pointer (&none);
      choose (self);
    }
  for (guint i = 0; i < fb_node_get_n_children (container); i++)
    if (fb_node_get_kind (fb_node_get_child (container, i)) == FB_KIND_COLUMN)
      add_column_node (self, document, fb_node_get_child (container, i), row_kind);
  if (self->columns->len == 0)
    add_usual (self, row_kind);
  share (self);

  g_signal_emit (self, signals[same_columns (before, self->columns) ? RESIZED : CHANGED], 0);
}

void
fb_table_columns_clear (FbTableColumns *self)
{
  if (self->columns->len == 0)
    return;

  g_array_set_size (self->columns, 0);
  g_array_set_size (self->offered, 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

guint
fb_table_columns_get_n (FbTableColumns *self)
{
  return self->columns->len;
}

const FbTableColumn *
fb_table_columns_get (FbTableColumns *self,
                      guint           index)
{
  g_return_val_if_fail (index < self->columns->len, NULL);

  return &g_array_index (self->columns, FbTableColumn, index);
}

/** Returns: (transfer none) (element-type FbTableColumn): what could be shown, where that is for somebody to choose. */
GArray *
fb_table_columns_get_offered (FbTableColumns *self)
{
  return self->offered;
}

/** Shows what is offered, or hides it; without a trace in the document. The last column stays. */
void
fb_table_columns_set_shown (FbTableColumns   *self,
                            const FbProperty *property,
                            gboolean          shown)
{
  if ((fb_table_columns_find (self, property) != NULL) == shown || (!shown && self->columns->len < 2))
    return;

  for (guint i = 0; i < self->offered->len; i++)
    {
      const FbTableColumn *column = &g_array_index (self->offered, FbTableColumn, i);

      if (column->property == property)
        g_hash_table_insert (self->choices, g_strdup (column->title), GINT_TO_POINTER (shown));
    }
  g_array_set_size (self->columns, 0);
  choose (self);
  share (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/** Returns: (nullable): the column of @property. */
const FbTableColumn *
fb_table_columns_find (FbTableColumns   *self,
                       const FbProperty *property)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_array_index (self->columns, FbTableColumn, i).property == property)
      return &g_array_index (self->columns, FbTableColumn, i);
  return NULL;
}

/** Returns: what a column shows of @row, which may stand in another table than the one that the column is from. */
const FbProperty *
fb_table_column_get_property (const FbTableColumn *column,
                              FbNode              *row)
{
  FbNode *table = column->others != NULL ? fb_node_get_ancestor (row, FB_KIND_MEASURES) : NULL;

  for (guint i = 0; table != NULL && i < column->others->len; i++)
    {
      FbNode *node = g_ptr_array_index (column->others, i);

      if (fb_node_get_parent (node) == table)
        return fb_property_for_column (fb_node_get_id (node));
    }
  return column->property;
}

/** Returns: whether a column shows the property called @property. */
gboolean
fb_table_columns_has (FbTableColumns *self,
                      const char     *property)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_str_equal (g_array_index (self->columns, FbTableColumn, i).property->name, property))
      return TRUE;
  return FALSE;
}

/** Returns: how wide the table was when it was last laid out, in pixels; 0 before that. */
int
fb_table_columns_get_width (FbTableColumns *self)
{
  return self->width;
}

void
fb_table_columns_set_width (FbTableColumns *self,
                            int             width)
{
  self->width = width;
}

/**
 * fb_table_columns_get_extent:
 * @width: the width of the table
 * @start: (out): where the column begins
 * @size: (out): how wide it is
 *
 * Divides the width by the weights, giving every column its minimum first.
 */
void
fb_table_columns_get_extent (FbTableColumns *self,
                             guint           index,
                             int             width,
                             int            *start,
                             int            *size)
{
  int room = MAX (0, width - (int) self->columns->len * FB_TABLE_COLUMN_MINIMUM);
  double before = 0;
  double weight;

  g_return_if_fail (index < self->columns->len);

  for (guint i = 0; i < index; i++)
    before += g_array_index (self->columns, FbTableColumn, i).weight;
  weight = g_array_index (self->columns, FbTableColumn, index).weight;

  *start = index * FB_TABLE_COLUMN_MINIMUM + (int) (before * room);
  *size = (index + 1) * FB_TABLE_COLUMN_MINIMUM + (int) ((before + weight) * room) - *start;
}

/**
 * fb_table_columns_resize:
 * @index: a column that is not the last
 * @width: the width of the table
 * @size: how wide the column should be
 *
 * Makes a column wider or narrower at the cost of the one behind it.
 */
void
fb_table_columns_resize (FbTableColumns *self,
                         guint           index,
                         int             width,
                         int             size)
{
  int room = width - (int) self->columns->len * FB_TABLE_COLUMN_MINIMUM;
  FbTableColumn *column;
  double both;
  double weight;

  g_return_if_fail (index + 1 < self->columns->len);

  if (room <= 0)
    return;

  column = &g_array_index (self->columns, FbTableColumn, index);
  both = column[0].weight + column[1].weight;
  weight = CLAMP ((size - FB_TABLE_COLUMN_MINIMUM) / (double) room, 0, both);
  if (weight == column[0].weight)
    return;

  column[0].weight = weight;
  column[1].weight = both - weight;
  g_signal_emit (self, signals[RESIZED], 0);
}

/**
 * fb_table_columns_ensure:
 *
 * Gives @container column nodes where it shows the usual columns, so that what is set of them has a place.
 */
void
fb_table_columns_ensure (FbTableColumns *self,
                         FbDocument     *document,
                         FbNode         *container)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func (g_object_unref);

  if (self->columns->len == 0 || g_array_index (self->columns, FbTableColumn, 0).node != NULL)
    return;

  for (guint i = 0; i < self->columns->len; i++)
    {
      FbTableColumn *column = &g_array_index (self->columns, FbTableColumn, i);
      FbNode *node = fb_document_create_node (document, FB_KIND_COLUMN);

      fb_node_build_words (node, "shows", column->property->name);
      column->node = node;
      g_ptr_array_add (nodes, node);
    }
  fb_document_insert (document, container, 0, (FbNode **) nodes->pdata, nodes->len, NULL);
}

/**
 * fb_table_columns_store:
 *
 * Writes the widths into the column nodes of @container, which are made where there are none. A container that has
 * no columns of its own, as a register, keeps nothing.
 */
void
fb_table_columns_store (FbTableColumns *self,
                        FbDocument     *document,
                        FbNode         *container)
{
  g_autofree double *weights = NULL;
  guint n = self->columns->len;
  g_autoptr (GPtrArray) nodes = NULL;

  if (n == 0 || !fb_kind_allows_child (fb_node_get_kind (container), FB_KIND_COLUMN))
    return;

  fb_document_begin (document, _("Resize Columns"));
  fb_table_columns_ensure (self, document, container);

  /* Every change is heard by the table, which loads the columns anew: keep what is to be written. */
  weights = g_new (double, n);
  nodes = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n; i++)
    {
      weights[i] = g_array_index (self->columns, FbTableColumn, i).weight;
      g_ptr_array_add (nodes, g_object_ref (g_array_index (self->columns, FbTableColumn, i).node));
    }
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *words = g_strdup_printf ("%d", MAX (1, (int) (weights[i] * 100 + 0.5)));

      fb_document_set_words (document, g_ptr_array_index (nodes, i), "width", words);
    }
  fb_document_end (document);
}
