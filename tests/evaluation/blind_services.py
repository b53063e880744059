"""Blind dumps, services: written from the outside, before anything was tuned to them."""
import hashlib

from blind_people import BlindCrowd, write_town
from dump import Dialect, Dump
from people import card, fold, iban, imei, luhn_digit, siren, siret
from work_dumps import day

FOREIGN = (('1012 AB', 'Amsterdam', 'Netherlands', 'NL'), ('10115', 'Berlin', 'Germany', 'DE'), ('SW1A 1AA', 'London', 'United Kingdom', 'GB'), ('28013', 'Madrid', 'Spain', 'ES'), ('98000', 'Monaco', 'Monaco', 'MC'))
JOBS = ('Aide-soignante', 'Professeur des écoles', 'Comptable', 'Chauffeur routier', 'Ingénieur', 'Retraité', 'Plombier', 'Secrétaire médicale', 'Cuisinier')


def clock(chance):
    return f'{chance.randint(0, 23):02}:{chance.randint(0, 59):02}:{chance.randint(0, 59):02}'


def address(chance):
    return f'{chance.randint(2, 220)}.{chance.randint(0, 255)}.{chance.randint(0, 255)}.{chance.randint(1, 254)}'


def cni(chance):
    return ''.join(chance.choice('CDFGHJKLMNPRTVWXYZ') if at in (0, 3, 6) else chance.choice('0123456789CDFGHJKLMNPRTVWXYZ') for at in range(8)) + chance.choice('0123456789')


def insurer(towns, count):
    """Members of a mutual insurance, as phpMyAdmin exports them."""
    crowd = BlindCrowd(towns, 311, youngest=18)
    chance = crowd.chance
    dump = Dump('adherents', ['id', 'num_adherent', 'civ', 'nom', 'nom_jf', 'prenoms', 'ddn', 'nir', 'situation_fam', 'csp', 'voie', 'complement', 'code_postal', 'localite', 'pays', 'iban', 'bic', 'mail', 'gsm',
                              'date_adhesion', 'cotisation', 'organisme', 'teletrans', 'created_at', 'updated_at'],
                ['internal_id', 'internal_id|insurer_number', 'title', 'last_name', 'maiden_name', 'first_name', 'birth_date', 'nir', 'marital', 'job', 'address', 'address2', 'postal_code', 'city', 'country', 'iban', 'bic', 'email', 'phone',
                 'act_date', 'amount', 'insurer', 'flag', 'timestamp', 'timestamp'],
                dialect=Dialect(format='mysql', delimiter='', quote='', line_end='lf', packing='gz'))
    for person in crowd.draw_many(count):
        code, city = write_town(chance, towns, person.home)
        dump.add([person.number, f'{7000000 + person.number * 13}', chance.choice(('MME', 'MLLE')) if person.sex == 'F' else 'M', person.last.upper(), person.maiden.upper() if person.sex == 'F' else '', f'{person.first}',
                  person.birth, person.nir + person.nir_key, chance.choice(('MARIE', 'CELIBATAIRE', 'PACSE', 'VEUF', 'DIVORCE')), chance.choice(JOBS), person.street, chance.choice(('', '', '', 'Bât. C', 'Appt 34', '2ème étage')), code, city,
                  chance.choice(('FR', 'FRANCE')), iban(chance), chance.choice(('AGRIFRPP866', 'CMCIFR2A', 'BNPAFRPP')), person.email, person.mobile, day(chance, -4000, -30), f'{chance.randint(2500, 18000) / 100:.2f}',
                  chance.choice(('CPAM 35', 'CPAM 75', 'MSA', 'SSI')), chance.choice('10'), f'{day(chance, -900, -400)} {clock(chance)}', f'{day(chance, -399, 0)} {clock(chance)}'], person.home.code, person.number, person.birth)
    return dump


