/* The error domain of the analysis layer. Errors of the layers below pass
 * through unchanged. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define AMP_ANALYSIS_ERROR (amp_analysis_error_quark ())

/**
 * AmpAnalysisError:
 * @AMP_ANALYSIS_ERROR_FIELD_PLAN: a field plan cannot be read or applied
 * @AMP_ANALYSIS_ERROR_NO_SOURCE: a dump without any file
 * @AMP_ANALYSIS_ERROR_TOO_MANY: more sources or records than a case can hold
 * @AMP_ANALYSIS_ERROR_PLACE_BASIS: a source without the place basis asked for
 * @AMP_ANALYSIS_ERROR_MEMORY: no locked memory for the key that tells persons apart
 * @AMP_ANALYSIS_ERROR_NEEDS_DUMP: a change of types that the case alone cannot follow
 * @AMP_ANALYSIS_ERROR_TYPE_CHANGE: a field or a type that cannot be changed so
 * @AMP_ANALYSIS_ERROR_ANNOTATION: what the analyst adds is not as it must be
 */
typedef enum
{
  AMP_ANALYSIS_ERROR_FIELD_PLAN,
  AMP_ANALYSIS_ERROR_NO_SOURCE,
  AMP_ANALYSIS_ERROR_TOO_MANY,
  AMP_ANALYSIS_ERROR_PLACE_BASIS,
  AMP_ANALYSIS_ERROR_MEMORY,
  AMP_ANALYSIS_ERROR_NEEDS_DUMP,
  AMP_ANALYSIS_ERROR_TYPE_CHANGE,
  AMP_ANALYSIS_ERROR_ANNOTATION,
} AmpAnalysisError;

GQuark amp_analysis_error_quark (void);

G_END_DECLS
