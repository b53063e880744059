/* The notification: its form in both languages, what it takes, the clock, what
 * the case answers, and that small counts stay masked in it. */
#include "amp-notification.h"

#include "amp-analysis-error.h"
#include "amp-export-error.h"
#include "amp-notification-answer.h"
#include "amp-notification-document.h"
#include "amp-report-spread.h"
#include "export-case.h"

#include <glib/gstdio.h>

typedef struct
{
  char    *folder;
  char    *path;
  AmpCase *opened;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("ampleur-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "case.ampleur", NULL);
  export_case_write (fixture->path, (ExportCaseSize) GPOINTER_TO_UINT (data), 1);
  fixture->opened = amp_case_open (fixture->path, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->opened);
  g_remove (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
test_form (void)
{
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (amp_notification_form_get_n_fields (), >, 50);
  for (guint i = 0; i < amp_notification_form_get_n_fields (); i++)
    {
      const AmpNotificationField *field = amp_notification_form_get_field (i);

      g_assert_true (g_hash_table_add (codes, field->code));
      for (guint language = 0; language < 2; language++)
        g_assert_cmpuint (strlen (field->labels[language]), >, 2);
      if (field->kind == AMP_NOTIFICATION_CHOICE)
        {
          g_assert_nonnull (amp_notification_form_get_choice (field, 1));
          for (guint choice = 0; amp_notification_form_get_choice (field, choice) != NULL; choice++)
            g_assert_cmpuint (strlen (amp_notification_form_get_choice (field, choice)->labels[1]), >, 1);
        }
    }
}

/* Every point of article 33(3) of the GDPR has its field. */
static void
test_article_33 (void)
{
  static const char *const points[] = { "33(3)(a)", "33(3)(b)", "33(3)(c)", "33(3)(d)", "33(1)", "33(2)", "33(4)", "33(5)", "34(1)", "34(2)", "34(3)" };

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      gboolean is_found = FALSE;

      for (guint j = 0; j < amp_notification_form_get_n_fields (); j++)
        is_found = is_found || g_str_equal (amp_notification_form_get_field (j)->article, points[i]);
      g_assert_true (is_found);
    }
}

static void
test_consequences (void)
{
  static const char *const health[] = { "health", "identity", NULL };
  g_auto (GStrv) english = amp_notification_form_list_consequences (health, FALSE);
  g_auto (GStrv) french = amp_notification_form_list_consequences (health, TRUE);

  g_assert_cmpuint (g_strv_length (english), ==, g_strv_length (french));
  g_assert_true (g_strv_contains ((const char *const *) english, "blackmail"));
  g_assert_true (g_strv_contains ((const char *const *) french, "chantage"));
  for (guint category = 0; category < AMP_N_CATEGORIES; category++)
    {
      const char *const one[] = { amp_category_get_code (category), NULL };
      g_auto (GStrv) found = amp_notification_form_list_consequences (one, FALSE);

      g_assert_cmpuint (g_strv_length (found), >=, category == AMP_CATEGORY_TECHNICAL || category == AMP_CATEGORY_ADMINISTRATIVE ? 1 : 2);
    }
}

static gboolean
set (AmpNotification *notification, const char *code, const char *text)
{
  g_autoptr (GError) error = NULL;
  gboolean is_set = amp_notification_set (notification, code, text, &error);

  if (!is_set)
    g_assert_error (error, AMP_EXPORT_ERROR, AMP_EXPORT_ERROR_OPTION);
  return is_set;
}

static void
test_answers_are_checked (void)
{
  g_autoptr (AmpNotification) notification = amp_notification_new ();

  g_assert_true (set (notification, "phase", "complete"));
  g_assert_false (set (notification, "phase", "finished"));
  g_assert_true (set (notification, "begin", "2026-11-28T09:30:00Z"));
  g_assert_true (set (notification, "end", "2026-11-28 09:30"));
  g_assert_false (set (notification, "end", "yesterday"));
  g_assert_true (set (notification, "deadline_hours", "96"));
  g_assert_false (set (notification, "deadline_hours", "0"));
  g_assert_false (set (notification, "deadline_hours", "-1"));
  g_assert_false (set (notification, "deadline_hours", "99999999"));
  g_assert_false (set (notification, "sources", "another file"));
  g_assert_false (set (notification, "parties", "a section"));
  g_assert_false (set (notification, "colour", "red"));
  g_assert_false (set (notification, "cause", "\xFF"));
  g_assert_true (set (notification, "cause", "one\ntwo"));
  g_assert_true (set (notification, "cause", ""));
  g_assert_null (amp_notification_get (notification, "cause"));
  g_assert_cmpstr (amp_notification_get (notification, "phase"), ==, "complete");
}

/* From 2026-11-27 10:00 UTC: 72 hours end on 30 November at 10:00. */
static void
test_clock (void)
{
  g_autoptr (AmpNotification) notification = amp_notification_new ();
  const gint64         awareness = 1795773600;
  AmpNotificationClock clock = amp_notification_get_clock (notification, awareness);
  g_autofree char     *still = amp_notification_clock_dup_text (&clock);
  g_autofree char     *left = NULL;
  g_autofree char     *overdue = NULL;
  g_autofree char     *deadline = NULL;

  g_assert_false (clock.is_running);
  g_assert_nonnull (strstr (still, "awareness"));
  g_assert_true (set (notification, "awareness", "2026-11-27T11:00:00+01:00"));
  clock = amp_notification_get_clock (notification, awareness + 3600);
  g_assert_true (clock.is_running);
  g_assert_cmpint (clock.hours, ==, 72);
  g_assert_cmpint (clock.awareness, ==, awareness);
  g_assert_cmpint (clock.left, ==, 71 * 3600);
  left = amp_notification_clock_dup_text (&clock);
  g_assert_cmpstr (left, ==, "71 h 00 min left to notify");
  clock = amp_notification_get_clock (notification, awareness + 72 * 3600 + 90 * 60);
  g_assert_cmpint (clock.left, ==, -90 * 60);
  overdue = amp_notification_clock_dup_text (&clock);
  g_assert_cmpstr (overdue, ==, "Overdue by 1 h 30 min");
  deadline = amp_notification_dup_deadline (notification, FALSE);
  g_assert_cmpstr (deadline, ==, "30\302\240November\302\2402026, 11:00 (UTC+01:00)");
  g_assert_true (set (notification, "deadline_hours", "96"));
  clock = amp_notification_get_clock (notification, awareness);
  g_assert_cmpint (clock.left, ==, 96 * 3600);
}

typedef struct
{
  const char *typed; /* the moment of awareness */
  const char *kept;  /* NULL: refused */
  const char *now;
  gint64      left;     /* seconds */
  const char *deadline; /* for people */
} ClockRow;

#define H 3600
#define NB "\302\240"

/* The zone of these is Paris, where clocks go from 02:00 to 03:00 on 29 March and
 * from 03:00 to 02:00 on 25 October 2026. 72 hours are 72 hours on any day. */
/* clang-format off */
static const ClockRow CLOCK[] = {
  { "2026-11-27 11:00",          "2026-11-27T11:00:00+01:00", "2026-11-27T10:00:00Z", 72 * H, "30" NB "November" NB "2026, 11:00 (UTC+01:00)" },
  { "2026-11-27T11:00",          "2026-11-27T11:00:00+01:00", "2026-11-28T10:00:00Z", 48 * H, NULL },
  { " 2026-11-27 11:00:30 ",     "2026-11-27T11:00:30+01:00", "2026-11-27T10:00:30Z", 72 * H, NULL },
  /* An offset, with seconds and without. */
  { "2026-11-27T10:00:00Z",      "2026-11-27T10:00:00+00:00", "2026-11-27T10:00:00Z", 72 * H, "30" NB "November" NB "2026, 10:00 (UTC+00:00)" },
  { "2026-11-27 10:00Z",         "2026-11-27T10:00:00+00:00", "2026-11-27T10:00:00Z", 72 * H, NULL },
  { "2026-11-27 06:00-04:00",    "2026-11-27T06:00:00-04:00", "2026-11-27T10:00:00Z", 72 * H, "30" NB "November" NB "2026, 06:00 (UTC-04:00)" },
  { "2026-11-27T15:30+05:30",    "2026-11-27T15:30:00+05:30", "2026-11-27T10:00:00Z", 72 * H, NULL },
  /* Summer time begins within the 72 hours: it is 12:00 in Paris. */
  { "2026-03-27 11:00",          "2026-03-27T11:00:00+01:00", "2026-03-27T10:00:00Z", 72 * H, "30" NB "March" NB "2026, 11:00 (UTC+01:00)" },
  { "2026-03-27 11:00",          "2026-03-27T11:00:00+01:00", "2026-03-30T12:00:00+02:00", 0, NULL },
  /* It ends within them: it is 11:00 in Paris. */
  { "2026-10-23 12:00",          "2026-10-23T12:00:00+02:00", "2026-10-26T11:00:00+01:00", 0, "26" NB "October" NB "2026, 12:00 (UTC+02:00)" },
  { "2026-10-25 01:30",          "2026-10-25T01:30:00+02:00", "2026-10-24T23:30:00Z", 72 * H, NULL },
  { "2026-10-25 03:30",          "2026-10-25T03:30:00+01:00", "2026-10-25T02:30:00Z", 72 * H, NULL },
  /* The hour that is there twice can be told by its offset. */
  { "2026-10-25 02:30+02:00",    "2026-10-25T02:30:00+02:00", "2026-10-25T00:30:00Z", 72 * H, NULL },
  { "2026-10-25 02:30+01:00",    "2026-10-25T02:30:00+01:00", "2026-10-25T01:30:00Z", 72 * H, NULL },
  /* Over the end of a leap February and of a year. */
  { "2028-02-27 10:00Z",         "2028-02-27T10:00:00+00:00", "2028-02-27T10:00:00Z", 72 * H, "1" NB "March" NB "2028, 10:00 (UTC+00:00)" },
  { "2027-02-27 10:00Z",         "2027-02-27T10:00:00+00:00", "2027-02-27T10:00:00Z", 72 * H, "2" NB "March" NB "2027, 10:00 (UTC+00:00)" },
  { "2028-02-29 10:00Z",         "2028-02-29T10:00:00+00:00", "2028-02-29T10:00:00Z", 72 * H, NULL },
  { "2026-12-30 10:00Z",         "2026-12-30T10:00:00+00:00", "2026-12-30T10:00:00Z", 72 * H, "2" NB "January" NB "2027, 10:00 (UTC+00:00)" },
  /* The last second, and after it. */
  { "2026-11-27 10:00Z",         "2026-11-27T10:00:00+00:00", "2026-11-30T09:59:59Z", 1, NULL },
  { "2026-11-27 10:00Z",         "2026-11-27T10:00:00+00:00", "2026-11-30T10:00:01Z", -1, NULL },
  { "2026-11-27 10:00Z",         "2026-11-27T10:00:00+00:00", "2027-11-27T10:00:00Z", (72 - 365 * 24) * H, NULL },
  /* Known before it happens. */
  { "2026-11-27 10:00Z",         "2026-11-27T10:00:00+00:00", "2026-11-27T09:59:59Z", 72 * H + 1, NULL },
  /* No moments. */
  { "2027-02-29 10:00Z", NULL, NULL, 0, NULL },
  { "2026-11-31 10:00",  NULL, NULL, 0, NULL },
  { "2026-11-27 24:30",  NULL, NULL, 0, NULL },
  { "2026-11-27",        NULL, NULL, 0, NULL },
  { "27/11/2026 10:00",  NULL, NULL, 0, NULL },
  { "0001-01-01 00:00",  NULL, NULL, 0, NULL },
  { "9999-12-31 23:59",  NULL, NULL, 0, NULL },
  { "2026-11-27 10:00 (Paris)", NULL, NULL, 0, NULL },
};
/* clang-format on */

static void
test_clock_row (const ClockRow *row)
{
  g_autoptr (AmpNotification) notification = amp_notification_new ();
  g_autoptr (GDateTime) now = row->now != NULL ? g_date_time_new_from_iso8601 (row->now, NULL) : NULL;
  g_autofree char     *deadline = NULL;
  g_autofree char     *text = NULL;
  AmpNotificationClock clock;

  g_assert_cmpint (set (notification, "awareness", row->typed), ==, row->kept != NULL);
  g_assert_cmpstr (amp_notification_get (notification, "awareness"), ==, row->kept);
  clock = amp_notification_get_clock (notification, now != NULL ? g_date_time_to_unix (now) : 0);
  g_assert_cmpint (clock.is_running, ==, row->kept != NULL);
  if (row->kept == NULL)
    return;
  g_assert_cmpint (clock.left, ==, row->left);
  g_assert_cmpint (clock.is_ahead, ==, row->left > 72 * H);
  text = amp_notification_clock_dup_text (&clock);
  g_assert_cmpint (strstr (text, "future") != NULL, ==, row->left > 72 * H);
  g_assert_cmpint (strstr (text, "Overdue") != NULL, ==, row->left < 0);
  deadline = amp_notification_dup_deadline (notification, FALSE);
  g_assert_cmpstr (row->deadline != NULL ? deadline : NULL, ==, row->deadline);
}

static void
test_clock_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (CLOCK); i++)
    {
      g_test_message ("%s", CLOCK[i].typed);
      test_clock_row (&CLOCK[i]);
    }
}

