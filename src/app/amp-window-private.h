/* The window's structure, shared by the files that the window is made of:
 * amp-window.c (the widget and its steps) and amp-window-actions.c (what the
 * menus and keys do). */
#pragma once

#include "amp-window.h"

G_BEGIN_DECLS

/* The steps of the journey: each is a page of the window's stack. */
typedef enum
{
  AMP_STEP_OPEN,
  AMP_STEP_CASE,
  AMP_N_STEPS,
} AmpStep;

struct _AmpWindow
{
  AdwApplicationWindow parent_instance;

  /* Template widgets */
  AdwToastOverlay      *toasts;
  GtkWidget            *back_button;
  GtkWidget            *continue_button;
  AdwViewSwitcherTitle *title;
  GtkMenuButton        *menu_button;
  GtkStack             *steps;
  AdwViewStack         *views;

  /* Owned */
  GSettings *settings;

  AmpStep  step;
  gboolean is_narrow;
};

/* Shows a step's page and what the header bar offers with it. */
void amp_window_set_step (AmpWindow *self, AmpStep step);

/* Adds the actions to a new window. */
void amp_window_add_actions (AmpWindow *self);

G_END_DECLS
