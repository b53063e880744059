/* Reads a row's parts, asks the recognisers and the resolver, and keeps codes. */
#include "amp-record-coder.h"

#include "amp-email.h"
#include "amp-name.h"
#include "amp-nir.h"
#include "amp-phone.h"
#include "amp-value.h"

/* One value, trimmed and in UTF-8; its bytes belong to the row or to the
 * coder's scratch memory. Empty when nobody plays the part. */
typedef struct
{
  const char *bytes;
  gsize       length;
} Text;

struct _AmpRecordCoder
{
  const AmpRecordPlan   *plan;
  const AmpTopicScanner *topics;
  const AmpPseudonymKey *key;
  AmpPlaceResolver      *places;
  AmpDate                as_of;
  guint                  first_short_year; /* of a birth */

  GString *decoded[AMP_N_RECORD_PARTS];
  GString *contact;
  GString *free_text;
};

G_STATIC_ASSERT (AMP_RECORD_MAX_CONTACTS == AMP_PERSON_MAX_CONTACTS);

/* What pseudonyms are made of, so that two of one value and two purposes differ. */
typedef enum
{
  DOMAIN_NIR,
  DOMAIN_EMAIL,
  DOMAIN_PHONE
} Domain;

AmpRecordCoder *
amp_record_coder_new (const AmpRecordPlan   *plan,
                      AmpGazetteer          *gazetteer,
                      const AmpTopicScanner *topics,
                      const AmpPseudonymKey *key,
                      AmpDate                as_of)
{
  AmpRecordCoder *self = g_new0 (AmpRecordCoder, 1);

  self->plan = plan;
  self->topics = topics;
  self->key = key;
  self->places = amp_place_resolver_new (gazetteer);
  self->as_of = as_of;
  self->first_short_year = amp_short_years_get_first (&plan->short_years, as_of.year);
  for (guint i = 0; i < AMP_N_RECORD_PARTS; i++)
    self->decoded[i] = g_string_new (NULL);
  self->contact = g_string_new (NULL);
  self->free_text = g_string_new (NULL);
  return self;
}

static void
wipe_string (GString *string)
{
  explicit_bzero (string->str, string->allocated_len);
  g_string_free (string, TRUE);
}

void
amp_record_coder_free (AmpRecordCoder *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < AMP_N_RECORD_PARTS; i++)
    wipe_string (self->decoded[i]);
  wipe_string (self->contact);
  wipe_string (self->free_text);
  g_clear_pointer (&self->places, amp_place_resolver_free);
  g_free (self);
}

static gboolean
is_ascii (const char *bytes, gsize length)
{
  guint8 seen = 0;

  for (gsize i = 0; i < length; i++)
    seen |= (guint8) bytes[i];
  return seen < 0x80;
}

/* Most values are ASCII and need no copy. */
static Text
decode (AmpRecordCoder *self, const AmpValue *value, GString *scratch)
{
  Text text = { value->bytes, value->length };

  amp_value_trim (&text.bytes, &text.length);
  if (is_ascii (text.bytes, text.length))
    return text;
  g_string_truncate (scratch, 0);
  amp_encoding_decode (self->plan->encoding, text.bytes, text.length, scratch);
  text = (Text){ scratch->str, scratch->len };
  amp_value_trim (&text.bytes, &text.length);
  return text;
}

/* Whether a value is filled, without a branch where its length or its first byte
 * tells, as nearly always: which cells of a wide row are filled cannot be foretold,
 * and a compiler that is given a choice branches. */
static inline gboolean
is_filled (const AmpValue *value)
{
  gsize  has_bytes = value->length > 0;
  gsize  readable = ((gsize) value->bytes & -has_bytes) | ((gsize) "x" & (has_bytes - 1));
  guint8 first = *(const guint8 *) readable;

  if (G_UNLIKELY (amp_value_bytes[first] != 0))
    return amp_value_is_filled_closely (value->bytes, value->length);
  return (gboolean) has_bytes;
}

static Text
read_column (AmpRecordCoder *self, const AmpRow *row, guint column, GString *scratch)
{
  const AmpValue *value;

  if (column >= row->n_values)
    return (Text){ "", 0 };
  value = &row->values[column];
  if (!is_filled (value))
    return (Text){ "", 0 };
  return decode (self, value, scratch);
}

static Text
read_part (AmpRecordCoder *self, const AmpRow *row, AmpRecordPart part)
{
  return read_column (self, row, self->plan->parts[part], self->decoded[part]);
}

/* Looks at the columns of one byte of the bitmap. */
static guint
read_eight (const AmpRecordPlan *plan, const AmpRow *row, guint first, guint n, guint32 *filled, AmpCategorySet *categories)
{
  guint bits = 0;

  for (guint i = 0; i < n; i++)
    {
      guint bit = (guint) is_filled (&row->values[first + i]);

      bits |= bit << i;
      filled[first + i] += bit;
      *categories |= plan->categories[first + i] & -bit;
    }
  return bits;
}

