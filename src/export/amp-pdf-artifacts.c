/* Reads a content stream token by token (ISO 32000-1, 7.2 and 7.8.2). Between
 * the mark that ends and the next one that begins lies a gap: one that paints is
 * put between BMC and EMC, whole. */
#include "amp-pdf-artifacts.h"

#include <string.h>

typedef struct
{
  const char *at;
  const char *end;
} Scanner;

/* What lies outside of marks since the last one. */
typedef struct
{
  const char *start;
  int         open_texts; /* BT less ET */
  guint       n_inner;    /* marks in it that are no elements */
  gboolean    is_broken;  /* an ET before its BT */
  gboolean    paints;
} Gap;

/* Operators that leave ink. */
static const char *const PAINTERS[] = { "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "sh", "Tj", "TJ", "'", "\"", "EI" };

static gboolean
is_space (char c)
{
  return c == '\0' || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == ' ';
}

static gboolean
is_delimiter (char c)
{
  return c != '\0' && strchr ("()<>[]{}/%", c) != NULL;
}

/* Parentheses nest; a backslash hides the next byte. */
static void
skip_string (Scanner *scanner)
{
  int depth = 0;

  for (; scanner->at < scanner->end; scanner->at++)
    {
      if (*scanner->at == '\\')
        scanner->at++;
      else if (*scanner->at == '(')
        depth++;
      else if (*scanner->at == ')' && --depth == 0)
        break;
    }
  scanner->at = MIN (scanner->at + 1, scanner->end);
}

static void
skip_until (Scanner *scanner, const char *ends)
{
  while (scanner->at < scanner->end && (*scanner->at == '\0' || strchr (ends, *scanner->at) == NULL))
    scanner->at++;
  scanner->at = MIN (scanner->at + 1, scanner->end);
}

static void
skip_name (Scanner *scanner)
{
  do
    scanner->at++;
  while (scanner->at < scanner->end && !is_space (*scanner->at) && !is_delimiter (*scanner->at));
}

/* The bytes of an image in the stream, which may look like anything. */
static void
skip_image (Scanner *scanner)
{
  for (; scanner->at + 3 < scanner->end; scanner->at++)
    if (is_space (scanner->at[0]) && scanner->at[1] == 'E' && scanner->at[2] == 'I' && is_space (scanner->at[3]))
      return;
  scanner->at = scanner->end;
}

/* Steps over one token; returns it where it is a word: an operator or number. */
static const char *
next_word (Scanner *scanner, gsize *length)
{
  const char *start = scanner->at;

  *length = 0;
  if (is_space (*start))
    scanner->at++;
  else if (*start == '(')
    skip_string (scanner);
  else if (*start == '%')
    skip_until (scanner, "\r\n");
  else if (*start == '<' && start + 1 < scanner->end && start[1] != '<')
    skip_until (scanner, ">");
  else if (*start == '/')
    skip_name (scanner);
  else if (is_delimiter (*start))
    scanner->at++;
  else
    {
      skip_name (scanner);
      *length = (gsize) (scanner->at - start);
      return start;
    }
  return NULL;
}

static gboolean
is_word (const char *word, gsize length, const char *expected)
{
  return strlen (expected) == length && memcmp (word, expected, length) == 0;
}

static void
begin_gap (Gap *gap, const char *start)
{
  *gap = (Gap){ .start = start };
}

static void
read_operator (Gap *gap, const char *word, gsize length)
{
  if (is_word (word, length, "BT"))
    gap->open_texts++;
  else if (is_word (word, length, "ET"))
    gap->is_broken = gap->is_broken || --gap->open_texts < 0;
  for (guint i = 0; i < G_N_ELEMENTS (PAINTERS); i++)
    gap->paints = gap->paints || is_word (word, length, PAINTERS[i]);
}

static void
append (GByteArray *marked, const char *bytes, gsize length)
{
  g_byte_array_append (marked, (const guint8 *) bytes, (guint) length);
}

static void
append_gap (GByteArray *marked, const Gap *gap, const char *end)
{
  static const char before[] = "\n/Artifact BMC\n";
  static const char after[] = "\nEMC\n";
  gboolean          is_artifact = gap->paints && !gap->is_broken && gap->open_texts == 0 && gap->n_inner == 0;

  if (is_artifact)
    append (marked, before, strlen (before));
  append (marked, gap->start, (gsize) (end - gap->start));
  if (is_artifact)
    append (marked, after, strlen (after));
}

/* Where the operands of the mark begin that @at ends: "/P <</MCID 0>> BDC". */
static const char *
find_operands (const char *start, const char *at)
{
  const char *line = at;

  while (line > start && line[-1] != '\n' && line[-1] != '\r')
    line--;
  return line;
}

typedef struct
{
  GByteArray *marked;
  Gap         gap;   /* or, in a mark, its start */
  guint       depth; /* marks that are open, from an element on */
} Marking;

/* Only elements have a number; other marks say how to read a few letters, and are
 * part of the gap. */
static void
begin_mark (Marking *self, const char *word)
{
  const char *operands = find_operands (self->gap.start, word);

  if (self->depth == 0 && g_strstr_len (operands, word - operands, "/MCID") == NULL)
    self->gap.n_inner++;
  else if (self->depth++ == 0)
    {
      append_gap (self->marked, &self->gap, operands);
      begin_gap (&self->gap, operands);
    }
}

static void
end_mark (Marking *self, const char *end)
{
  if (self->depth == 0)
    self->gap.n_inner -= self->gap.n_inner > 0;
  else if (--self->depth == 0)
    {
      append (self->marked, self->gap.start, (gsize) (end - self->gap.start));
      begin_gap (&self->gap, end);
    }
}

static void
read_word (Marking *self, Scanner *scanner, const char *word, gsize length)
{
  if (is_word (word, length, "BDC") || is_word (word, length, "BMC"))
    begin_mark (self, word);
  else if (is_word (word, length, "EMC"))
    end_mark (self, scanner->at);
  else if (is_word (word, length, "ID"))
    skip_image (scanner);
  else if (self->depth == 0)
    read_operator (&self->gap, word, length);
}

GByteArray *
amp_pdf_mark_artifacts (const char *content, gsize length)
{
  Scanner scanner = { content, content + length };
  Marking self = { g_byte_array_sized_new ((guint) length), { .start = content }, 0 };

  g_return_val_if_fail (content != NULL || length == 0, self.marked);

  while (scanner.at < scanner.end)
    {
      gsize       word_length;
      const char *word = next_word (&scanner, &word_length);

      if (word != NULL)
        read_word (&self, &scanner, word, word_length);
    }
  if (self.depth > 0)
    append (self.marked, self.gap.start, (gsize) (scanner.end - self.gap.start));
  else
    append_gap (self.marked, &self.gap, scanner.end);
  return self.marked;
}
