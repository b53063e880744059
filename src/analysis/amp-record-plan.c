/* From reviewed fields to the parts that columns play. */
#include "amp-record-plan.h"

#include <string.h>

#include "amp-header-owner.h"

/* From how varied the values of a sample are on, all records are looked at to count
 * them, and in how many filled columns of an average record there is time for it: three
 * hundredths of an import. */
#define VARIED 0.25

/* Of a source of so few bytes, all of it is looked at: nobody would notice the time. */
#define SMALL_SOURCE (32 * 1024 * 1024)
#define MAX_VARIED 3.0

/* clang-format off */
static const struct
{
  AmpRecordPart part;
  AmpFieldType  type;
} PARTS[] = {
  { AMP_RECORD_PART_NIR,         AMP_FIELD_TYPE_NIR },
  { AMP_RECORD_PART_NIR_KEY,     AMP_FIELD_TYPE_NIR_KEY },
  { AMP_RECORD_PART_LAST_NAME,   AMP_FIELD_TYPE_LAST_NAME },
  { AMP_RECORD_PART_FIRST_NAME,  AMP_FIELD_TYPE_FIRST_NAME },
  { AMP_RECORD_PART_FULL_NAME,   AMP_FIELD_TYPE_FULL_NAME },
  { AMP_RECORD_PART_MAIDEN_NAME, AMP_FIELD_TYPE_MAIDEN_NAME },
  { AMP_RECORD_PART_BIRTH_DATE,  AMP_FIELD_TYPE_BIRTH_DATE },
  { AMP_RECORD_PART_SEX,         AMP_FIELD_TYPE_SEX },
  { AMP_RECORD_PART_TITLE,       AMP_FIELD_TYPE_TITLE },
};

static const struct
{
  AmpRecordPart part;
  AmpPlacePart  place;
} PLACES[] = {
  { AMP_RECORD_PART_POSTAL_CODE,  AMP_PLACE_PART_POSTAL_CODE },
  { AMP_RECORD_PART_CITY,         AMP_PLACE_PART_CITY },
  { AMP_RECORD_PART_CP_CITY,      AMP_PLACE_PART_CP_CITY },
  { AMP_RECORD_PART_INSEE_CODE,   AMP_PLACE_PART_INSEE_CODE },
  { AMP_RECORD_PART_COUNTRY,      AMP_PLACE_PART_COUNTRY },
  { AMP_RECORD_PART_FULL_ADDRESS, AMP_PLACE_PART_FULL_ADDRESS },
};
/* clang-format on */
G_STATIC_ASSERT (G_N_ELEMENTS (PARTS) + G_N_ELEMENTS (PLACES) == AMP_N_RECORD_PARTS);
G_STATIC_ASSERT (G_N_ELEMENTS (PLACES) == AMP_N_PLACE_PARTS);
G_STATIC_ASSERT (AMP_RECORD_PART_ABSENT == AMP_PLACE_PART_ABSENT);

/* What is needed of a source while its plan is made. */
typedef struct
{
  AmpSource      *source;
  guint           n_fields;
  AmpHeaderOwner *owners; /* by column; "none" is the person */
} Columns;

static AmpFieldType
get_type (const Columns *columns, guint column)
{
  return amp_field_get_effective_type (amp_source_get_field (columns->source, column + 1));
}

static void
find_owners (Columns *columns)
{
  g_auto (GStrv) headers = amp_source_dup_headers (columns->source);

  columns->owners = g_new (AmpHeaderOwner, columns->n_fields);
  for (guint i = 0; i < columns->n_fields; i++)
    {
      columns->owners[i] = amp_header_owner_find (headers[i]);
      /* The person's own name or date of birth, with NAISSANCE in its header. */
      if (columns->owners[i] == AMP_HEADER_OWNER_NONE || columns->owners[i] == AMP_HEADER_OWNER_ORIGIN)
        columns->owners[i] = AMP_HEADER_OWNER_PERSON;
    }
}

/* The first column of @type of who is nearest to the person: the pupil's name
 * rather than the parent's. */
static guint
find_one (const Columns *columns, AmpFieldType type)
{
  guint best = AMP_RECORD_PART_ABSENT;

  for (guint i = 0; i < columns->n_fields; i++)
    if (get_type (columns, i) == type && (best == AMP_RECORD_PART_ABSENT || columns->owners[i] < columns->owners[best]))
      best = i;
  return best;
}

/* The telephone of a doctor or a laboratory is that of all their patients. */
static void
find_contacts (const Columns *columns, AmpFieldType type, guint *contacts)
{
  guint n = 0;

  for (guint i = 0; i < AMP_RECORD_MAX_CONTACTS; i++)
    contacts[i] = AMP_RECORD_PART_ABSENT;
  for (guint i = 0; i < columns->n_fields && n < AMP_RECORD_MAX_CONTACTS; i++)
    if (get_type (columns, i) == type && columns->owners[i] < AMP_HEADER_OWNER_EMPLOYER)
      contacts[n++] = i;
}

