"""Dumps of clubs, schools, hospitals, travellers and movements: their columns as they name them."""
import hashlib

from dump import Dialect, Dump
from people import Crowd, fold, misspell, rpps, write_city
from work_dumps import day

ABROAD = (('12 Kirchgasse, 50667 Köln, Germany', 'German', 'Germany'), ('4 Via Roma, 10121 Torino, Italy', 'Italian', 'Italy'),
          ('88 Mill Lane, Leeds LS1 4AB, United Kingdom', 'British', 'United Kingdom'), ('Calle Mayor 3, 28013 Madrid, Spain', 'Spanish', 'Spain'))


def club(country, count):
    """A sports club: a name in one cell, the family name first and in capitals."""
    crowd = Crowd(country, 201, youngest=5, oldest=78)
    chance = crowd.chance
    dump = Dump('club', ['NumLicence', 'NomPrenom', 'DateNaissance', 'Sexe', 'AdresseRue', 'CpVille', 'TelMobile', 'Courriel', 'CertificatMedical', 'Cotisation'],
                ['internal_id', 'full_name', 'birth_date', 'sex', 'address', 'cp_city', 'phone', 'email', 'act_date', 'amount'],
                dialect=Dialect(encoding='mac-roman', line_end='cr'))
    members = crowd.draw_many(count * 4 // 5)
    for number in range(count):
        # Some stand there again, from another season, the first name first.
        member = members[number] if number < len(members) else chance.choice(members)
        name = f'{member.last.upper()} {member.first}' if number < len(members) else f'{member.first} {member.last.upper()}'
        dump.add([f'{300000 + number}', name, f'{member.birth:%d.%m.%Y}', member.sex, member.street,
                  f'{member.home.postal_code} {write_city(chance, member.home)}', f'+33 {member.mobile[1]} ' + ' '.join(member.mobile[i:i + 2] for i in range(2, 10, 2)),
                  member.email if chance.random() < 0.8 else '', f'{day(chance, -400, 0):%d.%m.%Y}', chance.choice(('85', '120', '150', '210'))],
                 member.home.code, member.number, member.birth)
    return dump


def appointments(country, count):
    """A practice's appointments: thirteen digits of the NIR, several rows a patient, spellings that vary."""
    crowd = Crowd(country, 202)
    chance = crowd.chance
    dump = Dump('appointments', ['dt_rdv', 'pat_nom', 'pat_prenom', 'pat_ddn', 'pat_sexe', 'pat_nir', 'pat_tel', 'pat_cp', 'pat_ville', 'praticien', 'motif', 'mutuelle', 'etat_rdv'],
                ['act_date|timestamp', 'last_name', 'first_name', 'birth_date', 'sex', 'nir', 'phone', 'postal_code', 'city', 'doctor_name', 'comment', 'insurer', 'status'],
                dialect=Dialect(delimiter='\t', encoding='utf-16le'))
    patients = crowd.draw_many(count // 2)
    doctors = [f'Dr {person.first} {person.last}' for person in crowd.draw_many(6)]
    for number in range(count):
        patient = patients[number] if number < len(patients) else chance.choice(patients)
        last = patient.last if number < len(patients) or chance.random() < 0.8 else patient.maiden
        first = patient.first if chance.random() < 0.8 else fold(patient.first).upper().replace('-', ' ')
        nir = patient.nir + (patient.nir_key if chance.random() < 0.3 else '')
        dump.add([f'{day(chance, -60, 60)} {chance.randint(8, 18):02}:{chance.choice(("00", "15", "30", "45"))}', last, first,
                  f'{patient.birth}', chance.choice(('F', 'F')) if patient.sex == 'F' else 'M', nir if chance.random() < 0.9 else '',
                  chance.choice((patient.mobile, f'+33{patient.mobile[1:]}', '.'.join(patient.mobile[i:i + 2] for i in range(0, 10, 2)))),
                  patient.home.postal_code, write_city(chance, patient.home), chance.choice(doctors),
                  chance.choice(('Suivi de grossesse, deuxième trimestre', 'Renouvellement du traitement de fond', 'Toux depuis une semaine et fièvre',
                                 'Certificat pour le sport de son fils', 'Douleurs au genou droit depuis la chute')),
                  chance.choice(('MGEN', 'Harmonie Mutuelle', 'MAAF', 'Swisslife', 'Malakoff Humanis')), chance.choice(('Confirmé', 'Annulé', 'En attente', 'Honoré'))],
                 patient.home.code, patient.number, patient.birth)
    return dump


def passengers(country, count):
    """Travellers: one-line addresses, many abroad, an American order of dates."""
    crowd = Crowd(country, 203)
    chance = crowd.chance
    dump = Dump('passengers', ['Booking Ref', 'Passenger Name', 'Gender', 'Date of Birth', 'Nationality', 'Passport No', 'Passport Expiry', 'Home Address', 'Country of Residence',
                               'Email Address', 'Mobile Phone', 'Check-in', 'Check-out', 'Amount Paid', 'Special Requests'],
                ['internal_id', 'full_name', 'sex', 'birth_date', 'nationality', 'passport', 'act_date', 'full_address', 'country', 'email', 'phone', 'act_date', 'act_date', 'amount', 'comment'],
                dialect=Dialect(delimiter=',', line_end='crlf'))
    for person in crowd.draw_many(count):
        address, nation, state, place = f'{person.street}, {person.home.postal_code} {person.home.name}, France', 'French', 'France', person.home.code
        if chance.random() < 0.4:
            address, nation, state = chance.choice(ABROAD)
            place = ''
        arrival = day(chance, -300, -10)
        dump.add([''.join(chance.choice('ABCDEFGHJKLMNPQRSTUVWXYZ23456789') for _ in range(6)), f'{person.first} {person.last}', 'Female' if person.sex == 'F' else 'Male',
                  f'{person.birth:%m/%d/%Y}', nation, f'{chance.randint(10, 99)}{chance.choice("ABCDEFGH")}{chance.choice("ABCDEFGH")}{chance.randint(10000, 99999)}',
                  f'{day(chance, 30, 3000):%m/%d/%Y}', address, state, person.email, f'+33 6 {person.mobile[2:4]} {person.mobile[4:6]} {person.mobile[6:8]} {person.mobile[8:]}',
                  f'{arrival:%m/%d/%Y}', f'{arrival:%m/%d/%Y}', f'{chance.randint(80, 900)}.00',
                  chance.choice(('', '', '', 'Wheelchair needed at arrival, diabetic meal', 'Quiet room on a high floor if possible', 'Halal meal for both guests please'))],
                 place, None, person.birth)
    return dump


def forum(country, count):
    """Accounts of a forum: nobody's name, a place as they please."""
    crowd = Crowd(country, 204, youngest=13, oldest=70)
    chance = crowd.chance
    dump = Dump('forum', ['uid', 'username', 'email', 'password', 'salt', 'regip', 'lastip', 'joindate', 'lastvisit', 'birthday', 'usertitle', 'posts', 'is_banned'],
                ['internal_id', 'username', 'email', 'hash', 'hash|unknown|password', 'ip', 'ip', 'timestamp|act_date', 'timestamp|act_date', 'birth_date', 'unknown', 'unknown', 'flag'],
                dialect=Dialect(delimiter=',', line_end='lf'))
    for person in crowd.draw_many(count):
        name = f'{chance.choice(("dark", "petit", "super", "mister", "le", "miss"))}{chance.choice(("loup", "chat", "geek", "biker", "fan", "breizh"))}{person.number}'
        ips = [f'{chance.randint(2, 220)}.{chance.randint(0, 255)}.{chance.randint(0, 255)}.{chance.randint(1, 254)}' for _ in range(2)]
        dump.add([person.number, name, person.email, hashlib.md5(name.encode()).hexdigest(), ''.join(chance.choice('abcdefghijkABCDEFGHIJK0123456789!$') for _ in range(5)), *ips,
                  f'{day(chance, -4000, -500)} 12:{chance.randint(10, 59)}:07', f'{day(chance, -400, 0)} 09:{chance.randint(10, 59)}:31', f'{person.birth}',
                  chance.choice(('Membre', 'Habitué', 'Nouveau venu', 'Pilier du forum')), chance.randint(0, 4000), chance.choice('00000001')], None, None, person.birth)
    return dump


def petition(country, count):
    """A list of supporters: a title and a name in one cell, an address in another, and what they believe."""
    crowd = Crowd(country, 205, youngest=18)
    chance = crowd.chance
    dump = Dump('petition', ['Signataire', 'Adresse complète', 'Parti politique', 'Religion', 'Courriel', 'Date de signature', 'Commentaire'],
                ['full_name', 'full_address', 'politics', 'religion', 'email', 'act_date|timestamp', 'comment'], dialect=Dialect(delimiter=';', line_end='lf'))
    for person in crowd.draw_many(count):
        dump.add([f'{person.title} {person.first} {person.last.upper()}', f'{person.street} {person.home.postal_code} {fold(person.home.name).upper()}',
                  chance.choice(('Les Verts', 'Parti socialiste', 'Les Républicains', 'Sans étiquette', 'Parti communiste', 'MoDem')),
                  chance.choice(('Catholique', 'Musulmane', 'Sans religion', 'Protestante', 'Juive', 'Bouddhiste')), person.email,
                  f'{day(chance, -100, 0):%d/%m/%Y}', chance.choice(('', '', 'Je soutiens cette cause depuis toujours', 'Il faut agir maintenant pour nos enfants'))],
                 person.home.code, person.number)
    return dump


def school(country, count):
    """Pupils and who answers for them."""
    crowd = Crowd(country, 206, youngest=6, oldest=17)
    chance = crowd.chance
    dump = Dump('school', ['INE', 'Nom élève', 'Prénom élève', 'Né(e) le', 'Sexe', 'Classe', 'Responsable légal', 'Tél. responsable', 'Adresse', 'Code postal', 'Commune', 'Allergies', 'Droit image'],
                ['internal_id', 'last_name', 'first_name', 'birth_date', 'sex', 'unknown', 'full_name', 'phone', 'address', 'postal_code', 'city', 'pathology', 'flag'],
                dialect=Dialect(encoding='windows-1252', preamble=3))
    for pupil in crowd.draw_many(count):
        parent = f'{chance.choice(("M.", "Mme"))} {pupil.last} {chance.choice(("Nadia", "Luc", "Karine", "Olivier", "Sandrine", "David"))}'
        city = write_city(chance, pupil.home)
        dump.add([f'{chance.randint(100000000, 999999999)}{chance.choice("ABCDEFGH")}{chance.choice("ABCDEFGH")}', pupil.last, pupil.first, f'{pupil.birth:%d/%m/%y}', pupil.sex,
                  chance.choice(('6A', '6B', '5A', '5C', '4B', '3A', 'CM2')), parent, ' '.join(pupil.mobile[i:i + 2] for i in range(0, 10, 2)), pupil.street, pupil.home.postal_code,
                  misspell(chance, city) if chance.random() < 0.1 else city, chance.choice(('', '', '', '', 'Arachide', 'Gluten', 'Lactose', 'Pollens')), chance.choice(('Oui', 'Non'))],
                 pupil.home.code, pupil.number, pupil.birth)
    return dump


def care_home(country, count):
    """Old people, whose birth years are written with two digits."""
    crowd = Crowd(country, 207, youngest=66, oldest=101)
    chance = crowd.chance
    dump = Dump('care home', ['CHAMBRE', 'NOM', 'NOM_JF', 'PRENOM', 'DATNAIS', 'SEXE', 'GIR', 'MEDTRAIT', 'PERS_PREV', 'TEL_PREV', 'TRAITEMENT', 'ALD', 'VILLE_ORIGINE', 'CP_ORIGINE'],
                ['unknown|internal_id', 'last_name', 'maiden_name', 'first_name', 'birth_date', 'sex', 'unknown', 'doctor_name', 'full_name', 'phone', 'medication', 'pathology', 'city', 'postal_code'],
                dialect=Dialect(encoding='cp850', repeats=2))
    for person in crowd.draw_many(count):
        dump.add([f'{chance.randint(1, 4)}{chance.randint(1, 60):02}', person.last.upper(), person.maiden.upper() if person.maiden != person.last else '', person.first.upper(),
                  f'{person.birth:%d/%m/%y}', person.sex, chance.randint(1, 6), f'DR {chance.choice(("BENOIT", "CHEVALIER", "MASSE", "LEDOUX"))}',
                  f'{person.last.upper()} {chance.choice(("PASCAL", "MARTINE", "ERIC", "SYLVIE"))}', person.mobile,
                  chance.choice(('DOLIPRANE 1G', 'KARDEGIC 75', 'LASILIX 40MG', 'ELIQUIS 5MG', 'LEVOTHYROX 50', 'ARICEPT 10')), chance.choice(('', 'DIABETE', 'ALZHEIMER', 'PARKINSON', 'HTA')),
                  fold(person.home.name).upper(), person.home.postal_code], person.home.code, person.number, person.birth)
    return dump


def legal_aid(country, count):
    """People helped by an association: every special category there is."""
    crowd = Crowd(country, 208, youngest=16, oldest=75)
    chance = crowd.chance
    dump = Dump('legal aid', ['dossier', 'nom', 'prenom', 'date_naissance', 'lieu_naissance', 'nationalite', 'pays_origine', 'ethnie', 'religion', 'orientation_sexuelle', 'condamnations', 'hebergement_cp', 'hebergement_ville', 'tel', 'notes'],
                ['internal_id', 'last_name', 'first_name', 'birth_date', 'birth_place', 'nationality', 'country', 'ethnicity', 'religion', 'sex_life', 'offence', 'postal_code', 'city', 'phone', 'comment'],
                dialect=Dialect(delimiter=':', quote="'", line_end='lf'))
    for person in crowd.draw_many(count):
        origin = chance.choice((('Conakry', 'Guinéenne', 'Guinée', 'Peul'), ('Kaboul', 'Afghane', 'Afghanistan', 'Hazara'), ('Bamako', 'Malienne', 'Mali', 'Bambara'),
                                ('Alep', 'Syrienne', 'Syrie', 'Kurde'), ('Oran', 'Algérienne', 'Algérie', 'Kabyle')))
        dump.add([f'2024-{person.number:05}', person.last, person.first, f'{person.birth:%d/%m/%Y}', *origin, chance.choice(('musulmane', 'chrétienne', 'sans', 'yézidie')),
                  chance.choice(('hétérosexuelle', 'homosexuelle', 'bisexuelle', '')), chance.choice(('', '', 'vol simple 2019', 'séjour irrégulier', 'outrage')),
                  person.home.postal_code, write_city(chance, person.home), person.mobile,
                  chance.choice(('Audience prévue en appel le mois prochain', 'Suivie pour une hépatite B depuis son arrivée', 'Attend la réponse de la préfecture', ''))],
                 person.home.code, person.number, person.birth)
    return dump


def hospital(country, count):
    """Stays coded for billing: no name, the patient's number alone."""
    crowd = Crowd(country, 209)
    chance = crowd.chance
    dump = Dump('hospital', ['IPP', 'NUM_SEJOUR', 'FINESS', 'DDN', 'SEXE', 'CODE_INSEE', 'DATE_ENTREE', 'DATE_SORTIE', 'DIAG_PRINCIPAL', 'POIDS_KG', 'TAILLE_CM', 'GROUPE_SANGUIN', 'SEROLOGIE_VIH', 'MEDECIN_RPPS', 'ENCEINTE'],
                ['internal_id', 'internal_id', 'finess', 'birth_date', 'sex', 'insee_code', 'act_date', 'act_date', 'icd10', 'weight', 'height', 'blood_group', 'serology', 'rpps', 'pregnancy'],
                dialect=Dialect(delimiter='\x01', quote='', line_end='lf'))
    doctors = [rpps(chance) for _ in range(15)]
    for person in crowd.draw_many(count):
        entry = day(chance, -365, -20)
        dump.add([f'80{chance.randint(1000000, 9999999)}', f'24{person.number:07}', chance.choice(('350000022', '750100042', '130786049', '690781810')), f'{person.birth:%Y-%m-%d}', 1 if person.sex == 'M' else 2,
                  person.home.code, entry, entry, chance.choice(('I10', 'E11.9', 'O80.0', 'S72.0', 'J18.9', 'C50.9', 'F32.1', 'K35.8', 'N39.0', 'B20')), f'{chance.uniform(45, 110):.1f}', chance.randint(150, 195),
                  chance.choice(('A+', 'O+', 'B+', 'O-', 'AB+', 'A-')), chance.choice(('N', 'N', 'N', 'P', '')), chance.choice(doctors), chance.choice('01') if person.sex == 'F' else ''],
                 person.home.code, None, person.birth)
    return dump


ALL = (club, appointments, passengers, forum, petition, school, care_home, legal_aid, hospital)
