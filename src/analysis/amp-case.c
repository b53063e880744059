/* AmpCase: joins the counts of a case with names, populations and coordinates. */
#include "amp-case.h"

#include "amp-annotations.h"
#include "amp-case-private.h"
#include "amp-case-severity.h"
#include "amp-case-writer.h"
#include "amp-label.h"
#include "amp-statistics.h"

struct _AmpCase
{
  GObject parent_instance;

  AmpCaseFile  *file;
  AmpGazetteer *gazetteer;
  AmpCaseFacts  facts;
};

G_DEFINE_FINAL_TYPE (AmpCase, amp_case, G_TYPE_OBJECT)

static void
read_sources (AmpCase *self)
{
  for (guint i = 0; i < amp_case_file_get_n_sources (self->file); i++)
    {
      const AmpSourceFacts *source = amp_case_file_get_source (self->file, i);

      self->facts.malformed += source->malformed;
      self->facts.unplaced += source->unplaced;
      g_ptr_array_add (self->facts.sources, (gpointer) source);
    }
}

static void
read_facts (AmpCase *self)
{
  AmpCaseFacts *facts = &self->facts;

  facts->mandate = amp_case_file_get_mandate (self->file);
  facts->as_of = amp_case_file_get_text (self->file, AMP_FACT_AS_OF);
  facts->program = amp_case_file_get_text (self->file, AMP_FACT_PROGRAM);
  facts->place_basis = amp_case_file_get_text (self->file, AMP_FACT_PLACE_BASIS);
  facts->records = amp_case_file_get_records (self->file);
  facts->persons = amp_case_file_get_persons (self->file);
  facts->persons_lowest = facts->persons;
  facts->persons_highest = facts->persons;
  amp_case_file_get_number (self->file, AMP_FACT_PERSONS_LOWEST, &facts->persons_lowest);
  amp_case_file_get_number (self->file, AMP_FACT_PERSONS_HIGHEST, &facts->persons_highest);
  for (guint rule = 0; rule < AMP_N_JOINING_RULES; rule++)
    {
      g_autofree char *name = g_strdup_printf (AMP_FACT_RULE_PREFIX "%u", rule + 1);

      amp_case_file_get_number (self->file, name, &facts->joined[rule]);
    }
  read_sources (self);
  for (guint i = 0; i < amp_case_file_get_n_fields (self->file); i++)
    g_ptr_array_add (facts->fields, (gpointer) amp_case_file_get_field (self->file, i));
}

AmpCase *
amp_case_open (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (AmpCase) self = g_object_new (AMP_TYPE_CASE, NULL);

  g_return_val_if_fail (path != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  self->file = amp_case_file_open (path, error);
  if (self->file == NULL)
    return NULL;
  self->gazetteer = amp_gazetteer_new (error);
  if (self->gazetteer == NULL)
    return NULL;
  read_facts (self);
  return g_steal_pointer (&self);
}

const char *
amp_case_get_path (AmpCase *self)
{
  g_return_val_if_fail (AMP_IS_CASE (self), NULL);
  return amp_case_file_get_path (self->file);
}

const AmpCaseFacts *
amp_case_get_facts (AmpCase *self)
{
  g_return_val_if_fail (AMP_IS_CASE (self), NULL);
  return &self->facts;
}

AmpGazetteer *
amp_case_get_gazetteer (AmpCase *self)
{
  g_return_val_if_fail (AMP_IS_CASE (self), NULL);
  return self->gazetteer;
}

AmpCaseFile *
amp_case_get_file (AmpCase *self)
{
  g_return_val_if_fail (AMP_IS_CASE (self), NULL);
  return self->file;
}

char **
amp_case_verify (AmpCase *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (AMP_IS_CASE (self), NULL);
  return amp_case_file_verify (self->file, cancellable, error);
}

gboolean
amp_case_set_annotation (AmpCase *self, const char *name, const char *json, GError **error)
{
  g_return_val_if_fail (AMP_IS_CASE (self), FALSE);
  return amp_annotations_set (self->file, name, json, error);
}

char *
amp_case_dup_annotation (AmpCase *self, const char *name, GError **error)
{
  g_return_val_if_fail (AMP_IS_CASE (self), NULL);
  return amp_annotations_dup (self->file, name, error);
}

char **
amp_case_list_annotations (AmpCase *self, const char *prefix, GError **error)
{
  g_return_val_if_fail (AMP_IS_CASE (self), NULL);
  return amp_annotations_list (self->file, prefix, error);
}

/* A field is known by its position, after its source's number and a dot where
 * there are several sources. */
static const char *
find_header (AmpCase *self, const char *code)
{
  const char *dot = strchr (code, '.');
  guint64     source = dot != NULL ? g_ascii_strtoull (code, NULL, 10) : 1;
  guint64     position = g_ascii_strtoull (dot != NULL ? dot + 1 : code, NULL, 10);

  for (guint i = 0; i < self->facts.fields->len; i++)
    {
      const AmpFieldFacts *field = g_ptr_array_index (self->facts.fields, i);

      if (field->source + 1 == source && field->position == position)
        return field->header;
    }
  return NULL;
}

/* Sources and fields are known by number: their labels are their names. */
static const char *
find_name (AmpCase *self, AmpKey key, const char *code)
{
  guint64 number;

  if (key == AMP_KEY_FIELD)
    return find_header (self, code);
  if (key == AMP_KEY_SOURCE && g_ascii_string_to_unsigned (code, 10, 1, self->facts.sources->len, &number, NULL))
    return ((const AmpSourceFacts *) g_ptr_array_index (self->facts.sources, number - 1))->name;
  return NULL;
}

gboolean
amp_case_knows_code (AmpCase *self, AmpKey key, const char *code)
{
  const AmpArea *area;

  g_return_val_if_fail (AMP_IS_CASE (self), FALSE);
  g_return_val_if_fail (code != NULL, FALSE);

  if (key == AMP_KEY_SOURCE)
    return find_name (self, key, code) != NULL;
  if (!amp_key_is_place (key) || code[0] == '\0')
    return TRUE;
  area = amp_label_find_area (self->gazetteer, key, code);
  return area != NULL && g_str_equal (area->code, code);
}

char *
amp_case_dup_term_label (AmpCase *self, AmpKey key, const char *code)
{
  const char *name;

  g_return_val_if_fail (AMP_IS_CASE (self), NULL);
  g_return_val_if_fail (code != NULL, NULL);

  name = find_name (self, key, code);
  return name != NULL ? g_strdup (name) : amp_label_dup (self->gazetteer, key, code);
}

static void
add_row (AmpCase *self, AmpTable *table, const AmpCount *count)
{
  AmpKey           key = amp_table_get_key (table);
  g_autofree char *label = amp_case_dup_term_label (self, key, count->code);
  AmpTableRow     *row = amp_table_add_row (table, count->code, label);
  const AmpArea   *area = amp_label_find_area (self->gazetteer, key, count->code);

  row->records = count->records;
  row->persons = count->persons;
  row->sensitive_persons = count->sensitive_persons;
  if (area == NULL)
    return;
  row->population = area->population;
  row->latitude = area->latitude;
  row->longitude = area->longitude;
  row->is_located = area->is_located;
  row->is_approximate = area->is_approximate;
}

AmpTable *
amp_case_tabulate (AmpCase *self, AmpKey key, const AmpSelection *selection, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) counts = NULL;
  AmpCount  total;
  AmpTable *table;

  g_return_val_if_fail (AMP_IS_CASE (self), NULL);

  if (key == AMP_KEY_SEVERITY)
    return amp_case_tabulate_severity (self, selection, cancellable, error);
  counts = amp_statistics_count (self->file, key, selection, &total, cancellable, error);
  if (counts == NULL)
    return NULL;
  table = amp_table_new (key, total.records, total.persons);
  for (guint i = 0; i < counts->len; i++)
    add_row (self, table, &g_array_index (counts, AmpCount, i));
  return table;
}

