#!/usr/bin/env python3
"""Reads exported files back, as somebody would who wants to know what they mask.

usage: test-attack.py AMPLEUR_CLI COMMUNES_TSV

A dump with many small places is invented, imported and exported in every format. Then:
- each masked count is bounded by linear programming (lp_solve) over every sum that the files hold;
- two dumps that differ in masked counts alone must give the same files: no length of a bar, radius,
  colour, order, percentage, alternative text, legend or sentence may tell them apart;
- no format may tell what another one masks.
"""
import collections
import csv
import html
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import unittest
import zipfile

CLI, COMMUNES = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
MIN_CELL = 11
FIELDS = ['nom', 'prenom', 'date_naissance', 'sexe', 'code_postal', 'ville', 'email', 'telephone', 'iban', 'groupe_sanguin', 'religion']
LAST = ['MARTIN', 'BERNARD', 'DUBOIS', 'THOMAS', 'ROBERT', 'RICHARD', 'PETIT', 'DURAND', 'LEROY', 'MOREAU', 'SIMON', 'LAURENT']
FIRST = ['Marie', 'Jean', 'Pierre', 'Jeanne', 'Louise', 'Paul', 'Claire', 'Luc', 'Anne', 'Marc']


def read_communes():
    """Communes of four départements of two regions: code → (name, postal code, département, EPCI)."""
    places = {}
    with COMMUNES.open(encoding='utf-8') as opened:
        for line in opened:
            cells = line.rstrip('\n').split('\t')
            if len(cells) > 8 and cells[2] in ('35', '22', '44', '49') and re.fullmatch(r'\d{5}', cells[8].split(',')[0]):
                places[cells[0]] = (cells[1], cells[8].split(',')[0], cells[2], cells[3])
    return places


def make_person(draw, number, age):
    """One invented row, without its place."""
    return {
        'nom': f'{draw.choice(LAST)}', 'prenom': draw.choice(FIRST),
        'date_naissance': f'{draw.randint(1, 28):02}/{draw.randint(1, 12):02}/{2025 - age}' if age else '',
        'sexe': draw.choice('MMMFFF') if draw.random() > 0.02 else '',
        'email': f'p{number}@example.org' if draw.random() > 0.3 else '',
        'telephone': f'06{number:08}' if draw.random() > 0.01 else '',
        'iban': 'FR7630006000011234567890189' if draw.random() < 0.4 else '',
        'groupe_sanguin': draw.choice(['A+', 'O+', 'B-', 'AB+']) if draw.random() > 0.2 else '',
        'religion': draw.choice(['catholique', 'musulman']) if draw.random() < 0.02 else '',
    }


def invent(places):
    """Rows by commune: a few large places, and many of one to twelve people."""
    draw = random.Random(20)
    chosen = draw.sample(sorted(places), 170)
    rows = []
    for index, code in enumerate(chosen):
        for _ in range(draw.randint(60, 400) if index < 12 else draw.choice([1, 1, 2, 3, 4, 5, 8, 10, 11, 12, 14, 25])):
            rows.append((code, make_person(draw, len(rows), draw.choice([0, 5, 12, 16, 20, 30, 40, 50, 60, 70, 80, 85]))))
    return rows


def write_dump(path, rows, places):
    with path.open('w', encoding='utf-8', newline='') as opened:
        writer = csv.DictWriter(opened, FIELDS, delimiter=';')
        writer.writeheader()
        for code, person in rows:
            writer.writerow({**person, 'code_postal': places[code][1], 'ville': places[code][0]})


def run(*command):
    done = subprocess.run([str(part) for part in (CLI, *command)], capture_output=True, text=True, timeout=600, check=False)
    if done.returncode != 0:
        raise AssertionError(f'{command} failed: {done.stderr}')
    return done.stdout


def read_csv(path):
    with path.open(encoding='utf-8', newline='') as opened:
        return list(csv.DictReader(opened))


class Case:
    """A dump, its case and its export."""

    def __init__(self, root, name, rows, places):
        self.folder = pathlib.Path(root, name)
        self.folder.mkdir()
        dump = self.folder / 'dump.csv'
        write_dump(dump, rows, places)
        self.path = self.folder / 'case.ampleur'
        run('import', dump, '--case', self.path, '--as-of', '2026-11-24', '--mandate', 'Tests')
        self.output = self.folder / 'report'
        run('export', self.path, '--output', self.output, '--lang', 'en')

    def truth(self, *arguments):
        return json.loads(run('stats', self.path, '--json', *arguments))


