"""A second family of blind dumps: written after the first was learnt from, to see what carried over."""
import base64
import hashlib

from blind_people import BlindCrowd, write_town
from blind_services import FOREIGN, LAST_PARTS, address, clock, cni
from dump import Dialect, Dump
from people import card, fold, iban, imei, rpps, siren, siret
from work_dumps import day

TRADES = ('Électricien', 'Infirmière', 'Agent de sécurité', 'Développeur web', 'Enseignante', 'Boulanger', 'Cadre commercial', 'Étudiante', 'Sans emploi')


def tax_number(chance):
    number = chance.randint(0, 3) * 10 ** 9 + chance.randint(10 ** 8, 10 ** 9 - 1)
    return f'{number:010}{number % 511:03}'


def web_shop(towns, count):
    """An online shop's users, every name with a prefix."""
    crowd = BlindCrowd(towns, 401, youngest=16)
    chance = crowd.chance
    dump = Dump('web shop', ['usr_id', 'usr_mail', 'usr_pwd', 'usr_nom', 'usr_prenom', 'usr_naiss', 'usr_adresse', 'usr_adresse2', 'usr_cp', 'usr_ville', 'usr_pays', 'usr_tel', 'usr_newsletter', 'usr_ip', 'usr_creation', 'usr_lastlogin', 'usr_points', 'usr_cb', 'usr_cb_exp', 'usr_total_achats'],
                ['internal_id', 'email', 'hash', 'last_name', 'first_name', 'birth_date', 'address', 'address2', 'postal_code', 'city', 'country', 'phone', 'flag', 'ip', 'timestamp|act_date', 'timestamp', 'unknown', 'card', 'act_date|unknown|card', 'amount'],
                dialect=Dialect(delimiter=';', quotes_all=True, line_end='lf', encoding='iso-8859-15'))
    for person in crowd.draw_many(count):
        code, city = write_town(chance, towns, person.home)
        dump.add([person.number, person.email, hashlib.md5(person.email.encode()).hexdigest(), person.last, person.first, f'{person.birth}', person.street, chance.choice(('', '', '', 'Bât B', 'Résidence Les Œillets')), code, city, 'FR', person.mobile, chance.choice('01'), address(chance),
                  f'{day(chance, -2000, -300)} {clock(chance)}', f'{day(chance, -299, 0)} {clock(chance)}', chance.randint(0, 900), card(chance) if chance.random() < 0.4 else '', f'{chance.randint(1, 12):02}/{chance.randint(24, 29)}', f'{chance.randint(1000, 90000) / 100:.2f}'], person.home.code, person.number, person.birth)
    return dump


def stays(towns, count):
    """A clinic's stays, in lower case without separators."""
    crowd = BlindCrowd(towns, 402)
    chance = crowd.chance
    dump = Dump('stays', ['numsejour', 'nompatient', 'prenompatient', 'nomnaissance', 'datenaissance', 'sexepatient', 'numsecurite', 'codepostal', 'commune', 'telephone', 'medecinreferent', 'rppsmedecin', 'dateentree', 'datesortie', 'diagprincipal', 'codeacte', 'groupesanguin', 'poids', 'taille', 'antecedents', 'allergies', 'traitementencours', 'mutuelle', 'nummutuelle', 'remarques'],
                ['internal_id', 'last_name', 'first_name', 'maiden_name', 'birth_date', 'sex', 'nir', 'postal_code', 'city', 'phone', 'doctor_name', 'rpps', 'act_date', 'act_date', 'icd10', 'exam|unknown', 'blood_group', 'weight', 'height', 'pathology', 'pathology', 'medication', 'insurer', 'insurer_number', 'comment'],
                dialect=Dialect(delimiter='|', quote='"', encoding='windows-1252+cp850', footer=2))
    for person in crowd.draw_many(count):
        code, city = write_town(chance, towns, person.home)
        entry = day(chance, -700, -9)
        dump.add([f'{chance.randint(10 ** 8, 10 ** 9 - 1)}', person.last.upper(), person.first, person.maiden.upper(), f'{person.birth:%d/%m/%Y}', person.sex, f'{person.nir} {person.nir_key}', code, city, person.mobile, f'Dr {chance.choice(("Lefloch", "Morvan", "Achour", "Perez"))} {chance.choice("ABCD")}.', rpps(chance),
                  f'{entry:%d/%m/%Y}', f'{day(chance, -8, 0):%d/%m/%Y}', chance.choice(('I21.0', 'K80.2', 'M17.1', 'S82.1', 'O82', 'C18.7', 'J18.9', 'F10.2')), chance.choice(('NFKA007', 'HMFC004', 'JQGA002', 'DEQP003')), chance.choice(('A+', 'O+', 'B-', 'AB+', 'O-')), chance.randint(45, 115), chance.randint(150, 195),
                  chance.choice(('', 'Diabète', 'HTA', 'Asthme', 'AVC 2012')), chance.choice(('', '', 'Pénicilline', 'Iode', 'Latex')), chance.choice(('', 'Metformine', 'Bisoprolol', 'Kardegic 75', 'Levothyrox')), chance.choice(('MGEN', 'Harmonie Mutuelle', 'AESIO', 'Apicil')), f'{chance.randint(10 ** 7, 10 ** 8 - 1)}',
                  chance.choice(('', '', 'Chambre seule demandée, mari à prévenir', 'Patient diabétique, régime sans sucre', 'Sortie prévue lundi si tout va bien'))], person.home.code, person.number, person.birth)
    return dump


