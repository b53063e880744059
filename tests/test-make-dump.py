#!/usr/bin/env python3
"""Read dumps that make-dump wrote and compare what is in them with its truth.

usage: test-make-dump.py MAKE_DUMP SOURCE_DIRECTORY

The reading shares nothing with the generator or with Ampleur: Python's csv
module, the table of communes, and the rules as they are written down.
"""
import collections
import csv
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata
import unittest

MAKE_DUMP, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
BRITTANY, RENNES = '53', '243500139'
LEVELS = ('country', 'region', 'departement', 'epci', 'commune')
COUNTRIES = {
    'BELGIQUE': 'BE', 'SUISSE': 'CH', 'ALLEMAGNE': 'DE', 'ESPAGNE': 'ES', 'ITALIE': 'IT', 'ROYAUME-UNI': 'GB',
    'IRLANDE': 'IE', 'PORTUGAL': 'PT', 'LUXEMBOURG': 'LU', 'CANADA': 'CA', 'MAROC': 'MA', 'MONACO': 'MC',
}
TOPICS = {
    'health': 'VIH|enceinte|iabète|Cancer|himiothérapie|Hépatite|Épilepsie|Dépression|dialyse|psychiatrie|Allergie',
    'religion': 'Jéhovah', 'union': 'syndical', 'offence': 'Détenu', 'sex_life': 'homosexuel',
}


# The plain presets' headers, by those of the laboratory.
ALIASES = {
    'nom': 'NOM_USUEL', 'nom_usage': 'NOM_USUEL', 'prenom': 'PRENOM', 'sexe': 'SEXE', 'date_naissance': 'DATE_NAIS',
    'nir': 'NUM_SECU', 'code_postal': 'CP', 'ville': 'VILLE', 'pays': 'PAYS', 'telephone': 'TEL_DOM',
    'mobile': 'TEL_PORT', 'email': 'MAIL', 'courriel': 'MAIL',
}


def make(directory, *options):
    """Make a dump; return its bytes and its truth."""
    dump, truth = pathlib.Path(directory, 'dump.csv'), pathlib.Path(directory, 'truth.json')
    subprocess.run([MAKE_DUMP, '--output', dump, '--truth', truth, *options], check=True)
    return dump.read_bytes(), json.loads(truth.read_text())


def city_key(name):
    name = unicodedata.normalize('NFD', name.replace('œ', 'oe').replace('Œ', 'OE'))
    words = re.sub('[^A-Z ]', ' ', ''.join(c for c in name if not unicodedata.combining(c)).upper()).split()
    if words[0] in ('PARIS', 'LYON', 'MARSEILLE'):
        words = [word for word in words if word in ('PARIS', 'LYON', 'MARSEILLE')] or words
    return ' '.join({'SAINT': 'ST', 'SAINTE': 'STE'}.get(word, word) for word in words)


def read_table(name):
    with open(SOURCE / 'data' / 'places' / name, encoding='utf-8') as table:
        header = next(table).lstrip('#').rstrip('\n').split('\t')
        return [dict(zip(header, line.rstrip('\n').split('\t'))) for line in table]


def letters(name):
    return re.sub('[^A-Z]', '', name.upper())


class Places:
    def __init__(self):
        regions = {row['code']: row['region'] for row in read_table('departements.tsv')}
        self.of = {}
        for row in read_table('communes.tsv'):
            place = {'commune': row['code'], 'epci': row['epci'], 'departement': row['departement'],
                     'region': regions[row['departement']], 'country': 'FR'}
            for postal_code in re.split('[ |,]', row['postal_codes']):
                self.of.setdefault((postal_code, re.sub(r' \d+$', '', city_key(row['name']))), []).append(place)

    def find(self, get):
        nowhere = dict.fromkeys(LEVELS, '')
        if not get('VILLE'):
            return nowhere
        if get('PAYS') not in ('', 'FRANCE'):
            return {**nowhere, 'country': COUNTRIES[get('PAYS')]}
        found = self.of[get('CP'), city_key(get('VILLE'))]
        assert len(found) == 1, 'a postal code and a city name one commune'
        return found[0]


