/* Breaks a document into pages and draws them. Invariant: a piece lies whole on
 * its page; a begun tag is ended, there or on a later one. */
#include "amp-pages-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* A heading stands with so much of the text or table that follows. */
#define KEEP_WITH_NEXT 50

/* A pixel of a drawing, at 96 to the inch, in points; charts are made for the
 * screen and read as well at four fifths. Where that saves a page that would be
 * half empty, somewhat less. */
#define PICTURE_SCALE 0.62
#define MIN_PICTURE_SCALE 0.5

/* Two pictures that are wider than high share a page. */
#define LANDSCAPE_SHARE 0.37

/* Of a caption below a picture. */
#define CAPTION_HEIGHT 32

static const AmpBlock *
get_block (const AmpPageFlow *self, guint index)
{
  const GPtrArray *blocks = self->pages->document->blocks;

  return index < blocks->len ? g_ptr_array_index (blocks, index) : NULL;
}

static gboolean
is_caption (const AmpBlock *block)
{
  return block != NULL && block->kind == AMP_BLOCK_PARAGRAPH && block->style == AMP_STYLE_CAPTION;
}

/* What must stand on the page of the picture at @index, below it. */
static double
get_caption_height (const AmpPageFlow *self, guint index)
{
  return is_caption (get_block (self, index + 1)) ? CAPTION_HEIGHT : 0;
}

/* How large a picture is at most: as large as is wanted, or as fits. */
static double
get_picture_scale (const AmpPageFlow *self, const AmpReportDrawing *picture, double wanted, double *height)
{
  double room = amp_page_flow_get_bottom (self) - self->pages->size.margin - KEEP_WITH_NEXT;
  double width, scale;

  amp_report_drawing_get_size (picture, &width, height);
  if (*height < width)
    room *= LANDSCAPE_SHARE;
  scale = MIN (wanted, MIN (amp_page_flow_get_width (self) / width, room / *height));
  *height *= scale;
  return scale;
}

/* What must stand on the page of the heading at @index: headings and captions
 * below it, down to a picture, or the first lines of something else. */
static double
measure_with_next (const AmpPageFlow *self, guint index)
{
  double height = 0;

  for (const AmpBlock *block; (block = get_block (self, index)) != NULL; index++)
    {
      double picture_height;

      if (block->kind == AMP_BLOCK_PICTURE)
        {
          get_picture_scale (self, block->picture, MIN_PICTURE_SCALE, &picture_height);
          return height + picture_height + get_caption_height (self, index);
        }
      if (block->kind != AMP_BLOCK_HEADING && !is_caption (block))
        break;
      height += KEEP_WITH_NEXT * 0.7;
    }
  return height + KEEP_WITH_NEXT;
}

static void
add_heading (AmpPageFlow *self, const AmpBlock *block, guint place)
{
  static const AmpPageRole roles[] = { AMP_PAGE_TITLE, AMP_PAGE_HEADING, AMP_PAGE_SUBHEADING };
  static const char *const tags[] = { "H1", "H2", "H3" };
  static const double      before[] = { 0, 22, 14 };
  static const double      after[] = { 10, 8, 4 };
  guint                    index = block->level - 1;
  AmpPageRole              role = roles[index];
  AmpPageHeading           heading = { block->level, block->text, 0, 0 };

  amp_page_flow_skip (self, before[index]);
  amp_page_flow_need (self, measure_with_next (self, place));
  heading.page = self->page;
  heading.y = self->y;
  g_array_append_val (self->pages->headings, heading);
  amp_page_flow_add_text (self, amp_page_text_new (role, block->text, amp_page_flow_get_width (self), FALSE), amp_page_flow_get_left (self), tags[index], amp_page_text_get_color (role));
  if (block->level == 2)
    amp_page_flow_put_box (self, amp_page_flow_get_left (self), 2, amp_page_flow_get_width (self), 1, &amp_theme_get (AMP_THEME_LIGHT)->grid, NULL);
  self->y += after[index];
}

/* A warning stands on a tinted box. */
static void
add_warning (AmpPageFlow *self, const char *text)
{
  static const AmpColor paper = { 1, 0.957, 0.878 };
  static const AmpColor ink = { 0.478, 0.243, 0 };
  static const AmpColor bar = { 0.898, 0.647, 0.039 };
  PangoLayout          *layout = amp_page_text_new (AMP_PAGE_BODY, text, amp_page_flow_get_width (self) - 24, FALSE);
  double                left = amp_page_flow_get_left (self);
  double                height = amp_page_text_get_height (layout) + 12;

  amp_page_flow_need (self, height);
  amp_page_flow_put_box (self, left, 0, amp_page_flow_get_width (self), height, &paper, NULL);
  amp_page_flow_put_box (self, left, 0, 3, height, &bar, NULL);
  amp_page_flow_put_text (self, layout, left + 12, 6, "P", ink);
  self->y += height;
}

