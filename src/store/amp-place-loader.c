/* The places of a case. Invariant: the codes of a place are those of the levels'
 * lists, so they are allocated once for all places, and code 0 is "". */
#include "amp-place-loader.h"

#include "amp-varint.h"

/* The longest code of a place that any list uses is the nine digits of SIREN. */
#define MAX_PLACE_CODE 15

/* Codes end up in file names and markup. */
static gboolean
is_place_code (AmpKey level, const char *code)
{
  gsize length = 0;

  while (g_ascii_isalnum (code[length]) || code[length] == '-')
    length++;
  return code[length] == '\0' && length <= (level == AMP_KEY_COUNTRY ? 2 : MAX_PLACE_CODE);
}

/* Cuts the text of a level into its codes. */
static gboolean
take_codes (AmpPlaceLevelIndex *index, AmpKey level)
{
  for (char *code = index->text; code != NULL;)
    {
      char *end = strchr (code, '\n');

      if (end != NULL)
        *end = '\0';
      if (!is_place_code (level, code))
        return FALSE;
      g_ptr_array_add (index->codes, code);
      code = end != NULL ? end + 1 : NULL;
    }
  return index->text[0] == '\0';
}

static gboolean
take_numbers (AmpPlaceLevelIndex *index, AmpStatement *row, gint64 n_places)
{
  gsize         length;
  const guint8 *next = amp_statement_get_bytes (row, 4, &length);
  const guint8 *end = next + length;
  guint32      *numbers;

  if (n_places < 1 || n_places > (gint64) length)
    return FALSE;
  g_array_set_size (index->of_place, (guint) n_places);
  numbers = (guint32 *) (gpointer) index->of_place->data;
  for (gint64 i = 0; i < n_places; i++)
    {
      guint64 number;

      if (!amp_varint_read (&next, end, &number) || number >= index->codes->len)
        return FALSE;
      numbers[i] = (guint32) number;
    }
  return next == end;
}

static gboolean
take_level (AmpCaseFile *file, AmpStatement *row, AmpKey level)
{
  AmpPlaceLevelIndex *index = &file->levels[level];
  const char         *name = amp_statement_get_text (row, 1);
  gint64              n_places = amp_statement_get_integer (row, 3);

  if (amp_statement_get_integer (row, 0) != level || g_strcmp0 (name, amp_key_get_code (level)) != 0)
    return FALSE;
  index->text = g_strdup (amp_statement_get_text (row, 2));
  return index->text != NULL && take_codes (index, level) && take_numbers (index, row, n_places) &&
         (level == 0 || n_places == file->levels[0].of_place->len);
}

static gboolean
load_levels (AmpCaseFile *file, gboolean *is_whole, GError **error)
{
  g_autoptr (AmpStatement) select = amp_sql_prepare (file->sql, "SELECT * FROM place_levels ORDER BY id", error);
  AmpStep step = AMP_STEP_FAILED;
  guint   level = 0;

  while (select != NULL && (step = amp_statement_step (select, error)) == AMP_STEP_ROW)
    if (level == AMP_N_PLACE_KEYS || !take_level (file, select, level++))
      break;
  *is_whole = step == AMP_STEP_DONE && level == AMP_N_PLACE_KEYS;
  return step != AMP_STEP_FAILED;
}

/* Before version 3, places were rows with a code in each column. */
typedef struct
{
  AmpCaseFile *file;
  GHashTable  *numbers[AMP_N_PLACE_KEYS]; /* code → number in its level */
} RowLoader;

static guint32
add_code (RowLoader *loader, AmpKey level, const char *code)
{
  GPtrArray *codes = loader->file->levels[level].codes;
  char      *copy = g_strdup (code);

  g_hash_table_insert (loader->numbers[level], copy, GUINT_TO_POINTER (codes->len));
  g_ptr_array_add (codes, copy);
  return codes->len - 1;
}

static gboolean
take_code (RowLoader *loader, AmpKey level, const char *code)
{
  gpointer known;
  guint32  number;

  if (g_hash_table_lookup_extended (loader->numbers[level], code, NULL, &known))
    number = GPOINTER_TO_UINT (known);
  else if (is_place_code (level, code))
    number = add_code (loader, level, code);
  else
    return FALSE;
  g_array_append_val (loader->file->levels[level].of_place, number);
  return TRUE;
}

static gboolean
take_row (RowLoader *loader, AmpStatement *row)
{
  if (amp_statement_get_integer (row, 0) != loader->file->levels[0].of_place->len)
    return FALSE;
  for (guint level = 0; level < AMP_N_PLACE_KEYS; level++)
    {
      const char *code = amp_statement_get_text (row, 1 + (int) level);

      if (!take_code (loader, level, code != NULL ? code : ""))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_rows (RowLoader *loader, gboolean *is_whole, GError **error)
{
  g_autoptr (AmpStatement) select = amp_sql_prepare (loader->file->sql, "SELECT id, country, region, departement, epci, commune FROM places ORDER BY id", error);
  AmpStep step = AMP_STEP_FAILED;

  while (select != NULL && (step = amp_statement_step (select, error)) == AMP_STEP_ROW)
    if (!take_row (loader, select))
      break;
  *is_whole = step == AMP_STEP_DONE && loader->file->levels[0].of_place->len > 0;
  return step != AMP_STEP_FAILED;
}

static gboolean
load_rows (AmpCaseFile *file, gboolean *is_whole, GError **error)
{
  RowLoader loader = { .file = file };
  gboolean  is_loaded;

  for (guint level = 0; level < AMP_N_PLACE_KEYS; level++)
    {
      g_ptr_array_set_free_func (file->levels[level].codes, g_free);
      loader.numbers[level] = g_hash_table_new (g_str_hash, g_str_equal);
      add_code (&loader, level, "");
    }
  is_loaded = take_rows (&loader, is_whole, error);
  for (guint level = 0; level < AMP_N_PLACE_KEYS; level++)
    g_hash_table_unref (loader.numbers[level]);
  return is_loaded;
}

static char *
get_code (AmpCaseFile *file, AmpKey level, guint place)
{
  const AmpPlaceLevelIndex *index = &file->levels[level];

  return index->codes->pdata[g_array_index (index->of_place, guint32, place)];
}

static void
fill_places (AmpCaseFile *file)
{
  g_array_set_size (file->places, file->levels[0].of_place->len);
  for (guint i = 0; i < file->places->len; i++)
    {
      AmpPlaceCodes *place = &g_array_index (file->places, AmpPlaceCodes, i);

      g_strlcpy (place->country, get_code (file, AMP_KEY_COUNTRY, i), sizeof place->country);
      place->region = get_code (file, AMP_KEY_REGION, i);
      place->departement = get_code (file, AMP_KEY_DEPARTEMENT, i);
      place->epci = get_code (file, AMP_KEY_EPCI, i);
      place->commune = get_code (file, AMP_KEY_COMMUNE, i);
    }
}

gboolean
amp_place_loader_run (AmpCaseFile *file, AmpSchemaVersion version, GError **error)
{
  gboolean is_whole = FALSE;
  gboolean is_loaded;

  for (guint level = 0; level < AMP_N_PLACE_KEYS; level++)
    {
      file->levels[level].codes = g_ptr_array_new ();
      file->levels[level].of_place = g_array_new (FALSE, FALSE, sizeof (guint32));
    }
  is_loaded = version < AMP_SCHEMA_VERSION_KINDS ? load_rows (file, &is_whole, error) : load_levels (file, &is_whole, error);
  if (is_loaded && !is_whole)
    amp_case_file_set_damaged (file, error);
  if (is_whole)
    fill_places (file);
  return is_whole;
}
