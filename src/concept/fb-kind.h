/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * FbKind:
 *
 * The kinds of node a concept is made of. The one description of each is its row in the table of fb-kind.c;
 * identifiers are the field's English standard terms.
 */
typedef enum
{
  FB_KIND_CONCEPT,
  FB_KIND_CHAPTER,
  FB_KIND_FIGURE,
  FB_KIND_FIELD,
  FB_KIND_GOALS,
  FB_KIND_GOAL,
  FB_KIND_INDICATOR,
  FB_KIND_MEASURES,
  FB_KIND_COLUMN,
  FB_KIND_GROUP,
  FB_KIND_MEASURE,
  FB_KIND_STEP,
  FB_KIND_REPORT,
  FB_KIND_ACTORS,
  FB_KIND_ACTOR,
  FB_KIND_PROCESS,
  FB_KIND_EVENT,
  FB_KIND_RESOLUTIONS,
  FB_KIND_RESOLUTION,
  FB_KIND_CEILINGS,
  FB_KIND_CEILING,
  FB_KIND_EDITIONS,
  FB_KIND_EDITION,
  FB_KIND_WAIVERS,
  FB_KIND_WAIVER,
  FB_N_KINDS
} FbKind;

#define FB_KIND_MASK(kind) (G_GUINT64_CONSTANT (1) << (kind))

/** FbValueType: the form of a property's value. */
typedef enum
{
  FB_VALUE_WORDS,    /* verbatim, '\n' is a line break; a child element in the file */
  FB_VALUE_RICH,     /* FbText; a child element */
  FB_VALUE_CHOICE,   /* one of the row's choices; an attribute */
  FB_VALUE_REFS,     /* a set of ids; an attribute, separated by spaces */
  FB_VALUE_FLAG,     /* yes, or empty for no; an attribute "yes" */
  FB_VALUE_LANGUAGE, /* a BCP 47 tag; the attribute xml:lang */
  FB_VALUE_IMAGE,    /* the bytes of a picture; a child element with base64 content and a media type */
} FbValueType;

typedef enum
{
  FB_PROPERTY_NONE = 0,
  FB_PROPERTY_TRANSLATABLE = 1 << 0, /* belongs into a catalog of the content */
  FB_PROPERTY_INTERNAL = 1 << 1,     /* never exported unless asked for */
  FB_PROPERTY_REQUIRED = 1 << 2,     /* a council expects it filled */
  FB_PROPERTY_PRINTED = 1 << 3,      /* a column or line by default */
  FB_PROPERTY_LINE = 1 << 4,         /* one line: a form gives it an entry, not a text area */
  FB_PROPERTY_OWN = 1 << 5,          /* made from a user's own column, see fb_property_for_column() */
} FbPropertyFlags;

/** FbReads: which reader of values/ understands the words of a property. */
typedef enum
{
  FB_READS_NOTHING,
  FB_READS_PERIOD,
  FB_READS_DATES,
  FB_READS_MONEY,
  FB_READS_RESPONSIBLE,
  FB_READS_ORDINAL,
} FbReads;

/** FbChoice: one allowed value of a choice property. The name is stored, the label shown (translate it with _()). */
typedef struct
{
  const char *name;
  const char *label;
} FbChoice;

/** FbProperty: one row of a kind's properties. Rows are compared by address and live for ever. */
typedef struct
{
  const char *name;  /* attribute or element, and the key of the value */
  const char *label; /* untranslated; show it with fb_property_get_label() */
  FbValueType type;
  FbPropertyFlags flags;
  FbReads reads;
  const FbChoice *choices; /* ends with a NULL name; NULL unless type is FB_VALUE_CHOICE */
  guint64 targets;         /* FB_KIND_MASK()s a reference may name; 0 is any */
  const char *help;        /* one untranslated sentence where one hesitates, or NULL */
} FbProperty;

/** FbKindInfo: one row of the kinds table. */
typedef struct
{
  FbKind kind;
  const char *element;
  const char *label; /* untranslated singular */
  const char *icon;  /* name of a symbolic icon */
  const char *prefix; /* of ids, one letter */
  const FbProperty *properties; /* ends with a NULL name */
  guint64 children;             /* FB_KIND_MASK()s allowed below */
  gboolean single;              /* at most one below a parent: the registers */
  gboolean internal;            /* never exported unless asked for */
} FbKindInfo;

const FbKindInfo *fb_kind_get_info         (FbKind      kind);
const char       *fb_kind_get_label        (FbKind      kind);
gboolean          fb_kind_from_element     (const char *element,
                                            FbKind     *kind);
gboolean          fb_kind_allows_child     (FbKind      kind,
                                            FbKind      child);
const FbProperty *fb_kind_get_property     (FbKind      kind,
                                            const char *name);
const FbProperty *fb_kind_get_title        (FbKind      kind);
gboolean          fb_kind_is_register      (FbKind      kind);

const char       *fb_property_get_label    (const FbProperty *property);
const FbChoice   *fb_property_find_choice  (const FbProperty *property,
                                            const char       *name);
const char       *fb_choice_get_label      (const FbChoice   *choice);
const FbProperty *fb_property_for_column   (const char       *column_id);

G_END_DECLS
