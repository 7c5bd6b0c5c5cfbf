/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-shortcuts.h"

#include <glib/gi18n-lib.h>

/* The one list of the keys: those with an action are made its accelerators, and all are shown in the window of
 * shortcuts. Keys of lists and of prose belong to their widgets, because accelerators would take them away from
 * entries; they stand here without an action. */
typedef struct
{
  const char *section; /* NULL: goes on */
  const char *group;   /* NULL: goes on */
  const char *title;   /* NULL: not shown */
  const char *action;
  const char *keys[4];
} Shortcut;

static const Shortcut shortcuts[] = {
  { N_("General"), N_("Documents"), N_("New window"), "app.new-window", { "<Control>n" } },
  { NULL, NULL, N_("Open"), "win.open", { "<Control>o" } },
  { NULL, NULL, N_("Read the file again"), "win.reload", { "F5" } },
  { NULL, NULL, N_("Save"), "win.save", { "<Control>s" } },
  { NULL, NULL, N_("Save as"), "win.save-as", { "<Control><Shift>s" } },
  { NULL, NULL, N_("Export"), "win.export", { "<Control>e" } },
  { NULL, NULL, N_("Import table"), "win.import-table", { "<Control><Shift>i" } },
  { NULL, NULL, N_("Document properties"), "win.document-properties", { "<Alt>Return" } },
  { NULL, NULL, N_("Close window"), "window.close", { "<Control>w" } },
  { NULL, NULL, N_("Quit"), "app.quit", { "<Control>q" } },

  { NULL, N_("Editing"), N_("Undo"), "win.undo", { "<Control>z" } },
  { NULL, NULL, N_("Redo"), "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { NULL, NULL, N_("Find"), "win.find", { "<Control>f" } },
  { NULL, NULL, N_("Find and replace"), "win.replace", { "<Control>h" } },
  { NULL, NULL, N_("Next hit"), "win.find-next", { "F3", "<Control>g" } },
  { NULL, NULL, N_("Previous hit"), "win.find-previous", { "<Shift>F3", "<Control><Shift>g" } },

  { NULL, N_("View"), N_("Show the outline"), "win.show-outline", { "F9" } },
  { NULL, NULL, N_("Show the inspector"), "win.show-inspector", { "F8" } },
  { NULL, NULL, N_("Show the checks"), "win.show-findings", { "F6" } },
  { NULL, NULL, N_("Next finding"), "win.next-finding", { "F4" } },
  { NULL, NULL, N_("Finding before"), "win.previous-finding", { "<Shift>F4" } },
  { NULL, NULL, N_("All measures"), "win.show-overview::measures", { "<Control>1" } },
  { NULL, NULL, N_("Costs"), "win.show-overview::costs", { "<Control>2" } },
  { NULL, NULL, N_("Timeline"), "win.show-overview::timeline", { "<Control>3" } },
  { NULL, NULL, N_("Coverage"), "win.show-overview::coverage", { "<Control>4" } },
  { NULL, NULL, N_("To the outline"), "win.focus-outline", { "<Alt>1" } },
  { NULL, NULL, N_("To the page"), "win.focus-page", { "<Alt>2" } },
  { NULL, NULL, N_("To the inspector"), "win.focus-inspector", { "<Alt>3" } },
  { NULL, NULL, N_("Page before in the outline"), "win.previous-page", { "<Alt>Page_Up" } },
  { NULL, NULL, N_("Next page in the outline"), "win.next-page", { "<Alt>Page_Down" } },
  { NULL, NULL, N_("Main menu"), NULL, { "F10" } },
  { NULL, NULL, N_("Preferences"), "app.preferences", { "<Control>comma" } },
  { NULL, NULL, N_("Keyboard shortcuts"), "win.show-shortcuts", { "<Control>question" } },

  { N_("Outline and tables"), N_("Outline"), N_("Add"), NULL, { "Insert" } },
  { NULL, NULL, N_("Rename"), NULL, { "F2" } },
  { NULL, NULL, N_("Delete"), NULL, { "Delete" } },
  { NULL, NULL, N_("Move up, move down"), NULL, { "<Alt>Up", "<Alt>Down" } },
  { NULL, NULL, N_("One level up, one level down"), NULL, { "<Alt>Left", "<Alt>Right" } },
  { NULL, NULL, N_("Unfold, fold"), NULL, { "Right", "Left" } },
  { NULL, NULL, N_("Cut, copy, paste"), NULL, { "<Control>x", "<Control>c", "<Control>v" } },

  { NULL, N_("Tables and registers"), N_("Add"), NULL, { "Insert", "<Control>Return" } },
  { NULL, NULL, N_("Add below the selected row"), NULL, { "<Control><Shift>Return" } },
  { NULL, NULL, N_("Add a band"), NULL, { "<Control><Shift>b" } },
  { NULL, NULL, N_("Duplicate"), NULL, { "<Control>d" } },
  { NULL, NULL, N_("Delete"), NULL, { "Delete" } },
  { NULL, NULL, N_("Move up, move down"), NULL, { "<Alt>Up", "<Alt>Down" } },
  { NULL, NULL, N_("One level up, one level down"), NULL, { "<Alt>Left", "<Alt>Right" } },
  { NULL, NULL, N_("Move to another table"), NULL, { "<Control><Shift>m" } },
  { NULL, NULL, N_("From all measures to the table of one"), NULL, { "<Control>j" } },
  { NULL, NULL, N_("Edit the selected row"), NULL, { "Return" } },
  { NULL, NULL, N_("In the form: next row, or a new one behind the last"), NULL, { "<Control>Return" } },
  { NULL, NULL, N_("Back to the table"), NULL, { "Escape" } },
  { NULL, NULL, N_("Show only some rows"), NULL, { "<Control><Shift>f" } },
  { NULL, NULL, N_("On a heading: column narrower, wider"), NULL, { "<Shift>Left", "<Shift>Right" } },
  { NULL, NULL, N_("Part of the field before, next part"), NULL, { "<Control>Page_Up", "<Control>Page_Down" } },

  { N_("Prose"), N_("Emphasis"), N_("Bold, italic"), NULL, { "<Control>b", "<Control>i" } },
  { NULL, NULL, N_("Superscript, subscript"), NULL, { "<Control><Shift>p", "<Control><Shift>b" } },
  { NULL, NULL, N_("Clear formatting"), NULL, { "<Control>m" } },

  { NULL, N_("Lists"), N_("Bullets"), NULL, { "<Shift>F12", "<Control><Shift>8" } },
  { NULL, NULL, N_("Numbers"), NULL, { "F12", "<Control><Shift>7" } },
  { NULL, NULL, N_("Letters, numbers in brackets"), NULL, { "<Control><Shift>6", "<Control><Shift>9" } },
  { NULL, NULL, N_("No list"), NULL, { "<Control><Shift>0" } },
  { NULL, NULL, N_("One level down, one level up"), NULL, { "Tab", "<Shift>Tab" } },

  { NULL, N_("In the text"), N_("Line break"), NULL, { "<Shift>Return" } },
  { NULL, NULL, N_("Link"), NULL, { "<Control>k" } },
  { NULL, NULL, N_("Footnote"), NULL, { "<Control><Alt>f" } },
  { NULL, NULL, N_("Cross-reference"), NULL, { "<Control><Alt>r" } },
  { NULL, NULL, N_("Paste as plain text"), NULL, { "<Control><Shift>v" } },
};

/* How many rows a column may have so that a section gets no more than two: GTK 4.8 complains about its own page
 * buttons where there are more. A group costs two rows besides its own. */
static guint
get_column_height (guint first)
{
  guint n = 0;

  for (guint i = first; i < G_N_ELEMENTS (shortcuts) && (i == first || shortcuts[i].section == NULL); i++)
    n += shortcuts[i].group != NULL ? 3 : 1;

  return MAX (12, n * 2 / 3);
}

static char *
join_keys (const Shortcut *shortcut)
{
  GString *keys = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (shortcut->keys) && shortcut->keys[i] != NULL; i++)
    g_string_append_printf (keys, "%s%s", i > 0 ? " " : "", shortcut->keys[i]);

  return g_string_free (keys, FALSE);
}

