"""Blind dumps, care: written from the outside, before anything was tuned to them."""
from blind_people import BlindCrowd, write_town
from dump import Dialect, Dump
from people import fold, rpps
from work_dumps import day

DRUGS = ('AMOXICILLINE 1G CPR', 'METFORMINE 850MG', 'ATORVASTATINE 20 MG', 'Tahor 10', 'DAFALGAN 500', 'INEXIUM 40MG GEL', 'TRUVADA', 'Seroplex 10mg')
ATC = ('J01CA04', 'A10BA02', 'C10AA05', 'N02BE01', 'A02BC05', 'J05AR03', 'N06AB10')
ICD = ('I10', 'E119', 'C509', 'F322', 'J449', 'S7200', 'Z380', 'N185', 'K359', 'O800', 'B24', 'G35')


def hospital(towns, count):
    """Admissions: abbreviations in capitals, dates without separators, a footer."""
    crowd = BlindCrowd(towns, 301)
    chance = crowd.chance
    dump = Dump('admissions', ['IPP', 'NDA', 'NOM_USUEL', 'NOM_PATRO', 'PRENOM_PAT', 'DTNAIS', 'CSEXE', 'LIEUNAIS', 'ADR1', 'ADR2', 'CPOST', 'LIB_COM', 'TEL_DOM', 'TEL_PORT',
                               'NO_SS', 'CLE_SS', 'DT_ENT', 'DT_SOR', 'UF', 'MED_TTT', 'CIM10_DP', 'GRP_SANG', 'POIDS', 'TAILLE', 'ATCD'],
                ['internal_id', 'internal_id', 'last_name', 'maiden_name|last_name', 'first_name', 'birth_date', 'sex', 'birth_place', 'address', 'address2', 'postal_code', 'city', 'phone', 'phone',
                 'nir', 'nir_key', 'act_date', 'act_date', 'unknown', 'doctor_name', 'icd10', 'blood_group', 'weight', 'height', 'pathology|comment'],
                dialect=Dialect(encoding='windows-1252', delimiter='|', quote='', footer=2))
    for person in crowd.draw_many(count):
        code, city = write_town(chance, towns, person.home)
        entry = day(chance, -800, -8)
        dump.add([f'{8000000 + person.number}', f'{chance.randint(240000000, 249999999)}', person.last.upper(), person.maiden.upper(), person.first.upper(), f'{person.birth:%Y%m%d}',
                  1 if person.sex == 'M' else 2, fold(towns.draw(chance, 1)[0].name).upper(), person.street.upper(), chance.choice(('', '', '', 'APT 12', 'BAT B ESC 3', 'RESIDENCE DU PARC')), code, city,
                  f'0{chance.randint(1, 5)}{chance.randint(10000000, 99999999)}' if chance.random() < 0.6 else '', person.mobile, person.nir, person.nir_key, f'{entry:%Y%m%d}', f'{day(chance, -7, 0):%Y%m%d}',
                  chance.choice(('2103', '4410', '1250', '3307')), f'DR {chance.choice(("ROUXEL", "BENHADDOU", "MARTEL", "LE BIHAN"))} {chance.choice("ABCJP")}.', chance.choice(ICD),
                  chance.choice(('A+', 'O+', 'O-', 'B+', 'AB+')), f'{chance.randint(42, 120)}', f'{chance.randint(148, 198)}',
                  chance.choice(('', '', '', 'APPENDICECTOMIE 1998', 'HTA, DIABETE TYPE 2', 'INFARCTUS 2015', 'ASTHME'))], person.home.code, None, person.birth)
    return dump


