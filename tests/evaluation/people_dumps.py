"""Dumps in which the same people stand several times, as life writes them: families under one telephone, twins,
children under a parent's number, people who moved or married, and every spelling of a name.

Names, families and dirt are this file's own. What is told of a record is what whoever filed it knew.
"""
import dataclasses
import datetime
import random

from dump import Dialect, Dump
from people import AS_OF, fold, write_city

GIRLS = ('Aurélie Béatrice Camille Carole Célia Charlène Christelle Claire Delphine Dominique Élodie Estelle Eugénie Fanny Fleur '
         'Florence Françoise Frédérique Geneviève Huguette Isabelle Jeannine Johanna Julie Karima Laura Laurence Léna Lila Lina '
         'Lola Lucie Madeleine Maëva Marianne Marie-Claude Marie-Laure Marina Marion Maud Mélanie Michèle Monique Myriam Nathalie '
         'Nelly Nina Odile Ophélie Pauline Perrine Raphaëlle Roxane Sandra Sarah Sonia Stéphanie Suzanne Valérie Virginie Yvette').split()
BOYS = ('Alain Alexis Antoine Arnaud Arthur Aurélien Axel Baptiste Bernard Bruno Camille Charles Christian Claude Corentin Damien '
        'David Didier Dominique Émile Éric Ethan Fabrice Francis Frédéric Gauthier Gérard Guillaume Hugo Ivan Jacques Jean-Baptiste '
        'Jean-Pierre Jérôme Kévin Laurent Léo Lilian Louis Luc Marc Mathis Mehdi Michel Mickaël Nathan Nicolas Olivier Pascal '
        'Patrice Philippe Quentin Raphaël René Romain Samuel Sébastien Serge Stéphane Théo Thierry Timothé Vincent William Xavier').split()
ONSETS = 'B Br C Ch Cl D Dr F Fl G Gr H J L M N P Pl R S T Tr V'.split()
MIDDLES = 'a e i o u ai au eau ou oi'.split()
JOINTS = 'b c d g l ll m n nn r rr s t tt v rd nd rt lm mb'.split()
ENDS = 'ard aud ault eau el elle et ette ier ières in ot ois on oux uc y ez ec an'.split()
JOINED = ('de la ', 'Le ', "d'", 'Ben ', 'Saint-', 'Da ')
DOMAINS = ('wan.example', 'liberte.test', 'orangina.example', 'gmelle.example')


@dataclasses.dataclass
class Being:
    number: int
    sex: str
    first: str
    last: str
    maiden: str
    birth: datetime.date
    home: object
    phone: str
    email: str
    nir: str  # as the files know it: one's own, or a parent's
    second: str = ''


class Town:
    """Draws families: parents, children and twins, with what they share."""

    def __init__(self, country, seed, sharing=0.8):
        self.chance = random.Random(seed)
        self.country, self.sharing = country, sharing
        self.count = 0
        self.beings = []

    def surname(self):
        chance = self.chance
        name = chance.choice(ONSETS) + chance.choice(MIDDLES) + chance.choice(JOINTS) + chance.choice(ENDS)
        return chance.choice(JOINED) + name if chance.random() < 0.12 else name

    def phone(self):
        return f'{self.chance.choice(("06", "07", "02", "04"))}{self.chance.randint(10000000, 99999999)}'

    def number_of(self, sex, birth):
        place = self.chance.choice(self.country.communes).code
        return f'{1 if sex == "M" else 2}{birth:%y%m}{place}{self.chance.randint(1, 990):03}'

    def born(self, youngest, oldest):
        return AS_OF - datetime.timedelta(days=self.chance.randint(youngest * 366, oldest * 365))

    def add(self, sex, last, maiden, birth, home, phone='', nir='', but=()):
        self.count += 1
        first = self.chance.choice([name for name in (GIRLS if sex == 'F' else BOYS) if name not in but])
        mail = fold(f'{first}.{last}{self.count}'.lower()).replace(' ', '').replace("'", '')
        being = Being(self.count, sex, first, last, maiden, birth, home, phone or self.phone(), f'{mail}@{self.chance.choice(DOMAINS)}',
                      nir or self.number_of(sex, birth), self.chance.choice(GIRLS if sex == 'F' else BOYS))
        self.beings.append(being)
        return being

    def settle(self):
        """One family more."""
        chance = self.chance
        home = self.country.draw(chance, 1)[0]
        maiden, last = self.surname(), self.surname()
        mother = self.add('F', last if chance.random() < 0.5 else maiden, maiden, self.born(24, 90), home)
        is_sharing = chance.random() < self.sharing
        shared = mother.phone if is_sharing else ''
        if chance.random() < 0.6:
            father = self.add('M', last, last, self.born(24, 90), home, shared)
            if is_sharing and chance.random() < 0.5:
                father.email = mother.email
        taken = []
        for _ in range(chance.choice((0, 0, 1, 1, 2, 3))):
            birth = self.born(0, 17)
            for _ in range(2 if chance.random() < 0.15 else 1):
                sex = chance.choice('FM')
                child = self.add(sex, last, last, birth, home, shared, mother.nir if chance.random() < 0.6 else '', taken)
                child.email = mother.email if is_sharing else child.email
                taken.append(child.first)

    def fill(self, count):
        while len(self.beings) < count:
            self.settle()
        return self.beings