class Persons:
    """Records joined by the five rules, chains included."""

    def __init__(self):
        self.parent, self.keys = [], {}

    def root(self, record):
        while self.parent[record] != record:
            self.parent[record] = self.parent[self.parent[record]]
            record = self.parent[record]
        return record

    def add(self, keys):
        record = len(self.parent)
        self.parent.append(record)
        for key in keys:
            other = self.root(self.keys.setdefault(key, record))
            self.parent[max(other, self.root(record))] = min(other, self.root(record))


def person_keys(get, place):
    birth, name = get('DATE_NAIS'), (letters(get('NOM_USUEL')), letters(get('PRENOM')))
    nir = get('NUM_SECU')[:13]
    if nir and birth:
        yield 'nir+birth', nir, birth
    if nir:
        yield 'nir+first', nir, name[1]
    if get('MAIL'):
        yield 'email+name', get('MAIL'), name
    for header in ('TEL_DOM', 'TEL_PORT', 'TEL_PRO'):
        if get(header):
            yield 'phone+name', get(header).replace('.', ''), name
    if birth and place['commune']:
        yield 'name+birth+commune', name, birth, place['commune']


def nir_key(nir):
    return 97 - int(nir.replace('2A', '19').replace('2B', '18')) % 97


def has_luhn(digits):
    odd = sum(int(d) for d in digits[-1::-2])
    return (odd + sum(sum(divmod(2 * int(d), 10)) for d in digits[-2::-2])) % 10 == 0


def age_band(birth, as_of):
    if not birth:
        return 'unknown'
    day, month, year = map(int, birth.split('/') if '/' in birth else reversed(birth.split('-')))
    age = as_of[0] - year - ((as_of[1], as_of[2]) < (month, day))
    for last, code in ((14, '0-14'), (17, '15-17'), (24, '18-24'), (34, '25-34'), (44, '35-44'), (54, '45-54'),
                       (64, '55-64'), (74, '65-74')):
        if age <= last:
            return code
    return '75+'


# The category of each field type, as the documentation of the command line has it.
CATEGORY = {
    **dict.fromkeys('internal_id act_date timestamp insurer insurer_number comment flag status'.split(), 'administrative'),
    **dict.fromkeys('last_name first_name title sex birth_date birth_place nationality maiden_name'.split(), 'identity'),
    **dict.fromkeys('address address2 postal_code city insee_code country phone email'.split(), 'contact'),
    **dict.fromkeys('doctor_name rpps finess siret company job'.split(), 'professional'),
    **dict.fromkeys('exam medication serology blood_group pregnancy pathology icd10 weight height'.split(), 'health'),
    **dict.fromkeys('username password hash'.split(), 'credentials'),
    **dict.fromkeys('nir nir_key'.split(), 'official_id'), **dict.fromkeys('iban amount'.split(), 'financial'),
    'marital': 'family',
}
SENSITIVITY = {
    **dict.fromkeys('identity contact family professional administrative'.split(), 'simple'),
    **dict.fromkeys('financial official_id credentials'.split(), 'financial'),
    **dict.fromkeys('health religion union offence sex_life'.split(), 'sensitive'),
}


class Recount:
    """What the rows say, counted as the truth counts."""

    def __init__(self, truth, rows):
        self.truth, self.rows = truth, rows
        self.types = {column['header']: column['type'] for column in truth['columns']}
        self.places, self.persons = Places(), Persons()
        as_of = tuple(map(int, truth['as_of'].split('-')))
        self.records, together = [], collections.defaultdict(list)
        for row in rows:
            get = collections.defaultdict(str, {ALIASES.get(h, h): value for h, value in zip(self.types, row)}).__getitem__
            place = self.places.find(get)
            self.persons.add(person_keys(get, place))
            self.records.append(self.tell(row, get, place, as_of))
        for record, facts in enumerate(self.records):
            together[self.persons.root(record)].append(facts)
        self.people = [self.join(records) for records in together.values()]
        self.n_persons = len(self.people)

    def tell(self, row, get, place, as_of):
        facts = {(level, code) for level, code in place.items()}
        facts |= {('sex', get('SEXE') or 'unknown'), ('age', age_band(get('DATE_NAIS'), as_of))}
        filled = [header for header, value in zip(self.types, row) if value]
        categories = {CATEGORY.get(self.types[header]) for header in filled} - {None}
        for header in filled:
            if self.types[header] == 'comment':
                categories |= {topic for topic, words in TOPICS.items() if re.search(words, get(header))}
        facts |= {('field', header) for header in filled} | {('type', self.types[header]) for header in filled}
        facts |= {('category', code) for code in categories} | {('sensitivity', SENSITIVITY[code]) for code in categories}
        return facts

    @staticmethod
    def join(records):
        """A person: all that the records tell, at the place of the one that is placed best."""
        best = max(records, key=lambda facts: sum(bool(code) for key, code in facts if key in LEVELS))
        return {fact for facts in records for fact in facts if fact[0] not in LEVELS} | \
            {fact for fact in best if fact[0] in LEVELS}

    def figures(self, *where):
        """Count those who have all of the facts @where."""
        result = collections.defaultdict(dict)
        for count, told in (('records', self.records), ('persons', self.people)):
            for facts in told:
                if facts.issuperset(where):
                    for key, code in facts:
                        row = result[key].setdefault(code, {'records': 0, 'persons': 0})
                        row[count] += 1
        return result


