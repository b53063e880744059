/* Owns the tables of words. */
#include "sample-words.h"

#define WORDS(list)           \
  {                           \
    list, G_N_ELEMENTS (list) \
  }

/* clang-format off */
static const char *const exams[] = {
  "NFS", "VS", "CRP", "GLYC", "HBA1C", "CREAT", "UREE", "IONO", "CHOL", "TRIGLY", "HDL", "LDL", "ASAT", "ALAT",
  "GGT", "PAL", "BILI", "TSH", "T4L", "T3L", "FERRIT", "FER", "TP", "INR", "TCA", "FIBRI", "DDIM", "PSA",
  "ECBU", "COPRO", "HEMOC", "BHCG", "PROLAC", "FSH", "LH", "TESTO", "VITD", "B12", "FOLAT", "CALC", "PHOS",
  "MAG", "URIC", "CPK", "LDH", "LIPA", "AMYL", "TROPO", "BNP", "ALBU", "PREALB", "EPP", "HEPB", "HEPC", "HIV",
  "TOXO", "RUBEO", "CMV", "SYPH", "CHLAM", "PCRCOV", "RAI", "GRPRH", "HTLV"
};
const SampleWords sample_exams = WORDS (exams);

static const char *const medications[] = {
  "METFORMINE 1000", "LEVOTHYROXINE 75", "PARACETAMOL 1 G", "AMOXICILLINE 500", "ATORVASTATINE 20",
  "RAMIPRIL 5", "BISOPROLOL 2.5", "FUROSEMIDE 40", "OMEPRAZOLE 20", "SERTRALINE 50", "ESCITALOPRAM 10",
  "ALPRAZOLAM 0.25", "ZOLPIDEM 10", "PREDNISOLONE 20", "METHOTREXATE 10", "TAMOXIFENE 20", "LAMOTRIGINE 100",
  "VALPROATE 500", "EMTRICITABINE TENOFOVIR", "DOLUTEGRAVIR 50", "INSULINE GLARGINE", "ETHINYLESTRADIOL",
  "SALBUTAMOL", "TRAMADOL 50", "METHADONE 40", "LITHIUM 400", "CLOPIDOGREL 75", "HYDROXYCHLOROQUINE 200"
};
const SampleWords sample_medications = WORDS (medications);

static const char *const anticoagulants[] = {
  "FLUINDIONE", "WARFARINE", "APIXABAN", "RIVAROXABAN", "ENOXAPARINE", "ACENOCOUMAROL"
};
const SampleWords sample_anticoagulants = WORDS (anticoagulants);

static const char *const pathologies[] = {
  "DIABETE DE TYPE 2", "DIABETE DE TYPE 1", "HYPERTENSION ARTERIELLE", "HYPOTHYROIDIE", "CANCER DU SEIN",
  "CANCER DE LA PROSTATE", "CANCER COLORECTAL", "LEUCEMIE LYMPHOIDE", "INFECTION PAR LE VIH",
  "HEPATITE C CHRONIQUE", "HEPATITE B", "INSUFFISANCE RENALE CHRONIQUE", "MALADIE DE CROHN",
  "SCLEROSE EN PLAQUES", "POLYARTHRITE RHUMATOIDE", "EPILEPSIE", "ASTHME", "BPCO", "DEPRESSION",
  "TROUBLE BIPOLAIRE", "MUCOVISCIDOSE", "DREPANOCYTOSE", "HEMOCHROMATOSE", "CIRRHOSE",
  "FIBRILLATION AURICULAIRE", "EMBOLIE PULMONAIRE", "ANEMIE", "LUPUS", "PARKINSON", "MALADIE D'ALZHEIMER"
};
const SampleWords sample_pathologies = WORDS (pathologies);

static const char *const allergies[] = {
  "PENICILLINE", "LATEX", "IODE", "ARACHIDE", "POLLENS", "ASPIRINE", "GLUTEN", "LACTOSE"
};
const SampleWords sample_allergies = WORDS (allergies);

static const char *const long_diseases[] = {
  "ALD 2", "ALD 3", "ALD 5", "ALD 6", "ALD 7", "ALD 8", "ALD 9", "ALD 13", "ALD 14", "ALD 19", "ALD 23",
  "ALD 24", "ALD 25", "ALD 30", "ALD 31"
};
const SampleWords sample_long_diseases = WORDS (long_diseases);

