/* What a page is made of: shared by amp-page-flow.c, which puts the pieces, and
 * amp-pages.c, which draws them. */
#pragma once

#include "amp-page-flow.h"

G_BEGIN_DECLS

/* Room for the line at the foot of each page. */
#define AMP_PAGE_FOOT_HEIGHT 20

typedef enum
{
  AMP_PAGE_PIECE_TEXT,
  AMP_PAGE_PIECE_BOX,
  AMP_PAGE_PIECE_PICTURE,
  AMP_PAGE_PIECE_BEGIN,
  AMP_PAGE_PIECE_END,
} AmpPagePieceKind;

typedef struct
{
  AmpPagePieceKind        kind;
  guint                   page;
  double                  x;
  double                  y;
  double                  width;
  double                  height;
  PangoLayout            *layout;
  int                     first_line;
  int                     n_lines;
  const AmpReportDrawing *picture;
  double                  scale;
  const char             *tag;
  gboolean                has_fill;
  gboolean                has_edge;
  AmpColor                color;
  AmpColor                edge;
} AmpPagePiece;

struct _AmpPages
{
  const AmpDocument *document;
  AmpPageSize        size;
  GArray            *pieces;
  GArray            *headings;
  guint              n_pages;
};

struct _AmpPageFlow
{
  AmpPages *pages;
  guint     page;
  double    y;
};

G_END_DECLS
