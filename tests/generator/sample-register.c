/* Owns the people of a register of any size: the number of a person decides
 * what might be shared, so that the crowd's invariant needs no memory.
 *
 * - Numbers run through all pairs of first and last name before one comes
 *   again; those with the same pair differ in their @turn, below 32.
 * - Birth dates, phones and e-mail addresses of equal turn are a class modulo 32:
 *   two people with one name share none of them.
 * - NIR take their place and order from the number; those that come again differ
 *   in @round, which is the class modulo 16 of the birth date over 32: never one
 *   month. Nobody is older than 98, so that two digits tell the year. */
#include "sample-crowd.h"

#define N_TURNS 32
#define N_ROUNDS 16
/* Primes, to walk through all pairs and places without visible order. */
#define NAME_STEP G_GUINT64_CONSTANT (1618033)
#define PLACE_STEP G_GUINT64_CONSTANT (4000037)
/* Départements 01 to 95 (2A for 20), communes 911 to 989, of which there are
 * hardly any, and the orders 1 to 999. */
#define N_DEPARTEMENTS 95
#define N_PLACES 79
#define N_ORDERS 999
#define DAYS_OF_LIFE 36000

#define SHARE_NO_ADDRESS 20
#define SHARE_UNKNOWN_SEX 20
#define SHARE_UNKNOWN_BIRTH 8
#define SHARE_NIR 970
#define SHARE_WRONG_KEY 10

typedef struct
{
  guint pair;
  guint turn;
  guint place;
  guint round;
} Number;

static Number
split_number (guint64 index)
{
  guint64 n_pairs = (guint64) (sample_first_name_get_count (SAMPLE_SEX_FEMALE) + sample_first_name_get_count (SAMPLE_SEX_MALE)) *
                    sample_last_name_get_count ();
  guint64 n_places = N_DEPARTEMENTS * N_PLACES * N_ORDERS;
  Number  number = {
     .pair = (guint) (index * NAME_STEP % n_pairs),
     .place = (guint) (index * PLACE_STEP % n_places),
     .round = (guint) (index / n_places),
  };

  g_assert (index / n_pairs < N_TURNS && number.round < N_ROUNDS);
  number.turn = (guint) ((index / n_pairs + sample_random_mix (number.pair)) % N_TURNS);
  return number;
}

static void
fill_name (SamplePerson *person, guint pair)
{
  guint n_women = sample_first_name_get_count (SAMPLE_SEX_FEMALE);
  guint n_last = sample_last_name_get_count ();
  guint first = pair / n_last;

  person->sex = first < n_women ? SAMPLE_SEX_FEMALE : SAMPLE_SEX_MALE;
  person->first_name = first < n_women ? first : first - n_women;
  person->last_name = person->maiden_name = pair % n_last;
}

/* Half of the people are younger than 42, hardly anybody is older than 90. */
static void
fill_birth (const SampleCrowd *crowd, SampleRandom *random, SamplePerson *person, const Number *number)
{
  guint32 n_days = sample_random_below (random, 2) == 0 ? DAYS_OF_LIFE * 9 / 10 : DAYS_OF_LIFE * 6 / 10;
  gint32  day = crowd->as_of - (gint32) sample_random_below (random, n_days) - N_TURNS * N_ROUNDS;
  gint32  cycle = N_TURNS * N_ROUNDS;

  person->birth = day - day % cycle + (gint32) (N_TURNS * number->round + number->turn);
}

static void
fill_nir (SamplePerson *person, guint place)
{
  SampleDate birth = sample_date_from_day (person->birth);
  guint      order = 1 + place % N_ORDERS;
  guint      commune = 911 + place / N_ORDERS % N_PLACES;
  guint      departement = 1 + place / N_ORDERS / N_PLACES;
  char       code[3];

  g_snprintf (code, sizeof code, "%02u", departement);
  g_snprintf (person->nir,
              SAMPLE_NIR_SIZE,
              "%d%02d%02d%s%03u%03u",
              person->sex == SAMPLE_SEX_MALE ? 1 : 2,
              birth.year % 100,
              birth.month,
              departement == 20 ? "2A" : code,
              commune,
              order);
}

/* Out of ten thousand numbers of a range, one of the turn's class. */
static guint32
draw_of_turn (SampleRandom *random, guint turn)
{
  return N_TURNS * sample_random_below (random, 10000 / N_TURNS) + turn;
}

static void
fill_contact (const SampleCrowd *crowd, SampleRandom *random, SamplePerson *person, guint turn)
{
  person->commune = person->abroad = SAMPLE_PLACE_NONE;
  if (!sample_random_share (random, SHARE_NO_ADDRESS))
    {
      person->commune = sample_territory_draw_anywhere (crowd->territory, random);
      const SampleCommune *commune = sample_territory_get_commune (crowd->territory, person->commune);
      person->postal_code = (guint8) sample_random_below (random, commune->n_postal_codes);
    }
  if (sample_random_share (random, 500))
    person->phones[SAMPLE_PHONE_HOME] = 1 + sample_random_below (random, 5) * 10000 + draw_of_turn (random, turn);
  if (sample_random_share (random, 800))
    person->phones[SAMPLE_PHONE_MOBILE] = 1 + 50000 + draw_of_turn (random, turn);
  if (sample_random_share (random, 750))
    person->email = 1 + draw_of_turn (random, turn);
}

/* Only women lose their sex: without it a first name is looked up among theirs. */
static void
forget (SampleRandom *random, SamplePerson *person)
{
  if (person->sex == SAMPLE_SEX_FEMALE && sample_random_share (random, SHARE_UNKNOWN_SEX))
    person->sex = SAMPLE_SEX_UNKNOWN;
  if (sample_random_share (random, SHARE_UNKNOWN_BIRTH))
    person->birth = SAMPLE_DAY_UNKNOWN;
  if (person->sex == SAMPLE_SEX_UNKNOWN || person->birth == SAMPLE_DAY_UNKNOWN || !sample_random_share (random, SHARE_NIR))
    person->nir[0] = '\0';
}

static void
draw_member (SampleCrowd *crowd, SampleRandom *random, guint several_share)
{
  Number       number = split_number (crowd->n_before + crowd->persons->len);
  SamplePerson person = { .seed = sample_random_next (random), .holder = SAMPLE_PLACE_NONE, .n_records = 1 };

  fill_name (&person, number.pair);
  fill_birth (crowd, random, &person, &number);
  fill_nir (&person, number.place);
  fill_contact (crowd, random, &person, number.turn);
  forget (random, &person);
  person.has_wrong_key = sample_random_share (random, SHARE_WRONG_KEY);
  if (person.commune != SAMPLE_PLACE_NONE && person.birth != SAMPLE_DAY_UNKNOWN && sample_random_share (random, several_share))
    person.n_records = (guint8) sample_random_between (random, 2, 3);
  sample_crowd_add (crowd, &person);
}

void
sample_draw_customer (SampleCrowd *crowd, SampleRandom *random)
{
  draw_member (crowd, random, 100);
}

void
sample_draw_resident (SampleCrowd *crowd, SampleRandom *random)
{
  draw_member (crowd, random, 30);
}
