/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>
#include <string.h>

#include "fuzz.h"

/* Runs a fuzzer without libFuzzer: over the files of a corpus, and over files made from them by chance.
 *
 *     fuzz-NAME N-MUTATIONS FILE-OR-FOLDER... */

/* Pieces that a mutation puts somewhere: what formats and words are made of. */
static const char *const pieces[] = {
  "<", ">", "&", "\"", "'", "/>", "</", "<p>", "<li>", "<ul>", "<ol start=\"2\">", "<br/>", "<text>", "</text>",
  "<note>", "<!--", "-->", "<![CDATA[", "]]>", "<?x ?>", "<!DOCTYPE x>", "&lt;", "&#10;", "&#0;", "&x;", "xmlns=\"\"",
  " xmlns:x=\"urn:x\"", "<x:y/>", "x:", " id=\"a\"", " xml:lang=\"\"", " version=\"1.9\"", "<own column=\"s-1\">",
  "\n  ", "\t", "\xff", "\xe2\x80\xa8", "\xef\xbf\xbc", "2014", " bis ", "€", "(1)", ", ", "Q3", "T€", "ab ",
};

static guint n_runs;

static void
run (const GString *input)
{
  LLVMFuzzerTestOneInput ((const guint8 *) input->str, input->len);
  n_runs++;
}

static void
mutate (GString *input,
        GRand   *rand)
{
  gsize at = input->len > 0 ? (gsize) g_rand_int_range (rand, 0, input->len) : 0;
  gsize wanted = (gsize) g_rand_int_range (rand, 1, 64);
  gsize length = MIN (input->len - at, wanted);

  switch (g_rand_int_range (rand, 0, 5))
    {
    case 0:
      g_string_erase (input, at, length);
      break;
    case 1:
      g_string_insert (input, at, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      break;
    case 2:
      if (input->len > 0)
        input->str[at] = (char) g_rand_int_range (rand, 0, 256);
      break;
    case 3:
      {
        g_autofree char *copy = g_strndup (input->str + at, length);

        g_string_insert_len (input, g_rand_int_range (rand, 0, input->len + 1), copy, strlen (copy));
        break;
      }
    default:
      g_string_truncate (input, at);
      break;
    }
}

static void
run_file (const char *path,
          guint       n_mutations,
          GRand      *rand)
{
  g_autofree char *contents = NULL;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, NULL))
    g_error ("%s cannot be read", path);

  for (guint i = 0; i <= n_mutations; i++)
    {
      GString *input = g_string_new_len (contents, length);

      for (guint j = i > 0 ? g_rand_int_range (rand, 1, 5) : 0; j > 0; j--)
        mutate (input, rand);
      run (input);
      g_string_free (input, TRUE);
    }
}

int
main (int    argc,
      char **argv)
{
  guint n_mutations = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 0;
  /* The same at every run: what fails can be run again. */
  g_autoptr (GRand) rand = g_rand_new_with_seed (2016);

  for (int i = 2; i < argc; i++)
    {
      g_autoptr (GDir) dir = g_dir_open (argv[i], 0, NULL);
      const char *name;

      if (dir == NULL)
        run_file (argv[i], n_mutations, rand);
      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *path = g_build_filename (argv[i], name, NULL);

          if (!g_file_test (path, G_FILE_TEST_IS_DIR))
            run_file (path, n_mutations, rand);
        }
    }

  printf ("%u inputs\n", n_runs);
  return n_runs > 0 ? 0 : 1;
}