def subscribers(towns, count):
    """A carrier's subscribers: ^A between fields, an identity card's number, where the handset was."""
    crowd = BlindCrowd(towns, 312, youngest=18)
    chance = crowd.chance
    dump = Dump('subscribers', ['SUBSCRIBER_ID', 'MSISDN', 'IMEI', 'LASTNAME', 'FIRSTNAME', 'BIRTHDT', 'IDDOC_CNI', 'ADDR_LINE1', 'ADDR_LINE2', 'ZIP', 'CITY', 'COUNTRY_CODE', 'CONTRACT_STATUS', 'ACTIVATION_DATE',
                                'LAST_CELL_LAT', 'LAST_CELL_LON', 'PORTAL_LOGIN', 'PORTAL_PWD', 'LAST_IP', 'IBAN'],
                ['internal_id', 'phone', 'imei', 'last_name', 'first_name', 'birth_date', 'cni', 'address', 'address2', 'postal_code', 'city', 'country', 'status', 'act_date|timestamp',
                 'location', 'location', 'username', 'password', 'ip', 'iban'],
                dialect=Dialect(delimiter='\x01', quote='', line_end='lf'))
    for person in crowd.draw_many(count):
        code, city = write_town(chance, towns, person.home)
        dump.add([f'{chance.randint(300000000, 399999999)}', f'33{person.mobile[1:]}', imei(chance), person.last, person.first, f'{person.birth:%d-%m-%Y}', cni(chance), person.street, chance.choice(('', '', 'c/o Durand', 'Chez M. Petit')), code, city,
                  'FR', chance.choice(('ACTIVE', 'SUSPENDED', 'TERMINATED')), f'{day(chance, -3000, 0):%d-%m-%Y}', f'{chance.uniform(42.5, 50.9):.6f}', f'{chance.uniform(-4.5, 7.9):.6f}',
                  fold(f'{person.first}{person.number}').lower().replace('-', ''), ''.join(chance.choice('abcdefghkmnpqrstuvwxyzABCDEFG23456789!?#') for _ in range(10)), address(chance), iban(chance)],
                 person.home.code, person.number, person.birth)
    return dump


