/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "concept/fb-register.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "values/fb-responsible.h"

struct _FbRegister
{
  GObject parent_instance;

  FbDocument *document; /* not owned: the register lives on the document */
  GHashTable *actors;   /* folded word to FbNode, or NULL when it must be collected anew */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FbRegister, fb_register, G_TYPE_OBJECT)

/* The properties of measures and steps that name bodies. */
static gboolean
names_bodies (const FbProperty *property)
{
  return property->reads == FB_READS_RESPONSIBLE;
}

static void
fb_register_finalize (GObject *object)
{
  FbRegister *self = FB_REGISTER (object);

  g_clear_pointer (&self->actors, g_hash_table_unref);

  G_OBJECT_CLASS (fb_register_parent_class)->finalize (object);
}

static void
fb_register_class_init (FbRegisterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fb_register_finalize;

  signals[CHANGED] =
    g_signal_new ("changed", FB_TYPE_REGISTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fb_register_init (FbRegister *self)
{
}

static gboolean
is_about_actors (const FbChange *change)
{
  FbNode *parent = change->parent;

  if (change->type == FB_CHANGE_SET)
    return fb_node_get_kind (change->node) == FB_KIND_ACTOR;
  return fb_node_get_kind (parent) == FB_KIND_ACTORS || fb_node_get_kind (parent) == FB_KIND_CONCEPT;
}

static void
applied_cb (FbDocument     *document,
            const FbChange *change,
            FbRegister     *self)
{
  if (!is_about_actors (change))
    return;

  g_clear_pointer (&self->actors, g_hash_table_unref);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * fb_register_new:
 * @document: must outlive the register
 *
 * Returns: (transfer full): the register of @document
 */
FbRegister *
fb_register_new (FbDocument *document)
{
  FbRegister *self = g_object_new (FB_TYPE_REGISTER, NULL);

  self->document = document;
  g_signal_connect_object (document, "applied", G_CALLBACK (applied_cb), self, 0);
  return self;
}

/** Returns: (transfer none): the one register that everybody shares; it lives as long as @document. */
FbRegister *
fb_register_get_for_document (FbDocument *document)
{
  static const char key[] = "fb-register";
  FbRegister *self = g_object_get_data (G_OBJECT (document), key);

  if (self == NULL)
    {
      self = fb_register_new (document);
      g_object_set_data_full (G_OBJECT (document), key, self, g_object_unref);
    }

  return self;
}

/* One form for the spellings of a word that differ in case and spaces. */
static char *
fold (const char *word)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);
  GString *out = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!g_unichar_isspace (g_utf8_get_char (p)))
        g_string_append_len (out, p, g_utf8_next_char (p) - p);
      else if (out->len > 0 && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }
  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);

  return g_string_free (out, FALSE);
}

/* All words by which an actor is called, as typed. Transfer full. */
static GStrv
get_words_of (FbNode *actor)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *spellings = fb_node_get_words (actor, "spellings");
  g_auto (GStrv) lines = g_strsplit_set (spellings != NULL ? spellings : "", "\n;", -1);

  if (fb_node_get_words (actor, "number") != NULL)
    g_strv_builder_add (builder, fb_node_get_words (actor, "number"));
  if (fb_node_get_words (actor, "name") != NULL)
    g_strv_builder_add (builder, fb_node_get_words (actor, "name"));
  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_strv_builder_add (builder, lines[i]);

  return g_strv_builder_end (builder);
}

static FbNode *
get_list (FbRegister *self)
{
  return fb_node_get_child_of_kind (fb_document_get_root (self->document), FB_KIND_ACTORS);
}

static GHashTable *
get_index (FbRegister *self)
{
  FbNode *list = get_list (self);

  if (self->actors != NULL)
    return self->actors;

  self->actors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; list != NULL && i < fb_node_get_n_children (list); i++)
    {
      FbNode *actor = fb_node_get_child (list, i);
      g_auto (GStrv) words = get_words_of (actor);

      for (guint j = 0; words[j] != NULL; j++)
        {
          char *folded = fold (words[j]);

          /* The first actor has the word. */
          if (g_hash_table_contains (self->actors, folded))
            g_free (folded);
          else
            g_hash_table_insert (self->actors, folded, actor);
        }
    }

  return self->actors;
}

