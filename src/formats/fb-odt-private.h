/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "flow/fb-flow.h"
#include "formats/fb-markup.h"

G_BEGIN_DECLS

/* What the files of the OpenDocument writer share. */

/** FbOdtMaster: the kinds of page of the house style. */
typedef enum
{
  FB_ODT_PAGE_UPRIGHT,
  FB_ODT_PAGE_LANDSCAPE,
  FB_ODT_PAGE_COVER,
} FbOdtPage;

/** FbOdtPicture: a picture that goes into the package. */
typedef struct
{
  char *path; /* in the package */
  const FbFigure *figure;
} FbOdtPicture;

/** FbOdtParagraphs: the styles of the paragraphs of a text, by the place it stands in. */
typedef struct
{
  const char *plain;
  const char *in_list;
  const char *last_in_list;
} FbOdtParagraphs;

typedef struct
{
  FbFlow *flow;
  const char *language; /* of the flow */
  FbMarkup *body;
  FbMarkup *styles;       /* automatic styles, as they turn out to be needed */
  GHashTable *style_names; /* what a style is for -> its name */
  GHashTable *anchors;     /* anchor -> index of its block, plus one */
  GArray *numbering;       /* FbOdtNumber, one a block */
  GPtrArray *pictures;     /* FbOdtPicture */

  /* For the next paragraph. */
  FbOdtPage page;         /* the page it stands on */
  gboolean new_page;      /* it begins one */
  gboolean let_go;        /* a page may end behind it, whatever its style says */
  const char *block_language;
  const char *anchor;     /* it carries this bookmark, NULL for none */

  FbOdtParagraphs paragraphs; /* of the text that is being written */
  guint n_notes;
  guint n_tables;
  gboolean in_note;
} FbOdt;

/** FbOdtNumber: how the number of a heading comes about. */
typedef enum
{
  FB_ODT_NUMBER_NONE,
  FB_ODT_NUMBER_COUNTED, /* the word processor counts the same */
  FB_ODT_NUMBER_SET,     /* it counts on from here once told */
  FB_ODT_NUMBER_WORDS,   /* it stands in the text */
} FbOdtNumber;

/* Styles */
const char *_fb_odt_paragraph_style (FbOdt        *odt,
                                     const char   *parent,
                                     const char   *language);
const char *_fb_odt_text_style      (FbOdt        *odt,
                                     guint         marks,
                                     const char   *language);
char       *_fb_odt_house_style     (FbFlow       *flow);
GArray     *_fb_odt_count_headings  (FbFlow       *flow);

/* Text */
char       *_fb_odt_plain           (const FbText *text);
void        _fb_odt_words           (FbOdt        *odt,
                                     const char   *words,
                                     gssize        length,
                                     gboolean     *after_space);
void        _fb_odt_bookmark        (FbOdt        *odt);
void        _fb_odt_open_paragraph  (FbOdt        *odt,
                                     const char   *style,
                                     const char   *language);
void        _fb_odt_line            (FbOdt        *odt,
                                     const FbText *text);
void        _fb_odt_text            (FbOdt                 *odt,
                                     const FbText          *text,
                                     const FbOdtParagraphs *paragraphs);

/* Blocks */
void        _fb_odt_table           (FbOdt         *odt,
                                     const FbBlock *block);
void        _fb_odt_figure          (FbOdt         *odt,
                                     const FbBlock *block);

G_END_DECLS
