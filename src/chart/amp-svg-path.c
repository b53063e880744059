/* Shortens path data. Invariant: the current point is kept as whole steps of
 * the grid, so that every point of the result is the given one, rounded. */
#include "amp-svg-path.h"

#include <math.h>
#include <string.h>

/* Longer paths are outlines, not letters or marks. */
#define MANY_BYTES 1600
#define FINE_GRID 100
#define COARSE_GRID 10

/* Beyond this a number would not be kept exactly. */
#define MAX_COORDINATE 1e9

typedef struct
{
  GString    *out;
  const char *at;
  const char *end;
  int         grid;
  char        command;  /* that further numbers would belong to */
  gboolean    has_mark; /* whether the last number has a decimal point */
  gint64      x;
  gint64      y;
  gint64      start_x;
  gint64      start_y;
} Shortener;

/* How many pairs of coordinates follow a command; -1 for an unknown one. */
static int
get_n_points (char command)
{
  switch (command)
    {
    case 'M':
    case 'L':
      return 1;
    case 'C':
      return 3;
    case 'Z':
      return 0;
    default:
      return -1;
    }
}

static void
skip_spaces (Shortener *self)
{
  while (self->at < self->end && g_ascii_isspace (*self->at))
    self->at++;
}

/* The text of a path is followed by a quote, so reading ends there. */
static gboolean
read_coordinate (Shortener *self, gint64 *steps)
{
  char  *after;
  double value;

  skip_spaces (self);
  value = g_ascii_strtod (self->at, &after);
  if (after == self->at || after > self->end || !(fabs (value) < MAX_COORDINATE))
    return FALSE;
  self->at = after;
  *steps = (gint64) llround (value * self->grid);
  return TRUE;
}

/* Without the zero before the point, and without a space where the sign or the
 * point shows that a number begins. */
static void
append_steps (Shortener *self, gint64 steps, gboolean is_after_letter)
{
  gint64   whole = ABS (steps) / self->grid;
  gint64   rest = ABS (steps) % self->grid;
  gboolean begins_with_point = whole == 0 && rest != 0;

  if (steps < 0)
    g_string_append_c (self->out, '-');
  else if (!is_after_letter && !(begins_with_point && self->has_mark))
    g_string_append_c (self->out, ' ');
  if (!begins_with_point)
    g_string_append_printf (self->out, "%" G_GINT64_FORMAT, whole);
  self->has_mark = rest != 0;
  if (rest == 0)
    return;
  g_string_append_c (self->out, '.');
  for (int unit = self->grid / 10; rest > 0; unit /= 10)
    {
      g_string_append_c (self->out, (char) ('0' + rest / unit));
      rest %= unit;
    }
}

static gboolean
shorten_points (Shortener *self, char command, int n_points)
{
  gint64   x = self->x;
  gint64   y = self->y;
  gboolean is_same = command == self->command && command != 'M';

  if (!is_same)
    g_string_append_c (self->out, g_ascii_tolower (command));
  self->command = command;
  for (int i = 0; i < n_points; i++)
    {
      if (!read_coordinate (self, &x) || !read_coordinate (self, &y))
        return FALSE;
      append_steps (self, x - self->x, i == 0 && !is_same);
      append_steps (self, y - self->y, FALSE);
    }
  self->x = x;
  self->y = y;
  if (command == 'M')
    {
      self->start_x = x;
      self->start_y = y;
    }
  return TRUE;
}

/* A line that the rounding leaves without a length is not drawn. */
static gboolean
shorten_command (Shortener *self)
{
  Shortener state = *self;
  char      command = *self->at++;
  int       n_points = get_n_points (command);
  gsize     before = self->out->len;
  gint64    x = self->x;
  gint64    y = self->y;

  if (n_points < 0)
    return FALSE;
  if (command == 'Z')
    {
      g_string_append_c (self->out, 'z');
      self->command = command;
      self->x = self->start_x;
      self->y = self->start_y;
      return TRUE;
    }
  if (!shorten_points (self, command, n_points))
    return FALSE;
  if (command == 'L' && self->grid == COARSE_GRID && self->x == x && self->y == y)
    {
      g_string_truncate (self->out, before);
      self->command = state.command;
      self->has_mark = state.has_mark;
    }
  return TRUE;
}

/* cairo goes back to the start after closing a path, which changes nothing. */
static void
drop_last_move (Shortener *self, gsize before)
{
  if (self->out->len >= before + 5 && strcmp (self->out->str + self->out->len - 5, "zm0 0") == 0)
    g_string_truncate (self->out, self->out->len - 4);
}

void
amp_svg_path_append_short (GString *out, const char *path, gsize length)
{
  Shortener self = { .out = out, .at = path, .end = path + length, .grid = length > MANY_BYTES ? COARSE_GRID : FINE_GRID };
  gsize     before;

  g_return_if_fail (out != NULL && path != NULL);

  before = out->len;
  for (skip_spaces (&self); self.at < self.end; skip_spaces (&self))
    if (!shorten_command (&self))
      {
        g_string_truncate (out, before);
        g_string_append_len (out, path, (gssize) length);
        return;
      }
  drop_last_move (&self, before);
}
