/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "values/fb-ordinal.h"

#include <string.h>

/* Numbers are compared run by run: digits by value, letters by alphabet, everything between them not at all. A run of
 * capitals that is a roman number counts as such and stands where "I" stands in the alphabet, so that I, II, … X and A,
 * B, … I both are in order. */

typedef enum
{
  RUN_END,
  RUN_DIGITS,
  RUN_LETTERS,
} RunKind;

typedef struct
{
  RunKind kind;
  const char *start;
  gsize length;
  int roman;
} Run;

/* C, D and M are letters of lists rather than numbers; nobody counts to C in roman. */
static const struct
{
  const char *text;
  int value;
} roman_parts[] = {
  { "XC", 90 }, { "L", 50 }, { "XL", 40 }, { "X", 10 }, { "IX", 9 }, { "V", 5 }, { "IV", 4 }, { "I", 1 },
};

static gboolean
is_digit (char c)
{
  return c >= '0' && c <= '9';
}

static gboolean
is_letter (const char *at)
{
  if ((guchar) *at < 0x80)
    return g_ascii_isalpha (*at);

  return g_unichar_isalpha (g_utf8_get_char_validated (at, -1));
}

static gsize
character_length (const char *at)
{
  gunichar c;

  if ((guchar) *at < 0x80)
    return 1;
  c = g_utf8_get_char_validated (at, -1);

  return c < 0x110000 ? g_unichar_to_utf8 (c, NULL) : 1;
}

static char *
format_roman (int value)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (roman_parts); i++)
    for (; value >= roman_parts[i].value; value -= roman_parts[i].value)
      g_string_append (text, roman_parts[i].text);

  return g_string_free (text, FALSE);
}

/* The value of a run of capitals as a roman number below 100, 0 when it is none. A lone L is a letter. */
static int
read_roman (const char *start, gsize length)
{
  g_autofree char *canonical = NULL;
  int value = 0;

  if (length == 0 || length > 8 || (length == 1 && *start == 'L'))
    return 0;
  for (gsize i = 0; i < length; i++)
    {
      static const char letters[] = "IVXLC";
      static const int values[] = { 1, 5, 10, 50, 100 };
      const char *letter = memchr (letters, start[i], strlen (letters));
      const char *next = i + 1 < length ? memchr (letters, start[i + 1], strlen (letters)) : NULL;

      if (letter == NULL)
        return 0;
      value += next != NULL && next > letter ? -values[letter - letters] : values[letter - letters];
    }
  if (value <= 0 || value >= 100)
    return 0;

  /* "IIX" adds up to something as well, but nobody means it. */
  canonical = format_roman (value);
  return strlen (canonical) == length && memcmp (canonical, start, length) == 0 ? value : 0;
}

static const char *
next_run (const char *at, Run *run)
{
  *run = (Run){ 0 };
  while (*at != '\0' && !is_digit (*at) && !is_letter (at))
    at += character_length (at);

  run->start = at;
  if (*at == '\0')
    return at;
  if (is_digit (*at))
    {
      run->kind = RUN_DIGITS;
      while (is_digit (*at))
        at++;
    }
  else
    {
      run->kind = RUN_LETTERS;
      while (*at != '\0' && is_letter (at))
        at += character_length (at);
    }
  run->length = at - run->start;
  if (run->kind == RUN_LETTERS)
    run->roman = read_roman (run->start, run->length);

  return at;
}

static int
compare_digits (Run a, Run b)
{
  int order;

  for (; a.length > 1 && *a.start == '0'; a.length--)
    a.start++;
  for (; b.length > 1 && *b.start == '0'; b.length--)
    b.start++;
  if (a.length != b.length)
    return a.length < b.length ? -1 : 1;
  order = memcmp (a.start, b.start, a.length);

  return (order > 0) - (order < 0);
}

