/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/fb-resources.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/fb-reader.h"

#define EXAMPLES "/org/feldbuch/core/examples/"
#define TEMPLATES "/org/feldbuch/core/templates/"
#define ENDING ".konzept"
#define SEPARATOR " · "

/* What the templates offer, in the order in which they are offered; one without a row comes last, by its own title. */
static const struct
{
  const char *name;
  const char *title;
} template_titles[] = {
  { "empty", N_("Empty concept") },
  /* Translators: Monheim, Leverkusen, Wiesbaden and Arnsberg are towns whose concept has this structure. */
  { "monheim-2016", N_("Monheim 2016: five fields, each with strengths, goals and measures") },
  { "monheim-2021", N_("Monheim 2021: situation, core goals, process and four fields") },
  { "leverkusen-2017", N_("Leverkusen 2017: eight themes from a conference") },
  { "wiesbaden-2021", N_("Wiesbaden 2021: five fields with starting situation, action goals and structures") },
  { "arnsberg-2012", N_("Arnsberg 2012: principles, fields and a catalogue of measures") },
};

static void
resource_free (gpointer data)
{
  FbResource *resource = data;

  g_free (resource->name);
  g_free (resource->title);
  g_free (resource->summary);
  g_free (resource);
}

static FbNode *
read_resource (const char  *folder,
               const char  *name,
               GError     **error)
{
  g_autofree char *file = g_strconcat (name, ENDING, NULL);
  g_autofree char *path = g_strconcat (folder, file, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (bytes == NULL)
    {
      if (g_str_equal (folder, TEMPLATES))
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("There is no template “%s”."), name);
      else
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("There is no example “%s”."), name);
      return NULL;
    }

  return fb_reader_read (bytes, file, NULL, error);
}

static void
append_part (GString    *summary,
             const char *words)
{
  g_autofree char *line = g_strdup (words);

  if (line == NULL)
    return;
  if (summary->len > 0)
    g_string_append (summary, SEPARATOR);
  g_string_append (summary, g_strdelimit (line, "\n", ' '));
}

static char *
summarise_example (FbNode *root)
{
  GString *summary = g_string_new (NULL);

  append_part (summary, fb_node_get_words (root, "authority"));
  append_part (summary, fb_node_get_words (root, "edition"));
  return g_string_free (summary, FALSE);
}

static char *
summarise_template (FbNode *root)
{
  GString *summary = g_string_new (NULL);

  for (guint i = 0; i < fb_node_get_n_children (root); i++)
    append_part (summary, fb_node_get_title (fb_node_get_child (root, i)));
  return g_string_free (summary, FALSE);
}

static GPtrArray *
list_folder (const char *folder)
{
  GPtrArray *resources = g_ptr_array_new_with_free_func (resource_free);
  g_auto (GStrv) files = g_resources_enumerate_children (folder, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gboolean templates = g_str_equal (folder, TEMPLATES);

  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    {
      FbResource *resource;
      g_autoptr (FbNode) root = NULL;

      if (!g_str_has_suffix (files[i], ENDING))
        continue;
      files[i][strlen (files[i]) - strlen (ENDING)] = '\0';
      root = read_resource (folder, files[i], NULL);
      if (root == NULL)
        continue;

      resource = g_new0 (FbResource, 1);
      resource->name = g_strdup (files[i]);
      resource->title = fb_node_dup_label (root);
      resource->summary = templates ? summarise_template (root) : summarise_example (root);
      g_ptr_array_add (resources, resource);
    }

  return resources;
}

static guint
template_row (const FbResource *resource)
{
  guint row = 0;

  while (row < G_N_ELEMENTS (template_titles) && !g_str_equal (template_titles[row].name, resource->name))
    row++;
  return row;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp ((*(FbResource *const *) a)->name, (*(FbResource *const *) b)->name);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  guint row_a = template_row (*(FbResource *const *) a);
  guint row_b = template_row (*(FbResource *const *) b);

  return row_a != row_b ? (int) row_a - (int) row_b : compare_names (a, b);
}

/** Returns: (transfer full): the examples as FbResource, by name. */
GPtrArray *
fb_examples_list (void)
{
  GPtrArray *examples = list_folder (EXAMPLES);

  g_ptr_array_sort (examples, compare_names);
  return examples;
}

/**
 * fb_examples_open:
 *
 * Returns: (transfer full) (nullable): the example @name with the ids that it has
 */
FbDocument *
fb_examples_open (const char  *name,
                  GError     **error)
{
  g_autoptr (FbNode) root = read_resource (EXAMPLES, name, error);

  return root != NULL ? fb_document_new (root) : NULL;
}

/** Returns: (transfer full): the templates as FbResource, the empty one first. */
GPtrArray *
fb_templates_list (void)
{
  GPtrArray *templates = list_folder (TEMPLATES);

  for (guint i = 0; i < templates->len; i++)
    {
      FbResource *resource = templates->pdata[i];
      guint row = template_row (resource);

      if (row == G_N_ELEMENTS (template_titles))
        continue;
      g_free (resource->title);
      resource->title = g_strdup (_(template_titles[row].title));
    }
  g_ptr_array_sort (templates, compare_rows);

  return templates;
}

/**
 * fb_templates_instantiate:
 *
 * Makes a new document with the structure of a template. All its ids are new; references inside it go on with them.
 *
 * Returns: (transfer full) (nullable): the document
 */
FbDocument *
fb_templates_instantiate (const char  *name,
                          GError     **error)
{
  g_autoptr (FbNode) template = read_resource (TEMPLATES, name, error);
  g_autoptr (FbNode) root = template != NULL ? fb_node_copy (template, FALSE) : NULL;

  return root != NULL ? fb_document_new (root) : NULL;
}
