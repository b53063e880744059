/* A case made of invented counts, for tests of what is shown. */
#include "made-case.h"

#include "amp-case-writer.h"
#include "amp-gazetteer.h"
#include "amp-mandate.h"

#define IDENTITY AMP_CATEGORY_BIT (AMP_CATEGORY_IDENTITY)
#define CONTACT AMP_CATEGORY_BIT (AMP_CATEGORY_CONTACT)
#define OFFICIAL AMP_CATEGORY_BIT (AMP_CATEGORY_OFFICIAL_ID)
#define HEALTH AMP_CATEGORY_BIT (AMP_CATEGORY_HEALTH)

static guint32
add_place (AmpCaseWriter *writer, AmpGazetteer *gazetteer, guint32 commune)
{
  const AmpArea *area = amp_gazetteer_get_area (gazetteer, AMP_PLACE_LEVEL_COMMUNE, commune);
  AmpPlaceCodes  codes = { .country = "FR", .commune = (char *) area->code };
  guint32        id = 0;

  codes.region = (char *) amp_gazetteer_get_area (gazetteer, AMP_PLACE_LEVEL_REGION, area->region)->code;
  codes.departement = (char *) amp_gazetteer_get_area (gazetteer, AMP_PLACE_LEVEL_DEPARTEMENT, area->departement)->code;
  if (area->epci != AMP_PLACE_NONE)
    codes.epci = (char *) amp_gazetteer_get_area (gazetteer, AMP_PLACE_LEVEL_EPCI, area->epci)->code;
  g_assert_true (amp_case_writer_add_place (writer, &codes, &id, NULL));
  return id;
}

static guint32
add_named_place (AmpCaseWriter *writer, AmpGazetteer *gazetteer, const char *code)
{
  guint32 commune = 0;

  g_assert_true (amp_gazetteer_find_area (gazetteer, AMP_PLACE_LEVEL_COMMUNE, code, &commune));
  return add_place (writer, gazetteer, commune);
}

static void
add_cell (GArray *cells, guint32 place, guint32 categories, AmpAgeBand age, AmpSex sex, gint64 persons)
{
  AmpCell cell = { 1, place, categories, place == AMP_PLACE_UNPLACED ? 4 : 0, age, sex, persons, persons };

  if (persons > 0)
    g_array_append_val (cells, cell);
}

static void
add_small (GArray *cells, AmpCaseWriter *writer, AmpGazetteer *gazetteer)
{
  add_cell (cells, add_named_place (writer, gazetteer, "35238"), IDENTITY | HEALTH, AMP_AGE_BAND_25_34, AMP_SEX_FEMALE, MADE_RENNES);
  add_cell (cells, add_named_place (writer, gazetteer, "29019"), IDENTITY | CONTACT, AMP_AGE_BAND_35_44, AMP_SEX_MALE, MADE_BREST);
  add_cell (cells, add_named_place (writer, gazetteer, "56260"), IDENTITY | OFFICIAL, AMP_AGE_BAND_0_14, AMP_SEX_FEMALE, MADE_VANNES);
  add_cell (cells, add_named_place (writer, gazetteer, "75056"), IDENTITY, AMP_AGE_BAND_75, AMP_SEX_MALE, 300);
  add_cell (cells, AMP_PLACE_UNPLACED, IDENTITY, AMP_AGE_BAND_UNKNOWN, AMP_SEX_UNKNOWN, 200);
}

/* About a tenth of Brittany and one in two thousand elsewhere, by profiles that
 * differ from commune to commune. */
static void
add_large (GArray *cells, AmpCaseWriter *writer, AmpGazetteer *gazetteer)
{
  for (guint32 i = 0; i < amp_gazetteer_get_n_areas (gazetteer, AMP_PLACE_LEVEL_COMMUNE); i++)
    {
      const AmpArea *area = amp_gazetteer_get_area (gazetteer, AMP_PLACE_LEVEL_COMMUNE, i);
      gboolean       is_breton = g_str_equal (amp_gazetteer_get_area (gazetteer, AMP_PLACE_LEVEL_REGION, area->region)->code, "53");
      gint64         persons = area->population * (7 + i % 7) / (is_breton ? 100 : 20000);
      guint32        place;

      if (persons == 0)
        continue;
      place = add_place (writer, gazetteer, i);
      for (guint band = 0; band < AMP_N_AGE_BANDS; band++)
        {
          gint64 share = persons * (band + 2 + i % 3) / 90;

          add_cell (cells, place, IDENTITY | CONTACT | OFFICIAL, band, AMP_SEX_FEMALE, share);
          add_cell (cells, place, IDENTITY | CONTACT | OFFICIAL | HEALTH, band, AMP_SEX_MALE, share * (i % 5) / 4);
        }
    }
}

static void
write_facts (AmpCaseWriter *writer, gint64 records)
{
  AmpMandate     mandate = { (char *) "A. Analyst", (char *) "A laboratory", (char *) "Art. 33 GDPR", (char *) "2026-001" };
  AmpSourceFacts source = { .name = (char *) "made.csv", .bytes = 1234567, .n_fields = 1, .records = records, .sha256 = (char *) "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" };
  guint32        id;

  g_assert_true (amp_case_writer_set_mandate (writer, &mandate, NULL));
  g_assert_true (amp_case_writer_set_text (writer, AMP_FACT_AS_OF, "2026-11-24", NULL));
  g_assert_true (amp_case_writer_set_text (writer, AMP_FACT_PROGRAM, "0.1.0", NULL));
  g_assert_true (amp_case_writer_add_source (writer, &source, &id, NULL));
}

void
made_case_write (const char *path, gboolean is_large)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AmpGazetteer) gazetteer = amp_gazetteer_new (&error);
  g_autoptr (AmpCaseWriter) writer = amp_case_writer_new (path, TRUE, &error);
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (AmpCell));

  g_assert_no_error (error);
  write_facts (writer, MADE_PERSONS);
  add_small (cells, writer, gazetteer);
  if (is_large)
    add_large (cells, writer, gazetteer);
  g_assert_true (amp_case_writer_write_cells (writer, (const AmpCell *) cells->data, cells->len, &error));
  g_assert_no_error (error);
  amp_case_writer_commit (g_steal_pointer (&writer), &error);
  g_assert_no_error (error);
}

void
made_case_write_empty (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AmpCaseWriter) writer = amp_case_writer_new (path, TRUE, &error);

  g_assert_no_error (error);
  write_facts (writer, 0);
  g_assert_true (amp_case_writer_write_cells (writer, NULL, 0, &error));
  amp_case_writer_commit (g_steal_pointer (&writer), &error);
  g_assert_no_error (error);
}