def slip(chance, name, least=5):
    """A letter too many, too few, wrong or in its neighbour's place; the first one is nearly always right."""
    spots = [at for at in range(1, len(name) - 1) if name[at].isalpha() and name[at + 1].isalpha()]
    if len(name) < least or not spots:
        return name
    at = chance.choice(spots)
    return chance.choice((name[:at] + name[at + 1:], name[:at] + 2 * name[at] + name[at + 1:],
                          name[:at] + name[at + 1] + name[at] + name[at + 2:],
                          name[:at] + chance.choice('abdelmnoprstu') + name[at + 1:]))


@dataclasses.dataclass
class Dirt:
    """How often each thing goes wrong on a further record."""
    accents: float = 0.3
    case: float = 0.3
    hyphens: float = 0.3
    last_slip: float = 0.10
    first_slip: float = 0.03
    initial: float = 0.05
    second: float = 0.08
    swap: float = 0.05
    maiden: float = 0.10


def spell(chance, being, dirt):
    """Return first and last name as somebody wrote them."""
    first, last = being.first, being.last
    if chance.random() < dirt.maiden:
        last = being.maiden
    if chance.random() < dirt.last_slip:
        last = slip(chance, last)
    pick = chance.random()
    if pick < dirt.first_slip:
        first = slip(chance, first, 6)
    elif pick < dirt.first_slip + dirt.initial:
        first = first[0] + chance.choice(('', '.'))
    elif pick < dirt.first_slip + dirt.initial + dirt.second:
        first = f'{first} {being.second}'
    if chance.random() < dirt.hyphens:
        first, last = (name.replace('-', chance.choice((' ', ''))) for name in (first, last))
    if chance.random() < dirt.accents:
        first, last = fold(first), fold(last)
    if chance.random() < dirt.case:
        first, last = first.upper(), last.upper()
    return (last, first) if chance.random() < dirt.swap else (first, last)


def file_often(chance, beings, count):
    """Yield every being once, then some of them again: (being, whether again)."""
    order = [(being, False) for being in beings]
    order += [(chance.choice(beings), True) for _ in range(count - len(beings))]
    return order


PLAIN = Dirt(0, 0, 0, 0, 0, 0, 0, 0, 0)