def laboratory(towns, count):
    """A laboratory's extraction: everything quoted, a result that only its header tells."""
    crowd = BlindCrowd(towns, 302)
    chance = crowd.chance
    dump = Dump('laboratory', ['NumDossier', 'NOMPAT', 'PRENPAT', 'NOMJF', 'DATNAIS', 'SEXPAT', 'ADRPAT', 'CODPOS', 'VILPAT', 'TELPAT', 'MAILPAT', 'NUMSECU', 'MEDPRES', 'NUMRPPS', 'DATPRELEV',
                               'LIBEXAM', 'SERO1', 'GS_RH', 'ENCEINTE', 'CAISSE', 'NUMAMC', 'FAXPAT2', 'COMMENT'],
                ['internal_id', 'last_name', 'first_name', 'maiden_name', 'birth_date', 'sex', 'address', 'postal_code', 'city', 'phone', 'email', 'nir', 'doctor_name', 'rpps', 'act_date',
                 'exam', 'serology', 'blood_group', 'pregnancy', 'insurer', 'insurer_number', 'empty', 'comment'],
                dialect=Dialect(encoding='iso-8859-15', delimiter=';', quotes_all=True, preamble=2))
    doctors = [(f'Dr {person.first} {person.last}', rpps(chance)) for person in crowd.draw_many(25)]
    for person in crowd.draw_many(count):
        code, city = write_town(chance, towns, person.home)
        doctor, number = chance.choice(doctors)
        dump.add([f'{chance.choice("ABC")}{200000 + person.number}', person.last.upper(), person.first, person.maiden.upper() if person.sex == 'F' else '', f'{person.birth:%d/%m/%Y}', person.sex, person.street, code, city,
                  person.mobile, person.email if chance.random() < 0.5 else '', person.nir + person.nir_key, doctor, number, f'{day(chance, -600, 0):%d/%m/%Y}',
                  chance.choice(('NFS PLAQUETTES', 'GLYCEMIE A JEUN', 'TSH ULTRASENSIBLE', 'BILAN LIPIDIQUE', 'FERRITINE', 'SEROLOGIE HEPATITE B')),
                  chance.choice(('0', '0', '1', 'N', 'N', 'P', '')), chance.choice(('A POS', 'O POS', 'B NEG', 'O NEG', 'AB POS')), chance.choice('ON') if person.sex == 'F' else '',
                  chance.choice(('CPAM ILLE ET VILAINE', 'CPAM FINISTERE', 'MSA PORTES DE BRETAGNE', 'RSI BRETAGNE', 'MGEN 35')), f'{chance.randint(10000000, 99999999)}', '',
                  chance.choice(('Prélèvement difficile, rappeler la patiente', 'Suspicion de grossesse, dosage bHCG à refaire', 'Sous anticoagulants depuis un mois')) if chance.random() < 0.08 else ''],
                 person.home.code, person.number, person.birth)
    return dump


def pharmacy(towns, count):
    """Dispensed drugs, as PostgreSQL dumps them."""
    crowd = BlindCrowd(towns, 303)
    chance = crowd.chance
    dump = Dump('dispensing', ['patient_id', 'lastname', 'firstname', 'dob', 'gender', 'zipcode', 'town', 'ssn', 'prescriber', 'prescriber_rpps', 'drug', 'atc_code', 'quantity', 'unit_price',
                               'dispensed_on', 'pregnant', 'chronic_condition', 'remarks'],
                ['internal_id', 'last_name', 'first_name', 'birth_date', 'sex', 'postal_code', 'city', 'nir', 'doctor_name', 'rpps', 'medication', 'medication', 'unknown', 'amount',
                 'act_date|timestamp', 'pregnancy', 'pathology', 'comment'],
                dialect=Dialect(format='copy', delimiter='', quote='', line_end='lf'))
    for person in crowd.draw_many(count):
        code, city = write_town(chance, towns, person.home)
        pick = chance.randrange(len(ATC))
        dump.add([person.number * 3 + 17, person.last, person.first, person.birth, person.sex, code, city, person.nir + person.nir_key, f'Dr {chance.choice(("Pelletier", "Benali", "Hamon", "Guillou"))}', rpps(chance),
                  DRUGS[pick], ATC[pick], chance.randint(1, 3), f'{chance.randint(150, 9000) / 100:.2f}', day(chance, -300, 0), chance.choice('tfff') if person.sex == 'F' else 'f',
                  chance.choice(('', '', 'Diabetes', 'Hypertension', 'Asthma', 'Epilepsy', 'HIV')), chance.choice(('', '', '', 'Allergic to penicillin, ask the doctor before', 'Prefers generic brands where possible', 'Will send her daughter on Friday'))],
                 person.home.code, person.number, person.birth)
    return dump