static void
append_property (GString    *ui,
                 const char *name,
                 const char *value)
{
  g_autofree char *escaped = g_markup_escape_text (value, -1);

  g_string_append_printf (ui, "<property name='%s'>%s</property>", name, escaped);
}

/** Makes the keys those of the actions of @application and its windows. */
void
fb_shortcuts_install (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].action != NULL)
      gtk_application_set_accels_for_action (application, shortcuts[i].action, (const char *const *) shortcuts[i].keys);
}

/**
 * fb_shortcuts_new_window:
 *
 * GTK 4.8 has no functions to fill a window of shortcuts, so it is built from a description.
 *
 * Returns: (transfer none): a window with all keys
 */
GtkWidget *
fb_shortcuts_new_window (void)
{
  g_autoptr (GString) ui = g_string_new ("<interface><object class='GtkShortcutsWindow' id='window'>"
                                         "<property name='modal'>1</property>");
  g_autoptr (GtkBuilder) builder = NULL;
  gboolean in_group = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      g_autofree char *keys = join_keys (&shortcuts[i]);

      if (shortcuts[i].group != NULL && in_group)
        g_string_append (ui, "</object></child>");
      if (shortcuts[i].section != NULL)
        {
          g_string_append (ui, i > 0 ? "</object></child>" : "");
          g_string_append (ui, "<child><object class='GtkShortcutsSection'>");
          g_string_append_printf (ui, "<property name='section-name'>s%u</property>", i);
          g_string_append_printf (ui, "<property name='max-height'>%u</property>", get_column_height (i));
          append_property (ui, "title", _ (shortcuts[i].section));
        }
      if (shortcuts[i].group != NULL)
        {
          g_string_append (ui, "<child><object class='GtkShortcutsGroup'>");
          append_property (ui, "title", _ (shortcuts[i].group));
          in_group = TRUE;
        }
      g_string_append (ui, "<child><object class='GtkShortcutsShortcut'>");
      append_property (ui, "title", _ (shortcuts[i].title));
      append_property (ui, "accelerator", keys);
      g_string_append (ui, "</object></child>");
    }
  g_string_append (ui, "</object></child></object></child></object></interface>");

  builder = gtk_builder_new_from_string (ui->str, ui->len);

  return GTK_WIDGET (gtk_builder_get_object (builder, "window"));
}
