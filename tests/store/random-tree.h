/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "concept/fb-node.h"

/* Trees by chance, of every kind and property, with all that makes words and texts awkward. */

static inline gboolean
chance (GRand *rand,
        int    percent)
{
  return g_rand_int_range (rand, 0, 100) < percent;
}

static inline char *
random_words (GRand *rand,
              guint  max_pieces)
{
  static const char *const pieces[] = {
    "Ehrenamt", "ab 2014 (Tarifanpassung)", " ", "  ", "\n", "\t", "&", "<", ">", "\"", "'", "]]>", "&amp;", "ä", "ß",
    "≠",
    "\xc2\xa0", "\xe2\x80\x8b", "\xe2\x80\xa8", "\xf0\x9f\x8c\xb1", "<br/>", "\xd7\xa9", "e\xcc\x81", "0 €", "--", "?>",
  };
  GString *words = g_string_new (NULL);

  for (guint i = g_rand_int_range (rand, 1, max_pieces + 1); i > 0; i--)
    g_string_append (words, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
  return g_string_free (words, FALSE);
}

static inline FbText *
random_text (GRand *rand,
             guint  depth)
{
  static const char *const languages[] = { NULL, NULL, NULL, "de", "tr", "ar-Latn" };
  g_autoptr (FbTextBuilder) builder = fb_text_builder_new ();
  guint open = 0;

  for (guint i = g_rand_int_range (rand, 1, 9); i > 0; i--)
    {
      guint level = g_rand_int_range (rand, 0, chance (rand, 5) ? 12 : 5);

      fb_text_builder_paragraph (builder, g_rand_int_range (rand, 0, 3), level,
                                 g_rand_int_range (rand, 0, 4), chance (rand, 30) ? g_rand_int_range (rand, 0, 9) : 0,
                                 languages[g_rand_int_range (rand, 0, G_N_ELEMENTS (languages))]);
      for (guint j = g_rand_int_range (rand, 0, 8); j > 0; j--)
        {
          g_autofree char *words = random_words (rand, 3);
          int what = g_rand_int_range (rand, 0, 10);

          if (what < 4)
            {
              fb_text_builder_append (builder, words, -1);
            }
          else if (what < 6)
            {
              FbRunKind kind = g_rand_int_range (rand, 0, FB_RUN_NOTE);
              const char *target = kind == FB_RUN_LANGUAGE ? "fr" : kind == FB_RUN_LINK ? words : NULL;

              fb_text_builder_push (builder, kind, target);
              open++;
            }
          else if (what < 8 && open > 0)
            {
              fb_text_builder_pop (builder);
              open--;
            }
          else if (what == 8 && depth < 3)
            {
              g_autoptr (FbText) note = random_text (rand, depth + 1);

              fb_text_builder_note (builder, note);
            }
          else if (chance (rand, 50))
            {
              fb_text_builder_reference (builder, "m-000001");
            }
          else
            {
              fb_text_builder_line_break (builder);
            }
        }
    }

  return fb_text_builder_end (builder);
}

static inline FbValue *
random_image (GRand *rand)
{
  guint8 data[200];
  g_autoptr (GBytes) bytes = NULL;
  gsize size = g_rand_int_range (rand, 1, sizeof data);

  for (gsize i = 0; i < size; i++)
    data[i] = g_rand_int_range (rand, 0, 256);
  bytes = g_bytes_new (data, size);
  return fb_value_new_image (bytes, "image/png");
}

static inline FbValue *
random_value (GRand            *rand,
              const FbProperty *property)
{
  static const char *const ids[] = { "m-000001", "z-xyz123", "f-1", "_a.b-c", NULL };
  g_autofree char *words = random_words (rand, 12);
  g_autoptr (FbText) text = NULL;
  guint n = 0;

  switch (property->type)
    {
    case FB_VALUE_RICH:
      text = random_text (rand, 0);
      return fb_value_new_rich (text);
    case FB_VALUE_CHOICE:
      while (property->choices[n].name != NULL)
        n++;
      return fb_value_new_choice (property->choices[g_rand_int_range (rand, 0, n)].name);
    case FB_VALUE_REFS:
      return fb_value_new_refs (ids + g_rand_int_range (rand, 0, 4));
    case FB_VALUE_FLAG:
      return fb_value_new_flag (TRUE);
    case FB_VALUE_LANGUAGE:
      return fb_value_new_language ("de-AT");
    case FB_VALUE_IMAGE:
      return random_image (rand);
    case FB_VALUE_WORDS:
    default:
      return fb_value_new_words (words);
    }
}

static inline void
random_foreign (GRand          *rand,
                FbNode         *node,
                FbForeignPlace  place)
{
  static const char *const pieces[] = {
    "<!-- a\n comment -->", "<?target data?>", "<x:note xmlns:x='urn:x' a=\"1\"><x:b/>\n text </x:note>",
    "<!--1-->  <!--2-->\n\n<?p?>", "<foo xmlns=\"urn:other\"><![CDATA[<]]></foo>",
  };

  if (place == FB_FOREIGN_ATTRIBUTES)
    fb_node_build_foreign (node, place, " xmlns:y=\"urn:y\" y:b='\"'");
  else
    fb_node_build_foreign (node, place, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
}

static inline FbNode *
random_node (GRand  *rand,
             FbKind  kind,
             guint   depth)
{
  static guint n_nodes;
  g_autofree char *id = g_strdup_printf ("%s-%06u", fb_kind_get_info (kind)->prefix, ++n_nodes);
  FbNode *node = fb_node_new (kind, id);

  for (const FbProperty *property = fb_node_get_info (node)->properties; property->name != NULL; property++)
    if (chance (rand, 40))
      {
        g_autoptr (FbValue) value = random_value (rand, property);

        fb_node_build_value (node, property, value);
      }
  if (kind == FB_KIND_MEASURE && chance (rand, 30))
    {
      const FbProperty *property = fb_property_for_column (chance (rand, 50) ? "s-aaaaaa" : "s-bbbbbb");
      g_autoptr (FbValue) value = random_value (rand, property);

      fb_node_build_value (node, property, value);
    }
  for (guint child = 0; child < FB_N_KINDS && depth < 5; child++)
    {
      guint most = fb_kind_get_info (child)->single ? 1 : 3 - MIN (depth, 3);
      guint n = g_rand_int_range (rand, 0, most + 1);

      for (; fb_kind_allows_child (kind, child) && n > 0; n--)
        {
          g_autoptr (FbNode) made = random_node (rand, child, depth + 1);

          if (chance (rand, 5))
            random_foreign (rand, made, FB_FOREIGN_BEFORE);
          fb_node_build_child (node, made);
        }
    }
  if (chance (rand, 5))
    random_foreign (rand, node, FB_FOREIGN_ATTRIBUTES);
  if (chance (rand, 5))
    random_foreign (rand, node, FB_FOREIGN_AT_END);

  return node;
}
