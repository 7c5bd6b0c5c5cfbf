/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "concept/fb-document.h"

G_BEGIN_DECLS

/**
 * FbFileTrack:
 *
 * What the file of a document was like when it was last read or written, by which one sees that another program has
 * written it since. May be asked in any thread. Private to this room.
 */
typedef struct _FbFileTrack FbFileTrack;

FbFileTrack *fb_file_track_for        (FbDocument    *document);
FbFileTrack *fb_file_track_ref        (FbFileTrack   *self);
void         fb_file_track_unref      (FbFileTrack   *self);
void         fb_file_track_note       (FbFileTrack   *self,
                                       GFile         *file,
                                       GBytes        *bytes);
gboolean     fb_file_track_is_changed (FbFileTrack   *self);
gboolean     fb_file_track_write      (FbFileTrack   *self,
                                       GFile         *file,
                                       GBytes        *bytes,
                                       gboolean       over,
                                       GCancellable  *cancellable,
                                       GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FbFileTrack, fb_file_track_unref)

G_END_DECLS