def read_rows(data, encoding='cp1252', **dialect):
    return list(csv.reader(io.StringIO(data.decode(encoding), newline=''), **{'delimiter': ';', **dialect}))


class Laboratory(unittest.TestCase):
    """The case, at a twenty-fifth of its size."""

    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as directory:
            cls.data, cls.truth = make(directory, '--records', '20000', '--seed', '7')
        header, *cls.rows = read_rows(cls.data)
        cls.header = header
        cls.recount = Recount(cls.truth, cls.rows)

    def column(self, header):
        return [row[self.header.index(header)] for row in self.rows if row[self.header.index(header)]]

    def test_shape(self):
        self.assertEqual(len(self.header), 160)
        self.assertEqual({len(row) for row in self.rows}, {160})
        self.assertEqual(self.header, [column['header'] for column in self.truth['columns']])
        self.assertEqual(self.data.count(b'\r\n'), self.data.count(b'\n'))
        self.assertEqual(self.data.count(b'\r\n'), self.data.count(b'\r'))
        self.assertTrue(any('\r\n' in value for value in self.column('COMMENT_PAT')))
        self.assertTrue(any('"' in value and ';' in value for value in self.column('COMMENT_PAT')))
        self.assertRaises(UnicodeDecodeError, self.data.decode, 'utf-8')
        # 216 to 263 MB at the full 491,840 records.
        self.assertTrue(216e6 < len(self.data) / 20000 * 491840 < 263e6)

    def test_records_and_persons(self):
        self.assertEqual(len(self.rows), 20000)
        self.assertEqual(self.truth['records'], 20000)
        self.assertEqual(self.recount.n_persons, self.truth['persons'])

    def test_every_figure(self):
        figures = self.recount.figures()
        self.maxDiff = 4000
        for key, expected in self.truth['by'].items():
            self.assertEqual(figures[key], expected, key)

    def test_every_filter(self):
        self.assertGreater(len(self.truth['where']), 5)
        for where, expected in self.truth['where'].items():
            key, code = where.split('=')
            figures = self.recount.figures((key, code))
            self.assertEqual(expected['total'], self.truth['by'][key][code], where)
            for by, rows in expected['by'].items():
                self.assertEqual(figures[by], rows, (where, by))

    def test_unplaced(self):
        self.assertEqual(self.truth['unplaced'], self.truth['by']['country'][''])

    def test_people_of_the_case(self):
        persons = {key: {code: row['persons'] for code, row in self.truth['by'][key].items()} for key in ('region', 'epci')}
        size = 491840 / 20000
        self.assertGreater(persons['region'][BRITTANY] * size, 350000)
        self.assertTrue(57000 < persons['epci'][RENNES] * size < 66000)
        for epci in ('200067932', '200042174', '242900314', '200068120', '200069409'):
            self.assertGreater(persons['epci'][epci] * size, 30000)

    def test_several_records(self):
        counts = collections.Counter(self.recount.persons.root(record) for record in range(len(self.rows)))
        several = sum(count > 1 for count in counts.values())
        self.assertTrue(0.13 < several / len(counts) < 0.17)
        self.assertLessEqual(max(counts.values()), 4)

    def test_comments_are_sparse(self):
        positions = [i for i, column in enumerate(self.truth['columns']) if column['type'] == 'comment']
        share = sum(any(row[i] for i in positions) for row in self.rows) / len(self.rows)
        self.assertTrue(0.05 < share < 0.15)
        for i in positions:
            self.assertLess(sum(bool(row[i]) for row in self.rows) / len(self.rows), 0.1)

    def test_social_security_numbers(self):
        nirs = self.column('NUM_SECU')
        wrong = sum(nir_key(nir[:13]) != int(nir[13:]) for nir in nirs)
        self.assertEqual(self.truth['nir'], {'written': len(nirs), 'wrong_keys': wrong})
        self.assertTrue(0.01 < wrong / len(nirs) < 0.03)
        self.assertTrue(any(nir[5:7] in ('2A', '2B') for nir in nirs))
        self.assertTrue(any(nir[5:7] == '99' for nir in nirs))
        self.assertTrue(any(nir[0] in '78' for nir in nirs))

    def test_nothing_is_anybodys(self):
        self.assertTrue(all(int(nir[10:13]) >= 900 for nir in self.column('NUM_SECU')))
        for header in ('TEL_DOM', 'TEL_PORT', 'TEL_PRO'):
            for phone in self.column(header):
                self.assertRegex(phone.replace('.', ''), r'^(019900|026191|035301|046571|053649|063998)\d{4}$')
        for email in self.column('MAIL'):
            self.assertRegex(email, r'^[a-z]+\.[a-z]+\d+@(example\.(org|com|net)|[a-z]+\.example)$')
        for iban in self.column('RIB_IBAN'):
            self.assertRegex(iban, r'^FR\d\d99999')
            self.assertEqual(int(iban[4:] + '1527' + iban[2:4]) % 97, 1)
            self.assertEqual(int(iban[4:]) % 97, 0)
        for header, start in (('RPPS_PRESC', '1099'), ('RPPS_MED_TRT', '1099'), ('FINESS_PRESC', '3599'),
                              ('FINESS_ETAB', '3599'), ('SIRET_LABO', '9999')):
            values = self.column(header)
            self.assertTrue(values and all(value.startswith(start) and has_luhn(value) for value in values))


