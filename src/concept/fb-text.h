/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FbText:
 *
 * Rich text without looks: paragraphs and runs over one UTF-8 buffer. Immutable and atomically reference-counted,
 * so that documents, history, flows and threads share it.
 *
 * The buffer holds the paragraphs separated by '\n'. A line break inside a paragraph is U+2028; a footnote and a
 * cross-reference each stand as one U+FFFC. Characters that XML 1.0 forbids are removed at construction.
 */
typedef struct _FbText FbText;
typedef struct _FbTextBuilder FbTextBuilder;

#define FB_TEXT_LINE_BREAK "\xe2\x80\xa8"
#define FB_TEXT_OBJECT "\xef\xbf\xbc"
/** Deepest level of a list; deeper input is set to it. */
#define FB_TEXT_MAX_LEVEL 8
/** Longest address of a link, in bytes; the words of a longer one, such as a picture in an address, are no link. */
#define FB_TEXT_MAX_TARGET 8192

typedef enum
{
  FB_PARAGRAPH_PLAIN,     /* level 0, no list */
  FB_PARAGRAPH_ITEM,      /* a list item, level 1 and more */
  FB_PARAGRAPH_CONTINUED, /* a further paragraph of the item before it */
} FbParagraphKind;

typedef enum
{
  FB_LIST_BULLET,
  FB_LIST_DECIMAL, /* 1. */
  FB_LIST_LETTER,  /* a. */
  FB_LIST_PAREN,   /* (1) */
} FbListStyle;

/** FbParagraph: its bytes are [start, end) of the buffer, without the separator. */
typedef struct
{
  guint start;
  guint end;
  FbParagraphKind kind;
  guint level;          /* 0 plain, from 1 in lists */
  FbListStyle style;
  guint number;         /* a numbered list that begins here counts from this; 0 counts on as usual */
  const char *language; /* BCP 47, or NULL: as around it */
} FbParagraph;

typedef enum
{
  FB_RUN_STRONG,
  FB_RUN_EMPHASIS,
  FB_RUN_SUPERSCRIPT,
  FB_RUN_SUBSCRIPT,
  FB_RUN_LINK,      /* target: the address */
  FB_RUN_LANGUAGE,  /* target: a BCP 47 tag */
  FB_RUN_NOTE,      /* over one FB_TEXT_OBJECT; note: the text of the footnote */
  FB_RUN_REFERENCE, /* over one FB_TEXT_OBJECT; target: the id */
  FB_N_RUN_KINDS
} FbRunKind;

/** FbRun: runs are sorted by start, then kind; two runs of a kind and target never touch or overlap. */
typedef struct
{
  guint start;
  guint end;
  FbRunKind kind;
  const char *target; /* owned by the text, NULL where the kind has none */
  FbText *note;       /* owned by the text, NULL but for FB_RUN_NOTE */
} FbRun;

/** FbSpan: a stretch of one paragraph over which no run begins or ends; see fb_span_iter_next(). */
typedef struct
{
  const char *text; /* not terminated; a line break or an object is a span of its own */
  guint start;      /* byte offset in the buffer */
  guint length;
  guint marks;          /* 1 << FbRunKind for strong ... subscript */
  const char *link;     /* or NULL */
  const char *language; /* or NULL */
  FbText *note;         /* or NULL */
  const char *reference; /* or NULL */
  gboolean line_break;
} FbSpan;

typedef struct
{
  const FbText *text;
  guint offset;
  guint end;
  guint run;
} FbSpanIter;

FbText            *fb_text_new_plain          (const char   *words);
FbText            *fb_text_ref                (FbText       *text);
void               fb_text_unref              (FbText       *text);
gboolean           fb_text_equal              (const FbText *a,
                                               const FbText *b);
const char        *fb_text_get_buffer         (const FbText *text,
                                               gsize        *length);
guint              fb_text_get_n_paragraphs   (const FbText *text);
const FbParagraph *fb_text_get_paragraph      (const FbText *text,
                                               guint         index);
guint              fb_text_get_n_runs         (const FbText *text);
const FbRun       *fb_text_get_run            (const FbText *text,
                                               guint         index);
char              *fb_text_to_words           (const FbText *text);
char              *fb_text_dup_first_line     (const FbText *text);
FbText            *fb_text_slice              (FbText       *text,
                                               guint         first,
                                               guint         n);
FbText            *fb_text_splice             (FbText       *text,
                                               guint         first,
                                               guint         n_removed,
                                               FbText       *inserted);
FbText            *fb_text_replace            (FbText       *text,
                                               guint         start,
                                               guint         end,
                                               const char   *words);
FbText            *fb_text_map_references     (FbText       *text,
                                               GHashTable   *ids);

void               fb_span_iter_init          (FbSpanIter   *iter,
                                               const FbText *text,
                                               guint         paragraph);
gboolean           fb_span_iter_next          (FbSpanIter   *iter,
                                               FbSpan       *span);

FbTextBuilder     *fb_text_builder_new        (void);
void               fb_text_builder_paragraph  (FbTextBuilder   *builder,
                                               FbParagraphKind  kind,
                                               guint            level,
                                               FbListStyle      style,
                                               guint            number,
                                               const char      *language);
void               fb_text_builder_append     (FbTextBuilder   *builder,
                                               const char      *utf8,
                                               gssize           length);
void               fb_text_builder_line_break (FbTextBuilder   *builder);
void               fb_text_builder_push       (FbTextBuilder   *builder,
                                               FbRunKind        kind,
                                               const char      *target);
void               fb_text_builder_pop        (FbTextBuilder   *builder);
void               fb_text_builder_note       (FbTextBuilder   *builder,
                                               FbText          *note);
void               fb_text_builder_reference  (FbTextBuilder   *builder,
                                               const char      *id);
void               fb_text_builder_append_text (FbTextBuilder  *builder,
                                               FbText          *text);
void               fb_text_builder_append_inline (FbTextBuilder *builder,
                                               FbText          *text,
                                               guint            index);
void               fb_text_builder_append_paragraph (FbTextBuilder *builder,
                                               FbParagraphKind  kind,
                                               guint            level,
                                               FbListStyle      style,
                                               guint            number,
                                               FbText          *text,
                                               guint            index);
FbText            *fb_text_builder_end        (FbTextBuilder   *builder);
void               fb_text_builder_free       (FbTextBuilder   *builder);

char              *fb_utf8_clean              (const char      *utf8,
                                               gssize           length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FbText, fb_text_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FbTextBuilder, fb_text_builder_free)

G_END_DECLS
