/* The malformed rows of a case: see the header. */
#include "amp-malformed-count.h"

#include <glib/gi18n-lib.h>

#include "amp-case-listing.h"

/* clang-format off */
static const struct { const char *code; const char *label; } labels[] = {
  { "too-short", N_("Fewer values than the header has fields") },
  { "too-long", N_("More values than the header has fields") },
  { "broken-quote", N_("A quote that is never closed, or stands in the wrong place") },
  { "nul-byte", N_("NUL bytes") },
  { "too-large", N_("Larger than any plausible row") },
  { "broken-syntax", N_("Not written as its format asks") },
};
/* clang-format on */

static void
reason_free (gpointer data)
{
  AmpMalformedReason *reason = data;

  g_free (reason->code);
  g_free (reason);
}

static void
row_free (gpointer data)
{
  AmpMalformedRow *row = data;

  g_free (row->reason);
  g_free (row);
}

static AmpMalformedReason *
find_reason (AmpMalformedCount *self, const char *code)
{
  AmpMalformedReason *reason;

  for (guint i = 0; i < self->reasons->len; i++)
    {
      reason = g_ptr_array_index (self->reasons, i);
      if (g_str_equal (reason->code, code))
        return reason;
    }
  reason = g_new0 (AmpMalformedReason, 1);
  reason->code = g_strdup (code);
  g_ptr_array_add (self->reasons, reason);
  return reason;
}

static gboolean
add_row (const AmpListedMalformed *malformed, gpointer data)
{
  AmpMalformedCount *self = data;
  AmpMalformedRow   *row;

  self->rows++;
  find_reason (self, malformed->reason)->rows++;
  if (self->listed->len == AMP_MALFORMED_MAX_LISTED)
    return TRUE;
  row = g_new0 (AmpMalformedRow, 1);
  row->source = malformed->source;
  row->line = malformed->line;
  row->reason = g_strdup (malformed->reason);
  g_ptr_array_add (self->listed, row);
  return TRUE;
}

static int
compare_reasons (gconstpointer a, gconstpointer b)
{
  const AmpMalformedReason *const *first = a;
  const AmpMalformedReason *const *second = b;

  if ((*first)->rows != (*second)->rows)
    return (*first)->rows > (*second)->rows ? -1 : 1;
  return strcmp ((*first)->code, (*second)->code);
}

AmpMalformedCount *
amp_malformed_count_new (AmpCase *opened, GCancellable *cancellable, GError **error)
{
  g_autoptr (AmpMalformedCount) self = NULL;

  g_return_val_if_fail (AMP_IS_CASE (opened), NULL);

  self = g_new0 (AmpMalformedCount, 1);
  self->reasons = g_ptr_array_new_with_free_func (reason_free);
  self->listed = g_ptr_array_new_with_free_func (row_free);
  if (!amp_case_list_malformed (opened, add_row, self, cancellable, error))
    return NULL;
  g_ptr_array_sort (self->reasons, compare_reasons);
  return g_steal_pointer (&self);
}

void
amp_malformed_count_free (AmpMalformedCount *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->reasons);
  g_ptr_array_unref (self->listed);
  g_free (self);
}

const char *
amp_malformed_reason_get_label (const char *code)
{
  g_return_val_if_fail (code != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].code, code))
      return _ (labels[i].label);
  return code;
}
