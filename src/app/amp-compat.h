/* What differs between the GTK and libadwaita of Debian 12 and Debian 13: file
 * dialogs, questions, the about window, and what is said aloud.
 *
 * Owns every version guard of the application: no other file compares versions.
 * Nothing here decides what is asked or what happens next. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef enum
{
  AMP_FILE_OPEN,
  AMP_FILE_OPEN_SEVERAL,
  AMP_FILE_SAVE,
  AMP_FILE_FOLDER,
} AmpFilePurpose;

/**
 * AmpFileRequest:
 * @purpose: what is looked for
 * @title: of the dialog, translated
 * @accept: label of the accepting button, translated
 * @folder: (nullable): where to begin
 * @name: (nullable): proposed name, for %AMP_FILE_SAVE
 * @pattern_name: (nullable): what @pattern shows, translated
 * @pattern: (nullable): a glob such as "*.ampleur"; all files can always be shown
 */
typedef struct
{
  AmpFilePurpose purpose;
  const char    *title;
  const char    *accept;
  GFile         *folder;
  const char    *name;
  const char    *pattern_name;
  const char    *pattern;
} AmpFileRequest;

/**
 * AmpFilesChosen:
 * @owner: who asked
 * @files: (element-type GFile) (transfer none): one file or more
 */
typedef void (*AmpFilesChosen) (gpointer owner, GPtrArray *files);

/**
 * amp_compat_choose_files:
 * @parent: the window that the dialog belongs to
 * @request: what to ask; copied
 * @owner: (type GObject): held weakly
 * @chosen: called unless the dialog is dismissed or @owner is gone
 */
void amp_compat_choose_files (GtkWindow            *parent,
                              const AmpFileRequest *request,
                              gpointer              owner,
                              AmpFilesChosen        chosen);

/**
 * AmpQuestion:
 * @heading: the question, translated
 * @body: what follows from the answers, translated
 * @keep_label: the answer that changes nothing; also given by Escape
 * @act_label: the answer that does something
 * @is_destructive: whether @act_label loses something
 */
typedef struct
{
  const char *heading;
  const char *body;
  const char *keep_label;
  const char *act_label;
  gboolean    is_destructive;
} AmpQuestion;

typedef void (*AmpQuestionAccepted) (gpointer owner);

/**
 * amp_compat_ask:
 * @parent: the window that the question belongs to
 * @question: what to ask
 * @owner: (type GObject): held weakly
 * @accepted: called when the answer is to act
 */
void amp_compat_ask (GtkWindow          *parent,
                     const AmpQuestion  *question,
                     gpointer            owner,
                     AmpQuestionAccepted accepted);

/**
 * amp_compat_tell:
 * @parent: the window that the message belongs to
 * @heading: what could not be done, translated
 * @body: why
 *
 * Tells what has to be read before anything else is done.
 */
void amp_compat_tell (GtkWindow *parent, const char *heading, const char *body);

/**
 * amp_compat_announce:
 * @widget: has the keyboard focus
 * @text: what a screen reader says at once, where the toolkit can ask it to
 */
void amp_compat_announce (GtkWidget *widget, const char *text);

/**
 * amp_compat_show_about:
 * @parent: the window that the about window belongs to
 */
void amp_compat_show_about (GtkWindow *parent);

G_END_DECLS
