/* One function for each field that the case answers. Reads masked tables only:
 * what a report may not tell, a notification does not tell either. */
#include "amp-notification-answer.h"

#include "amp-display-text.h"
#include "amp-notification.h"
#include "amp-number-format.h"
#include "amp-person-facts.h"
#include "amp-place-basis-label.h"

#include <glib/gi18n-lib.h>

/* The places and countries that are named; the others are counted. Categories are
 * named, all of them. */
#define MAX_NAMED 12

typedef char *(*AnswerFunc) (const AmpReport *report);

typedef struct
{
  const char *code;
  AnswerFunc  answer;
} AnswerRow;

static char *
dup_mandate (const char *text)
{
  return text != NULL && text[0] != '\0' ? amp_display_text_escape (text) : NULL;
}

static char *
answer_controller (const AmpReport *report)
{
  return report->facts->mandate != NULL ? dup_mandate (report->facts->mandate->client) : NULL;
}

static char *
answer_analyst (const AmpReport *report)
{
  return report->facts->mandate != NULL ? dup_mandate (report->facts->mandate->analyst) : NULL;
}

static char *
answer_legal_basis (const AmpReport *report)
{
  return report->facts->mandate != NULL ? dup_mandate (report->facts->mandate->legal_basis) : NULL;
}

static char *
answer_mandate_reference (const AmpReport *report)
{
  return report->facts->mandate != NULL ? dup_mandate (report->facts->mandate->reference) : NULL;
}

static char *
answer_confidentiality (const AmpReport *report)
{
  return g_strdup ("disclosed");
}

static char *
answer_unintelligible (const AmpReport *report)
{
  return report->severity != NULL ? g_strdup (report->severity->is_unintelligible ? "yes" : "no") : NULL;
}

static char *
dup_figure (const AmpReport *report, const char *id)
{
  const AmpReportFigure *figure = amp_report_find_figure (report, id);

  if (figure == NULL)
    return NULL;
  /* translators: a number, and what to know about it */
  return figure->note != NULL && !figure->is_masked ? g_strdup_printf (_ ("%s (%s)"), figure->text, figure->note) : g_strdup (figure->text);
}

static char *
answer_persons (const AmpReport *report)
{
  return dup_figure (report, "persons");
}

static char *
answer_precision (const AmpReport *report)
{
  return g_strdup (report->total_is_masked ? "unknown" : "approximate");
}

static char *
answer_minors (const AmpReport *report)
{
  return dup_figure (report, "minors");
}

static char *
answer_records (const AmpReport *report)
{
  return dup_figure (report, "records");
}

/* Whether anybody is in the row; a masked row counts somebody. */
static gboolean
has_row (const AmpReport *report, AmpKey key, const char *code)
{
  const AmpReportTable *table = amp_report_find_table (report, key);
  const AmpTableRow    *row = amp_table_find_row (table->table, code);

  return row != NULL && (row->is_masked || row->persons > 0);
}

static gboolean
has_minors (const AmpReport *report)
{
  for (guint band = 0; band < AMP_N_AGE_BANDS; band++)
    if (amp_age_band_is_minor (band) && has_row (report, AMP_KEY_AGE, amp_age_band_get_code (band)))
      return TRUE;
  return FALSE;
}

static char *
answer_people (const AmpReport *report)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  if (has_row (report, AMP_KEY_CATEGORY, amp_category_get_code (AMP_CATEGORY_HEALTH)))
    g_strv_builder_add (words, _ ("patients"));
  if (has_row (report, AMP_KEY_CATEGORY, amp_category_get_code (AMP_CATEGORY_PROFESSIONAL)))
    g_strv_builder_add (words, _ ("people with professional data"));
  if (has_minors (report))
    g_strv_builder_add (words, _ ("minors"));
  list = g_strv_builder_end (words);
  return list[0] != NULL ? g_strjoinv (C_ ("separator", "; "), list) : NULL;
}

static char *
answer_vulnerable (const AmpReport *report)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  if (has_minors (report))
    g_strv_builder_add (words, _ ("minors"));
  if (has_row (report, AMP_KEY_AGE, amp_age_band_get_code (AMP_AGE_BAND_75)))
    g_strv_builder_add (words, _ ("people of 75 years and over"));
  if (has_row (report, AMP_KEY_CATEGORY, amp_category_get_code (AMP_CATEGORY_HEALTH)))
    g_strv_builder_add (words, _ ("patients"));
  list = g_strv_builder_end (words);
  return list[0] != NULL ? g_strjoinv (C_ ("separator", "; "), list) : NULL;
}

