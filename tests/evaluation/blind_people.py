"""What the blind dumps are made of: other names, and towns as people and exports write them."""
import dataclasses

from people import AS_OF, Commune, Country, Crowd, fold, misspell

WOMEN = ('Agnès Aurélie Aïcha Béatrice Camille Caroline Céline Charlène Christelle Claire Coralie Corinne Delphine Elodie '
         'Émeline Estelle Ewa Fanny Fatima Florence Françoise Géraldine Isabelle Jacqueline Jessica Julie Justine Karine '
         'Khadija Kimberley Laetitia Laura Lucie Magali Margaux Marie-Claude Marine Maryse Mélanie Monique Morgane Myriam '
         'Nathalie Nicole Odile Patricia Pauline Sandrine Sophie Stéphanie Valérie Virginie Anne-Laure Zohra').split()
MEN = ('Abdel Alexis Antoine Arthur Aurélien Benjamin Bernard Bruno Charles Christophe Clovis Damien Didier Dylan Emmanuel '
       'Enzo Erwan Eugène Fabrice Franck Gabriel Georges Gérard Hervé Hugo Ibrahim Jacques Jean-Pierre Jérémy Jonathan Kevin '
       'Laurent Lionel Ludovic Marc Mehdi Mickaël Nathan Nicolas Patrick Pascal Quentin Raphaël Romain Samuel Sébastien '
       'Stéphane Thibaut Thierry Tristan Valentin Vincent Wilfried Xavier').split()
LAST = ('Aubert Bailly Barbier Baron Bénard Bertrand Blanc Boucher Bourgeois Boyer Brun Caron Chevallier Colin Collet '
        'Cordier Cousin Coulibaly Daniel Deschamps Diallo Dubois Dufour Dupuis Fabre Faure Fleury Fontaine Fournier Gautier Gérard '
        'Girard Gonzalez Guérin Guillot Henry Hubert Huet Jacob Jourdan Klein Lacroix Laurent Lefebvre Legrand Lemoine '
        'Kowalski Lopez Louis Lucas Marchand Martinez Masson Meunier Meyer Moreau Moulin Muller Noël Olivier Paris Perrin '
        'Philippe Picard Poulain Renard Renaud Rey Rivière Roche Rolland Rousseau Roux Royer Schneider Sow Tran Vincent Yilmaz').split()
NUMBERED = {'75056': (751, 20), '69123': (693, 9), '13055': (132, 16)}
HAMLETS = ('Kerbiquet', 'Le Bourg', 'Les Granges', 'La Ville au Bois', 'Lieu-dit Pen Ar Hoat', 'Bellevue', 'Le Moulin Neuf')


class Towns(Country):
    """The communes, with all their postal codes and the communes that are theirs now."""

    def __init__(self, folder):
        super().__init__(folder)
        self.codes, self.former = {}, {}
        for line in (folder / 'communes.tsv').read_text(encoding='utf-8').splitlines()[1:]:
            columns = line.split('\t')
            self.codes[columns[0]] = columns[-1].split(',')
        for line in (folder / 'former-communes.tsv').read_text(encoding='utf-8').splitlines()[1:]:
            _, name, commune, kind = line.split('\t')
            if name and kind in ('merged', 'delegated') and self.codes.get(commune, [''])[0]:
                self.former.setdefault(commune, []).append(name)

    def draw(self, chance, count):
        drawn = super().draw(chance, count)
        # A tenth lives where communes have merged: they are rare otherwise.
        merged = [commune for commune in self.communes if commune.code in self.former] if not hasattr(self, 'merged') else self.merged
        self.merged = merged
        return [chance.choice(merged) if chance.random() < 0.1 else dataclasses.replace(town, postal_code=chance.choice(self.codes[town.code])) for town in drawn]


class BlindCrowd(Crowd):
    """People with the names above."""

    def draw(self):
        person = super().draw()
        first = self.chance.choice(WOMEN if person.sex == 'F' else MEN)
        maiden = self.chance.choice(LAST)
        last = self.chance.choice(LAST) if person.last != person.maiden else maiden
        email = fold(f'{first}.{last}{person.number}@{self.chance.choice(("post.example", "webmail.test", "club.example.net"))}').lower().replace(' ', '')
        return dataclasses.replace(person, first=first, maiden=maiden, last=last, email=email, mobile=f'07{person.number + 51000000:08}')


def write_town(chance, towns, home, dirt=True):
    """Postal code and city of a person, as a form or an export has them."""
    name, code = home.name, home.postal_code
    style = chance.randrange(20) if dirt else 9
    if home.code in NUMBERED and style < 12:
        number = int(code[-2:])
        name = f'{name} {chance.choice((f"{number}", f"{number:02}", f"{number}E ARRONDISSEMENT", f"{number}ème", f"{number}e"))}'
    elif style == 0 and home.code in towns.former:
        name = chance.choice(towns.former[home.code])
    elif style == 1:
        name = f'{name} CEDEX' + chance.choice(('', ' 2', ' 09'))
    elif style == 2:
        name = f'{name} {chance.choice(HAMLETS)}'
    elif style == 3:
        name = f'{chance.choice(HAMLETS)} {name}'
    elif style == 4:
        name = misspell(chance, name)
    elif style == 5:
        name = misspell(chance, misspell(chance, name)) if len(name) > 8 else name
    elif style == 6:
        name = name.replace('Saint-', 'St ').replace('Sainte-', 'Ste ').replace('-sur-', ' s/ ').replace('-sous-', ' ss ')
    elif style == 7:
        name = name.replace('-', ' ').replace("'", ' ')
    if chance.random() < 0.5:
        name = fold(name).upper()
    return code, name