class System:
    """Unknown counts and the equations between them, for lp_solve. What is told stands as a number."""

    def __init__(self):
        self.told = {}
        self.lowest = {}
        self.rows = []

    def tell(self, name, value, lowest=1):
        """A told count, or a masked one: of at least so many."""
        if value is not None:
            self.told[name] = value
        else:
            self.lowest[name] = lowest

    def relate(self, total, sign, parts):
        """The sum of the parts, less what is told of it, against the total."""
        known = sum(self.told.get(part, 0) for part in parts)
        unknown = [part for part in parts if part not in self.told]
        if total in self.told:
            if unknown:
                self.rows.append(f'{" + ".join(unknown)} {sign} {self.told[total] - known}')
        else:
            self.rows.append(f'{" + ".join(unknown) or "0 zero"} - {total} {sign} {-known}')

    def maximise(self, name):
        rows = [f'R{index}: {row}' for index, row in enumerate(self.rows)]
        bounds = [f'{each} >= {value}' for each, value in self.lowest.items() if value and each not in self.told]
        text = ';\n'.join([f'max: {name}', *rows, *bounds, ''])
        done = subprocess.run(['lp_solve', '-S3'], input=text, capture_output=True, text=True, timeout=300, check=False)
        if 'UNBOUNDED' in done.stdout:
            return float('inf')
        found = re.search(r'Value of objective function:\s*([-\d.e+]+)', done.stdout)
        if not found:
            raise AssertionError((name, done.stdout[:300], done.stderr[:300]))
        return float(found.group(1))


LEVELS = ('country', 'region', 'departement', 'epci', 'commune')
REGIONS = {'35': '53', '22': '53', '44': '52', '49': '52'}


def to_count(row):
    return int(row['persons']) if row['persons'] else None


def name_of(*parts):
    return 'x_' + '_'.join(re.sub(r'\W', '', part.replace('+', 'p').replace('-', 't')) or 'none' for part in parts)