static void
append_row (GString *text, const AmpReport *report, const AmpTableRow *row)
{
  g_autofree char *persons = row->is_masked ? g_strdup (_ ("masked")) : amp_number_format_count (report->is_french, row->persons);

  if (text->len > 0)
    g_string_append (text, C_ ("separator", "; "));
  /* translators: a place or category, then its persons */
  g_string_append_printf (text, _ ("%s: %s"), row->label, persons);
}

static void
append_others (GString *text, const AmpReport *report, guint n_others)
{
  g_autofree char *number = amp_number_format_count (report->is_french, n_others);

  if (n_others == 0)
    return;
  if (text->len > 0)
    g_string_append (text, C_ ("separator", "; "));
  g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%s other, masked ones included", "%s others, masked ones included", n_others), number);
}

/* The rows of a table in its order, with their persons. */
static char *
dup_rows (const AmpReport *report, AmpKey key, guint max_named, gboolean with_masked)
{
  const AmpReportTable *table = amp_report_find_table (report, key);
  GString              *text = g_string_new (NULL);
  guint                 n_named = 0;
  guint                 n_others = 0;

  for (guint i = 0; i < table->order->len; i++)
    {
      const AmpTableRow *row = amp_report_table_get_row (table, i);

      if (row->persons == 0 && !row->is_masked)
        continue;
      if (n_named < max_named && (with_masked || !row->is_masked))
        append_row (text, report, row);
      else
        n_others++;
      n_named += with_masked || !row->is_masked;
    }
  append_others (text, report, n_others);
  if (table->is_withheld)
    g_string_append (text, _ ("withheld: too few persons"));
  return g_string_free (text, text->len == 0);
}

static char *
answer_categories (const AmpReport *report)
{
  return dup_rows (report, AMP_KEY_CATEGORY, AMP_N_CATEGORIES, TRUE);
}

static char *
answer_places (const AmpReport *report)
{
  return dup_rows (report, AMP_KEY_DEPARTEMENT, MAX_NAMED, FALSE);
}

static char *
answer_countries (const AmpReport *report)
{
  return dup_rows (report, AMP_KEY_COUNTRY, MAX_NAMED, FALSE);
}

static char *
answer_special (const AmpReport *report)
{
  GString *text = g_string_new (NULL);

  for (guint category = 0; category < AMP_N_CATEGORIES; category++)
    {
      guint article = amp_category_get_article (category);

      if ((article != 9 && article != 10) || !has_row (report, AMP_KEY_CATEGORY, amp_category_get_code (category)))
        continue;
      if (text->len > 0)
        g_string_append (text, C_ ("separator", "; "));
      /* translators: a category of data, and the article of the GDPR on it */
      g_string_append_printf (text, _ ("%s (article %u)"), amp_category_get_label (category), article);
    }
  return g_string_free (text, text->len == 0);
}

static char *
answer_consequences (const AmpReport *report)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_auto (GStrv) found = NULL;

  for (guint category = 0; category < AMP_N_CATEGORIES; category++)
    if (has_row (report, AMP_KEY_CATEGORY, amp_category_get_code (category)))
      g_ptr_array_add (codes, (gpointer) amp_category_get_code (category));
  g_ptr_array_add (codes, NULL);
  found = amp_notification_form_list_consequences ((const char *const *) codes->pdata, report->is_french);
  return g_strjoinv (C_ ("separator", "; "), found);
}

static char *
answer_severity (const AmpReport *report)
{
  g_autofree char *score = NULL;

  if (report->severity == NULL)
    return NULL;
  score = amp_number_format_decimal (report->is_french, report->severity->score, 2);
  /* translators: a band of ENISA's method, the score, and the step of the CNIL's scale */
  return g_strdup_printf (_ ("%s (ENISA, score %s); CNIL scale: %s"), amp_severity_band_get_label (report->severity->band), score, amp_severity_band_get_cnil_label (report->severity->band));
}

static char *
answer_severity_method (const AmpReport *report)
{
  const AmpSeverity *severity = report->severity;
  g_autofree char   *computed = NULL;

  if (severity == NULL)
    return NULL;
  computed = amp_number_format_decimal (report->is_french, severity->computed_score, 2);
  if (!severity->is_adjusted)
    return g_strdup (_ ("ENISA, “Recommendations for a methodology of the assessment of severity of personal data breaches”, 2013: SE = DPC × EI + CB."));
  return g_strdup_printf (_ ("ENISA, “Recommendations for a methodology of the assessment of severity of personal data breaches”, 2013: SE = DPC × EI + CB. Adjusted by the analyst; %s as computed."), computed);
}

static char *
answer_sources (const AmpReport *report)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < report->sources->len; i++)
    {
      const AmpReportSource *source = g_ptr_array_index (report->sources, i);
      g_autofree char       *bytes = amp_number_format_bytes (report->is_french, source->facts->bytes);

      /* translators: a file, its size, and the name and value of its hash */
      g_string_append_printf (text, _ ("%s%s, %s, SHA-256 %s"), i > 0 ? "\n" : "", source->name, bytes, source->facts->sha256 != NULL ? source->facts->sha256 : "–");
    }
  return g_string_free (text, text->len == 0);
}