/* What is asked for in a notification, and the field that answers it: article
 * 33(3) and (5), article 34, the form of the CNIL. */
/* clang-format off */
static const struct
{
  const char *asked;
  const char *code;
  gboolean    is_computed;
} ASKED[] = {
  { "type of notification",          "phase",                   FALSE },
  { "the notification it completes", "previous",                FALSE },
  { "internal reference",            "reference",               FALSE },
  { "controller",                    "controller",              TRUE },
  { "sector",                        "sector",                  FALSE },
  { "size",                          "size",                    FALSE },
  { "reporter",                      "reporter",                TRUE },
  { "DPO",                           "dpo",                     FALSE },
  { "processors",                    "processors",              FALSE },
  { "joint controllers",             "joint_controllers",       FALSE },
  { "begin",                         "begin",                   FALSE },
  { "end",                           "end",                     FALSE },
  { "ongoing, unknown",              "ongoing",                 FALSE },
  { "time of awareness",             "awareness",               FALSE },
  { "processor's awareness",         "processor_awareness",     FALSE },
  { "reason if late",                "lateness",                FALSE },
  { "how discovered",                "discovery",               FALSE },
  { "confidentiality",               "confidentiality",         TRUE },
  { "integrity",                     "integrity",               FALSE },
  { "availability",                  "availability",            FALSE },
  { "unintelligible",                "unintelligible",          TRUE },
  { "kind of cause",                 "cause_kind",              FALSE },
  { "cause",                         "cause",                   FALSE },
  { "systems",                       "systems",                 FALSE },
  { "categories of people",          "people_categories",       TRUE },
  { "number of people",              "people_number",           TRUE },
  { "exact, approximate, unknown",   "people_precision",        TRUE },
  { "minors",                        "minors",                  TRUE },
  { "vulnerable people",             "vulnerable",              TRUE },
  { "places",                        "places",                  TRUE },
  { "categories of data",            "data_categories",         TRUE },
  { "special categories",            "special_categories",      TRUE },
  { "number of records",             "records",                 TRUE },
  { "measures before",               "measures_before",         FALSE },
  { "likely consequences",           "consequences",            TRUE },
  { "severity",                      "severity",                TRUE },
  { "method of the severity",        "severity_method",         TRUE },
  { "measures taken",                "measures_taken",          FALSE },
  { "measures against recurrence",   "measures_recurrence",     FALSE },
  { "communication: done, planned",  "communication",           FALSE },
  { "when told",                     "communication_time",      FALSE },
  { "how many told",                 "communication_number",    FALSE },
  { "means of telling",              "communication_means",     FALSE },
  { "exception of article 34(3)",    "communication_exception", FALSE },
  { "text sent",                     "communication_text",      FALSE },
  { "police",                        "police",                  FALSE },
  { "other authorities",             "authorities",             FALSE },
  { "cross-border",                  "crossborder",             FALSE },
  { "people per country",            "countries",               TRUE },
  { "attachments",                   "attachments",             FALSE },
  { "SHA-256 and size of the dump",  "sources",                 TRUE },
  { "rows read and set aside",       "rows",                    TRUE },
  { "settings",                      "settings",                TRUE },
  { "version",                       "program",                 TRUE },
  { "threshold",                     "threshold",               TRUE },
  { "filter",                        "filter",                  TRUE },
  { "operator",                      "operator",                TRUE },
};
/* clang-format on */

