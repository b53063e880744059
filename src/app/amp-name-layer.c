/* AmpNameLayer: the names of areas and circles, over both. */
#include "amp-name-layer.h"

#include "amp-name-scene.h"

struct _AmpNameLayer
{
  AmpPaintedLayer parent_instance;
};

G_DEFINE_FINAL_TYPE (AmpNameLayer, amp_name_layer, AMP_TYPE_PAINTED_LAYER)

static void
amp_name_layer_class_init (AmpNameLayerClass *klass)
{
}

static void
amp_name_layer_init (AmpNameLayer *self)
{
}

AmpNameLayer *
amp_name_layer_new (ShumateViewport *viewport)
{
  g_return_val_if_fail (SHUMATE_IS_VIEWPORT (viewport), NULL);

  return g_object_new (AMP_TYPE_NAME_LAYER, "viewport", viewport, NULL);
}

void
amp_name_layer_set_figures (AmpNameLayer *self, AmpAreaAtlas *atlas, AmpMapFigures *figures, AmpCircleScene *circles)
{
  g_return_if_fail (AMP_IS_NAME_LAYER (self));

  g_autoptr (AmpNameScene) scene = atlas != NULL && figures != NULL ? amp_name_scene_new (atlas, figures, circles) : NULL;

  amp_painted_layer_set_content (AMP_PAINTED_LAYER (self), &amp_name_scene_kind, scene);
}
