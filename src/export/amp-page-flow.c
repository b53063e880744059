/* Puts pieces on pages, from the top to the foot. Invariant: a piece lies whole
 * on its page. Must not know what a document is. */
#include "amp-pages-private.h"

double
amp_page_flow_get_bottom (const AmpPageFlow *self)
{
  return self->pages->size.height - self->pages->size.margin - AMP_PAGE_FOOT_HEIGHT;
}

static AmpPagePiece *
add_piece (AmpPageFlow *self, AmpPagePieceKind kind, double x, double dy)
{
  AmpPagePiece piece = { .kind = kind, .page = self->page, .x = x, .y = self->y + dy };

  g_array_append_val (self->pages->pieces, piece);
  return &g_array_index (self->pages->pieces, AmpPagePiece, self->pages->pieces->len - 1);
}

static void
begin_page (AmpPageFlow *self)
{
  self->page++;
  self->y = self->pages->size.margin;
}

double
amp_page_flow_get_width (const AmpPageFlow *self)
{
  return self->pages->size.width - 2 * self->pages->size.margin;
}

double
amp_page_flow_get_left (const AmpPageFlow *self)
{
  return self->pages->size.margin;
}

gboolean
amp_page_flow_fits (const AmpPageFlow *self, double height)
{
  return self->y + height <= amp_page_flow_get_bottom (self) || self->y <= self->pages->size.margin;
}

gboolean
amp_page_flow_need (AmpPageFlow *self, double height)
{
  if (amp_page_flow_fits (self, height))
    return FALSE;
  begin_page (self);
  return TRUE;
}

void
amp_page_flow_skip (AmpPageFlow *self, double height)
{
  if (self->y > self->pages->size.margin)
    self->y += height;
}

void
amp_page_flow_advance (AmpPageFlow *self, double height)
{
  self->y += height;
}

void
amp_page_flow_put_text (AmpPageFlow *self, PangoLayout *layout, double x, double dy, const char *tag, AmpColor color)
{
  AmpPagePiece *piece = add_piece (self, AMP_PAGE_PIECE_TEXT, x, dy);

  piece->layout = layout;
  piece->n_lines = pango_layout_get_line_count (layout);
  piece->tag = tag;
  piece->color = color;
}

/* How high the @n lines from @first on are. */
static double
measure_lines (PangoLayout *layout, int first, int n)
{
  g_autoptr (PangoLayoutIter) iter = pango_layout_get_iter (layout);
  double first_top = 0, top = 0, bottom = 0;

  for (int line = 0; line < first + n; line++)
    {
      amp_page_text_get_line_range (iter, &top, &bottom);
      if (line == first)
        first_top = top;
      pango_layout_iter_next_line (iter);
    }
  return bottom - first_top;
}

/* How many lines from @first on go on this page: as many as fit, but for one that
 * would leave the last line alone on the next. */
static int
count_fitting (const AmpPageFlow *self, PangoLayout *layout, int first)
{
  int rest = pango_layout_get_line_count (layout) - first;
  int n = 1;

  while (n < rest && self->y + measure_lines (layout, first, n + 1) <= amp_page_flow_get_bottom (self))
    n++;
  return rest - n == 1 && n > 2 ? n - 1 : n;
}

static void
add_lines (AmpPageFlow *self, PangoLayout *layout, int first, int n, double x, const char *tag, AmpColor color)
{
  AmpPagePiece *piece = add_piece (self, AMP_PAGE_PIECE_TEXT, x, 0);

  piece->layout = g_object_ref (layout);
  piece->first_line = first;
  piece->n_lines = n;
  piece->tag = tag;
  piece->color = color;
  self->y += measure_lines (layout, first, n);
}

void
amp_page_flow_add_text (AmpPageFlow *self, PangoLayout *layout, double x, const char *tag, AmpColor color)
{
  g_autoptr (PangoLayout) owned = layout;
  int n_lines = pango_layout_get_line_count (layout);

  /* Three lines are not parted, nor is the first of more left alone. */
  amp_page_flow_need (self, measure_lines (layout, 0, n_lines <= 3 ? n_lines : 2));
  for (int first = 0; first < n_lines;)
    {
      int n = count_fitting (self, layout, first);

      add_lines (self, layout, first, n, x, tag, color);
      first += n;
      if (first < n_lines)
        begin_page (self);
    }
}

void
amp_page_flow_put_box (AmpPageFlow *self, double x, double dy, double width, double height, const AmpColor *fill, const AmpColor *edge)
{
  AmpPagePiece *piece = add_piece (self, AMP_PAGE_PIECE_BOX, x, dy);

  piece->width = width;
  piece->height = height;
  piece->has_fill = fill != NULL;
  piece->has_edge = edge != NULL;
  if (fill != NULL)
    piece->color = *fill;
  if (edge != NULL)
    piece->edge = *edge;
}

void
amp_page_flow_put_picture (AmpPageFlow *self, const AmpReportDrawing *picture, double x, double scale)
{
  AmpPagePiece *piece = add_piece (self, AMP_PAGE_PIECE_PICTURE, x, 0);

  piece->picture = picture;
  piece->scale = scale;
  piece->tag = "Figure";
}

void
amp_page_flow_begin_tag (AmpPageFlow *self, const char *tag)
{
  add_piece (self, AMP_PAGE_PIECE_BEGIN, 0, 0)->tag = tag;
}

void
amp_page_flow_end_tag (AmpPageFlow *self, const char *tag)
{
  add_piece (self, AMP_PAGE_PIECE_END, 0, 0)->tag = tag;
}
