/* Owns the reading of single bytes: an accented letter stands inside or at the edge of
 * a word and has the case of its neighbours; a symbol or a control character inside a
 * word means the table is wrong. Each candidate's reading is scored so, byte by byte. */
#include "amp-encoding-fit.h"
#include "amp-code-page.h"

#include <string.h>

static const char *const lower_letters = "éèêëàâäçîïôöùûüÿœæñáíóú";
static const char *const upper_letters = "ÉÈÊËÀÂÄÇÎÏÔÖÙÛÜŸŒÆÑÁÍÓÚ";
/* Letters of other languages: no sign of French, nor of a wrong table. */
static const char *const foreign_letters = "ãõåøšžßðþýìòÃÕÅØŠŽÐÞÝÌÒ";
static const char *const common_letters = "éèàçê";
static const char *const text_symbols = "°€«»’‘“”–—…§²³£·®™";

typedef struct
{
  gint8 as_lower[128];  /* what the byte adds inside lower-case letters */
  gint8 as_upper[128];  /* … inside capitals */
  gint8 at_start[128];  /* … where a word starts and goes on in lower case */
  gint8 as_symbol[128]; /* … away from letters */
} Weights;

static gboolean
contains (const char *characters, gunichar character)
{
  return g_utf8_strchr (characters, -1, character) != NULL;
}

static void
weigh (Weights *weights, const guint16 *table)
{
  for (guint i = 0; i < 128; i++)
    {
      gunichar character = table[i];
      gboolean is_lower = contains (lower_letters, character);
      gboolean is_upper = contains (upper_letters, character);
      gboolean is_symbol = contains (text_symbols, character);
      gboolean is_foreign = contains (foreign_letters, character);
      int      bonus = contains (common_letters, g_unichar_tolower (character)) ? 1 : 0;
      int      lost = is_foreign ? 0 : is_symbol         ? -1
                                   : character == 0xfffd ? -6
                                                         : -3;

      weights->as_lower[i] = (gint8) (is_lower ? 3 + bonus : is_upper || g_unichar_isupper (character) ? MIN (lost, -2)
                                                                                                       : lost);
      weights->as_upper[i] = (gint8) (is_upper ? 3 + bonus : is_lower ? -1
                                                                      : lost);
      weights->at_start[i] = (gint8) (is_upper || is_lower ? 2 + bonus : is_symbol ? 0
                                                                                   : lost);
      weights->as_symbol[i] = (gint8) (is_symbol ? 3 : is_lower || is_upper || is_foreign ? 0
                                                                                          : lost + 1);
    }
}

/* Between words a lone « à » is common, a lone symbol too: no case to compare with. */
static int
score (const Weights *weights, guint8 previous, guint8 byte, guint8 next)
{
  guint i = byte - 0x80u;

  if (g_ascii_islower (previous))
    return weights->as_lower[i];
  if (g_ascii_isupper (previous))
    return g_ascii_islower (next) ? weights->as_lower[i] : weights->as_upper[i];
  if (g_ascii_islower (next))
    return weights->at_start[i];
  if (g_ascii_isupper (next))
    return weights->as_upper[i];
  return weights->as_symbol[i];
}

static const Weights *
get_weights (AmpEncoding encoding)
{
  static gsize   initialized = 0;
  static Weights weights[AMP_N_ENCODINGS];

  if (g_once_init_enter (&initialized))
    {
      for (guint i = 0; i < AMP_N_ENCODINGS; i++)
        weigh (&weights[i], amp_code_page_get_table ((AmpEncoding) i));
      g_once_init_leave (&initialized, 1);
    }
  return &weights[encoding];
}

gint64
amp_encoding_fit_score (AmpEncoding encoding, const guint8 *bytes, gsize length)
{
  const Weights *weights;
  gint64         total = 0;

  g_return_val_if_fail ((guint) encoding < AMP_N_ENCODINGS, 0);

  weights = get_weights (encoding);
  for (gsize i = 0; i < length; i++)
    if (bytes[i] >= 0x80)
      total += score (weights, i > 0 ? bytes[i - 1] : '\n', bytes[i], i + 1 < length ? bytes[i + 1] : '\n');
  return total;
}

/* A letter or two beside broken bytes are no word to judge by. */
static gboolean
has_word (const guint8 *bytes, gsize length)
{
  guint n_letters = 0;

  for (gsize i = 0; i < length && n_letters < 2; i++)
    n_letters += g_ascii_isalpha (bytes[i]) ? 1 : 0;
  return n_letters == 2;
}

AmpEncoding
amp_encoding_fit_choose (AmpEncoding encoding, const guint8 *bytes, gsize length)
{
  static const AmpEncoding others[] = { AMP_ENCODING_WINDOWS_1252, AMP_ENCODING_CP850, AMP_ENCODING_MAC_ROMAN };
  gint64                   best = 0;

  if (amp_encoding_fit_score (encoding, bytes, length) >= 0 || !has_word (bytes, length))
    return encoding;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      gint64 fit = amp_encoding_fit_score (others[i], bytes, length);

      if (fit > best)
        {
          best = fit;
          encoding = others[i];
        }
    }
  return encoding;
}
