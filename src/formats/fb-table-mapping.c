/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/fb-table-mapping.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "concept/fb-id.h"
#include "formats/fb-table-map.h"

/* What is longer is no heading. */
#define MAX_HEADING 60

/* The columns of a table that has no headings. */
static const char *const usual[] = { "number", "@body", "period", "cost", "responsible" };

/* What the command line calls that which is no property. */
static const struct
{
  const char *word;
  FbTargetType type;
} keywords[] = {
  { "body", FB_TARGET_BODY },
  { "own", FB_TARGET_NEW_OWN },
  { "none", FB_TARGET_LEFT_OUT },
};

G_DEFINE_QUARK (fb-table-mapping-error-quark, fb_table_mapping_error)

static FbTableMapping *
mapping_new (void)
{
  FbTableMapping *self = g_new0 (FbTableMapping, 1);

  self->targets = g_ptr_array_new_with_free_func ((GDestroyNotify) fb_column_target_free);

  return self;
}

/** Returns: (transfer full): the same once more */
FbTableMapping *
fb_table_mapping_copy (const FbTableMapping *self)
{
  FbTableMapping *copy = mapping_new ();

  copy->headed = self->headed;
  for (guint i = 0; i < self->targets->len; i++)
    g_ptr_array_add (copy->targets, fb_column_target_copy (fb_table_mapping_get (self, i)));

  return copy;
}

void
fb_table_mapping_free (FbTableMapping *self)
{
  g_ptr_array_unref (self->targets);
  g_free (self);
}

/** Returns: (transfer none): what a column holds */
const FbColumnTarget *
fb_table_mapping_get (const FbTableMapping *self,
                      guint                 column)
{
  g_return_val_if_fail (column < self->targets->len, NULL);

  return g_ptr_array_index (self->targets, column);
}

static FbColumnTarget *
get_mutable (FbTableMapping *self,
             guint           column)
{
  return g_ptr_array_index (self->targets, column);
}

static void
retarget (FbColumnTarget *target,
          FbTargetType    type,
          const char     *name)
{
  g_autofree char *copy = g_strdup (name);

  target->type = type;
  g_free (target->name);
  target->name = g_steal_pointer (&copy);
  target->guessed = FALSE;
}

/* Guessing */

/* What can only be one column's: which row it is. */
static gboolean
is_unique (FbTargetType type)
{
  return type == FB_TARGET_ID || type == FB_TARGET_KIND || type == FB_TARGET_PARENT;
}

static gboolean
has_target (const FbTableMapping *self,
            const FbColumnTarget *target,
            guint                 before)
{
  for (guint i = 0; i < before; i++)
    if (fb_column_target_same (fb_table_mapping_get (self, i), target))
      return TRUE;

  return FALSE;
}

static gboolean
has_type (const FbTableMapping *self,
          FbTargetType          type)
{
  for (guint i = 0; i < self->targets->len; i++)
    if (fb_table_mapping_get (self, i)->type == type)
      return TRUE;

  return FALSE;
}

static gboolean
is_empty (const FbGrid *grid,
          guint         column)
{
  for (guint i = 1; i < fb_grid_get_n_rows (grid); i++)
    if (*fb_grid_get (grid, i, column) != '\0')
      return FALSE;

  return TRUE;
}

/* Whether what is below the heading "id" can be our ids: others number their rows there. */
static gboolean
has_ids (FbDocument   *document,
         const FbGrid *grid,
         guint         column)
{
  for (guint i = 1; i < fb_grid_get_n_rows (grid); i++)
    {
      const char *words = fb_grid_get (grid, i, column);

      if (fb_document_lookup (document, words) != NULL || (strchr (words, '-') != NULL && fb_id_is_valid (words)))
        return TRUE;
    }

  return is_empty (grid, column);
}

/* Whether what is below the heading "Kind" are the kinds of our rows: others tell apart there what they like. */
static gboolean
has_kinds (FbDocument   *document,
           const FbGrid *grid,
           guint         column)
{
  FbKind kind;

  for (guint i = 1; i < fb_grid_get_n_rows (grid); i++)
    if (fb_table_map_find_kind (document, fb_grid_get (grid, i, column), &kind))
      return TRUE;

  return is_empty (grid, column);
}