def university(towns, count):
    """Students, from an English interface."""
    crowd = BlindCrowd(towns, 403, youngest=17, oldest=45)
    chance = crowd.chance
    dump = Dump('students', ['studentNumber', 'surname', 'givenNames', 'dateOfBirth', 'placeOfBirth', 'gender', 'citizenship', 'permanentAddress', 'postalCode', 'locality', 'countryOfResidence', 'personalEmail', 'mobileNumber', 'disabilityStatus', 'scholarshipAmount', 'enrolmentDate', 'accountName', 'accountPassword', 'parentOccupation', 'emergencyContactName', 'emergencyContactPhone', 'isActive'],
                ['internal_id', 'last_name', 'first_name', 'birth_date', 'birth_place', 'sex', 'nationality', 'address', 'postal_code', 'city', 'country', 'email', 'phone', 'pathology', 'amount', 'act_date|timestamp', 'username', 'password', 'job', 'full_name', 'phone', 'flag'],
                dialect=Dialect(format='json-lines', delimiter='', quote='', line_end='lf', packing='gz'))
    for person in crowd.draw_many(count):
        code, city = write_town(chance, towns, person.home)
        dump.add([f'2{chance.randint(1000000, 9999999)}', person.last, person.first, person.birth, towns.draw(chance, 1)[0].name, 'F' if person.sex == 'F' else 'M', chance.choice(('French', 'French', 'Moroccan', 'Italian', 'Chinese')), person.street, code, city, 'France', person.email, f'+33{person.mobile[1:]}',
                  chance.choice(('', '', '', 'Dyslexia', 'Hearing impairment', 'Reduced mobility')), f'{chance.randint(0, 6000)}.00', day(chance, -900, -20), fold(f'{person.first[0]}{person.last}{person.number}').lower(), ''.join(chance.choice('abcdefghkmnpqrstuvwxyzABCDEF23456789$!') for _ in range(10)), chance.choice(TRADES),
                  f'{chance.choice(("Michel", "Nadine", "Sofia", "Bernard"))} {person.last}', person.mobile, chance.choice(('true', 'false'))], person.home.code, person.number, person.birth)
    return dump


