"""Dumps of shops, employers, carriers and other businesses: their columns as they name them."""
import datetime

from dump import Dialect, Dump
from people import (AS_OF, Crowd, card, fold, iban, imei, misspell, rpps, siren, siret, write_city)

JOBS = ('Comptable', 'Technicienne de maintenance', 'Agent d’entretien', 'Chef de projet', 'Magasinier', 'Assistante RH',
        'Infirmière', 'Cariste', 'Ingénieur études', 'Conducteur de ligne', 'Juriste', 'Vendeuse', 'Directeur de site')
PRODUCTS = ('Bottes cuir', 'Lampe de bureau', 'Veste pluie', 'Casque audio', 'Robot cuiseur', 'Tapis yoga', 'Sac à dos')
UNIONS = ('CGT', 'CFDT', 'FO', 'CFE-CGC', 'SUD', 'UNSA', 'CFTC')
BRANDS = ('RENAULT', 'PEUGEOT', 'CITROEN', 'DACIA', 'TOYOTA', 'VOLKSWAGEN', 'FORD')
ABROAD = (('Bruxelles', '1000', 'Belgium'), ('Geneva', '1201', 'Switzerland'), ('Torino', '10121', 'Italy'), ('Barcelona', '08001', 'Spain'))


def day(chance, first, last):
    return AS_OF + datetime.timedelta(days=chance.randint(first, last))


