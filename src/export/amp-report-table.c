/* The tables of a report: counted, masked, and put in an order that tells
 * nothing of what is masked. */
#include "amp-report-private.h"

#include "amp-disclosure.h"
#include "amp-display-text.h"
#include "amp-export-error.h"
#include "amp-person-facts.h"
#include "amp-report-crossing.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  AmpKey      key;
  const char *group;
  const char *title;
  const char *note;
} TableRow;

/* In the order of the report. */
/* clang-format off */
static const TableRow TABLES[] = {
  { AMP_KEY_REGION, N_("Where"), N_("Persons by region"), NULL },
  { AMP_KEY_DEPARTEMENT, N_("Where"), N_("Persons by département"), NULL },
  { AMP_KEY_EPCI, N_("Where"), N_("Persons by agglomeration (EPCI)"), NULL },
  { AMP_KEY_COMMUNE, N_("Where"), N_("Persons by commune"), NULL },
  { AMP_KEY_COUNTRY, N_("Where"), N_("Persons by country"), NULL },
  { AMP_KEY_CATEGORY, N_("Which data"), N_("Persons by category of data"), N_("A person counts in every category that their records hold, so the rows do not add up to the total.") },
  { AMP_KEY_SENSITIVITY, N_("Which data"), N_("Persons by sensitivity of data"), N_("A person counts in every class that their records hold, so the rows do not add up to the total.") },
  { AMP_KEY_SEVERITY, N_("Which data"), N_("Persons by severity"), N_("Each person rated by the categories of data exposed about them. ENISA’s method rates a breach as a whole; rating each person by it is an extension.") },
  { AMP_KEY_FIELD, N_("Which data"), N_("Persons by field of the dump"), N_("A person counts in every field that is filled in at least one of their records.") },
  { AMP_KEY_AGE, N_("Who"), N_("Persons by age"), NULL },
  { AMP_KEY_SEX, N_("Who"), N_("Persons by sex"), NULL },
  { AMP_KEY_PLACE_QUALITY, N_("How sure"), N_("Persons by quality of the place"), NULL },
  { AMP_KEY_SOURCE, N_("How sure"), N_("Persons by source"), N_("A person whose records stand in several sources counts in each of them.") },
};
/* clang-format on */

/* Headers and file names come from the dump. */
static void
make_labels_safe (AmpTable *table)
{
  for (guint i = 0; i < amp_table_get_n_rows (table); i++)
    {
      AmpTableRow     *row = amp_table_get_row (table, i);
      g_autofree char *label = amp_display_text_escape (row->label);

      if (label[0] == '\0')
        {
          g_free (label);
          label = g_strdup_printf (_ ("(no header) %s"), row->code);
        }
      g_free (row->label);
      row->label = g_steal_pointer (&label);
    }
}

static int
compare_codes (const char *a, const char *b)
{
  guint64  numbers[2];
  gboolean are_numbers = g_ascii_string_to_unsigned (a, 10, 0, G_MAXUINT32, &numbers[0], NULL) &&
                         g_ascii_string_to_unsigned (b, 10, 0, G_MAXUINT32, &numbers[1], NULL);

  if (are_numbers && numbers[0] != numbers[1])
    return numbers[0] < numbers[1] ? -1 : 1;
  return strcmp (a, b);
}

/* Masked rows last, by code: their place among the others would tell between
 * which counts theirs lies. Those without a place come after the places. Ages
 * and severities keep an order of their own. */
static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  AmpTable          *table = data;
  const AmpTableRow *first = amp_table_get_row (table, *(const guint *) a);
  const AmpTableRow *second = amp_table_get_row (table, *(const guint *) b);

  if (amp_table_get_key (table) == AMP_KEY_AGE)
    {
      AmpAgeBand bands[2] = { AMP_N_AGE_BANDS, AMP_N_AGE_BANDS };

      amp_age_band_from_code (first->code, &bands[0]);
      amp_age_band_from_code (second->code, &bands[1]);
      return (int) bands[0] - (int) bands[1];
    }
  if (amp_table_get_key (table) == AMP_KEY_SEVERITY)
    return *(const guint *) a < *(const guint *) b ? -1 : 1;
  if (first->is_masked != second->is_masked)
    return first->is_masked ? 1 : -1;
  if ((first->code[0] == '\0') != (second->code[0] == '\0'))
    return first->code[0] == '\0' ? 1 : -1;
  if (first->persons != second->persons)
    return first->persons > second->persons ? -1 : 1;
  if (first->records != second->records)
    return first->records > second->records ? -1 : 1;
  return compare_codes (first->code, second->code);
}

