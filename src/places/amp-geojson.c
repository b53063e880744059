/* Owns what GeoJSON means. Members may come in any order, so what a geometry is
 * gets decided when it is over. */
#include "amp-geojson.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "amp-places-error.h"

/* How deep the points of a Polygon and of a MultiPolygon lie. */
#define POLYGON_DEPTH 3
#define MULTI_POLYGON_DEPTH 4

#define MAX_CODE 12
#define MAX_NAME 80

/* clang-format off */
/* What publishers call the code of a commune or an EPCI, the surest first: etalab
 * and france-geojson; IGN's ADMIN EXPRESS; INSEE; OpenStreetMap's extracts. A
 * commune of ADMIN EXPRESS also names its EPCI: the commune's own code wins. */
static const char *const code_names[] = {
  "code", "insee_com", "codgeo", "code_insee", "insee", "com", "code_commune", "codecommune", "ref:insee", "depcom",
  "code_siren", "siren", "code_epci", "codeepci", "siren_epci", "epci",
};
static const char *const name_names[] = {
  "nom", "nom_officiel", "nom_com", "libgeo", "libelle", "libcom", "nom_epci", "name",
};
/* clang-format on */

typedef struct
{
  AmpJsonReader    *reader;
  GCancellable     *cancellable;
  AmpGeoFeatureFunc func;
  gpointer          data;

  AmpGeoFeature feature;
  guint         code_rank;
  guint         name_rank;
  char         *type;
  guint         point_depth;
  gboolean      is_uneven;

  guint64 n_points;
  guint   n_features;
} GeoReader;

static gboolean
fail (GeoReader *self, const char *reason, GError **error)
{
  g_set_error (error, AMP_PLACES_ERROR, AMP_PLACES_ERROR_FILE, _ ("line %u: %s"), amp_json_reader_get_line (self->reader), reason);
  return FALSE;
}

static AmpJsonToken
next (GeoReader *self, GError **error)
{
  return amp_json_reader_next (self->reader, self->cancellable, error);
}

static gboolean
skip (GeoReader *self, GError **error)
{
  return amp_json_reader_skip (self->reader, self->cancellable, error);
}

/* To the end of what is open at @depth or deeper. */
static gboolean
leave (GeoReader *self, guint depth, GError **error)
{
  while (amp_json_reader_get_depth (self->reader) >= depth)
    if (next (self, error) == AMP_JSON_FAILED)
      return FALSE;
  return TRUE;
}

static void
clear_feature (GeoReader *self)
{
  g_clear_pointer (&self->feature.code, g_free);
  g_clear_pointer (&self->feature.name, g_free);
  g_clear_pointer (&self->type, g_free);
  g_array_set_size (self->feature.points, 0);
  g_array_set_size (self->feature.ring_ends, 0);
  self->feature.is_area = FALSE;
  self->code_rank = self->name_rank = G_MAXUINT;
  self->point_depth = 0;
  self->is_uneven = FALSE;
}

static guint
get_ring_start (const GeoReader *self)
{
  const GArray *ends = self->feature.ring_ends;

  return ends->len > 0 ? g_array_index (ends, guint, ends->len - 1) : 0;
}

static gboolean
is_same_point (const GArray *points, guint one, guint other)
{
  const gint32 *coordinates = (const gint32 *) (gconstpointer) points->data;

  return coordinates[2 * one] == coordinates[2 * other] && coordinates[2 * one + 1] == coordinates[2 * other + 1];
}

static gboolean
add_point (GeoReader *self, const double *coordinates, GError **error)
{
  GArray      *points = self->feature.points;
  const gint32 point[2] = { (gint32) lround (coordinates[0] * AMP_GEOJSON_UNITS), (gint32) lround (coordinates[1] * AMP_GEOJSON_UNITS) };
  guint        count = points->len / 2;

  if (self->n_points++ == AMP_GEOJSON_MAX_POINTS)
    return fail (self, _ ("there are too many points"), error);
  g_array_append_vals (points, point, 2);
  if (count > get_ring_start (self) && is_same_point (points, count - 1, count))
    g_array_set_size (points, 2 * count);
  return TRUE;
}

/* Rings that are too small to be seen are dropped. */
static void
end_ring (GeoReader *self)
{
  GArray *points = self->feature.points;
  guint   start = get_ring_start (self);
  guint   end = points->len / 2;

  if (end > start + 1 && is_same_point (points, start, end - 1))
    end--;
  if (end < start + 3)
    end = start;
  g_array_set_size (points, 2 * end);
  if (end > start)
    g_array_append_val (self->feature.ring_ends, end);
}

/* The numbers of one point, the first of which was just read. */
static gboolean
read_point (GeoReader *self, GError **error)
{
  double       coordinates[2] = { amp_json_reader_get_number (self->reader), NAN };
  guint        n_numbers = 1;
  AmpJsonToken token;

  while ((token = next (self, error)) == AMP_JSON_NUMBER)
    if (n_numbers++ == 1)
      coordinates[1] = amp_json_reader_get_number (self->reader);
  if (token == AMP_JSON_FAILED)
    return FALSE;
  if (token != AMP_JSON_END_ARRAY || n_numbers < 2)
    return fail (self, _ ("a point must be two numbers"), error);
  if (!(fabs (coordinates[0]) <= 180 && fabs (coordinates[1]) <= 90))
    return fail (self, _ ("a point lies outside the world: outlines must be in longitude and latitude (WGS 84)"), error);
  return add_point (self, coordinates, error);
}

