/* The error domain of the export layer. */
#include "amp-export-error.h"

G_DEFINE_QUARK (amp - export - error - quark, amp_export_error)
