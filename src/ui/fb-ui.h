/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FB_UI_RESOURCE "/org/feldbuch/Feldbuch/"

void  fb_ui_init              (void);
void  fb_ui_toast             (GtkWidget   *widget,
                               const char  *message,
                               const char  *button,
                               const char  *action,
                               GVariant    *target);
void  fb_ui_show_error        (GtkWindow   *parent,
                               const char  *heading,
                               const char  *body);
char *fb_ui_dup_file_name     (GFile       *file);
void  fb_ui_popup             (GtkWidget   *parent,
                               GtkWidget   *popover,
                               double       x,
                               double       y);
void  fb_ui_popup_menu        (GtkWidget   *parent,
                               GMenuModel  *model,
                               double       x,
                               double       y);
void  fb_ui_shorten_drop_down (GtkDropDown *drop_down,
                               int          max_chars);
void  fb_ui_allocate          (GtkWidget   *widget,
                               GtkWidget   *child,
                               int          start,
                               int          y,
                               int          width,
                               int          height);

G_END_DECLS