static void
assign_parts (AmpRecordPlan *plan, const Columns *columns, const AmpPlaceBasis *basis)
{
  for (guint i = 0; i < G_N_ELEMENTS (PARTS); i++)
    plan->parts[PARTS[i].part] = find_one (columns, PARTS[i].type);
  for (guint i = 0; i < G_N_ELEMENTS (PLACES); i++)
    plan->parts[PLACES[i].part] = basis != NULL ? basis->columns[PLACES[i].place] : AMP_RECORD_PART_ABSENT;
  find_contacts (columns, AMP_FIELD_TYPE_PHONE, plan->phones);
  find_contacts (columns, AMP_FIELD_TYPE_EMAIL, plan->emails);
}

/* What tells persons apart, and so comes first where not all can be counted. */
#define TELLING_CATEGORIES                                                              \
  (AMP_CATEGORY_BIT (AMP_CATEGORY_IDENTITY) | AMP_CATEGORY_BIT (AMP_CATEGORY_CONTACT) | \
   AMP_CATEGORY_BIT (AMP_CATEGORY_OFFICIAL_ID) | AMP_CATEGORY_BIT (AMP_CATEGORY_FINANCIAL))

/* Those first that tell persons apart, then the most varied. What the analyst made of a
 * type changes nothing: a case that is given another later must be the same. */
static int
compare_varied (gconstpointer one, gconstpointer other)
{
  AmpField      *fields[] = { *(AmpField *const *) one, *(AmpField *const *) other };
  AmpCategorySet categories[2];
  double         varieties[2];

  for (guint i = 0; i < 2; i++)
    {
      categories[i] = amp_field_type_get_categories (amp_field_get_recognised_type (fields[i])) & TELLING_CATEGORIES;
      varieties[i] = amp_field_get_variety (fields[i]);
    }
  if ((categories[0] != 0) != (categories[1] != 0))
    return categories[0] != 0 ? -1 : 1;
  if (varieties[0] != varieties[1])
    return varieties[0] > varieties[1] ? -1 : 1;
  return (int) amp_field_get_position (fields[0]) - (int) amp_field_get_position (fields[1]);
}

/* Columns that repeat their values show them all in some records; of the others, as
 * many are taken as there is time for. */
static void
find_varied (AmpRecordPlan *plan, AmpSource *source)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  gint64 bytes = amp_source_get_bytes (source);
  double room = MAX_VARIED;

  plan->varied = g_malloc0 (MAX (plan->bitmap_size, 1));
  if (bytes >= 0 && bytes <= SMALL_SOURCE)
    {
      memset (plan->varied, 0xff, plan->bitmap_size);
      return;
    }
  for (guint i = 0; i < plan->n_fields; i++)
    if (amp_field_get_variety (amp_source_get_field (source, i + 1)) >= VARIED)
      g_ptr_array_add (fields, amp_source_get_field (source, i + 1));
  g_ptr_array_sort (fields, compare_varied);
  for (guint i = 0; i < fields->len && room > 0; i++)
    {
      guint column = amp_field_get_position (g_ptr_array_index (fields, i)) - 1;

      plan->varied[column / 8] |= (guint8) (1u << column % 8);
      room -= amp_field_get_filled (g_ptr_array_index (fields, i));
    }
}

gboolean
amp_record_plan_reads_type (AmpFieldType type)
{
  for (guint i = 0; i < G_N_ELEMENTS (PARTS); i++)
    if (PARTS[i].type == type)
      return TRUE;
  return type == AMP_FIELD_TYPE_PHONE || type == AMP_FIELD_TYPE_EMAIL || amp_place_basis_reads_type (type);
}

AmpRecordPlan *
amp_record_plan_new (AmpSource *source, const AmpPlaceBasis *basis)
{
  AmpRecordPlan *plan = g_new0 (AmpRecordPlan, 1);
  Columns        columns = { source, 0, NULL };
  guint          birth;

  g_return_val_if_fail (AMP_IS_SOURCE (source), NULL);

  plan->encoding = amp_source_get_dialect (source)->encoding;
  plan->n_fields = g_list_model_get_n_items (amp_source_get_fields (source));
  plan->bitmap_size = (plan->n_fields + 7) / 8;
  plan->categories = g_new0 (AmpCategorySet, plan->n_fields);
  plan->free_texts = g_new (guint, plan->n_fields);
  for (guint i = 0; i < plan->n_fields; i++)
    {
      AmpFieldType type = amp_field_get_effective_type (amp_source_get_field (source, i + 1));

      plan->categories[i] = amp_field_type_get_categories (type);
      if (amp_field_type_is_free_text (type))
        plan->free_texts[plan->n_free_texts++] = i;
    }
  columns.n_fields = plan->n_fields;
  find_owners (&columns);
  assign_parts (plan, &columns, basis);
  g_free (columns.owners);
  find_varied (plan, source);

  birth = plan->parts[AMP_RECORD_PART_BIRTH_DATE];
  if (birth != AMP_RECORD_PART_ABSENT)
    {
      plan->date_order = amp_field_get_date_order (amp_source_get_field (source, birth + 1));
      plan->short_years = *amp_field_get_short_years (amp_source_get_field (source, birth + 1));
    }
  return plan;
}

void
amp_record_plan_free (AmpRecordPlan *plan)
{
  g_return_if_fail (plan != NULL);
  g_free (plan->categories);
  g_free (plan->free_texts);
  g_free (plan->varied);
  g_free (plan);
}
