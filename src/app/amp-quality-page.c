/* AmpQualityPage: see the header.
 *
 * Invariant: rows that were added to a group are remembered, and removed when
 * another case is shown. The job that reads the malformed rows opens the case by
 * itself: an opened case serves one thread. */
#define G_LOG_DOMAIN "amp-quality-page"

#include "amp-quality-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "amp-breakdown-card.h"
#include "amp-display-text.h"
#include "amp-fact-rows.h"
#include "amp-figure-text.h"
#include "amp-job.h"
#include "amp-malformed-count.h"
#include "amp-person-rule-label.h"
#include "amp-person-resolver.h"
#include "amp-unplaced-count.h"

struct _AmpQualityPage
{
  AmpCaseView parent_instance;

  /* Template */
  GtkWidget           *content;
  AdwPreferencesGroup *records_group;
  AdwPreferencesGroup *unplaced_group;
  AdwPreferencesGroup *malformed_group;
  AdwPreferencesGroup *identifiers_group;
  AdwPreferencesGroup *persons_group;
  AdwPreferencesGroup *rules_group;
  AdwPreferencesGroup *sources_group;

  /* Owned */
  GPtrArray *rows; /* of Placed */
  AmpJob    *job;
  AmpJob    *unplaced_job;
};

/* A row and the group that holds it. */
typedef struct
{
  AdwPreferencesGroup *group;
  GtkWidget           *row;
} Placed;

G_DEFINE_FINAL_TYPE (AmpQualityPage, amp_quality_page, AMP_TYPE_CASE_VIEW)

static void
add (AmpQualityPage *self, AdwPreferencesGroup *group, GtkWidget *row)
{
  Placed *placed = g_new0 (Placed, 1);

  placed->group = group;
  placed->row = row;
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, placed);
}

static void
clear (AmpQualityPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Placed *placed = g_ptr_array_index (self->rows, i);

      adw_preferences_group_remove (placed->group, placed->row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
show_records (AmpQualityPage *self, const AmpCaseFacts *facts)
{
  gint64 skipped = 0;

  for (guint i = 0; i < facts->sources->len; i++)
    skipped += ((const AmpSourceFacts *) g_ptr_array_index (facts->sources, i))->skipped;
  add (self, self->records_group, amp_fact_row_new_count (_ ("Records"), _ ("Data rows with at least one filled value, malformed ones included"), facts->records));
  add (self, self->records_group, amp_fact_row_new_count (_ ("Malformed"), _ ("Records whose row could not be read as its header announces; they are imported as far as they go"), facts->malformed));
  add (self, self->records_group, amp_fact_row_new_count (_ ("Without a place"), _ ("Records whose address, postal code and city name no place with certainty"), facts->unplaced));
  add (self, self->records_group, amp_fact_row_new_count (_ ("Skipped rows"), _ ("Headers and their repeats, lines before the table, rows without a filled value: they are no records"), skipped));
}

static void
show_persons (AmpQualityPage *self, const AmpCaseFacts *facts)
{
  add (self, self->persons_group, amp_fact_row_new_count (_ ("Persons"), _ ("Records joined by the rules below and by no other; a record that no rule joins is a person of its own"), facts->persons));
  add (self, self->persons_group, amp_fact_row_new_count (_ ("At least"), _ ("If whatever may be one person were one: the same name and birth date in two communes, or something shared that nothing contradicts"), facts->persons_lowest));
  add (self, self->persons_group, amp_fact_row_new_count (_ ("At most"), _ ("If exact keys alone made one person: social-security number and birth date, or name, birth date and commune"), facts->persons_highest));
  for (guint i = 0; i < AMP_N_JOINING_RULES; i++)
    add (self, self->rules_group, amp_fact_row_new_count (amp_person_rule_get_label (i), NULL, facts->joined[i]));
}

static void
add_to_source (GtkWidget *expander, const char *title, const char *value)
{
  if (value != NULL && value[0] != '\0')
    adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), amp_fact_row_new (title, NULL, value));
}

