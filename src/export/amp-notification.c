/* Reads, checks and writes answers. Invariant: every answer is one that its
 * field takes, whoever made the case. */
#include "amp-notification.h"

#include "amp-export-error.h"
#include "amp-json-file.h"
#include "amp-number-format.h"

#include <glib/gi18n-lib.h>

#define ANNOTATION "notification"
#define HOURS_FIELD "deadline_hours"
#define AWARENESS_FIELD "awareness"

/* A breach of data that computers hold; the deadline is in four digits, too. */
#define FIRST_YEAR 1950
#define LAST_YEAR 9998

struct _AmpNotification
{
  GHashTable *answers;
};

AmpNotification *
amp_notification_new (void)
{
  AmpNotification *self = g_new0 (AmpNotification, 1);

  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
amp_notification_free (AmpNotification *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->answers);
  g_free (self);
}

/* "2026-11-28T09:30+01:00": people leave the seconds out, with an offset or
 * without; GLib does not. */
static char *
dup_with_seconds (const char *text)
{
  const gsize minutes = strlen ("2026-11-28T09:30");

  if (strlen (text) < minutes || text[minutes] == ':')
    return g_strdup (text);
  return g_strdup_printf ("%.*s:00%s", (int) minutes, text, text + minutes);
}

/* ISO 8601, or a day and a time as people write them, which are local. */
static GDateTime *
read_time (const char *text)
{
  g_autoptr (GTimeZone) local = g_time_zone_new_local ();
  g_autofree char *joined = g_strdelimit (g_strstrip (g_strdup (text)), " ", 'T');
  GDateTime       *time = g_date_time_new_from_iso8601 (joined, local);

  if (time == NULL)
    {
      g_autofree char *with_seconds = dup_with_seconds (joined);

      time = g_date_time_new_from_iso8601 (with_seconds, local);
    }
  return time;
}

/* Kept in four digits of a year, and with its offset: what is written here is
 * read again, wherever the case is opened. */
static char *
check_time (const char *text)
{
  g_autoptr (GDateTime) time = read_time (text);

  if (time == NULL || g_date_time_get_year (time) < FIRST_YEAR || g_date_time_get_year (time) > LAST_YEAR)
    return NULL;
  return g_date_time_format (time, "%Y-%m-%dT%H:%M:%S%:z");
}

static char *
check_number (const char *text)
{
  guint64 number;

  return g_ascii_string_to_unsigned (text, 10, 1, AMP_NOTIFICATION_MAX_HOURS, &number, NULL) ? g_strdup_printf ("%" G_GUINT64_FORMAT, number) : NULL;
}

static char *
check_text (const char *text)
{
  return g_utf8_validate (text, -1, NULL) && g_utf8_strlen (text, -1) <= AMP_NOTIFICATION_MAX_CHARACTERS ? g_strdup (text) : NULL;
}

/* Returns the answer as it is kept, or NULL for none that the field takes. */
static char *
check_answer (const AmpNotificationField *field, const char *text)
{
  switch (field->kind)
    {
    case AMP_NOTIFICATION_TIME:
      return check_time (text);
    case AMP_NOTIFICATION_NUMBER:
      return check_number (text);
    case AMP_NOTIFICATION_CHOICE:
      return amp_notification_form_find_choice (field, text) != NULL ? g_strdup (text) : NULL;
    case AMP_NOTIFICATION_LINE:
    case AMP_NOTIFICATION_TEXT:
      return check_text (text);
    default:
      return NULL;
    }
}

const char *
amp_notification_get (const AmpNotification *self, const char *code)
{
  g_return_val_if_fail (self != NULL && code != NULL, NULL);

  return g_hash_table_lookup (self->answers, code);
}

gboolean
amp_notification_set (AmpNotification *self, const char *code, const char *text, GError **error)
{
  const AmpNotificationField *field;
  char                       *answer;

  g_return_val_if_fail (self != NULL && code != NULL, FALSE);

  field = amp_notification_form_find_field (code);
  if (field == NULL)
    {
      g_set_error (error, AMP_EXPORT_ERROR, AMP_EXPORT_ERROR_OPTION, _ ("“%s” is not a field of the notification"), code);
      return FALSE;
    }
  if (text == NULL || text[0] == '\0')
    {
      g_hash_table_remove (self->answers, code);
      return TRUE;
    }
  answer = check_answer (field, text);
  if (answer == NULL)
    {
      g_set_error (error, AMP_EXPORT_ERROR, AMP_EXPORT_ERROR_OPTION, _ ("The field “%s” of the notification does not take that answer"), code);
      return FALSE;
    }
  g_hash_table_insert (self->answers, g_strdup (code), answer);
  return TRUE;
}

