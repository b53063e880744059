/* Reads and writes adjustments. Invariant: what is read was checked like what is
 * written, since anybody may have made the case. */
#include "amp-severity-adjustment.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "amp-analysis-error.h"
#include "amp-json-file.h"

#define PREFIX "severity/"

/* As long as a reason may be: a page or two. */
#define MAX_CHARACTERS 8000

void
amp_severity_adjustment_free (AmpSeverityAdjustment *adjustment)
{
  if (adjustment == NULL)
    return;
  g_free (adjustment->analyst);
  g_free (adjustment->time);
  g_free (adjustment->reason);
  g_free (adjustment);
}

static char *
dup_name (AmpSeverityPart part)
{
  return g_strconcat (PREFIX, amp_severity_part_get_code (part), NULL);
}

static gboolean
is_told (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));

  return stripped[0] != '\0' && g_utf8_validate (text, -1, NULL) && g_utf8_strlen (text, -1) <= MAX_CHARACTERS;
}

/* Returns what is wrong, or NULL. */
static const char *
find_fault (const AmpSeverityAdjustment *adjustment)
{
  g_autoptr (GDateTime) time = adjustment->time != NULL ? g_date_time_new_from_iso8601 (adjustment->time, NULL) : NULL;

  if (!amp_severity_part_accepts (adjustment->part, adjustment->value))
    return _ ("the method has no such value");
  if (!is_told (adjustment->analyst))
    return _ ("it must say who sets it");
  if (!is_told (adjustment->reason))
    return _ ("it must say why");
  if (adjustment->time != NULL && time == NULL)
    return _ ("its time is none");
  return NULL;
}

static gboolean
check (const AmpSeverityAdjustment *adjustment, GError **error)
{
  const char *fault = find_fault (adjustment);

  if (fault == NULL)
    return TRUE;
  /* translators: the first %s is the code of a part, the second the reason */
  g_set_error (error, AMP_ANALYSIS_ERROR, AMP_ANALYSIS_ERROR_ANNOTATION, _ ("Adjustment of “%s”: %s"), amp_severity_part_get_code (adjustment->part), fault);
  return FALSE;
}

static const char *
get_string (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static double
get_number (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_double (node) : NAN;
}

static AmpSeverityAdjustment *
parse (AmpSeverityPart part, const char *name, const char *text, GError **error)
{
  g_autoptr (JsonNode) root = amp_json_text_parse (name, text, error);
  g_autoptr (AmpSeverityAdjustment) adjustment = g_new0 (AmpSeverityAdjustment, 1);
  JsonObject *object;

  if (root == NULL)
    return NULL;
  object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  adjustment->part = part;
  adjustment->value = object != NULL ? get_number (object, "value") : NAN;
  if (object != NULL)
    {
      adjustment->analyst = g_strdup (get_string (object, "analyst"));
      adjustment->time = g_strdup (get_string (object, "time"));
      adjustment->reason = g_strdup (get_string (object, "reason"));
    }
  return check (adjustment, error) ? g_steal_pointer (&adjustment) : NULL;
}

/* Leaves parts out that nothing was set for. */
static gboolean
add_adjustment (AmpCase *self, AmpSeverityPart part, GPtrArray *adjustments, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char       *name = dup_name (part);
  g_autofree char       *text = amp_case_dup_annotation (self, name, &failure);
  AmpSeverityAdjustment *adjustment;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (text == NULL)
    return TRUE;
  adjustment = parse (part, name, text, error);
  if (adjustment == NULL)
    return FALSE;
  g_ptr_array_add (adjustments, adjustment);
  return TRUE;
}

GPtrArray *
amp_case_list_adjustments (AmpCase *self, GError **error)
{
  g_autoptr (GPtrArray) adjustments = g_ptr_array_new_with_free_func ((GDestroyNotify) amp_severity_adjustment_free);
  g_auto (GStrv) names = NULL;

  g_return_val_if_fail (AMP_IS_CASE (self), NULL);

  names = amp_case_list_annotations (self, PREFIX, error);
  if (names == NULL)
    return NULL;
  for (guint part = 0; names[0] != NULL && part < AMP_N_SEVERITY_PARTS; part++)
    if (!add_adjustment (self, part, adjustments, error))
      return NULL;
  return g_steal_pointer (&adjustments);
}

static char *
dup_json (const AmpSeverityAdjustment *adjustment)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *present = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "value");
  json_builder_add_double_value (builder, adjustment->value);
  json_builder_set_member_name (builder, "analyst");
  json_builder_add_string_value (builder, adjustment->analyst);
  json_builder_set_member_name (builder, "time");
  json_builder_add_string_value (builder, adjustment->time != NULL ? adjustment->time : present);
  json_builder_set_member_name (builder, "reason");
  json_builder_add_string_value (builder, adjustment->reason);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

gboolean
amp_case_set_adjustment (AmpCase *self, const AmpSeverityAdjustment *adjustment, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (AMP_IS_CASE (self), FALSE);
  g_return_val_if_fail (adjustment != NULL && adjustment->part < AMP_N_SEVERITY_PARTS, FALSE);

  if (!check (adjustment, error))
    return FALSE;
  name = dup_name (adjustment->part);
  text = dup_json (adjustment);
  return amp_case_set_annotation (self, name, text, error);
}

gboolean
amp_case_reset_adjustment (AmpCase *self, AmpSeverityPart part, GError **error)
{
  g_autofree char *name = dup_name (part);

  g_return_val_if_fail (AMP_IS_CASE (self), FALSE);

  return amp_case_set_annotation (self, name, NULL, error);
}