class Dialects(unittest.TestCase):
    def make(self, *options, records=1500):
        with tempfile.TemporaryDirectory() as directory:
            return make(directory, '--records', str(records), '--seed', '3', *options)

    def assert_rows(self, rows, truth):
        self.assertEqual({len(row) for row in rows}, {160})
        recount = Recount(truth, rows)
        self.assertEqual(recount.n_persons, truth['persons'])
        self.assertEqual(recount.figures()['category'], truth['by']['category'])

    def test_encodings(self):
        for code, codec in (('utf-8', 'utf-8'), ('utf-8-bom', 'utf-8-sig'), ('utf-16le', 'utf-16'),
                            ('utf-16be', 'utf-16'), ('iso-8859-15', 'iso-8859-15'), ('cp850', 'cp850'),
                            ('macroman', 'mac-roman')):
            with self.subTest(code):
                data, truth = self.make('--encoding', code)
                self.assertEqual(truth['dialect']['encoding'], code)
                self.assert_rows(read_rows(data, codec)[1:], truth)

    def test_mixed_encoding(self):
        data, _ = self.make('--encoding', 'mixed')
        self.assertIn('é'.encode('cp1252'), data)
        self.assertIn('é'.encode('utf-8'), data)

    def test_signs_and_line_ends(self):
        for delimiter, quote, line_end in ((',', '"', 'lf'), ('tab', "'", 'cr'), ('^A', '"', 'mixed'), ('|', '"', 'crlf')):
            with self.subTest(delimiter):
                data, truth = self.make('--delimiter', delimiter, '--quote', quote, '--line-end', line_end)
                sign = truth['dialect']['delimiter']
                self.assertEqual(sign, {'tab': '\t', '^A': '\x01'}.get(delimiter, delimiter))
                self.assert_rows(read_rows(data, delimiter=sign, quotechar=quote)[1:], truth)

    def test_no_quote(self):
        data, truth = self.make('--quote', 'none')
        rows = [line.split(';') for line in data.decode('cp1252').split('\r\n')[1:-1]]
        self.assert_rows(rows, truth)

    def test_headers(self):
        data, truth = self.make('--preamble', '2', '--repeat-header', '3')
        rows = read_rows(data)
        self.assertEqual([len(row) for row in rows[:3]], [1, 1, 160])
        copies = [i for i, row in enumerate(rows[3:]) if row == rows[2]]
        self.assertEqual(len(copies), 3)
        self.assert_rows([row for row in rows[3:] if row != rows[2]], truth)
        data, truth = self.make('--no-header')
        self.assert_rows(read_rows(data), truth)

    def test_malformed(self):
        data, truth = self.make('--malformed', '0.02', records=4000)
        lines = data.decode('cp1252').split('\r\n')
        reasons = collections.Counter(row['reason'] for row in truth['malformed_rows'])
        self.assertEqual(set(reasons), {'too-short', 'too-long', 'nul-byte', 'broken-quote'})
        self.assertEqual(sum(reasons.values()), truth['malformed'])
        for row in truth['malformed_rows']:
            line = lines[row['line'] - 1]
            self.assertRegex(line.replace('\0', ''), r'^\d{8,9};')
            self.assertEqual('\0' in line, row['reason'] == 'nul-byte')
            if row['reason'] == 'broken-quote':
                self.assertRegex(line, r';"[A-Z -]*$')
        self.assertEqual(truth['records'], 4000)