def shop_orders(country, count):
    """An e-commerce export in English: one row an order, several a customer."""
    crowd = Crowd(country, 101, youngest=16)
    chance = crowd.chance
    dump = Dump('shop orders', ['order_id', 'customer_id', 'first_name', 'last_name', 'email', 'phone', 'street_address',
                                'postcode', 'city', 'country', 'ordered_at', 'product', 'total_price', 'card_number'],
                ['internal_id', 'internal_id', 'first_name', 'last_name', 'email', 'phone', 'address', 'postal_code',
                 'city', 'country', 'act_date|timestamp', 'unknown', 'amount', 'card'],
                dialect=Dialect(delimiter=',', line_end='lf'))
    customers = crowd.draw_many(max(count * 2 // 3, 1))
    for number in range(count):
        buyer = customers[number] if number < len(customers) else chance.choice(customers)
        city, code, state, place = write_city(chance, buyer.home), buyer.home.postal_code, 'France', buyer.home.code
        if buyer.number % 25 == 0:
            city, code, state = ABROAD[buyer.number // 25 % len(ABROAD)]
            place = ''
        if chance.random() < 0.05:
            city = misspell(chance, city)
        dump.add([f'{700000 + number}', f'C{buyer.number:06}', buyer.first, buyer.last, buyer.email,
                  chance.choice((buyer.mobile, f'+33{buyer.mobile[1:]}')), buyer.street, code, city, state,
                  f'{day(chance, -700, 0)}T{chance.randint(0, 23):02}:{chance.randint(0, 59):02}:00Z',
                  chance.choice(PRODUCTS), f'{chance.randint(900, 30000) / 100:.2f}',
                  card(chance) if chance.random() < 0.3 else ''], place, buyer.number)
    return dump


def staff(country, count):
    """A payroll file with titles, spaces and accents in its header."""
    crowd = Crowd(country, 102, youngest=18, oldest=66)
    chance = crowd.chance
    dump = Dump('staff', ['Matricule', 'Civilité', "Nom d'usage", 'Nom de naissance', 'Prénom', 'Date de naissance',
                          'N° Sécurité Sociale', 'Emploi', 'Salaire brut', "Date d'embauche", 'IBAN', 'Syndicat',
                          'Situation de famille', 'Adresse', 'CP', 'Ville', 'Téléphone', 'E-mail professionnel'],
                ['internal_id', 'title', 'last_name', 'maiden_name', 'first_name', 'birth_date', 'nir', 'job', 'amount',
                 'act_date', 'iban', 'union', 'marital', 'address', 'postal_code', 'city', 'phone', 'email'],
                dialect=Dialect(encoding='windows-1252'))
    for number, worker in enumerate(crowd.draw_many(count)):
        nir = f'{worker.nir[0]} {worker.nir[1:3]} {worker.nir[3:5]} {worker.nir[5:7]} {worker.nir[7:10]} {worker.nir[10:]} {worker.nir_key}'
        city = write_city(chance, worker.home)
        dump.add([f'A{4000 + number}', worker.title, worker.last, worker.maiden, worker.first, f'{worker.birth:%d/%m/%Y}',
                  nir, chance.choice(JOBS), f'{chance.randint(1700, 5200)},{chance.randint(0, 99):02}',
                  f'{day(chance, -7000, -10):%d/%m/%Y}', iban(chance), chance.choice(UNIONS) if chance.random() < 0.1 else '',
                  chance.choice(('Célibataire', 'Marié(e)', 'Pacsé(e)', 'Divorcé(e)', 'Veuf(ve)')), worker.street,
                  worker.home.postal_code, misspell(chance, city) if chance.random() < 0.08 else city,
                  ' '.join(worker.mobile[i:i + 2] for i in range(0, 10, 2)),
                  fold(f'{worker.first[0]}.{worker.last}{number}@usine.example').lower().replace(' ', '')],
                 worker.home.code, worker.number, worker.birth)
    return dump


def garage(country, count):
    """Owners of cars; no person has two."""
    crowd = Crowd(country, 103, youngest=18, oldest=88)
    chance = crowd.chance
    dump = Dump('garage', ['Immat', 'Marque', 'Km', 'Proprietaire', 'NumPermis', 'AdressePostale', 'Tel', 'DateCT', 'Observations'],
                ['plate', 'unknown', 'unknown', 'full_name', 'driving_licence', 'full_address', 'phone', 'act_date', 'comment'],
                dialect=Dialect(delimiter='|', quote='', line_end='lf'))
    for owner in crowd.draw_many(count):
        letters = 'ABCDEFGHJKLMNPQRSTVWXYZ'
        plate = f'{chance.choice(letters)}{chance.choice(letters)}-{chance.randint(1, 999):03}-{chance.choice(letters)}{chance.choice(letters)}'
        dump.add([plate, chance.choice(BRANDS), chance.randint(2000, 240000), f'{owner.last.upper()} {owner.first}',
                  f'{chance.randint(1, 99):02}{chance.randint(1, 12):02}{chance.randint(10, 95)}{chance.randint(100000, 999999)}',
                  f'{owner.street}, {owner.home.postal_code} {write_city(chance, owner.home)}',
                  '.'.join(owner.mobile[i:i + 2] for i in range(0, 10, 2)), f'{day(chance, -900, 0):%d-%m-%Y}',
                  chance.choice(('Plaquettes à prévoir avant l’hiver, client prévenu', 'RAS', 'Rappeler pour le devis des pneus avant lundi', '')) ],
                 owner.home.code, owner.number)
    return dump


def telecom(country, count):
    """Subscribers: abbreviations, a postal code and city in one column."""
    crowd = Crowd(country, 104, youngest=18)
    chance = crowd.chance
    dump = Dump('telecom', ['num_abo', 'msisdn', 'imei', 'nom_tit', 'prenom_tit', 'dnais', 'adr1', 'cp_ville', 'iban_tit',
                            'bic_tit', 'login', 'mdp', 'ip_cnx', 'dt_cnx', 'lat', 'lng', 'mt_facture', 'actif'],
                ['internal_id', 'phone', 'imei', 'last_name', 'first_name', 'birth_date', 'address', 'cp_city', 'iban',
                 'bic', 'username', 'password', 'ip', 'timestamp|act_date', 'location', 'location', 'amount', 'flag|status'],
                dialect=Dialect(delimiter='\t', quote='', line_end='lf'))
    for person in crowd.draw_many(count):
        login = fold(f'{person.first[:1]}{person.last}{person.number}').lower().replace(' ', '')
        dump.add([f'{90000000 + person.number * 7}', f'33{person.mobile[1:]}', imei(chance), person.last.upper(), person.first.upper(),
                  f'{person.birth:%Y%m%d}', person.street.upper(), f'{person.home.postal_code} {write_city(chance, person.home)}',
                  iban(chance), chance.choice(('AGRIFRPP', 'BNPAFRPPXXX', 'SOGEFRPP', 'CEPAFRPP751', 'PSSTFRPPLIL')), login,
                  ''.join(chance.choice('abcdefghkmnpqrstuvwxyz23456789!?#') for _ in range(9)),
                  f'{chance.randint(2, 220)}.{chance.randint(0, 255)}.{chance.randint(0, 255)}.{chance.randint(1, 254)}',
                  f'{day(chance, -90, 0)} {chance.randint(0, 23):02}:{chance.randint(0, 59):02}:{chance.randint(0, 59):02}',
                  f'{chance.uniform(42.5, 50.9):.5f}', f'{chance.uniform(-4.5, 7.9):.5f}', f'{chance.randint(999, 8999) / 100:.2f}',
                  chance.choice('01111')], person.home.code, person.number, person.birth)
    return dump


def companies(country, count):
    """Professional contacts: the people are behind the registers' numbers."""
    crowd = Crowd(country, 105, youngest=25, oldest=70)
    chance = crowd.chance
    dump = Dump('companies', ['RaisonSociale', 'SIREN', 'SIRET', 'CodeNAF', 'Dirigeant', 'Fonction', 'CodePostal', 'Ville', 'TelFixe', 'SiteWeb', 'Effectif'],
                ['company', 'siren', 'siret', 'unknown', 'full_name', 'job', 'postal_code', 'city', 'phone', 'unknown', 'unknown'],
                dialect=Dialect(encoding='utf-8-bom'))
    for head in crowd.draw_many(count):
        number = siren(chance)
        name = f'{chance.choice(("SARL", "SAS", "Ets", "EURL", "Garage", "Cabinet", "Boulangerie"))} {head.last}'
        dump.add([name, number, siret(chance, number), f'{chance.randint(10, 96)}.{chance.randint(10, 99)}{chance.choice("ABZ")}',
                  f'{head.first} {head.last}', chance.choice(('Gérant', 'Présidente', 'Directeur général', 'Associée')),
                  head.home.postal_code, write_city(chance, head.home), f'0{chance.randint(1, 5)}{chance.randint(10000000, 99999999)}',
                  f'www.{fold(head.last).lower().replace(" ", "-").replace(chr(39), "")}{head.number}.example', chance.choice((1, 2, 3, 5, 8, 12, 25, 60))],
                 head.home.code, None)
    return dump


def insurance(country, count):
    """Three addresses a row: the doctor's stands first, the insured person's in the middle."""
    crowd = Crowd(country, 106)
    chance = crowd.chance
    doctors = crowd.draw_many(40)
    dump = Dump('insurance', ['NOM_MED', 'ADR_MED', 'CP_MED', 'VILLE_MED', 'RPPS_MED', 'NUM_CONTRAT', 'NOM_ASS', 'PRENOM_ASS', 'DATNAIS_ASS',
                              'NIR_ASS', 'CLE_NIR_ASS', 'ADR_ASS', 'CP_ASS', 'VILLE_ASS', 'NOM_LABO', 'CP_LABO', 'VILLE_LABO', 'DATE_SOINS', 'MT_REMB', 'MUTUELLE'],
                ['doctor_name', 'address', 'postal_code', 'city', 'rpps', 'insurer_number|internal_id', 'last_name', 'first_name', 'birth_date',
                 'nir', 'nir_key', 'address', 'postal_code', 'city', 'company', 'postal_code', 'city', 'act_date', 'amount', 'insurer'],
                dialect=Dialect(encoding='cp850'))
    numbers = {doctor.number: rpps(chance) for doctor in doctors}
    laboratories = [(f'LABO {person.last.upper()}', person.home) for person in crowd.draw_many(12)]
    for person in crowd.draw_many(count):
        doctor = chance.choice(doctors)
        laboratory, town = chance.choice(laboratories)
        dump.add([f'DR {doctor.last.upper()} {doctor.first[0]}', doctor.street.upper(), doctor.home.postal_code, fold(doctor.home.name).upper(),
                  numbers[doctor.number], f'{chance.randint(10000000, 99999999)}', person.last.upper(), person.first.upper(),
                  f'{person.birth:%d/%m/%Y}', person.nir, person.nir_key, person.street.upper(), person.home.postal_code,
                  write_city(chance, person.home), laboratory, town.postal_code, fold(town.name).upper(),
                  f'{day(chance, -400, 0):%d/%m/%Y}', f'{chance.randint(500, 9000) / 100:.2f}'.replace('.', ','),
                  chance.choice(('MGEN', 'HARMONIE MUTUELLE', 'MAAF SANTE', 'AG2R LA MONDIALE', 'MATMUT'))],
                 person.home.code, person.number, person.birth)
    return dump


ALL = (shop_orders, staff, garage, telecom, companies, insurance)