/** Returns: (transfer none) (nullable): the actor that @word means. */
FbNode *
fb_register_lookup (FbRegister *self,
                    const char *word)
{
  g_autofree char *folded = fold (word);

  return g_hash_table_lookup (get_index (self), folded);
}

/** An FbKnownWord over the register; its second argument is an FbRegister. */
gboolean
fb_register_knows (const char *word,
                   gpointer    self)
{
  return fb_register_lookup (self, word) != NULL;
}

/** Returns: (transfer full) (element-type utf8): all words that mean an actor, as typed, to complete from. */
GPtrArray *
fb_register_get_words (FbRegister *self)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_free);
  FbNode *list = get_list (self);

  for (guint i = 0; list != NULL && i < fb_node_get_n_children (list); i++)
    {
      g_auto (GStrv) words = get_words_of (fb_node_get_child (list, i));

      for (guint j = 0; words[j] != NULL; j++)
        g_ptr_array_add (all, g_strdup (words[j]));
    }

  return all;
}

/** Returns: (transfer full): fb_responsible_read() of @words with what the register knows. */
GPtrArray *
fb_register_read (FbRegister *self,
                  const char *words)
{
  return fb_responsible_read (words, fb_register_knows, self);
}

/**
 * fb_register_describe:
 * @words: (nullable): as typed in a field for bodies
 *
 * Returns: (transfer full) (nullable): in small words, which bodies the register knows and which not; %NULL for no
 *   bodies
 */
char *
fb_register_describe (FbRegister *self,
                      const char *words)
{
  g_autoptr (GPtrArray) groups = fb_register_read (self, words != NULL ? words : "");
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) known = g_string_new (NULL);
  g_autoptr (GString) unknown = g_string_new (NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      const FbResponsibleGroup *group = groups->pdata[i];

      for (guint j = 0; j < group->bodies->len; j++)
        {
          const FbBody *body = group->bodies->pdata[j];
          GString *list = fb_register_knows (body->name, self) ? known : unknown;

          if (!g_hash_table_add (seen, body->name))
            continue;
          if (list->len > 0)
            g_string_append (list, ", ");
          g_string_append (list, body->name);
        }
    }

  if (known->len > 0 && unknown->len > 0)
    /* Translators: both are lists of bodies, separated by commas */
    return g_strdup_printf (_("%s in the register; not in it: %s"), known->str, unknown->str);
  if (known->len > 0)
    return g_strdup_printf (_("%s in the register"), known->str);
  if (unknown->len > 0)
    return g_strdup_printf (_("Not in the register: %s"), unknown->str);
  return NULL;
}

typedef gboolean (*BodyFunc) (FbNode *node, const FbProperty *property, const FbBody *body, gpointer data);

/* Calls @func for each body named in the document, until it says FALSE. */
static void
foreach_body (FbRegister *self,
              FbNode     *branch,
              BodyFunc    func,
              gpointer    data)
{
  for (FbNode *node = branch; node != NULL; node = fb_node_get_next (node, branch))
    for (const FbProperty *property = fb_node_get_info (node)->properties; property->name != NULL; property++)
      {
        const char *words = names_bodies (property) ? fb_value_get_words (fb_node_get_value (node, property)) : NULL;
        g_autoptr (GPtrArray) groups = words != NULL ? fb_register_read (self, words) : NULL;

        for (guint i = 0; groups != NULL && i < groups->len; i++)
          {
            const FbResponsibleGroup *group = groups->pdata[i];

            for (guint j = 0; j < group->bodies->len; j++)
              if (!func (node, property, group->bodies->pdata[j], data))
                return;
          }
      }
}

typedef struct
{
  FbRegister *self;
  FbNode *actor;
  GHashTable *counts;
  GPtrArray *nodes;
  gboolean found;
} Search;

static gboolean
count_unknown (FbNode           *node,
               const FbProperty *property,
               const FbBody     *body,
               gpointer          data)
{
  Search *search = data;

  if (!fb_register_knows (body->name, search->self))
    {
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (search->counts, body->name));

      g_hash_table_insert (search->counts, g_strdup (body->name), GUINT_TO_POINTER (n + 1));
    }
  return TRUE;
}

