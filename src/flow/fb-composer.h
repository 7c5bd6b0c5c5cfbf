/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "concept/fb-document.h"
#include "flow/fb-flow.h"
#include "flow/fb-printout.h"

G_BEGIN_DECLS

/**
 * FbComposer:
 *
 * What the files that compose a flow hand to one another. Private to this room.
 */
typedef struct
{
  FbDocument *document;
  const FbPrintout *printout;
  FbFlowBuilder *builder;
  const char *language; /* of the document: the one whose fixed words are printed */
  GHashTable *hidden;   /* steps that are not printed, or NULL */
} FbComposer;

/** FbGenerate: prints a register or an overview below a chapter; headings it makes begin at @level. */
typedef void (*FbGenerate) (FbComposer *composer,
                            FbNode     *chapter,
                            guint       level);

/* The page's fixed words and the values of nodes. */
const char   *_fb_composer_word          (FbComposer       *composer,
                                          const char       *english);
FbText       *_fb_composer_words         (const char       *words);
FbText       *_fb_composer_value         (FbComposer       *composer,
                                          FbNode           *node,
                                          const FbProperty *property);
FbText       *_fb_composer_stepped       (FbComposer       *composer,
                                          FbNode           *measure,
                                          const FbProperty *property);
const char   *_fb_composer_label         (FbComposer       *composer,
                                          const FbProperty *property);
gboolean      _fb_composer_prints        (FbComposer       *composer,
                                          const FbProperty *property);
char         *_fb_composer_step_label    (FbNode           *step);
gboolean      _fb_composer_shows_step    (FbComposer       *composer,
                                          FbNode           *node);
const char   *_fb_composer_spell         (const char       *words);

/* Text in a text: paragraphs of @text one list level deeper than @level, a label before a value, and all that the
 * properties of a node say that have no place of their own. */
void          _fb_composer_append_nested (FbTextBuilder    *builder,
                                          FbText           *text,
                                          guint             level);
void          _fb_composer_append_inline (FbTextBuilder    *builder,
                                          FbText           *text);
void          _fb_composer_append_label  (FbTextBuilder    *builder,
                                          const char       *label,
                                          FbText           *value);
gboolean      _fb_composer_append_rest   (FbComposer       *composer,
                                          FbTextBuilder    *builder,
                                          FbNode           *node,
                                          const char *const *placed);

/* Parts of the page. */
gboolean      _fb_composer_heading       (FbComposer       *composer,
                                          FbNode           *node,
                                          guint             level,
                                          gboolean          in_contents);
void          _fb_composer_text          (FbComposer       *composer,
                                          FbNode           *node,
                                          FbTextRole        role,
                                          FbText           *text);
void          _fb_composer_node          (FbComposer       *composer,
                                          FbNode           *node,
                                          guint             level);
void          _fb_composer_children      (FbComposer       *composer,
                                          FbNode           *node,
                                          guint             level);
void          _fb_composer_goals         (FbComposer       *composer,
                                          FbNode           *goals,
                                          guint             level);
void          _fb_composer_goal          (FbComposer       *composer,
                                          FbNode           *goal,
                                          guint             level);
void          _fb_composer_measures      (FbComposer       *composer,
                                          FbNode           *measures,
                                          guint             level);
void          _fb_composer_sheet         (FbComposer       *composer,
                                          FbNode           *measure,
                                          guint             level);
void          _fb_composer_register      (FbComposer       *composer,
                                          FbNode           *node,
                                          guint             level);
void          _fb_composer_generate      (FbComposer       *composer,
                                          FbNode           *chapter,
                                          guint             level);
void          _fb_composer_costs         (FbComposer       *composer,
                                          FbNode           *chapter,
                                          guint             level);
void          _fb_composer_timeline      (FbComposer       *composer,
                                          FbNode           *chapter,
                                          guint             level);
void          _fb_composer_tasks         (FbComposer       *composer,
                                          const char       *actor);

/* A table of everything that nodes of one kind say: the columns are the printed properties that any of them fills. */
void          _fb_composer_node_table    (FbComposer       *composer,
                                          const char       *id,
                                          const char       *name,
                                          GPtrArray        *nodes,
                                          const char *const *also);

G_END_DECLS
