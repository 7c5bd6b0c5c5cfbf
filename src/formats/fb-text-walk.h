/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "concept/fb-text.h"

G_BEGIN_DECLS

/** FbTextVisitor: what a writer does at each turn of a text whose lists are nested. */
typedef struct
{
  /* number: what the list counts from, 0 for the usual 1 */
  void (*open_list) (gpointer data, FbListStyle style, guint level, guint number);
  void (*close_list) (gpointer data);
  /* number: only for the first item of a list that counts from it. bare: the item holds nothing but a deeper list */
  void (*open_item) (gpointer data, guint number, gboolean bare);
  void (*close_item) (gpointer data);
  /* in_list: how deep the lists around it are */
  void (*paragraph) (gpointer data, const FbText *text, guint index, guint in_list);
} FbTextVisitor;

void fb_text_walk (const FbText        *text,
                   const FbTextVisitor *visitor,
                   gpointer             data);

G_END_DECLS
