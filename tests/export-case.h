/* A case of invented counts and hostile texts, for tests of exports. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands in headers, the source's name and the mandate. */
#define EXPORT_CASE_SCRIPT "<script>alert(1)</script>"
#define EXPORT_CASE_FORMULA "=cmd|'/C calc'!A0"
#define EXPORT_CASE_QUOTES "a \"quoted\", b"
#define EXPORT_CASE_BIDI "abc\xE2\x80\xAE" \
                         "fed"

/**
 * ExportCaseSize:
 * @EXPORT_CASE_USUAL: some thousand persons in several hundred communes, most
 *   of them with fewer than eleven
 * @EXPORT_CASE_TINY: twelve persons, one in each of twelve communes
 * @EXPORT_CASE_FEW: four persons
 */
typedef enum
{
  EXPORT_CASE_USUAL,
  EXPORT_CASE_TINY,
  EXPORT_CASE_FEW,
} ExportCaseSize;

/**
 * export_case_write:
 * @path: (type filename): the case to write
 * @size: how many people
 * @seed: which of the cases of that size
 */
void export_case_write (const char *path, ExportCaseSize size, guint32 seed);

G_END_DECLS