static void
recognise (FbTableMapping *self,
           FbDocument     *document,
           FbNode         *table,
           const FbGrid   *grid)
{
  guint n_columns = fb_grid_get_n_columns (grid);

  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *heading = g_strdelimit (g_strdup (fb_grid_get (grid, 0, i)), "\n", ' ');
      FbColumnTarget *target = fb_table_map_recognise (document, table, heading);

      if ((is_unique (target->type) && has_target (self, target, i))
          || (target->type == FB_TARGET_ID && !has_ids (document, grid, i)))
        retarget (target, FB_TARGET_NOTHING, NULL);
      g_ptr_array_add (self->targets, target);
    }
  for (guint i = 0; i < n_columns; i++)
    if (fb_table_mapping_get (self, i)->type == FB_TARGET_KIND && !has_type (self, FB_TARGET_ID)
        && !has_kinds (document, grid, i))
      retarget (get_mutable (self, i), FB_TARGET_NOTHING, NULL);
  /* What only resembles a heading stands back behind what is one. */
  for (guint i = 0; i < n_columns; i++)
    if (fb_table_mapping_get (self, i)->type == FB_TARGET_NOTHING)
      {
        const char *heading = fb_table_mapping_get (self, i)->heading;
        FbColumnTarget *target = fb_table_map_recognise_near (document, table, heading);

        if (target != NULL && !has_target (self, target, n_columns))
          {
            fb_column_target_free (get_mutable (self, i));
            self->targets->pdata[i] = target;
          }
        else if (target != NULL)
          {
            fb_column_target_free (target);
          }
      }
}