/* Fields of a later version are left out; what is there must be a text. */
static gboolean
read_answers (AmpNotification *self, JsonObject *object, GError **error)
{
  JsonObjectIter iter;
  const char    *code;
  JsonNode      *node;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &code, &node))
    {
      if (amp_notification_form_find_field (code) == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
        continue;
      if (!amp_notification_set (self, code, json_node_get_string (node), error))
        return FALSE;
    }
  return TRUE;
}

AmpNotification *
amp_notification_load (AmpCase *opened, GError **error)
{
  g_autoptr (AmpNotification) self = amp_notification_new ();
  g_autoptr (GError) failure = NULL;
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) root = NULL;

  g_return_val_if_fail (AMP_IS_CASE (opened), NULL);

  text = amp_case_dup_annotation (opened, ANNOTATION, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (text == NULL)
    return g_steal_pointer (&self);
  root = amp_json_text_parse (ANNOTATION, text, error);
  if (root == NULL || (JSON_NODE_HOLDS_OBJECT (root) && !read_answers (self, json_node_get_object (root), error)))
    return NULL;
  return g_steal_pointer (&self);
}

gboolean
amp_notification_save (const AmpNotification *self, AmpCase *opened, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (self != NULL && AMP_IS_CASE (opened), FALSE);

  json_builder_begin_object (builder);
  for (guint i = 0; i < amp_notification_form_get_n_fields (); i++)
    {
      const char *code = amp_notification_form_get_field (i)->code;

      if (amp_notification_get (self, code) == NULL)
        continue;
      json_builder_set_member_name (builder, code);
      json_builder_add_string_value (builder, amp_notification_get (self, code));
    }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);
  return amp_case_set_annotation (opened, ANNOTATION, g_hash_table_size (self->answers) > 0 ? text : NULL, error);
}

static GDateTime *
dup_deadline (const AmpNotification *self)
{
  const char *awareness = amp_notification_get (self, AWARENESS_FIELD);
  const char *hours = amp_notification_get (self, HOURS_FIELD);
  g_autoptr (GDateTime) begin = awareness != NULL ? read_time (awareness) : NULL;

  return begin != NULL ? g_date_time_add_hours (begin, hours != NULL ? (int) g_ascii_strtoll (hours, NULL, 10) : AMP_NOTIFICATION_HOURS) : NULL;
}

AmpNotificationClock
amp_notification_get_clock (const AmpNotification *self, gint64 now)
{
  AmpNotificationClock clock = { .hours = AMP_NOTIFICATION_HOURS };
  g_autoptr (GDateTime) deadline = NULL;
  const char *hours;

  g_return_val_if_fail (self != NULL, clock);

  hours = amp_notification_get (self, HOURS_FIELD);
  if (hours != NULL)
    clock.hours = g_ascii_strtoll (hours, NULL, 10);
  deadline = dup_deadline (self);
  if (deadline == NULL)
    return clock;
  clock.is_running = TRUE;
  clock.deadline = g_date_time_to_unix (deadline);
  clock.awareness = clock.deadline - clock.hours * 3600;
  clock.left = clock.deadline - now;
  clock.is_ahead = clock.awareness > now;
  return clock;
}

char *
amp_notification_clock_dup_text (const AmpNotificationClock *clock)
{
  gint64 minutes;

  g_return_val_if_fail (clock != NULL, NULL);

  if (!clock->is_running)
    return g_strdup (_ ("The clock starts when the moment of awareness is known"));
  if (clock->is_ahead)
    return g_strdup (_ ("The moment of awareness lies in the future: the clock has not started"));
  minutes = ABS (clock->left) / 60;
  /* translators: hours and minutes */
  return g_strdup_printf (clock->left >= 0 ? _ ("%d h %02d min left to notify") : _ ("Overdue by %d h %02d min"), (int) (minutes / 60), (int) (minutes % 60));
}

static char *
format_time (GDateTime *time, gboolean is_french)
{
  g_autofree char *day = g_date_time_format (time, "%Y-%m-%d");
  g_autofree char *shown = amp_number_format_date (is_french, day);
  g_autofree char *hour = g_date_time_format (time, "%H:%M");
  g_autofree char *offset = g_date_time_format (time, "%:z");

  /* translators: a day, an hour, and the offset from UTC */
  return g_strdup_printf (_ ("%s, %s (UTC%s)"), shown, hour, offset);
}

char *
amp_notification_dup_deadline (const AmpNotification *self, gboolean is_french)
{
  g_autoptr (GDateTime) deadline = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  deadline = dup_deadline (self);
  return deadline != NULL ? format_time (deadline, is_french) : NULL;
}

char *
amp_notification_dup_time (const char *text, gboolean is_french)
{
  g_autoptr (GDateTime) time = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  time = read_time (text);
  return time != NULL ? format_time (time, is_french) : g_strdup (text);
}
