/* The table of places. Invariant: the codes of a place are those of the levels'
 * lists, so they are allocated once for all places, and code 0 is "". */
#include "amp-place-loader.h"

/* The longest code of a place that any list uses is the nine digits of SIREN. */
#define MAX_PLACE_CODE 15

typedef struct
{
  AmpCaseFile *file;
  GHashTable  *numbers[AMP_N_PLACE_KEYS]; /* code → number in its level */
} Loader;

static guint32
add_code (Loader *loader, AmpKey level, const char *code)
{
  GPtrArray *codes = loader->file->levels[level].codes;
  char      *copy = g_strdup (code);

  g_hash_table_insert (loader->numbers[level], copy, GUINT_TO_POINTER (codes->len));
  g_ptr_array_add (codes, copy);
  return codes->len - 1;
}

/* Codes end up in file names and markup. */
static gboolean
is_place_code (AmpKey level, const char *code)
{
  gsize length = strspn (code, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-");

  return code[length] == '\0' && length <= (level == AMP_KEY_COUNTRY ? 2 : MAX_PLACE_CODE);
}

/* Returns the code as the level keeps it, NULL if it is none. */
static char *
take_code (Loader *loader, AmpKey level, const char *code)
{
  AmpPlaceLevelIndex *index = &loader->file->levels[level];
  gpointer            known;
  guint32             number;

  if (g_hash_table_lookup_extended (loader->numbers[level], code, NULL, &known))
    number = GPOINTER_TO_UINT (known);
  else if (is_place_code (level, code))
    number = add_code (loader, level, code);
  else
    return NULL;
  g_array_append_val (index->of_place, number);
  return index->codes->pdata[number];
}

static gboolean
take_place (Loader *loader, AmpStatement *row)
{
  AmpPlaceCodes place = { 0 };
  char         *codes[AMP_N_PLACE_KEYS];

  for (guint level = 0; level < AMP_N_PLACE_KEYS; level++)
    {
      const char *code = amp_statement_get_text (row, 1 + (int) level);

      codes[level] = take_code (loader, level, code != NULL ? code : "");
      if (codes[level] == NULL)
        return FALSE;
    }
  g_strlcpy (place.country, codes[AMP_KEY_COUNTRY], sizeof place.country);
  place.region = codes[AMP_KEY_REGION];
  place.departement = codes[AMP_KEY_DEPARTEMENT];
  place.epci = codes[AMP_KEY_EPCI];
  place.commune = codes[AMP_KEY_COMMUNE];
  g_array_append_val (loader->file->places, place);
  return TRUE;
}

static gboolean
take_places (Loader *loader, GError **error)
{
  AmpCaseFile *file = loader->file;
  g_autoptr (AmpStatement) select = amp_sql_prepare (file->sql, "SELECT id, country, region, departement, epci, commune FROM places ORDER BY id", error);
  AmpStep step;

  if (select == NULL)
    return FALSE;
  while ((step = amp_statement_step (select, error)) == AMP_STEP_ROW)
    if (amp_statement_get_integer (select, 0) != file->places->len || !take_place (loader, select))
      break;
  if (step == AMP_STEP_ROW || (step == AMP_STEP_DONE && file->places->len == 0))
    amp_case_file_set_damaged (file, error);
  return step == AMP_STEP_DONE && file->places->len > 0;
}

gboolean
amp_place_loader_run (AmpCaseFile *file, GError **error)
{
  Loader   loader = { .file = file };
  gboolean is_loaded;

  for (guint level = 0; level < AMP_N_PLACE_KEYS; level++)
    {
      file->levels[level].codes = g_ptr_array_new_with_free_func (g_free);
      file->levels[level].of_place = g_array_new (FALSE, FALSE, sizeof (guint32));
      loader.numbers[level] = g_hash_table_new (g_str_hash, g_str_equal);
      add_code (&loader, level, "");
    }
  is_loaded = take_places (&loader, error);
  for (guint level = 0; level < AMP_N_PLACE_KEYS; level++)
    g_hash_table_unref (loader.numbers[level]);
  return is_loaded;
}
