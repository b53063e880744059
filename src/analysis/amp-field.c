/* AmpField: what was recognised in a column, and what the analyst decided. */
#include "amp-field.h"

#include "amp-display-text.h"

struct _AmpField
{
  GObject parent_instance;

  guint         position;
  char         *header;
  AmpFieldType  recognised;
  AmpFieldType  header_type;
  AmpFieldType  type;
  gboolean      ignored;
  double        confidence;
  double        filled;
  double        variety;
  double        valid;
  char         *shape;
  char        **evidence;
  AmpDateOrder  date_order;
  AmpShortYears short_years;
};

G_DEFINE_FINAL_TYPE (AmpField, amp_field, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_POSITION,
  PROP_HEADER,
  PROP_TYPE,
  PROP_IGNORED,
  PROP_CORRECTED,
  PROP_CONFIDENCE,
  PROP_FILLED,
  PROP_VALID,
  PROP_SHAPE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

AmpField *
amp_field_new (guint position, const AmpFieldGuess *guess)
{
  AmpField *self = g_object_new (AMP_TYPE_FIELD, NULL);

  self->position = position;
  self->header = amp_display_text_escape (guess->header != NULL ? guess->header : "");
  self->recognised = guess->type;
  self->header_type = guess->header_type;
  self->type = guess->type;
  self->confidence = guess->confidence;
  self->filled = guess->filled;
  self->variety = guess->variety;
  self->valid = guess->valid;
  self->shape = g_strdup (guess->shape != NULL ? guess->shape : "");
  self->evidence = guess->evidence != NULL ? g_strdupv (guess->evidence) : g_new0 (char *, 1);
  self->date_order = guess->date_order;
  self->short_years = guess->short_years;
  return self;
}

static gboolean
is_corrected (AmpField *self)
{
  return self->type != self->recognised;
}

guint
amp_field_get_position (AmpField *self)
{
  g_return_val_if_fail (AMP_IS_FIELD (self), 0);
  return self->position;
}

const char *
amp_field_get_header (AmpField *self)
{
  g_return_val_if_fail (AMP_IS_FIELD (self), NULL);
  return self->header;
}

AmpFieldType
amp_field_get_field_type (AmpField *self)
{
  g_return_val_if_fail (AMP_IS_FIELD (self), AMP_FIELD_TYPE_UNKNOWN);
  return self->type;
}

AmpFieldType
amp_field_get_recognised_type (AmpField *self)
{
  g_return_val_if_fail (AMP_IS_FIELD (self), AMP_FIELD_TYPE_UNKNOWN);
  return self->recognised;
}

void
amp_field_set_field_type (AmpField *self, AmpFieldType type)
{
  g_return_if_fail (AMP_IS_FIELD (self));
  g_return_if_fail ((guint) type < AMP_N_FIELD_TYPES);

  if (self->type == type)
    return;
  self->type = type;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TYPE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CORRECTED]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONFIDENCE]);
}

gboolean
amp_field_is_ignored (AmpField *self)
{
  g_return_val_if_fail (AMP_IS_FIELD (self), FALSE);
  return self->ignored;
}

void
amp_field_set_ignored (AmpField *self, gboolean ignored)
{
  g_return_if_fail (AMP_IS_FIELD (self));

  ignored = !!ignored;
  if (self->ignored == ignored)
    return;
  self->ignored = ignored;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IGNORED]);
}

AmpFieldType
amp_field_get_effective_type (AmpField *self)
{
  g_return_val_if_fail (AMP_IS_FIELD (self), AMP_FIELD_TYPE_UNKNOWN);
  if (self->ignored)
    return AMP_FIELD_TYPE_UNKNOWN;
  return self->type == AMP_FIELD_TYPE_EMPTY ? self->header_type : self->type;
}

double
amp_field_get_confidence (AmpField *self)
{
  g_return_val_if_fail (AMP_IS_FIELD (self), 0);
  return is_corrected (self) ? 1.0 : self->confidence;
}

double
amp_field_get_filled (AmpField *self)
{
  g_return_val_if_fail (AMP_IS_FIELD (self), 0);
  return self->filled;
}

