/* Outlines that touch become one: what is left is the border of the whole. */
#include "amp-outline-union.h"

typedef struct
{
  AmpRing    rings[2];
  AmpOutline outline;
} Made;

static void
make (Made *made, const double *points, guint n_points)
{
  made->rings[0] = (AmpRing){ points, n_points };
  made->outline = (AmpOutline){ .code = "1", .rings = made->rings, .n_rings = 1 };
}

static AmpOutline *
join (Made *made, guint n_made)
{
  g_autoptr (GPtrArray) outlines = g_ptr_array_new ();

  for (guint i = 0; i < n_made; i++)
    g_ptr_array_add (outlines, &made[i].outline);
  return amp_outline_union (outlines, "200000001");
}

/* Whichever way round each of them runs, and whatever points the border has. */
static void
test_neighbours_lose_their_border (void)
{
  static const double west[] = { 0, 0, 1, 0, 1, 0.5, 1, 1, 0, 1 };
  static const double east[] = { 1, 0, 1, 0.5, 1, 1, 2, 1, 2, 0 };
  Made                made[2];
  AmpOutline         *whole;

  make (&made[0], west, 5);
  make (&made[1], east, 5);
  whole = join (made, 2);
  g_assert_cmpstr (whole->code, ==, "200000001");
  g_assert_cmpuint (whole->n_rings, ==, 1);
  g_assert_cmpuint (whole->rings[0].n_points, ==, 6);
  g_assert_cmpfloat (whole->west, ==, 0);
  g_assert_cmpfloat (whole->east, ==, 2);
  g_assert_true (amp_outline_contains (whole, 0.5, 0.6));
  g_assert_true (amp_outline_contains (whole, 1.5, 0.6));
  amp_outline_union_free (whole);
}

/* Four around one: the hole stays when the one in the middle is lacking. */
static void
test_holes_stay (void)
{
  static const double parts[4][8] = {
    { 0, 0, 3, 0, 2, 1, 1, 1 },
    { 3, 0, 3, 3, 2, 2, 2, 1 },
    { 3, 3, 0, 3, 1, 2, 2, 2 },
    { 0, 3, 0, 0, 1, 1, 1, 2 },
  };
  static const double middle[] = { 1, 1, 2, 1, 2, 2, 1, 2 };
  Made                made[5];
  AmpOutline         *whole;

  for (guint i = 0; i < 4; i++)
    make (&made[i], parts[i], 4);
  make (&made[4], middle, 4);
  whole = join (made, 4);
  g_assert_cmpuint (whole->n_rings, ==, 2);
  g_assert_false (amp_outline_contains (whole, 1.5, 1.6));
  g_assert_true (amp_outline_contains (whole, 0.5, 1.6));
  amp_outline_union_free (whole);
  whole = join (made, 5);
  g_assert_cmpuint (whole->n_rings, ==, 1);
  g_assert_true (amp_outline_contains (whole, 1.5, 1.6));
  amp_outline_union_free (whole);
}

/* A point that two parts share joins no rings. */
static void
test_no_ring_touches_itself (void)
{
  static const double low[] = { 0, 0, 1, 0, 1, 1, 0, 1 };
  static const double high[] = { 1, 1, 2, 1, 2, 2, 1, 2 };
  Made                made[2];
  AmpOutline         *whole;

  make (&made[0], low, 4);
  make (&made[1], high, 4);
  whole = join (made, 2);
  g_assert_cmpuint (whole->n_rings, ==, 2);
  g_assert_cmpuint (whole->rings[0].n_points, ==, 4);
  g_assert_cmpuint (whole->rings[1].n_points, ==, 4);
  amp_outline_union_free (whole);
}

/* The same outline twice is nothing, and nothing is no trouble. */
static void
test_nothing_may_be_left (void)
{
  static const double square[] = { 0, 0, 1, 0, 1, 1, 0, 1 };
  Made                made[2];
  AmpOutline         *whole;

  make (&made[0], square, 4);
  make (&made[1], square, 4);
  whole = join (made, 2);
  g_assert_cmpuint (whole->n_rings, ==, 0);
  amp_outline_union_free (whole);
}

/* A grid of cells, each with its own ring: only its outer border is left, whatever
 * the order. */
static void
test_many_make_one (void)
{
  enum
  {
    SIDE = 60
  };
  static double squares[SIDE * SIDE][8];
  static Made   made[SIDE * SIDE];
  AmpOutline   *whole;

  for (guint i = 0; i < SIDE * SIDE; i++)
    {
      guint        at = i * 37 % (SIDE * SIDE);
      double       x = at % SIDE;
      double       y = at / SIDE;
      const double square[] = { x, y, x + 1, y, x + 1, y + 1, x, y + 1 };

      memcpy (squares[i], square, sizeof square);
      make (&made[i], squares[i], 4);
    }
  whole = join (made, SIDE * SIDE);
  g_assert_cmpuint (whole->n_rings, ==, 1);
  g_assert_cmpuint (whole->rings[0].n_points, ==, 4 * SIDE);
  amp_outline_union_free (whole);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/places/outline-union/neighbours-lose-their-border", test_neighbours_lose_their_border);
  g_test_add_func ("/places/outline-union/holes-stay", test_holes_stay);
  g_test_add_func ("/places/outline-union/no-ring-touches-itself", test_no_ring_touches_itself);
  g_test_add_func ("/places/outline-union/nothing-may-be-left", test_nothing_may_be_left);
  g_test_add_func ("/places/outline-union/many-make-one", test_many_make_one);
  return g_test_run ();
}