/* Whether the first row can hold headings for all that its cells look like: short, no two alike, none a number. */
static gboolean
looks_headed (const FbGrid *grid)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < fb_grid_get_n_columns (grid); i++)
    {
      const char *words = fb_grid_get (grid, 0, i);

      if (*words != '\0'
          && (g_utf8_strlen (words, -1) > MAX_HEADING || g_ascii_isdigit (*words)
              || !g_hash_table_add (seen, (gpointer) words)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
guess_headed (const FbTableMapping *self,
              const FbGrid         *grid)
{
  guint known = 0;
  guint filled = 0;

  for (guint i = 0; i < self->targets->len; i++)
    {
      known += fb_table_mapping_get (self, i)->type != FB_TARGET_NOTHING;
      filled += *fb_grid_get (grid, 0, i) != '\0';
    }

  return known > 0 && (known * 2 >= filled || fb_table_mapping_is_own (self) || looks_headed (grid));
}

/* "1, 2, 3 ..." in a foreign table is what the program counts itself. */
static void
find_counted (FbTableMapping *self,
              const FbGrid   *grid)
{
  for (guint i = 0; i < self->targets->len && !fb_table_mapping_is_own (self); i++)
    {
      FbColumnTarget *target = get_mutable (self, i);
      guint64 last = 0;
      gboolean counted = TRUE;

      if (target->type != FB_TARGET_PROPERTY || g_strcmp0 (target->name, "number") != 0)
        continue;
      for (guint j = self->headed; j < fb_grid_get_n_rows (grid) && counted; j++)
        {
          const char *words = fb_grid_get (grid, j, i);
          char *end;
          guint64 number = g_ascii_strtoull (words, &end, 10);

          if (*words == '\0' || fb_grid_is_spanned (grid, j))
            continue;
          end += *end == '.';
          counted = *end == '\0' && number == last + 1;
          last = number;
        }
      if (counted && last > 0)
        retarget (target, FB_TARGET_COUNTED, NULL);
    }
}

/* As many of the usual columns as there are, and without the number where there is one less. */
static void
take_usual (FbTableMapping *self,
            guint           n_columns)
{
  g_ptr_array_set_size (self->targets, 0);
  for (guint i = 0; i < n_columns; i++)
    {
      guint place = i + (n_columns + 1 == G_N_ELEMENTS (usual) || n_columns == 1 ? 1 : 0);

      if (place >= G_N_ELEMENTS (usual))
        g_ptr_array_add (self->targets, fb_column_target_new (FB_TARGET_NOTHING, NULL, ""));
      else if (g_str_equal (usual[place], "@body"))
        g_ptr_array_add (self->targets, fb_column_target_new (FB_TARGET_BODY, NULL, ""));
      else
        g_ptr_array_add (self->targets, fb_column_target_new (FB_TARGET_PROPERTY, usual[place], ""));
    }
}

/**
 * fb_table_mapping_guess:
 * @table: (nullable): the table of measures to read into, or %NULL for all of the document
 *
 * Returns: (transfer full): what the columns of @grid seem to hold, by the words in its first row
 */
FbTableMapping *
fb_table_mapping_guess (FbDocument   *document,
                        FbNode       *table,
                        const FbGrid *grid)
{
  g_autoptr (FbTableMapping) self = mapping_new ();

  recognise (self, document, table, grid);

  return fb_table_mapping_guess_as (document, table, grid, guess_headed (self, grid));
}

/** Returns: (transfer full): see fb_table_mapping_guess(), for who knows whether the first row holds headings */
FbTableMapping *
fb_table_mapping_guess_as (FbDocument   *document,
                           FbNode       *table,
                           const FbGrid *grid,
                           gboolean      headed)
{
  FbTableMapping *self = mapping_new ();

  self->headed = headed;
  if (headed)
    recognise (self, document, table, grid);
  else
    take_usual (self, fb_grid_get_n_columns (grid));
  find_counted (self, grid);

  return self;
}

/* Choosing */

/**
 * fb_table_mapping_choose:
 *
 * Says that @column holds @choice. Of what only one column can hold, such as the id, another one lets go; two columns
 * with the same property are read as if they were one.
 */
void
fb_table_mapping_choose (FbTableMapping       *self,
                         guint                 column,
                         const FbColumnTarget *choice)
{
  g_return_if_fail (column < self->targets->len);

  for (guint i = 0; i < self->targets->len; i++)
    if (is_unique (choice->type) && fb_table_mapping_get (self, i)->type == choice->type)
      retarget (get_mutable (self, i), FB_TARGET_NOTHING, NULL);
  retarget (get_mutable (self, column), choice->type, choice->name);
}

/** Returns: whether the table was written by this program: it has ids or kinds, and no cell has to be split */
gboolean
fb_table_mapping_is_own (const FbTableMapping *self)
{
  return has_type (self, FB_TARGET_ID) || has_type (self, FB_TARGET_KIND);
}

/** Returns: whether a heading only resembles the one that it was taken for */
gboolean
fb_table_mapping_is_guessed (const FbTableMapping *self)
{
  for (guint i = 0; i < self->targets->len; i++)
    if (fb_table_mapping_get (self, i)->guessed)
      return TRUE;

  return FALSE;
}

/** Returns: (transfer full): what to call a column: its heading, or "Column 3" */
char *
fb_table_mapping_name_column (const FbTableMapping *self,
                              guint                 column)
{
  const char *heading = fb_table_mapping_get (self, column)->heading;

  /* Translators: what a column without a heading is called */
  return *heading != '\0' ? g_strdup (heading) : g_strdup_printf (_("Column %u"), column + 1);
}

static void
add_choice (GPtrArray   *choices,
            FbTargetType type,
            const char  *name)
{
  g_autoptr (FbColumnTarget) target = fb_column_target_new (type, name, "");

  for (guint i = 0; i < choices->len; i++)
    if (fb_column_target_same (g_ptr_array_index (choices, i), target))
      return;
  g_ptr_array_add (choices, g_steal_pointer (&target));
}

/**
 * fb_table_mapping_list_choices:
 * @table: (nullable): the table to read into
 *
 * Returns: (transfer full) (element-type FbColumnTarget): what a column can be said to hold, in the order of a list to
 *   choose from. All that the columns hold now is among it.
 */
GPtrArray *
fb_table_mapping_list_choices (const FbTableMapping *self,
                               FbDocument           *document,
                               FbNode               *table)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func ((GDestroyNotify) fb_column_target_free);
  g_autoptr (GPtrArray) columns = fb_table_map_columns (document, table);
  guint n_kinds;
  const FbKind *kinds = fb_table_map_list_kinds (&n_kinds);

  add_choice (choices, FB_TARGET_NOTHING, NULL);
  add_choice (choices, FB_TARGET_NEW_OWN, NULL);
  add_choice (choices, FB_TARGET_LEFT_OUT, NULL);
  add_choice (choices, FB_TARGET_BODY, NULL);
  add_choice (choices, FB_TARGET_COUNTED, NULL);
  for (guint i = 0; i < n_kinds; i++)
    {
      const FbProperty *property = fb_kind_get_info (kinds[i])->properties;

      if (kinds[i] != FB_KIND_MEASURE && kinds[i] != FB_KIND_STEP && !fb_table_mapping_is_own (self))
        continue;
      /* Words come before choices and references: that is what tables hold. */
      for (const FbProperty *p = property; p->name != NULL; p++)
        if (p->type == FB_VALUE_WORDS || p->type == FB_VALUE_RICH)
          add_choice (choices, FB_TARGET_PROPERTY, p->name);
      for (const FbProperty *p = property; p->name != NULL; p++)
        add_choice (choices, FB_TARGET_PROPERTY, p->name);
    }
  for (guint i = 0; i < columns->len; i++)
    {
      const FbColumnTarget *target = g_ptr_array_index (columns, i);

      if (target->type == FB_TARGET_OWN || target->type == FB_TARGET_OWN_ID)
        add_choice (choices, target->type, target->name);
    }
  for (guint i = 0; i < self->targets->len; i++)
    add_choice (choices, fb_table_mapping_get (self, i)->type, fb_table_mapping_get (self, i)->name);
  add_choice (choices, FB_TARGET_ID, NULL);
  add_choice (choices, FB_TARGET_KIND, NULL);
  add_choice (choices, FB_TARGET_PARENT, NULL);

  return choices;
}

/* The column of a heading, or of a number where no heading is called so. */
static gboolean
find_column (const FbTableMapping *self,
             const char           *words,
             guint                *column)
{
  g_autofree char *folded = fb_table_map_fold (words);
  guint64 number;

  for (guint i = 0; *folded != '\0' && i < self->targets->len; i++)
    if (fb_table_map_same (folded, fb_table_mapping_get (self, i)->heading))
      {
        *column = i;
        return TRUE;
      }
  if (!g_ascii_string_to_unsigned (words, 10, 1, self->targets->len, &number, NULL))
    return FALSE;

  *column = number - 1;

  return TRUE;
}

/**
 * fb_table_mapping_parse:
 * @words: "HEADING=PROPERTY", as on a command line. The heading may be the number of a column; the property is its
 *   name in the file or its label, the title of an own column, or "body", "own" (a new own column) or "none" (leave
 *   out)
 *
 * Reads a choice, and makes it. Errors are of the domain %FB_TABLE_MAPPING_ERROR.
 *
 * Returns: whether it was understood
 */
gboolean
fb_table_mapping_parse (FbTableMapping  *self,
                        FbDocument      *document,
                        FbNode          *table,
                        const char      *words,
                        GError         **error)
{
  const char *sign = strrchr (words, '=');
  g_autofree char *heading = sign != NULL ? g_strndup (words, sign - words) : NULL;
  g_autoptr (FbColumnTarget) choice = NULL;
  guint column;

  if (sign == NULL || sign == words || sign[1] == '\0')
    {
      g_set_error (error, FB_TABLE_MAPPING_ERROR, FB_TABLE_MAPPING_ERROR_FORM,
                   _("“%s” is not of the form HEADING=PROPERTY"), words);
      return FALSE;
    }
  if (!find_column (self, heading, &column))
    {
      g_set_error (error, FB_TABLE_MAPPING_ERROR, FB_TABLE_MAPPING_ERROR_COLUMN, _("the table has no column “%s”"),
                   heading);
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (keywords) && choice == NULL; i++)
    if (g_str_equal (sign + 1, keywords[i].word))
      choice = fb_column_target_new (keywords[i].type, NULL, "");
  if (choice == NULL)
    choice = fb_table_map_recognise (document, table, sign + 1);
  if (choice->type == FB_TARGET_NOTHING)
    {
      g_set_error (error, FB_TABLE_MAPPING_ERROR, FB_TABLE_MAPPING_ERROR_PROPERTY, _("measures have no property “%s”"),
                   sign + 1);
      return FALSE;
    }
  fb_table_mapping_choose (self, column, choice);

  return TRUE;
}
