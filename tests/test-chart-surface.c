/* What src/chart/amp-chart-surface and amp-svg-document promise. */
#include "amp-bar-chart.h"
#include "amp-chart-error.h"
#include "amp-chart-surface.h"
#include "amp-svg-document.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

static const AmpChartPage page = { .width = 320, .height = 200, .title = "Bars & <people>", .description = "Two bars\x01.", .id_prefix = "a b\"c-" };

static void
draw_bars (cairo_t *cr, double width, double height, gpointer data)
{
  g_autoptr (AmpSeries) series = amp_series_new ("People", NULL);
  AmpChartStyle style = { amp_theme_get (AMP_THEME_LIGHT), NULL, 1 };

  amp_series_add (series, "r", "Rennes Métropole", 60123, "60,123");
  amp_series_add (series, "k", "Kreiz-Breizh", 3, "< 11")->is_masked = TRUE;
  amp_bar_chart_draw (cr, series, &style, width, height, -1);
}

static void
draw_error (cairo_t *cr, double width, double height, gpointer data)
{
  cairo_restore (cr);
}

typedef struct
{
  GPtrArray  *stack;
  GHashTable *ids;
  GString    *title;
  GString    *description;
  guint       n_paths;
} Parsed;

static void
on_start (GMarkupParseContext *context, const char *name, const char **names, const char **values, gpointer data, GError **error)
{
  Parsed *parsed = data;

  g_ptr_array_add (parsed->stack, g_strdup (name));
  parsed->n_paths += g_str_equal (name, "path");
  for (guint i = 0; names[i]; i++)
    {
      if (g_str_equal (names[i], "id"))
        g_assert_true (g_hash_table_add (parsed->ids, g_strdup (values[i])));
      if (g_str_has_suffix (names[i], "href"))
        g_assert_true (g_hash_table_contains (parsed->ids, values[i] + 1));
    }
}

static void
on_end (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  g_ptr_array_set_size (((Parsed *) data)->stack, (int) ((Parsed *) data)->stack->len - 1);
}

static void
on_text (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Parsed     *parsed = data;
  const char *element = parsed->stack->len == 2 ? parsed->stack->pdata[1] : "";

  if (g_str_equal (element, "title"))
    g_string_append_len (parsed->title, text, (gssize) length);
  if (g_str_equal (element, "desc"))
    g_string_append_len (parsed->description, text, (gssize) length);
}

static void
test_svg_is_valid (void)
{
  static const GMarkupParser parser = { on_start, on_end, on_text, NULL, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) svg = amp_chart_render_svg (&page, draw_bars, NULL, &error);
  Parsed parsed = {
    g_ptr_array_new_with_free_func (g_free),
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    g_string_new (NULL),
    g_string_new (NULL),
    0,
  };
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, &parsed, NULL);
  GHashTableIter       ids;
  gpointer             id;

  g_assert_no_error (error);
  g_markup_parse_context_parse (context, g_bytes_get_data (svg, NULL), (gssize) g_bytes_get_size (svg), &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (parsed.title->str, ==, "Bars & <people>");
  g_assert_cmpstr (parsed.description->str, ==, "Two bars .");
  g_assert_cmpuint (parsed.n_paths, >, 2);
  g_assert_cmpuint (g_hash_table_size (parsed.ids), >, 3);
  g_hash_table_iter_init (&ids, parsed.ids);
  while (g_hash_table_iter_next (&ids, &id, NULL))
    g_assert_true (g_str_has_prefix (id, "abc-n"));
  g_markup_parse_context_free (context);
  g_ptr_array_unref (parsed.stack);
  g_hash_table_unref (parsed.ids);
  g_string_free (parsed.title, TRUE);
  g_string_free (parsed.description, TRUE);
}