double
amp_field_get_variety (AmpField *self)
{
  g_return_val_if_fail (AMP_IS_FIELD (self), 0);
  return self->variety;
}

double
amp_field_get_valid (AmpField *self)
{
  g_return_val_if_fail (AMP_IS_FIELD (self), -1);
  return self->valid;
}

const char *
amp_field_get_shape (AmpField *self)
{
  g_return_val_if_fail (AMP_IS_FIELD (self), NULL);
  return self->shape;
}

AmpDateOrder
amp_field_get_date_order (AmpField *self)
{
  g_return_val_if_fail (AMP_IS_FIELD (self), AMP_DATE_ORDER_DMY);
  return self->date_order;
}

const AmpShortYears *
amp_field_get_short_years (AmpField *self)
{
  g_return_val_if_fail (AMP_IS_FIELD (self), NULL);
  return &self->short_years;
}

const char *const *
amp_field_get_evidence (AmpField *self)
{
  g_return_val_if_fail (AMP_IS_FIELD (self), NULL);
  return (const char *const *) self->evidence;
}

static void
amp_field_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AmpField *self = AMP_FIELD (object);

  switch (id)
    {
    case PROP_POSITION:
      g_value_set_uint (value, self->position);
      break;
    case PROP_HEADER:
      g_value_set_string (value, self->header);
      break;
    case PROP_TYPE:
      g_value_set_uint (value, self->type);
      break;
    case PROP_IGNORED:
      g_value_set_boolean (value, self->ignored);
      break;
    case PROP_CORRECTED:
      g_value_set_boolean (value, is_corrected (self));
      break;
    case PROP_CONFIDENCE:
      g_value_set_double (value, amp_field_get_confidence (self));
      break;
    case PROP_FILLED:
      g_value_set_double (value, self->filled);
      break;
    case PROP_VALID:
      g_value_set_double (value, self->valid);
      break;
    case PROP_SHAPE:
      g_value_set_string (value, self->shape);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
amp_field_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AmpField *self = AMP_FIELD (object);

  switch (id)
    {
    case PROP_TYPE:
      amp_field_set_field_type (self, g_value_get_uint (value));
      break;
    case PROP_IGNORED:
      amp_field_set_ignored (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
amp_field_finalize (GObject *object)
{
  AmpField *self = AMP_FIELD (object);

  g_clear_pointer (&self->header, g_free);
  g_clear_pointer (&self->shape, g_free);
  g_clear_pointer (&self->evidence, g_strfreev);
  G_OBJECT_CLASS (amp_field_parent_class)->finalize (object);
}

static void
amp_field_class_init (AmpFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   read_only = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GParamFlags   read_write = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = amp_field_get_property;
  object_class->set_property = amp_field_set_property;
  object_class->finalize = amp_field_finalize;

  properties[PROP_POSITION] = g_param_spec_uint ("position", NULL, NULL, 0, G_MAXUINT, 0, read_only);
  properties[PROP_HEADER] = g_param_spec_string ("header", NULL, NULL, "", read_only);
  properties[PROP_TYPE] = g_param_spec_uint ("type", NULL, NULL, 0, AMP_N_FIELD_TYPES - 1, AMP_FIELD_TYPE_UNKNOWN, read_write);
  properties[PROP_IGNORED] = g_param_spec_boolean ("ignored", NULL, NULL, FALSE, read_write);
  properties[PROP_CORRECTED] = g_param_spec_boolean ("corrected", NULL, NULL, FALSE, read_only);
  properties[PROP_CONFIDENCE] = g_param_spec_double ("confidence", NULL, NULL, 0, 1, 0, read_only);
  properties[PROP_FILLED] = g_param_spec_double ("filled", NULL, NULL, 0, 1, 0, read_only);
  properties[PROP_VALID] = g_param_spec_double ("valid", NULL, NULL, -1, 1, -1, read_only);
  properties[PROP_SHAPE] = g_param_spec_string ("shape", NULL, NULL, "", read_only);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
amp_field_init (AmpField *self)
{
  self->type = AMP_FIELD_TYPE_UNKNOWN;
  self->recognised = AMP_FIELD_TYPE_UNKNOWN;
}