class Slips(unittest.TestCase):
    """A dump with slips is the one without, but for them, and has its truth."""

    def compare(self, *options):
        with tempfile.TemporaryDirectory() as directory:
            before, expected = make(directory, '--records', '6000')
            after, truth = make(directory, '--records', '6000', *options)
        slips = truth.pop('slips')
        self.assertEqual(expected.pop('slips'), {'cities': 0, 'names': 0})
        self.assertEqual(truth, expected)
        changed = collections.Counter()
        header, *rows = read_rows(before)
        for old, new in zip(rows, read_rows(after)[1:]):
            found = {name for name, a, b in zip(header, old, new) if a != b}
            changed.update({'names' if name in ('NOM_USUEL', 'PRENOM') else name for name in found})
        return changed, slips

    def test_cities(self):
        changed, slips = self.compare('--typos', '0.1')
        self.assertEqual(set(changed), {'VILLE'})
        self.assertTrue(0.9 * slips['cities'] < changed['VILLE'] <= slips['cities'])
        self.assertTrue(450 < slips['cities'] < 700)

    def test_names(self):
        changed, slips = self.compare('--variants', '0.5')
        self.assertEqual(set(changed), {'names'})
        self.assertGreater(changed['names'], slips['names'] / 3)
        self.assertTrue(300 < slips['names'] < 700)


class PlainPresets(unittest.TestCase):
    def check(self, preset, n_records, n_columns, **dialect):
        with tempfile.TemporaryDirectory() as directory:
            data, truth = make(directory, '--preset', preset, '--records', str(n_records))
        header, *rows = read_rows(data, 'utf-8', **dialect)
        self.assertEqual(len(header), n_columns)
        self.assertEqual({len(row) for row in rows}, {n_columns})
        self.assertEqual(len(rows), truth['records'])
        recount = Recount(truth, rows)
        self.assertEqual(recount.n_persons, truth['persons'])
        figures = recount.figures()
        for key, expected in truth['by'].items():
            self.assertEqual(figures[key], expected, key)

    def test_narrow(self):
        self.check('narrow', 20000, 12, delimiter=',')

    def test_national(self):
        # More than are held in memory at once.
        self.check('national', 67000, 30)


class Sample(unittest.TestCase):
    def test_is_made_again(self):
        with tempfile.TemporaryDirectory() as directory:
            data, _ = make(directory, '--preset', 'laboratory', '--records', '4700', '--seed', '2021')
            truth = pathlib.Path(directory, 'truth.json').read_bytes()
        self.assertEqual(data, (SOURCE / 'data' / 'sample' / 'laboratoire.csv').read_bytes())
        self.assertEqual(truth, (SOURCE / 'tests' / 'data' / 'sample-truth.json').read_bytes())
        self.assertLess(len(data), 2500000)

    def test_standard_output(self):
        out = subprocess.run([MAKE_DUMP, '--records', '50', '--output', '-'], check=True, capture_output=True).stdout
        self.assertEqual(len(read_rows(out)), 51)

    def test_wrong_usage(self):
        for options in ([], ['--output', '-', '--preset', 'none'], ['--output', '-', '--malformed', '2'],
                        ['--output', '-', '--encoding', 'klingon']):
            self.assertEqual(subprocess.run([MAKE_DUMP, *options], capture_output=True).returncode, 2, options)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
