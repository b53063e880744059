/* The error domain of the export layer. Messages name the file or the folder
 * and the reason. Errors of the layers below pass through unchanged. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define AMP_EXPORT_ERROR (amp_export_error_quark ())

/**
 * AmpExportError:
 * @AMP_EXPORT_ERROR_FORMAT: no such format
 * @AMP_EXPORT_ERROR_LANGUAGE: the texts of that language cannot be had
 * @AMP_EXPORT_ERROR_FOLDER: the folder cannot be made or opened
 * @AMP_EXPORT_ERROR_WRITE: a file could not be written
 * @AMP_EXPORT_ERROR_DISCLOSURE: small counts could be worked out from the others
 * @AMP_EXPORT_ERROR_FIGURE: no such figure in the report
 * @AMP_EXPORT_ERROR_OPTION: a number that was asked for is out of its bounds
 * @AMP_EXPORT_ERROR_DRAW: a document could not be drawn or packed
 */
typedef enum
{
  AMP_EXPORT_ERROR_FORMAT,
  AMP_EXPORT_ERROR_LANGUAGE,
  AMP_EXPORT_ERROR_FOLDER,
  AMP_EXPORT_ERROR_WRITE,
  AMP_EXPORT_ERROR_DISCLOSURE,
  AMP_EXPORT_ERROR_FIGURE,
  AMP_EXPORT_ERROR_OPTION,
  AMP_EXPORT_ERROR_DRAW,
} AmpExportError;

/**
 * amp_export_error_quark:
 *
 * Returns: the domain of #AmpExportError
 */
GQuark amp_export_error_quark (void);

G_END_DECLS
