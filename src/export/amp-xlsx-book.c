/* Talks to libxlsxwriter, which writes to a file by its name and prints numbers
 * by the locale: the file is one in memory, and the locale of numbers is "C"
 * while a book is open. Its date of creation is a constant. */
#include "amp-xlsx-book.h"

#include "amp-export-error.h"

#include <errno.h>
#include <locale.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <xlsxwriter.h>

/* 2000-01-01, 0:00 UTC. */
#define CREATED 946684800
#define LONGEST_SHEET_NAME 31
#define PAPER_A4 9
#define MASKED_COLOR 0xE8E8E8
#define HEAD_COLOR 0xDDE7F3
/* Points. */
#define LINE_HEIGHT 15

struct _AmpXlsxBook
{
  locale_t       numbers;
  locale_t       previous;
  int            file;
  lxw_workbook  *workbook;
  lxw_worksheet *sheet;
  guint32        row;
  guint16        column;
  GArray        *widths;  /* double: of each column of the sheet */
  guint          n_lines; /* of the highest cell of the row */
  lxw_format    *head;
  lxw_format    *number_head;
  lxw_format    *title;
  lxw_format    *paragraph;
  lxw_format    *text;
  lxw_format    *masked;
  lxw_format    *formats[AMP_N_XLSX_FORMATS];
};

/* clang-format off */
static const char *const NUMBER_FORMATS[] = {
  [AMP_XLSX_COUNT] = "#,##0",
  [AMP_XLSX_SHARE] = "0.0%",
  [AMP_XLSX_RATE]  = "#,##0.000",
};
/* clang-format on */
G_STATIC_ASSERT (G_N_ELEMENTS (NUMBER_FORMATS) == AMP_N_XLSX_FORMATS);

static void
fail (GError **error, const char *reason)
{
  g_set_error (error, AMP_EXPORT_ERROR, AMP_EXPORT_ERROR_WRITE, _ ("The workbook cannot be made: %s"), reason);
}

static void
enter_locale (AmpXlsxBook *self)
{
  locale_t base = duplocale (uselocale ((locale_t) 0));

  self->numbers = base != (locale_t) 0 ? newlocale (LC_NUMERIC_MASK, "C", base) : (locale_t) 0;
  if (self->numbers != (locale_t) 0)
    self->previous = uselocale (self->numbers);
  else if (base != (locale_t) 0)
    freelocale (base);
}

static void
leave_locale (AmpXlsxBook *self)
{
  if (self->numbers == (locale_t) 0)
    return;
  uselocale (self->previous);
  freelocale (self->numbers);
  self->numbers = (locale_t) 0;
}

static lxw_format *
add_head_format (AmpXlsxBook *self, uint8_t alignment)
{
  lxw_format *format = workbook_add_format (self->workbook);

  format_set_bold (format);
  format_set_bg_color (format, HEAD_COLOR);
  format_set_align (format, alignment);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  format_set_text_wrap (format);
  if (alignment == LXW_ALIGN_LEFT)
    format_set_indent (format, 1);
  return format;
}

static void
add_formats (AmpXlsxBook *self)
{
  self->head = add_head_format (self, LXW_ALIGN_LEFT);
  self->number_head = add_head_format (self, LXW_ALIGN_RIGHT);
  self->title = workbook_add_format (self->workbook);
  format_set_bold (self->title);
  format_set_text_wrap (self->title);
  format_set_align (self->title, LXW_ALIGN_VERTICAL_TOP);
  self->paragraph = workbook_add_format (self->workbook);
  format_set_text_wrap (self->paragraph);
  format_set_align (self->paragraph, LXW_ALIGN_VERTICAL_TOP);
  self->text = workbook_add_format (self->workbook);
  format_set_indent (self->text, 1);
  self->masked = workbook_add_format (self->workbook);
  format_set_bg_color (self->masked, MASKED_COLOR);
  for (guint i = 0; i < AMP_N_XLSX_FORMATS; i++)
    {
      self->formats[i] = workbook_add_format (self->workbook);
      format_set_num_format (self->formats[i], NUMBER_FORMATS[i]);
    }
}

AmpXlsxBook *
amp_xlsx_book_new (const char *title, GError **error)
{
  g_autoptr (AmpXlsxBook) self = g_new0 (AmpXlsxBook, 1);
  g_autofree char   *path = NULL;
  lxw_doc_properties properties = { .title = (char *) title, .comments = (char *) "Ampleur " AMP_VERSION, .created = CREATED };

  g_return_val_if_fail (title != NULL, NULL);

  self->widths = g_array_new (FALSE, FALSE, sizeof (double));
  self->file = memfd_create ("ampleur-xlsx", MFD_CLOEXEC);
  if (self->file < 0)
    {
      fail (error, g_strerror (errno));
      return NULL;
    }
  path = g_strdup_printf ("/proc/self/fd/%d", self->file);
  enter_locale (self);
  self->workbook = workbook_new (path);
  if (self->workbook == NULL)
    {
      fail (error, g_strerror (ENOMEM));
      return NULL;
    }
  workbook_set_properties (self->workbook, &properties);
  add_formats (self);
  return g_steal_pointer (&self);
}

/* The library frees a workbook only by writing it. */
void
amp_xlsx_book_free (AmpXlsxBook *self)
{
  if (self == NULL)
    return;
  if (self->workbook != NULL)
    workbook_close (self->workbook);
  leave_locale (self);
  g_array_unref (self->widths);
  if (self->file >= 0)
    close (self->file);
  g_free (self);
}

