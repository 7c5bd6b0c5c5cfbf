/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "concept/fb-text.h"

G_BEGIN_DECLS

/**
 * FbFlow:
 *
 * The neutral page between the concept and the foreign formats: a run of blocks with what they hold. Immutable and
 * atomically reference-counted, so a writer may read it in a thread while the document changes. It shares its
 * texts with the document.
 *
 * A flow is made with a #FbFlowBuilder. Structs and strings that it hands out are its own and live as long as it.
 */
typedef struct _FbFlow FbFlow;
typedef struct _FbFlowBuilder FbFlowBuilder;

/** Deepest level of a heading; deeper input is set to it. */
#define FB_FLOW_MAX_LEVEL 9

typedef enum
{
  FB_META_TITLE,     /* one line, not empty */
  FB_META_SUBJECT,   /* the kind of concept and the like */
  FB_META_AUTHORITY, /* whose document it is */
  FB_META_DATE,      /* ISO 8601, "2016-11-21" */
  FB_META_MARK,      /* a word such as "Draft" that every page carries */
  FB_N_META
} FbMeta;

typedef enum
{
  FB_BLOCK_TITLE_PAGE, /* lines */
  FB_BLOCK_CONTENTS,   /* text: its heading; level: how deep it goes */
  FB_BLOCK_HEADING,    /* level, number, text, in_contents */
  FB_BLOCK_TEXT,       /* text, role */
  FB_BLOCK_TABLE,      /* table */
  FB_BLOCK_FIGURE,     /* figure */
  FB_BLOCK_PAGE_BREAK,
} FbBlockType;

/** FbTextRole: what a text is for; the house style gives each its look. */
typedef enum
{
  FB_TEXT_BODY,
  FB_TEXT_LABEL,   /* a short line that belongs to what follows */
  FB_TEXT_DETAILS, /* labelled particulars of the block before */
  FB_N_TEXT_ROLES
} FbTextRole;

typedef enum
{
  FB_TITLE_AUTHORITY,
  FB_TITLE_MAIN,
  FB_TITLE_OWN,
  FB_TITLE_SUBTITLE,
  FB_TITLE_EDITION,
  FB_TITLE_TERM,
  FB_TITLE_OCCASION,
  FB_TITLE_AS_OF,
  FB_TITLE_PHASE,
  FB_TITLE_TEXT,
  FB_N_TITLE_ROLES
} FbTitleRole;

/** FbTitleLine: one part of a title page. */
typedef struct
{
  FbTitleRole role;
  FbText *text;
} FbTitleLine;

/** FbColumnRole: what a column holds; it decides how much room the column needs. */
typedef enum
{
  FB_COLUMN_NUMBER, /* short numbers and codes */
  FB_COLUMN_PROSE,  /* sentences: gets what is left */
  FB_COLUMN_PERIOD,
  FB_COLUMN_MONEY,
  FB_COLUMN_BODIES, /* who does it */
  FB_COLUMN_WORDS,  /* a few words */
  FB_COLUMN_LABEL,  /* names the row, as on a sheet */
  FB_N_COLUMN_ROLES
} FbColumnRole;

typedef struct
{
  FbColumnRole role;
  const char *heading;  /* may be "" */
  double width;         /* share of the table's width; the shares of a table add up to 1 */
  gboolean row_heading; /* its cells name their rows */
} FbColumn;

typedef struct
{
  const char *id;     /* node it comes from, or NULL */
  const char *anchor; /* name to link to, or NULL */
  FbText **cells;     /* one for each column; NULL is an empty cell */
  gboolean breaks;    /* is so high that it may break over pages */
} FbRow;

/** FbTable: a table without merged cells. Its header is the headings of its columns, none where all are empty. */
typedef struct
{
  const char *caption; /* as typed, or NULL */
  const char *series;  /* word before the number of the caption ("Tabelle"), or NULL: not counted */
  guint number;        /* from 1 in its series, 0 where not counted */
  const char *band;    /* heading of the band this table holds, or NULL */
  const char *name;    /* never NULL: what to call it where nothing is to be seen of a caption */
  gboolean landscape;  /* needs the long side of the paper */
  gboolean dense;      /* needs smaller letters even so */
  guint n_columns;
  const FbColumn *columns;
  guint n_rows;
  const FbRow *const *rows;
} FbTable;