static const AmpDocumentTerm *
find_term (const AmpDocument *document, const char *label)
{
  for (guint i = 0; i < document->blocks->len; i++)
    {
      const AmpBlock *block = g_ptr_array_index (document->blocks, i);

      for (guint j = 0; block->kind == AMP_BLOCK_TERMS && j < block->terms->len; j++)
        if (g_str_has_prefix (((const AmpDocumentTerm *) g_ptr_array_index (block->terms, j))->term, label))
          return g_ptr_array_index (block->terms, j);
    }
  return NULL;
}

/* Filled where the case knows it, open elsewhere, and as the analyst says it. */
static void
test_all_that_is_asked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpReport) report = amp_report_new (fixture->opened, NULL, 11, 0, NULL, NULL);

  for (guint language = 0; language < 2; language++)
    {
      g_autoptr (AmpNotification) notification = amp_notification_new ();
      g_autoptr (AmpDocument) open = NULL;
      g_autoptr (AmpDocument) answered = NULL;

      report->is_french = language == 1;
      open = amp_notification_document_new (notification, report);
      for (guint i = 0; i < G_N_ELEMENTS (ASKED); i++)
        if (amp_notification_form_find_field (ASKED[i].code)->kind == AMP_NOTIFICATION_TEXT)
          g_assert_true (set (notification, ASKED[i].code, "The word of the analyst"));
      answered = amp_notification_document_new (notification, report);
      for (guint i = 0; i < G_N_ELEMENTS (ASKED); i++)
        {
          const AmpNotificationField *field = amp_notification_form_find_field (ASKED[i].code);
          const AmpDocumentTerm      *term;

          g_test_message ("%s: %s", ASKED[i].asked, ASKED[i].code);
          g_assert_nonnull (field);
          g_assert_cmpint (field->is_computed, ==, ASKED[i].is_computed);
          term = find_term (open, field->labels[language]);
          g_assert_nonnull (term);
          g_assert_cmpint (g_str_equal (term->text, "open"), ==, !ASKED[i].is_computed);
          if (field->kind == AMP_NOTIFICATION_TEXT)
            g_assert_true (g_str_has_prefix (find_term (answered, field->labels[language])->text, "The word of the analyst"));
        }
    }
}