class Attack(unittest.TestCase):
    """What the tables of one export tell together."""

    @classmethod
    def setUpClass(cls):
        cls.root = tempfile.TemporaryDirectory()
        cls.places = read_communes()
        cls.case = Case(cls.root.name, 'one', invent(cls.places), cls.places)
        cls.tables = {path.stem[len('table-'):]: read_csv(path) for path in cls.case.output.glob('table-*.csv')}
        cls.persons = json.loads((cls.case.output / 'report.json').read_text(encoding='utf-8'))['figures']['persons']

    @classmethod
    def tearDownClass(cls):
        cls.root.cleanup()

    def find_parents(self, level, code):
        """What a place lies in, which everybody knows."""
        if level == 'commune' and code in self.places:
            return {'departement': self.places[code][2], 'epci': self.places[code][3]}
        return {'region': REGIONS.get(code)} if level == 'departement' else {}

    def add_column(self, system, column, total):
        """A place is its parts and a rest that nobody lists; every level makes the total."""
        system.tell(name_of('total', column), total)
        for level in LEVELS:
            system.relate(name_of('total', column), '=', [name_of(level, row['code'], column) for row in self.tables[level]])
        for level in LEVELS:
            sums = collections.defaultdict(list)
            for row in self.tables[level]:
                for parent, code in self.find_parents(level, row['code']).items():
                    sums[parent, code].append(name_of(level, row['code'], column))
            for (parent, code), parts in sums.items():
                if any(row['code'] == code for row in self.tables[parent]):
                    system.relate(name_of(parent, code, column), '=', [*parts, name_of('rest', parent, code, level, column)])

    def tell_persons(self, system):
        for level in LEVELS:
            for row in self.tables[level]:
                system.tell(name_of(level, row['code'], 'all'), to_count(row))

    def assert_open(self, system, small, limit):
        """No masked small count can be told to be small."""
        for name in random.Random(3).sample(small, min(limit, len(small))):
            self.assertGreaterEqual(system.maximise(name), MIN_CELL - 0.001, name)

    def test_places(self):
        system, small = System(), []
        self.tell_persons(system)
        self.add_column(system, 'all', self.persons)
        for level in LEVELS:
            told = {row['code']: row for row in self.tables[level]}
            for row in self.case.truth('--by', level)['rows']:
                if 0 < row['persons'] < MIN_CELL:
                    self.assertEqual((told[row['code']]['persons'], told[row['code']]['masked']), ('', '1'))
                    small.append(name_of(level, row['code'], 'all'))
        self.assertGreater(len(small), 60)
        self.assert_open(system, small, 40)

    def cross(self, key):
        """The crossings of all levels with a key: what is told, and what is true."""
        told, truth = {}, {}
        for level in LEVELS:
            for row in self.tables[f'{level}-by-{key}']:
                told[level, row['code'], row['column_code']] = to_count(row)
            exact = self.case.truth('--by', level, '--across', key)
            for row in exact['rows']:
                for column, cell in row['columns'].items():
                    truth[level, row['code'], column] = (cell['persons'], row['persons'])
        return told, truth

    def read_crossing(self, key, told, is_exclusive):
        """Everything that the tables by place, by the key and by both say."""
        system = System()
        columns = [row['code'] for row in self.tables[key]]
        listed = {(level, code) for level, code, _ in told}
        self.tell_persons(system)
        for level in LEVELS:
            for code in (row['code'] for row in self.tables[level]):
                cells = [name_of(level, code, column) for column in columns]
                for column, cell in zip(columns, cells, strict=True):
                    system.tell(cell, told.get((level, code, column)), int((level, code) in listed))
                if is_exclusive:
                    system.relate(name_of(level, code, 'all'), '=', cells)
                else:
                    for cell in cells:
                        system.relate(name_of(level, code, 'all'), '<=', [cell])
        self.add_column(system, 'all', self.persons)
        for row in self.tables[key]:
            self.add_column(system, row['code'], to_count(row))
        return system

    def attack_crossing(self, key, is_exclusive):
        told, truth = self.cross(key)
        small = []
        for (level, code, column), (count, whole) in truth.items():
            if 0 < count < MIN_CELL or 0 < whole - count < MIN_CELL:
                self.assertIsNone(told.get((level, code, column)), (level, code, column))
            if 0 < count < MIN_CELL:
                small.append(name_of(level, code, column))
        self.assertGreater(len(small), 20)
        self.assertGreater(sum(count is not None for count in told.values()), 20)
        self.assert_open(self.read_crossing(key, told, is_exclusive), small, 25)

    def test_sex(self):
        self.attack_crossing('sex', True)

    def test_age(self):
        self.attack_crossing('age', True)

    def test_category(self):
        self.attack_crossing('category', False)

    def test_sensitivity(self):
        self.attack_crossing('sensitivity', False)


def swap_places(rows, places):
    """The same rows, but two persons of two small communes, in one EPCI and département, live in each
    other's: only masked counts differ. Returns them, or None."""
    size = collections.Counter(code for code, _ in rows)
    small = sorted(code for code, n in size.items() if 2 <= n < MIN_CELL - 2)
    for one in small:
        for other in small:
            if one < other and places[one][2:] == places[other][2:] and abs(size[one] - size[other]) > 0 and len(places[one][0]) == len(places[other][0]):
                return move_one(rows, one, other)
    return None


def move_one(rows, one, other):
    """The first person of one place in the other."""
    moved = list(rows)
    index = next(index for index, (code, _) in enumerate(rows) if code == one)
    moved[index] = (other, rows[index][1])
    return moved


def read_texts(folder):
    """Everything that the files of an export say and draw, without the hash of the dump and of the files."""
    texts = {}
    for path in sorted(folder.iterdir()):
        if path.name == 'datapackage.json':
            continue
        if path.suffix in ('.odt', '.xlsx'):
            with zipfile.ZipFile(path) as opened:
                for name in opened.namelist():
                    texts[f'{path.name}/{name}'] = opened.read(name)
        elif path.name == 'report.pdf':
            texts[path.name] = subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, check=True).stdout
        else:
            texts[path.name] = path.read_bytes()
    return {name: re.sub(rb'[0-9a-f]{8,64}', b'#', text) if name == 'report.pdf' or not name.endswith(('.png', '.pdf')) else text for name, text in texts.items()}


class Interference(unittest.TestCase):
    """Two dumps that differ in masked counts alone give the same files."""

    def test_same_files(self):
        places = read_communes()
        rows = invent(places)
        moved = swap_places(rows, places)
        self.assertIsNotNone(moved)
        with tempfile.TemporaryDirectory() as root:
            cases = [Case(root, name, each, places) for name, each in (('one', rows), ('other', moved))]
            one, other = (read_texts(case.output) for case in cases)
            self.assertNotEqual(cases[0].truth('--by', 'commune'), cases[1].truth('--by', 'commune'))
            self.assertEqual(sorted(one), sorted(other))
            self.assertGreater(len(one), 90)
            self.assertEqual([name for name in one if one[name] != other[name]], [])


