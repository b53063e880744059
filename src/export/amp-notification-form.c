/* Reads the tables, once. They ship with the program, so that a wrong one is an
 * error of programming. */
#include "amp-notification-form.h"

#include "amp-export-resources.h"

#include <string.h>

#include <gio/gio.h>

#define WORD_JOINER "\342\201\240"
#define NO_BREAK_SPACE "\302\240"

#define N_FIELD_COLUMNS 6
#define N_CHOICE_COLUMNS 4
#define N_CONSEQUENCE_COLUMNS 3

typedef struct
{
  char *category;
  char *labels[2];
} Consequence;

typedef struct
{
  GArray *fields;
  GArray *choices;
  GArray *consequences;
} Form;

typedef void (*AddFunc) (Form *form, char **cells);

static void
read_table (Form *form, const char *name, guint n_columns, AddFunc add)
{
  g_autofree char *path = g_strconcat ("/org/ampleur/export/", name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (amp_export_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      if (lines[i][0] == '#' || lines[i][0] == '\0')
        continue;
      if (g_strv_length (cells) != n_columns)
        g_error ("%s, line %u: not %u columns", name, i + 1, n_columns);
      add (form, cells);
    }
}

static AmpNotificationKind
find_kind (const char *name)
{
  /* clang-format off */
  static const struct
  {
    const char         *name;
    AmpNotificationKind kind;
  } kinds[] = {
    { "section", AMP_NOTIFICATION_SECTION },
    { "line",    AMP_NOTIFICATION_LINE },
    { "text",    AMP_NOTIFICATION_TEXT },
    { "time",    AMP_NOTIFICATION_TIME },
    { "number",  AMP_NOTIFICATION_NUMBER },
    { "facts",   AMP_NOTIFICATION_FACTS },
  };
  /* clang-format on */

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, name))
      return kinds[i].kind;
  return AMP_NOTIFICATION_CHOICE;
}

static void
add_field (Form *form, char **cells)
{
  AmpNotificationField field = {
    .code = g_strdup (cells[0]),
    .kind = find_kind (cells[1]),
    .list = g_strdup (cells[1]),
    .article = g_strdup (cells[2]),
    .is_computed = g_str_equal (cells[3], "yes"),
    .labels = { g_strdup (cells[4]), g_strdup (cells[5]) },
  };

  g_array_append_val (form->fields, field);
}

static void
add_choice (Form *form, char **cells)
{
  AmpNotificationChoice choice = { g_strdup (cells[0]), g_strdup (cells[1]), { g_strdup (cells[2]), g_strdup (cells[3]) } };

  g_array_append_val (form->choices, choice);
}

static void
add_consequence (Form *form, char **cells)
{
  Consequence consequence = { g_strdup (cells[0]), { g_strdup (cells[1]), g_strdup (cells[2]) } };

  g_array_append_val (form->consequences, consequence);
}

static gpointer
read_form (gpointer data)
{
  Form *form = g_new0 (Form, 1);

  form->fields = g_array_new (FALSE, FALSE, sizeof (AmpNotificationField));
  form->choices = g_array_new (FALSE, FALSE, sizeof (AmpNotificationChoice));
  form->consequences = g_array_new (FALSE, FALSE, sizeof (Consequence));
  read_table (form, "form.tsv", N_FIELD_COLUMNS, add_field);
  read_table (form, "choices.tsv", N_CHOICE_COLUMNS, add_choice);
  read_table (form, "consequences.tsv", N_CONSEQUENCE_COLUMNS, add_consequence);
  return form;
}

static const Form *
get_form (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, read_form, NULL);
}

guint
amp_notification_form_get_n_fields (void)
{
  return get_form ()->fields->len;
}

const AmpNotificationField *
amp_notification_form_get_field (guint index)
{
  g_return_val_if_fail (index < get_form ()->fields->len, NULL);

  return &g_array_index (get_form ()->fields, AmpNotificationField, index);
}

const AmpNotificationField *
amp_notification_form_find_field (const char *code)
{
  for (guint i = 0; i < get_form ()->fields->len; i++)
    {
      const AmpNotificationField *field = &g_array_index (get_form ()->fields, AmpNotificationField, i);

      if (field->kind != AMP_NOTIFICATION_SECTION && g_strcmp0 (field->code, code) == 0)
        return field;
    }
  return NULL;
}

/* A line may break before a bracket that opens, and at a space. */
char *
amp_notification_form_dup_unbroken (const char *text)
{
  g_autoptr (GString) unbroken = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  unbroken = g_string_new (text);
  g_string_replace (unbroken, ")(", ")" WORD_JOINER "(", 0);
  g_string_replace (unbroken, "rt. ", "rt." NO_BREAK_SPACE, 0);
  for (const char *at = unbroken->str; (at = strchr (at, '(')) != NULL; at++)
    if (at > unbroken->str && g_ascii_isdigit (at[-1]))
      {
        gsize offset = (gsize) (at - unbroken->str);

        g_string_insert (unbroken, (gssize) offset, WORD_JOINER);
        at = unbroken->str + offset + strlen (WORD_JOINER);
      }
  return g_string_free (g_steal_pointer (&unbroken), FALSE);
}

const AmpNotificationChoice *
amp_notification_form_get_choice (const AmpNotificationField *field, guint index)
{
  g_return_val_if_fail (field != NULL, NULL);

  for (guint i = 0; field->kind == AMP_NOTIFICATION_CHOICE && i < get_form ()->choices->len; i++)
    {
      const AmpNotificationChoice *choice = &g_array_index (get_form ()->choices, AmpNotificationChoice, i);

      if (g_str_equal (choice->list, field->list) && index-- == 0)
        return choice;
    }
  return NULL;
}

const AmpNotificationChoice *
amp_notification_form_find_choice (const AmpNotificationField *field, const char *code)
{
  const AmpNotificationChoice *choice;

  for (guint i = 0; (choice = amp_notification_form_get_choice (field, i)) != NULL; i++)
    if (g_strcmp0 (choice->code, code) == 0)
      return choice;
  return NULL;
}

char **
amp_notification_form_list_consequences (const char *const *categories, gboolean is_french)
{
  GPtrArray *found = g_ptr_array_new ();

  g_return_val_if_fail (categories != NULL, NULL);

  for (guint i = 0; i < get_form ()->consequences->len; i++)
    {
      const Consequence *consequence = &g_array_index (get_form ()->consequences, Consequence, i);
      const char        *label = consequence->labels[is_french ? 1 : 0];

      if ((g_str_equal (consequence->category, "*") || g_strv_contains (categories, consequence->category)) &&
          !g_ptr_array_find_with_equal_func (found, label, g_str_equal, NULL))
        g_ptr_array_add (found, g_strdup (label));
    }
  g_ptr_array_add (found, NULL);
  return (char **) g_ptr_array_free (found, FALSE);
}