/* No line of a document breaks within "art. 33(3)(a)". */
static void
test_articles_do_not_break (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpReport) report = amp_report_new (fixture->opened, NULL, 11, 0, NULL, NULL);
  g_autoptr (AmpNotification) notification = amp_notification_new ();
  g_autoptr (AmpDocument) document = NULL;

  g_assert_true (set (notification, "communication_exception", "disproportionate"));
  document = amp_notification_document_new (notification, report);
  g_assert_nonnull (strstr (find_term (document, "Number of people")->term, "(art." NB "33\342\201\240(3)\342\201\240(a))"));
  g_assert_true (g_str_has_prefix (find_term (document, "If they are not told")->text, "Art." NB "34\342\201\240(3)\342\201\240(c): "));
  for (guint i = 0; i < amp_notification_form_get_n_fields (); i++)
    {
      const AmpNotificationField *field = amp_notification_form_get_field (i);
      const AmpDocumentTerm      *term = field->kind == AMP_NOTIFICATION_SECTION ? NULL : find_term (document, field->labels[0]);

      g_assert_true (term == NULL || (strstr (term->term, ")(") == NULL && strstr (term->term, "3(") == NULL && strstr (term->term, "art. ") == NULL));
    }
}

static void
test_kept_with_the_case (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpNotification) written = amp_notification_new ();
  g_autoptr (AmpNotification) read = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (set (written, "dpo", "A \"quoted\" <name>"));
  g_assert_true (set (written, "awareness", "2026-11-27T11:00:00+01:00"));
  g_assert_true (amp_notification_save (written, fixture->opened, &error));
  g_assert_no_error (error);
  read = amp_notification_load (fixture->opened, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (amp_notification_get (read, "dpo"), ==, "A \"quoted\" <name>");
  g_assert_cmpstr (amp_notification_get (read, "awareness"), ==, "2026-11-27T11:00:00+01:00");
  g_assert_null (amp_notification_get (read, "cause"));
}

