/* Writes a source and its fields as JSON: headers and shapes, never a value. */
#include "amp-source-json.h"

#include "amp-category.h"
#include "amp-display-text.h"
#include "amp-evidence.h"
#include "amp-place-basis.h"
#include "amp-sensitivity.h"

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_number (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_unknown (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_null_value (builder);
}

/* Shares are told to three decimals: the sample knows no more. */
static void
add_share (JsonBuilder *builder, const char *name, double share)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, (double) (gint64) (share * 1000 + 0.5) / 1000);
}

static void
add_character (JsonBuilder *builder, const char *name, char character)
{
  char text[2] = { character, '\0' };

  add_string (builder, name, text);
}

static void
add_category (JsonBuilder *builder, AmpFieldType type)
{
  int category = amp_field_type_get_category (type);

  if (category < 0)
    {
      add_unknown (builder, "category");
      add_unknown (builder, "sensitivity");
      return;
    }
  add_string (builder, "category", amp_category_get_code (category));
  add_string (builder, "sensitivity", amp_sensitivity_get_code (amp_category_get_sensitivity (category)));
}

static void
add_evidence (JsonBuilder *builder, AmpField *field)
{
  g_auto (GStrv) evidence = amp_evidence_dup_sentences (amp_field_get_evidence (field));

  json_builder_set_member_name (builder, "evidence");
  json_builder_begin_array (builder);
  for (guint i = 0; evidence[i] != NULL; i++)
    json_builder_add_string_value (builder, evidence[i]);
  json_builder_end_array (builder);
}

static void
add_field (JsonBuilder *builder, AmpField *field)
{
  AmpFieldType type = amp_field_is_ignored (field) ? AMP_FIELD_TYPE_UNKNOWN : amp_field_get_field_type (field);

  json_builder_begin_object (builder);
  add_number (builder, "position", amp_field_get_position (field));
  add_string (builder, "header", amp_field_get_header (field));
  add_string (builder, "type", amp_field_type_get_code (type));
  add_category (builder, type);
  add_share (builder, "confidence", amp_field_get_confidence (field));
  add_share (builder, "filled", amp_field_get_filled (field));
  if (amp_field_get_valid (field) < 0)
    add_unknown (builder, "valid");
  else
    add_share (builder, "valid", amp_field_get_valid (field));
  add_string (builder, "shape", amp_field_get_shape (field));
  add_evidence (builder, field);
  json_builder_end_object (builder);
}

static void
add_dialect (JsonBuilder *builder, const AmpDialect *dialect)
{
  add_string (builder, "format", amp_dump_format_get_code (dialect->format));
  if (dialect->format == AMP_DUMP_FORMAT_SQL)
    {
      g_autofree char *table = amp_display_text_escape (dialect->table);

      add_string (builder, "table", table);
    }
  add_string (builder, "encoding", amp_encoding_get_code (dialect->encoding));
  add_character (builder, "delimiter", dialect->delimiter);
  add_character (builder, "quote", dialect->quote);
  add_string (builder, "line_end", amp_line_end_get_code (dialect->line_end));
  json_builder_set_member_name (builder, "has_header");
  json_builder_add_boolean_value (builder, dialect->has_header);
  add_number (builder, "preamble_lines", dialect->preamble_lines);
}

static void
add_place_basis (JsonBuilder *builder, const AmpPlaceBasis *basis, guint n_fields)
{
  json_builder_begin_object (builder);
  add_string (builder, "code", basis->code);
  json_builder_set_member_name (builder, "fields");
  json_builder_begin_array (builder);
  for (guint column = 0; column < n_fields; column++)
    for (guint part = 0; part < AMP_N_PLACE_PARTS; part++)
      if (basis->columns[part] == column)
        json_builder_add_int_value (builder, column + 1);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "default");
  json_builder_add_boolean_value (builder, basis->is_default);
  json_builder_end_object (builder);
}

static void
add_place_bases (JsonBuilder *builder, AmpSource *source, guint n_fields)
{
  g_autoptr (GPtrArray) bases = amp_place_basis_list (source);

  json_builder_set_member_name (builder, "place_bases");
  json_builder_begin_array (builder);
  for (guint i = 0; i < bases->len; i++)
    add_place_basis (builder, g_ptr_array_index (bases, i), n_fields);
  json_builder_end_array (builder);
}

void
amp_source_json_add (JsonBuilder *builder, AmpSource *source, const AmpSourceFacts *facts)
{
  guint n_fields;

  g_return_if_fail (JSON_IS_BUILDER (builder));
  g_return_if_fail (AMP_IS_SOURCE (source));

  n_fields = g_list_model_get_n_items (amp_source_get_fields (source));
  json_builder_begin_object (builder);
  add_string (builder, "path", amp_source_get_display_path (source));
  add_number (builder, "bytes", facts != NULL ? facts->bytes : amp_source_get_bytes (source));
  if (amp_source_get_packing (source) != AMP_PACKING_NONE)
    {
      add_string (builder, "packing", amp_packing_get_code (amp_source_get_packing (source)));
      add_share (builder, "ratio", amp_source_get_ratio (source));
    }
  add_dialect (builder, amp_source_get_dialect (source));
  add_number (builder, "records_estimate", amp_source_get_records_estimate (source));
  if (facts != NULL)
    {
      add_string (builder, "sha256", facts->sha256);
      add_number (builder, "records", facts->records);
      add_number (builder, "malformed", facts->malformed);
    }
  json_builder_set_member_name (builder, "fields");
  json_builder_begin_array (builder);
  for (guint column = 1; column <= n_fields; column++)
    add_field (builder, amp_source_get_field (source, column));
  json_builder_end_array (builder);
  add_place_bases (builder, source, n_fields);
  json_builder_end_object (builder);
}