/* The array of arrays of numbers; its opening bracket was just read. */
static gboolean
read_coordinates (GeoReader *self, GError **error)
{
  guint base = amp_json_reader_get_depth (self->reader) - 1;

  while (amp_json_reader_get_depth (self->reader) > base)
    {
      AmpJsonToken token = next (self, error);
      guint        depth = amp_json_reader_get_depth (self->reader) - base;

      if (token == AMP_JSON_FAILED)
        return FALSE;
      if (token == AMP_JSON_NUMBER)
        {
          self->is_uneven |= self->point_depth != 0 && depth != self->point_depth;
          self->point_depth = depth;
          if (!read_point (self, error))
            return FALSE;
        }
      else if (token == AMP_JSON_END_ARRAY && depth + 2 == self->point_depth)
        end_ring (self);
      else if (token != AMP_JSON_END_ARRAY && token != AMP_JSON_BEGIN_ARRAY)
        return fail (self, _ ("coordinates must be numbers"), error);
    }
  return TRUE;
}

static gboolean
read_text (GeoReader *self, char **text, GError **error)
{
  AmpJsonToken token = next (self, error);

  if (token == AMP_JSON_FAILED)
    return FALSE;
  if (token != AMP_JSON_TEXT)
    return fail (self, _ ("a type must be a string"), error);
  g_free (*text);
  *text = g_strdup (amp_json_reader_get_text (self->reader));
  return TRUE;
}

static gboolean
check_geometry (GeoReader *self, GError **error)
{
  guint depth = 0;

  if (g_strcmp0 (self->type, "Polygon") == 0)
    depth = POLYGON_DEPTH;
  else if (g_strcmp0 (self->type, "MultiPolygon") == 0)
    depth = MULTI_POLYGON_DEPTH;
  self->feature.is_area = depth > 0 && self->feature.ring_ends->len > 0;
  if (depth > 0 && self->point_depth > 0 && (self->is_uneven || self->point_depth != depth))
    return fail (self, _ ("coordinates are not nested as those of a polygon"), error);
  return TRUE;
}

static gboolean
read_geometry_member (GeoReader *self, GError **error)
{
  AmpJsonToken token;

  if (strcmp (amp_json_reader_get_text (self->reader), "type") == 0)
    return read_text (self, &self->type, error);
  if (strcmp (amp_json_reader_get_text (self->reader), "coordinates") != 0)
    return skip (self, error);
  token = next (self, error);
  if (token == AMP_JSON_FAILED)
    return FALSE;
  if (token != AMP_JSON_BEGIN_ARRAY)
    return fail (self, _ ("coordinates must be an array"), error);
  return read_coordinates (self, error);
}

/* What stands behind the key of an object that may be null. Returns %FALSE at the
 * end of it, and with @error set. */
static gboolean
read_key (GeoReader *self, GError **error)
{
  return next (self, error) == AMP_JSON_KEY;
}

static gboolean
open_object (GeoReader *self, gboolean *is_object, GError **error)
{
  guint        depth = amp_json_reader_get_depth (self->reader);
  AmpJsonToken token = next (self, error);

  *is_object = token == AMP_JSON_BEGIN_OBJECT;
  if (token == AMP_JSON_FAILED)
    return FALSE;
  return *is_object || leave (self, depth + 1, error);
}

static gboolean
read_geometry (GeoReader *self, GError **error)
{
  gboolean is_object;
  GError  *failure = NULL;

  if (!open_object (self, &is_object, error))
    return FALSE;
  while (is_object && read_key (self, &failure))
    if (!read_geometry_member (self, error))
      return FALSE;
  if (failure == NULL)
    return check_geometry (self, error);
  g_propagate_error (error, failure);
  return FALSE;
}

static guint
get_rank (const char *key, const char *const *names, guint n_names)
{
  for (guint i = 0; i < n_names; i++)
    if (g_ascii_strcasecmp (key, names[i]) == 0)
      return i;
  return G_MAXUINT;
}

/* A number has lost the zero that it began with. */
static char *
dup_code_of_number (double number)
{
  if (!(number >= 1000 && number < 1e9 && number == floor (number)))
    return NULL;
  return g_strdup_printf ("%05u", (guint) number);
}

static char *
dup_code_of_text (const char *text)
{
  gsize length = strlen (text);

  if (length == 0 || length > MAX_CODE)
    return NULL;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (text[i]))
      return NULL;
  return g_ascii_strup (text, -1);
}

/* Names are shown: nothing that moves a cursor or turns the reading around. */
static char *
dup_printable (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString         *printable = g_string_new (NULL);
  guint            n_characters = 0;

  for (const char *place = valid; *place != '\0' && n_characters < MAX_NAME; place = g_utf8_next_char (place))
    {
      gunichar character = g_utf8_get_char (place);

      if (!g_unichar_isprint (character) || g_unichar_type (character) == G_UNICODE_FORMAT)
        continue;
      g_string_append_unichar (printable, character);
      n_characters++;
    }
  return g_string_free (printable, FALSE);
}