static void
add_paragraph (AmpPageFlow *self, const AmpBlock *block)
{
  AmpPageRole role = block->style == AMP_STYLE_CAPTION ? AMP_PAGE_CAPTION : AMP_PAGE_BODY;

  if (block->style == AMP_STYLE_WARNING)
    add_warning (self, block->text);
  else
    amp_page_flow_add_text (self, amp_page_text_new (role, block->text, amp_page_flow_get_width (self), FALSE), amp_page_flow_get_left (self), "P", amp_page_text_get_color (role));
  self->y += 6;
}

static void
add_list (AmpPageFlow *self, const AmpBlock *block)
{
  AmpColor color = amp_page_text_get_color (AMP_PAGE_BODY);
  double   left = amp_page_flow_get_left (self);

  amp_page_flow_begin_tag (self, "L");
  for (guint i = 0; i < block->items->len; i++)
    {
      PangoLayout *item = amp_page_text_new (AMP_PAGE_BODY, g_ptr_array_index (block->items, i), amp_page_flow_get_width (self) - 14, FALSE);

      amp_page_flow_need (self, amp_page_text_get_height (item));
      amp_page_flow_begin_tag (self, "LI");
      amp_page_flow_put_text (self, amp_page_text_new (AMP_PAGE_BODY, "•", -1, FALSE), left + 2, 0, "Lbl", color);
      amp_page_flow_put_text (self, item, left + 14, 0, "LBody", color);
      amp_page_flow_end_tag (self, "LI");
      self->y += amp_page_text_get_height (item) + 3;
    }
  amp_page_flow_end_tag (self, "L");
  self->y += 4;
}

/* A picture gives way before it goes to the next page. */
static void
add_picture (AmpPageFlow *self, const AmpReportDrawing *picture, guint index)
{
  double below = get_caption_height (self, index);
  double height;
  double scale = get_picture_scale (self, picture, PICTURE_SCALE, &height);
  double room = amp_page_flow_get_bottom (self) - self->y - below;

  if (height > room && height * MIN_PICTURE_SCALE / PICTURE_SCALE <= room)
    {
      scale *= room / height;
      height = room;
    }
  amp_page_flow_need (self, MIN (height + below, amp_page_flow_get_bottom (self) - self->pages->size.margin));
  amp_page_flow_put_picture (self, picture, amp_page_flow_get_left (self), scale);
  self->y += height + 8;
}

