/* ampleur-cli notification: the form of a notification, as far as the case and
 * the analyst have filled it, and the clock. */
#include "amp-command.h"

#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "amp-export-language.h"
#include "amp-export.h"
#include "amp-notification-answer.h"
#include "amp-notification.h"

typedef struct
{
  char   **set;
  char    *language;
  char    *at;
  gint64   min_cell;
  gboolean as_json;

  gint64 now;
} Options;

static void
clear_options (Options *options)
{
  g_strfreev (options->set);
  g_free (options->language);
  g_free (options->at);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static void
add_string (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_field (JsonBuilder *builder, const AmpNotification *notification, const AmpReport *report, const AmpNotificationField *field, const char *section)
{
  g_autofree char *computed = amp_notification_answer (report, field);

  json_builder_begin_object (builder);
  add_string (builder, "code", field->code);
  add_string (builder, "section", section);
  add_string (builder, "label", field->labels[report->is_french ? 1 : 0]);
  add_string (builder, "article", field->article);
  add_string (builder, "answer", amp_notification_get (notification, field->code));
  add_string (builder, "computed", computed);
  json_builder_end_object (builder);
}

static void
add_clock (JsonBuilder *builder, const AmpNotification *notification, const Options *options)
{
  AmpNotificationClock clock = amp_notification_get_clock (notification, options->now);

  json_builder_set_member_name (builder, "clock");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "running");
  json_builder_add_boolean_value (builder, clock.is_running);
  json_builder_set_member_name (builder, "hours");
  json_builder_add_int_value (builder, clock.hours);
  json_builder_set_member_name (builder, "seconds_left");
  if (clock.is_running)
    json_builder_add_int_value (builder, clock.left);
  else
    json_builder_add_null_value (builder);
  json_builder_set_member_name (builder, "overdue");
  json_builder_add_boolean_value (builder, clock.is_running && clock.left < 0);
  json_builder_set_member_name (builder, "awareness_ahead");
  json_builder_add_boolean_value (builder, clock.is_ahead);
  json_builder_end_object (builder);
}

static int
print_json (const AmpNotification *notification, const AmpReport *report, const Options *options)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const char *section = NULL;

  json_builder_begin_object (builder);
  add_clock (builder, notification, options);
  json_builder_set_member_name (builder, "fields");
  json_builder_begin_array (builder);
  for (guint i = 0; i < amp_notification_form_get_n_fields (); i++)
    {
      const AmpNotificationField *field = amp_notification_form_get_field (i);

      if (field->kind == AMP_NOTIFICATION_SECTION)
        section = field->code;
      else
        add_field (builder, notification, report, field, section);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return amp_command_print_json (builder);
}

/* Further lines of a text stand below its first. */
static void
print_answer (const char *sign, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    printf ("    %s %s\n", i == 0 ? sign : " ", lines[i]);
}

static void
print_field (const AmpNotification *notification, const AmpReport *report, const AmpNotificationField *field)
{
  const char      *answer = amp_notification_get (notification, field->code);
  g_autofree char *computed = amp_notification_answer (report, field);

  printf ("  %s [%s]\n", field->labels[report->is_french ? 1 : 0], field->code);
  if (answer != NULL)
    {
      g_autofree char *shown = amp_notification_dup_shown (report, field, answer);

      print_answer (">", shown);
    }
  if (computed != NULL)
    {
      g_autofree char *shown = amp_notification_dup_shown (report, field, computed);

      print_answer ("=", shown);
    }
}

static int
print_text (const AmpNotification *notification, const AmpReport *report, const Options *options)
{
  AmpNotificationClock clock = amp_notification_get_clock (notification, options->now);
  g_autofree char     *text = amp_notification_clock_dup_text (&clock);

  printf ("%s\n", text);
  for (guint i = 0; i < amp_notification_form_get_n_fields (); i++)
    {
      const AmpNotificationField *field = amp_notification_form_get_field (i);

      if (field->kind == AMP_NOTIFICATION_SECTION)
        printf ("\n%s\n", field->labels[report->is_french ? 1 : 0]);
      else
        print_field (notification, report, field);
    }
  printf ("\n%s\n", _ ("> the analyst’s answer; = what the case answers"));
  return amp_command_flush ();
}

/* "dpo=Somebody". */
static int
set_answer (AmpNotification *notification, const char *text)
{
  g_autoptr (GError) error = NULL;
  const char      *equals = strchr (text, '=');
  g_autofree char *code = equals != NULL ? g_strndup (text, (gsize) (equals - text)) : NULL;

  if (code == NULL)
    return amp_command_misuse (_ ("--set takes FIELD=TEXT"));
  if (!amp_notification_set (notification, code, equals + 1, &error))
    return amp_command_misuse ("--set: %s", error->message);
  return AMP_EXIT_DONE;
}

static int
print (AmpCase *opened, const AmpNotification *notification, const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AmpExportLanguage) language = amp_export_language_enter (options->language, &error);
  g_autoptr (AmpReport) report = NULL;

  if (language != NULL)
    report = amp_report_new (opened, NULL, options->min_cell, 0, NULL, &error);
  if (report == NULL)
    return amp_command_fail (error);
  return options->as_json ? print_json (notification, report, options) : print_text (notification, report, options);
}