def contacts(towns, count):
    """The contacts of a sales department, as Salesforce exports them."""
    crowd = BlindCrowd(towns, 313, youngest=20, oldest=70)
    chance = crowd.chance
    dump = Dump('contacts', ['Id', 'IsDeleted', 'AccountId', 'LastName', 'FirstName', 'Salutation', 'MailingStreet', 'MailingCity', 'MailingState', 'MailingPostalCode', 'MailingCountry', 'Phone', 'MobilePhone', 'Email', 'Title',
                             'Department', 'Birthdate', 'OwnerId', 'HasOptedOutOfEmail', 'CreatedDate', 'LastModifiedDate', 'Company', 'AnnualRevenue', 'Description'],
                ['internal_id', 'flag', 'internal_id', 'last_name', 'first_name', 'title', 'address', 'city', 'unknown', 'postal_code', 'country', 'phone', 'phone', 'email', 'job',
                 'unknown', 'birth_date', 'internal_id', 'flag', 'timestamp', 'timestamp', 'company', 'amount', 'comment'],
                dialect=Dialect(delimiter=',', line_end='lf', quotes_all=True))
    alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
    for person in crowd.draw_many(count):
        code, city = write_town(chance, towns, person.home)
        land, place = 'France', person.home.code
        if person.number % 12 == 0:
            code, city, land, _ = FOREIGN[person.number // 12 % len(FOREIGN)]
            place = ''
        dump.add(['003' + ''.join(chance.choice(alphabet) for _ in range(15)), chance.choice(('false', 'false', 'true')), '001' + ''.join(chance.choice(alphabet) for _ in range(15)), person.last, person.first,
                  'Ms.' if person.sex == 'F' else 'Mr.', person.street, city, '', code, land, f'+33 {chance.randint(1, 5)} {chance.randint(10, 99)} {chance.randint(10, 99)} {chance.randint(10, 99)} {chance.randint(10, 99)}',
                  person.mobile, person.email, chance.choice(('Sales Manager', 'CTO', 'Directrice des achats', 'Office Manager', 'Head of Marketing', 'Gérant')), chance.choice(('IT', 'Achats', 'Marketing', 'Finance')), f'{person.birth}',
                  '005' + ''.join(chance.choice(alphabet) for _ in range(15)), chance.choice(('true', 'false', 'false')), f'{day(chance, -900, -400)}T{clock(chance)}.000Z', f'{day(chance, -399, 0)}T{clock(chance)}.000Z',
                  f'{chance.choice(LAST_PARTS)} {chance.choice(("SAS", "SARL", "GmbH", "Consulting", "& Fils"))}', f'{chance.randint(10, 900)}000.0',
                  chance.choice(('', '', 'Met at the trade show in Lyon, wants a demo', 'Rappeler en septembre pour le renouvellement', 'Asked for a quote, budget approved in March'))], place, person.number, person.birth)
    return dump


LAST_PARTS = ('Ouest Menuiserie', 'Atelier du Port', 'Transports Kermarec', 'Novatech', 'Alpha Conseil', 'Boulangerie Jourdan', 'Digital Factory', 'Imprimerie Moderne')


def blog(towns, count):
    """The accounts of a blog: WordPress' own table."""
    crowd = BlindCrowd(towns, 314)
    chance = crowd.chance
    dump = Dump('wp_users', ['ID', 'user_login', 'user_pass', 'user_nicename', 'user_email', 'user_url', 'user_registered', 'user_activation_key', 'user_status', 'display_name'],
                ['internal_id', 'username', 'hash', 'username', 'email', 'unknown', 'timestamp|act_date', 'hash|unknown|password', 'status|flag|unknown', 'full_name|username'],
                dialect=Dialect(format='mysql', delimiter='', quote='', line_end='lf'))
    for person in crowd.draw_many(count):
        login = fold(f'{person.first}_{person.last[:3]}{person.number}').lower()
        phpass = '$P$B' + ''.join(chance.choice('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789./') for _ in range(30))
        dump.add([person.number, login, phpass, login.replace('_', '-'), person.email, chance.choice(('', f'https://{login.replace("_", "-")}.example')), f'{day(chance, -3000, 0)} {clock(chance)}',
                  chance.choice(('', '', f'{chance.randint(1600000000, 1700000000)}:$P$B{phpass[4:]}')), '0', f'{person.first} {person.last}'])
    return dump


def payroll(towns, count):
    """Pay, with a header whose accents were decoded twice."""
    crowd = BlindCrowd(towns, 315, youngest=18, oldest=66)
    chance = crowd.chance
    headers = ['Matricule', 'Civilité', 'Nom', 'Prénom', 'Date de naissance', 'Numéro de Sécurité sociale', 'Emploi occupé', 'Salaire de base', 'Adresse', 'Code postal', 'Ville', 'Téléphone', 'IBAN',
               'Adhésion syndicale', 'Invalidité', 'Situation de famille', 'Date d’entrée', 'SIRET employeur', 'Raison sociale', 'N° permis']
    dump = Dump('payroll', [header.encode().decode('cp1252', errors='replace') for header in headers],
                ['internal_id', 'title', 'last_name', 'first_name', 'birth_date', 'nir', 'job', 'amount', 'address', 'postal_code', 'city', 'phone', 'iban',
                 'union', 'pathology', 'marital', 'act_date', 'siret', 'company', 'driving_licence'], dialect=Dialect(delimiter=';'))
    employers = [(siret(chance, siren(chance)), name) for name in LAST_PARTS]
    for person in crowd.draw_many(count):
        code, city = write_town(chance, towns, person.home)
        number, name = chance.choice(employers)
        dump.add([f'{10000 + person.number}', person.title, person.last, person.first, f'{person.birth:%d/%m/%Y}', f'{person.nir} {person.nir_key}', chance.choice(JOBS), f'{chance.randint(1600, 6200)},{chance.randint(0, 99):02}', person.street, code, city,
                  '.'.join(person.mobile[i:i + 2] for i in range(0, 10, 2)), iban(chance), chance.choice(('', '', '', 'CFDT', 'CGT', 'FO')), chance.choice(('', '', '', '', 'Catégorie 1', 'Catégorie 2')),
                  chance.choice(('Marié(e)', 'Célibataire', 'Pacsé(e)', 'Divorcé(e)')), f'{day(chance, -7000, -10):%d/%m/%Y}', number, name,
                  f'{chance.randint(1, 95):02}{chance.randint(1, 12):02}{chance.randint(10, 95)}{chance.randint(100000, 999999)}'], person.home.code, person.number, person.birth)
    return dump


def hotel(towns, count):
    """Guests: English and French side by side, line ends of two kinds."""
    crowd = BlindCrowd(towns, 316, youngest=18)
    chance = crowd.chance
    dump = Dump('hotel', ['Resa No', 'Guest name', 'Né(e) le / DOB', 'Nationality', 'Passport / ID', 'Address', 'CP - Ville', 'Country', 'Vehicle Reg', 'Card No.', 'Arrival', 'Departure', 'Room', 'Total EUR', 'Tel', 'E-mail', 'Société', 'VIP', 'Remarks', 'Booked at'],
                ['internal_id', 'full_name', 'birth_date', 'nationality', 'passport', 'address', 'cp_city', 'country', 'plate', 'card', 'act_date', 'act_date', 'unknown', 'amount', 'phone', 'email', 'company', 'flag', 'comment', 'timestamp'],
                dialect=Dialect(delimiter=',', line_end='mixed', encoding='windows-1252', packing='xz'))
    for person in crowd.draw_many(count):
        code, city = write_town(chance, towns, person.home)
        nation, land, place = 'FRA', 'France', person.home.code
        if person.number % 4 == 0:
            code, city, land, nation = FOREIGN[person.number // 4 % 4]
            place = ''
        arrival = day(chance, -300, -10)
        dump.add([f'R{chance.randint(100000, 999999)}', f'{person.last}, {person.first}', f'{person.birth:%d/%m/%Y}', {'FRA': 'Française', 'NL': 'Dutch', 'DE': 'German', 'GB': 'British', 'ES': 'Spanish'}[nation],
                  f'{chance.randint(10, 24)}{chance.choice("ACDFHK")}{chance.choice("ACDFHKV")}{chance.randint(10000, 99999)}', person.street, f'{code} {city}', land,
                  chance.choice(('', f'{chance.choice("ABCDEF")}{chance.choice("ABCDEFG")}-{chance.randint(100, 999)}-{chance.choice("STVWXZ")}{chance.choice("ABCDEF")}')), card(chance), f'{arrival:%d/%m/%Y}', f'{arrival:%d/%m/%Y}',
                  f'{chance.randint(1, 5)}{chance.randint(1, 30):02}', f'{chance.randint(70, 900)}.00', f'+33 7 {person.mobile[2:4]} {person.mobile[4:6]} {person.mobile[6:8]} {person.mobile[8:]}', person.email,
                  chance.choice(('', '', 'Novatech SAS', 'Airbus', 'SNCF', 'Dupuis & Fils')), chance.choice('NNNY'), chance.choice(('', '', '', 'Late arrival, keep the key at the desk', 'Lit bébé demandé, chambre au calme', 'Vegan breakfast and a high floor')),
                  f'{day(chance, -400, -301)} {clock(chance)}'], place, person.number, person.birth)
    return dump


def bank(towns, count):
    """A bank's customers: abbreviated English."""
    crowd = BlindCrowd(towns, 317, youngest=18)
    chance = crowd.chance
    dump = Dump('bank', ['CUST_ID', 'LASTNM', 'FIRSTNM', 'BIRTH_CITY', 'DOB', 'TAX_ID', 'IBAN_NUM', 'BIC_CODE', 'PAN', 'BALANCE', 'MARITAL_STAT', 'OCCUPATION', 'EMPLOYER', 'SIREN_EMP', 'STREET', 'POSTCODE', 'TOWN', 'CTRY', 'MOBILE', 'EMAIL_ADDR', 'LOGIN_IP', 'LAST_LOGIN', 'PIN_HASH', 'ACC_STATUS'],
                ['internal_id', 'last_name', 'first_name', 'birth_place', 'birth_date', 'tax_id', 'iban', 'bic', 'card', 'amount', 'marital', 'job', 'company', 'siren', 'address', 'postal_code', 'city', 'country', 'phone', 'email', 'ip', 'timestamp', 'hash', 'status'],
                dialect=Dialect(delimiter='\t', quote='"', encoding='utf-16be', quotes_all=True))
    for person in crowd.draw_many(count):
        code, city = write_town(chance, towns, person.home)
        dump.add([f'{chance.randint(10000000, 99999999)}', person.last.upper(), person.first.upper(), fold(towns.draw(chance, 1)[0].name).upper(), person.birth, f'{chance.choice("0123")}{chance.randint(10 ** 11, 10 ** 12 - 1)}', iban(chance),
                  chance.choice(('CEPAFRPP333', 'CRLYFRPP', 'CMBRFR2BARK')), card(chance), f'{chance.randint(-90000, 2500000) / 100:.2f}', chance.choice(('SINGLE', 'MARRIED', 'DIVORCED', 'WIDOWED')), chance.choice(JOBS), chance.choice(LAST_PARTS), siren(chance),
                  person.street.upper(), code, city, 'FRA', f'0033{person.mobile[1:]}', person.email, address(chance), f'{day(chance, -60, 0)} {clock(chance)}', hashlib.sha256(str(person.number).encode()).hexdigest(), chance.choice(('OPEN', 'OPEN', 'CLOSED', 'FROZEN'))],
                 person.home.code, person.number, person.birth)
    return dump


def parcels(towns, count):
    """Parcels: comments of couriers, who tell of doors and dogs."""
    crowd = BlindCrowd(towns, 318, youngest=18)
    chance = crowd.chance
    dump = Dump('parcels', ['N_COLIS', 'DESTINATAIRE', 'ADR_LIV', 'CPLT_ADR_LIV', 'CP_LIV', 'VILLE_LIV', 'PAYS_LIV', 'TEL_DEST', 'MAIL_DEST', 'DT_LIV', 'POIDS_COLIS', 'ETAT', 'SIGNATURE', 'INSTRUCTIONS'],
                ['internal_id', 'full_name', 'address', 'address2', 'postal_code', 'city', 'country', 'phone', 'email', 'act_date|timestamp', 'unknown', 'status', 'flag', 'comment'],
                dialect=Dialect(delimiter='\t', quote='', line_end='crlf', encoding='utf-8+windows-1252'))
    for person in crowd.draw_many(count):
        code, city = write_town(chance, towns, person.home)
        stem = f'8R{chance.randint(10 ** 9, 10 ** 10 - 1)}'
        dump.add([stem + luhn_digit(stem[2:]), f'{person.title} {person.first} {person.last}', person.street, chance.choice(('', '', 'Interphone 12', 'Bâtiment A', 'Étage 3 gauche')), code, city, 'FR', person.mobile, person.email,
                  f'{day(chance, -90, 0):%d/%m/%Y} {clock(chance)[:5]}', f'{chance.randint(1, 30)},{chance.randint(0, 9)}', chance.choice(('Livré', 'En cours', 'Avisé', 'Retourné')), chance.choice('ON'),
                  chance.choice(('', '', 'Sonner deux fois, le chien est gentil', 'Laisser chez la voisine du rez-de-chaussée', 'Portail cassé, appeler en arrivant', 'Déposé dans le local à vélos'))], person.home.code, person.number)
    return dump


ALL = (insurer, subscribers, contacts, blog, payroll, hotel, bank, parcels)