class Formats(unittest.TestCase):
    """No format tells what another one masks."""

    @classmethod
    def setUpClass(cls):
        cls.root = tempfile.TemporaryDirectory()
        places = read_communes()
        cls.output = Case(cls.root.name, 'one', invent(places), places).output
        cls.report = json.loads((cls.output / 'report.json').read_text(encoding='utf-8'))
        cls.told = {}
        for path in cls.output.glob('table-*.csv'):
            key, _, column_key = path.stem[len('table-'):].partition('-by-')
            for row in read_csv(path):
                place = f'{key}/{row["code"] or "unplaced"}'
                if column_key:
                    cls.told[f'{place}/{column_key}/{row["column_code"]}/persons'] = row['persons']
                    continue
                for column in ('persons', 'records', 'share', 'per_1000', 'sensitive_persons', 'sensitive_share'):
                    cls.told[f'{place}/{column}'] = row[column]

    @classmethod
    def tearDownClass(cls):
        cls.root.cleanup()

    def assert_as_told(self, figure, text):
        """Another format's text of a figure: masked where CSV masks it, and the same number where not."""
        told = self.told[figure]
        if told == '' and not figure.endswith(('per_1000', 'sensitive_share', '/share')):
            self.assertNotRegex(text, r'\d', figure)
        elif told != '' and figure.endswith(('persons', 'records')):
            self.assertEqual(re.sub(r'\D', '', text), told, figure)

    def test_html(self):
        page = (self.output / 'report.html').read_text(encoding='utf-8')
        cells = re.findall(r'<td [^>]*id="([^"]+)"[^>]*>(.*?)</td>', page)
        self.assertGreater(len(cells), 400)
        for figure, text in cells:
            if figure in self.told:
                self.assert_as_told(figure, html.unescape(re.sub(r'<[^>]*>', '', text)))

    def test_geojson(self):
        n = 0
        for path in self.output.glob('areas-*.geojson'):
            for feature in json.loads(path.read_text(encoding='utf-8'))['features']:
                row = feature['properties']
                for column in ('persons', 'records', 'share', 'per_1000', 'sensitive_persons'):
                    figure = f'{row["figure"]}/{column}'
                    if figure in self.told and self.told[figure] == '' and column in row:
                        self.assertIsNone(row[column], figure)
                        n += 1
        self.assertGreater(n, 100)

    def test_json(self):
        for name, crossing in self.report['crossings'].items():
            key, _, column_key = name.partition('-by-')
            for row in crossing['rows']:
                for column, persons in zip(crossing['columns'], row['persons'], strict=True):
                    told = self.told[f'{key}/{row["code"] or "unplaced"}/{column_key}/{column["code"]}/persons']
                    self.assertEqual('' if persons is None else str(persons), told)
        for key, table in self.report['tables'].items():
            for row in table['rows']:
                for column in ('persons', 'records', 'sensitive_persons'):
                    told = self.told[f'{key}/{row["code"] or "unplaced"}/{column}']
                    self.assertEqual('' if row[column] is None else str(row[column]), told)

    def test_xlsx(self):
        """A masked cell holds no number: as many numbers in each sheet of two keys as are told."""
        with zipfile.ZipFile(self.output / 'report.xlsx') as opened:
            names = re.findall(r'<sheet name="([^"]+)"', opened.read('xl/workbook.xml').decode())
            sheets = [opened.read(f'xl/worksheets/sheet{index + 1}.xml').decode() for index in range(len(names))]
        crossed = [(name, sheet) for name, sheet in zip(names, sheets, strict=True) if '×' in name]
        self.assertEqual(len(crossed), len(self.report['crossings']))
        for (name, sheet), crossing in zip(crossed, self.report['crossings'].values(), strict=True):
            numbers = re.findall(r'<c r="[A-Z]+\d+"(?: s="\d+")?><v>', sheet)
            told = sum(persons is not None for row in crossing['rows'] for persons in row['persons'])
            self.assertEqual(len(numbers), told, name)


