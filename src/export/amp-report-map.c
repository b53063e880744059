/* Which maps a report holds: of France, and of the area where most people are,
 * if that is a part of France. Chosen from masked figures alone. */
#include "amp-report-private.h"

#include "amp-affected-area.h"
#include "amp-number-format.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char         *id;
  const char         *title;
  AmpKey              key;
  AmpReportMapKind    kind;
  AmpReportMapMeasure measure;
  gboolean            is_affected_area;
} MapRow;

/* clang-format off */
static const MapRow MAPS[] = {
  { "map-departement",          N_("Persons by département"),                          AMP_KEY_DEPARTEMENT, AMP_REPORT_MAP_AREAS,   AMP_REPORT_PERSONS,  FALSE },
  { "map-departement-per-1000", N_("Persons per 1,000 inhabitants by département"),    AMP_KEY_DEPARTEMENT, AMP_REPORT_MAP_AREAS,   AMP_REPORT_PER_1000, FALSE },
  { "map-epci",                 N_("Persons by agglomeration (EPCI)"),                 AMP_KEY_EPCI,        AMP_REPORT_MAP_CIRCLES, AMP_REPORT_PERSONS,  FALSE },
  { "map-epci-area",            N_("Persons by agglomeration (EPCI), affected area"),  AMP_KEY_EPCI,        AMP_REPORT_MAP_CIRCLES, AMP_REPORT_PERSONS,  TRUE },
  { "map-commune-area",         N_("Persons by commune, affected area"),               AMP_KEY_COMMUNE,     AMP_REPORT_MAP_CIRCLES, AMP_REPORT_PERSONS,  TRUE },
};
/* clang-format on */

static gboolean
has_rows (const AmpReportTable *table)
{
  for (guint i = 0; i < table->order->len; i++)
    if (amp_report_table_get_row (table, i)->code[0] != '\0')
      return TRUE;
  return FALSE;
}

#define N_LARGEST 3

/* The largest told row that is none of @named; NULL for none. */
static const AmpTableRow *
find_largest (const AmpReportTable *table, const GPtrArray *named)
{
  const AmpTableRow *largest = NULL;

  for (guint i = 0; i < table->order->len; i++)
    {
      const AmpTableRow *row = amp_report_table_get_row (table, i);

      if (row->code[0] != '\0' && !row->is_masked && row->persons > 0 && (largest == NULL || row->persons > largest->persons) && !g_ptr_array_find ((GPtrArray *) named, row, NULL))
        largest = row;
    }
  return largest;
}

static void
append_largest (const AmpReport *self, const AmpReportTable *table, GString *text)
{
  g_autoptr (GPtrArray) named = g_ptr_array_new ();
  const AmpTableRow *row;

  while (named->len < N_LARGEST && (row = find_largest (table, named)) != NULL)
    {
      g_autofree char *persons = amp_number_format_count (self->is_french, row->persons);

      g_string_append (text, named->len == 0 ? _ ("Most persons:") : ",");
      g_string_append_printf (text, " %s (%s)", row->label, persons);
      g_ptr_array_add (named, (gpointer) row);
    }
  if (named->len > 0)
    g_string_append (text, ".");
}

char *
amp_report_dup_most (const AmpReport *self, const AmpReportTable *table)
{
  GString         *text = g_string_new (NULL);
  g_autofree char *masked = amp_number_format_count (self->is_french, table->n_masked);

  append_largest (self, table, text);
  if (table->n_masked > 0)
    {
      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%s masked.", "%s masked.", table->n_masked), masked);
    }
  return g_string_free (text, FALSE);
}

static void
add_map (AmpReport *self, const MapRow *row, const AmpReportTable *table)
{
  AmpReportMap *map = g_new0 (AmpReportMap, 1);

  map->id = g_strdup (row->id);
  map->title = g_strdup (_ (row->title));
  map->description = amp_report_dup_most (self, table);
  map->kind = row->kind;
  map->measure = row->measure;
  map->is_affected_area = row->is_affected_area;
  map->table = table;
  g_ptr_array_add (self->maps, map);
}

gboolean
amp_report_build_maps (AmpReport *self, GError **error)
{
  self->outlines = amp_outlines_new (error);
  if (self->outlines == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (MAPS); i++)
    {
      const AmpReportTable *table = amp_report_find_table (self, MAPS[i].key);
      AmpMapBounds          bounds;

      if (!has_rows (table) || (MAPS[i].is_affected_area && !amp_affected_area_find (self, &bounds)))
        continue;
      add_map (self, &MAPS[i], table);
    }
  return TRUE;
}