/* What a sheet may not be called by is left out. */
static char *
dup_sheet_name (const char *name)
{
  g_autoptr (GString) safe = g_string_new (NULL);
  glong length = 0;

  for (const char *at = name; *at != '\0' && length < LONGEST_SHEET_NAME; at = g_utf8_next_char (at))
    if (strchr ("[]:*?/\\'", *at) == NULL)
      {
        g_string_append_unichar (safe, g_utf8_get_char (at));
        length++;
      }
  return g_string_free (g_steal_pointer (&safe), FALSE);
}

static void
set_page (AmpXlsxBook *self, gboolean has_head)
{
  worksheet_set_landscape (self->sheet);
  worksheet_set_paper (self->sheet, PAPER_A4);
  worksheet_fit_to_pages (self->sheet, 1, 0);
  if (!has_head)
    return;
  worksheet_freeze_panes (self->sheet, 1, 0);
  worksheet_repeat_rows (self->sheet, 0, 0);
}

/* Programs that open the file do not all find the height of a row by themselves.
 * Words wrap early, and bold ones are wide. */
static guint
count_lines (const AmpXlsxBook *self, const char *text)
{
  double width = self->column < self->widths->len ? g_array_index (self->widths, double, self->column) : 0;

  return width > 1 ? 1 + (guint) ((double) g_utf8_strlen (text, -1) / (width * 0.9)) : 1;
}

static void
add_text (AmpXlsxBook *self, const char *text, lxw_format *format)
{
  g_return_if_fail (self != NULL && self->sheet != NULL);

  if (text != NULL && text[0] != '\0')
    {
      worksheet_write_string (self->sheet, self->row, self->column, text, format);
      if (format != self->text)
        self->n_lines = MAX (self->n_lines, count_lines (self, text));
    }
  self->column++;
}

void
amp_xlsx_book_add_sheet (AmpXlsxBook *self, const char *name, const AmpXlsxColumn *columns, guint n_columns)
{
  g_autofree char *safe = NULL;
  gboolean         has_head = n_columns > 0 && columns[0].title != NULL;

  g_return_if_fail (self != NULL && name != NULL);

  safe = dup_sheet_name (name);
  self->sheet = workbook_add_worksheet (self->workbook, safe);
  g_return_if_fail (self->sheet != NULL);
  self->row = self->column = 0;
  g_array_set_size (self->widths, 0);
  set_page (self, has_head);
  for (guint i = 0; i < n_columns; i++)
    {
      g_array_append_val (self->widths, columns[i].width);
      worksheet_set_column (self->sheet, (lxw_col_t) i, (lxw_col_t) i, columns[i].width, NULL);
      if (has_head)
        add_text (self, columns[i].title, columns[i].is_number ? self->number_head : self->head);
    }
  if (has_head)
    amp_xlsx_book_end_row (self);
}

void
amp_xlsx_book_add_text (AmpXlsxBook *self, const char *text)
{
  add_text (self, text, self->text);
}

void
amp_xlsx_book_add_title (AmpXlsxBook *self, const char *text)
{
  add_text (self, text, self->title);
}

void
amp_xlsx_book_add_paragraph (AmpXlsxBook *self, const char *text)
{
  add_text (self, text, self->paragraph);
}

void
amp_xlsx_book_add_number (AmpXlsxBook *self, AmpXlsxFormat format, double number, gboolean is_known)
{
  g_return_if_fail (self != NULL && self->sheet != NULL && format < AMP_N_XLSX_FORMATS);

  if (is_known)
    worksheet_write_number (self->sheet, self->row, self->column, number, self->formats[format]);
  else
    worksheet_write_blank (self->sheet, self->row, self->column, self->masked);
  self->column++;
}

void
amp_xlsx_book_end_row (AmpXlsxBook *self)
{
  g_return_if_fail (self != NULL && self->sheet != NULL);

  if (self->n_lines > 1)
    worksheet_set_row (self->sheet, self->row, self->n_lines * LINE_HEIGHT, NULL);
  self->row++;
  self->column = 0;
  self->n_lines = 0;
}

static GBytes *
read_file (int file, GError **error)
{
  struct stat      status;
  g_autofree char *content = NULL;
  gsize            length = 0;

  if (fstat (file, &status) != 0 || lseek (file, 0, SEEK_SET) != 0)
    {
      fail (error, g_strerror (errno));
      return NULL;
    }
  content = g_malloc ((gsize) status.st_size + 1);
  while (length < (gsize) status.st_size)
    {
      gssize n = read (file, content + length, (gsize) status.st_size - length);

      if (n <= 0 && errno != EINTR)
        {
          fail (error, g_strerror (errno));
          return NULL;
        }
      length += (gsize) MAX (n, 0);
    }
  return g_bytes_new_take (g_steal_pointer (&content), length);
}

GBytes *
amp_xlsx_book_finish (AmpXlsxBook *self, GError **error)
{
  g_autoptr (AmpXlsxBook) owned = self;
  lxw_error status;

  g_return_val_if_fail (self != NULL && self->sheet != NULL, NULL);

  status = workbook_close (g_steal_pointer (&self->workbook));
  if (status != LXW_NO_ERROR)
    {
      fail (error, lxw_strerror (status));
      return NULL;
    }
  return read_file (self->file, error);
}
