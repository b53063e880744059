"""Invented people and where they live, for the dumps of the evaluation.

Nothing here comes from the generator of tests/generator: what one of the two
takes for granted, the other must not.
"""
import dataclasses
import datetime
import random
import unicodedata

WOMEN = ('Adèle Agathe Alix Amina Annick Apolline Assia Axelle Blandine Brigitte Capucine Cassandre Chloé Clémence '
         'Constance Daphné Édith Élise Emma Esther Fatou Flavie Gaëlle Ghislaine Hélène Inès Irène Jeanne Josette Léa '
         'Léonie Lise Louise Ludivine Maëlle Manon Marguerite Marie Marie-Anne Anne-Sophie Mathilde Mireille Nadège '
         'Noémie Océane Pascale Paule Rachida Régine Rose Sabrina Salomé Simone Solène Sylvie Thérèse Yasmine Zoé').split()
MEN = ('Achille Adrien Alban Ali Anatole Armand Auguste Basile Bastien Benoît Bilal Boris Cédric Clément Côme Cyprien '
       'Denis Edgar Élie Étienne Fabien Félix Florent François Gaël Gaspard Gilbert Grégoire Guy Hamza Henri Honoré '
       'Ismaël Jean Jean-Luc Jean-Marie Joël Jules Léon Loïc Lucien Malik Marceau Marius Mathieu Maxence Moussa Noël '
       'Octave Paul Pierre-Yves Rémi Robin Sacha Simon Tanguy Théodore Ulysse Victor Yann Youssef').split()
LAST = ('Abadie Amiot Arnoux Astier Bachelet Barthélemy Beaufort Bellanger Bensoussan Bertin Besson Blanchet Bonnefoy '
        'Bordier Bouvet Brochard Carpentier Cartier Castel Chabert Chauveau Clavel Combes Courtois Coutant Crépin '
        'Dauphin Delmas Delorme Dumas Dupont Durand Duprat Escoffier Estève Fauconnier Ferrand Fouquet Gallois Garcia '
        'Gaudin Germain Gilles Granger Grosjean Guichard Haddad Hébert Humbert Imbert Jacquemin Joubert Julien Kacem '
        'Kerbrat Lacombe Lagarde Lambert Laporte Lebrun Legros Lemaître Lenoir Lévêque Maillot Marchal Marin Martin '
        'Mauger Mercier Michaud Millet Monnet Morel Navarro Nguyen Nicolas Noiret Ollivier Pasquet Péron Petit Pichon '
        'Pinault Poirier Prévost Quentin Rambaud Raynaud Rigaud Robin Rousset Sabatier Salmon Sauvage Schmitt Serre '
        'Simonet Tardieu Tessier Thibault Torres Toussaint Traoré Vacher Valentin Vasseur Verdier Vidal Weber Yvon').split()
PARTICLES = ('', '', '', '', '', '', '', '', 'de ', 'Le ', 'El ')
STREETS = ('rue des Lilas', 'avenue de la République', 'rue du Moulin', 'chemin des Vignes', 'place de l’Église',
           'boulevard Voltaire', 'allée des Tilleuls', 'impasse du Lavoir', 'rue Victor Hugo', 'route de la Forêt',
           'quai des Tanneurs', 'rue Pasteur', 'rue Jean Moulin', 'lotissement Les Prés', 'square Bellevue')
DOMAINS = ('courrier.example', 'mail.example', 'boite.test', 'fai.example.com', 'poste.example.org')
AS_OF = datetime.date(2024, 10, 1)


def fold(text):
    """The letters of a text without their accents."""
    decomposed = unicodedata.normalize('NFD', text.replace('’', "'").replace('œ', 'oe').replace('Œ', 'OE'))
    return ''.join(sign for sign in decomposed if not unicodedata.combining(sign))


def luhn_digit(digits):
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return str(-total % 10)


@dataclasses.dataclass(frozen=True)
class Commune:
    code: str
    name: str
    departement: str
    epci: str
    postal_code: str


class Country:
    """The communes of the gazetteer, drawn as often as people live there."""

    def __init__(self, folder):
        self.communes, self.weights, self.epci = [], [], {}
        for line in (folder / 'communes.tsv').read_text(encoding='utf-8').splitlines()[1:]:
            code, name, departement, epci, population, *_, postal_codes = line.split('\t')
            if not postal_codes:
                continue
            codes = postal_codes.split(',')
            self.communes.append(Commune(code, name, departement, epci, codes[int(population) % len(codes)]))
            self.weights.append(int(population))
            self.epci[code] = epci

    def draw(self, chance, count):
        return chance.choices(self.communes, self.weights, k=count)


