/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "concept/fb-document.h"

G_BEGIN_DECLS

#define FB_TYPE_ACTOR_TASKS (fb_actor_tasks_get_type ())

/**
 * FbActorTasks:
 *
 * What an actor has to do: the measures and steps that name it. From here the tasks are exported, and the actor is
 * renamed everywhere or merged with another.
 */
G_DECLARE_FINAL_TYPE (FbActorTasks, fb_actor_tasks, FB, ACTOR_TASKS, GtkWidget)

GtkWidget *fb_actor_tasks_new  (void);
void       fb_actor_tasks_bind (FbActorTasks *self,
                                FbDocument   *document,
                                FbNode       *actor);

G_END_DECLS
