/* Owns the tables of names. A made name has three syllables, each of which
 * starts with one consonant or cluster and holds one vowel, so that two
 * numbers never give the same name. */
#include "sample-names.h"

/* clang-format off */
static const char *const last_names[] = {
  "MARTIN", "BERNARD", "THOMAS", "ROBERT", "RICHARD", "PETIT", "DURAND", "LEROY", "MOREAU", "SIMON",
  "LAURENT", "LEFEBVRE", "MICHEL", "GARCIA", "DAVID", "BERTRAND", "ROUX", "VINCENT", "FOURNIER", "MOREL",
  "GIRARD", "ANDRE", "MERCIER", "DUPONT", "LAMBERT", "BONNET", "FRANCOIS", "MARTINEZ", "LEGRAND", "GARNIER",
  "FAURE", "ROUSSEAU", "BLANC", "GUERIN", "MULLER", "HENRY", "ROUSSEL", "NICOLAS", "PERRIN", "MORIN",
  "MATHIEU", "CLEMENT", "GAUTHIER", "DUMONT", "LOPEZ", "FONTAINE", "CHEVALIER", "ROBIN", "MASSON", "SANCHEZ",
  "GERARD", "NGUYEN", "BOYER", "DENIS", "LEMAIRE", "DUVAL", "JOLY", "GAUTIER", "ROGER", "ROCHE", "ROY",
  "NOEL", "MEYER", "LUCAS", "MEUNIER", "JEAN", "PEREZ", "MARCHAND", "DUFOUR", "BLANCHARD", "MARIE",
  "BARBIER", "BRUN", "DUMAS", "BRUNET", "SCHMITT", "LEROUX", "COLAS", "COLIN", "FERNANDEZ", "PIERRE",
  "RENARD", "ARNAUD", "ROLLAND", "CARON", "AUBERT", "GIRAUD", "LECLERC", "VIDAL", "BOURGEOIS", "RENAUD",
  "LEMOINE", "PICARD", "GAILLARD", "PHILIPPE", "LECLERCQ", "LACROIX", "FABRE", "DUPUIS", "OLIVIER",
  "RODRIGUEZ", "HUBERT", "BENARD", "LE GALL", "LE GOFF", "LE BIHAN", "LE GUEN", "LE BRETON", "LE CORRE",
  "LE FLOCH", "LE MEUR", "LE BERRE", "LE DU", "LE BRIS", "LE NY", "LE TALLEC", "LE GUENNEC", "LE MOAL",
  "LE BRAS", "LE SAUX", "LE DANTEC", "LE PAGE", "LE LOUARN", "LE CALVEZ", "LE CAM", "LE GUILLOU",
  "LE TOQUIN", "LE BARS", "LE MENN", "LE NORMAND", "LE DREAU", "TANGUY", "MORVAN", "GUILLOU", "HAMON",
  "RIOU", "KERVELLA", "KERHERVE", "CORRE", "QUERE", "PRIGENT", "CADIOU", "COADOU", "JEGOU", "JAOUEN",
  "BOTHOREL", "BERTHELOT", "GUEGUEN", "GUEGAN", "CREACH", "CARIOU", "CAROFF", "KERLEROUX", "BOURHIS",
  "MADEC", "MENEZ", "PENNEC", "PERON", "QUEMENER", "RAOUL", "RAULT", "RICHOMME", "SALAUN", "SALIOU",
  "STEPHAN", "TREGUER", "TROADEC", "TROMEUR", "URVOAS", "URVOY", "YVEN", "ALLAIN", "ALLANO", "AUFFRET",
  "BELLEC", "BERNARDIN", "BEUREL", "BILLON", "BOSSARD", "BOULANGER", "BRIAND", "CARADEC", "CHAPELAIN",
  "CLOAREC", "COLLET", "CONAN", "COQUELIN", "CORBEL", "COSTARD", "DANIEL", "DANTEC", "DERRIEN", "DIROU",
  "DONVAL", "DREVES", "EVENO", "EVEN", "FLOCH", "GALLIC", "GLOAGUEN", "GOURMELON", "GOURVENNEC", "GUEZENNEC",
  "GUIVARCH", "HASCOET", "HELARY", "HELIAS", "HENAFF", "HERVE", "JAFFREDO", "JEZEQUEL", "JOUAN", "KERBRAT",
  "KERGOAT", "KERMARREC", "LAGADEC", "LANCIEN", "LE TREUT", "LOPIN", "MAHE", "MARREC", "MELOU", "MEVEL",
  "MORICE", "NEDELEC", "NICOL", "NIHOUARN", "OGER", "OLLIVIER", "PAUGAM", "PERENNOU", "PERROT", "PICHON",
  "PODEUR", "POULIQUEN", "PRIOL", "QUEFFELEC", "QUENTEL", "RANNOU", "RENAULT", "RIVOAL", "ROPARS", "ROUDAUT",
  "ROZEC", "SEVERE", "SIMONOU", "TALLEC", "TANNEAU", "THEPAUT", "THOMIN", "TOULLEC", "TREHIN", "TROALEN",
  "UGUEN", "VAILLANT", "VIGOUROUX", "AUBRY", "BARRE", "BAUDRY", "BEAUMONT", "BERGER", "BESNARD", "BLIN",
  "BODIN", "BOUCHER", "BOUVIER", "BRIERE", "CHARPENTIER", "CHAUVIN", "CORDIER", "COUSIN", "DELAUNAY",
  "DESCHAMPS", "DIAS", "DIALLO", "DA SILVA", "DOS SANTOS", "EL AMRANI", "BENALI", "BENSAID", "CHERIF",
  "HADDAD", "MANSOURI", "TRAORE", "COULIBALY", "KEITA", "TRAN", "PHAM", "KOWALSKI", "NOWAK", "ROSSI",
  "RICCI", "FERRARI", "ESPOSITO", "PEREIRA", "FERREIRA", "GOMES", "LOPES", "TEIXEIRA", "YILMAZ", "KAYA",
  "DEMIR", "POPESCU", "IONESCU", "GOSSELIN", "GUILBERT", "HUET", "JACQUET", "JAMET", "JOUBERT", "LAUNAY",
  "LEBRUN", "LEGENDRE", "MAILLARD", "MARECHAL", "MENARD", "MONNIER", "PASQUIER", "PELLETIER", "POIRIER",
  "POULAIN", "PREVOST", "RAGOT", "RIVIERE", "ROUAULT", "SAUVAGE", "TESSIER", "TEXIER", "THEBAULT", "TISON",
  "TOURNIER", "VALLEE", "VASSEUR", "VERGER", "VOISIN",
};

