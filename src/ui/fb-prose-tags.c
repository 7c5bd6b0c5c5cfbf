/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-prose-tags.h"

#define LEVEL_KIND FB_N_RUN_KINDS

#define LINK_LIGHT { 0.11, 0.44, 0.85, 1 }

/* What a tag of ours stands for. */
typedef struct
{
  guint kind; /* FbRunKind, or LEVEL_KIND */
  char *target;
} TagMeaning;

static const struct
{
  FbRunKind kind;
  const char *name;
} runs[] = {
  { FB_RUN_STRONG, "strong" },     { FB_RUN_EMPHASIS, "emphasis" }, { FB_RUN_SUPERSCRIPT, "superscript" },
  { FB_RUN_SUBSCRIPT, "subscript" }, { FB_RUN_LINK, "link" },         { FB_RUN_LANGUAGE, "language" },
};

static const GdkRGBA default_link = LINK_LIGHT;

static GQuark
meaning_quark (void)
{
  static GQuark quark;

  if (quark == 0)
    quark = g_quark_from_static_string ("fb-prose-tag-meaning");
  return quark;
}

static GQuark
color_quark (void)
{
  static GQuark quark;

  if (quark == 0)
    quark = g_quark_from_static_string ("fb-prose-link-color");
  return quark;
}

static void
meaning_free (gpointer data)
{
  TagMeaning *meaning = data;

  g_free (meaning->target);
  g_free (meaning);
}

static void
set_look (GtkTextTag      *tag,
          guint            kind,
          const char      *target,
          GtkTextTagTable *tags)
{
  const GdkRGBA *link = g_object_get_qdata (G_OBJECT (tags), color_quark ());
  GdkRGBA passage;

  switch (kind)
    {
    case FB_RUN_STRONG:
      g_object_set (tag, "weight", PANGO_WEIGHT_BOLD, NULL);
      break;
    case FB_RUN_EMPHASIS:
      g_object_set (tag, "style", PANGO_STYLE_ITALIC, NULL);
      break;
    case FB_RUN_SUPERSCRIPT:
      g_object_set (tag, "rise", 5 * PANGO_SCALE, "scale", 0.75, NULL);
      break;
    case FB_RUN_SUBSCRIPT:
      g_object_set (tag, "rise", -3 * PANGO_SCALE, "scale", 0.75, NULL);
      break;
    case FB_RUN_LINK:
      g_object_set (tag, "underline", PANGO_UNDERLINE_SINGLE, "foreground-rgba", link != NULL ? link : &default_link,
                    NULL);
      break;
    case FB_RUN_LANGUAGE:
      /* A passage in another language is not to be seen on paper; a breath of color says where it is. */
      passage = (GdkRGBA) { 0.5, 0.5, 0.5, 0.13 };
      g_object_set (tag, "language", target, "background-rgba", &passage, NULL);
      break;
    default:
      g_assert_not_reached ();
    }
}

static GtkTextTag *
add_tag (GtkTextTagTable *tags,
         const char      *name,
         guint            kind,
         const char      *target)
{
  g_autoptr (GtkTextTag) tag = gtk_text_tag_new (name);
  TagMeaning *meaning = g_new (TagMeaning, 1);

  meaning->kind = kind;
  meaning->target = g_strdup (target);
  g_object_set_qdata_full (G_OBJECT (tag), meaning_quark (), meaning, meaning_free);
  gtk_text_tag_table_add (tags, tag);
  return tag;
}

/**
 * fb_prose_tags_new:
 *
 * Returns: (transfer full): the tags by which a text buffer shows the runs and levels of an #FbText
 */
GtkTextTagTable *
fb_prose_tags_new (void)
{
  GtkTextTagTable *tags = gtk_text_tag_table_new ();

  for (guint level = 0; level <= FB_TEXT_MAX_LEVEL; level++)
    {
      g_autofree char *name = g_strdup_printf ("level:%u", level);

      add_tag (tags, name, LEVEL_KIND, NULL);
    }
  fb_prose_tags_set_margin (tags, FB_PROSE_MARGIN, 5);
  for (guint i = 0; i < G_N_ELEMENTS (runs); i++)
    if (runs[i].kind < FB_RUN_LINK)
      set_look (add_tag (tags, runs[i].name, runs[i].kind, NULL), runs[i].kind, NULL, tags);

  return tags;
}

/** Returns: (transfer none): the tag for runs of @kind to @target, made when it is first asked for. */
GtkTextTag *
fb_prose_tags_get_run (GtkTextTagTable *tags,
                       FbRunKind        kind,
                       const char      *target)
{
  g_autofree char *name = NULL;
  GtkTextTag *tag;

  g_return_val_if_fail (kind < FB_RUN_NOTE, NULL);

  if (kind < FB_RUN_LINK)
    return gtk_text_tag_table_lookup (tags, runs[kind].name);

  name = g_strdup_printf ("%s:%s", runs[kind].name, target != NULL ? target : "");
  tag = gtk_text_tag_table_lookup (tags, name);
  if (tag == NULL)
    {
      tag = add_tag (tags, name, kind, target);
      set_look (tag, kind, target, tags);
    }
  return tag;
}

GtkTextTag *
fb_prose_tags_get_level (GtkTextTagTable *tags,
                         guint            level)
{
  char name[16];

  g_snprintf (name, sizeof name, "level:%u", MIN (level, FB_TEXT_MAX_LEVEL));
  return gtk_text_tag_table_lookup (tags, name);
}

/** Returns: whether @tag shows a run, and of which @kind and @target. */
gboolean
fb_prose_tag_is_run (GtkTextTag  *tag,
                     FbRunKind   *kind,
                     const char **target)
{
  const TagMeaning *meaning = g_object_get_qdata (G_OBJECT (tag), meaning_quark ());

  if (meaning == NULL || meaning->kind == LEVEL_KIND)
    return FALSE;

  *kind = (FbRunKind) meaning->kind;
  if (target != NULL)
    *target = meaning->target;
  return TRUE;
}

gboolean
fb_prose_tag_is_level (GtkTextTag *tag)
{
  const TagMeaning *meaning = g_object_get_qdata (G_OBJECT (tag), meaning_quark ());

  return meaning != NULL && meaning->kind == LEVEL_KIND;
}

static void
set_link_color_cb (GtkTextTag *tag,
                   gpointer    data)
{
  FbRunKind kind;

  if (fb_prose_tag_is_run (tag, &kind, NULL) && kind == FB_RUN_LINK)
    g_object_set (tag, "foreground-rgba", data, NULL);
}

/** Sets how far words of level 0 are from the edge, and half the distance between two paragraphs, in pixels. */
void
fb_prose_tags_set_margin (GtkTextTagTable *tags,
                          int              margin,
                          int              distance)
{
  for (guint level = 0; level <= FB_TEXT_MAX_LEVEL; level++)
    g_object_set (fb_prose_tags_get_level (tags, level), "left-margin", margin + (int) level * FB_PROSE_INDENT,
                  "pixels-above-lines", level == 0 ? distance : distance / 3, "pixels-below-lines",
                  level == 0 ? distance : distance / 2, NULL);
}

/** Gives links a color that the theme wants. */
void
fb_prose_tags_set_color (GtkTextTagTable *tags,
                         const GdkRGBA   *link)
{
  g_object_set_qdata_full (G_OBJECT (tags), color_quark (), gdk_rgba_copy (link), (GDestroyNotify) gdk_rgba_free);
  gtk_text_tag_table_foreach (tags, set_link_color_cb, (gpointer) link);
}
