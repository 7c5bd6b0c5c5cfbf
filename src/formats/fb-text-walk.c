/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/fb-text-walk.h"

typedef struct
{
  const FbTextVisitor *visitor;
  gpointer data;
  guint depth;
  FbListStyle styles[FB_TEXT_MAX_LEVEL];
} Walk;

static void
close_to (Walk  *walk,
          guint  depth)
{
  for (; walk->depth > depth; walk->depth--)
    {
      walk->visitor->close_item (walk->data);
      walk->visitor->close_list (walk->data);
    }
}

static void
begin_item (Walk              *walk,
            const FbParagraph *paragraph,
            guint              level)
{
  gboolean same;

  close_to (walk, level);
  same = walk->depth == level && walk->styles[level - 1] == paragraph->style && paragraph->number == 0;
  if (same)
    {
      walk->visitor->close_item (walk->data);
      walk->visitor->open_item (walk->data, 0, FALSE);
      return;
    }

  close_to (walk, level - 1);
  while (walk->depth < level)
    {
      gboolean bare = walk->depth + 1 < level;
      guint number = bare ? 0 : paragraph->number;

      walk->styles[walk->depth] = paragraph->style;
      walk->depth++;
      walk->visitor->open_list (walk->data, paragraph->style, walk->depth, number);
      walk->visitor->open_item (walk->data, number, bare);
    }
}

/**
 * fb_text_walk:
 *
 * Tells @visitor the paragraphs of @text as nested lists: paragraphs know only their level, formats want trees.
 */
void
fb_text_walk (const FbText        *text,
              const FbTextVisitor *visitor,
              gpointer             data)
{
  Walk walk = { visitor, data, 0, { 0 } };

  for (guint i = 0; i < fb_text_get_n_paragraphs (text); i++)
    {
      const FbParagraph *paragraph = fb_text_get_paragraph (text, i);
      guint level = MIN (paragraph->level, FB_TEXT_MAX_LEVEL);

      if (paragraph->kind == FB_PARAGRAPH_ITEM && level > 0)
        begin_item (&walk, paragraph, level);
      else
        close_to (&walk, paragraph->kind == FB_PARAGRAPH_CONTINUED ? level : 0);
      visitor->paragraph (data, text, i, walk.depth);
    }
  close_to (&walk, 0);
}
