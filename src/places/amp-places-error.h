/* The error domain of the places layer. Its fallible work is reading the tables
 * the program ships, and outlines from elsewhere; text from a dump never causes an
 * error here. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmpPlacesError:
 * @AMP_PLACES_ERROR_DATA: a table that ships with the program is missing or damaged.
 * @AMP_PLACES_ERROR_FILE: a file of outlines is not what is asked for, or damaged.
 */
typedef enum
{
  AMP_PLACES_ERROR_DATA,
  AMP_PLACES_ERROR_FILE,
} AmpPlacesError;

#define AMP_PLACES_ERROR (amp_places_error_quark ())
GQuark amp_places_error_quark (void);

G_END_DECLS
