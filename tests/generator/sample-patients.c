/* Owns the people of the laboratory: adults with their children, most of whom
 * are filed under a parent's NIR. Shares are of a thousand. The invariant of
 * the crowd is kept by drawing again whoever would break it. */
#include "sample-crowd.h"

#include "sample-number.h"

#define SHARE_WOMEN 540
#define SHARE_NO_ADDRESS 25
#define SHARE_ABROAD 8
#define SHARE_UNKNOWN_SEX 10
#define SHARE_UNKNOWN_BIRTH 8
#define SHARE_NIR 930
#define SHARE_WRONG_KEY 20
#define SHARE_PROVISIONAL 6
#define SHARE_BORN_ABROAD 70
#define SHARE_SEVERAL_RECORDS 156
#define SHARE_LOSES_ADDRESS 60
#define SHARE_OF_PARENTS 170
#define SHARE_OWN_NIR_OF_CHILD 150
#define SHARE_TWIN 30

/* How the people who live in France are spread, out of a thousand of all. */
static const guint16 area_shares[SAMPLE_N_AREAS] = {
  [SAMPLE_AREA_RENNES] = 151,
  [SAMPLE_AREA_VANNES] = 145,
  [SAMPLE_AREA_LORIENT] = 128,
  [SAMPLE_AREA_BREST] = 98,
  [SAMPLE_AREA_QUIMPER] = 92,
  [SAMPLE_AREA_SAINT_BRIEUC] = 124,
  [SAMPLE_AREA_REST_OF_BRITTANY] = 138,
};

/* Years completed, and the share of the adults from there to the next. */
static const struct
{
  gint32 age;
  guint  share;
} ages[] = {
  { 18, 90 }, { 25, 130 }, { 35, 140 }, { 45, 140 }, { 55, 170 }, { 65, 190 }, { 75, 100 }, { 85, 40 }, { 98, 0 }
};

/* ISO country → the three digits of a birth abroad (INSEE, "code officiel
 * géographique", countries): Belgium, Germany, Portugal, Morocco, Algeria. */
static const char *const birth_countries[] = { "131", "109", "139", "350", "352" };

static SampleArea
draw_area (SampleRandom *random)
{
  guint32 rest = sample_random_below (random, 1000 - SHARE_NO_ADDRESS - SHARE_ABROAD);

  for (guint i = 0; i < SAMPLE_AREA_REST_OF_FRANCE; i++)
    {
      if (rest < area_shares[i])
        return (SampleArea) i;
      rest -= area_shares[i];
    }
  return SAMPLE_AREA_REST_OF_FRANCE;
}

static void
draw_place (const SampleCrowd *crowd, SampleRandom *random, SamplePerson *person)
{
  guint32 rest = sample_random_below (random, 1000);

  person->commune = person->abroad = SAMPLE_PLACE_NONE;
  person->postal_code = 0;
  if (rest < SHARE_NO_ADDRESS)
    return;
  if (rest < SHARE_NO_ADDRESS + SHARE_ABROAD)
    {
      person->abroad = sample_random_below (random, sample_abroad_get_count ());
      return;
    }
  person->commune = sample_territory_draw (crowd->territory, random, draw_area (random));
  const SampleCommune *commune = sample_territory_get_commune (crowd->territory, person->commune);
  person->postal_code = (guint8) sample_random_below (random, commune->n_postal_codes);
}

static gint32
draw_birth (const SampleCrowd *crowd, SampleRandom *random, gint32 youngest, gint32 oldest)
{
  SampleDate as_of = sample_date_from_day (crowd->as_of);
  gint32     last = crowd->as_of - youngest * 1461 / 4;
  gint32     first = sample_date_to_day ((SampleDate){ as_of.year - oldest, 1, 1 });

  return sample_random_between (random, MIN (first, last), last);
}

static gint32
draw_adult_birth (const SampleCrowd *crowd, SampleRandom *random)
{
  guint32 rest = sample_random_below (random, 1000);
  guint   i = 0;

  while (rest >= ages[i].share)
    rest -= ages[i++].share;
  return draw_birth (crowd, random, ages[i].age, ages[i + 1].age);
}

static int
get_birth_year (const SampleCrowd *crowd, const SamplePerson *person)
{
  return sample_date_from_day (person->birth == SAMPLE_DAY_UNKNOWN ? crowd->as_of - 15000 : person->birth).year;
}