static void
summarize_communes (const GArray *counts, AmpSummary *summary)
{
  for (guint i = 0; i < counts->len; i++)
    {
      const AmpCount *count = &g_array_index (counts, AmpCount, i);

      summary->communes += count->code[0] != '\0' && count->persons > 0;
      summary->sensitive_persons += count->sensitive_persons;
    }
}

static void
summarize_ages (const GArray *counts, AmpSummary *summary)
{
  for (guint i = 0; i < counts->len; i++)
    {
      const AmpCount *count = &g_array_index (counts, AmpCount, i);
      AmpAgeBand      band;

      if (!amp_age_band_from_code (count->code, &band) || band == AMP_AGE_BAND_UNKNOWN)
        continue;
      summary->minors_known += count->persons;
      if (amp_age_band_is_minor (band))
        summary->minors += count->persons;
    }
}

static void
summarize_countries (const GArray *counts, AmpSummary *summary)
{
  for (guint i = 0; i < counts->len; i++)
    if (g_array_index (counts, AmpCount, i).code[0] == '\0')
      summary->unplaced_persons += g_array_index (counts, AmpCount, i).persons;
}

/* From counts rather than tables: nobody reads the names of 35,000 communes here. */
gboolean
amp_case_summarize (AmpCase *self, const AmpSelection *selection, AmpSummary *summary, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) communes = NULL;
  g_autoptr (GArray) ages = NULL;
  g_autoptr (GArray) countries = NULL;
  AmpCount total;

  g_return_val_if_fail (AMP_IS_CASE (self), FALSE);
  g_return_val_if_fail (summary != NULL, FALSE);

  communes = amp_statistics_count (self->file, AMP_KEY_COMMUNE, selection, &total, cancellable, error);
  if (communes == NULL)
    return FALSE;
  ages = amp_statistics_count (self->file, AMP_KEY_AGE, selection, NULL, cancellable, error);
  if (ages == NULL)
    return FALSE;
  countries = amp_statistics_count (self->file, AMP_KEY_COUNTRY, selection, NULL, cancellable, error);
  if (countries == NULL)
    return FALSE;

  *summary = (AmpSummary){ .records = total.records, .persons = total.persons };
  summarize_communes (communes, summary);
  summarize_ages (ages, summary);
  summarize_countries (countries, summary);
  return TRUE;
}

static void
amp_case_finalize (GObject *object)
{
  AmpCase *self = AMP_CASE (object);

  g_clear_pointer (&self->facts.sources, g_ptr_array_unref);
  g_clear_pointer (&self->facts.fields, g_ptr_array_unref);
  g_clear_pointer (&self->file, amp_case_file_unref);
  g_clear_pointer (&self->gazetteer, amp_gazetteer_unref);
  G_OBJECT_CLASS (amp_case_parent_class)->finalize (object);
}

static void
amp_case_class_init (AmpCaseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = amp_case_finalize;
}

static void
amp_case_init (AmpCase *self)
{
  self->facts.sources = g_ptr_array_new ();
  self->facts.fields = g_ptr_array_new ();
}