/* The first third was in fashion before 1955, the last after 1990. */
static const char *const women[] = {
  "MARIE", "JEANNE", "MONIQUE", "YVETTE", "ODETTE", "SIMONE", "PAULETTE", "DENISE", "ANDREE", "GERMAINE",
  "LOUISE", "SUZANNE", "HUGUETTE", "GINETTE", "COLETTE", "JACQUELINE", "YVONNE", "THERESE", "MADELEINE",
  "RENEE", "SOLANGE", "LUCIENNE", "MARCELLE", "GISELE", "RAYMONDE", "ANNICK", "MARIE-THERESE",
  "MARIE-CLAUDE", "ANNE-MARIE", "BERNADETTE", "NICOLE", "CHANTAL", "FRANCOISE", "MARTINE", "DANIELLE",
  "JOSIANE", "EVELYNE", "BRIGITTE", "CATHERINE", "SYLVIE", "GHISLAINE", "MARIE-FRANCE", "NOELLE",
  "MARYVONNE", "ARLETTE", "ELIANE", "MICHELINE", "CLAUDINE", "LILIANE", "GENEVIEVE", "NATHALIE", "VALERIE",
  "CHRISTINE", "ISABELLE", "PATRICIA", "CORINNE", "LAURENCE", "SANDRINE", "STEPHANIE", "KARINE", "VIRGINIE",
  "SOPHIE", "DELPHINE", "CELINE", "AURELIE", "EMILIE", "GAELLE", "ANNE-SOPHIE", "VERONIQUE", "FLORENCE",
  "PASCALE", "CAROLINE", "SEVERINE", "CHRISTELLE", "MAGALI", "SOLENN", "NOLWENN", "KATELL", "ANNE-LAURE",
  "HELENE", "SABRINA", "LAETITIA", "AUDREY", "JULIE", "ELODIE", "VANESSA", "MELANIE", "JENNIFER", "MARION",
  "CHARLOTTE", "MATHILDE", "PAULINE", "MORGANE", "LAURA", "ANAIS", "AGATHE", "TIPHAINE", "RAPHAELLE",
  "NADIA", "SAMIRA", "FATIMA", "EMMA", "JADE", "LOUNA", "ALICE", "CHLOE", "INES", "LENA", "MANON", "CAMILLE",
  "LEA", "ZOE", "ROSE", "ANNA", "JULIA", "LINA", "MILA", "NINA", "EVA", "ROMANE", "CLEMENCE", "MAELLE",
  "ENORA", "LOUANE", "LILOU", "CAPUCINE", "MARGAUX", "OCEANE", "AMBRE", "IRIS", "APOLLINE", "ELISE",
  "VICTOIRE", "SALOME", "YSALINE", "AZILIZ", "BLEUENN", "GWENN", "MAIWENN", "AMINA", "ASSIA", "YASMINE",
  "SARAH", "LYA", "ROMY", "ALBA", "ADELE", "GABRIELLE", "JEANNETTE", "LISON", "HELOISE",
};

