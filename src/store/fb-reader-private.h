/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libxml/xmlreader.h>

#include "concept/fb-node.h"
#include "store/fb-reader.h"
#include "store/fb-scan.h"

G_BEGIN_DECLS

typedef enum
{
  FB_EVENT_END_OF_FILE,
  FB_EVENT_START,
  FB_EVENT_END, /* follows an empty element too */
  FB_EVENT_TEXT,
  FB_EVENT_COMMENT,
  FB_EVENT_INSTRUCTION,
} FbEvent;

/**
 * FbReader:
 *
 * The state of reading one file: libxml2's parser and our scan of the bytes, going side by side from event to event.
 * The first error is kept and ends everything: each function returns FALSE from then on.
 */
typedef struct
{
  const char *name; /* of the file, for messages */
  xmlTextReaderPtr xml;
  FbScan scan;
  GError *error;

  FbEvent event;
  guint line;
  gsize start; /* of the event in the bytes, but for text */
  gsize end;
  GString *text;       /* of FB_EVENT_TEXT, all of it */
  gboolean end_follows; /* an empty element has begun */
  gboolean peeked;      /* the parser stands on the event after a text */
  int peeked_result;

  gboolean newer;   /* a newer minor version: what is unknown is kept */
  gboolean unknown; /* something unknown in the property that is being read */

  GHashTable *ids;           /* id to FbNode */
  GHashTable *root_prefixes; /* prefix to namespace, of the root element */
  GArray *references;        /* FbReference */
  GPtrArray *warnings;       /* char * */
} FbReader;

/** FbReference: something that names an id; whether it is there is known at the end. */
typedef struct
{
  char *id;
  guint line;
  guint64 targets; /* FB_KIND_MASK()s, 0 is any */
} FbReference;

/* fb-reader-events.c */
gboolean    fb_reader_begin           (FbReader    *self,
                                       GBytes      *bytes,
                                       const char  *name);
void        fb_reader_end             (FbReader    *self);
gboolean    fb_reader_advance         (FbReader    *self);
gboolean    fb_reader_skip_element    (FbReader    *self);
gboolean    fb_reader_fail            (FbReader    *self,
                                       guint        line,
                                       const char  *found,
                                       const char  *expected);
gboolean    fb_reader_fail_with       (FbReader    *self,
                                       FbReaderError code,
                                       guint        line,
                                       const char  *found,
                                       const char  *expected);
gboolean    fb_reader_fail_unknown    (FbReader    *self,
                                       const char  *found,
                                       const char  *expected);
void        fb_reader_warn            (FbReader    *self,
                                       guint        line,
                                       const char  *format,
                                       ...) G_GNUC_PRINTF (3, 4);
gboolean    fb_reader_is_own          (FbReader    *self);
const char *fb_reader_get_element     (FbReader    *self);
char       *fb_reader_dup_attribute   (FbReader    *self,
                                       const char  *name);
char       *fb_reader_describe        (FbReader    *self);
gboolean    fb_reader_check_attributes (FbReader    *self,
                                       const char * const *allowed);
void        fb_reader_add_reference   (FbReader    *self,
                                       const char  *id,
                                       guint64      targets);
void        fb_reader_check_language  (FbReader    *self,
                                       const char  *tag);

/* fb-reader-text.c: each reads from the start of the element to its end */
gboolean    fb_reader_read_words      (FbReader    *self,
                                       FbValue    **value);
gboolean    fb_reader_read_rich       (FbReader    *self,
                                       FbValue    **value);
gboolean    fb_reader_read_image      (FbReader    *self,
                                       FbValue    **value);

G_END_DECLS
