"""Blind dumps, civil life: written from the outside, before anything was tuned to them."""
import hashlib

from blind_people import BlindCrowd, write_town
from blind_services import JOBS, address, clock, cni
from dump import Dialect, Dump
from people import fold
from work_dumps import day


def voters(towns, count):
    """A town hall's list of electors and families."""
    crowd = BlindCrowd(towns, 321, youngest=18)
    chance = crowd.chance
    dump = Dump('voters', ["N° d'ordre", 'Nom de naissance', "Nom d'usage", 'Prénoms', 'Sexe', 'Date de naissance', 'Commune de naissance', 'Nationalité', 'Adresse 1', 'Adresse 2', 'Code postal', 'Commune', 'Code INSEE', 'Bureau de vote',
                           'Quotient familial', 'N° fiscal', "Date d'inscription", 'Procuration'],
                ['internal_id', 'maiden_name|last_name', 'last_name', 'first_name', 'sex', 'birth_date', 'birth_place', 'nationality', 'address', 'address2', 'postal_code', 'city', 'insee_code', 'unknown',
                 'amount', 'tax_id', 'act_date|timestamp', 'flag'], dialect=Dialect(delimiter=';', encoding='mac-roman', line_end='cr'))
    for number, person in enumerate(crowd.draw_many(count), 1):
        code, city = write_town(chance, towns, person.home)
        dump.add([number, person.maiden.upper(), person.last.upper() if person.last != person.maiden else '', f'{person.first}, {chance.choice(("Marie", "Jean", "Anne", "Louis"))}', person.sex, f'{person.birth:%d/%m/%Y}', towns.draw(chance, 1)[0].name,
                  chance.choice(('Française', 'Française', 'Française', 'Belge', 'Italienne', 'Portugaise')), person.street, chance.choice(('', '', '', 'Lotissement des Pins', 'Bât 4')), code, city, person.home.code, f'{chance.randint(1, 12):04}',
                  f'{chance.randint(200, 2500)},00', f'{chance.choice("0123")}{chance.randint(10 ** 11, 10 ** 12 - 1)}', f'{day(chance, -5000, 0):%d/%m/%Y}', chance.choice(('Oui', 'Non', 'Non'))], person.home.code, person.number, person.birth)
    return dump


def pupils(towns, count):
    """A school's pupils, from the programming interface of its software."""
    crowd = BlindCrowd(towns, 322, youngest=6, oldest=17)
    chance = crowd.chance
    dump = Dump('pupils', ['eleveId', 'nomEleve', 'prenomEleve', 'dateNaissance', 'lieuNaissance', 'sexeEleve', 'classe', 'adresseResponsable', 'nomResponsable1', 'telResponsable1', 'emailResponsable1', 'professionResponsable1', 'allergiesConnues',
                           'assureurScolaire', 'numContratAssurance', 'autorisationSortie', 'identifiantEnt', 'motDePasseEnt', 'observationsVieScolaire'],
                ['internal_id', 'last_name', 'first_name', 'birth_date', 'birth_place', 'sex', 'unknown', 'full_address', 'full_name', 'phone', 'email', 'job', 'pathology',
                 'insurer', 'insurer_number', 'flag', 'username', 'password', 'comment'], dialect=Dialect(format='json-lines', delimiter='', quote='', line_end='lf', packing='zst'))
    for person in crowd.draw_many(count):
        code, city = write_town(chance, towns, person.home, dirt=False)
        dump.add([f'{chance.randint(100000, 999999)}', person.last, person.first, f'{person.birth}', towns.draw(chance, 1)[0].name, person.sex, chance.choice(('6e A', '5e B', '4e C', '3e A', 'CM1', 'CE2')), f'{person.street}, {code} {city}',
                  f'{person.title} {person.last} {chance.choice(("Sophie", "Marc", "Samira", "Bruno"))}', person.mobile, person.email, chance.choice(JOBS), chance.choice(('', '', '', 'Arachides', 'Gluten', 'Fruits à coque')),
                  chance.choice(('MAE', 'MAIF', 'Groupama', 'AXA')), f'{chance.randint(1000000, 9999999)}', chance.choice(('true', 'false')), fold(f'{person.first[0]}.{person.last}{person.number}').lower(),
                  ''.join(chance.choice('abcdefghjkmnpqrstuvwxyz23456789') for _ in range(8)), chance.choice(('', '', '', 'Oublie souvent son carnet de liaison', 'PAI pour asthme, ventoline dans le sac', 'Convoqué après une bagarre dans la cour'))],
                 person.home.code, person.number, person.birth)
    return dump