/* The five characters that tell where somebody was born. */
static void
draw_birth_code (const SampleCrowd *crowd, SampleRandom *random, const SamplePerson *person, char code[6])
{
  if (sample_random_share (random, SHARE_BORN_ABROAD))
    {
      g_snprintf (code, 6, "99%s", birth_countries[sample_random_below (random, G_N_ELEMENTS (birth_countries))]);
      return;
    }
  gboolean             is_born_here = person->commune != SAMPLE_PLACE_NONE && sample_random_share (random, 600);
  guint32              birth_place = is_born_here ? person->commune : sample_territory_draw_anywhere (crowd->territory, random);
  const SampleCommune *commune = sample_territory_get_commune (crowd->territory, birth_place);

  g_strlcpy (code, commune->code, 6);
  /* Before 1976 Corsica was the département 20. */
  if (code[1] == 'A' || code[1] == 'B')
    code[1] = get_birth_year (crowd, person) < 1976 ? '0' : code[1];
}

/* The order within the month is above 900: no month of a commune is so full. */
static void
draw_nir (const SampleCrowd *crowd, SampleRandom *random, SamplePerson *person)
{
  SampleDate birth = sample_date_from_day (person->birth);
  char       code[6];
  guint      sex = person->sex == SAMPLE_SEX_MALE ? 1 : 2;

  if (sample_random_share (random, SHARE_PROVISIONAL))
    sex += 6;
  draw_birth_code (crowd, random, person, code);
  guint order = 900 + sample_random_below (random, 100);
  g_snprintf (person->nir, SAMPLE_NIR_SIZE, "%u%02u%02u%s%03u", sex, (guint) birth.year % 100, (guint) birth.month, code, order);
}

static void
draw_phones (SampleRandom *random, SamplePerson *person)
{
  if (sample_random_share (random, 680))
    person->phones[SAMPLE_PHONE_HOME] = 1 + sample_random_below (random, SAMPLE_N_LAND_RANGES * SAMPLE_PHONES_IN_RANGE);
  if (sample_random_share (random, 720))
    person->phones[SAMPLE_PHONE_MOBILE] = 1 + SAMPLE_MOBILE_RANGE * SAMPLE_PHONES_IN_RANGE +
                                          sample_random_below (random, SAMPLE_PHONES_IN_RANGE);
  if (sample_random_share (random, 60))
    person->phones[SAMPLE_PHONE_WORK] = 1 + sample_random_below (random, SAMPLE_N_LAND_RANGES * SAMPLE_PHONES_IN_RANGE);
}

/* Whoever has several records needs something that joins them: a place and a
 * birth date, or a NIR that a key check will not refuse. */
static void
draw_records (SampleRandom *random, SamplePerson *person)
{
  gboolean has_sure_nir = person->nir[0] != '\0' && !person->has_wrong_key;
  gboolean can_join = person->birth != SAMPLE_DAY_UNKNOWN && person->sex != SAMPLE_SEX_UNKNOWN &&
                      (person->commune != SAMPLE_PLACE_NONE || has_sure_nir);

  person->n_records = 1;
  if (!can_join || !sample_random_share (random, SHARE_SEVERAL_RECORDS))
    return;
  guint rest = sample_random_below (random, 100);
  person->n_records = rest < 70 ? 2 : rest < 90 ? 3
                                                : 4;
  person->loses_address = person->commune != SAMPLE_PLACE_NONE && has_sure_nir &&
                          sample_random_share (random, SHARE_LOSES_ADDRESS);
}

/* Without a sex or a birth date there is no NIR either, which would tell them. */
static void
draw_adult (const SampleCrowd *crowd, SampleRandom *random, SamplePerson *person)
{
  *person = (SamplePerson){ .seed = sample_random_next (random), .holder = SAMPLE_PLACE_NONE };
  person->sex = sample_random_share (random, SHARE_WOMEN) ? SAMPLE_SEX_FEMALE : SAMPLE_SEX_MALE;
  person->birth = draw_adult_birth (crowd, random);
  draw_place (crowd, random, person);
  person->first_name = sample_first_name_draw (random, person->sex, get_birth_year (crowd, person));
  person->last_name = person->maiden_name = sample_last_name_draw (random);
  if (person->sex == SAMPLE_SEX_FEMALE && sample_random_share (random, 550))
    person->maiden_name = sample_last_name_draw (random);
  draw_phones (random, person);
  if (sample_random_share (random, 420))
    person->email = 1 + sample_random_below (random, 9999);
  if (sample_random_share (random, SHARE_UNKNOWN_SEX))
    {
      person->sex = SAMPLE_SEX_UNKNOWN;
      person->first_name = sample_first_name_draw (random, person->sex, get_birth_year (crowd, person));
    }
  if (sample_random_share (random, SHARE_UNKNOWN_BIRTH))
    person->birth = SAMPLE_DAY_UNKNOWN;
  if (person->sex != SAMPLE_SEX_UNKNOWN && person->birth != SAMPLE_DAY_UNKNOWN && sample_random_share (random, SHARE_NIR))
    draw_nir (crowd, random, person);
  person->has_wrong_key = sample_random_share (random, SHARE_WRONG_KEY);
  draw_records (random, person);
}