static const char *const diagnoses[] = {
  "E11.9", "E10.9", "I10", "E03.9", "C50.9", "C61", "C18.9", "C91.1", "B24", "B18.2", "B18.1", "N18.9",
  "K50.9", "G35", "M06.9", "G40.9", "J45.9", "J44.9", "F32.9", "F31.9", "E84.9", "D57.1", "E83.1", "K74.6",
  "I48", "I26.9", "D50.9", "M32.9", "G20", "G30.9", "Z34.9", "O24.4"
};
const SampleWords sample_diagnoses = WORDS (diagnoses);

static const char *const jobs[] = {
  "AGRICULTEUR", "ARTISAN", "CADRE", "COMMERCANT", "EMPLOYE", "ENSEIGNANT", "ETUDIANT", "INFIRMIERE",
  "MARIN PECHEUR", "OUVRIER", "RETRAITE", "SANS PROFESSION", "AIDE SOIGNANTE", "CHAUFFEUR ROUTIER",
  "COIFFEUSE", "CUISINIER", "ASSISTANTE MATERNELLE", "MACON", "SECRETAIRE", "TECHNICIEN", "INGENIEUR",
  "FONCTIONNAIRE", "MILITAIRE", "COMPTABLE", "BOULANGER"
};
const SampleWords sample_jobs = WORDS (jobs);

static const char *const specialities[] = {
  "MEDECINE GENERALE", "GYNECOLOGIE", "CARDIOLOGIE", "ENDOCRINOLOGIE", "ONCOLOGIE", "RHUMATOLOGIE",
  "NEPHROLOGIE", "SAGE-FEMME", "PEDIATRIE", "UROLOGIE", "INFECTIOLOGIE", "ANESTHESIE"
};
const SampleWords sample_specialities = WORDS (specialities);

static const char *const marital[] = {
  "CELIBATAIRE", "MARIE(E)", "DIVORCE(E)", "VEUF(VE)", "PACSE(E)", "CONCUBINAGE"
};
const SampleWords sample_marital = WORDS (marital);

static const char *const blood_groups[] = {
  "A+", "A+", "A+", "A+", "O+", "O+", "O+", "O+", "B+", "AB+", "A-", "O-", "B-", "AB-"
};
const SampleWords sample_blood_groups = WORDS (blood_groups);

static const char *const phenotypes[] = {
  "C+E-c+e+K-", "C-E-c+e+K-", "C+E-c-e+K-", "C-E+c+e+K-", "C+E+c+e+K-", "C-E-c+e+K+"
};
const SampleWords sample_phenotypes = WORDS (phenotypes);

static const char *const serologies[] = {
  "NEG", "NEG", "NEG", "NEG", "NEG", "NEG", "NEG", "POS", "DOUTEUX"
};
const SampleWords sample_serologies = WORDS (serologies);

static const char *const immunities[] = {
  "POS", "POS", "POS", "NEG", "IMMUNISE", "NON IMMUNISE"
};
const SampleWords sample_immunities = WORDS (immunities);

static const char *const booleans[] = {
  "0", "0", "0", "0", "1"
};
const SampleWords sample_booleans = WORDS (booleans);

static const char *const yes_no[] = {
  "N", "N", "N", "O"
};
const SampleWords sample_yes_no = WORDS (yes_no);

static const char *const insurers[] = {
  "CPAM ILLE ET VILAINE", "CPAM MORBIHAN", "CPAM FINISTERE", "CPAM COTES D'ARMOR", "MSA ARMORIQUE",
  "MSA PORTES DE BRETAGNE", "RSI BRETAGNE", "CAMIEG", "ENIM", "CNMSS", "CPAM LOIRE ATLANTIQUE", "CPAM PARIS"
};
const SampleWords sample_insurers = WORDS (insurers);

static const char *const mutuals[] = {
  "MUTUELLE DES DEUX CAPS", "MUTUELLE DU GRAND LARGE", "PREVOYANCE DES ABERS", "SOLIDARITE DES MONTS",
  "MUTUELLE DES MARAIS", "ENTRAIDE DU TREGOR", "MUTUELLE DE LA RANCE", "UNION DES PHARES", "MUTUELLE AR MOR",
  "PREVOYANCE DU PONANT"
};
const SampleWords sample_mutuals = WORDS (mutuals);

