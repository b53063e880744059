/* Places as a column of numbers a level, and the codes these stand for. Invariant:
 * code 0 of each level is "". */
#include "amp-place-writer.h"

#include "amp-key.h"
#include "amp-varint.h"

typedef struct
{
  GHashTable *numbers;   /* code → number */
  GString    *codes;     /* with line ends between */
  GByteArray *of_places; /* varints: the number of the code of each place */
} Level;

struct _AmpPlaceWriter
{
  GHashTable *places; /* codes in one string → number */
  Level       levels[AMP_N_PLACE_KEYS];
};

AmpPlaceWriter *
amp_place_writer_new (void)
{
  AmpPlaceWriter *writer = g_new0 (AmpPlaceWriter, 1);

  writer->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < AMP_N_PLACE_KEYS; i++)
    {
      writer->levels[i].numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      writer->levels[i].codes = g_string_new (NULL);
      writer->levels[i].of_places = g_byte_array_new ();
      g_hash_table_insert (writer->levels[i].numbers, g_strdup (""), GUINT_TO_POINTER (0));
    }
  return writer;
}

void
amp_place_writer_free (AmpPlaceWriter *writer)
{
  if (writer == NULL)
    return;
  g_hash_table_unref (writer->places);
  for (guint i = 0; i < AMP_N_PLACE_KEYS; i++)
    {
      g_hash_table_unref (writer->levels[i].numbers);
      g_string_free (writer->levels[i].codes, TRUE);
      g_byte_array_unref (writer->levels[i].of_places);
    }
  g_free (writer);
}

static guint
number_code (Level *level, const char *code)
{
  gpointer known;
  guint    number;

  if (g_hash_table_lookup_extended (level->numbers, code, NULL, &known))
    return GPOINTER_TO_UINT (known);
  number = g_hash_table_size (level->numbers);
  g_hash_table_insert (level->numbers, g_strdup (code), GUINT_TO_POINTER (number));
  g_string_append_c (level->codes, '\n');
  g_string_append (level->codes, code);
  return number;
}

static const char *
get_code_or_empty (const char *code)
{
  return code != NULL ? code : "";
}

guint32
amp_place_writer_add (AmpPlaceWriter *writer, const AmpPlaceCodes *codes)
{
  const char      *of_level[AMP_N_PLACE_KEYS] = { 0 };
  g_autofree char *key = NULL;
  gpointer         known;
  guint32          number = g_hash_table_size (writer->places);

  of_level[AMP_KEY_COUNTRY] = codes->country;
  of_level[AMP_KEY_REGION] = get_code_or_empty (codes->region);
  of_level[AMP_KEY_DEPARTEMENT] = get_code_or_empty (codes->departement);
  of_level[AMP_KEY_EPCI] = get_code_or_empty (codes->epci);
  of_level[AMP_KEY_COMMUNE] = get_code_or_empty (codes->commune);
  key = g_strdup_printf ("%.2s/%s/%s/%s/%s", codes->country, of_level[AMP_KEY_REGION], of_level[AMP_KEY_DEPARTEMENT], of_level[AMP_KEY_EPCI], of_level[AMP_KEY_COMMUNE]);
  if (g_hash_table_lookup_extended (writer->places, key, NULL, &known))
    return GPOINTER_TO_UINT (known);
  g_hash_table_insert (writer->places, g_steal_pointer (&key), GUINT_TO_POINTER (number));
  for (guint i = 0; i < AMP_N_PLACE_KEYS; i++)
    amp_varint_append (writer->levels[i].of_places, number_code (&writer->levels[i], of_level[i]));
  return number;
}

guint32
amp_place_writer_get_n_places (const AmpPlaceWriter *writer)
{
  return g_hash_table_size (writer->places);
}

gboolean
amp_place_writer_write (AmpPlaceWriter *writer, AmpSql *sql, GError **error)
{
  g_autoptr (AmpStatement) insert = amp_sql_prepare (sql, "INSERT INTO place_levels VALUES (?, ?, ?, ?, ?)", error);

  for (guint i = 0; insert != NULL && i < AMP_N_PLACE_KEYS; i++)
    {
      const Level *level = &writer->levels[i];

      amp_statement_bind_integer (insert, 1, i);
      amp_statement_bind_text (insert, 2, amp_key_get_code (i));
      amp_statement_bind_text (insert, 3, level->codes->str);
      amp_statement_bind_integer (insert, 4, amp_place_writer_get_n_places (writer));
      amp_statement_bind_bytes (insert, 5, level->of_places->data, level->of_places->len);
      if (!amp_statement_run (insert, error))
        return FALSE;
    }
  return insert != NULL;
}