/* The letter without its marks, in lower case: "Ü" sorts with "u". */
static gunichar
base_letter (const char *at)
{
  gunichar c = (guchar) *at < 0x80 ? (gunichar) *at : g_utf8_get_char_validated (at, -1);
  gunichar base, marks;

  if (c >= 0x110000)
    return 0xfffd;
  while (g_unichar_decompose (c, &base, &marks))
    c = base;

  return g_unichar_tolower (c);
}

static int
compare_letters (const Run *a, const Run *b)
{
  const char *left = a->roman != 0 ? "I" : a->start;
  const char *right = b->roman != 0 ? "I" : b->start;
  const char *left_end = left + (a->roman != 0 ? 1 : a->length);
  const char *right_end = right + (b->roman != 0 ? 1 : b->length);

  while (left < left_end && right < right_end)
    {
      gunichar x = base_letter (left);
      gunichar y = base_letter (right);

      if (x != y)
        return x < y ? -1 : 1;
      left += character_length (left);
      right += character_length (right);
    }
  if (left < left_end || right < right_end)
    return left < left_end ? 1 : -1;

  return a->roman < b->roman ? -1 : a->roman > b->roman;
}

/**
 * fb_ordinal_compare:
 * @a: (nullable): a number as typed: "7a", "AW 1.10", "IV."
 * @b: (nullable): another
 *
 * Natural order: digits by value, "1" before "1.1" before "1a" before "2", roman numbers by value. Nothing sorts last.
 *
 * Returns: negative, 0 or positive as for strcmp(); 0 only for the same bytes
 */
int
fb_ordinal_compare (const char *a, const char *b)
{
  const char *left = a != NULL ? a : "";
  const char *right = b != NULL ? b : "";

  if (*left == '\0' || *right == '\0')
    return (*left == '\0') - (*right == '\0');

  for (;;)
    {
      Run x, y;
      int order;

      left = next_run (left, &x);
      right = next_run (right, &y);
      if (x.kind != y.kind)
        return x.kind < y.kind ? -1 : 1;
      if (x.kind == RUN_END)
        return strcmp (a, b);
      order = x.kind == RUN_DIGITS ? compare_digits (x, y) : compare_letters (&x, &y);
      if (order != 0)
        return order;
    }
}

static char *
next_digits (const Run *run)
{
  char *digits = g_strndup (run->start, run->length);
  gsize i = run->length;
  char *longer;

  while (i > 0 && digits[i - 1] == '9')
    digits[--i] = '0';
  if (i > 0)
    {
      digits[i - 1]++;
      return digits;
    }

  longer = g_strconcat ("1", digits, NULL);
  g_free (digits);
  return longer;
}

/* Only a single letter counts; "AW" and "Üneu" are names. */
static char *
next_letter (const Run *run)
{
  if (run->length != 1 || *run->start == 'z' || *run->start == 'Z')
    return NULL;

  return g_strdup_printf ("%c", *run->start + 1);
}

/**
 * fb_ordinal_next:
 * @words: (nullable): a number as typed
 *
 * Counts its last part on: "7" 8, "24a" 24b, "AW 1.2" AW 1.3, "IV." V., "09" 10.
 *
 * Returns: (transfer full) (nullable): the next number, "1" after nothing; %NULL when it cannot be counted on
 */
char *
fb_ordinal_next (const char *words)
{
  g_autofree char *counted = NULL;
  const char *at = words;
  Run last = { 0 };

  if (words == NULL || *words == '\0')
    return g_strdup ("1");

  for (;;)
    {
      Run run;

      at = next_run (at, &run);
      if (run.kind == RUN_END)
        break;
      last = run;
    }
  if (last.kind == RUN_DIGITS)
    counted = next_digits (&last);
  else if (last.kind == RUN_LETTERS)
    counted = last.roman != 0 && (last.start == words || !is_digit (last.start[-1])) ? format_roman (last.roman + 1)
                                                                                     : next_letter (&last);
  if (counted == NULL)
    return NULL;

  return g_strdup_printf ("%.*s%s%s", (int) (last.start - words), words, counted, last.start + last.length);
}