/** Returns: (transfer full): each unknown body, as typed, with the number of times it is named (GUINT_TO_POINTER). */
GHashTable *
fb_register_count_unknown (FbRegister *self)
{
  Search search = { .self = self };

  search.counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  foreach_body (self, fb_document_get_root (self->document), count_unknown, &search);
  return search.counts;
}

typedef struct
{
  const char *folded;
  FbNode *node;
  const FbProperty *property;
  guint n;
} Count;

static gboolean
count_word (FbNode           *node,
            const FbProperty *property,
            const FbBody     *body,
            gpointer          data)
{
  Count *count = data;
  g_autofree char *folded = fold (body->name);

  if (!g_str_equal (folded, count->folded) || (count->node == node && count->property == property))
    return TRUE;
  count->node = node;
  count->property = property;
  count->n++;
  return TRUE;
}

/** Returns: how many fields name @word itself, not another word for the same actor: what fb_register_rename()
 * changes. */
guint
fb_register_count_word (FbRegister *self,
                        const char *word)
{
  g_autofree char *folded = fold (word);
  Count count = { .folded = folded };

  foreach_body (self, fb_document_get_root (self->document), count_word, &count);
  return count.n;
}

static gboolean
collect_task (FbNode           *node,
              const FbProperty *property,
              const FbBody     *body,
              gpointer          data)
{
  Search *search = data;

  if (fb_register_lookup (search->self, body->name) == search->actor &&
      (search->nodes->len == 0 || search->nodes->pdata[search->nodes->len - 1] != node))
    g_ptr_array_add (search->nodes, node);
  return TRUE;
}

/**
 * fb_register_get_tasks:
 *
 * Returns: (transfer container) (element-type FbNode): the measures and steps that name @actor, in reading order
 */
GPtrArray *
fb_register_get_tasks (FbRegister *self,
                       FbNode     *actor)
{
  Search search = { .self = self, .actor = actor, .nodes = g_ptr_array_new () };

  foreach_body (self, fb_document_get_root (self->document), collect_task, &search);
  return search.nodes;
}

static gboolean
find_actor (FbNode           *node,
            const FbProperty *property,
            const FbBody     *body,
            gpointer          data)
{
  Search *search = data;

  search->found = fb_register_lookup (search->self, body->name) == search->actor;
  return !search->found;
}

/** Returns: whether @node or something below it names @actor. */
gboolean
fb_register_names (FbRegister *self,
                   FbNode     *node,
                   FbNode     *actor)
{
  Search search = { .self = self, .actor = actor };

  foreach_body (self, node, find_actor, &search);
  return search.found;
}

/**
 * fb_register_add:
 * @word: a body, as typed
 *
 * Adds an actor that is called @word, and the register if there is none. A word that begins with a digit is taken
 * for the number of a department.
 *
 * Returns: (transfer none): the new actor
 */
FbNode *
fb_register_add (FbRegister *self,
                 const char *word)
{
  g_autoptr (FbNode) actor = fb_document_create_node (self->document, FB_KIND_ACTOR);
  FbNode *root = fb_document_get_root (self->document);
  FbNode *list;

  fb_node_build_words (actor, g_ascii_isdigit (*word) ? "number" : "name", word);

  fb_document_begin (self->document, _("Add actor"));
  list = get_list (self);
  if (list == NULL)
    {
      g_autoptr (FbNode) added = fb_document_create_node (self->document, FB_KIND_ACTORS);

      fb_document_insert_one (self->document, root, fb_node_get_n_children (root), added, NULL);
      list = added;
    }
  fb_document_insert_one (self->document, list, fb_node_get_n_children (list), actor, NULL);
  fb_document_end (self->document);

  return actor;
}

/* @words with every body that folds to @from replaced. Transfer full; NULL if there is none. */
static char *
exchange (FbRegister *self,
          const char *words,
          const char *from,
          const char *to)
{
  g_autoptr (GPtrArray) groups = fb_register_read (self, words);
  g_autofree char *folded_from = fold (from);
  g_autoptr (GString) out = g_string_new (NULL);
  gsize copied = 0;
  gboolean found = FALSE;

  for (guint i = 0; i < groups->len; i++)
    {
      const FbResponsibleGroup *group = groups->pdata[i];

      for (guint j = 0; j < group->bodies->len; j++)
        {
          const FbBody *body = group->bodies->pdata[j];
          g_autofree char *folded = fold (body->name);

          if (!g_str_equal (folded, folded_from) || body->start < copied)
            continue;
          found = TRUE;
          g_string_append_len (out, words + copied, body->start - copied);
          g_string_append (out, to);
          copied = body->end;
        }
    }
  g_string_append (out, words + copied);

  return found ? g_strdup (out->str) : NULL;
}