def federation(towns, count):
    """Licences of a sports federation; quotes inside are escaped."""
    crowd = BlindCrowd(towns, 323, youngest=6, oldest=75)
    chance = crowd.chance
    dump = Dump('federation', ['num_licence', 'nom', 'prenom', 'date_naiss', 'sexe', 'nationalite', 'adresse', 'cp', 'ville', 'tel', 'mail', 'club', 'categorie', 'certif_medical_le', 'poids_kg', 'taille_cm', 'grp_sanguin', 'mineur', 'representant_legal', 'montant_licence'],
                ['internal_id', 'last_name', 'first_name', 'birth_date', 'sex', 'nationality', 'address', 'postal_code', 'city', 'phone', 'email', 'company|unknown', 'unknown', 'act_date', 'weight', 'height', 'blood_group', 'flag', 'full_name', 'amount'],
                dialect=Dialect(delimiter=':', quote="'", line_end='lf', escape='backslash', quotes_all=True))
    for person in crowd.draw_many(count):
        code, city = write_town(chance, towns, person.home)
        dump.add([f'{chance.randint(1000000, 9999999)}', person.last.upper(), person.first, f'{person.birth:%d/%m/%Y}', person.sex, chance.choice(('FRA', 'FRA', 'BEL', 'MAR', 'PRT')), person.street, code, city, person.mobile, person.email,
                  chance.choice(('AS Cesson', "L'Étoile de Brest", 'US Montagnarde', 'Judo Club du Léon', "Les Archers de l'Erdre")), chance.choice(('Benjamin', 'Cadet', 'Senior', 'Vétéran', 'Poussin')), f'{day(chance, -400, 0):%d/%m/%Y}',
                  f'{chance.uniform(25, 105):.1f}', chance.randint(118, 199), chance.choice(('A+', 'O+', 'O-', '')), chance.choice('01'), chance.choice(('', f'{person.last.upper()} {chance.choice(("Sophie", "Karim", "Luc"))}')), chance.choice(('85.00', '120.50', '60.00'))],
                 person.home.code, person.number, person.birth)
    return dump


def file_of_police(towns, count):
    """Persons known to the police: the header comes back every so often."""
    crowd = BlindCrowd(towns, 324, youngest=14, oldest=80)
    chance = crowd.chance
    dump = Dump('police', ['ID_AFFAIRE', 'NOM', 'PRENOMS', 'NE_LE', 'NE_A', 'SEXE', 'NATIONALITE', 'TYPE_ETHNIQUE', 'DOMICILE', 'INFRACTION', 'DATE_FAITS', 'IMMAT', 'PERMIS_NUM', 'CNI_NUM', 'PASSEPORT', 'EMPREINTES', 'PROFIL_ADN', 'GPS_FAITS', 'OBS'],
                ['internal_id', 'last_name', 'first_name', 'birth_date', 'birth_place', 'sex', 'nationality', 'ethnicity', 'full_address', 'offence', 'act_date', 'plate', 'driving_licence', 'cni', 'passport', 'biometric', 'genetic', 'location', 'comment'],
                dialect=Dialect(delimiter=';', quote='', encoding='cp850', repeats=3))
    for person in crowd.draw_many(count):
        code, city = write_town(chance, towns, person.home, dirt=False)
        dump.add([f'{chance.randint(2018, 2024)}/{person.number:06}', person.last.upper(), person.first.upper(), f'{person.birth:%d/%m/%Y}', fold(towns.draw(chance, 1)[0].name).upper(), person.sex, chance.choice(('FRANCAISE', 'FRANCAISE', 'ALGERIENNE', 'ROUMAINE')),
                  chance.choice(('EUROPEEN', 'MAGHREBIN', 'AFRICAIN', 'ASIATIQUE', 'GITAN')), f'{person.street.upper()} {code} {fold(city).upper()}', chance.choice(('VOL A LA ROULOTTE', 'VIOLENCES CONJUGALES', 'CONDUITE EN ETAT D IVRESSE', 'ESCROQUERIE', 'TRAFIC DE STUPEFIANTS')),
                  f'{day(chance, -2000, 0):%d/%m/%Y}', f'{chance.choice("ABCDEF")}{chance.choice("ABCDEFG")}-{chance.randint(100, 999)}-{chance.choice("STVWXZ")}{chance.choice("ABCDEF")}', f'{chance.randint(1, 95):02}{chance.randint(1, 12):02}{chance.randint(10, 95)}{chance.randint(100000, 999999)}', cni(chance),
                  f'{chance.randint(10, 24)}{chance.choice("ACDF")}{chance.choice("ACDFHKV")}{chance.randint(10000, 99999)}', f'FAED-{chance.randint(100000, 999999)}', f'FNAEG {chance.randint(1000000, 9999999)}', f'{chance.uniform(42.5, 50.9):.5f},{chance.uniform(-4.5, 7.9):.5f}',
                  chance.choice(('', '', 'CONNU POUR USAGE DE CANNABIS', 'A QUITTE LE DOMICILE CONJUGAL', 'SE DEPLACE EN SCOOTER SANS CASQUE'))], person.home.code, person.number, person.birth)
    return dump


