/* Terms and cards on pages: what stands side by side. */
#include "amp-page-flow.h"

#include <string.h>

#define GAP 12

/* Terms take so much of the line. */
#define TERM_SHARE 0.3

#define CARDS_IN_ROW 4
#define CARD_PADDING 8

static void
add_term (AmpPageFlow *self, const AmpDocumentTerm *term)
{
  double       width = amp_page_flow_get_width (self);
  double       left = amp_page_flow_get_left (self);
  double       term_width = width * TERM_SHARE;
  PangoLayout *name = amp_page_text_new (AMP_PAGE_STRONG, term->term, term_width, FALSE);
  PangoLayout *text = amp_page_text_new (AMP_PAGE_BODY, term->text, width - term_width - GAP, FALSE);
  double       name_height = amp_page_text_get_height (name);
  double       text_height = amp_page_text_get_height (text);

  amp_page_flow_need (self, MIN (MAX (name_height, text_height), 120));
  amp_page_flow_begin_tag (self, "LI");
  amp_page_flow_put_text (self, name, left, 0, "Lbl", amp_page_text_get_color (AMP_PAGE_STRONG));
  amp_page_flow_add_text (self, text, left + term_width + GAP, "LBody", amp_page_text_get_color (AMP_PAGE_BODY));
  amp_page_flow_end_tag (self, "LI");
  amp_page_flow_advance (self, MAX (name_height - text_height, 0) + 3);
  amp_page_flow_put_box (self, left, 0, width, 0.5, &amp_theme_get (AMP_THEME_LIGHT)->grid, NULL);
  amp_page_flow_advance (self, 3.5);
}

void
amp_page_flow_add_terms (AmpPageFlow *self, const AmpBlock *block)
{
  amp_page_flow_begin_tag (self, "L");
  for (guint i = 0; i < block->terms->len; i++)
    add_term (self, g_ptr_array_index (block->terms, i));
  amp_page_flow_end_tag (self, "L");
  amp_page_flow_advance (self, 4);
}

/* The colours of the report's style sheet. */
static AmpColor
get_accent (const AmpDocumentCard *card)
{
  /* clang-format off */
  static const struct
  {
    const char *code;
    AmpColor    color;
  } accents[] = {
    { "low",       { 0.169, 0.478, 0.294 } },
    { "medium",    { 0.561, 0.416, 0 } },
    { "high",      { 0.710, 0.314, 0.043 } },
    { "very-high", { 0.702, 0.149, 0.118 } },
  };
  /* clang-format on */

  for (guint i = 0; i < G_N_ELEMENTS (accents); i++)
    if (g_strcmp0 (accents[i].code, card->accent) == 0)
      return accents[i].color;
  return amp_page_text_get_color (card->is_masked ? AMP_PAGE_CAPTION : AMP_PAGE_FIGURE);
}

typedef struct
{
  PangoLayout *label;
  PangoLayout *figure;
  PangoLayout *note;
} CardText;

static CardText
lay_out_card (const AmpDocumentCard *card, double width)
{
  return (CardText){
    amp_page_text_new (AMP_PAGE_CAPTION, card->label, width, FALSE),
    amp_page_text_new (AMP_PAGE_FIGURE, card->text, width, FALSE),
    card->note != NULL ? amp_page_text_new (AMP_PAGE_CAPTION, card->note, width, FALSE) : NULL,
  };
}

static double
get_card_height (const CardText *text)
{
  double note = text->note != NULL ? amp_page_text_get_height (text->note) : 0;

  return amp_page_text_get_height (text->label) + amp_page_text_get_height (text->figure) + note + 2 * CARD_PADDING;
}

static void
put_card (AmpPageFlow *self, const AmpDocumentCard *card, CardText *text, double x, double width, double height)
{
  double   dy = CARD_PADDING;
  AmpColor muted = amp_page_text_get_color (AMP_PAGE_CAPTION);

  amp_page_flow_put_box (self, x, 0, width, height, NULL, &amp_theme_get (AMP_THEME_LIGHT)->grid);
  amp_page_flow_begin_tag (self, "LI");
  amp_page_flow_put_text (self, text->label, x + CARD_PADDING, dy, "Lbl", muted);
  dy += amp_page_text_get_height (text->label);
  amp_page_flow_begin_tag (self, "LBody");
  amp_page_flow_put_text (self, text->figure, x + CARD_PADDING, dy, "P", get_accent (card));
  dy += amp_page_text_get_height (text->figure);
  if (text->note != NULL)
    amp_page_flow_put_text (self, text->note, x + CARD_PADDING, dy, "P", muted);
  amp_page_flow_end_tag (self, "LBody");
  amp_page_flow_end_tag (self, "LI");
}

static void
add_card_row (AmpPageFlow *self, const AmpBlock *block, guint first)
{
  guint    n = MIN (CARDS_IN_ROW, block->cards->len - first);
  double   width = (amp_page_flow_get_width (self) - (CARDS_IN_ROW - 1) * GAP) / CARDS_IN_ROW;
  double   height = 0;
  CardText texts[CARDS_IN_ROW];

  for (guint i = 0; i < n; i++)
    {
      texts[i] = lay_out_card (g_ptr_array_index (block->cards, first + i), width - 2 * CARD_PADDING);
      height = MAX (height, get_card_height (&texts[i]));
    }
  amp_page_flow_need (self, height);
  for (guint i = 0; i < n; i++)
    put_card (self, g_ptr_array_index (block->cards, first + i), &texts[i], amp_page_flow_get_left (self) + i * (width + GAP), width, height);
  amp_page_flow_advance (self, height + GAP);
}

void
amp_page_flow_add_cards (AmpPageFlow *self, const AmpBlock *block)
{
  amp_page_flow_begin_tag (self, "L");
  for (guint first = 0; first < block->cards->len; first += CARDS_IN_ROW)
    add_card_row (self, block, first);
  amp_page_flow_end_tag (self, "L");
}