def claims(towns, count):
    """A car insurer's claims: title case with blanks."""
    crowd = BlindCrowd(towns, 404, youngest=18)
    chance = crowd.chance
    dump = Dump('claims', ['N° sinistre', 'N° de police', 'Civ.', 'Nom assuré', 'Prénom assuré', 'Né le', 'N° permis conduire', 'Immatriculation', 'Marque véhicule', 'Adresse assuré', 'CP assuré', 'Localité assuré', 'Tél. assuré', 'Mail assuré', 'Date sinistre', 'Montant indemnité', 'IBAN assuré', 'Nom garage', 'CP garage', 'Ville garage', 'Circonstances'],
                ['internal_id', 'insurer_number|internal_id', 'title', 'last_name', 'first_name', 'birth_date', 'driving_licence', 'plate', 'unknown', 'address', 'postal_code', 'city', 'phone', 'email', 'act_date', 'amount', 'iban', 'company', 'postal_code', 'city', 'comment'],
                dialect=Dialect(delimiter='\t', encoding='utf-16le', quote='"', preamble=3))
    for person in crowd.draw_many(count):
        code, city = write_town(chance, towns, person.home)
        garage = towns.draw(chance, 1)[0]
        dump.add([f'S{chance.randint(100000, 999999)}', f'{chance.randint(10 ** 7, 10 ** 8 - 1)}', person.title, person.last, person.first, f'{person.birth:%d/%m/%Y}', f'{chance.randint(1, 95):02}{chance.randint(1, 12):02}{chance.randint(10, 95)}{chance.randint(100000, 999999)}',
                  f'{chance.choice("ABCDEF")}{chance.choice("ABCDEFG")}-{chance.randint(100, 999)}-{chance.choice("STVWXZ")}{chance.choice("ABCDEF")}', chance.choice(('Renault', 'Peugeot', 'Dacia', 'Kia')), person.street, code, city, person.mobile, person.email, f'{day(chance, -900, 0):%d/%m/%Y}',
                  f'{chance.randint(10000, 900000) / 100:.2f}'.replace('.', ',') + ' €', iban(chance), f'Garage {chance.choice(("du Centre", "Le Bihan", "Moderne", "de la Gare"))}', garage.postal_code, fold(garage.name).upper(),
                  chance.choice(('Choc arrière au feu rouge, pas de blessé', 'Vol du véhicule pendant la nuit', 'Rétroviseur arraché sur le parking', 'Conducteur en état d’ivresse, plainte déposée'))], person.home.code, person.number, person.birth)
    return dump


def donors(towns, count):
    """Donors of a charity, one address in one cell."""
    crowd = BlindCrowd(towns, 405, youngest=18)
    chance = crowd.chance
    dump = Dump('donors', ['DonorRef', 'Title', 'Donor', 'Address', 'Email', 'Telephone', 'Gift', 'GiftDate', 'DirectDebitIBAN', 'SwiftBic', 'TaxReference', 'Faith', 'Deceased', 'Notes'],
                ['internal_id', 'title', 'full_name', 'full_address', 'email', 'phone', 'amount', 'act_date', 'iban', 'bic', 'tax_id', 'religion', 'flag', 'comment'],
                dialect=Dialect(delimiter=',', line_end='crlf', encoding='utf-8-bom', packing='zip'))
    for person in crowd.draw_many(count):
        code, city = write_town(chance, towns, person.home, dirt=False)
        dump.add([f'D{chance.randint(10000, 99999)}-{person.number}', 'Mrs' if person.sex == 'F' else 'Mr', f'{person.first} {person.last}', f'{person.street}, {code} {city}, France', person.email, f'+33 7 {person.mobile[2:4]} {person.mobile[4:6]} {person.mobile[6:8]} {person.mobile[8:]}', f'{chance.choice((20, 50, 75, 120))}.00',
                  f'{day(chance, -900, 0):%Y-%m-%d}', iban(chance), chance.choice(('AGRIFRPP', 'BNPAFRPP', 'CCBPFRPPNAN')), tax_number(chance), chance.choice(('', '', 'Catholic', 'Jewish', 'Muslim', 'None')), chance.choice('NNNNY'), chance.choice(('', '', 'Asked for a receipt by post', 'Gives in memory of her late husband', 'Recovering from cancer, call later'))],
                 person.home.code, person.number)
    return dump


