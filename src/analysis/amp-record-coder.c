/* Reads a row's parts, asks the recognisers and the resolver, and keeps codes. */
#include "amp-record-coder.h"

#include "amp-email.h"
#include "amp-name.h"
#include "amp-nir.h"
#include "amp-phone.h"
#include "amp-value.h"

#define NAME_SIZE 128

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

/* The normalised parts of who a record is about, on the stack while the
 * pseudonyms are made. */
typedef struct
{
  AmpNir  nir;
  char    last_name[NAME_SIZE];
  char    first_name[NAME_SIZE];
  char    emails[AMP_RECORD_MAX_CONTACTS][AMP_EMAIL_SIZE];
  char    phones[AMP_RECORD_MAX_CONTACTS][AMP_PHONE_SIZE];
  gsize   last_name_length;
  gsize   first_name_length;
  gsize   email_lengths[AMP_RECORD_MAX_CONTACTS];
  gsize   phone_lengths[AMP_RECORD_MAX_CONTACTS];
  AmpDate birth_date;
} Identity;

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

static void
read_names (AmpRecordCoder *self, const AmpRow *row, Identity *identity)
{
  Text last = read_part (self, row, AMP_RECORD_PART_LAST_NAME);
  Text first = read_part (self, row, AMP_RECORD_PART_FIRST_NAME);
  Text full = read_part (self, row, AMP_RECORD_PART_FULL_NAME);

  if (last.length == 0)
    last = full;
  identity->last_name_length = amp_name_normalize (last.bytes, last.length, identity->last_name, NAME_SIZE);
  identity->first_name_length = amp_name_normalize (first.bytes, first.length, identity->first_name, NAME_SIZE);
}

static void
read_contacts (AmpRecordCoder *self, const AmpRow *row, Identity *identity)
{
  for (guint i = 0; i < AMP_RECORD_MAX_CONTACTS; i++)
    {
      Text text = read_column (self, row, self->plan->emails[i], self->contact);

      if (text.length > 0)
        identity->email_lengths[i] = amp_email_normalize (text.bytes, text.length, identity->emails[i], AMP_EMAIL_SIZE);
      text = read_column (self, row, self->plan->phones[i], self->contact);
      if (text.length > 0)
        identity->phone_lengths[i] = amp_phone_normalize (text.bytes, text.length, identity->phones[i], AMP_PHONE_SIZE);
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

static void
read_identity (AmpRecordCoder *self, const AmpRow *row, Identity *identity)
{
  memset (identity, 0, sizeof *identity);
  read_nir (self, row, &identity->nir);
  read_names (self, row, identity);
  read_contacts (self, row, identity);
  read_birth_date (self, row, &identity->birth_date);
}

/* A key with an empty part would join all who lack it. */
static void
add_key (AmpRecordCoder         *self,
         AmpPersonEvidence      *evidence,
         AmpPersonRule           rule,
         const AmpPseudonymPart *parts,
         guint                   n_parts)
{
  g_assert (evidence->n_keys < AMP_PERSON_MAX_KEYS);

  for (guint i = 0; i < n_parts; i++)
    if (parts[i].length == 0)
      return;
  evidence->keys[evidence->n_keys++] = (AmpPersonKey){
    .rule = rule,
    .pseudonym = amp_pseudonym_make (self->key, rule, parts, n_parts),
  };
}

static void
add_contact_keys (AmpRecordCoder *self, AmpPersonEvidence *evidence, const Identity *identity, AmpPseudonymPart name)
{
  for (guint i = 0; i < AMP_RECORD_MAX_CONTACTS; i++)
    {
      AmpPseudonymPart email = { identity->emails[i], identity->email_lengths[i] };

      add_key (self, evidence, AMP_PERSON_RULE_EMAIL_NAME, (AmpPseudonymPart[]){ email, name }, 2);
    }
  for (guint i = 0; i < AMP_RECORD_MAX_CONTACTS; i++)
    {
      AmpPseudonymPart phone = { identity->phones[i], identity->phone_lengths[i] };

      add_key (self, evidence, AMP_PERSON_RULE_PHONE_NAME, (AmpPseudonymPart[]){ phone, name }, 2);
    }
}

/* A full name is one part when the dump has it in one column. */
static AmpPseudonymPart
full_name_of (const Identity *identity, char *buffer)
{
  gsize length = identity->last_name_length;

  if (length == 0)
    return (AmpPseudonymPart){ "", 0 };
  memcpy (buffer, identity->last_name, length);
  buffer[length++] = ' ';
  memcpy (buffer + length, identity->first_name, identity->first_name_length);
  return (AmpPseudonymPart){ buffer, length + identity->first_name_length };
}

static void
make_evidence (AmpRecordCoder *self, const Identity *identity, const AmpPlace *place, AmpPersonEvidence *evidence)
{
  char             buffer[2 * NAME_SIZE];
  gboolean         has_birth = identity->birth_date.year != 0;
  gboolean         has_commune = place->commune != AMP_PLACE_NONE;
  AmpPseudonymPart nir = { identity->nir.digits, strlen (identity->nir.digits) };
  AmpPseudonymPart first = { identity->first_name, identity->first_name_length };
  AmpPseudonymPart birth = { (const char *) &identity->birth_date, has_birth ? sizeof identity->birth_date : 0 };
  AmpPseudonymPart commune = { (const char *) &place->commune, has_commune ? sizeof place->commune : 0 };
  AmpPseudonymPart name = full_name_of (identity, buffer);

  evidence->n_keys = 0;
  add_key (self, evidence, AMP_PERSON_RULE_NIR_BIRTH_DATE, (AmpPseudonymPart[]){ nir, birth }, 2);
  add_key (self, evidence, AMP_PERSON_RULE_NIR_FIRST_NAME, (AmpPseudonymPart[]){ nir, first }, 2);
  add_contact_keys (self, evidence, identity, name);
  add_key (self, evidence, AMP_PERSON_RULE_NAME_BIRTH_DATE_COMMUNE, (AmpPseudonymPart[]){ name, birth, commune }, 3);
  add_key (self, evidence, AMP_PERSON_RULE_NAME_BIRTH_DATE, (AmpPseudonymPart[]){ name, birth }, 2);
  add_key (self, evidence, AMP_PERSON_RULE_NIR, &nir, 1);
  explicit_bzero (buffer, sizeof buffer);

  /* The key of the NIR alone comes last, and is there when a NIR is. */
  evidence->birth_date = identity->birth_date;
  evidence->valid_nir = identity->nir.key_valid ? evidence->keys[evidence->n_keys - 1].pseudonym.low | 1 : 0;
}

gboolean
amp_record_coder_code (AmpRecordCoder *self, const AmpRow *row, AmpRecordFacts *facts, guint8 *bitmap, guint32 *filled)
{
  Identity identity;
  gboolean is_record;

  g_return_val_if_fail (self != NULL && row != NULL, FALSE);

  begin_place (self, row);
  facts->categories = read_categories (self, row, bitmap, filled, &is_record);
  if (!is_record)
    return FALSE;

  facts->line = row->line;
  facts->fault = row->fault;
  facts->sex = read_sex (self, row);
  read_identity (self, row, &identity);
  amp_place_resolver_end (self->places, &facts->place);
  facts->age_band = identity.birth_date.year != 0 ? amp_age_band_at (identity.birth_date, self->as_of) : AMP_AGE_BAND_UNKNOWN;
  make_evidence (self, &identity, &facts->place, &facts->evidence);
  explicit_bzero (&identity, sizeof identity);
  return TRUE;
}
