/* The words of a report: mandate, filter, masking, method, credits. */
#include "amp-report-private.h"

#include "amp-display-text.h"
#include "amp-number-format.h"
#include "amp-place-basis-label.h"
#include "amp-selection-text.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *term;
  const char *text;
} Note;

/* clang-format off */
static const Note METHOD[] = {
  { N_("Record"),
    N_("A data row of a source with at least one filled value. Headers, their repeats and empty rows are no records. Malformed rows (too short, too long, broken quotes, NUL bytes) are records too; they are counted apart.") },
  { N_("Person"),
    N_("Records are joined into one person by the rules above, the surest first, and by no other; chains of rules join. A record that no rule joins is a person of its own. Names are compared without accents, capitals, hyphens and titles, in either order; where something personal is shared, a typing error, an initial, a second first name or the name at birth is no other name. Clearly different first names or birth dates, or two different valid social-security numbers with different birth dates, are never one person: a child under a parent’s number and a twin are counted apart. One’s own number with one’s birth date and one of the two names is enough. The upper bound joins by exact keys alone: social-security number and birth date, or full name, birth date and commune. The lower bound also joins what may be one person without proof: the same full name and birth date in two communes, a name without a birth date in one commune, a shared number, address or telephone that nothing contradicts.") },
  { N_("Place"),
    N_("The place of a person is that of their best-placed record: a region, a département, an agglomeration (EPCI) and a commune, by today’s codes. Former communes count in the commune they merged into; the arrondissements of Paris, Lyon and Marseille in their city. Every person counts in one place.") },
  { N_("Quality of the place"),
    N_("“Exact”: the postal or INSEE code and the city agree. “Name”: from the name of the city. “Postal”: from the postal code alone, as far as it is certain. “Guess”: after repairing a typing error. Whoever has none of these is counted as without a place, and never left out.") },
  { N_("Category of data"),
    N_("What the filled values of a person’s records hold, by the type of the field, and by the words of free texts. An empty value exposes nothing. A text that denies an illness still speaks of health: it counts as health data.") },
  { N_("Sensitive data"),
    N_("The special categories of article 9 of the GDPR and the offences of article 10. The other classes are those of ENISA’s method (2013): simple, behavioural, financial.") },
  { N_("Age"),
    N_("In full years on the reference day of the case. Minors are those under 18 on that day.") },
  { N_("Persons per 1,000 inhabitants"),
    N_("Persons divided by the municipal population of the place.") },
  { N_("Identifiers"),
    N_("Every figure has an identifier: its name, as “minors”, or its table, row and column, as “departement/35/persons”. “ampleur-cli explain CASE IDENTIFIER” tells the query, the sources and the masking behind it.") },
  { N_("Personal values"),
    N_("The case behind this report holds codes and counts. No value of the dump was kept.") },
};

static const Note CREDITS[] = {
  { N_("Communes, postal codes, populations, EPCI, départements, regions"),
    N_("decoupage-administratif, Etalab, from data of INSEE, DGCL and La Poste; Licence Ouverte 2.0.") },
  { N_("Coordinates of communes"),
    N_("GeoNames (geonames.org); Creative Commons Attribution 4.0.") },
  { N_("Outlines"),
    N_("Natural Earth (naturalearthdata.com); public domain.") },
};
/* clang-format on */

static void
add_mandate_line (AmpReport *self, const char *term, const char *text)
{
  if (text != NULL && text[0] != '\0')
    amp_report_add_note (self->mandate, term, amp_display_text_escape (text));
}

static void
build_mandate (AmpReport *self)
{
  const AmpMandate *mandate = self->facts->mandate;

  if (mandate == NULL)
    return;
  add_mandate_line (self, _ ("Analysed by"), mandate->analyst);
  add_mandate_line (self, _ ("On behalf of"), mandate->client);
  add_mandate_line (self, _ ("Legal basis"), mandate->legal_basis);
  add_mandate_line (self, _ ("Reference"), mandate->reference);
}

static void
build_filter (AmpReport *self, const AmpSelection *selection)
{
  g_autoptr (GStrvBuilder) terms = g_strv_builder_new ();

  for (guint i = 0; i < amp_selection_get_n_terms (selection); i++)
    {
      g_autofree char *code = amp_selection_term_to_string (amp_selection_get_term (selection, i));

      g_strv_builder_add (terms, code);
    }
  self->filter_terms = g_strv_builder_end (terms);
  self->filter = amp_selection_is_empty (selection) ? NULL : amp_selection_text_dup (self->opened, selection);
}

