/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "review/fb-check.h"

G_BEGIN_DECLS

/* The check functions that the table in fb-rules.c names, a file for each theme. */

/* fb-rules-calls.c */
void  fb_collect_calls            (FbCheck *check, FbNode *node);
void  fb_check_stale_numbers      (FbCheck *check, FbNode *root);
void  fb_collect_titles           (FbCheck *check, FbNode *node);
void  fb_check_stale_titles       (FbCheck *check, FbNode *root);

/* fb-rules-structure.c */
void  fb_check_typed_number       (FbCheck *check, FbNode *node);
char *fb_repair_typed_number      (const char *found);
void  fb_check_heading_colon      (FbCheck *check, FbNode *node);
char *fb_repair_heading_colon     (const char *found);
void  fb_check_untitled           (FbCheck *check, FbNode *node);
void  fb_collect_numbers          (FbCheck *check, FbNode *node);
void  fb_check_duplicate_numbers  (FbCheck *check, FbNode *root);
void  fb_check_step_numbers       (FbCheck *check, FbNode *measure);
void  fb_check_empty_parts        (FbCheck *check, FbNode *parent);
void  fb_check_alternative        (FbCheck *check, FbNode *node);
void  fb_collect_references       (FbCheck *check, FbNode *node);
void  fb_check_dangling           (FbCheck *check, FbNode *root);

/* fb-rules-counts.c */
void  fb_collect_claims           (FbCheck *check, FbNode *node);
void  fb_check_claimed_counts     (FbCheck *check, FbNode *root);

/* fb-rules-measures.c */
void  fb_check_missing_period     (FbCheck *check, FbNode *measure);
void  fb_check_missing_cost       (FbCheck *check, FbNode *measure);
void  fb_check_missing_body       (FbCheck *check, FbNode *measure);
void  fb_check_none_or_open       (FbCheck *check, FbNode *measure);
void  fb_check_steps_sum          (FbCheck *check, FbNode *measure);
void  fb_check_steps_period       (FbCheck *check, FbNode *measure);
void  fb_check_step_pairs         (FbCheck *check, FbNode *measure);
void  fb_check_term               (FbCheck *check, FbNode *measure);
void  fb_collect_costs            (FbCheck *check, FbNode *measure);
void  fb_check_ceilings           (FbCheck *check, FbNode *root);

/* fb-rules-goals.c */
void  fb_check_uncovered_goals    (FbCheck *check, FbNode *root);
void  fb_collect_served           (FbCheck *check, FbNode *measure);
void  fb_check_idle_measure       (FbCheck *check, FbNode *measure);

/* fb-rules-process.c */
void  fb_check_chronology         (FbCheck *check, FbNode *process);
void  fb_check_event_text         (FbCheck *check, FbNode *event);
void  fb_check_weekdays           (FbCheck *check, FbNode *node);

/* fb-rules-names.c */
void  fb_collect_bodies           (FbCheck *check, FbNode *node);
void  fb_check_unknown_bodies     (FbCheck *check, FbNode *root);
void  fb_check_similar_bodies     (FbCheck *check, FbNode *root);
void  fb_check_nameless_actor     (FbCheck *check, FbNode *actor);
void  fb_collect_emails           (FbCheck *check, FbNode *node);
void  fb_check_similar_emails     (FbCheck *check, FbNode *root);

/* fb-rules-words.c */
void  fb_check_cut_off            (FbCheck *check, FbNode *node);
void  fb_check_brackets           (FbCheck *check, FbNode *node);
void  fb_check_double_words       (FbCheck *check, FbNode *node);
void  fb_check_double_spaces      (FbCheck *check, FbNode *node);
char *fb_repair_double_spaces     (const char *found);

/* fb-rules-mixtures.c */
void  fb_collect_genders          (FbCheck *check, FbNode *node);
void  fb_check_mixed_gender       (FbCheck *check, FbNode *root);
void  fb_collect_quotes           (FbCheck *check, FbNode *node);
void  fb_check_mixed_quotes       (FbCheck *check, FbNode *root);

G_END_DECLS
