/* From reviewed fields to the parts that columns play. */
#include "amp-record-plan.h"

/* clang-format off */
static const struct
{
  AmpRecordPart part;
  AmpFieldType  type;
} PARTS[] = {
  { AMP_RECORD_PART_NIR,          AMP_FIELD_TYPE_NIR },
  { AMP_RECORD_PART_NIR_KEY,      AMP_FIELD_TYPE_NIR_KEY },
  { AMP_RECORD_PART_LAST_NAME,    AMP_FIELD_TYPE_LAST_NAME },
  { AMP_RECORD_PART_FIRST_NAME,   AMP_FIELD_TYPE_FIRST_NAME },
  { AMP_RECORD_PART_FULL_NAME,    AMP_FIELD_TYPE_FULL_NAME },
  { AMP_RECORD_PART_BIRTH_DATE,   AMP_FIELD_TYPE_BIRTH_DATE },
  { AMP_RECORD_PART_SEX,          AMP_FIELD_TYPE_SEX },
  { AMP_RECORD_PART_TITLE,        AMP_FIELD_TYPE_TITLE },
  { AMP_RECORD_PART_POSTAL_CODE,  AMP_FIELD_TYPE_POSTAL_CODE },
  { AMP_RECORD_PART_CITY,         AMP_FIELD_TYPE_CITY },
  { AMP_RECORD_PART_CP_CITY,      AMP_FIELD_TYPE_CP_CITY },
  { AMP_RECORD_PART_INSEE_CODE,   AMP_FIELD_TYPE_INSEE_CODE },
  { AMP_RECORD_PART_COUNTRY,      AMP_FIELD_TYPE_COUNTRY },
  { AMP_RECORD_PART_FULL_ADDRESS, AMP_FIELD_TYPE_FULL_ADDRESS },
};
/* clang-format on */
G_STATIC_ASSERT (G_N_ELEMENTS (PARTS) == AMP_N_RECORD_PARTS);

static void
find_several (AmpSource *source, guint n_fields, AmpFieldType type, guint *columns, guint n_columns)
{
  guint n = 0;

  for (guint i = 0; i < n_columns; i++)
    columns[i] = AMP_RECORD_PART_ABSENT;
  for (guint i = 0; i < n_fields && n < n_columns; i++)
    if (amp_field_get_effective_type (amp_source_get_field (source, i + 1)) == type)
      columns[n++] = i;
}

/* The column of @type nearest to @near: a dump may hold several addresses, and
 * the postal code of one must not meet the city of another. */
static guint
find_nearest (AmpSource *source, guint n_fields, AmpFieldType type, guint near)
{
  guint best = AMP_RECORD_PART_ABSENT;
  guint best_distance = G_MAXUINT;

  for (guint i = 0; i < n_fields; i++)
    {
      guint distance = i > near ? i - near : near - i;

      if (amp_field_get_effective_type (amp_source_get_field (source, i + 1)) != type || distance >= best_distance)
        continue;
      best = i;
      best_distance = distance;
    }
  return best;
}

static void
assign_parts (AmpRecordPlan *plan, AmpSource *source)
{
  guint near;

  for (guint i = 0; i < G_N_ELEMENTS (PARTS); i++)
    find_several (source, plan->n_fields, PARTS[i].type, &plan->parts[PARTS[i].part], 1);
  find_several (source, plan->n_fields, AMP_FIELD_TYPE_PHONE, plan->phones, AMP_RECORD_MAX_CONTACTS);
  find_several (source, plan->n_fields, AMP_FIELD_TYPE_EMAIL, plan->emails, AMP_RECORD_MAX_CONTACTS);

  near = plan->parts[AMP_RECORD_PART_POSTAL_CODE];
  if (near == AMP_RECORD_PART_ABSENT)
    return;
  plan->parts[AMP_RECORD_PART_CITY] = find_nearest (source, plan->n_fields, AMP_FIELD_TYPE_CITY, near);
  plan->parts[AMP_RECORD_PART_COUNTRY] = find_nearest (source, plan->n_fields, AMP_FIELD_TYPE_COUNTRY, near);
}

AmpRecordPlan *
amp_record_plan_new (AmpSource *source)
{
  AmpRecordPlan *plan = g_new0 (AmpRecordPlan, 1);
  guint          birth;

  g_return_val_if_fail (AMP_IS_SOURCE (source), NULL);

  plan->encoding = amp_source_get_dialect (source)->encoding;
  plan->n_fields = g_list_model_get_n_items (amp_source_get_fields (source));
  plan->bitmap_size = (plan->n_fields + 7) / 8;
  plan->categories = g_new0 (AmpCategorySet, plan->n_fields);
  plan->is_free_text = g_new0 (gboolean, plan->n_fields);
  for (guint i = 0; i < plan->n_fields; i++)
    {
      AmpFieldType type = amp_field_get_effective_type (amp_source_get_field (source, i + 1));

      plan->categories[i] = amp_field_type_get_categories (type);
      plan->is_free_text[i] = amp_field_type_is_free_text (type);
    }
  assign_parts (plan, source);

  birth = plan->parts[AMP_RECORD_PART_BIRTH_DATE];
  if (birth != AMP_RECORD_PART_ABSENT)
    plan->date_order = amp_field_get_date_order (amp_source_get_field (source, birth + 1));
  return plan;
}

void
amp_record_plan_free (AmpRecordPlan *plan)
{
  g_return_if_fail (plan != NULL);
  g_free (plan->categories);
  g_free (plan->is_free_text);
  g_free (plan);
}
