/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/fb-table-preview-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Whether a row continues the measure above: what names it is covered by a merged cell. */
static gboolean
is_continued (FbTablePreview *self,
              guint           index)
{
  for (guint i = 0; i < self->mapping->targets->len; i++)
    {
      const FbColumnTarget *target = fb_table_mapping_get (self->mapping, i);
      gboolean names = target->type == FB_TARGET_BODY
                       || (target->type == FB_TARGET_PROPERTY && g_strcmp0 (target->name, "title") == 0);

      if (names)
        return fb_grid_get_cover (self->source, index, i) == FB_GRID_CELL_BELOW;
    }

  return FALSE;
}

/* A merged cell that names the measure makes one of several rows; any other says the same of each row it covers. */
static FbGrid *
unmerge (FbTablePreview *self)
{
  const FbGrid *grid = self->source;
  FbGrid *plain = fb_grid_new ();
  guint n_columns = fb_grid_get_n_columns (grid);
  GPtrArray *notes = fb_grid_get_notes (grid);
  guint n_rows = fb_grid_get_n_rows (grid);

  for (guint i = 0; i < notes->len; i++)
    fb_grid_add_note (plain, g_ptr_array_index (notes, i));
  for (guint i = 0; i < n_rows; i++)
    {
      guint last = i;

      while (last + 1 < n_rows && is_continued (self, last + 1))
        last++;
      fb_grid_add_row (plain, fb_grid_get_line (grid, i));
      for (guint j = 0; j < n_columns; j++)
        {
          g_autoptr (GString) words = g_string_new (fb_grid_get (grid, i, j));
          guint above = i;

          /* Covered from above, and the row is one of its own: it says the same. */
          while (above > 0 && fb_grid_get_cover (grid, above, j) == FB_GRID_CELL_BELOW)
            above--;
          if (above < i)
            g_string_assign (words, fb_grid_get (grid, above, j));
          for (guint k = i + 1; k <= last; k++)
            if (*fb_grid_get (grid, k, j) != '\0')
              g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", fb_grid_get (grid, k, j));
          if (words->len > 0 || fb_grid_get_cover (grid, i, j) == FB_GRID_CELL_PLAIN)
            fb_grid_add_cell (plain, words->str);
          else
            fb_grid_add_covered (plain, fb_grid_get_cover (grid, i, j));
        }
      i = last;
    }

  return plain;
}

static gboolean
is_blank (FbTablePreview *self,
          guint           index)
{
  for (guint i = 0; i < fb_grid_get_n_columns (self->grid); i++)
    {
      const char *words = fb_grid_get (self->grid, index, i);

      if (words[strspn (words, " \t\n")] != '\0')
        return FALSE;
    }

  return TRUE;
}

/* Finds the node of a row that has an id. */
static gboolean
find_node (FbTablePreview *self,
           FbTablePlan            *row,
           const char     *id,
           GHashTable     *seen)
{
  FbNode *node = fb_document_lookup (self->document, id);
  g_autofree char *problem = NULL;
  const char *parent = fb_table_preview_get_words (self, row, FB_TARGET_PARENT);
  const char *kind_name = fb_table_preview_get_words (self, row, FB_TARGET_KIND);
  FbKind kind;

  if (node == NULL || (fb_table_map_get_kinds () & FB_KIND_MASK (fb_node_get_kind (node))) == 0
      || fb_node_get_ancestor (node, FB_KIND_MEASURES) == NULL
      || (self->table != NULL && !fb_node_is_ancestor (self->table, node)))
    problem = g_strdup_printf (_("the id “%s” is not in this table"), id);
  else if (!g_hash_table_add (seen, (gpointer) fb_node_get_id (node)))
    problem = g_strdup_printf (_("the id “%s” has been there already"), id);
  if (problem != NULL)
    {
      fb_table_preview_add_problem (self, row, problem);
      row->status = FB_ROW_REFUSED;
      return FALSE;
    }

  row->node = node;
  row->kind = fb_node_get_kind (node);
  if (*kind_name != '\0' && self->own
      && (!fb_table_map_find_kind (self->document, kind_name, &kind) || kind != row->kind))
    fb_table_preview_add_problem (self, row, _("the kind of a row does not change by an import"));
  if (*parent != '\0' && !g_str_equal (parent, fb_node_get_id (fb_node_get_parent (node))))
    fb_table_preview_add_problem (self, row, _("rows do not move by an import"));

  return TRUE;
}

