/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "values/fb-token.h"

static void
test_words (void)
{
  static const struct
  {
    const char *words;
    FbWord word;
    int value;
  } rows[] = {
    { "März", FB_WORD_MONTH, 3 },
    { "MÄRZ", FB_WORD_MONTH, 3 },
    { "Ma\314\210rz", FB_WORD_MONTH, 3 },
    { "Maerz", FB_WORD_MONTH, 3 },
    { "Sep\302\255tember", FB_WORD_MONTH, 9 },
    { "Frühjahr", FB_WORD_SEASON, FB_SEASON_SPRING },
    { "€", FB_WORD_EURO, 0 },
    { "Personalkosten", FB_WORD_COST, 0 },
    { "Integrationskonzept", FB_WORD_OTHER, 0 },
    { "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverwaltung", FB_WORD_OTHER, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (FbTokens) tokens;

      fb_tokens_init (&tokens, rows[i].words);
      g_assert_cmpuint (tokens.n, ==, 1);
      g_assert_cmpint (tokens.tokens[0].word, ==, rows[i].word);
      g_assert_cmpint (tokens.tokens[0].value, ==, rows[i].value);
    }
}

static void
test_gaps (void)
{
  g_auto (FbTokens) tokens;

  fb_tokens_init (&tokens, "2013–2015 ab\n\302\240x..");
  g_assert_cmpuint (tokens.n, ==, 6);
  g_assert_true (tokens.tokens[0].breaks);
  g_assert_false (tokens.tokens[0].glued);
  g_assert_true (fb_token_is_mark (&tokens.tokens[1], '-'));
  g_assert_true (tokens.tokens[1].glued);
  g_assert_cmpint (tokens.tokens[2].number, ==, 2015);
  g_assert_true (tokens.tokens[2].glued);
  g_assert_false (tokens.tokens[3].glued);
  g_assert_false (tokens.tokens[3].breaks);
  g_assert_true (tokens.tokens[4].breaks);
  g_assert_true (fb_token_is_mark (&tokens.tokens[5], FB_MARK_DOTS));
  g_assert_cmpint (tokens.tokens[6].kind, ==, FB_TOKEN_END);
}

static void
test_many (void)
{
  g_auto (FbTokens) tokens;
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < 5000; i++)
    g_string_append (words, "2013 bis ");
  fb_tokens_init (&tokens, words->str);
  g_assert_cmpuint (tokens.n, ==, 10000);
  for (guint i = 0; i < tokens.n; i++)
    g_assert_cmpint (tokens.tokens[i].kind, ==, i % 2 == 0 ? FB_TOKEN_NUMBER : FB_TOKEN_WORD);
  for (guint i = 0; i < FB_TOKENS_AHEAD; i++)
    g_assert_cmpint (tokens.tokens[tokens.n + i].kind, ==, FB_TOKEN_END);
}

static void
test_bad_bytes (void)
{
  static const char *const rows[] = { "\377\376", "\303", "ab\342\202", "\355\240\200", "2016\200", "\360\237\231" };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (FbTokens) tokens;

      fb_tokens_init (&tokens, rows[i]);
      g_assert_cmpuint (tokens.n, >, 0);
    }
}

static void
test_skip (void)
{
  static const struct
  {
    const char *words;
    guint next;
  } rows[] = {
    { "31.02.2016 x", 5 }, { "17/2016", 3 }, { "8.", 1 }, { "8. 9", 1 }, { "x 8", 1 }, { "09:30", 3 }, { "", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (FbTokens) tokens;

      fb_tokens_init (&tokens, rows[i].words);
      g_assert_cmpuint (fb_tokens_skip (tokens.tokens, 0), ==, rows[i].next);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/token/words", test_words);
  g_test_add_func ("/token/gaps", test_gaps);
  g_test_add_func ("/token/many", test_many);
  g_test_add_func ("/token/bad-bytes", test_bad_bytes);
  g_test_add_func ("/token/skip", test_skip);

  return g_test_run ();
}