def union_members(towns, count):
    """A trade union's members."""
    crowd = BlindCrowd(towns, 406, youngest=18, oldest=68)
    chance = crowd.chance
    dump = Dump('members', ['NO_CARTE', 'FEDERATION', 'NOM_ADH', 'PRENOM_ADH', 'DT_NAISSANCE', 'ADR_ADH', 'CP_ADH', 'VIL_ADH', 'PORTABLE', 'EMPLOYEUR_ADH', 'SIRET_EMPL', 'METIER_ADH', 'COTIS_MENS', 'DT_ADHESION', 'MANDAT', 'PARTI_POL'],
                ['internal_id', 'union', 'last_name', 'first_name', 'birth_date', 'address', 'postal_code', 'city', 'phone', 'company', 'siret', 'job', 'amount', 'act_date|timestamp', 'unknown|job|union', 'politics'],
                dialect=Dialect(delimiter=':', quote='', encoding='cp850', line_end='crlf', repeats=2))
    employers = [(siret(chance, siren(chance)), name) for name in LAST_PARTS]
    for person in crowd.draw_many(count):
        code, city = write_town(chance, towns, person.home)
        number, name = chance.choice(employers)
        dump.add([f'{chance.randint(10 ** 6, 10 ** 7 - 1)}', chance.choice(('CGT', 'CFDT', 'FO', 'SUD')), person.last.upper(), person.first, f'{person.birth:%d/%m/%Y}', person.street, code, city, person.mobile, name, number, chance.choice(TRADES), f'{chance.randint(800, 2500) / 100:.2f}', f'{day(chance, -5000, -20):%d/%m/%Y}',
                  chance.choice(('', '', 'Délégué', 'Secrétaire', 'Trésorier')), chance.choice(('', '', 'PCF', 'LFI', 'PS'))], person.home.code, person.number, person.birth)
    return dump


def devices(towns, count):
    """Users of a connected watch."""
    crowd = BlindCrowd(towns, 407, youngest=15)
    chance = crowd.chance
    dump = Dump('devices', ['user_uuid', 'nickname', 'email_address', 'pw_hash', 'birth_date', 'sex', 'height_cm', 'weight_kg', 'home_lat', 'home_lng', 'phone_imei', 'last_sync_ip', 'last_sync_at', 'pregnancy_mode', 'medical_conditions', 'face_template', 'zip', 'town', 'subscription_state'],
                ['internal_id', 'username', 'email', 'hash', 'birth_date', 'sex', 'height', 'weight', 'location', 'location', 'imei', 'ip', 'timestamp|act_date', 'pregnancy', 'pathology', 'biometric', 'postal_code', 'city', 'status'],
                dialect=Dialect(format='copy', delimiter='', quote='', line_end='lf', packing='zst'))
    for person in crowd.draw_many(count):
        code, city = write_town(chance, towns, person.home)
        salt = base64.b64encode(hashlib.sha256(str(person.number).encode()).digest()).decode()
        stem = hashlib.md5(str(person.number).encode()).hexdigest()
        dump.add([f'{stem[:8]}-{stem[8:12]}-{stem[12:16]}-{stem[16:20]}-{stem[20:]}', f'{chance.choice(("run", "trail", "velo", "iron"))}{person.first.lower()}{person.number}', person.email, f'$2b$10${salt[:22].replace("=", "a").replace("+", ".")}{salt[:31].replace("=", "b").replace("+", ".")}', person.birth, 'female' if person.sex == 'F' else 'male', chance.randint(150, 198), f'{chance.uniform(45, 110):.1f}',
                  f'{chance.uniform(42.5, 50.9):.5f}', f'{chance.uniform(-4.5, 7.9):.5f}', imei(chance), address(chance), f'{day(chance, -30, 0)} {clock(chance)}+00', chance.choice('tfff'), chance.choice(('', '', 'Asthma', 'Type 1 diabetes', 'Hypertension')), salt, code, city, chance.choice(('trial', 'active', 'cancelled'))], person.home.code, person.number, person.birth)
    return dump