static void
test_hostile_annotation (Fixture *fixture, gconstpointer data)
{
  static const char *const refused[] = { "{\"phase\": \"finished\"}", "{\"awareness\": \"now\"}", "{" };
  static const char *const taken[] = { "[]", "7", "{\"unknown\": \"x\", \"dpo\": 7, \"cause\": [1]}" };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (amp_case_set_annotation (fixture->opened, "notification", refused[i], NULL));
      g_assert_null (amp_notification_load (fixture->opened, &error));
      g_assert_nonnull (error);
    }
  for (guint i = 0; i < G_N_ELEMENTS (taken); i++)
    {
      g_autoptr (AmpNotification) notification = NULL;

      g_assert_true (amp_case_set_annotation (fixture->opened, "notification", taken[i], NULL));
      notification = amp_notification_load (fixture->opened, NULL);
      g_assert_null (amp_notification_get (notification, "dpo"));
    }
}

static char *
answer (const AmpReport *report, const char *code)
{
  return amp_notification_answer (report, amp_notification_form_find_field (code));
}

/* Numbers that stand alone in an answer, with the separators of thousands gone. */
static void
assert_no_small_number (const char *text, const char *code)
{
  g_autofree char *joined = g_strdup (text);
  g_auto (GStrv) words = g_strsplit_set (joined, " ;:()\n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint64 number;

      /* How many rows are not named counts places, not people. */
      if (words[i + 1] != NULL && g_str_has_prefix (words[i + 1], "other"))
        continue;
      if (g_ascii_string_to_unsigned (words[i], 10, 1, 10, &number, NULL))
        g_error ("%s tells %s", code, words[i]);
    }
}