static void
add_count_to_source (GtkWidget *expander, const char *title, gint64 count)
{
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), amp_fact_row_new_count (title, NULL, count));
}

/* A tab or a control character would not be seen. */
static char *
dup_delimiter (const char *delimiter)
{
  if (g_strcmp0 (delimiter, "\t") == 0)
    return g_strdup (_ ("Tab"));
  return delimiter != NULL ? amp_display_text_escape (delimiter) : NULL;
}

static GtkWidget *
create_source (const AmpSourceFacts *source)
{
  g_autofree char *name = amp_display_text_escape (source->name);
  g_autofree char *size = g_format_size (source->bytes);
  g_autofree char *delimiter = dup_delimiter (source->delimiter);
  GtkWidget       *row = g_object_new (ADW_TYPE_EXPANDER_ROW, "use-markup", FALSE, "title", name, "subtitle", size, NULL);

  add_to_source (row, _ ("SHA-256"), source->sha256);
  add_to_source (row, _ ("Format"), source->format);
  add_to_source (row, _ ("Encoding"), source->encoding);
  add_to_source (row, _ ("Delimiter"), delimiter);
  add_to_source (row, _ ("Quotes"), source->quote);
  add_to_source (row, _ ("Line ends"), source->line_end);
  add_count_to_source (row, _ ("Fields"), source->n_fields);
  add_count_to_source (row, _ ("Lines"), source->lines);
  add_count_to_source (row, _ ("Records"), source->records);
  add_count_to_source (row, _ ("Malformed"), source->malformed);
  add_count_to_source (row, _ ("Without a place"), source->unplaced);
  add_count_to_source (row, _ ("Skipped rows"), source->skipped);
  return row;
}

static void
show_sources (AmpQualityPage *self, const AmpCaseFacts *facts)
{
  for (guint i = 0; i < facts->sources->len; i++)
    add (self, self->sources_group, create_source (g_ptr_array_index (facts->sources, i)));
}

static gpointer
read_malformed (AmpJob *job, gpointer path, GCancellable *cancellable, GError **error)
{
  g_autoptr (AmpCase) opened = amp_case_open (path, cancellable, error);

  return opened != NULL ? amp_malformed_count_new (opened, cancellable, error) : NULL;
}

static char *
dup_place_of (AmpQualityPage *self, const AmpMalformedRow *row)
{
  const GPtrArray *sources = amp_case_get_facts (amp_case_view_get_case (AMP_CASE_VIEW (self)))->sources;
  g_autofree char *line = amp_figure_text_count (row->line);
  g_autofree char *name = NULL;

  if (sources->len < 2 || row->source == 0 || row->source > sources->len)
    /* translators: where a malformed row starts */
    return g_strdup_printf (_ ("Line %s"), line);
  name = amp_display_text_escape (((const AmpSourceFacts *) g_ptr_array_index (sources, row->source - 1))->name);
  /* translators: where a malformed row starts: a file and a line */
  return g_strdup_printf (_ ("%s, line %s"), name, line);
}

static GtkWidget *
create_list (AmpQualityPage *self, const AmpMalformedCount *count)
{
  g_autofree char *listed = amp_figure_text_count (count->listed->len);
  /* translators: %s is a number of rows that are listed, those at the head of the dump */
  g_autofree char *subtitle = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The first %s row", "The first %s rows", count->listed->len), listed);
  GtkWidget       *list = g_object_new (ADW_TYPE_EXPANDER_ROW, "title", _ ("By line"), NULL);

  if (count->rows > count->listed->len)
    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (list), subtitle);
  for (guint i = 0; i < count->listed->len; i++)
    {
      const AmpMalformedRow *row = g_ptr_array_index (count->listed, i);
      g_autofree char       *place = dup_place_of (self, row);

      adw_expander_row_add_row (ADW_EXPANDER_ROW (list), amp_fact_row_new (place, amp_malformed_reason_get_label (row->reason), ""));
    }
  return list;
}