static void
append_sentence (GString *text, const char *sentence)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
}

static void
append_masking (const AmpReport *self, GString *text)
{
  g_autofree char *threshold = amp_number_format_count (self->is_french, self->min_cell);
  g_autofree char *rule = g_strdup_printf (_ ("Counts under %s, of persons or of records, are masked. Where a masked count could be worked out from totals or other tables, further counts are masked with it, the smallest that serve. A masked count is not zero. Rows that count nobody are left out."), threshold);

  append_sentence (text, rule);
  if (self->filter != NULL)
    append_sentence (text, _ ("This report covers a part of the case: counts are masked too where the same count of a report of the whole case, less this one, would tell few people."));
  if (self->total_is_masked)
    append_sentence (text, _ ("So few people are selected, or left out by the filter, that no figure is told."));
  if (self->crossings->len > 0)
    append_sentence (text, _ ("Places crossed with categories, sensitivities, ages and sexes are masked together with the tables by one of them; few persons of a place without the data are masked like few with it."));
  append_sentence (text, _ ("For each masked count, the interval that all sums leave open was computed: none gives a small count away."));
  append_sentence (text, _ ("Not protected: reports of one case with different filters or thresholds, when they are subtracted from each other."));
}

/* What was done, and what was not. */
static char *
dup_masking (const AmpReport *self)
{
  GString *text = g_string_new (NULL);

  if (self->min_cell > 0)
    append_masking (self, text);
  else
    append_sentence (text, _ ("Masking of small counts was switched off: this report holds counts that may point at persons. Do not pass it on."));
  if (self->round_to > 1)
    {
      g_autofree char *base = amp_number_format_count (self->is_french, self->round_to);
      g_autofree char *rounding = g_strdup_printf (_ ("Counts of persons and records are rounded to multiples of %s, totals too, and shares follow from them: rows need not add up."), base);

      append_sentence (text, rounding);
    }
  return g_string_free (text, FALSE);
}

static void
add_part (GStrvBuilder *parts, char *part)
{
  g_autofree char *owned = part;

  g_strv_builder_add (parts, part);
}

char *
amp_report_source_dup_dialect (const AmpReportSource *source)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  const AmpSourceFacts *facts;
  gboolean              is_tab;

  g_return_val_if_fail (source != NULL, NULL);

  facts = source->facts;
  is_tab = g_strcmp0 (facts->delimiter, "\t") == 0;
  if (facts->format != NULL)
    g_strv_builder_add (parts, facts->format);
  if (facts->encoding != NULL)
    g_strv_builder_add (parts, facts->encoding);
  if (facts->delimiter != NULL && facts->delimiter[0] != '\0')
    add_part (parts, g_strdup_printf (_ ("delimiter %s"), is_tab ? "TAB" : facts->delimiter));
  if (facts->quote != NULL && facts->quote[0] != '\0')
    add_part (parts, g_strdup_printf (_ ("quote %s"), facts->quote));
  if (facts->line_end != NULL)
    add_part (parts, g_strdup_printf (_ ("lines end in %s"), facts->line_end));
  words = g_strv_builder_end (parts);
  /* translators: between the parts of a list; French has a space before it */
  return g_strjoinv (C_ ("separator", "; "), words);
}

/* Two accounts of one leak differ by a third when one places people by their own
 * address and the other by their laboratory's: whose it was is always told. */
static void
add_place_basis (AmpReport *self)
{
  g_autofree char *label = self->facts->place_basis != NULL ? amp_place_basis_label_dup (self->facts->place_basis) : NULL;

  amp_report_add_note (self->notes, _ ("Basis of the geography"), label != NULL ? g_steal_pointer (&label) : g_strdup (_ ("No field of the dump tells a place.")));
}

void
amp_report_build_texts (AmpReport *self, const AmpSelection *selection)
{
  self->title = g_strdup (_ ("Extent of a data leak"));
  build_mandate (self);
  build_filter (self, selection);
  self->masking = dup_masking (self);
  for (guint i = 0; i < G_N_ELEMENTS (METHOD); i++)
    amp_report_add_note (self->notes, _ (METHOD[i].term), g_strdup (_ (METHOD[i].text)));
  add_place_basis (self);
  for (guint i = 0; i < G_N_ELEMENTS (CREDITS); i++)
    amp_report_add_note (self->credits, _ (CREDITS[i].term), g_strdup (_ (CREDITS[i].text)));
}