/* The topics that free text mentions. */
static AmpCategorySet
scan_free_texts (AmpRecordCoder *self, const AmpRow *row, const guint8 *bitmap)
{
  AmpCategorySet categories = 0;

  for (guint i = 0; i < self->plan->n_free_texts; i++)
    {
      guint column = self->plan->free_texts[i];

      if ((bitmap[column / 8] >> column % 8 & 1) != 0)
        {
          Text text = decode (self, &row->values[column], self->free_text);

          categories |= amp_topic_scanner_scan (self->topics, text.bytes, text.length);
        }
    }
  return categories;
}

/* What the filled values expose: the category of each one's type, and topics.
 * Values beyond the header's belong to no field and expose nothing that could be
 * named. */
static AmpCategorySet
read_categories (AmpRecordCoder *self, const AmpRow *row, guint8 *bitmap, guint32 *filled, gboolean *is_record)
{
  const AmpRecordPlan *plan = self->plan;
  AmpCategorySet       categories = 0;
  guint                n = MIN (row->n_values, plan->n_fields);
  guint                seen = 0;

  memset (bitmap, 0, plan->bitmap_size);
  for (guint i = 0; i < n; i += 8)
    {
      bitmap[i / 8] = (guint8) read_eight (plan, row, i, MIN (n - i, 8), filled, &categories);
      seen |= bitmap[i / 8];
    }
  for (guint i = n; i < row->n_values && !seen; i++)
    seen = (guint) is_filled (&row->values[i]);
  *is_record = seen != 0;
  return categories | scan_free_texts (self, row, bitmap);
}

static void
begin_place (AmpRecordCoder *self, const AmpRow *row)
{
  Text postal_code = read_part (self, row, AMP_RECORD_PART_POSTAL_CODE);
  Text city = read_part (self, row, AMP_RECORD_PART_CITY);
  Text insee_code = read_part (self, row, AMP_RECORD_PART_INSEE_CODE);
  Text country = read_part (self, row, AMP_RECORD_PART_COUNTRY);
  Text tail = read_part (self, row, AMP_RECORD_PART_CP_CITY);

  if (tail.length == 0)
    tail = read_part (self, row, AMP_RECORD_PART_FULL_ADDRESS);

  AmpPlaceQuery query = {
    .postal_code = postal_code.bytes,
    .postal_code_length = postal_code.length,
    .city = city.bytes,
    .city_length = city.length,
    .insee_code = insee_code.bytes,
    .insee_code_length = insee_code.length,
    .country = country.bytes,
    .country_length = country.length,
    .address_tail = tail.bytes,
    .address_tail_length = tail.length,
  };
  amp_place_resolver_begin (self->places, &query);
}

static AmpSex
read_sex (AmpRecordCoder *self, const AmpRow *row)
{
  Text   text = read_part (self, row, AMP_RECORD_PART_SEX);
  AmpSex sex = amp_sex_parse (text.bytes, text.length);

  if (sex != AMP_SEX_UNKNOWN)
    return sex;
  text = read_part (self, row, AMP_RECORD_PART_TITLE);
  return amp_sex_parse (text.bytes, text.length);
}

/* The key may stand in a column of its own: the two are then read as one. */
static void
read_nir (AmpRecordCoder *self, const AmpRow *row, AmpNir *nir)
{
  Text text = read_part (self, row, AMP_RECORD_PART_NIR);
  Text key = read_part (self, row, AMP_RECORD_PART_NIR_KEY);
  char joined[48];

  if (text.length == 0 || !amp_nir_parse (text.bytes, text.length, nir))
    return;
  if (nir->has_key || key.length != 2 || text.length + key.length > sizeof joined)
    return;
  memcpy (joined, text.bytes, text.length);
  memcpy (joined + text.length, key.bytes, key.length);
  amp_nir_parse (joined, text.length + key.length, nir);
  explicit_bzero (joined, sizeof joined);
}

static AmpNameText
read_name (AmpRecordCoder *self, const AmpRow *row, AmpRecordPart part)
{
  Text text = read_part (self, row, part);

  return (AmpNameText){ text.bytes, text.length };
}

static AmpNameSketch
sketch_name (AmpRecordCoder *self, const AmpRow *row, AmpSex sex)
{
  AmpNameText   last = read_name (self, row, AMP_RECORD_PART_LAST_NAME);
  AmpNameText   first = read_name (self, row, AMP_RECORD_PART_FIRST_NAME);
  AmpNameText   birth = read_name (self, row, AMP_RECORD_PART_MAIDEN_NAME);
  AmpNameText   full = { "", 0 };
  AmpNameSketch sketch;
  AmpName       name;

  if (last.length == 0 && birth.length == 0)
    full = read_name (self, row, AMP_RECORD_PART_FULL_NAME);
  if (full.length > 0 && first.length == 0)
    amp_name_read_full (full, &name);
  else
    amp_name_read (full.length > 0 ? full : last, first, birth, &name);
  sketch = amp_name_sketch_make (amp_pseudonym_key_get_sketch_key (self->key), &name, sex);
  explicit_bzero (&name, sizeof name);
  return sketch;
}

