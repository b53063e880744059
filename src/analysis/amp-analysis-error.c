/* The error domain of the analysis layer. */
#include "amp-analysis-error.h"

G_DEFINE_QUARK (amp - analysis - error - quark, amp_analysis_error)