/* Somebody else with the name and the birth date of an earlier person. The
 * crowd refuses the one case that must not be: the same commune. */
static void
make_namesake (const SampleCrowd *crowd, SampleRandom *random, SamplePerson *person)
{
  const SamplePerson *other = sample_crowd_get (crowd, sample_random_below (random, crowd->persons->len));

  if (other->sex == SAMPLE_SEX_UNKNOWN || other->birth == SAMPLE_DAY_UNKNOWN || other->nir[0] == '\0')
    return;
  person->sex = other->sex;
  person->birth = other->birth;
  person->first_name = other->first_name;
  person->last_name = person->maiden_name = other->last_name;
  draw_nir (crowd, random, person);
}

static gboolean
can_be_parent (const SampleCrowd *crowd, const SamplePerson *person)
{
  SampleAge age = sample_age_at (person->birth, crowd->as_of);

  return age >= SAMPLE_AGE_25_34 && age <= SAMPLE_AGE_45_54 && person->nir[0] != '\0' &&
         person->commune != SAMPLE_PLACE_NONE;
}

static void
draw_child (const SampleCrowd *crowd, SampleRandom *random, guint32 parent_index, SamplePerson *child)
{
  const SamplePerson *parent = sample_crowd_get (crowd, parent_index);
  gint32              first = MAX (parent->birth + 19 * 366, crowd->as_of - 18 * 365);

  *child = *parent;
  child->seed = sample_random_next (random);
  child->holder = parent_index;
  child->sex = sample_random_share (random, 500) ? SAMPLE_SEX_FEMALE : SAMPLE_SEX_MALE;
  child->birth = sample_random_between (random, first, crowd->as_of - 10);
  child->first_name = sample_first_name_draw (random, child->sex, get_birth_year (crowd, child));
  child->maiden_name = child->last_name;
  child->phones[SAMPLE_PHONE_WORK] = 0;
  child->loses_address = FALSE;
  if (sample_random_share (random, SHARE_OWN_NIR_OF_CHILD))
    {
      draw_nir (crowd, random, child);
      child->has_wrong_key = FALSE;
    }
  draw_records (random, child);
}

/* Twins are born on one day, so that a shared NIR could not tell them apart:
 * each has one's own. */
static void
add_twin (SampleCrowd *crowd, SampleRandom *random, SamplePerson twin)
{
  twin.seed = sample_random_next (random);
  do
    {
      twin.first_name = sample_first_name_draw (random, twin.sex, get_birth_year (crowd, &twin));
      draw_nir (crowd, random, &twin);
    }
  while (!sample_crowd_add (crowd, &twin));
}

static void
add_children (SampleCrowd *crowd, SampleRandom *random, guint32 parent)
{
  guint        n_children = 1 + sample_random_below (random, 3);
  SamplePerson child;

  for (guint i = 0; i < n_children; i++)
    {
      do
        draw_child (crowd, random, parent, &child);
      while (!sample_crowd_add (crowd, &child));
      if (!g_str_equal (child.nir, sample_crowd_get (crowd, parent)->nir) && sample_random_share (random, SHARE_TWIN * 5))
        add_twin (crowd, random, child);
    }
}

void
sample_draw_patients (SampleCrowd *crowd, SampleRandom *random)
{
  SamplePerson adult;
  gboolean     is_namesake = crowd->persons->len > 500 && sample_random_below (random, 1500) == 0;

  do
    {
      draw_adult (crowd, random, &adult);
      if (is_namesake)
        make_namesake (crowd, random, &adult);
    }
  while (!sample_crowd_add (crowd, &adult));
  if (can_be_parent (crowd, &adult) && sample_random_share (random, SHARE_OF_PARENTS))
    add_children (crowd, random, crowd->persons->len - 1);
}