static void
read_contacts (AmpRecordCoder *self, const AmpRow *row, AmpPersonEvidence *evidence)
{
  for (guint i = 0; i < AMP_RECORD_MAX_CONTACTS; i++)
    {
      Text  text = read_column (self, row, self->plan->emails[i], self->contact);
      char  email[AMP_EMAIL_SIZE], phone[AMP_PHONE_SIZE];
      gsize length = text.length > 0 ? amp_email_normalize (text.bytes, text.length, email, sizeof email) : 0;

      evidence->emails[i] = amp_pseudonym_make (self->key, DOMAIN_EMAIL, email, length);
      text = read_column (self, row, self->plan->phones[i], self->contact);
      length = text.length > 0 ? amp_phone_normalize (text.bytes, text.length, phone, sizeof phone) : 0;
      evidence->phones[i] = amp_pseudonym_make (self->key, DOMAIN_PHONE, phone, length);
    }
}

/* Nobody is born after the reference day: a year of two digits that says so is
 * of the century before. */
static void
read_birth_date (AmpRecordCoder *self, const AmpRow *row, AmpDate *date)
{
  Text text = read_part (self, row, AMP_RECORD_PART_BIRTH_DATE);

  if (text.length == 0 || !amp_date_parse_from (text.bytes, text.length, self->plan->date_order, self->first_short_year, date))
    return;
  if (amp_date_compare (*date, self->as_of) > 0)
    amp_date_parse_from (text.bytes, text.length, self->plan->date_order, self->first_short_year - 100, date);
}

/* A number is of somebody born in its year and month; a provisional one will be
 * replaced by another. */
static gboolean
is_own (const AmpNir *nir, AmpDate birth)
{
  guint year = (guint) (nir->digits[1] - '0') * 10u + (guint) (nir->digits[2] - '0');
  guint month = (guint) (nir->digits[3] - '0') * 10u + (guint) (nir->digits[4] - '0');

  return birth.year != 0 && (nir->digits[0] == '1' || nir->digits[0] == '2') && birth.year % 100u == year && birth.month == month;
}

static guint32
code_nir (AmpRecordCoder *self, const AmpRow *row, AmpDate birth)
{
  AmpNir  nir = { 0 };
  guint32 code;

  read_nir (self, row, &nir);
  if (nir.digits[0] == '\0')
    return 0;
  code = amp_pseudonym_make (self->key, DOMAIN_NIR, nir.digits, strlen (nir.digits)) << 2;
  if (nir.key_valid)
    code |= AMP_PERSON_NIR_VALID;
  /* A wrong key may be a wrong number. */
  if ((nir.key_valid || !nir.has_key) && is_own (&nir, birth))
    code |= AMP_PERSON_NIR_OWN;
  explicit_bzero (&nir, sizeof nir);
  return code;
}

static guint16
code_commune (const AmpPlace *place)
{
  return place->commune < G_MAXUINT16 ? (guint16) (place->commune + 1) : 0;
}

static void
read_evidence (AmpRecordCoder *self, const AmpRow *row, AmpDate birth, AmpSex sex, AmpPersonEvidence *evidence)
{
  evidence->traits.name = sketch_name (self, row, sex);
  evidence->traits.birth = amp_birth_sketch_make (amp_pseudonym_key_get_sketch_key (self->key), birth);
  evidence->nir = code_nir (self, row, birth);
  read_contacts (self, row, evidence);
}

gboolean
amp_record_coder_code (AmpRecordCoder *self, const AmpRow *row, AmpRecordFacts *facts, guint8 *bitmap, guint32 *filled)
{
  AmpDate  birth = { 0 };
  gboolean is_record;

  g_return_val_if_fail (self != NULL && row != NULL, FALSE);

  begin_place (self, row);
  facts->categories = read_categories (self, row, bitmap, filled, &is_record);
  if (!is_record)
    return FALSE;

  facts->line = row->line;
  facts->fault = row->fault;
  facts->sex = read_sex (self, row);
  read_birth_date (self, row, &birth);
  facts->age_band = birth.year != 0 ? amp_age_band_at (birth, self->as_of) : AMP_AGE_BAND_UNKNOWN;
  read_evidence (self, row, birth, facts->sex, &facts->evidence);
  amp_place_resolver_end (self->places, &facts->place);
  facts->evidence.traits.commune = code_commune (&facts->place);
  return TRUE;
}
