/* AmpXlsxBook: a workbook that is written from top to bottom: sheets, rows,
 * cells. The same calls give the same bytes, in every locale.
 *
 * Owns the only calls of libxlsxwriter and how sheets look. A text is always
 * written as a text: nothing in it is taken for a formula. Must not know what a
 * report is. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _AmpXlsxBook AmpXlsxBook;

/**
 * AmpXlsxFormat:
 *
 * How a cell shows its number.
 */
typedef enum
{
  AMP_XLSX_COUNT,
  AMP_XLSX_SHARE,
  AMP_XLSX_RATE,
  AMP_N_XLSX_FORMATS,
} AmpXlsxFormat;

/**
 * amp_xlsx_book_new:
 * @title: of the document
 * @error: %AMP_EXPORT_ERROR_WRITE
 *
 * Returns: (transfer full) (nullable): an empty workbook
 */
AmpXlsxBook *amp_xlsx_book_new (const char *title, GError **error);

void amp_xlsx_book_free (AmpXlsxBook *self);

/**
 * AmpXlsxColumn:
 * @title: what stands in the head; %NULL without a head
 * @width: in characters
 * @is_number: whether the head stands above numbers
 */
typedef struct
{
  const char *title;
  double      width;
  gboolean    is_number;
} AmpXlsxColumn;

/**
 * amp_xlsx_book_add_sheet:
 * @name: of the sheet; cut to what a sheet may be called
 * @columns: (array length=n_columns): its columns. With titles they become a
 *   head that stays in sight, and is repeated on paper
 *
 * Begins a sheet. What is added goes there from now on.
 */
void amp_xlsx_book_add_sheet (AmpXlsxBook *self, const char *name, const AmpXlsxColumn *columns, guint n_columns);

/**
 * amp_xlsx_book_add_text:
 * @text: (nullable): the text of the next cell
 *
 * Adds a cell; %NULL leaves it empty.
 */
void amp_xlsx_book_add_text (AmpXlsxBook *self, const char *text);

/* Adds a cell that stands out. */
void amp_xlsx_book_add_title (AmpXlsxBook *self, const char *text);

/* Adds a text that takes as many lines as it needs. */
void amp_xlsx_book_add_paragraph (AmpXlsxBook *self, const char *text);

/**
 * amp_xlsx_book_add_number:
 * @is_known: whether @number is told; the cell is empty and grey if not
 *
 * Adds a cell.
 */
void amp_xlsx_book_add_number (AmpXlsxBook *self, AmpXlsxFormat format, double number, gboolean is_known);

/* The next cell is the first of the next row. */
void amp_xlsx_book_end_row (AmpXlsxBook *self);

/**
 * amp_xlsx_book_finish:
 * @self: (transfer full): a workbook with at least one sheet
 * @error: %AMP_EXPORT_ERROR_WRITE
 *
 * Returns: (transfer full) (nullable): the file's bytes
 */
GBytes *amp_xlsx_book_finish (AmpXlsxBook *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpXlsxBook, amp_xlsx_book_free)

G_END_DECLS
