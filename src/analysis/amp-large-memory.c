/* Owns the calls for pages. Must not know what the memory is for. */
#include "amp-large-memory.h"

#include <sys/mman.h>

static void
check (gpointer memory, gsize size)
{
  if (memory == MAP_FAILED)
    g_error ("%" G_GSIZE_FORMAT " bytes of memory are not to be had", size);
}

gpointer
amp_large_memory_new (gsize size)
{
  gpointer memory = mmap (NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

  check (memory, size);
  madvise (memory, size, MADV_HUGEPAGE);
  return memory;
}

gpointer
amp_large_memory_grow (gpointer memory, gsize size, gsize new_size)
{
  gpointer moved;

  g_return_val_if_fail (memory != NULL && new_size > size, memory);

  moved = mremap (memory, size, new_size, MREMAP_MAYMOVE);
  check (moved, new_size);
  return moved;
}

void
amp_large_memory_free (gpointer memory, gsize size)
{
  if (memory != NULL)
    munmap (memory, size);
}