static guint
exchange_everywhere (FbRegister *self,
                     const char *from,
                     const char *to)
{
  FbNode *root = fb_document_get_root (self->document);
  guint n = 0;

  for (FbNode *node = root; node != NULL; node = fb_node_get_next (node, root))
    for (const FbProperty *property = fb_node_get_info (node)->properties; property->name != NULL; property++)
      {
        const char *words = names_bodies (property) ? fb_value_get_words (fb_node_get_value (node, property)) : NULL;
        g_autofree char *exchanged = words != NULL ? exchange (self, words, from, to) : NULL;

        if (exchanged != NULL)
          {
            fb_document_set_words (self->document, node, property->name, exchanged);
            n++;
          }
      }

  return n;
}

/**
 * fb_register_rename:
 * @from: a word that means @actor
 * @to: what it is to be called instead
 *
 * Renames an actor in the register and everywhere it is named, in one step of the history.
 *
 * Returns: the number of fields elsewhere that have changed
 */
guint
fb_register_rename (FbRegister *self,
                    FbNode     *actor,
                    const char *from,
                    const char *to)
{
  static const char *const places[] = { "number", "name" };
  g_autofree char *folded_from = fold (from);
  guint n;

  fb_document_begin (self->document, _("Rename actor"));
  n = exchange_everywhere (self, from, to);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      const char *word = fb_node_get_words (actor, places[i]);
      g_autofree char *folded = word != NULL ? fold (word) : NULL;

      if (g_strcmp0 (folded, folded_from) == 0)
        fb_document_set_words (self->document, actor, places[i], to);
    }
  if (fb_node_get_words (actor, "spellings") != NULL)
    {
      g_auto (GStrv) lines = g_strsplit (fb_node_get_words (actor, "spellings"), "\n", -1);
      g_autofree char *joined = NULL;

      for (guint i = 0; lines[i] != NULL; i++)
        {
          g_autofree char *folded = fold (lines[i]);

          if (g_str_equal (folded, folded_from))
            {
              g_free (lines[i]);
              lines[i] = g_strdup (to);
            }
        }
      joined = g_strjoinv ("\n", lines);
      fb_document_set_words (self->document, actor, "spellings", joined);
    }
  fb_document_end (self->document);

  return n;
}

/**
 * fb_register_merge:
 * @actor: the one that goes
 * @into: the one that stays, and gets the words of the other as spellings
 *
 * Makes two actors one, in one step of the history. What was typed elsewhere stays as it is: it means @into now.
 *
 * Returns: the number of spellings that @into has got
 */
guint
fb_register_merge (FbRegister *self,
                   FbNode     *actor,
                   FbNode     *into)
{
  g_auto (GStrv) words = get_words_of (actor);
  g_auto (GStrv) there = get_words_of (into);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *spellings = fb_node_get_words (into, "spellings");
  g_autoptr (GString) joined = g_string_new (spellings);
  guint n = 0;

  g_return_val_if_fail (actor != into, 0);

  for (guint i = 0; there[i] != NULL; i++)
    g_hash_table_add (known, fold (there[i]));
  for (guint i = 0; words[i] != NULL; i++)
    if (g_hash_table_add (known, fold (words[i])))
      {
        if (joined->len > 0)
          g_string_append_c (joined, '\n');
        g_string_append (joined, words[i]);
        n++;
      }

  fb_document_begin (self->document, _("Merge actors"));
  fb_document_remove_one (self->document, actor);
  fb_document_set_words (self->document, into, "spellings", joined->str);
  for (const FbProperty *property = fb_node_get_info (into)->properties; property->name != NULL; property++)
    if (fb_node_get_value (into, property) == NULL && !g_str_equal (property->name, "spellings") &&
        !g_str_equal (property->name, "number") && !g_str_equal (property->name, "name"))
      fb_document_set (self->document, into, property, fb_node_get_value (actor, property));
  fb_document_end (self->document);

  return n;
}
