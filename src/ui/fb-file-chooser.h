/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Told which files were chosen (element-type GFile), at least one. */
typedef void (*FbFilesChosen) (GtkWidget  *owner,
                               GListModel *files,
                               gpointer    data);

void fb_file_chooser_run        (GtkFileChooserNative *chooser,
                                 GtkWidget            *owner,
                                 FbFilesChosen         chosen,
                                 gpointer              data,
                                 GDestroyNotify        destroy);
void fb_file_chooser_set_folder (GtkFileChooser       *chooser,
                                 const char           *uri,
                                 GFile                *beside);

G_END_DECLS
