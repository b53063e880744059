/* Owns the set of codes: a category's bits say which fourth characters it has. */
#include "amp-icd10.h"

#include "amp-word-table.h"

#define IS_CATEGORY (1 << 10)

typedef struct
{
  guint16 categories[26][100];
} Codes;

static void
add_line (char **fields, guint n_fields, gpointer data)
{
  Codes      *codes = data;
  const char *category = fields[0];
  guint16    *bits;

  g_assert (n_fields == 2 && strlen (category) == 3);
  bits = &codes->categories[category[0] - 'A'][(category[1] - '0') * 10 + (category[2] - '0')];
  *bits = IS_CATEGORY;
  for (const char *digit = fields[1]; *digit != '\0'; digit++)
    *bits |= (guint16) (1u << (*digit - '0'));
}

static const Codes *
get_codes (void)
{
  static gsize  initialized = 0;
  static Codes *codes;

  if (g_once_init_enter (&initialized))
    {
      codes = g_new0 (Codes, 1);
      amp_word_table_read ("icd10.tsv", add_line, codes);
      g_once_init_leave (&initialized, 1);
    }
  return codes;
}

gboolean
amp_icd10_has_code (char letter, guint number, char fourth)
{
  guint16 bits;

  g_return_val_if_fail (g_ascii_isupper (letter) && number < 100, FALSE);

  bits = get_codes ()->categories[letter - 'A'][number];
  if (fourth == '\0')
    return bits != 0;
  return g_ascii_isdigit (fourth) && (bits & (1u << (fourth - '0'))) != 0;
}