typedef struct
{
  GBytes *image;          /* as stored: PNG, JPEG, GIF, SVG ... */
  const char *media_type; /* "image/png" */
  const char *caption;    /* or NULL */
  const char *series;     /* "Abbildung", or NULL: not counted */
  guint number;
  const char *alternative; /* or NULL */
  gboolean decorative;
  const char *source;  /* or NULL */
  const char *licence; /* or NULL */
} FbFigure;

/** FbBlock: what a block of a type does not use is NULL or 0. */
typedef struct
{
  FbBlockType type;
  const char *id;       /* node it comes from, or NULL */
  const char *anchor;   /* name to link to, or NULL: the id, at the first block that comes from it */
  const char *language; /* BCP 47, or NULL: the flow's */
  guint level;
  const char *number;
  FbText *text;
  FbTextRole role;
  gboolean in_contents;
  guint n_lines;
  const FbTitleLine *lines;
  const FbTable *table;
  const FbFigure *figure;
} FbBlock;

/** FbTarget: what a cross-reference prints. */
typedef struct
{
  const char *label;  /* "4.2", "Tabelle 3", a title */
  const char *title;  /* in full, or NULL where the label says it all */
  const char *anchor; /* name to link to, or NULL where it is not part of this flow */
} FbTarget;

FbFlow         *fb_flow_ref                   (FbFlow          *flow);
void            fb_flow_unref                 (FbFlow          *flow);
const char     *fb_flow_get_language          (FbFlow          *flow);
const char     *fb_flow_get_meta              (FbFlow          *flow,
                                               FbMeta           meta);
guint           fb_flow_get_n_blocks          (FbFlow          *flow);
const FbBlock  *fb_flow_get_block             (FbFlow          *flow,
                                               guint            index);
const FbTarget *fb_flow_get_target            (FbFlow          *flow,
                                               const char      *id);
gboolean        fb_flow_is_linked             (FbFlow          *flow,
                                               const char      *anchor);
gboolean        fb_table_has_header           (const FbTable   *table);

FbFlowBuilder  *fb_flow_builder_new           (const char      *language);
void            fb_flow_builder_set_meta      (FbFlowBuilder   *builder,
                                               FbMeta           meta,
                                               const char      *words);
void            fb_flow_builder_set_language  (FbFlowBuilder   *builder,
                                               const char      *language);
void            fb_flow_builder_title_page    (FbFlowBuilder   *builder,
                                               const char      *id);
void            fb_flow_builder_title_line    (FbFlowBuilder   *builder,
                                               FbTitleRole      role,
                                               FbText          *text);
void            fb_flow_builder_contents      (FbFlowBuilder   *builder,
                                               const char      *title,
                                               guint            depth);
void            fb_flow_builder_heading       (FbFlowBuilder   *builder,
                                               const char      *id,
                                               guint            level,
                                               const char      *number,
                                               FbText          *text,
                                               gboolean         in_contents);
void            fb_flow_builder_text          (FbFlowBuilder   *builder,
                                               const char      *id,
                                               FbTextRole       role,
                                               FbText          *text);
void            fb_flow_builder_page_break    (FbFlowBuilder   *builder);
void            fb_flow_builder_figure        (FbFlowBuilder   *builder,
                                               const char      *id,
                                               const FbFigure  *figure);

void            fb_flow_builder_table         (FbFlowBuilder   *builder,
                                               const char      *id,
                                               const char      *name);
void            fb_flow_builder_table_caption (FbFlowBuilder   *builder,
                                               const char      *series,
                                               const char      *caption);
void            fb_flow_builder_table_band    (FbFlowBuilder   *builder,
                                               const char      *band);
void            fb_flow_builder_column        (FbFlowBuilder   *builder,
                                               FbColumnRole     role,
                                               const char      *heading,
                                               double           weight,
                                               gboolean         row_heading);
void            fb_flow_builder_row           (FbFlowBuilder   *builder,
                                               const char      *id,
                                               FbText         **cells);

GPtrArray      *fb_flow_builder_get_references (FbFlowBuilder  *builder);
gboolean        fb_flow_builder_has_place     (FbFlowBuilder   *builder,
                                               const char      *id);
void            fb_flow_builder_target        (FbFlowBuilder   *builder,
                                               const char      *id,
                                               const char      *place,
                                               const char      *label,
                                               const char      *title);
FbFlow         *fb_flow_builder_end           (FbFlowBuilder   *builder);
void            fb_flow_builder_free          (FbFlowBuilder   *builder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FbFlow, fb_flow_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FbFlowBuilder, fb_flow_builder_free)

G_END_DECLS
