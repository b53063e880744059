#!/usr/bin/env python3
"""Make the word lists that come from other data: data/fields/cities.tsv and data/fields/icd10.tsv.

usage: pick-word-lists.py NODE_MODULES

Cities: the most populous communes of data/places/communes.tsv, which tell a column of
cities. ICD-10: the codes, without their titles, of the npm package icd10 (see
data/README.md). Python 3 alone is needed. The same sources give the same bytes.
"""
import collections
import pathlib
import re
import sys
import unicodedata

DATA = pathlib.Path(__file__).parent
N_CITIES = 1500

# Assigned by the WHO after the list was made: COVID-19 and what follows it, injury by vaping.
LATER = {'U07': '012', 'U08': '9', 'U09': '9', 'U10': '9', 'U11': '9', 'U12': '9'}

CITIES_HEAD = f'''# The {N_CITIES} most populous communes of France, for columns whose header says nothing.
#
# word	type
#
# As in values.tsv. Made by data/pick-word-lists.py from data/places/communes.tsv.
'''
CODES_HEAD = '''# Codes of the ICD-10 in France (CIM-10), 2016.
#
# category	fourth characters
#
# category: a letter and two digits. fourth characters: those that are in use, one
# after the other; empty: the category is not subdivided. Longer codes refine these.
#
# Made by data/pick-word-lists.py, see data/README.md for the source.
'''


def fold(name):
    text = unicodedata.normalize('NFD', name.replace('œ', 'oe').replace('Œ', 'OE'))
    return re.sub('[^A-Z0-9]', '', ''.join(sign for sign in text if not unicodedata.combining(sign)).upper())


def pick_cities():
    rows = [line.split('\t') for line in (DATA / 'places' / 'communes.tsv').read_text(encoding='utf-8').splitlines()[1:]]
    rows.sort(key=lambda row: -int(row[4]))
    return sorted({fold(row[1]) for row in rows[:N_CITIES]})


def pick_codes(modules):
    fourth = collections.defaultdict(set)
    path = modules / 'icd10' / 'data' / '2016' / 'liste-CIM10 - liste CIM10.tsv'
    for line in path.read_text(encoding='utf-8').splitlines()[1:]:
        code = line.split('\t')[0]
        if re.fullmatch('[A-Z][0-9]{2}.*', code):
            fourth[code[:3]].update(code[3:4] if code[3:4].isdigit() else '')
    for category, digits in LATER.items():
        fourth[category].update(digits)
    return fourth


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    cities, codes = pick_cities(), pick_codes(pathlib.Path(sys.argv[1]))
    (DATA / 'fields' / 'cities.tsv').write_text(CITIES_HEAD + ''.join(f'{city}\tcity\n' for city in cities), encoding='utf-8')
    (DATA / 'fields' / 'icd10.tsv').write_text(CODES_HEAD + ''.join(f'{category}\t{"".join(sorted(codes[category]))}\n' for category in sorted(codes)), encoding='utf-8')
    print(f'{len(cities)} cities, {len(codes)} categories with {sum(map(len, codes.values()))} subdivisions')


if __name__ == '__main__':
    main()
