/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-session-state.h"

#include <glib/gstdio.h>

/* What is remembered of documents that were open: a group for each, named by its URI. This is of the user's
 * machine, not of the document, and nothing is lost with it: errors are passed over. */
#define KEY_SELECTED "selected"
#define KEY_TIME "time"
#define MAX_DOCUMENTS 200

static char *
get_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "feldbuch", "documents.ini", NULL);
}

static GKeyFile *
load (void)
{
  GKeyFile *keys = g_key_file_new ();
  g_autofree char *path = get_path ();

  g_key_file_load_from_file (keys, path, G_KEY_FILE_NONE, NULL);

  return keys;
}

/* A group name must not hold brackets or control characters, and a URI may hold brackets. */
static char *
get_group (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  return g_strdelimit (g_steal_pointer (&uri), "[]", '_');
}

static void
forget_oldest (GKeyFile *keys)
{
  g_auto (GStrv) groups = g_key_file_get_groups (keys, NULL);
  guint n = g_strv_length (groups);

  for (; n > MAX_DOCUMENTS; n--)
    {
      gint64 oldest = G_MAXINT64;
      const char *group = NULL;

      for (guint i = 0; groups[i] != NULL; i++)
        {
          gint64 time;

          if (!g_key_file_has_group (keys, groups[i]))
            continue;
          time = g_key_file_get_int64 (keys, groups[i], KEY_TIME, NULL);
          if (time < oldest)
            {
              oldest = time;
              group = groups[i];
            }
        }
      if (group == NULL)
        break;
      g_key_file_remove_group (keys, group, NULL);
    }
}

/** Returns: (transfer full) (nullable): the id of the node that was selected when @file was last closed */
char *
fb_session_state_dup_selected (GFile *file)
{
  g_autoptr (GKeyFile) keys = load ();
  g_autofree char *group = get_group (file);

  return g_key_file_get_string (keys, group, KEY_SELECTED, NULL);
}

/** Remembers the id of the node that is selected in @file. */
void
fb_session_state_set_selected (GFile      *file,
                               const char *id)
{
  g_autoptr (GKeyFile) keys = load ();
  g_autofree char *group = get_group (file);
  g_autofree char *path = get_path ();
  g_autofree char *folder = g_path_get_dirname (path);

  g_key_file_set_string (keys, group, KEY_SELECTED, id);
  g_key_file_set_int64 (keys, group, KEY_TIME, g_get_real_time () / G_USEC_PER_SEC);
  forget_oldest (keys);
  if (g_mkdir_with_parents (folder, 0700) == 0)
    g_key_file_save_to_file (keys, path, NULL);
}
