/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "cli/fb-cli.h"
#include "review/fb-review.h"

/* A string in quotes, as RFC 8259 has it: the bytes stay UTF-8, and only what must be escaped is. */
static void
append_json_string (GString *json, const char *string)
{
  g_string_append_c (json, '"');
  for (const char *p = string; *p != '\0'; p++)
    switch (*p)
      {
      case '"':
      case '\\':
        g_string_append_c (json, '\\');
        g_string_append_c (json, *p);
        break;
      case '\n':
        g_string_append (json, "\\n");
        break;
      default:
        if ((guchar)*p < 0x20 || *p == 0x7f)
          g_string_append_printf (json, "\\u%04x", (guint)*p);
        else
          g_string_append_c (json, *p);
      }
  g_string_append_c (json, '"');
}

static void
append_json_member (GString *json, const char *name, const char *string)
{
  g_string_append_printf (json, ", \"%s\": ", name);
  if (string != NULL)
    append_json_string (json, string);
  else
    g_string_append (json, "null");
}

/* A finding as an object. Offsets count bytes of the property's words; 0 and 0 is the property, or node, as a whole. */
static void
append_json (GString *out, FbFinding *finding, FbPhase phase)
{
  const FbProperty *property = fb_finding_get_property (finding);
  g_autofree char *place = fb_finding_dup_place (finding);
  guint start, end;

  fb_finding_get_range (finding, &start, &end);
  g_string_append (out, out->len > 1 ? ",\n  {" : "\n  {");
  g_string_append (out, "\"rule\": ");
  append_json_string (out, fb_finding_get_rule (finding)->id);
  append_json_member (out, "severity", fb_severity_get_name (fb_finding_get_severity (finding, phase)));
  append_json_member (out, "place", place);
  append_json_member (out, "id", fb_node_get_id (fb_finding_get_node (finding)));
  append_json_member (out, "property", property != NULL ? property->name : NULL);
  g_string_append_printf (out, ", \"start\": %u, \"end\": %u", start, end);
  append_json_member (out, "found", fb_finding_get_found (finding));
  append_json_member (out, "message", fb_finding_get_message (finding));
  g_string_append_c (out, '}');
}

static void
append_line (GString *out, FbFinding *finding, FbPhase phase, const char *name)
{
  g_autofree char *place = fb_finding_dup_place (finding);
  g_autofree char *line = g_strdup_printf ("%s: %s: %s: %s [%s]", name, place,
                                           fb_severity_get_label (fb_finding_get_severity (finding, phase)),
                                           fb_finding_get_message (finding), fb_finding_get_rule (finding)->id);

  /* Line breaks of what is quoted would look like another finding. */
  g_string_append (out, g_strdelimit (line, "\n", ' '));
  g_string_append_c (out, '\n');
}

/** Prints what the checks have to say about a concept. */
FbCliExit
fb_cli_check (const FbCliVerb *verb, int argc, char **argv)
{
  g_auto (GStrv) files = NULL;
  g_autofree char *phase_name = NULL;
  g_autofree char *format = NULL;
  const GOptionEntry entries[] = {
    { "phase", 'p', 0, G_OPTION_ARG_STRING, &phase_name,
      N_ ("How strictly to judge: draft, consultation or council; without it as the concept itself says"), "PHASE" },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format, N_ ("How to print the findings: text or json"), "FORMAT" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    { NULL },
  };
  g_autoptr (FbDocument) document = NULL;
  g_autoptr (FbReview) review = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;
  FbPhase phase = FB_PHASE_DRAFT;
  gboolean json;
  guint n_set_aside;

  if (!fb_cli_parse (verb, entries, _ ("The exit status is 1 if there is a finding at error level."), argc, argv))
    return FB_CLI_USAGE;
  if (files == NULL || g_strv_length (files) != 1)
    return fb_cli_usage (verb, _ ("One file is needed."));
  if (phase_name != NULL && !fb_phase_from_name (phase_name, &phase))
    return fb_cli_usage (verb, _ ("There is no phase “%s”."), phase_name);
  json = g_strcmp0 (format, "json") == 0;
  if (format != NULL && !json && !g_str_equal (format, "text"))
    return fb_cli_usage (verb, _ ("There is no format “%s”."), format);

  document = fb_cli_load (files[0]);
  if (document == NULL)
    return FB_CLI_FAULT;

  name = fb_cli_display_name (files[0]);
  review = fb_review_new (document);
  if (phase_name != NULL)
    fb_review_set_phase (review, phase);
  phase = fb_review_get_phase (review);
  fb_review_flush (review);

  if (json)
    g_string_append_c (out, '[');
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (review)); i++)
    {
      g_autoptr (FbFinding) finding = g_list_model_get_item (G_LIST_MODEL (review), i);

      if (json)
        append_json (out, finding, phase);
      else
        append_line (out, finding, phase, name);
    }
  if (json)
    g_string_append (out, out->len > 1 ? "\n]\n" : "]\n");
  bytes = g_bytes_new (out->str, out->len);
  if (!fb_cli_write (FB_CLI_STANDARD, bytes))
    return FB_CLI_FAULT;

  n_set_aside = fb_review_get_set_aside (review)->len;
  if (n_set_aside > 0)
    fb_cli_error (ngettext ("%s: %u finding is set aside", "%s: %u findings are set aside", n_set_aside), name,
                  n_set_aside);

  return fb_review_count (review, FB_SEVERITY_ERROR) > 0 ? FB_CLI_FAULT : FB_CLI_FINE;
}