def dating(towns, count):
    """A dating site: what people look for, and where they were."""
    crowd = BlindCrowd(towns, 325, youngest=18, oldest=70)
    chance = crowd.chance
    dump = Dump('dating', ['membre_id', 'pseudo', 'mdp_sha1', 'email', 'genre', 'cherche', 'orientation', 'dateNaissance', 'codePostal', 'ville', 'pays', 'taille', 'poids', 'religion', 'origine', 'situation', 'statut_vih', 'metier', 'ip_inscription', 'derniere_connexion', 'latitude', 'longitude', 'annonce', 'abonnement'],
                ['internal_id', 'username', 'hash', 'email', 'sex', 'sex_life', 'sex_life', 'birth_date', 'postal_code', 'city', 'country', 'height', 'weight', 'religion', 'ethnicity', 'marital', 'serology', 'job', 'ip', 'timestamp', 'location', 'location', 'comment', 'status'],
                dialect=Dialect(delimiter=',', line_end='lf', packing='zip', escape='double'))
    for person in crowd.draw_many(count):
        code, city = write_town(chance, towns, person.home)
        dump.add([person.number + 5000, f'{chance.choice(("soleil", "loup", "marin", "lili", "zen", "rider"))}{chance.choice(("_", "", "."))}{person.number}', hashlib.sha1(str(person.number).encode()).hexdigest(), person.email, 'Femme' if person.sex == 'F' else 'Homme',
                  chance.choice(('Homme', 'Femme', 'Les deux')), chance.choice(('hétéro', 'bi', 'gay', 'lesbienne')), f'{person.birth}', code, city, 'France', chance.randint(150, 198), chance.randint(45, 110), chance.choice(('', 'Catholique', 'Musulman', 'Athée', 'Juif')),
                  chance.choice(('Européenne', 'Maghrébine', 'Antillaise', 'Asiatique', 'Métisse')), chance.choice(('Célibataire', 'Divorcé', 'Séparé', 'Veuf')), chance.choice(('', '', 'négatif', 'positif', 'non précisé')), chance.choice(JOBS), address(chance),
                  f'{day(chance, -90, 0)} {clock(chance)}', f'{chance.uniform(42.5, 50.9):.4f}', f'{chance.uniform(-4.5, 7.9):.4f}', chance.choice(('', 'Aime la mer, le cinéma et les longues balades', 'Cherche relation sérieuse, fumeurs s’abstenir', 'Divorcé, deux enfants, "bon vivant"')), chance.choice(('gratuit', 'premium', 'expiré'))],
                 person.home.code, person.number, person.birth)
    return dump


def supporters(towns, count):
    """A mailing list of a movement; the header lost its accents to question marks."""
    crowd = BlindCrowd(towns, 326, youngest=18)
    chance = crowd.chance
    dump = Dump('supporters', ['Civilit?', 'Nom complet', 'Courriel', 'T?l?phone portable', 'CP Ville', 'Parti', 'Sympathie politique', 'Syndicat', 'Culte', 'Dernier don', 'Date du don', 'Fonction', 'D?sabonn?', 'Remarques'],
                ['title', 'full_name', 'email', 'phone', 'cp_city', 'politics', 'politics', 'union', 'religion', 'amount', 'act_date', 'job', 'flag', 'comment'],
                dialect=Dialect(delimiter=';', line_end='crlf', encoding='windows-1252+utf-8'))
    for person in crowd.draw_many(count):
        code, city = write_town(chance, towns, person.home)
        dump.add([person.title, f'{person.first} {person.last}', person.email, ' '.join(person.mobile[i:i + 2] for i in range(0, 10, 2)), f'{code} {city}', chance.choice(('LFI', 'PS', 'LR', 'EELV', 'RN', 'Renaissance', '')), chance.choice(('gauche', 'centre droit', 'écologiste', 'droite', '')),
                  chance.choice(('', '', 'CGT', 'CFDT', 'Solidaires')), chance.choice(('', '', 'catholique', 'protestant', 'musulman', 'aucun')), f'{chance.choice((10, 20, 50, 100, 150))} €', f'{day(chance, -700, 0):%d/%m/%Y}', chance.choice(JOBS), chance.choice('01'),
                  chance.choice(('', '', 'A milité au syndicat pendant dix ans', 'Distribue des tracts le dimanche au marché', 'Ne plus appeler le soir'))], person.home.code, person.number)
    return dump


ALL = (voters, pupils, federation, file_of_police, dating, supporters)