static const char *const men[] = {
  "JEAN", "MICHEL", "ANDRE", "PIERRE", "RENE", "ROGER", "MARCEL", "ROBERT", "LOUIS", "HENRI", "GEORGES",
  "MAURICE", "RAYMOND", "LUCIEN", "JOSEPH", "YVES", "FERNAND", "EMILE", "GASTON", "EUGENE", "ALBERT",
  "FRANCIS", "GUY", "CLAUDE", "BERNARD", "JACQUES", "GERARD", "DANIEL", "CHRISTIAN", "ALAIN", "JEAN-CLAUDE",
  "JEAN-PIERRE", "JEAN-YVES", "JEAN-PAUL", "JEAN-LOUIS", "JOEL", "SERGE", "PATRICK", "GILBERT", "FRANCOIS",
  "NOEL", "DONATIEN", "CORENTIN", "AMBROISE", "HERVE", "LOIC", "YANNICK", "GILLES", "EDMOND", "ARSENE",
  "PHILIPPE", "THIERRY", "PASCAL", "BRUNO", "FREDERIC", "CHRISTOPHE", "LAURENT", "STEPHANE", "SEBASTIEN",
  "DAVID", "NICOLAS", "OLIVIER", "ERIC", "JEROME", "GUILLAUME", "VINCENT", "CEDRIC", "ARNAUD", "FABRICE",
  "LUDOVIC", "FRANCK", "DIDIER", "RONAN", "ERWAN", "GWENAEL", "YANN", "TANGUY", "JULIEN", "MATTHIEU",
  "ROMAIN", "BENOIT", "ANTHONY", "MICKAEL", "GREGORY", "SYLVAIN", "FABIEN", "DAMIEN", "XAVIER", "KARIM",
  "MEHDI", "RACHID", "SAMIR", "JOHANN", "THOMAS", "MAXIME", "ADRIEN", "ALEXANDRE", "FLORIAN", "QUENTIN",
  "KEVIN", "JEREMY", "ALEXIS", "GABRIEL", "LEO", "RAPHAEL", "ARTHUR", "JULES", "ADAM", "LUCAS", "HUGO",
  "NATHAN", "ETHAN", "TOM", "THEO", "NOAH", "MAEL", "MALO", "EWEN", "TITOUAN", "ENZO", "LIAM", "PAUL",
  "SACHA", "AXEL", "GASPARD", "TIMEO", "MARIUS", "VICTOR", "MARTIN", "ELOUAN", "GURVAN", "ILAN", "YANIS",
  "RAYAN", "AYDEN", "NOLAN", "EVAN", "MATHIS", "BAPTISTE", "CLEMENT", "VALENTIN", "ANTONIN", "SIMON",
  "OSCAR", "ELIOTT", "AARON", "MARCEAU", "CELESTIN", "BASILE", "ACHILLE", "NAEL", "ISAAC",
};

