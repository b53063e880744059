/* The window's structure, shared by the files that the window is made of:
 * amp-window.c (the widget and its steps), amp-window-journey.c (from files to
 * an opened case), amp-window-actions.c (what the menus and keys do) and those of
 * one task each. */
#pragma once

#include "amp-window.h"

#include "amp-case-revision.h"
#include "amp-case.h"
#include "amp-fields-page.h"
#include "amp-filter.h"
#include "amp-import-page.h"
#include "amp-job.h"
#include "amp-mandate-page.h"
#include "amp-review-page.h"

G_BEGIN_DECLS

/* The steps of the journey: each is a page of the window's stack. */
typedef enum
{
  AMP_STEP_OPEN,
  AMP_STEP_WAIT,
  AMP_STEP_FAILURE,
  AMP_STEP_MANDATE,
  AMP_STEP_REVIEW,
  AMP_STEP_IMPORT,
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
  GtkRevealer          *continue_bar;
  AdwViewSwitcherBar   *switcher_bar;
  AdwViewSwitcherTitle *title;
  GtkMenuButton        *menu_button;
  GMenuModel           *primary_menu;
  GtkStack             *steps;
  AdwStatusPage        *wait_status;
  GtkSpinner           *wait_spinner;
  AdwStatusPage        *failure_status;
  GtkBox               *case_box;
  AdwViewStack         *views;
  GtkWidget            *drop_hint;

  /* Children of the steps; NULL until a dump is opened */
  AmpMandatePage *mandate_page;
  AmpReviewPage  *review_page;
  AmpImportPage  *import_page;

  /* NULL until it is seen */
  AmpFieldsPage *fields_page;

  /* Owned */
  GSettings     *settings;
  AmpJob        *job;
  AmpInspection *inspection;
  AmpCase       *opened;
  AmpFilter     *filter;
  char          *done_message;
  char         **dump_paths; /* of the dump at hand, or that the case was just made from */

  char *restored_view; /* to show when the case of the last session is open */

  /* Sources that run when there is nothing else to do */
  guint icon_id;
  guint put_away_id;

  guint         inhibition;
  AmpTypeChange change; /* that the analyst asked for last */
  AmpStep       step;
  gboolean      is_narrow;
  gboolean      is_closing;
};

/* amp-window.c: shows a step's page and what the header bar offers with it. */
void amp_window_set_step (AmpWindow *self, AmpStep step);

/* amp-window.c: gives every view the opened case and a new filter, or takes
 * them away. */
void amp_window_set_case (AmpWindow *self, AmpCase *opened);

/* amp-window.c: gives every view another version of the opened case; what is
 * filtered stays filtered. */
void amp_window_replace_case (AmpWindow *self, AmpCase *opened);

/* amp-window-actions.c: adds the actions to a new window. */
void amp_window_add_actions (AmpWindow *self);

/* amp-window-actions.c: enables what makes sense at the present step. */
void amp_window_update_actions (AmpWindow *self);

/* amp-window-field-plan.c: adds the actions that save and load field plans. */
void amp_window_add_field_plan_actions (AmpWindow *self);

/* amp-window-field-plan.c: corrects the fields under review as a file says, or
 * tells why not. */
void amp_window_load_field_plan (AmpWindow *self, GFile *file);

/* amp-window-notice.c: withdraws notices once the window is looked at. */
void amp_window_watch_notices (AmpWindow *self);

/* amp-window-notice.c: tells how an import ended, unless the window is looked at. */
void amp_window_notify (AmpWindow *self, const char *title, const char *body);

/* amp-window-notice.c: keeps the desktop awake while a dump is imported. */
void amp_window_set_importing (AmpWindow *self, gboolean is_importing);

/* amp-window-export.c: asks what to export of the opened case. */
void amp_window_export (AmpWindow *self);

/* Shows the pages of the report, and prints them. */
void amp_window_print (AmpWindow *self);

/* amp-window-journey.c: makes the pages that lead from a dump to its case, unless they
 * are there: the window's first frame, and a case that is opened, do without. */
void amp_window_make_pages (AmpWindow *self);

/* amp-window-journey.c: shows that something takes a while. */
void amp_window_show_wait (AmpWindow *self, const char *title, const char *description);

/* amp-window-journey.c: reviews the dump of the opened case once more, to replace
 * that case. */
void amp_window_review_again (AmpWindow *self, AmpInspection *inspection);

/* amp-window-retype.c: connects the page on which types are changed, when it is made. */
void amp_window_connect_fields_page (AmpWindow *self, GtkWidget *page);

/* amp-window-journey.c: one step forward or back, by the header bar's buttons. */
void amp_window_continue (AmpWindow *self);
void amp_window_go_back (AmpWindow *self);

/* amp-window-journey.c: back to the welcome; drops the dump or the case. */
void amp_window_start_over (AmpWindow *self);

G_END_DECLS