static void
test_small_counts_stay_masked (Fixture *fixture, gconstpointer data)
{
  static const char *const codes[] = { "people_number", "minors", "places", "data_categories", "records", "countries" };
  g_autoptr (GError) error = NULL;
  g_autoptr (AmpReport) report = amp_report_new (fixture->opened, NULL, 11, 0, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autofree char *text = answer (report, codes[i]);

      if (text != NULL)
        assert_no_small_number (text, codes[i]);
    }
}

static void
test_case_answers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpReport) report = amp_report_new (fixture->opened, NULL, 11, 0, NULL, NULL);
  g_autofree char *people = answer (report, "people_categories");
  g_autofree char *special = answer (report, "special_categories");
  g_autofree char *sources = answer (report, "sources");
  g_autofree char *analyst = answer (report, "operator");
  g_autofree char *confidentiality = answer (report, "confidentiality");
  g_autofree char *settings = answer (report, "settings");
  g_autofree char *categories = answer (report, "data_categories");
  g_autofree char *open = answer (report, "dpo");

  g_assert_nonnull (strstr (people, "patients"));
  g_assert_nonnull (strstr (special, "article 9"));
  g_assert_nonnull (strstr (sources, "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"));
  g_assert_nonnull (analyst);
  g_assert_cmpstr (confidentiality, ==, "disclosed");
  g_assert_nonnull (strstr (settings, "; ages on "));
  g_assert_null (strstr (categories, "other, masked ones included"));
  g_assert_null (open);
}

/* The computed value stands beside the analyst's, and no time left is told. */
static void
test_document (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpReport) report = amp_report_new (fixture->opened, NULL, 11, 0, NULL, NULL);
  g_autoptr (AmpNotification) notification = amp_notification_new ();
  g_autoptr (AmpDocument) document = NULL;
  guint n_terms = 0;

  g_assert_true (set (notification, "confidentiality", "likely"));
  document = amp_notification_document_new (notification, report);
  for (guint i = 0; i < document->blocks->len; i++)
    {
      const AmpBlock *block = g_ptr_array_index (document->blocks, i);

      for (guint j = 0; block->kind == AMP_BLOCK_TERMS && j < block->terms->len; j++)
        {
          const AmpDocumentTerm *term = g_ptr_array_index (block->terms, j);

          n_terms++;
          if (g_str_has_prefix (term->term, "Loss of confidentiality"))
            g_assert_cmpstr (term->text, ==, "Likely\n(from the case: Certain: the data were disclosed)");
        }
    }
  g_assert_cmpuint (n_terms, >, 45);
}