def genetics(towns, count):
    """A consultation of genetics in fixed columns."""
    crowd = BlindCrowd(towns, 304)
    chance = crowd.chance
    dump = Dump('genetics', ['NOM', 'PRENOM', 'DNAIS', 'SEXE', 'CP', 'VILLE', 'GENE', 'VARIANT', 'DIAGNOSTIC', 'DATE_PRELEV', 'PRESCRIPTEUR', 'FINESS'],
                ['last_name', 'first_name', 'birth_date', 'sex', 'postal_code', 'city', 'genetic', 'genetic', 'pathology', 'act_date', 'doctor_name', 'finess'],
                dialect=Dialect(format='fixed', delimiter='', quote='', line_end='lf', encoding='windows-1252'))
    for person in crowd.draw_many(count):
        code, city = write_town(chance, towns, person.home)
        dump.add([person.last.upper(), person.first.upper(), f'{person.birth:%d/%m/%Y}', person.sex, code, city, chance.choice(('BRCA1', 'BRCA2', 'CFTR', 'HTT', 'FMR1', 'MLH1')),
                  chance.choice(('c.68_69delAG', 'p.Phe508del', 'c.5266dupC', 'CAG x42', 'non retrouve')), chance.choice(('CANCER DU SEIN', 'MUCOVISCIDOSE', 'CHOREE DE HUNTINGTON', 'SYNDROME DE LYNCH')),
                  f'{day(chance, -900, 0):%d/%m/%Y}', f'DR {chance.choice(("VASSE", "ODENT", "BLANLOEIL"))}', chance.choice(('350005179', '290000017', '440000289'))], person.home.code, person.number, person.birth)
    return dump


def practice(towns, count):
    """A general practitioner's address book: English camelCase, addresses of the doctor and of the patient."""
    crowd = BlindCrowd(towns, 305)
    chance = crowd.chance
    dump = Dump('practice', ['patientId', 'familyName', 'givenName', 'birthName', 'birthDate', 'birthCity', 'genderCode', 'homeAddress', 'homeZip', 'homeCity', 'mobilePhone', 'socialSecurityNumber',
                             'healthInsurance', 'policyNumber', 'gpName', 'gpRpps', 'gpZip', 'gpCity', 'bloodType', 'currentTreatment', 'diagnosis', 'hivStatus', 'lastVisit', 'freeText'],
                ['internal_id', 'last_name', 'first_name', 'maiden_name', 'birth_date', 'birth_place', 'sex', 'address', 'postal_code', 'city', 'phone', 'nir',
                 'insurer', 'insurer_number', 'doctor_name', 'rpps', 'postal_code', 'city', 'blood_group', 'medication', 'pathology', 'serology', 'act_date|timestamp', 'comment'],
                dialect=Dialect(delimiter=',', line_end='lf', escape='backslash', quotes_all=True))
    doctors = [(person, rpps(chance)) for person in crowd.draw_many(12)]
    for person in crowd.draw_many(count):
        code, city = write_town(chance, towns, person.home)
        doctor, number = chance.choice(doctors)
        dump.add([f'P-{person.number:06}', person.last, person.first, person.maiden, f'{person.birth:%Y-%m-%d}', towns.draw(chance, 1)[0].name, 'female' if person.sex == 'F' else 'male', person.street, code, city,
                  f'+33{person.mobile[1:]}', f'{person.nir}{person.nir_key}', chance.choice(('MGEN', 'Harmonie Mutuelle', 'AXA', 'Groupama', 'Malakoff Humanis')), f'{chance.randint(1000000, 9999999)}',
                  f'Dr {doctor.last}', number, doctor.home.postal_code, doctor.home.name, chance.choice(('A+', 'O+', 'B-', 'O-')), chance.choice(('', 'Metformine', 'Levothyrox 75', 'Ventoline', 'Kardegic 75')),
                  chance.choice(('', 'Asthme', 'Hypothyroïdie', 'Diabète de type 2', 'Migraine')), chance.choice(('', '', 'negative', 'negative', 'positive')), f'{day(chance, -500, 0)}',
                  chance.choice(('', '', 'Says "all fine" since the new treatment', 'Père décédé d’un cancer du côlon à 52 ans', 'Doit rappeler pour le vaccin du petit'))], person.home.code, person.number, person.birth)
    return dump


ALL = (hospital, laboratory, pharmacy, genetics, practice)
