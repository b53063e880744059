/* Widths of lines of text: see the header.
 *
 * Invariant: the memory holds at most MAX_TEXTS texts, all measured with the fonts that
 * the process has now. */
#include "amp-text-ruler.h"

#include <pango/pangocairo.h>

/* Every label of some twenty charts; the names of all communes would not be asked for again. */
#define MAX_TEXTS 4096

typedef struct
{
  GHashTable *widths; /* font and text → Pango units */
  guint       serial; /* of the fonts */
} Ruler;

static void
free_ruler (gpointer data)
{
  Ruler *ruler = data;

  g_hash_table_unref (ruler->widths);
  g_free (ruler);
}

static GPrivate this_thread = G_PRIVATE_INIT (free_ruler);

static Ruler *
get_ruler (void)
{
  Ruler *ruler = g_private_get (&this_thread);

  if (ruler == NULL)
    {
      ruler = g_new0 (Ruler, 1);
      ruler->widths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_private_set (&this_thread, ruler);
    }
  return ruler;
}

static void
forget_old (Ruler *ruler)
{
  guint serial = pango_font_map_get_serial (pango_cairo_font_map_get_default ());

  if (serial != ruler->serial || g_hash_table_size (ruler->widths) >= MAX_TEXTS)
    g_hash_table_remove_all (ruler->widths);
  ruler->serial = serial;
}

int
amp_text_ruler_get_width (const char *font, const char *text, AmpTextMeasure measure, gconstpointer data)
{
  Ruler           *ruler = get_ruler ();
  g_autofree char *key = NULL;
  gpointer         width = NULL;

  g_return_val_if_fail (font != NULL && text != NULL && measure != NULL, 0);

  key = g_strconcat (font, "\n", text, NULL);
  forget_old (ruler);
  if (!g_hash_table_lookup_extended (ruler->widths, key, NULL, &width))
    {
      width = GINT_TO_POINTER (measure (text, data));
      g_hash_table_insert (ruler->widths, g_steal_pointer (&key), width);
    }
  return GPOINTER_TO_INT (width);
}