def court(towns, count):
    """Cases before a court, with apostrophes for quotes."""
    crowd = BlindCrowd(towns, 408, youngest=14)
    chance = crowd.chance
    dump = Dump('court', ['n_parquet', 'nom_prevenu', 'prenom_prevenu', 'date_naissance_prevenu', 'lieu_naissance_prevenu', 'nationalite_prevenu', 'adresse_prevenu', 'code_postal_prevenu', 'ville_prevenu', 'profession_prevenu', 'sit_familiale', 'nature_delit', 'date_faits', 'peine_prononcee', 'avocat', 'cni_prevenu', 'passeport_prevenu', 'empreinte_genetique', 'observations'],
                ['internal_id', 'last_name', 'first_name', 'birth_date', 'birth_place', 'nationality', 'address', 'postal_code', 'city', 'job', 'marital', 'offence', 'act_date', 'offence', 'full_name|unknown', 'cni', 'passport', 'genetic', 'comment'],
                dialect=Dialect(delimiter=',', quote="'", line_end='lf', encoding='mac-roman'))
    for person in crowd.draw_many(count):
        code, city = write_town(chance, towns, person.home)
        dump.add([f'{chance.randint(18, 24)}{chance.randint(100000000, 999999999)}', person.last.upper(), person.first, f'{person.birth:%d/%m/%Y}', towns.draw(chance, 1)[0].name, chance.choice(('Française', 'Française', 'Tunisienne', 'Polonaise')), person.street, code, city, chance.choice(TRADES), chance.choice(('Célibataire', 'Marié', 'Divorcé', 'Concubinage')),
                  chance.choice(('Vol aggravé', 'Conduite sans permis', 'Violences volontaires', 'Escroquerie', 'Détention de stupéfiants')), f'{day(chance, -900, -5):%d/%m/%Y}', chance.choice(('6 mois avec sursis', 'Relaxe', '1 an ferme', 'Amende 800 euros', 'TIG 105 heures')), f'Me {chance.choice(("Kervella", "Benoist", "Haddad"))}', cni(chance),
                  f'{chance.randint(10, 24)}{chance.choice("ACDF")}{chance.choice("ACDFHKV")}{chance.randint(10000, 99999)}', chance.choice(('prélevée', 'non prélevée', 'refus')), chance.choice(('', '', "A fait appel, n'était pas présent à l'audience", 'Suivi psychiatrique ordonné', 'Victime indemnisée'))], person.home.code, person.number, person.birth)
    return dump


def travellers(towns, count):
    """An agency's bookings, half of them abroad."""
    crowd = BlindCrowd(towns, 409, youngest=18)
    chance = crowd.chance
    dump = Dump('travellers', ['Booking Reference', 'Lead Traveller Surname', 'Lead Traveller Forename', 'DoB', 'Passport Number', 'Passport Issued In', 'Street', 'Town', 'Post Code', 'Country', 'Contact Tel', 'Contact Email', 'Party Size', 'Outbound Date', 'Return Date', 'Total Cost', 'Card Used', 'Meal Preference', 'Assistance Needed', 'Agent Comments'],
                ['internal_id', 'last_name', 'first_name', 'birth_date', 'passport', 'country|nationality|unknown', 'address', 'city', 'postal_code', 'country', 'phone', 'email', 'unknown', 'act_date', 'act_date', 'amount', 'card', 'religion|unknown', 'pathology|unknown|flag', 'comment'],
                dialect=Dialect(delimiter=';', line_end='mixed', encoding='utf-8'))
    for person in crowd.draw_many(count):
        code, city = write_town(chance, towns, person.home)
        land, place = 'France', person.home.code
        if chance.random() < 0.4:
            code, city, land, _ = chance.choice(FOREIGN)
            place = ''
        out = day(chance, -300, -20)
        dump.add([''.join(chance.choice('ABCDEFGHJKLMNPQRSTUVWXYZ23456789') for _ in range(6)), person.last, person.first, f'{person.birth:%d-%b-%Y}', f'{chance.randint(10, 24)}{chance.choice("ACDF")}{chance.choice("ACDFHKV")}{chance.randint(10000, 99999)}', chance.choice(('France', 'Germany', 'Spain')), person.street, city, code, land,
                  f'0033{person.mobile[1:]}', person.email, chance.randint(1, 6), f'{out:%d-%b-%Y}', f'{out:%d-%b-%Y}', f'{chance.randint(20000, 400000) / 100:.2f}', card(chance), chance.choice(('', '', 'Halal', 'Kosher', 'Vegetarian')), chance.choice(('', '', '', 'Wheelchair')),
                  chance.choice(('', '', 'Prefers window seat and late departure', 'Insulin must stay in the cabin', 'Paid the deposit in cash'))], place, None, person.birth)
    return dump


ALL = (web_shop, stays, university, claims, donors, union_members, devices, court, travellers)
