/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "concept/fb-history.h"

#include <string.h>

/* Typing after a longer pause is a new entry. */
#define MERGE_PAUSE (3 * G_USEC_PER_SEC)

typedef enum
{
  EDIT_OTHER, /* never merges: a paste, a replacement, a change of form */
  EDIT_INSERTION,
  EDIT_DELETION,
} EditType;

/* Where and how two values of one property differ, in bytes. */
typedef struct
{
  EditType type;
  gsize at;
  gsize length;
} Edit;

typedef struct
{
  GPtrArray *changes; /* FbChange, in the order in which they were done */
  char *label;
  gboolean sealed;
  gint64 time;
  Edit edit; /* the last one, if the entry is typing */
} Entry;

struct _FbHistory
{
  GPtrArray *undo; /* Entry, the newest last */
  GPtrArray *redo;
  Entry *group; /* open, or NULL */
  guint depth;
  Entry *saved; /* the newest entry at the last save, NULL for none; only compared */
  gboolean saved_reachable;
};

static void
entry_free (Entry *entry)
{
  g_ptr_array_unref (entry->changes);
  g_free (entry->label);
  g_free (entry);
}

static Entry *
entry_new (const char *label)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) fb_change_free);
  entry->label = g_strdup (label);
  return entry;
}

FbHistory *
fb_history_new (void)
{
  FbHistory *self = g_new0 (FbHistory, 1);

  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  self->redo = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  self->saved_reachable = TRUE;
  return self;
}

void
fb_history_free (FbHistory *self)
{
  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->redo);
  g_clear_pointer (&self->group, entry_free);
  g_free (self);
}

static Entry *
newest (FbHistory *self)
{
  return self->undo->len > 0 ? self->undo->pdata[self->undo->len - 1] : NULL;
}

/* Typing */

static const char *
typed_bytes (const FbValue *value,
             gsize         *length)
{
  const char *bytes = fb_value_get_words (value);

  if (fb_value_get_text (value) != NULL)
    return fb_text_get_buffer (fb_value_get_text (value), length);

  *length = bytes != NULL ? strlen (bytes) : 0;
  return bytes != NULL ? bytes : "";
}

static Edit
compare_values (const FbChange *change)
{
  Edit edit = { EDIT_OTHER, 0, 0 };
  gsize n_old, n_new, prefix = 0, suffix = 0;
  const char *old_bytes = typed_bytes (change->old_value, &n_old);
  const char *new_bytes = typed_bytes (change->new_value, &n_new);
  gsize shorter = MIN (n_old, n_new);

  while (prefix < shorter && old_bytes[prefix] == new_bytes[prefix])
    prefix++;
  while (suffix < shorter - prefix && old_bytes[n_old - 1 - suffix] == new_bytes[n_new - 1 - suffix])
    suffix++;

  edit.at = prefix;
  if (prefix + suffix == n_old && n_new > n_old)
    {
      edit.type = EDIT_INSERTION;
      edit.length = n_new - n_old;
    }
  else if (prefix + suffix == n_new && n_old > n_new)
    {
      edit.type = EDIT_DELETION;
      edit.length = n_old - n_new;
    }

  return edit;
}

static gboolean
is_typing (const FbChange *change)
{
  return change->type == FB_CHANGE_SET &&
         (change->property->type == FB_VALUE_WORDS || change->property->type == FB_VALUE_RICH);
}

/* Whether the edit is one that a key makes: a character, or two with a combining one. */
static gboolean
is_one_key (const FbChange *change,
            const Edit     *edit)
{
  const FbValue *longer = edit->type == EDIT_INSERTION ? change->new_value : change->old_value;
  gsize length;
  const char *bytes = typed_bytes (longer, &length);

  if (edit->type == EDIT_OTHER || edit->at + edit->length > length)
    return FALSE;
  /* A comparison of bytes may split a character: "ä" after "ö" shares its first byte. Eight bytes are a key's. */
  return edit->length <= 8 && memchr (bytes + edit->at, '\n', edit->length) == NULL;
}

static gboolean
edits_touch (const Edit *before,
             const Edit *now)
{
  /* One byte of slack, for the characters that share their first byte. */
  if (before->type != now->type)
    return FALSE;
  if (now->type == EDIT_INSERTION)
    return now->at + 3 >= before->at + before->length && now->at <= before->at + before->length;
  return now->at + now->length + 3 >= before->at && now->at <= before->at + 3;
}