@dataclasses.dataclass
class Person:
    number: int
    sex: str
    first: str
    last: str
    maiden: str
    birth: datetime.date
    home: Commune
    street: str
    mobile: str
    email: str
    nir: str

    @property
    def title(self):
        return 'M.' if self.sex == 'M' else 'Mme'

    @property
    def nir_key(self):
        number = int(self.nir.replace('2A', '19').replace('2B', '18'))
        return f'{97 - number % 97:02}'


class Crowd:
    """Draws people, one after the other, all different."""

    def __init__(self, country, seed, youngest=1, oldest=95):
        self.chance = random.Random(seed)
        self.country = country
        self.youngest, self.oldest = youngest, oldest
        self.count = 0

    def draw(self):
        chance = self.chance
        self.count += 1
        sex = chance.choice('FM')
        first = chance.choice(WOMEN if sex == 'F' else MEN)
        maiden = chance.choice(PARTICLES) + chance.choice(LAST)
        last = chance.choice(LAST) if sex == 'F' and chance.random() < 0.4 else maiden
        birth = AS_OF - datetime.timedelta(days=chance.randint(self.youngest * 366, self.oldest * 365))
        home = self.country.draw(chance, 1)[0]
        email = fold(f'{first}.{last}{self.count}@{chance.choice(DOMAINS)}').lower().replace(' ', '').replace("'", '')
        return Person(self.count, sex, first, last, maiden, birth, home,
                      f'{chance.randint(1, 180)} {chance.choice(STREETS)}', f'06{self.count + 39000000:08}', email,
                      self.make_nir(sex, birth))

    def make_nir(self, sex, birth):
        place = self.country.draw(self.chance, 1)[0].code
        return f'{1 if sex == "M" else 2}{birth:%y%m}{place}{self.chance.randint(1, 999):03}'

    def draw_many(self, count):
        return [self.draw() for _ in range(count)]


def misspell(chance, name):
    """One slip of the keyboard: a letter left out, doubled, swapped or replaced."""
    places = [i for i in range(2, len(name)) if name[i].isalpha() and name[i - 1].isalpha() and name[i] != name[i - 1]]
    if len(name) < 5 or not places:
        return name
    at = chance.choice(places)
    slip = chance.randrange(4)
    if slip == 0:
        return name[:at] + name[at + 1:]
    if slip == 1:
        return name[:at] + name[at] + name[at:]
    if slip == 2:
        return name[:at - 1] + name[at] + name[at - 1] + name[at + 1:]
    return name[:at] + chance.choice('aeinorst'.replace(name[at].lower(), 'u')) + name[at + 1:]


def write_city(chance, commune):
    """A commune as people write it: capitals, no accents, St for Saint, CEDEX."""
    name = commune.name
    style = chance.randrange(8)
    if style <= 2:
        name = fold(name).upper()
    elif style == 3:
        name = fold(name).upper().replace('-', ' ').replace('SAINT ', 'ST ').replace('SAINTE ', 'STE ')
    elif style == 4:
        name = name.replace('-', ' ')
    elif style == 5:
        name = name.lower()
    return name


def iban(chance):
    account = ''.join(chance.choice('0123456789') for _ in range(23))
    check = 98 - int(account + '152700') % 97
    return f'FR{check:02}{account}'


def card(chance):
    digits = '4' + ''.join(chance.choice('0123456789') for _ in range(14))
    return digits + luhn_digit(digits)


def siren(chance):
    digits = chance.choice('3458') + ''.join(chance.choice('0123456789') for _ in range(7))
    return digits + luhn_digit(digits)


def siret(chance, company):
    digits = company + f'{chance.randint(1, 99):04}'
    return f'{digits}{luhn_digit(digits)}'


def rpps(chance):
    digits = '10' + ''.join(chance.choice('0123456789') for _ in range(8))
    return digits + luhn_digit(digits)


def imei(chance):
    digits = '35' + ''.join(chance.choice('0123456789') for _ in range(12))
    return digits + luhn_digit(digits)