static const char *const streets[] = {
  "RUE DE LA MAIRIE", "RUE DES ECOLES", "RUE DU STADE", "RUE DE LA GARE", "RUE DES CAMELIAS", "RUE DES AJONCS",
  "ALLEE DES HORTENSIAS", "RUE DU LAVOIR", "RUE DU MOULIN", "IMPASSE DES GENETS", "AVENUE DE LA MER",
  "BOULEVARD DE LA LIBERTE", "RUE DE BRETAGNE", "PLACE DE L'EGLISE", "RUE DE LA FONTAINE", "CHEMIN DU BOIS",
  "RUE DES CHENES", "RUE DU PORT", "ALLEE DES PINS", "RUE DE KERGUEN", "RUE DES PRIMEVERES", "RUE JEAN MOULIN",
  "RUE VICTOR HUGO", "AVENUE DU GENERAL DE GAULLE", "RUE PASTEUR", "RUE DES BRUYERES", "ROUTE DE KERVAL",
  "LE BOURG", "RUE DU FOUR", "SQUARE DES TILLEULS", "RUE DE L'ABBAYE", "RUE DES DUNES", "QUAI DES INDES",
  "VENELLE DU PUITS", "RUE DES FORGES"
};
const SampleWords sample_streets = WORDS (streets);

static const char *const further_lines[] = {
  "APPT 12", "APPT 4", "BAT A", "BAT B", "ESCALIER C", "RESIDENCE LES EMBRUNS", "RESIDENCE DU PARC",
  "LIEU DIT KERMOR", "LIEU DIT LA VILLE NEUVE", "ETAGE 3", "CHEZ LES PARENTS", "RES LES ALIZES BAT C"
};
const SampleWords sample_further_lines = WORDS (further_lines);

static const char *const nationalities[] = {
  "FRANCAISE", "FRANCAISE", "FRANCAISE", "FRANCAISE", "PORTUGAISE", "BRITANNIQUE", "MAROCAINE", "ALGERIENNE",
  "BELGE", "ITALIENNE"
};
const SampleWords sample_nationalities = WORDS (nationalities);

static const char *const sites[] = {
  "LABO CENTRE", "LABO GARE", "LABO PORT", "LABO NORD", "LABO SUD", "PLATEAU TECHNIQUE", "CLINIQUE DES AJONCS",
  "POINT PRELEV OUEST"
};
const SampleWords sample_sites = WORDS (sites);

static const char *const establishments[] = {
  "CLINIQUE DES AJONCS", "CENTRE HOSPITALIER DES EMBRUNS", "EHPAD LES CAMELIAS", "EHPAD KER AVEL",
  "HAD DU LITTORAL", "CLINIQUE DE LA BAIE", "CENTRE DE DIALYSE DU PARC"
};
const SampleWords sample_establishments = WORDS (establishments);

static const char *const payments[] = {
  "CB", "CHQ", "ESP", "VIR", "TP"
};
const SampleWords sample_payments = WORDS (payments);

static const char *const samples[] = {
  "SANG", "SANG", "SANG", "URINE", "PRELEV GORGE", "SELLES", "NASO-PHARYNGE"
};
const SampleWords sample_samples = WORDS (samples);

static const char *const statuses[] = {
  "V", "V", "V", "V", "A", "C"
};
const SampleWords sample_statuses = WORDS (statuses);

static const char *const results[] = {
  "NORMAL", "NORMAL", "BAS", "ELEVE", "TRES ELEVE"
};
const SampleWords sample_results = WORDS (results);

static const char *const operators[] = {
  "MLB", "CGU", "ADM", "SRO", "JPL", "FAC", "NBR", "IMPORT"
};
const SampleWords sample_operators = WORDS (operators);

static const char *const workstations[] = {
  "ACC-01", "ACC-02", "ACC-03", "PREL-01", "PREL-02", "TECH-05", "BIO-02"
};
const SampleWords sample_workstations = WORDS (workstations);