static void
show_malformed (gpointer owner, gpointer result, const GError *error)
{
  AmpQualityPage          *self = owner;
  const AmpMalformedCount *count = result;

  g_clear_object (&self->job);
  if (count == NULL)
    {
      add (self, self->malformed_group, amp_fact_row_new (_ ("The malformed rows cannot be read"), error->message, ""));
      return;
    }
  if (count->rows == 0)
    {
      add (self, self->malformed_group, amp_fact_row_new (C_ ("malformed rows", "None"), _ ("Every row reads as its header announces"), ""));
      return;
    }
  for (guint i = 0; i < count->reasons->len; i++)
    {
      const AmpMalformedReason *reason = g_ptr_array_index (count->reasons, i);

      add (self, self->malformed_group, amp_fact_row_new_count (amp_malformed_reason_get_label (reason->code), NULL, reason->rows));
    }
  add (self, self->malformed_group, create_list (self, count));
}

static const AmpJobKind malformed_job = {
  .work = read_malformed,
  .done = show_malformed,
  .free_input = g_free,
  .free_result = (GDestroyNotify) amp_malformed_count_free,
};

static gpointer
count_unplaced (AmpJob *job, gpointer path, GCancellable *cancellable, GError **error)
{
  g_autoptr (AmpCase) opened = amp_case_open (path, cancellable, error);
  g_autofree gint64 *records = g_new0 (gint64, AMP_N_UNPLACED_REASONS);

  if (opened == NULL || !amp_unplaced_count_run (opened, records, cancellable, error))
    return NULL;
  return g_steal_pointer (&records);
}

static void
show_unplaced (gpointer owner, gpointer result, const GError *error)
{
  AmpQualityPage *self = owner;
  const gint64   *records = result;
  gint64          total = 0;

  g_clear_object (&self->unplaced_job);
  if (records == NULL)
    {
      add (self, self->unplaced_group, amp_fact_row_new (_ ("The records cannot be read"), error->message, ""));
      return;
    }
  for (guint i = 0; i < AMP_N_UNPLACED_REASONS; i++)
    {
      if (records[i] > 0)
        add (self, self->unplaced_group, amp_fact_row_new_count (amp_unplaced_reason_get_label (i), NULL, records[i]));
      total += records[i];
    }
  if (total == 0)
    add (self, self->unplaced_group, amp_fact_row_new (C_ ("records without a place", "None"), _ ("Every record has a place"), ""));
}

static const AmpJobKind unplaced_job = {
  .work = count_unplaced,
  .done = show_unplaced,
  .free_input = g_free,
  .free_result = g_free,
};