/* Where a new row of a kind goes: below what it names, or below the nearest row above it that can hold it. */
static gboolean
find_parent (FbTablePreview *self,
             FbTablePlan            *row)
{
  const char *id = fb_table_preview_get_words (self, row, FB_TARGET_PARENT);
  FbNode *node;

  if (*id != '\0')
    {
      node = fb_document_lookup (self->document, id);
      if (node == NULL || !fb_kind_allows_child (fb_node_get_kind (node), row->kind)
          || (self->table != NULL && node != self->table && !fb_node_is_ancestor (self->table, node)))
        {
          g_autofree char *problem = g_strdup_printf (_("there is no place for it below “%s”"), id);

          fb_table_preview_add_problem (self, row, problem);
          return FALSE;
        }
      row->parent = node;
      return TRUE;
    }

  for (guint i = self->rows->len; i-- > 0;)
    {
      const FbTablePlan *above = g_ptr_array_index (self->rows, i);

      if (above->status == FB_ROW_REFUSED)
        continue;
      if (fb_kind_allows_child (above->kind, row->kind))
        {
          row->parent = above->node;
          row->parent_row = above->node == NULL ? i + 1 : 0;
          return TRUE;
        }
      if (above->kind == row->kind)
        {
          row->parent = above->node != NULL ? fb_node_get_parent (above->node) : above->parent;
          row->parent_row = above->node == NULL ? above->parent_row : 0;
          return TRUE;
        }
    }

  node = self->behind != NULL ? self->behind : self->table;
  for (; node != NULL; node = fb_node_get_parent (node))
    if (fb_kind_allows_child (fb_node_get_kind (node), row->kind))
      {
        row->parent = node;
        return TRUE;
      }
  if (self->table == NULL)
    for (node = fb_document_get_root (self->document); node != NULL;
         node = fb_node_get_next (node, fb_document_get_root (self->document)))
      if (fb_kind_allows_child (fb_node_get_kind (node), row->kind)
          && (fb_node_get_kind (node) == FB_KIND_MEASURES || fb_node_get_ancestor (node, FB_KIND_MEASURES) != NULL))
        {
          row->parent = node;
          return TRUE;
        }
  fb_table_preview_add_problem (self, row, _("there is no table of measures it could go into"));

  return FALSE;
}

static gboolean
is_empty (FbTablePreview *self,
          guint           column)
{
  for (guint i = self->mapping->headed; i < fb_grid_get_n_rows (self->grid); i++)
    if (*fb_grid_get (self->grid, i, column) != '\0')
      return FALSE;

  return TRUE;
}

static void
read_row (FbTablePreview *self,
          guint           index,
          GHashTable     *seen)
{
  FbTablePlan *row = g_new0 (FbTablePlan, 1);
  const char *id, *kind;

  row->index = index;
  row->kind = FB_KIND_MEASURE;
  row->status = FB_ROW_SAME;
  row->settings = fb_table_settings_new ();
  row->steps = g_ptr_array_new_with_free_func (fb_table_step_free);
  row->remains = g_string_new (NULL);
  row->cells = g_new0 (FbCellStatus, MAX (self->mapping->targets->len, 1));
  id = self->own ? fb_table_preview_get_words (self, row, FB_TARGET_ID) : "";
  kind = self->own ? fb_table_preview_get_words (self, row, FB_TARGET_KIND) : "";

  if (*id != '\0')
    {
      if (find_node (self, row, id, seen))
        fb_table_preview_read_cells (self, row);
      g_ptr_array_add (self->rows, row);
      return;
    }

  row->status = FB_ROW_NEW;
  if (fb_grid_is_spanned (self->grid, index))
    row->kind = FB_KIND_GROUP;
  else if (*kind != '\0' && !fb_table_map_find_kind (self->document, kind, &row->kind))
    {
      g_autofree char *problem = g_strdup_printf (_("“%s” is no kind of row"), kind);

      fb_table_preview_add_problem (self, row, problem);
      row->status = FB_ROW_REFUSED;
    }
  if (row->status == FB_ROW_NEW && !find_parent (self, row))
    row->status = FB_ROW_REFUSED;
  if (row->status == FB_ROW_NEW && row->kind == FB_KIND_GROUP && !self->own)
    {
      fb_table_settings_add_words (row->settings, FB_KIND_GROUP, "title", fb_grid_get (self->grid, index, 0));
      row->cells[0] = FB_CELL_NEW;
    }
  else if (row->status == FB_ROW_NEW)
    {
      fb_table_preview_read_cells (self, row);
    }
  g_ptr_array_add (self->rows, row);
}

