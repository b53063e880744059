/* Owns how a person's e-mail address and phone numbers are spelt. */
#include "sample-person.h"

#include "sample-number.h"

static const char *const domains[] = {
  "example.org", "example.com", "example.net", "courriel.example", "poste.example", "boite.example"
};

void
sample_person_put_email (const SamplePerson *holder, SampleText *text)
{
  char name[SAMPLE_NAME_SIZE];

  sample_last_name_write (holder->last_name, name);
  sample_text_put_lower (text, sample_person_get_first_name (holder));
  sample_text_put_char (text, '.');
  sample_text_put_lower (text, name);
  sample_text_put_number (text, holder->email, 1);
  sample_text_put_char (text, '@');
  sample_text_put (text, domains[holder->email % G_N_ELEMENTS (domains)]);
}

void
sample_person_put_phone (const SamplePerson *person, SamplePhone phone, char separator, SampleText *text)
{
  guint number = person->phones[phone] - 1;

  sample_number_put_phone (text, number / SAMPLE_PHONES_IN_RANGE, number % SAMPLE_PHONES_IN_RANGE, separator);
}