/* Other types have checks, too: a blood group that fails its own is no identifier. */
static gboolean
is_identifier (AmpFieldType type)
{
  static const AmpFieldType types[] = {
    AMP_FIELD_TYPE_NIR, AMP_FIELD_TYPE_EMAIL, AMP_FIELD_TYPE_PHONE, AMP_FIELD_TYPE_IBAN, AMP_FIELD_TYPE_BIC, AMP_FIELD_TYPE_CARD,
    AMP_FIELD_TYPE_RPPS, AMP_FIELD_TYPE_FINESS, AMP_FIELD_TYPE_SIREN, AMP_FIELD_TYPE_SIRET, AMP_FIELD_TYPE_POSTAL_CODE,
    AMP_FIELD_TYPE_INSEE_CODE, AMP_FIELD_TYPE_IP, AMP_FIELD_TYPE_IMEI, AMP_FIELD_TYPE_PLATE, AMP_FIELD_TYPE_PASSPORT,
    AMP_FIELD_TYPE_CNI, AMP_FIELD_TYPE_DRIVING_LICENCE, AMP_FIELD_TYPE_TAX_ID
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (types[i] == type)
      return TRUE;
  return FALSE;
}

/* Fields whose type has a check, and where some values of the sample failed it. */
static void
show_identifiers (AmpQualityPage *self, const AmpCaseFacts *facts)
{
  guint n_shown = 0;

  for (guint i = 0; i < facts->fields->len; i++)
    {
      const AmpFieldFacts *field = g_ptr_array_index (facts->fields, i);
      g_autofree char     *header = amp_display_text_escape (field->header);
      g_autofree char     *share = NULL;
      g_autofree char     *note = NULL;

      if (!is_identifier (field->type) || field->valid < 0 || field->valid >= 1 || field->filled == 0)
        continue;
      share = amp_figure_text_share (1 - field->valid);
      /* translators: a field type, a percentage */
      note = g_strdup_printf (_ ("%s: %s of the sample"), amp_field_type_get_label (field->type), share);
      add (self, self->identifiers_group, amp_fact_row_new_count (header, note, (gint64) ((1 - field->valid) * (double) field->filled + 0.5)));
      n_shown++;
    }
  if (n_shown == 0)
    add (self, self->identifiers_group, amp_fact_row_new (C_ ("invalid identifiers", "None"), _ ("Every value of the sample passed its check"), ""));
}

/* None of this depends on the filter: it is told once a case. */
static void
amp_quality_page_refresh (AmpCaseView *view)
{
  AmpQualityPage     *self = AMP_QUALITY_PAGE (view);
  AmpCase            *opened = amp_case_view_get_case (view);
  const AmpCaseFacts *facts = amp_case_get_facts (opened);

  if (self->rows->len > 0)
    return;
  show_records (self, facts);
  show_identifiers (self, facts);
  show_persons (self, facts);
  show_sources (self, facts);
  self->unplaced_job = amp_job_start (&unplaced_job, g_strdup (amp_case_get_path (opened)), self, NULL);
  self->job = amp_job_start (&malformed_job, g_strdup (amp_case_get_path (opened)), self, NULL);
}

static void
amp_quality_page_case_changed (AmpCaseView *view)
{
  AmpQualityPage *self = AMP_QUALITY_PAGE (view);

  amp_job_clear (&self->job);
  amp_job_clear (&self->unplaced_job);
  clear (self);
}

static void
amp_quality_page_dispose (GObject *object)
{
  AmpQualityPage *self = AMP_QUALITY_PAGE (object);

  amp_job_clear (&self->job);
  amp_job_clear (&self->unplaced_job);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), AMP_TYPE_QUALITY_PAGE);
  G_OBJECT_CLASS (amp_quality_page_parent_class)->dispose (object);
}

static void
amp_quality_page_class_init (AmpQualityPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amp_quality_page_dispose;
  AMP_CASE_VIEW_CLASS (klass)->refresh = amp_quality_page_refresh;
  AMP_CASE_VIEW_CLASS (klass)->case_changed = amp_quality_page_case_changed;

  g_type_ensure (AMP_TYPE_BREAKDOWN_CARD);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-quality-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AmpQualityPage, content);
  gtk_widget_class_bind_template_child (widget_class, AmpQualityPage, records_group);
  gtk_widget_class_bind_template_child (widget_class, AmpQualityPage, unplaced_group);
  gtk_widget_class_bind_template_child (widget_class, AmpQualityPage, malformed_group);
  gtk_widget_class_bind_template_child (widget_class, AmpQualityPage, identifiers_group);
  gtk_widget_class_bind_template_child (widget_class, AmpQualityPage, persons_group);
  gtk_widget_class_bind_template_child (widget_class, AmpQualityPage, rules_group);
  gtk_widget_class_bind_template_child (widget_class, AmpQualityPage, sources_group);
}

static void
amp_quality_page_init (AmpQualityPage *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
amp_quality_page_new (void)
{
  return g_object_new (AMP_TYPE_QUALITY_PAGE, NULL);
}