static void
take_code (GeoReader *self, guint rank, char *code)
{
  if (code == NULL)
    return;
  g_free (self->feature.code);
  self->feature.code = code;
  self->code_rank = rank;
}

static gboolean
read_property (GeoReader *self, GError **error)
{
  const char  *key = amp_json_reader_get_text (self->reader);
  guint        code_rank = get_rank (key, code_names, G_N_ELEMENTS (code_names));
  guint        name_rank = get_rank (key, name_names, G_N_ELEMENTS (name_names));
  guint        depth = amp_json_reader_get_depth (self->reader);
  AmpJsonToken token = next (self, error);

  if (token == AMP_JSON_FAILED)
    return FALSE;
  if (token == AMP_JSON_TEXT && code_rank < self->code_rank)
    take_code (self, code_rank, dup_code_of_text (amp_json_reader_get_text (self->reader)));
  else if (token == AMP_JSON_NUMBER && code_rank < self->code_rank)
    take_code (self, code_rank, dup_code_of_number (amp_json_reader_get_number (self->reader)));
  else if (token == AMP_JSON_TEXT && name_rank < self->name_rank)
    {
      g_free (self->feature.name);
      self->feature.name = dup_printable (amp_json_reader_get_text (self->reader));
      self->name_rank = name_rank;
    }
  return leave (self, depth + 1, error);
}

static gboolean
read_properties (GeoReader *self, GError **error)
{
  gboolean is_object;
  GError  *failure = NULL;

  if (!open_object (self, &is_object, error))
    return FALSE;
  while (is_object && read_key (self, &failure))
    if (!read_property (self, error))
      return FALSE;
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

static gboolean
read_feature_member (GeoReader *self, GError **error)
{
  const char *key = amp_json_reader_get_text (self->reader);

  if (strcmp (key, "geometry") == 0)
    return read_geometry (self, error);
  if (strcmp (key, "properties") == 0)
    return read_properties (self, error);
  return skip (self, error);
}

/* Its opening bracket was just read. */
static gboolean
read_feature (GeoReader *self, GError **error)
{
  GError *failure = NULL;

  if (self->n_features++ == AMP_GEOJSON_MAX_FEATURES)
    return fail (self, _ ("there are too many areas"), error);
  clear_feature (self);
  while (read_key (self, &failure))
    if (!read_feature_member (self, error))
      return FALSE;
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  self->func (&self->feature, self->data);
  return TRUE;
}

static gboolean
read_features (GeoReader *self, GError **error)
{
  AmpJsonToken token = next (self, error);

  if (token == AMP_JSON_FAILED)
    return FALSE;
  if (token != AMP_JSON_BEGIN_ARRAY)
    return fail (self, _ ("“features” must be an array"), error);
  while ((token = next (self, error)) == AMP_JSON_BEGIN_OBJECT)
    if (!read_feature (self, error))
      return FALSE;
  if (token == AMP_JSON_END_ARRAY || token == AMP_JSON_FAILED)
    return token == AMP_JSON_END_ARRAY;
  return fail (self, _ ("“features” must hold objects"), error);
}

static gboolean
read_collection (GeoReader *self, char **type, gboolean *has_features, GError **error)
{
  AmpJsonToken token;

  if ((token = next (self, error)) != AMP_JSON_BEGIN_OBJECT)
    return token != AMP_JSON_FAILED && fail (self, _ ("this is no GeoJSON"), error);
  while ((token = next (self, error)) == AMP_JSON_KEY)
    {
      const char *key = amp_json_reader_get_text (self->reader);
      gboolean    is_features = strcmp (key, "features") == 0;

      *has_features |= is_features;
      if (!(is_features ? read_features (self, error) : strcmp (key, "type") == 0 ? read_text (self, type, error)
                                                                                  : skip (self, error)))
        return FALSE;
    }
  return token == AMP_JSON_END_OBJECT && next (self, error) == AMP_JSON_END;
}

gboolean
amp_geojson_read (GInputStream *stream, AmpGeoFeatureFunc func, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (AmpJsonReader) reader = amp_json_reader_new (stream);
  g_autofree char *type = NULL;
  gboolean         has_features = FALSE;
  gboolean         is_read;
  GeoReader        self = { .reader = reader, .cancellable = cancellable, .func = func, .data = data };

  self.feature.points = g_array_new (FALSE, FALSE, sizeof (gint32));
  self.feature.ring_ends = g_array_new (FALSE, FALSE, sizeof (guint));
  is_read = read_collection (&self, &type, &has_features, error);
  if (is_read && (!has_features || g_strcmp0 (type, "FeatureCollection") != 0))
    is_read = fail (&self, _ ("this is no FeatureCollection of GeoJSON"), error);
  clear_feature (&self);
  g_array_unref (self.feature.points);
  g_array_unref (self.feature.ring_ends);
  return is_read;
}
