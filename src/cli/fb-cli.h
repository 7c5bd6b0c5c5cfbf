/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "concept/fb-document.h"

G_BEGIN_DECLS

/** What the program returns to the shell. */
typedef enum
{
  FB_CLI_FINE = 0,
  FB_CLI_FAULT = 1, /* the input is at fault, or something could not be read or written */
  FB_CLI_USAGE = 2, /* the command line is */
} FbCliExit;

/** Stands for standard input or standard output. */
#define FB_CLI_STANDARD "-"

typedef struct _FbCliVerb FbCliVerb;

/** FbCliVerb: a row of the table of verbs, in main.c. */
struct _FbCliVerb
{
  const char *name;
  const char *arguments; /* untranslated, such as "FILE -o OUTPUT" */
  const char *summary;   /* untranslated */
  FbCliExit (*run) (const FbCliVerb *verb,
                    int              argc,
                    char           **argv);
};

FbCliExit fb_cli_show     (const FbCliVerb *verb, int argc, char **argv);
FbCliExit fb_cli_validate (const FbCliVerb *verb, int argc, char **argv);
FbCliExit fb_cli_export   (const FbCliVerb *verb, int argc, char **argv);
FbCliExit fb_cli_import   (const FbCliVerb *verb, int argc, char **argv);
FbCliExit fb_cli_rewrite  (const FbCliVerb *verb, int argc, char **argv);
FbCliExit fb_cli_new      (const FbCliVerb *verb, int argc, char **argv);
FbCliExit fb_cli_explain  (const FbCliVerb *verb, int argc, char **argv);
FbCliExit fb_cli_check    (const FbCliVerb *verb, int argc, char **argv);

/* fb-cli.c: what the verbs share */
gboolean    fb_cli_parse        (const FbCliVerb    *verb,
                                 const GOptionEntry *entries,
                                 const char         *description,
                                 int                 argc,
                                 char              **argv);
FbCliExit   fb_cli_usage        (const FbCliVerb    *verb,
                                 const char         *format,
                                 ...) G_GNUC_PRINTF (2, 3);
void        fb_cli_error        (const char         *format,
                                 ...) G_GNUC_PRINTF (1, 2);
GBytes     *fb_cli_read         (const char         *path);
FbNode     *fb_cli_load_root    (const char         *path);
FbDocument *fb_cli_load         (const char         *path);
gboolean    fb_cli_write        (const char         *path,
                                 GBytes             *bytes);
char       *fb_cli_display_name (const char         *path);

G_END_DECLS
