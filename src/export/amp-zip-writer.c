/* Packs with minizip, whose file is an array of bytes here. */
#include "amp-zip-writer.h"

#include "amp-export-error.h"

#include <minizip/zip.h>

#include <glib/gi18n-lib.h>

struct _AmpZipWriter
{
  GByteArray *bytes;
  gsize       position;
  zipFile     file;
  gboolean    has_failed;
};

static voidpf ZCALLBACK
open_bytes (voidpf opaque, const char *name, int mode)
{
  return opaque;
}

static uLong ZCALLBACK
read_bytes (voidpf opaque, voidpf stream, void *buffer, uLong size)
{
  AmpZipWriter *self = opaque;
  gsize         n = MIN (size, self->bytes->len - MIN (self->position, self->bytes->len));

  memcpy (buffer, self->bytes->data + self->position, n);
  self->position += n;
  return n;
}

static uLong ZCALLBACK
write_bytes (voidpf opaque, voidpf stream, const void *buffer, uLong size)
{
  AmpZipWriter *self = opaque;

  if (self->position + size > G_MAXINT)
    return 0;
  if (self->position + size > self->bytes->len)
    g_byte_array_set_size (self->bytes, (guint) (self->position + size));
  memcpy (self->bytes->data + self->position, buffer, size);
  self->position += size;
  return size;
}

static long ZCALLBACK
tell_bytes (voidpf opaque, voidpf stream)
{
  return (long) ((AmpZipWriter *) opaque)->position;
}

static long ZCALLBACK
seek_bytes (voidpf opaque, voidpf stream, uLong offset, int origin)
{
  AmpZipWriter *self = opaque;
  gsize         base = origin == ZLIB_FILEFUNC_SEEK_CUR ? self->position : origin == ZLIB_FILEFUNC_SEEK_END ? self->bytes->len
                                                                                                            : 0;

  if (base + offset > self->bytes->len)
    return -1;
  self->position = base + offset;
  return 0;
}

static int ZCALLBACK
close_bytes (voidpf opaque, voidpf stream)
{
  return 0;
}

static int ZCALLBACK
test_bytes (voidpf opaque, voidpf stream)
{
  return 0;
}

AmpZipWriter *
amp_zip_writer_new (void)
{
  AmpZipWriter     *self = g_new0 (AmpZipWriter, 1);
  zlib_filefunc_def functions = { open_bytes, read_bytes, write_bytes, tell_bytes, seek_bytes, close_bytes, test_bytes, self };

  self->bytes = g_byte_array_new ();
  self->file = zipOpen2 ("", APPEND_STATUS_CREATE, NULL, &functions);
  self->has_failed = self->file == NULL;
  return self;
}

void
amp_zip_writer_free (AmpZipWriter *self)
{
  if (self == NULL)
    return;
  if (self->file != NULL)
    zipClose (self->file, NULL);
  g_byte_array_unref (self->bytes);
  g_free (self);
}

void
amp_zip_writer_add (AmpZipWriter *self, const char *name, GBytes *content, gboolean is_stored)
{
  /* The first day that the format knows. */
  const zip_fileinfo info = { .tmz_date = { .tm_year = 1980, .tm_mday = 1 } };
  gsize              length;
  gconstpointer      data;

  g_return_if_fail (self != NULL && name != NULL && content != NULL);

  data = g_bytes_get_data (content, &length);
  if (self->has_failed || length > G_MAXINT)
    {
      self->has_failed = TRUE;
      return;
    }
  if (zipOpenNewFileInZip (self->file, name, &info, NULL, 0, NULL, 0, NULL, is_stored ? 0 : Z_DEFLATED, Z_DEFAULT_COMPRESSION) != ZIP_OK ||
      zipWriteInFileInZip (self->file, data, (unsigned) length) != ZIP_OK ||
      zipCloseFileInZip (self->file) != ZIP_OK)
    self->has_failed = TRUE;
}

GBytes *
amp_zip_writer_finish (AmpZipWriter *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->file != NULL && zipClose (g_steal_pointer (&self->file), NULL) != ZIP_OK)
    self->has_failed = TRUE;
  if (self->has_failed)
    {
      g_set_error_literal (error, AMP_EXPORT_ERROR, AMP_EXPORT_ERROR_DRAW, _ ("the files could not be packed"));
      return NULL;
    }
  return g_bytes_new (self->bytes->data, self->bytes->len);
}