/* What a table of groups by bands tells is not small, no masked cell is the only
 * one of its row, and no row tells what the table of the groups hides: it is left
 * out instead. */
static void
check_spread_row (const AmpReport *report, const AmpReportSpread *spread, const AmpReportSpreadRow *row)
{
  const AmpTableRow *told = amp_table_find_row (amp_report_find_table (report, spread->key)->table, row->code);
  guint              masked = 0;

  for (guint band = 0; band < AMP_N_SEVERITY_BANDS; band++)
    {
      masked += row->is_masked[band];
      g_assert_true (row->persons[band] == 0 || row->persons[band] >= report->min_cell);
    }
  g_assert_cmpuint (masked, !=, 1);
  g_assert_false (told->is_masked);
  g_assert_false (told->is_sensitive_masked);
}

static void
test_spreads_are_protected (Fixture *fixture, gconstpointer data)
{
  /* High enough for many cells to be small. */
  static const gint64 thresholds[] = { 11, 30, 50, 70, 90, 120 };
  guint               n_rows = 0, n_left_out = 0;

  for (guint i = 0; i < G_N_ELEMENTS (thresholds); i++)
    {
      g_autoptr (AmpReport) report = amp_report_new (fixture->opened, NULL, thresholds[i], 0, NULL, NULL);

      for (guint j = 0; j < report->spreads->len; j++)
        {
          const AmpReportSpread *spread = g_ptr_array_index (report->spreads, j);

          for (guint k = 0; k < spread->rows->len; k++)
            check_spread_row (report, spread, g_ptr_array_index (spread->rows, k));
          n_rows += spread->rows->len;
          n_left_out += amp_report_find_table (report, spread->key)->order->len - spread->rows->len;
        }
    }
  g_assert_cmpuint (n_rows, >, 5);
  g_assert_cmpuint (n_left_out, >, 5);
}

#define ADD(path, size, test) g_test_add ("/export/notification/" path, Fixture, GUINT_TO_POINTER (size), set_up, test, tear_down)

int
main (int argc, char **argv)
{
  /* Paris, written out: not every system has the names of zones. */
  g_setenv ("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/notification/form-is-in-both-languages", test_form);
  g_test_add_func ("/export/notification/form-has-all-that-article-33-asks", test_article_33);
  g_test_add_func ("/export/notification/categories-have-consequences", test_consequences);
  g_test_add_func ("/export/notification/answers-are-checked", test_answers_are_checked);
  g_test_add_func ("/export/notification/clock-runs-from-awareness", test_clock);
  g_test_add_func ("/export/notification/clock-over-zones-and-days", test_clock_table);
  ADD ("all-that-is-asked-is-in-both-languages", EXPORT_CASE_USUAL, test_all_that_is_asked);
  ADD ("articles-do-not-break", EXPORT_CASE_USUAL, test_articles_do_not_break);
  ADD ("kept-with-the-case", EXPORT_CASE_USUAL, test_kept_with_the_case);
  ADD ("hostile-annotation", EXPORT_CASE_USUAL, test_hostile_annotation);
  ADD ("small-counts-stay-masked", EXPORT_CASE_USUAL, test_small_counts_stay_masked);
  ADD ("small-counts-stay-masked/tiny", EXPORT_CASE_TINY, test_small_counts_stay_masked);
  ADD ("small-counts-stay-masked/few", EXPORT_CASE_FEW, test_small_counts_stay_masked);
  ADD ("case-answers", EXPORT_CASE_USUAL, test_case_answers);
  ADD ("document-tells-both", EXPORT_CASE_USUAL, test_document);
  ADD ("spreads-are-protected", EXPORT_CASE_USUAL, test_spreads_are_protected);
  return g_test_run ();
}