def clinic(country, count, seed=901, dirt=Dirt()):
    """Patients: a NIR that may be a parent's, families under one telephone, people who moved or married."""
    town = Town(country, seed)
    chance = town.chance
    dump = Dump(f'clinic {seed}', ['dossier', 'nom', 'prenom', 'date_naissance', 'sexe', 'nir', 'telephone', 'email', 'code_postal', 'ville', 'date_consultation'],
                ['internal_id', 'last_name', 'first_name', 'birth_date', 'sex', 'nir', 'phone', 'email', 'postal_code', 'city', 'act_date'])
    for number, (being, again) in enumerate(file_often(chance, town.fill(count * 3 // 4), count)):
        first, last = spell(chance, being, dirt if again else PLAIN)
        home = country.draw(chance, 1)[0] if again and chance.random() < 0.1 else being.home
        birth = being.birth
        if again and chance.random() < 0.02 and birth.day <= 12:
            birth = birth.replace(month=birth.day, day=birth.month)
        # What is left out: the number of some, the telephone or the e-mail address of others.
        nir = being.nir if chance.random() < 0.85 else ''
        dump.add([f'P{200000 + number}', last, first, f'{birth:%d/%m/%Y}', being.sex, nir, being.phone if nir == '' or chance.random() < 0.7 else '',
                  being.email if chance.random() < 0.4 else '', home.postal_code, write_city(chance, home),
                  f'{AS_OF - datetime.timedelta(days=chance.randint(1, 700)):%d/%m/%Y}'], home.code, being.number, birth)
    return dump


def association(country, count, seed=902, dirt=Dirt(maiden=0)):
    """Members: the whole name in one cell, in either order, with a title or without; no NIR."""
    town = Town(country, seed)
    chance = town.chance
    dump = Dump(f'association {seed}', ['Nom et prénom', 'Né(e) le', 'Portable', 'Code postal', 'Commune', 'Cotisation'],
                ['full_name', 'birth_date', 'phone', 'postal_code', 'city', 'amount'], dialect=Dialect(encoding='windows-1252'))
    for being, again in file_often(chance, town.fill(count * 4 // 5), count):
        first, last = spell(chance, being, dirt if again else PLAIN)
        title = chance.choice(('', '', 'M. ' if being.sex == 'M' else 'Mme ', 'Monsieur ' if being.sex == 'M' else 'Madame '))
        name = chance.choice((f'{title}{first} {last}', f'{title}{last.upper()} {first}', f'{last} {first}', f'{last}, {first}'))
        dump.add([name, f'{being.birth:%d/%m/%Y}', being.phone if chance.random() < 0.8 else '', being.home.postal_code, write_city(chance, being.home),
                  chance.choice(('20', '35', '50'))], being.home.code, being.number, being.birth)
    return dump


def orders(country, count, seed=903, dirt=Dirt(maiden=0, swap=0.02, second=0.01)):
    """Customers of a shop: no birth date; households share a telephone, couples an e-mail address."""
    town = Town(country, seed)
    chance = town.chance
    dump = Dump(f'orders {seed}', ['order', 'firstname', 'lastname', 'email', 'phone', 'zip', 'city', 'date'],
                ['internal_id', 'first_name', 'last_name', 'email', 'phone', 'postal_code', 'city', 'act_date'], dialect=Dialect(delimiter=',', line_end='lf'))
    for number, (being, again) in enumerate(file_often(chance, town.fill(count * 2 // 3), count)):
        first, last = spell(chance, being, dirt if again else PLAIN)
        email = being.email.upper() if chance.random() < 0.1 else being.email
        dump.add([f'{880000 + number}', first, last, email, being.phone if chance.random() < 0.8 else f'+33{being.phone[1:]}', being.home.postal_code,
                  write_city(chance, being.home), f'{AS_OF - datetime.timedelta(days=chance.randint(1, 900))}'], being.home.code, being.number)
    return dump


def town_hall(country, count, seed=904, dirt=Dirt(swap=0)):
    """A register: both names of the married, a birth date and a place, nothing else."""
    town = Town(country, seed)
    chance = town.chance
    dump = Dump(f'town hall {seed}', ['Nom de naissance', "Nom d'usage", 'Prénoms', 'Sexe', 'Date de naissance', 'Code postal', 'Ville', 'Bureau'],
                ['maiden_name', 'last_name', 'first_name', 'sex', 'birth_date', 'postal_code', 'city', 'unknown'], dialect=Dialect(encoding='utf-8-bom'))
    for being, again in file_often(chance, town.fill(count * 5 // 6), count):
        first, last = spell(chance, being, dirt if again else PLAIN)
        used = last if chance.random() < 0.7 or being.maiden != being.last else ''
        dump.add([being.maiden, used, first, being.sex, f'{being.birth:%Y-%m-%d}', being.home.postal_code, write_city(chance, being.home),
                  chance.randint(1, 40)], being.home.code, being.number, being.birth)
    return dump


def logins(country, count, seed=905, dirt=PLAIN):
    """Accounts: no name at all, the same address again for each service."""
    town = Town(country, seed, sharing=0)
    chance = town.chance
    dump = Dump(f'logins {seed}', ['email', 'password', 'ip', 'service'], ['email', 'password', 'ip', 'unknown'], dialect=Dialect(delimiter=':', quote='', line_end='lf'))
    for being, _ in file_often(chance, town.fill(count * 2 // 3), count):
        dump.add([being.email, ''.join(chance.choice('abcdefgh23456789!?') for _ in range(9)), f'{chance.randint(2, 220)}.{chance.randint(0, 255)}.{chance.randint(0, 255)}.7',
                  chance.choice(('shop', 'mail', 'forum'))], None, being.number)
    return dump


def movers(country, count, seed=906, dirt=PLAIN):
    """Names and birth dates only, and one in ten moved: nothing tells them from namesakes, so that the bounds alone are asked."""
    town = Town(country, seed)
    chance = town.chance
    dump = Dump(f'movers {seed}', ['nom', 'prenom', 'ddn', 'cp', 'commune'], ['last_name', 'first_name', 'birth_date', 'postal_code', 'city'])
    for being, again in file_often(chance, town.fill(count * 4 // 5), count):
        home = country.draw(chance, 1)[0] if again and chance.random() < 0.5 else being.home
        dump.add([being.last, being.first, f'{being.birth:%d/%m/%Y}', home.postal_code, home.name], home.code, being.number, being.birth)
    dump.is_undecidable = True
    return dump


def misspelt(country, count, seed=907, dirt=Dirt(last_slip=0.3, maiden=0)):
    """A name and a commune, often misspelt: nothing else to go by, so that the bounds alone are asked."""
    town = Town(country, seed)
    chance = town.chance
    dump = Dump(f'misspelt {seed}', ['NOM', 'PRENOM', 'CP', 'VILLE'], ['last_name', 'first_name', 'postal_code', 'city'])
    for being, again in file_often(chance, town.fill(count * 4 // 5), count):
        first, last = spell(chance, being, dirt if again else PLAIN)
        dump.add([last.upper(), first.upper(), being.home.postal_code, write_city(chance, being.home)], being.home.code, being.number)
    dump.is_undecidable = True
    return dump


# The second set: written after the first was measured, with other dirt.

def twice(chance, name):
    """Two slips in a long name, one in any other."""
    return slip(chance, slip(chance, name, 9), 4)


def insurer(country, count, seed=951):
    """Insured people and their families: one NIR for all, no telephone, titles in the column of the name, two slips in a name."""
    town = Town(country, seed)
    chance = town.chance
    dump = Dump(f'insurer {seed}', ['NUM_ADH', 'NOM_BENEF', 'PRENOM_BENEF', 'DT_NAISS', 'NIR_ASSURE', 'CP', 'LOCALITE'],
                ['insurer_number', 'last_name', 'first_name', 'birth_date', 'nir', 'postal_code', 'city'], dialect=Dialect(encoding='windows-1252', delimiter='|', quote=''))
    for number, (being, again) in enumerate(file_often(chance, town.fill(count * 7 // 10), count)):
        last, first = being.last, being.first
        title = chance.choice(('', '', 'M. ', 'MME ')[:2] if being.sex == 'M' else ('', 'Mme ')) if again else ''
        if again and chance.random() < 0.15:
            last = twice(chance, last)
        elif again and being.maiden != being.last and chance.random() < 0.3:
            last = chance.choice((being.maiden, f'{being.last} née {being.maiden}', f'{being.last}-{being.maiden}', f'{being.maiden} épouse {being.last}'))
        if again and '-' in first and chance.random() < 0.5:
            first = first.split('-')[0]
        birth = being.birth
        # A wrong year, in front of a number of one's own.
        if again and chance.random() < 0.02:
            birth = birth.replace(year=birth.year - 1, day=min(birth.day, 28))
        dump.add([f'{number:08}', f'{title}{last}'.upper(), first.upper(), f'{birth:%Y%m%d}', being.nir + ('' if chance.random() < 0.5 else f'{97 - int(being.nir.replace("2A", "19").replace("2B", "18")) % 97:02}'),
                  being.home.postal_code, write_city(chance, being.home)], being.home.code, being.number, birth)
    return dump


def school_bus(country, count, seed=952):
    """Brothers, sisters and twins under their parents' two telephones, the name in one cell, in capitals or not."""
    town = Town(country, seed, sharing=1)
    chance = town.chance
    dump = Dump(f'school bus {seed}', ['eleve', 'nom_prenom', 'date_naissance', 'tel1', 'tel2', 'mail', 'ville', 'code_postal'],
                ['internal_id', 'full_name', 'birth_date', 'phone', 'phone', 'email', 'city', 'postal_code'], dialect=Dialect(line_end='lf'))
    for number, (being, again) in enumerate(file_often(chance, town.fill(count * 2 // 3), count)):
        first, last = being.first, being.last
        if again and chance.random() < 0.1:
            last = slip(chance, last)
        if again and chance.random() < 0.1:
            first = fold(first)
        name = chance.choice((f'{last} {first}', f'{last.upper()} {first}', f'{first} {last.upper()}', f'{last}, {first}', f'{last} {first}'.upper()))
        phones = [being.phone, f'01{int(being.phone[2:]) % 90000000 + 10000000}']
        chance.shuffle(phones)
        birth = f'{being.birth:%d/%m/%Y}' if not again or chance.random() < 0.9 else ''
        dump.add([f'E{number:05}', name, birth, phones[0], phones[1] if chance.random() < 0.6 else '', being.email if chance.random() < 0.7 else '',
                  write_city(chance, being.home), being.home.postal_code], being.home.code, being.number)
    return dump


def newsletter(country, count, seed=953):
    """Addresses with a name, part of one, or none, and written in every case."""
    town = Town(country, seed, sharing=0)
    chance = town.chance
    dump = Dump(f'newsletter {seed}', ['email', 'prenom', 'nom', 'ip', 'inscription'], ['email', 'first_name', 'last_name', 'ip', 'act_date'], dialect=Dialect(delimiter=','))
    for being, again in file_often(chance, town.fill(count * 3 // 4), count):
        first, last = being.first, being.last
        pick = chance.random() if again else 1
        if pick < 0.3:
            first = last = ''
        elif pick < 0.4:
            first = first[0]
        elif pick < 0.5:
            last = twice(chance, last)
        elif pick < 0.6:
            first, last = last.upper(), first.upper()
        dump.add([chance.choice((being.email, being.email.upper(), f' {being.email}')), first, last, f'{chance.randint(2, 220)}.{chance.randint(0, 255)}.3.9',
                  f'{AS_OF - datetime.timedelta(days=chance.randint(1, 900))}'], None, being.number)
    return dump


def census(country, count, seed=954):
    """Everybody of a few towns, hundreds born on the same days: namesakes and likenesses abound."""
    town = Town(country, seed)
    chance = town.chance
    homes = country.draw(chance, 2)
    dump = Dump(f'census {seed}', ['nom', 'prenom', 'sexe', 'naissance', 'code_postal', 'commune'], ['last_name', 'first_name', 'sex', 'birth_date', 'postal_code', 'city'])
    beings = town.fill(count * 9 // 10)
    days = [town.born(1, 90) for _ in range(40)]
    seen = set()
    for being in beings:
        being.home, being.birth = homes[being.number % 2], days[being.number % len(days)]
    beings = [being for being in beings if (key := (being.last, being.first, being.birth, being.home.code)) not in seen and not seen.add(key)]
    for being, again in file_often(chance, beings, count):
        last = slip(chance, being.last) if again and chance.random() < 0.1 else being.last
        dump.add([last, being.first, being.sex, f'{being.birth:%d/%m/%Y}', being.home.postal_code, write_city(chance, being.home)], being.home.code, being.number, being.birth)
    return dump


SECOND = (insurer, school_bus, newsletter, census)
ALL = (clinic, association, orders, town_hall, logins, movers, misspelt, *SECOND)
