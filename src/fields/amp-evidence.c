/* A line is the code, two numbers and a text, with bars between; the text comes
 * last, and may hold anything but a line end. */
#include "amp-evidence.h"

#include "amp-field-type.h"

#include <glib/gi18n-lib.h>

/* The sentence is %NULL where it takes arguments. */
typedef struct
{
  const char *code;
  const char *sentence;
} Row;

/* clang-format off */
static const Row ROWS[] = {
  [AMP_EVIDENCE_HEADER]             = { "header",             NULL },
  [AMP_EVIDENCE_VALID]              = { "valid",              NULL },
  [AMP_EVIDENCE_KNOWN]              = { "known",              NULL },
  [AMP_EVIDENCE_NAMES]              = { "names",              NULL },
  [AMP_EVIDENCE_WORDS]              = { "words",              NULL },
  [AMP_EVIDENCE_UNIQUE]             = { "unique",             NULL },
  [AMP_EVIDENCE_BIRTHS]             = { "births",             N_("the years are spread like those of births") },
  [AMP_EVIDENCE_NO_BIRTHS]          = { "no-births",          N_("the years are not spread like those of births") },
  [AMP_EVIDENCE_NO_VALUE]           = { "no-value",           NULL },
  [AMP_EVIDENCE_NOTHING]            = { "nothing",            N_("neither the header nor the values tell") },
  [AMP_EVIDENCE_DISTINCT]           = { "distinct",           NULL },
  [AMP_EVIDENCE_BIRTH_OF_NIR]       = { "birth-of-nir",       NULL },
  [AMP_EVIDENCE_NIR_OF_BIRTH]       = { "nir-of-birth",       NULL },
  [AMP_EVIDENCE_KEY_OF_NIR]         = { "key-of-nir",         NULL },
  [AMP_EVIDENCE_SEX_OF_NIR]         = { "sex-of-nir",         NULL },
  [AMP_EVIDENCE_BESIDE_POSTAL_CODE] = { "beside-postal-code", N_("stands beside a postal code") },
  [AMP_EVIDENCE_BESIDE_FIRST_NAME]  = { "beside-first-name",  N_("stands beside a first name") },
  [AMP_EVIDENCE_BESIDE_BIRTH_DATE]  = { "beside-birth-date",  N_("stands beside a birth date, away from the postal code") },
  [AMP_EVIDENCE_WEIGHT]             = { "weight",             N_("kilograms beside centimetres, as of people") },
  [AMP_EVIDENCE_HEIGHT]             = { "height",             N_("centimetres beside kilograms, as of people") },
};
/* clang-format on */
G_STATIC_ASSERT (G_N_ELEMENTS (ROWS) == AMP_N_EVIDENCE);

char *
amp_evidence_dup_line (AmpEvidence evidence, guint first, guint second, const char *text)
{
  g_return_val_if_fail (evidence < AMP_N_EVIDENCE, NULL);

  return g_strdup_printf ("%s|%u|%u|%s", ROWS[evidence].code, first, second, text != NULL ? text : "");
}

static gboolean
find_evidence (const char *code, AmpEvidence *evidence)
{
  for (guint i = 0; i < G_N_ELEMENTS (ROWS); i++)
    if (g_str_equal (ROWS[i].code, code))
      {
        *evidence = i;
        return TRUE;
      }
  return FALSE;
}

static const char *
find_type_label (const char *code)
{
  AmpFieldType type;

  return amp_field_type_from_code (code, &type) ? amp_field_type_get_label (type) : code;
}

/* Of a share of values or rows. */
static char *
dup_share (AmpEvidence evidence, int share, guint of, const char *text)
{
  switch (evidence)
    {
    case AMP_EVIDENCE_VALID:
      return g_strdup_printf (_ ("%d %% of %u values pass the check of “%s”"), share, of, find_type_label (text));
    case AMP_EVIDENCE_KNOWN:
      return g_strdup_printf (_ ("%d %% of %u values have a usual word of “%s”"), share, of, find_type_label (text));
    case AMP_EVIDENCE_NAMES:
      return g_strdup_printf (_ ("%d %% of %u values start with a usual name"), share, of);
    case AMP_EVIDENCE_BIRTH_OF_NIR:
      return g_strdup_printf (_ ("year and month agree with the social-security number in %d %% of %u rows"), share, of);
    case AMP_EVIDENCE_NIR_OF_BIRTH:
      return g_strdup_printf (_ ("agrees with a birth date in %d %% of %u rows"), share, of);
    case AMP_EVIDENCE_KEY_OF_NIR:
      return g_strdup_printf (_ ("right key of the social-security number in %d %% of %u rows"), share, of);
    case AMP_EVIDENCE_SEX_OF_NIR:
      return g_strdup_printf (_ ("agrees with the social-security number in %d %% of %u rows"), share, of);
    default:
      return g_strdup (_ (ROWS[evidence].sentence));
    }
}

static char *
dup_sentence (AmpEvidence evidence, guint first, guint second, const char *text)
{
  switch (evidence)
    {
    case AMP_EVIDENCE_HEADER:
      return g_strdup_printf (_ ("header word %s"), text);
    case AMP_EVIDENCE_WORDS:
      return g_strdup_printf (_ ("%.1f words a value on average"), first / 10.0);
    case AMP_EVIDENCE_UNIQUE:
      return g_strdup_printf (_ ("all of %u values differ"), first);
    case AMP_EVIDENCE_NO_VALUE:
      return g_strdup_printf (_ ("no value in %u rows"), first);
    case AMP_EVIDENCE_DISTINCT:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u different value among %u of the sample", "%u different values among %u of the sample", first), first, second);
    default:
      return dup_share (evidence, (int) first, second, text);
    }
}

char *
amp_evidence_dup_sentence (const char *line)
{
  g_auto (GStrv) parts = NULL;
  guint64     numbers[2];
  AmpEvidence evidence;

  g_return_val_if_fail (line != NULL, NULL);

  parts = g_strsplit (line, "|", 4);
  if (g_strv_length (parts) != 4 || !find_evidence (parts[0], &evidence))
    return g_strdup (line);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (!g_ascii_string_to_unsigned (parts[i + 1], 10, 0, G_MAXINT32, &numbers[i], NULL))
      return g_strdup (line);
  return dup_sentence (evidence, (guint) numbers[0], (guint) numbers[1], parts[3]);
}

char **
amp_evidence_dup_sentences (const char *const *lines)
{
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();

  g_return_val_if_fail (lines != NULL, NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *sentence = amp_evidence_dup_sentence (lines[i]);

      g_strv_builder_add (sentences, sentence);
    }
  return g_strv_builder_end (sentences);
}