static void
add_block (AmpPageFlow *self, guint index)
{
  const AmpBlock *block = g_ptr_array_index (self->pages->document->blocks, index);

  switch (block->kind)
    {
    case AMP_BLOCK_HEADING:
      add_heading (self, block, index);
      break;
    case AMP_BLOCK_PARAGRAPH:
      add_paragraph (self, block);
      break;
    case AMP_BLOCK_LIST:
      add_list (self, block);
      break;
    case AMP_BLOCK_TERMS:
      amp_page_flow_add_terms (self, block);
      break;
    case AMP_BLOCK_CARDS:
      amp_page_flow_add_cards (self, block);
      break;
    case AMP_BLOCK_TABLE:
      amp_page_flow_add_table (self, block->table);
      break;
    case AMP_BLOCK_PICTURE:
      add_picture (self, block->picture, index);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
clear_piece (gpointer data)
{
  AmpPagePiece *piece = data;

  g_clear_object (&piece->layout);
}

AmpPages *
amp_pages_new (const AmpDocument *document, AmpPageSize size)
{
  AmpPages   *self;
  AmpPageFlow flow = { 0 };

  g_return_val_if_fail (document != NULL && size.width > 4 * size.margin && size.height > 4 * size.margin, NULL);

  self = g_new0 (AmpPages, 1);
  self->document = document;
  self->size = size;
  self->pieces = g_array_new (FALSE, FALSE, sizeof (AmpPagePiece));
  g_array_set_clear_func (self->pieces, clear_piece);
  self->headings = g_array_new (FALSE, FALSE, sizeof (AmpPageHeading));
  flow.pages = self;
  flow.y = size.margin;
  for (guint i = 0; i < document->blocks->len; i++)
    add_block (&flow, i);
  self->n_pages = flow.page + 1;
  return self;
}

void
amp_pages_free (AmpPages *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->pieces);
  g_array_unref (self->headings);
  g_free (self);
}

guint
amp_pages_get_n_pages (const AmpPages *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_pages;
}

AmpPageSize
amp_pages_get_size (const AmpPages *self)
{
  g_return_val_if_fail (self != NULL, AMP_PAGE_A4);

  return self->size;
}

static void
set_color (cairo_t *cr, AmpColor color)
{
  cairo_set_source_rgb (cr, color.red, color.green, color.blue);
}

/* The lines of a layout that stand on this page. */
static void
draw_lines (cairo_t *cr, const AmpPagePiece *piece)
{
  g_autoptr (PangoLayoutIter) iter = pango_layout_get_iter (piece->layout);
  double first_top = 0;

  set_color (cr, piece->color);
  for (int line = 0; line < piece->first_line + piece->n_lines; line++)
    {
      double         top, bottom;
      PangoRectangle logical;

      amp_page_text_get_line_range (iter, &top, &bottom);
      if (line == piece->first_line)
        first_top = top;
      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      if (line >= piece->first_line)
        {
          cairo_move_to (cr, piece->x + (double) logical.x / PANGO_SCALE, piece->y + (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE - first_top);
          pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
        }
      pango_layout_iter_next_line (iter);
    }
}

static void
draw_box (cairo_t *cr, const AmpPagePiece *piece)
{
  if (piece->has_fill)
    {
      set_color (cr, piece->color);
      cairo_rectangle (cr, piece->x, piece->y, piece->width, piece->height);
      cairo_fill (cr);
    }
  if (piece->has_edge)
    {
      set_color (cr, piece->edge);
      cairo_set_line_width (cr, 0.75);
      cairo_rectangle (cr, piece->x + 0.375, piece->y + 0.375, piece->width - 0.75, piece->height - 0.75);
      cairo_stroke (cr);
    }
}

static void
draw_picture (cairo_t *cr, const AmpPagePiece *piece)
{
  cairo_save (cr);
  cairo_translate (cr, piece->x, piece->y);
  cairo_scale (cr, piece->scale, piece->scale);
  amp_report_drawing_draw (piece->picture, cr);
  cairo_restore (cr);
}

static void
draw_piece (cairo_t *cr, const AmpPagePiece *piece, gboolean is_tagged)
{
  gboolean has_tag = is_tagged && piece->tag != NULL;

  if (has_tag && piece->kind != AMP_PAGE_PIECE_END)
    cairo_tag_begin (cr, piece->tag, NULL);
  if (piece->kind == AMP_PAGE_PIECE_TEXT)
    draw_lines (cr, piece);
  else if (piece->kind == AMP_PAGE_PIECE_BOX)
    draw_box (cr, piece);
  else if (piece->kind == AMP_PAGE_PIECE_PICTURE)
    draw_picture (cr, piece);
  if (has_tag && piece->kind != AMP_PAGE_PIECE_BEGIN)
    cairo_tag_end (cr, piece->tag);
}

/* What the document says of itself at the left, the number at the right. */
static void
draw_foot (const AmpPages *self, cairo_t *cr, guint page)
{
  double right = self->size.width - self->size.margin;
  double y = self->size.height - self->size.margin - AMP_PAGE_FOOT_HEIGHT / 2.0;
  /* translators: the number of a page, and of all pages */
  g_autofree char *text = g_strdup_printf (_ ("%u / %u"), page + 1, self->n_pages);
  g_autoptr (PangoLayout) number = amp_page_text_new (AMP_PAGE_FOOT, text, -1, FALSE);
  g_autofree char *line = g_strjoin (" · ", self->document->title, self->document->footer, NULL);
  g_autoptr (PangoLayout) name = amp_page_text_new (AMP_PAGE_FOOT, line, self->size.width - 2 * self->size.margin - 60, FALSE);

  pango_layout_set_height (name, -1);
  pango_layout_set_ellipsize (name, PANGO_ELLIPSIZE_END);
  set_color (cr, amp_page_text_get_color (AMP_PAGE_FOOT));
  cairo_move_to (cr, self->size.margin, y);
  pango_cairo_show_layout (cr, name);
  cairo_move_to (cr, right - amp_page_text_get_width (number), y);
  pango_cairo_show_layout (cr, number);
}

void
amp_pages_draw (const AmpPages *self, cairo_t *cr, guint page, gboolean is_tagged)
{
  g_return_if_fail (self != NULL && cr != NULL && page < self->n_pages);

  cairo_save (cr);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const AmpPagePiece *piece = &g_array_index (self->pieces, AmpPagePiece, i);

      if (piece->page == page)
        draw_piece (cr, piece, is_tagged);
    }
  draw_foot (self, cr, page);
  cairo_restore (cr);
}

char *
amp_pages_dup_text (const AmpPages *self, guint page)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const AmpPagePiece *piece = &g_array_index (self->pieces, AmpPagePiece, i);

      if (piece->page == page && piece->kind == AMP_PAGE_PIECE_TEXT)
        g_string_append_printf (text, "%s\n", pango_layout_get_text (piece->layout));
      else if (piece->page == page && piece->kind == AMP_PAGE_PIECE_PICTURE)
        g_string_append_printf (text, "%s\n", amp_report_drawing_get_title (piece->picture));
    }
  return g_string_free (text, FALSE);
}

guint
amp_pages_get_n_headings (const AmpPages *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->headings->len;
}

AmpPageHeading
amp_pages_get_heading (const AmpPages *self, guint index)
{
  AmpPageHeading none = { 0 };

  g_return_val_if_fail (self != NULL && index < self->headings->len, none);

  return g_array_index (self->headings, AmpPageHeading, index);
}
