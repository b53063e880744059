/* A toast that offers to take back what was just done: see the header. */
#include "amp-undo-toast.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  GWeakRef       owner;
  AmpUndo        undo;
  gpointer       data;
  GDestroyNotify free_data;
} Offer;

static void
free_offer (gpointer data, GClosure *closure)
{
  Offer *offer = data;

  g_weak_ref_clear (&offer->owner);
  if (offer->free_data != NULL)
    offer->free_data (offer->data);
  g_free (offer);
}

static void
on_button_clicked (AdwToast *toast, Offer *offer)
{
  g_autoptr (GObject) owner = g_weak_ref_get (&offer->owner);

  if (owner != NULL)
    offer->undo (owner, offer->data);
}

void
amp_undo_toast_show (GtkWidget *near, const char *title, gpointer owner, AmpUndo undo, gpointer data, GDestroyNotify free_data)
{
  GtkWidget       *overlay;
  AdwToast        *toast;
  g_autofree char *escaped = NULL;
  Offer           *offer = g_new0 (Offer, 1);

  g_return_if_fail (GTK_IS_WIDGET (near) && title != NULL && G_IS_OBJECT (owner) && undo != NULL);

  g_weak_ref_init (&offer->owner, owner);
  offer->undo = undo;
  offer->data = data;
  offer->free_data = free_data;
  /* A toast reads markup, and a name may be anything. */
  escaped = g_markup_escape_text (title, -1);
  toast = adw_toast_new (escaped);
  adw_toast_set_button_label (toast, _ ("Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (on_button_clicked), offer, free_offer, 0);
  overlay = gtk_widget_get_ancestor (near, ADW_TYPE_TOAST_OVERLAY);
  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
  else
    g_object_unref (toast);
}
