/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "cli/fb-cli.h"

#define INDENT 2

/* What the outline shows; of a register it shows how much is in it. */
#define SHOWN \
  (FB_KIND_MASK (FB_KIND_CHAPTER) | FB_KIND_MASK (FB_KIND_FIELD) | FB_KIND_MASK (FB_KIND_GOALS) | \
   FB_KIND_MASK (FB_KIND_GOAL) | FB_KIND_MASK (FB_KIND_MEASURES) | FB_KIND_MASK (FB_KIND_GROUP) | \
   FB_KIND_MASK (FB_KIND_MEASURE) | FB_KIND_MASK (FB_KIND_STEP) | FB_KIND_MASK (FB_KIND_FIGURE))

static void
print_concept (FbNode *root)
{
  static const char *const names[] = { "title", "own-title", "authority", "edition", "as-of" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *line = g_strdup (fb_node_get_words (root, names[i]));

      if (line != NULL)
        printf ("%s\n", g_strdelimit (line, "\n", ' '));
    }
}

static void
print_node (FbNode *node,
            guint   depth)
{
  const char *number = fb_node_get_number (node);
  g_autofree char *label = fb_node_dup_label (node);

  printf ("%*s", (int) depth * INDENT, "");
  if (number != NULL)
    printf (fb_node_get_kind (node) == FB_KIND_STEP && g_ascii_isdigit (*number) ? "(%s) " : "%s ", number);
  printf ("%s\n", label);
}

static void
print_children (FbNode *parent,
                guint   depth)
{
  for (guint i = 0; i < fb_node_get_n_children (parent); i++)
    {
      FbNode *node = fb_node_get_child (parent, i);
      FbKind kind = fb_node_get_kind (node);

      if (fb_kind_is_register (kind))
        {
          g_autofree char *label = fb_node_dup_label (node);

          printf ("%*s%s (%u)\n", (int) depth * INDENT, "", label, fb_node_get_n_children (node));
        }
      else if ((SHOWN & FB_KIND_MASK (kind)) != 0)
        {
          print_node (node, depth);
          print_children (node, depth + 1);
        }
    }
}

/** Prints the outline of a concept. */
FbCliExit
fb_cli_show (const FbCliVerb *verb,
             int              argc,
             char           **argv)
{
  g_auto (GStrv) files = NULL;
  const GOptionEntry entries[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    { NULL },
  };
  g_autoptr (FbDocument) document = NULL;

  if (!fb_cli_parse (verb, entries, NULL, argc, argv))
    return FB_CLI_USAGE;
  if (files == NULL || g_strv_length (files) != 1)
    return fb_cli_usage (verb, _("One file is needed."));

  document = fb_cli_load (files[0]);
  if (document == NULL)
    return FB_CLI_FAULT;

  print_concept (fb_document_get_root (document));
  print_children (fb_document_get_root (document), 0);

  return FB_CLI_FINE;
}