static void
order_rows (AmpReportTable *self)
{
  for (guint i = 0; i < amp_table_get_n_rows (self->table); i++)
    {
      const AmpTableRow *row = amp_table_get_row (self->table, i);

      g_array_append_val (self->order, i);
      self->n_masked += row->is_masked;
      self->has_population = self->has_population || row->population > 0;
    }
  g_array_sort_with_data (self->order, compare_rows, self->table);
}

static AmpReportTable *
table_new (const TableRow *row, AmpTable *table)
{
  AmpReportTable *self = g_new0 (AmpReportTable, 1);

  self->id = g_strdup (amp_key_get_code (row->key));
  self->group = _ (row->group);
  self->title = g_strdup (_ (row->title));
  self->note = g_strdup (row->note != NULL ? _ (row->note) : NULL);
  self->table = table;
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

static GPtrArray *
count_tables (AmpReport *self, const AmpSelection *selection, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) amp_table_unref);

  for (guint i = 0; i < G_N_ELEMENTS (TABLES); i++)
    {
      /* Severities are counted here, too. */
      AmpTable *table = amp_case_tabulate (self->opened, TABLES[i].key, selection, cancellable, error);

      if (table == NULL)
        return NULL;
      g_ptr_array_add (tables, table);
    }
  return g_steal_pointer (&tables);
}

static gboolean
fail (GError **error)
{
  g_set_error_literal (error, AMP_EXPORT_ERROR, AMP_EXPORT_ERROR_DISCLOSURE, _ ("The small counts of this report cannot be protected: they could be worked out from the others. Export the whole case, or another part of it"));
  return FALSE;
}

/* A report of the whole case tells what it tells, whatever others there are. */
static AmpDisclosure *
protect_whole (AmpReport *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) tables = count_tables (self, NULL, cancellable, error);
  g_autoptr (AmpDisclosure) whole = NULL;

  if (tables == NULL)
    return NULL;
  whole = amp_disclosure_new (tables);
  if (amp_disclosure_protect (whole, NULL, self->gazetteer, self->min_cell))
    return g_steal_pointer (&whole);
  fail (error);
  return NULL;
}

static gboolean
protect (AmpReport *self, AmpDisclosure *told, const AmpSelection *selection, GCancellable *cancellable, GError **error)
{
  g_autoptr (AmpDisclosure) whole = NULL;

  if (self->min_cell > 0 && !amp_selection_is_empty (selection))
    {
      whole = protect_whole (self, cancellable, error);
      if (whole == NULL)
        return FALSE;
    }
  return amp_disclosure_protect (told, whole, self->gazetteer, self->min_cell) || fail (error);
}

static void
add_table (AmpReport *self, const AmpDisclosure *told, guint index)
{
  AmpTable       *counted = g_ptr_array_index (told->tables, index);
  AmpReportTable *table = table_new (&TABLES[index], amp_table_ref (counted));

  make_labels_safe (counted);
  if (self->round_to > 1)
    amp_table_round (counted, self->round_to);
  table->is_withheld = told->withheld[index];
  if (!table->is_withheld)
    order_rows (table);
  g_ptr_array_add (self->tables, table);
}

/* Returns none where there are none to tell; NULL with an error. */
static GPtrArray *
count_crossings (AmpReport *self, AmpDisclosure *told, const AmpSelection *selection, GCancellable *cancellable, GError **error)
{
  if (!amp_selection_is_empty (selection) || told->hides_everything)
    return g_ptr_array_new ();
  return amp_report_count_crossings (self, told, cancellable, error);
}

gboolean
amp_report_build_tables (AmpReport *self, const AmpSelection *selection, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) tables = count_tables (self, selection, cancellable, error);
  g_autoptr (AmpDisclosure) told = NULL;
  g_autoptr (GPtrArray) crossings = NULL;

  if (tables == NULL)
    return FALSE;
  told = amp_disclosure_new (tables);
  if (!protect (self, told, selection, cancellable, error))
    return FALSE;
  crossings = count_crossings (self, told, selection, cancellable, error);
  if (crossings == NULL)
    return FALSE;
  for (guint i = 0; i < tables->len; i++)
    add_table (self, told, i);
  if (crossings->len > 0)
    amp_report_add_crossings (self, crossings);
  self->minors_is_masked = told->minors_is_masked;
  self->total_is_masked = told->hides_everything;
  return TRUE;
}