static const SamplePhrase plain_phrases[] = {
  { "Rappeler le matin", SAMPLE_CATEGORY_NONE },
  { "Rappeler après 18 h ; ne pas laisser de message", SAMPLE_CATEGORY_NONE },
  { "A demandé une facture \"acquittée\"", SAMPLE_CATEGORY_NONE },
  { "Adresse à vérifier : courrier revenu", SAMPLE_CATEGORY_NONE },
  { "Déménagement prévu en mai", SAMPLE_CATEGORY_NONE },
  { "Règlement par chèque", SAMPLE_CATEGORY_NONE },
  { "Sonner chez le voisin ; porte \"B\"", SAMPLE_CATEGORY_NONE },
  { "Parking derrière le bâtiment\nentrée par la cour", SAMPLE_CATEGORY_NONE },
  { "Interphone en panne", SAMPLE_CATEGORY_NONE },
  { "Paiement en deux fois ; première échéance reçue", SAMPLE_CATEGORY_NONE },
  { "Doublon possible avec un ancien dossier", SAMPLE_CATEGORY_NONE },
  { "Pièce d'identité à présenter", SAMPLE_CATEGORY_NONE },
  { "Préfère être appelée par son nom d'usage", SAMPLE_CATEGORY_NONE },
  { "Envoi postal demandé\nne pas envoyer par courriel", SAMPLE_CATEGORY_NONE },
  { "Vient toujours avec sa fille", SAMPLE_CATEGORY_NONE },
  { "Nom mal orthographié sur l'ancien dossier", SAMPLE_CATEGORY_NONE },
  { "À rappeler : n° erroné", SAMPLE_CATEGORY_NONE },
  { "Facture déjà réglée (voir \"caisse\")", SAMPLE_CATEGORY_NONE },
  { "Accueil prévenu", SAMPLE_CATEGORY_NONE },
  { "Dossier papier archivé\ncarton 12 ; étagère 3", SAMPLE_CATEGORY_NONE },
};

static const SamplePhrase topic_phrases[] = {
  { "Patiente enceinte ; grossesse suivie à la maternité", SAMPLE_CATEGORY_HEALTH },
  { "Séropositif VIH, suivi trimestriel", SAMPLE_CATEGORY_HEALTH },
  { "Sérologie VIH \"négative\" ; à refaire dans trois mois", SAMPLE_CATEGORY_HEALTH },
  { "Diabète de type 2 sous metformine", SAMPLE_CATEGORY_HEALTH },
  { "Cancer du sein\nchimiothérapie en cours", SAMPLE_CATEGORY_HEALTH },
  { "Hépatite C ancienne ; traitement terminé", SAMPLE_CATEGORY_HEALTH },
  { "Épilepsie : prélever allongé", SAMPLE_CATEGORY_HEALTH },
  { "Dépression, sous antidépresseurs", SAMPLE_CATEGORY_HEALTH },
  { "Insuffisance rénale ; dialyse le mardi", SAMPLE_CATEGORY_HEALTH },
  { "Suivi en psychiatrie", SAMPLE_CATEGORY_HEALTH },
  { "Allergie à la pénicilline", SAMPLE_CATEGORY_HEALTH },
  { "Pas de diabète connu", SAMPLE_CATEGORY_HEALTH },
  { "Diabète gestationnel ; grossesse \"à risque\"", SAMPLE_CATEGORY_HEALTH },
  { "Leucémie, chimiothérapie\nvoir compte rendu de l'hôpital", SAMPLE_CATEGORY_HEALTH },
  { "Témoin de Jéhovah", SAMPLE_CATEGORY_RELIGION },
  { "Délégué syndical ; disponible le mercredi", SAMPLE_CATEGORY_UNION },
  { "Détenu, extraction de la maison d'arrêt", SAMPLE_CATEGORY_OFFENCE },
  { "Orientation sexuelle : homosexuel", SAMPLE_CATEGORY_SEX_LIFE },
};
/* clang-format on */

guint
sample_phrase_get_count (gboolean has_topic)
{
  return has_topic ? G_N_ELEMENTS (topic_phrases) : G_N_ELEMENTS (plain_phrases);
}

const SamplePhrase *
sample_phrase_get (gboolean has_topic, guint index)
{
  g_assert (index < sample_phrase_get_count (has_topic));
  return has_topic ? &topic_phrases[index] : &plain_phrases[index];
}
