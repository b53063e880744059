/* A case of invented counts and hostile texts, for tests of exports. */
#include "export-case.h"

#include "amp-case-writer.h"
#include "amp-gazetteer.h"

#define IDENTITY AMP_CATEGORY_BIT (AMP_CATEGORY_IDENTITY)
#define CONTACT AMP_CATEGORY_BIT (AMP_CATEGORY_CONTACT)
#define HEALTH AMP_CATEGORY_BIT (AMP_CATEGORY_HEALTH)

typedef struct
{
  AmpCaseWriter *writer;
  AmpGazetteer  *gazetteer;
  GArray        *cells;
  GRand         *rand;
} Builder;

static const char *
code_of (Builder *self, AmpPlaceLevel level, guint32 index)
{
  return index == AMP_PLACE_NONE ? NULL : amp_gazetteer_get_area (self->gazetteer, level, index)->code;
}

static guint32
add_place (Builder *self, const char *country, const char *region, const char *departement, const char *epci, const char *commune)
{
  AmpPlaceCodes codes = { .region = (char *) region, .departement = (char *) departement, .epci = (char *) epci, .commune = (char *) commune };
  guint32       id = 0;

  g_strlcpy (codes.country, country, sizeof codes.country);
  g_assert_true (amp_case_writer_add_place (self->writer, &codes, &id, NULL));
  return id;
}

static guint32
add_commune (Builder *self, guint32 index)
{
  const AmpArea *area = amp_gazetteer_get_area (self->gazetteer, AMP_PLACE_LEVEL_COMMUNE, index);

  return add_place (self, "FR", code_of (self, AMP_PLACE_LEVEL_REGION, area->region), code_of (self, AMP_PLACE_LEVEL_DEPARTEMENT, area->departement),
                    code_of (self, AMP_PLACE_LEVEL_EPCI, area->epci), area->code);
}

static void
add_cell (Builder *self, guint32 place, guint quality, gint64 persons)
{
  AmpCell cell = {
    .sources = 1,
    .place = place,
    .categories = IDENTITY | (g_rand_int_range (self->rand, 0, 3) > 0 ? CONTACT : 0) | (g_rand_int_range (self->rand, 0, 3) > 0 ? HEALTH : 0),
    .quality = (guint8) quality,
    .age_band = (guint8) g_rand_int_range (self->rand, 0, AMP_N_AGE_BANDS),
    .sex = (guint8) g_rand_int_range (self->rand, 0, AMP_N_SEXES),
    .persons = persons,
  };

  cell.records = persons + (persons > 0 ? g_rand_int_range (self->rand, 0, 3) : 1);
  g_array_append_val (self->cells, cell);
}

/* Communes drawn by lot, small ones more often than large ones; some people
 * are known by wider places alone, abroad, or nowhere. */
static void
add_usual (Builder *self)
{
  guint32 n_communes = amp_gazetteer_get_n_areas (self->gazetteer, AMP_PLACE_LEVEL_COMMUNE);

  for (guint i = 0; i < 420; i++)
    {
      guint32 start = i % 3 == 0 ? 10000 : i % 3 == 1 ? 11000
                                                      : 0;
      guint32 index = start + (guint32) g_rand_int_range (self->rand, 0, i % 3 == 2 ? (gint32) n_communes : 600);
      gint64  persons = g_rand_int_range (self->rand, 0, 4) == 0 ? g_rand_int_range (self->rand, 0, 90) : g_rand_int_range (self->rand, 1, 12);
      guint32 place = add_commune (self, index);

      add_cell (self, place, (guint) g_rand_int_range (self->rand, 0, 4), persons);
      add_cell (self, place, 0, g_rand_int_range (self->rand, 0, 5));
    }
  add_cell (self, add_place (self, "FR", "53", "35", NULL, NULL), 2, 4);
  add_cell (self, add_place (self, "FR", "53", NULL, NULL, NULL), 2, 30);
  add_cell (self, add_place (self, "FR", NULL, NULL, NULL, NULL), 2, 3);
  add_cell (self, add_place (self, "FR", "53", "35", "243500139", NULL), 2, 5);
  add_cell (self, add_place (self, "BE", NULL, NULL, NULL, NULL), 1, 2);
  add_cell (self, add_place (self, "CH", NULL, NULL, NULL, NULL), 1, 40);
  add_cell (self, AMP_PLACE_UNPLACED, 4, g_rand_int_range (self->rand, 2, 30));
}

static void
add_few (Builder *self, guint n_places)
{
  for (guint i = 0; i < n_places; i++)
    {
      guint32 place = add_commune (self, 12000 + i * 7);
      AmpCell cell = { 1, place, IDENTITY, 0, AMP_AGE_BAND_25_34, AMP_SEX_FEMALE, 1, 1 };

      g_array_append_val (self->cells, cell);
    }
}

static void
write_facts (Builder *self)
{
  AmpMandate     mandate = { (char *) "A. & " EXPORT_CASE_SCRIPT, (char *) "A laboratory", (char *) "Art. 33 GDPR", NULL };
  AmpSourceFacts source = {
    .name = (char *) EXPORT_CASE_SCRIPT ".csv",
    .bytes = 1234567,
    .n_fields = 6,
    .records = 5,
    .unplaced = 40,
    .encoding = (char *) "windows-1252",
    .delimiter = (char *) ";",
    .quote = (char *) "\"",
    .sha256 = (char *) "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
  };
  static const char *const headers[] = { EXPORT_CASE_SCRIPT, EXPORT_CASE_FORMULA, EXPORT_CASE_QUOTES, EXPORT_CASE_BIDI, "+1\nnext", "" };
  guint32                  id;

  g_assert_true (amp_case_writer_set_mandate (self->writer, &mandate, NULL));
  g_assert_true (amp_case_writer_set_text (self->writer, AMP_FACT_AS_OF, "2026-11-24", NULL));
  g_assert_true (amp_case_writer_set_text (self->writer, AMP_FACT_PROGRAM, "0.1.0", NULL));
  g_assert_true (amp_case_writer_add_source (self->writer, &source, &id, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      AmpFieldFacts field = { 0, i + 1, (char *) headers[i], AMP_FIELD_TYPE_LAST_NAME, 1, -1, NULL, NULL, 30 + i, 20 + i, 15, AMP_NOT_COUNTED };

      g_assert_true (amp_case_writer_add_field (self->writer, &field, NULL));
    }
}

void
export_case_write (const char *path, ExportCaseSize size, guint32 seed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AmpGazetteer) gazetteer = amp_gazetteer_new (&error);
  g_autoptr (AmpCaseWriter) writer = amp_case_writer_new (path, TRUE, &error);
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (AmpCell));
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  Builder builder = { writer, gazetteer, cells, rand };

  g_assert_no_error (error);
  write_facts (&builder);
  if (size == EXPORT_CASE_USUAL)
    add_usual (&builder);
  else
    add_few (&builder, size == EXPORT_CASE_TINY ? 12 : 4);
  g_assert_true (amp_case_writer_write_cells (writer, (const AmpCell *) (gpointer) cells->data, cells->len, &error));
  g_assert_no_error (error);
  amp_case_writer_commit (g_steal_pointer (&writer), &error);
  g_assert_no_error (error);
}
