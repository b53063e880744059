/* Recent cases: the case files that were opened lately.
 *
 * Owns what Ampleur writes to the desktop's list of recent files: cases, never
 * dumps. File choosers of the toolkit add whatever was picked to that list, so
 * the dumps of this session are taken out of it again. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define AMP_RECENT_MIME_TYPE "application/x-ampleur-case"

/**
 * amp_recent_cases_add:
 * @file: a case that was opened or written
 */
void amp_recent_cases_add (GFile *file);

/**
 * amp_recent_cases_remove:
 * @file: a case that is no longer there
 */
void amp_recent_cases_remove (GFile *file);

/**
 * amp_recent_cases_list:
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type GFile): the latest first; local files
 *   that still exist by the list's own knowledge
 */
GPtrArray *amp_recent_cases_list (guint limit);

/**
 * amp_recent_cases_forbid:
 * @file: a source of a dump
 *
 * Takes @file out of the desktop's recent files and keeps it out for as long
 * as the program runs.
 */
void amp_recent_cases_forbid (GFile *file);

G_END_DECLS
