/* The peer of the import: libcsv alone, on one thread, that merely parses.
 *
 * usage: bench-parse FILE DELIMITER */
#include <csv.h>
#include <stdio.h>

static void
on_value (void *value, size_t length, void *count)
{
  *(size_t *) count += length > 0;
}

static void
on_row (int last, void *count)
{
}

int
main (int argc, char **argv)
{
  static char       block[1 << 20];
  struct csv_parser parser;
  size_t            length, n_filled = 0;
  FILE             *file;

  if (argc != 3 || (file = fopen (argv[1], "rb")) == NULL || csv_init (&parser, 0) != 0)
    return 2;
  csv_set_delim (&parser, (unsigned char) argv[2][0]);
  while ((length = fread (block, 1, sizeof block, file)) > 0)
    if (csv_parse (&parser, block, length, on_value, on_row, &n_filled) != length)
      return 1;
  csv_fini (&parser, on_value, on_row, &n_filled);
  csv_free (&parser);
  fclose (file);
  printf ("%zu\n", n_filled);
  return 0;
}