static const char *const first_syllables[] = {
  "BRA", "CLO", "DRE", "FLA", "GRI", "KER", "LAN", "MON", "PLE", "QUI", "RAN", "SAN",
  "TRE", "VAL", "BOU", "CHA", "DOR", "FER", "GUI", "LOR", "MEN", "PON", "TOU", "VER"
};

static const char *const middle_syllables[] = {
  "BE", "DA", "DI", "GA", "LE", "LI", "MA", "ME", "NA", "NI", "PA", "PE", "RA", "RE", "SO", "TE", "VA", "VI"
};

static const char *const last_syllables[] = {
  "BERT", "BOIS", "CHET", "DEC", "DOUX", "FEUIL", "GNON", "GUEN", "LEC", "LIER",
  "MONT", "NAC", "NEAU", "QUER", "RAND", "RIEU", "SEL", "TIER", "VAUX", "ZAC"
};
/* clang-format on */

#define N_LISTED G_N_ELEMENTS (last_names)
#define N_MADE (G_N_ELEMENTS (first_syllables) * G_N_ELEMENTS (middle_syllables) * G_N_ELEMENTS (last_syllables))

const char *const sample_sex_codes[SAMPLE_N_SEXES] = { "unknown", "F", "M" };

guint
sample_last_name_get_count (void)
{
  return N_LISTED + N_MADE;
}

void
sample_last_name_write (guint index, char *name)
{
  if (index < N_LISTED)
    {
      g_strlcpy (name, last_names[index], SAMPLE_NAME_SIZE);
      return;
    }
  guint made = index - N_LISTED;
  guint last = made % G_N_ELEMENTS (last_syllables);
  guint middle = made / G_N_ELEMENTS (last_syllables) % G_N_ELEMENTS (middle_syllables);
  guint first = made / G_N_ELEMENTS (last_syllables) / G_N_ELEMENTS (middle_syllables);

  g_strlcpy (name, first_syllables[first], SAMPLE_NAME_SIZE);
  g_strlcat (name, middle_syllables[middle], SAMPLE_NAME_SIZE);
  g_strlcat (name, last_syllables[last], SAMPLE_NAME_SIZE);
}

guint
sample_last_name_draw (SampleRandom *random)
{
  if (sample_random_share (random, 400))
    return N_LISTED + sample_random_below (random, N_MADE);
  /* The smaller of two draws: the head of the list is twice as frequent as its
   * middle. */
  guint first = sample_random_below (random, N_LISTED);
  guint second = sample_random_below (random, N_LISTED);
  return MIN (first, second);
}

guint
sample_first_name_get_count (SampleSex sex)
{
  return sex == SAMPLE_SEX_MALE ? G_N_ELEMENTS (men) : G_N_ELEMENTS (women);
}

const char *
sample_first_name_get (SampleSex sex, guint index)
{
  return sex == SAMPLE_SEX_MALE ? men[index] : women[index];
}

guint
sample_first_name_draw (SampleRandom *random, SampleSex sex, int year)
{
  guint count = sample_first_name_get_count (sex);
  guint third = year < 1955 ? 0 : year < 1990 ? 1
                                              : 2;

  if (sample_random_share (random, 150))
    return sample_random_below (random, count);
  guint first = sample_random_below (random, count / 3);
  guint second = sample_random_below (random, count / 3);
  return third * (count / 3) + MIN (first, second);
}