/* What there is to say of whole columns. */
static void
judge_columns (FbTablePreview *self)
{
  for (guint i = 0; i < self->mapping->targets->len; i++)
    {
      const FbColumnTarget *target = fb_table_mapping_get (self->mapping, i);
      g_autofree char *name = fb_table_mapping_name_column (self->mapping, i);

      if (target->type == FB_TARGET_NOTHING && (*target->heading != '\0' || !is_empty (self, i)))
        g_ptr_array_add (
            self->problems,
            /* Translators: %s is the heading of a column */
            g_strdup_printf (_("The column “%s” is not understood; in new rows it goes into the remarks"), name));
      else if (target->type == FB_TARGET_COUNTED)
        g_ptr_array_add (self->problems,
                         /* Translators: of a column with 1, 2, 3 ... */
                         g_strdup (_("The numbers are left out: the program counts them itself")));
    }
}

/* Says anew what would be done. */
static void
plan (FbTablePreview *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *notes;

  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->problems, 0);
  g_hash_table_remove_all (self->used);
  g_clear_pointer (&self->grid, fb_grid_free);
  self->grid = unmerge (self);
  self->own = fb_table_mapping_is_own (self->mapping);

  notes = fb_grid_get_notes (self->grid);
  for (guint i = 0; i < notes->len; i++)
    g_ptr_array_add (self->problems, g_strdup (g_ptr_array_index (notes, i)));
  judge_columns (self);
  for (guint i = self->mapping->headed; i < fb_grid_get_n_rows (self->grid); i++)
    if (!is_blank (self, i))
      read_row (self, i, seen);
}

/**
 * fb_table_preview_new:
 * @table: (nullable): the table of measures to read into, or %NULL for all of the document
 * @grid: (transfer full): what is to be read; a first row of headings is found by its words
 *
 * Returns: (transfer full): what reading it would do
 */
FbTablePreview *
fb_table_preview_new (FbDocument *document,
                      FbNode     *table,
                      FbGrid     *grid)
{
  FbTablePreview *self = g_new0 (FbTablePreview, 1);

  self->document = g_object_ref (document);
  self->table = table != NULL ? g_object_ref (table) : NULL;
  self->source = grid;
  self->mapping = fb_table_mapping_guess (document, table, grid);
  self->refs = fb_table_refs_new (document);
  self->rows = g_ptr_array_new_with_free_func (fb_table_plan_free);
  self->problems = g_ptr_array_new_with_free_func (g_free);
  self->columns = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->used = g_hash_table_new (NULL, NULL);
  plan (self);

  return self;
}

/**
 * fb_table_preview_set_place:
 * @behind: (nullable): a row of the table behind which new rows go; %NULL for the end
 *
 * Says where new rows go that do not say it themselves.
 */
void
fb_table_preview_set_place (FbTablePreview *self,
                            FbNode         *behind)
{
  if (g_set_object (&self->behind, behind))
    plan (self);
}

/** Says what the columns hold. */
void
fb_table_preview_set_mapping (FbTablePreview       *self,
                              const FbTableMapping *mapping)
{
  FbTableMapping *copy;

  g_return_if_fail (mapping->targets->len == self->mapping->targets->len);

  copy = fb_table_mapping_copy (mapping);
  fb_table_mapping_free (self->mapping);
  self->mapping = copy;
  plan (self);
}

/** Says whether the first row holds headings; what the columns hold is guessed anew. */
void
fb_table_preview_set_headed (FbTablePreview *self,
                             gboolean        headed)
{
  g_autoptr (FbTableMapping) mapping = fb_table_mapping_guess_as (self->document, self->table, self->source, headed);

  fb_table_preview_set_mapping (self, mapping);
}

/** Returns: (transfer none): what the columns hold */
const FbTableMapping *
fb_table_preview_get_mapping (FbTablePreview *self)
{
  return self->mapping;
}

/** Returns: (transfer full) (element-type FbColumnTarget): what a column can be said to hold */
GPtrArray *
fb_table_preview_list_choices (FbTablePreview *self)
{
  return fb_table_mapping_list_choices (self->mapping, self->document, self->table);
}

/** Returns: (transfer full): such a choice in words */
char *
fb_table_preview_describe_choice (FbTablePreview       *self,
                                  const FbColumnTarget *choice)
{
  return fb_column_target_describe (choice, self->document);
}

void
fb_table_preview_free (FbTablePreview *self)
{
  g_object_unref (self->document);
  g_clear_object (&self->table);
  g_clear_object (&self->behind);
  fb_grid_free (self->source);
  fb_grid_free (self->grid);
  fb_table_mapping_free (self->mapping);
  fb_table_refs_free (self->refs);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->problems);
  g_hash_table_unref (self->columns);
  g_hash_table_unref (self->used);
  g_free (self);
}