/* Adds typing to the entry before, if the edits touch. Takes @change if it does. */
static gboolean
merge (FbHistory *self,
       FbChange  *change)
{
  Entry *entry = newest (self);
  FbChange *last;
  Edit edit;

  if (entry == NULL || entry->sealed || entry->changes->len != 1 || !is_typing (change))
    return FALSE;
  last = entry->changes->pdata[0];
  if (!is_typing (last) || last->node != change->node || last->property != change->property ||
      g_get_monotonic_time () - entry->time > MERGE_PAUSE)
    return FALSE;

  edit = compare_values (change);
  if (!is_one_key (change, &edit) || !edits_touch (&entry->edit, &edit))
    return FALSE;

  fb_value_unref (last->new_value);
  last->new_value = fb_value_ref (change->new_value);
  entry->edit = edit;
  entry->time = g_get_monotonic_time ();
  if (fb_change_is_noop (last))
    g_ptr_array_remove_index (self->undo, self->undo->len - 1);
  fb_change_free (change);

  return TRUE;
}

static void
forget_redo (FbHistory *self)
{
  for (guint i = 0; i < self->redo->len; i++)
    if (self->redo->pdata[i] == self->saved)
      self->saved_reachable = FALSE;
  g_ptr_array_set_size (self->redo, 0);
}

/**
 * fb_history_record:
 * @change: (transfer full): a change that has just been done, and does something
 */
void
fb_history_record (FbHistory *self,
                   FbChange  *change)
{
  g_autofree char *label = NULL;
  Entry *entry;

  forget_redo (self);

  if (self->group != NULL)
    {
      g_ptr_array_add (self->group->changes, change);
      return;
    }
  if (merge (self, change))
    return;

  label = fb_change_dup_label (change);
  entry = entry_new (label);
  entry->time = g_get_monotonic_time ();
  if (is_typing (change))
    {
      entry->edit = compare_values (change);
      entry->sealed = !is_one_key (change, &entry->edit);
    }
  else
    {
      entry->sealed = TRUE;
    }
  g_ptr_array_add (entry->changes, change);
  g_ptr_array_add (self->undo, entry);
}

/** Opens a group; groups nest, and the outermost @label counts. */
void
fb_history_begin (FbHistory  *self,
                  const char *label)
{
  if (self->depth++ > 0)
    return;

  fb_history_seal (self);
  self->group = entry_new (label);
  self->group->sealed = TRUE;
}

void
fb_history_end (FbHistory *self)
{
  Entry *group;

  g_return_if_fail (self->depth > 0);

  if (--self->depth > 0)
    return;

  group = g_steal_pointer (&self->group);
  if (group->changes->len > 0)
    g_ptr_array_add (self->undo, group);
  else
    entry_free (group);
}

gboolean
fb_history_in_group (FbHistory *self)
{
  return self->depth > 0;
}

/** Ends the entry that typing is being merged into. */
void
fb_history_seal (FbHistory *self)
{
  if (newest (self) != NULL)
    newest (self)->sealed = TRUE;
}

/**
 * fb_history_step:
 * @redo: the direction
 *
 * Goes one entry back or forth.
 *
 * Returns: (transfer container) (nullable): the changes to be done now, in order; %NULL at the end of the history
 */
GPtrArray *
fb_history_step (FbHistory *self,
                 gboolean   redo)
{
  GPtrArray *from = redo ? self->redo : self->undo;
  GPtrArray *to = redo ? self->undo : self->redo;
  GPtrArray *changes;
  Entry *entry;

  g_return_val_if_fail (self->depth == 0, NULL);

  if (from->len == 0)
    return NULL;

  entry = g_ptr_array_steal_index (from, from->len - 1);
  entry->sealed = TRUE;
  g_ptr_array_add (to, entry);

  changes = g_ptr_array_new_with_free_func ((GDestroyNotify) fb_change_free);
  for (guint i = 0; i < entry->changes->len; i++)
    {
      FbChange *change = entry->changes->pdata[redo ? i : entry->changes->len - 1 - i];
      g_autoptr (FbChange) inverse = fb_change_invert (change);

      g_ptr_array_add (changes, redo ? fb_change_invert (inverse) : g_steal_pointer (&inverse));
    }

  return changes;
}

/** Returns: (nullable): the label of the entry that a step would take, %NULL if there is none. */
const char *
fb_history_get_label (FbHistory *self,
                      gboolean   redo)
{
  GPtrArray *entries = redo ? self->redo : self->undo;

  return entries->len > 0 ? ((Entry *) entries->pdata[entries->len - 1])->label : NULL;
}

void
fb_history_mark_saved (FbHistory *self)
{
  fb_history_seal (self);
  self->saved = newest (self);
  self->saved_reachable = TRUE;
}

/** Returns: whether the document is as it was at the last save, or at the beginning. */
gboolean
fb_history_is_saved (FbHistory *self)
{
  return self->saved_reachable && newest (self) == self->saved
         && (self->group == NULL || self->group->changes->len == 0);
}