static void
test_same_bytes_twice (void)
{
  g_autoptr (GError) error = NULL;

  for (guint format = 0; format < 3; format++)
    {
      g_autoptr (GBytes) first = NULL;
      g_autoptr (GBytes) second = NULL;

      for (guint turn = 0; turn < 2; turn++)
        {
          GBytes **bytes = turn ? &second : &first;

          if (format == 0)
            *bytes = amp_chart_render_svg (&page, draw_bars, NULL, &error);
          else if (format == 1)
            *bytes = amp_chart_render_png (&page, 2, draw_bars, NULL, &error);
          else
            *bytes = amp_chart_render_pdf (&page, draw_bars, NULL, &error);
          g_assert_no_error (error);
        }
      g_assert_true (g_bytes_equal (first, second));
    }
}

static void
test_png_has_its_size (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *directory = g_dir_make_tmp ("ampleur-chart-XXXXXX", &error);
  g_autofree char *path = g_build_filename (directory, "bars.png", NULL);
  AmpColor         white = { 1, 1, 1 };
  AmpChartPage     painted = page;
  cairo_surface_t *surface;

  painted.background = &white;
  g_assert_true (amp_chart_write_png (path, &painted, 2, draw_bars, NULL, &error));
  g_assert_no_error (error);
  surface = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 640);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 400);
  g_assert_cmpuint (cairo_image_surface_get_data (surface)[3], ==, 255);
  cairo_surface_destroy (surface);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (directory), ==, 0);
}

static void
test_files_are_whole_or_untouched (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *directory = g_dir_make_tmp ("ampleur-chart-XXXXXX", &error);
  g_autofree char *path = g_build_filename (directory, "bars.svg", NULL);
  g_autofree char *content = NULL;

  g_assert_true (g_file_set_contents (path, "before", -1, &error));
  g_assert_false (amp_chart_write_svg (path, &page, draw_error, NULL, &error));
  g_assert_error (error, AMP_CHART_ERROR, AMP_CHART_ERROR_DRAW);
  g_assert_nonnull (strstr (error->message, "bars.svg"));
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (path, &content, NULL, &error));
  g_assert_cmpstr (content, ==, "before");
  g_assert_true (amp_chart_write_pdf (path, &page, draw_bars, NULL, &error));
  g_assert_no_error (error);
  g_clear_pointer (&content, g_free);
  g_assert_true (g_file_get_contents (path, &content, NULL, &error));
  g_assert_true (g_str_has_prefix (content, "%PDF-"));
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (directory), ==, 0);
}

static void
test_errors_name_the_file (void)
{
  const double sizes[] = { 0, -1, NAN, 1e9, INFINITY };
  g_autoptr (GError) error = NULL;

  g_assert_false (amp_chart_write_svg ("/nonexistent/place/bars.svg", &page, draw_bars, NULL, &error));
  g_assert_error (error, AMP_CHART_ERROR, AMP_CHART_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, "/nonexistent/place/bars.svg"));
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      AmpChartPage odd = page;

      g_clear_error (&error);
      odd.width = sizes[i];
      g_assert_false (amp_chart_write_png ("bars.png", &odd, 1, draw_bars, NULL, &error));
      g_assert_error (error, AMP_CHART_ERROR, AMP_CHART_ERROR_SIZE);
      g_assert_nonnull (strstr (error->message, "bars.png"));
    }
}

static void
test_odd_documents_pass_through (void)
{
  const char *documents[] = { "", "<svg", "<svg>", "no svg", "<svg> id=\"", "<svg><use href=\"#" };

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (GBytes) finished = amp_svg_document_finish (documents[i], strlen (documents[i]), NULL, NULL, NULL);

      g_assert_cmpuint (g_bytes_get_size (finished), >=, strlen (documents[i]));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/chart-surface/svg-is-valid", test_svg_is_valid);
  g_test_add_func ("/chart/chart-surface/same-bytes-twice", test_same_bytes_twice);
  g_test_add_func ("/chart/chart-surface/png-has-its-size", test_png_has_its_size);
  g_test_add_func ("/chart/chart-surface/files-are-whole-or-untouched", test_files_are_whole_or_untouched);
  g_test_add_func ("/chart/chart-surface/errors-name-the-file", test_errors_name_the_file);
  g_test_add_func ("/chart/svg-document/odd-documents-pass-through", test_odd_documents_pass_through);
  return g_test_run ();
}