guint
fb_table_preview_get_n_columns (FbTablePreview *self)
{
  return self->mapping->targets->len;
}

/** Returns: what stands above a column, "" where there are no headings */
const char *
fb_table_preview_get_heading (FbTablePreview *self,
                              guint           column)
{
  g_return_val_if_fail (column < self->mapping->targets->len, NULL);

  return fb_table_mapping_get (self->mapping, column)->heading;
}

/** Returns: whether it is known what the column holds */
gboolean
fb_table_preview_is_understood (FbTablePreview *self,
                                guint           column)
{
  g_return_val_if_fail (column < self->mapping->targets->len, FALSE);

  return fb_table_mapping_get (self->mapping, column)->type != FB_TARGET_NOTHING;
}

/** Returns: how many rows there are, without the headings and empty ones */
guint
fb_table_preview_get_n_rows (FbTablePreview *self)
{
  return self->rows->len;
}

/**
 * fb_table_preview_get_row:
 * @line: (out) (optional): the number of the row in the file
 * @kind: (out) (optional): what it is
 *
 * Returns: what is to become of a row
 */
FbRowStatus
fb_table_preview_get_row (FbTablePreview *self,
                          guint           row,
                          guint          *line,
                          FbKind         *kind)
{
  const FbTablePlan *found;

  g_return_val_if_fail (row < self->rows->len, FB_ROW_REFUSED);

  found = g_ptr_array_index (self->rows, row);
  if (line != NULL)
    *line = fb_grid_get_line (self->grid, found->index);
  if (kind != NULL)
    *kind = found->kind;

  return found->status;
}

/** Returns: the words of a cell; @status (out) (optional) is what is to become of them */
const char *
fb_table_preview_get_cell (FbTablePreview *self,
                           guint           row,
                           guint           column,
                           FbCellStatus   *status)
{
  const FbTablePlan *found;

  g_return_val_if_fail (row < self->rows->len && column < self->mapping->targets->len, NULL);

  found = g_ptr_array_index (self->rows, row);
  if (status != NULL)
    *status = found->cells[column];

  return fb_grid_get (self->grid, found->index, column);
}

/** Returns: (transfer none) (element-type utf8): what was not understood, a sentence each, with the number of its
 * row */
GPtrArray *
fb_table_preview_get_problems (FbTablePreview *self)
{
  return self->problems;
}

/** Returns: how many rows there are of a status */
guint
fb_table_preview_count (FbTablePreview *self,
                        FbRowStatus     status)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n += ((const FbTablePlan *) g_ptr_array_index (self->rows, i))->status == status;

  return n;
}

/* "“Farbe”, “Form”", or NULL. */
static char *
list_left_out (FbTablePreview *self)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < self->mapping->targets->len; i++)
    if (fb_table_mapping_get (self->mapping, i)->type == FB_TARGET_LEFT_OUT)
      {
        g_autofree char *name = fb_table_mapping_name_column (self->mapping, i);

        /* Translators: one of several headings in a list */
        g_string_append_printf (names, names->len > 0 ? _(", “%s”") : _("“%s”"), name);
      }

  return names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}

/** Returns: (transfer full): "3 new rows · 2 changed rows · not read: “Farbe”", in the user's language */
char *
fb_table_preview_describe (FbTablePreview *self)
{
  guint n_new = fb_table_preview_count (self, FB_ROW_NEW);
  guint n_changed = fb_table_preview_count (self, FB_ROW_CHANGED);
  guint n_same = fb_table_preview_count (self, FB_ROW_SAME);
  guint n_refused = fb_table_preview_count (self, FB_ROW_REFUSED);
  g_autofree char *added = g_strdup_printf (ngettext ("%u new row", "%u new rows", n_new), n_new);
  g_autofree char *changed = g_strdup_printf (ngettext ("%u changed row", "%u changed rows", n_changed), n_changed);
  g_autofree char *kept = g_strdup_printf (ngettext ("%u unchanged row", "%u unchanged rows", n_same), n_same);
  g_autofree char *names = list_left_out (self);
  GString *words = g_string_new (NULL);

  g_string_append_printf (words, "%s · %s · %s", added, changed, kept);
  if (n_refused > 0)
    {
      g_string_append (words, " · ");
      g_string_append_printf (words, ngettext ("%u row left out", "%u rows left out", n_refused), n_refused);
    }
  if (names != NULL)
    {
      g_string_append (words, " · ");
      /* Translators: %s are the headings of columns, each in quotation marks */
      g_string_append_printf (words, _("not read: %s"), names);
    }

  return g_string_free (words, FALSE);
}