static char *
dup_told (const AmpReport *report, gint64 count)
{
  return amp_number_format_count (report->is_french, amp_table_round_count (count, report->round_to));
}

static char *
answer_rows (const AmpReport *report)
{
  gint64           counts[3] = { 0 };
  g_autofree char *records = NULL;
  g_autofree char *malformed = NULL;
  g_autofree char *aside = NULL;

  for (guint i = 0; i < report->sources->len; i++)
    {
      const AmpSourceFacts *facts = ((const AmpReportSource *) g_ptr_array_index (report->sources, i))->facts;

      counts[0] += facts->records;
      counts[1] += facts->malformed;
      counts[2] += facts->skipped;
    }
  records = dup_told (report, counts[0]);
  malformed = dup_told (report, counts[1]);
  aside = dup_told (report, counts[2]);
  /* translators: three numbers of rows */
  return g_strdup_printf (_ ("Records: %s, malformed among them: %s; rows set aside (headers, empty rows): %s"), records, malformed, aside);
}

/* What another run needs to count the same. */
static char *
answer_settings (const AmpReport *report)
{
  GString         *text = g_string_new (NULL);
  g_autofree char *day = amp_number_format_date (report->is_french, report->facts->as_of);
  g_autofree char *basis = report->facts->place_basis != NULL ? amp_place_basis_label_dup (report->facts->place_basis) : NULL;

  for (guint i = 0; i < report->sources->len; i++)
    {
      const AmpReportSource *source = g_ptr_array_index (report->sources, i);
      g_autofree char       *dialect = amp_report_source_dup_dialect (source);

      /* translators: a file, and how it was read */
      g_string_append_printf (text, _ ("%s: %s\n"), source->name, dialect);
    }
  /* translators: whose places the geography is made of, and a day */
  g_string_append_printf (text, _ ("Basis of the geography: %s; ages on %s"), basis != NULL ? basis : "–", day);
  return g_string_free (text, FALSE);
}

static char *
answer_program (const AmpReport *report)
{
  const char *wrote = report->facts->program != NULL ? report->facts->program : "–";

  /* translators: the version of the program, and the one that made the case */
  return g_strdup_printf (_ ("Ampleur %s (case made with %s)"), AMP_VERSION, wrote);
}

static char *
answer_threshold (const AmpReport *report)
{
  return g_strdup (report->masking);
}

static char *
answer_filter (const AmpReport *report)
{
  return g_strdup (report->filter != NULL ? report->filter : _ ("none: the whole case"));
}

/* clang-format off */
static const AnswerRow answers[] = {
  { "controller",         answer_controller },
  { "reporter",           answer_analyst },
  { "confidentiality",    answer_confidentiality },
  { "unintelligible",     answer_unintelligible },
  { "people_categories",  answer_people },
  { "people_number",      answer_persons },
  { "people_precision",   answer_precision },
  { "minors",             answer_minors },
  { "vulnerable",         answer_vulnerable },
  { "places",             answer_places },
  { "data_categories",    answer_categories },
  { "records",            answer_records },
  { "special_categories", answer_special },
  { "consequences",       answer_consequences },
  { "severity",           answer_severity },
  { "severity_method",    answer_severity_method },
  { "countries",          answer_countries },
  { "sources",            answer_sources },
  { "rows",               answer_rows },
  { "settings",           answer_settings },
  { "program",            answer_program },
  { "threshold",          answer_threshold },
  { "filter",             answer_filter },
  { "operator",           answer_analyst },
  { "legal_basis",        answer_legal_basis },
  { "mandate_reference",  answer_mandate_reference },
};
/* clang-format on */

char *
amp_notification_answer (const AmpReport *report, const AmpNotificationField *field)
{
  g_return_val_if_fail (report != NULL && field != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    if (g_str_equal (answers[i].code, field->code))
      return answers[i].answer (report);
  return NULL;
}

char *
amp_notification_dup_shown (const AmpReport *report, const AmpNotificationField *field, const char *answer)
{
  const AmpNotificationChoice *choice = field->kind == AMP_NOTIFICATION_CHOICE ? amp_notification_form_find_choice (field, answer) : NULL;

  g_return_val_if_fail (report != NULL && answer != NULL, NULL);

  if (choice != NULL)
    return g_strdup (choice->labels[report->is_french ? 1 : 0]);
  return field->kind == AMP_NOTIFICATION_TIME ? amp_notification_dup_time (answer, report->is_french) : g_strdup (answer);
}
