/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "review/fb-review.h"
#include "ui/fb-editor.h"

G_BEGIN_DECLS

#define FB_TYPE_FINDINGS_PANEL (fb_findings_panel_get_type ())

/**
 * FbFindingsPanel:
 *
 * What the checks have to say about the document of an editor: a list that leads to the places, with the explanation of
 * each rule, repairs, and what was set aside. It also tells the editor the number for its button and the outline.
 *
 * Property "open" (boolean, read and write, notified): whether it is shown.
 */
G_DECLARE_FINAL_TYPE (FbFindingsPanel, fb_findings_panel, FB, FINDINGS_PANEL, AdwBin)

GtkWidget *fb_findings_panel_new          (void);
void       fb_findings_panel_set_editor   (FbFindingsPanel *self,
                                           FbEditor        *editor);
void       fb_findings_panel_set_document (FbFindingsPanel *self,
                                           FbDocument      *document);
FbReview  *fb_findings_panel_get_review   (FbFindingsPanel *self);
void       fb_findings_panel_step         (FbFindingsPanel *self,
                                           gboolean         forward);

G_END_DECLS