class Severity(unittest.TestCase):
    """Persons by band tell nothing of persons with sensitive data that the tables of départements hide.

    Of people known by name and birth date, and a religion of some, the gravest band is exactly those with sensitive data.
    """

    TOWNS = {'22': ('22000', 'Saint-Brieuc', '53'), '29': ('29200', 'Brest', '53'), '35': ('35000', 'Rennes', '53'), '56': ('56000', 'Vannes', '53'),
             '44': ('44000', 'Nantes', '52'), '49': ('49000', 'Angers', '52'), '53': ('53000', 'Laval', '52'), '72': ('72000', 'Le Mans', '52'), '85': ('85000', 'La Roche-sur-Yon', '52')}

    def export(self, folder, seed, *options):
        """The report of a dump whose départements have few or many with sensitive data, and the exact one."""
        draw = random.Random(seed)
        dump, case = folder / f'{seed}.csv', folder / f'{seed}.ampleur'
        with dump.open('w', encoding='utf-8', newline='') as opened:
            rows = csv.writer(opened, delimiter=';')
            rows.writerow(['nom', 'prenom', 'date_naissance', 'code_postal', 'ville', 'religion', 'iban'])
            for postcode, town, _ in self.TOWNS.values():
                n_sensitive, n_financial = draw.choice([0, 3, 5, 12, 15, 20, 30, 40]), draw.choice([0, 4, 12, 20, 45]) if options else 0
                for index in range(draw.choice([60, 100, 150, 200])):
                    rows.writerow([draw.choice(LAST), draw.choice(FIRST), f'{draw.randint(1, 28):02}/{draw.randint(1, 12):02}/{draw.randint(1940, 2005)}',
                                   postcode, town, 'catholique' if index < n_sensitive else '', 'FR7630006000011234567890189' if draw.random() < n_financial / 60 else ''])
        subprocess.run([CLI, 'import', dump, '--case', case, '--mandate', 'x', '--analyst', 'x', '--client', 'x', '--as-of', '2026-11-28'], check=True, capture_output=True)
        if options:
            subprocess.run([CLI, 'severity', case, *options], check=True, capture_output=True)
        reports = []
        for min_cell in (str(MIN_CELL), '0'):
            output = folder / f'{seed}-{min_cell}'
            subprocess.run([CLI, 'export', case, '--output', output, '--format', 'json', '--min-cell', min_cell], check=True, capture_output=True)
            reports.append(json.loads((output / 'report.json').read_text(encoding='utf-8')))
        return reports

    @staticmethod
    def index(rows):
        return {row['code']: row for row in rows}

    def test_bands_are_no_way_around(self):
        n_told = n_hidden = 0
        with tempfile.TemporaryDirectory() as root:
            for seed in (2, 3, 4, 8, 11, 16):
                told, exact = self.export(pathlib.Path(root), seed)
                table = self.index(told['tables']['departement']['rows'])
                bands = self.index(told['severity']['persons_by_band'].get('departement', []))
                for code, row in self.index(exact['severity']['persons_by_band']['departement']).items():
                    self.assertEqual(row['very-high'], self.index(exact['tables']['departement']['rows'])[code]['sensitive_persons'])
                    if table[code]['sensitive_persons'] is None:
                        self.assertNotIn(code, bands)
                        n_hidden += 1
                n_told += len(bands)
        self.assertGreater(n_told, 10)
        self.assertGreater(n_hidden, 10)

    def test_several_bands(self):
        """With a band for each class, none that is told is small, nor what the table of classes hides."""
        n_told = 0
        with tempfile.TemporaryDirectory() as root:
            for seed in (1, 2, 3, 4):
                told, exact = self.export(pathlib.Path(root), seed, '--adjust', 'confidentiality=0', '--adjust', 'malice=0', '--adjust', 'ei=1', '--analyst', 'x', '--reason', 'x')
                self.assertGreater(sum(row['high'] for row in exact['severity']['persons_by_band']['departement']), 0)
                crossing = told['crossings']['departement-by-sensitivity']
                columns = [column['code'] for column in crossing['columns']]
                classes = {row['code']: dict(zip(columns, row['persons'], strict=True)) for row in crossing['rows']}
                for code, row in self.index(told['severity']['persons_by_band'].get('departement', [])).items():
                    self.assertNotIn(None, (classes[code]['financial'], classes[code]['sensitive']))
                    self.assertFalse([band for band in ('low', 'medium', 'high', 'very-high') if row[band] is not None and 0 < row[band] < MIN_CELL])
                    n_told += 1
        self.assertGreater(n_told, 0)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
