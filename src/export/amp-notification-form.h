/* The form of a notification: its fields, the lists they choose from and the
 * consequences of each category of data, from the tables in data/notification.
 * Immutable. Must not know cases or reports. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmpNotificationKind:
 * @AMP_NOTIFICATION_SECTION: no field but a heading
 * @AMP_NOTIFICATION_LINE: one line of text
 * @AMP_NOTIFICATION_TEXT: several lines
 * @AMP_NOTIFICATION_TIME: a point in time, ISO 8601
 * @AMP_NOTIFICATION_NUMBER: a whole number above 0
 * @AMP_NOTIFICATION_CHOICE: one of a list
 * @AMP_NOTIFICATION_FACTS: what the case says, which nobody may change
 */
typedef enum
{
  AMP_NOTIFICATION_SECTION,
  AMP_NOTIFICATION_LINE,
  AMP_NOTIFICATION_TEXT,
  AMP_NOTIFICATION_TIME,
  AMP_NOTIFICATION_NUMBER,
  AMP_NOTIFICATION_CHOICE,
  AMP_NOTIFICATION_FACTS,
} AmpNotificationKind;

/**
 * AmpNotificationField:
 * @code: stable name
 * @kind: what it takes
 * @list: of a choice: the name of its list
 * @article: of the GDPR that asks for it, as "33(3)(a)"; "" for none
 * @is_computed: whether the case answers it
 * @labels: for people: English, French
 */
typedef struct
{
  char               *code;
  AmpNotificationKind kind;
  char               *list;
  char               *article;
  gboolean            is_computed;
  char               *labels[2];
} AmpNotificationField;

/**
 * AmpNotificationChoice:
 * @list: the name of the list
 * @code: stable name
 * @labels: for people: English, French
 */
typedef struct
{
  char *list;
  char *code;
  char *labels[2];
} AmpNotificationChoice;

guint amp_notification_form_get_n_fields (void);

/**
 * amp_notification_form_get_field:
 * @index: in the order of the form
 *
 * Returns: (transfer none): the field
 */
const AmpNotificationField *amp_notification_form_get_field (guint index);

/**
 * amp_notification_form_find_field:
 *
 * Returns: (transfer none) (nullable): the field @code; %NULL for none, and for
 *   sections
 */
const AmpNotificationField *amp_notification_form_find_field (const char *code);

/**
 * amp_notification_form_dup_unbroken:
 * @text: for people
 *
 * Returns: (transfer full): the same, in which no line breaks within the number
 *   of an article, as "art. 33(3)(a)"
 */
char *amp_notification_form_dup_unbroken (const char *text);

/**
 * amp_notification_form_get_choice:
 * @field: a choice
 * @index: from 0
 *
 * Returns: (transfer none) (nullable): what it may say; %NULL behind the last
 */
const AmpNotificationChoice *amp_notification_form_get_choice (const AmpNotificationField *field, guint index);

/**
 * amp_notification_form_find_choice:
 *
 * Returns: (transfer none) (nullable): the choice @code of @field
 */
const AmpNotificationChoice *amp_notification_form_find_choice (const AmpNotificationField *field, const char *code);

/**
 * amp_notification_form_list_consequences:
 * @categories: (array zero-terminated=1): codes of categories
 * @is_french: in which language
 *
 * Returns: (transfer full) (array zero-terminated=1): the likely consequences,
 *   each once
 */
char **amp_notification_form_list_consequences (const char *const *categories, gboolean is_french);

G_END_DECLS
