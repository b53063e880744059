/* Prints severities. */
#include "amp-severity-output.h"

#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "amp-display-text.h"

static void
add_string (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_number (JsonBuilder *builder, const char *name, double number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, number);
}

static void
add_count (JsonBuilder *builder, const char *name, gint64 count)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, count);
}

static void
add_flag (JsonBuilder *builder, const char *name, gboolean flag)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, flag);
}

static void
add_reasons (JsonBuilder *builder, char **reasons)
{
  json_builder_set_member_name (builder, "reasons");
  json_builder_begin_array (builder);
  for (guint i = 0; reasons[i] != NULL; i++)
    json_builder_add_string_value (builder, reasons[i]);
  json_builder_end_array (builder);
}

static void
add_bands (JsonBuilder *builder, AmpTable *bands)
{
  json_builder_set_member_name (builder, "bands");
  json_builder_begin_array (builder);
  for (guint i = 0; i < amp_table_get_n_rows (bands); i++)
    {
      const AmpTableRow *row = amp_table_get_row (bands, i);

      json_builder_begin_object (builder);
      add_string (builder, "code", row->code);
      add_string (builder, "label", row->label);
      add_count (builder, "records", row->records);
      add_count (builder, "persons", row->persons);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* A class that nothing belongs to has no score. */
static void
add_part_value (JsonBuilder *builder, const char *name, double value)
{
  json_builder_set_member_name (builder, name);
  if (value < 0)
    json_builder_add_null_value (builder);
  else
    json_builder_add_double_value (builder, value);
}

static void
add_parts (JsonBuilder *builder, const AmpSeverity *severity)
{
  json_builder_set_member_name (builder, "parts");
  json_builder_begin_array (builder);
  for (guint part = 0; part < AMP_N_SEVERITY_PARTS; part++)
    {
      json_builder_begin_object (builder);
      add_string (builder, "code", amp_severity_part_get_code (part));
      add_string (builder, "label", amp_severity_part_get_label (part));
      add_part_value (builder, "computed", severity->computed_parts[part]);
      add_part_value (builder, "value", severity->parts[part]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_computed (JsonBuilder *builder, const AmpSeverity *severity)
{
  json_builder_set_member_name (builder, "computed");
  json_builder_begin_object (builder);
  add_number (builder, "score", severity->computed_score);
  add_string (builder, "band", amp_severity_band_get_code (severity->computed_band));
  json_builder_end_object (builder);
}

static void
add_adjustments (JsonBuilder *builder, const GPtrArray *adjustments)
{
  json_builder_set_member_name (builder, "adjustments");
  json_builder_begin_array (builder);
  for (guint i = 0; i < adjustments->len; i++)
    {
      const AmpSeverityAdjustment *adjustment = g_ptr_array_index (adjustments, i);

      json_builder_begin_object (builder);
      add_string (builder, "part", amp_severity_part_get_code (adjustment->part));
      add_number (builder, "value", adjustment->value);
      add_string (builder, "analyst", adjustment->analyst);
      add_string (builder, "time", adjustment->time != NULL ? adjustment->time : "");
      add_string (builder, "reason", adjustment->reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_group (JsonBuilder *builder, const AmpSeveritySpread *group)
{
  json_builder_begin_object (builder);
  add_string (builder, "code", group->code);
  add_string (builder, "label", group->label);
  add_count (builder, "records", group->records);
  add_count (builder, "persons", group->persons);
  json_builder_set_member_name (builder, "bands");
  json_builder_begin_object (builder);
  for (guint band = 0; band < AMP_N_SEVERITY_BANDS; band++)
    add_count (builder, amp_severity_band_get_code (band), group->bands[band]);
  json_builder_end_object (builder);
  add_number (builder, "score", group->score);
  add_string (builder, "band", amp_severity_band_get_code (group->band));
  add_string (builder, "median_band", amp_severity_band_get_code (group->median));
  json_builder_end_object (builder);
}

static void
add_groups (JsonBuilder *builder, AmpKey key, const GPtrArray *groups)
{
  add_string (builder, "by", amp_key_get_code (key));
  json_builder_set_member_name (builder, "groups");
  json_builder_begin_array (builder);
  for (guint i = 0; i < groups->len; i++)
    add_group (builder, g_ptr_array_index (groups, i));
  json_builder_end_array (builder);
}

void
amp_severity_output_add_json (const AmpSeverityOutput *self, JsonBuilder *builder)
{
  const AmpSeverity *severity = self->severity;

  add_number (builder, "score", severity->score);
  add_string (builder, "band", amp_severity_band_get_code (severity->band));
  add_string (builder, "cnil_band", amp_severity_band_get_cnil_label (severity->band));
  add_count (builder, "dpc", severity->dpc);
  add_number (builder, "ei", severity->ei);
  add_number (builder, "cb", severity->cb);
  add_flag (builder, "many_people", severity->is_many_people);
  add_flag (builder, "unintelligible", severity->is_unintelligible);
  add_flag (builder, "adjusted", severity->is_adjusted);
  add_computed (builder, severity);
  add_parts (builder, severity);
  add_adjustments (builder, self->adjustments);
  add_reasons (builder, severity->reasons);
  add_bands (builder, self->bands);
  if (self->groups != NULL)
    add_groups (builder, self->key, self->groups);
}

static void
print_result (const AmpSeverity *severity)
{
  const char *band = amp_severity_band_get_label (severity->band);

  if (severity->dpc == 0)
    /* translators: the band of the severity, then its score */
    printf (_ ("%s: %.2f\n"), band, severity->score);
  else
    /* translators: the band of the severity, then its score and what it is made of */
    printf (_ ("%s: %.2f = %u × %.2f + %.2f\n"), band, severity->score, severity->dpc, severity->ei, severity->cb);
  printf (_ ("On the CNIL’s scale: %s\n"), amp_severity_band_get_cnil_label (severity->band));
  if (severity->is_adjusted)
    /* translators: a score and its band */
    printf (_ ("Computed without the analyst’s adjustments: %.2f, %s\n"), severity->computed_score, amp_severity_band_get_label (severity->computed_band));
  if (severity->is_many_people)
    printf ("%s\n", _ ("Flag: more than 100 people."));
  if (severity->is_unintelligible)
    printf ("%s\n", _ ("Flag: the data are unintelligible (encrypted or hashed)."));
}

static void
print_adjustment (const AmpSeverityAdjustment *adjustment)
{
  g_autofree char *analyst = amp_display_text_escape (adjustment->analyst);
  g_autofree char *reason = amp_display_text_escape_message (adjustment->reason);

  /* translators: the code of a part and its value, then who set it, when and why */
  printf (_ ("* %s = %g, set by %s on %s: %s\n"), amp_severity_part_get_code (adjustment->part), adjustment->value, analyst, adjustment->time != NULL ? adjustment->time : "–", reason);
}

static void
print_group (const AmpSeveritySpread *group)
{
  g_autofree char *label = amp_display_text_escape (group->label);

  printf ("%12" G_GINT64_FORMAT, group->persons);
  for (guint band = AMP_N_SEVERITY_BANDS; band-- > 0;)
    printf (" %12" G_GINT64_FORMAT, group->bands[band]);
  printf (" %6.2f  %s\n", group->score, label);
}

static void
print_groups (const GPtrArray *groups)
{
  g_autofree char *persons = amp_command_pad (_ ("persons"), -12);

  printf ("\n%s", persons);
  for (guint band = AMP_N_SEVERITY_BANDS; band-- > 0;)
    {
      g_autofree char *label = amp_command_pad (amp_severity_band_get_label (band), -12);

      printf (" %s", label);
    }
  printf (" %6s\n", "SE");
  for (guint i = 0; i < groups->len; i++)
    print_group (g_ptr_array_index (groups, i));
  printf ("\n%s\n", _ ("Rating persons and groups is an extension: ENISA’s method rates a breach as a whole. SE of a group: of all that is exposed about anybody in it."));
}

void
amp_severity_output_print_text (const AmpSeverityOutput *self)
{
  print_result (self->severity);
  for (guint i = 0; self->severity->reasons[i] != NULL; i++)
    printf ("- %s\n", self->severity->reasons[i]);
  for (guint i = 0; i < self->adjustments->len; i++)
    print_adjustment (g_ptr_array_index (self->adjustments, i));
  for (guint i = 0; i < amp_table_get_n_rows (self->bands); i++)
    {
      const AmpTableRow *row = amp_table_get_row (self->bands, i);

      printf ("%12" G_GINT64_FORMAT "  %s\n", row->persons, row->label);
    }
  if (self->groups != NULL)
    print_groups (self->groups);
}