static int
run (const char *path, const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AmpCase) opened = amp_case_open (path, NULL, &error);
  g_autoptr (AmpNotification) notification = opened != NULL ? amp_notification_load (opened, &error) : NULL;

  if (notification == NULL)
    return amp_command_fail (error);
  for (guint i = 0; options->set != NULL && options->set[i] != NULL; i++)
    if (set_answer (notification, options->set[i]) != AMP_EXIT_DONE)
      return AMP_EXIT_USAGE;
  if (options->set != NULL && !amp_notification_save (notification, opened, &error))
    return amp_command_fail (error);
  return print (opened, notification, options);
}

static gboolean
read_now (Options *options)
{
  g_autoptr (GTimeZone) local = g_time_zone_new_local ();
  g_autoptr (GDateTime) at = options->at != NULL ? g_date_time_new_from_iso8601 (options->at, local) : g_date_time_new_now_utc ();

  if (at != NULL)
    options->now = g_date_time_to_unix (at);
  return at != NULL;
}

int
amp_command_notification (int n_arguments, char **arguments)
{
  g_auto (Options) options = { .min_cell = AMP_EXPORT_DEFAULT_MIN_CELL };
  GOptionEntry entries[] = {
    { "set", 's', 0, G_OPTION_ARG_STRING_ARRAY, &options.set, N_ ("Answer a field; nothing behind the sign takes the answer back; may be repeated"), N_ ("FIELD=TEXT") },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &options.language, N_ ("The language of the form"), "fr|en" },
    { "at", 0, 0, G_OPTION_ARG_STRING, &options.at, N_ ("What the clock shows at another time than now (ISO 8601)"), N_ ("TIME") },
    { "min-cell", 0, 0, G_OPTION_ARG_INT64, &options.min_cell, N_ ("Mask counts below this one; 0 masks nothing"), N_ ("N") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.as_json, N_ ("Print JSON"), NULL },
    { 0 },
  };

  if (amp_command_parse (_ ("CASE"), _ ("Show and fill the notification of the breach, and the time left for it."), entries, &n_arguments, &arguments, 1, 1) < 0)
    return AMP_EXIT_USAGE;
  if (options.language != NULL && !g_str_equal (options.language, "fr") && !g_str_equal (options.language, "en"))
    return amp_command_misuse (_ ("--lang takes fr or en"));
  if (options.min_cell != 0 && options.min_cell < AMP_EXPORT_LOWEST_MIN_CELL)
    return amp_command_misuse (_ ("--min-cell takes a number from %d, or 0 to mask nothing"), AMP_EXPORT_LOWEST_MIN_CELL);
  if (!read_now (&options))
    return amp_command_misuse (_ ("--at takes a time, as 2026-11-28T09:30:00Z"));
  return run (arguments[1], &options);
}
