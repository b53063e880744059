#!/usr/bin/env python3
"""The contract of ampleur-cli: what scripts rely on, command by command.

usage: test-cli.py CLI MAKE_DUMP
"""
import collections
import contextlib
import csv
import hashlib
import json
import os
import pathlib
import re
import shutil
import sqlite3
import tempfile
import threading
import unittest

from command_line import make_dump, run

KEYS = ('region departement epci commune country category sensitivity type field age sex source '
        'place-quality combination severity').split()
# ISO 8859-15 is told from Windows-1252 by a euro sign only: the tests of the layer see to it.
ENCODINGS = 'utf-8 utf-8-bom windows-1252 utf-16le utf-16be cp850 mac-roman'.split()
SENSITIVITY = {
    **dict.fromkeys('identity contact family professional technical administrative'.split(), 'simple'),
    **dict.fromkeys('location habits'.split(), 'behavioural'),
    **dict.fromkeys('financial official_id credentials'.split(), 'financial'),
    **dict.fromkeys('health genetic biometric sex_life religion politics union ethnicity offence'.split(), 'sensitive'),
}
LEVELS = 'country region departement epci commune'.split()
QUALITIES = 'exact name postal guess none'.split()
FIELD = {'position': int, 'header': str, 'type': str, 'category': (str, type(None)), 'sensitivity': (str, type(None)),
         'confidence': float, 'filled': float, 'valid': (float, type(None)), 'shape': str, 'evidence': list}
SOURCE = {'path': str, 'bytes': int, 'format': str, 'encoding': str, 'delimiter': str, 'quote': str, 'line_end': str,
          'has_header': bool, 'preamble_lines': int, 'records_estimate': int, 'fields': list, 'place_bases': list}
IMPORTED = {**SOURCE, 'sha256': str, 'records': int, 'malformed': int}
RESULT = {'case': str, 'sources': list, 'records': int, 'persons': int, 'persons_bounds': list, 'malformed': int,
          'unplaced': int, 'place_basis': (str, type(None)), 'seconds': float, 'peak_bytes': int}
ROW = {'code': str, 'label': str, 'records': int, 'persons': int, 'share': float, 'per_1000': (float, type(None))}


def commands():
    """Return the commands that the help lists."""
    return re.findall(r'^  ([a-z]+) ', run('--help').text, re.MULTILINE)


class Test(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.holder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.holder.cleanup)
        cls.folder = pathlib.Path(cls.holder.name)

    def setUp(self):
        self.files = {path.name for path in self.folder.iterdir()}

    def ok(self, *arguments, **options):
        result = run(*arguments, **options)
        self.assertEqual((result.status, result.message), (0, ''), arguments)
        return result

    def fails(self, status, *arguments, says=(), **options):
        """It exits with @status, tells why in one line, and prints nothing."""
        result = run(*arguments, **options)
        self.assertEqual((result.status, result.out), (status, b''), (arguments, result.message))
        self.assertRegex(result.message, r'\Aampleur-cli: .+\n\Z')
        for part in says:
            self.assertIn(part, result.message)
        return result

    def assert_shape(self, found, expected):
        self.assertEqual(set(found), set(expected))
        for name, kind in expected.items():
            kinds = kind if isinstance(kind, tuple) else (kind,)
            # Whole numbers are written without a point; a truth value is no number.
            kinds += (int,) if float in kinds else ()
            self.assertIn(type(found[name]), kinds, name)


class Usage(Test):
    def test_help(self):
        self.assertLessEqual({'inspect', 'import', 'stats', 'records', 'malformed', 'export', 'verify'}, set(commands()))
        for call in ([], *([command] for command in commands())):
            for option in ('--help', '-h'):
                self.assertIn('ampleur-cli', self.ok(*call, option).text)
        self.assertEqual(self.ok('inspect', 'nothing.csv', '--help').text, self.ok('inspect', '--help').text)

    def test_version(self):
        version = self.ok('--version').text
        self.assertRegex(version, r'\Aampleur-cli \d+\.\d+\.\d+\n\Z')
        for command in commands():
            self.assertEqual(self.ok(command, '--version').text, version)
            self.assertEqual(self.ok(command, 'nothing', '--version').text, version)

    def test_wrong_usage(self):
        for call in ([], *([command] for command in commands())):
            result = run(*call)
            self.assertEqual((result.status, result.out), (2, b''), call)
            self.assertIn('ampleur-cli', result.message)
        self.fails(2, 'guess')
        self.fails(2, '')
        self.fails(2, '--guess')
        for command in commands():
            self.fails(2, command, 'file', '--guess', says=['--guess'])
        for command in ('records', 'malformed', 'verify', 'stats'):
            result = run(command, 'one', 'two', *(['--by', 'sex'] if command == 'stats' else []))
            self.assertEqual((result.status, result.out), (2, b''), command)

    def test_wrong_options(self):
        self.fails(2, 'import', 'dump.csv', says=['--case'])
        self.fails(2, 'import', 'dump.csv', '--case', says=['--case'])
        for day in ('yesterday', '2026-13-01', '2026-02-30', '', '31/01/2026x'):
            self.fails(2, 'import', 'dump.csv', '--case', 'a', '--as-of', day, says=['--as-of'])
        self.fails(2, 'stats', 'case', says=['--by'])
        self.fails(2, 'stats', 'case', '--by', 'colour', says=['--by', 'colour'])
        for number in ('-1', 'many', '1.5', '99999999999999999999'):
            self.fails(2, 'stats', 'case', '--by', 'sex', '--min-cell', number, says=['--min-cell'])
        for term in ('colour=red', 'category=red', 'sex', '=', 'sex=', 'age=12', 'source=0', 'source=x', 'type=nir',
                     'field=1', 'severity=high', 'place-quality=good', 'combination=red', 'sensitivity=high', 'sex=F\n'):
            self.fails(2, 'stats', 'case', '--by', 'sex', '--where', term, says=['--where'])

    def test_full_output(self):
        with open('/dev/full', 'wb') as full:
            for call in (['--version'], ['--help']):
                self.assertEqual(run(*call, stdout=full).status, 1)


class Inspect(Test):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.dump, cls.truth = make_dump(cls.folder)
        cls.narrow, _ = make_dump(cls.folder, name='narrow.csv', preset='narrow')

    def test_json(self):
        found = self.ok('inspect', self.dump, '--json').json
        self.assertEqual(list(found), ['sources'])
        source, = found['sources']
        self.assert_shape(source, SOURCE)
        self.assertEqual(source['path'], str(self.dump))
        self.assertEqual(source['bytes'], self.dump.stat().st_size)
        self.assertEqual({key: source[key] for key in ('format', 'encoding', 'delimiter', 'quote', 'line_end', 'has_header', 'preamble_lines')},
                         {'format': 'delimited', 'encoding': 'windows-1252', 'delimiter': ';', 'quote': '"', 'line_end': 'crlf',
                          'has_header': True, 'preamble_lines': 0})
        self.assertTrue(0.8 * 1500 < source['records_estimate'] < 1.2 * 1500)
        self.assertEqual([field['header'] for field in source['fields']], [column['header'] for column in self.truth['columns']])
        for position, field in enumerate(source['fields'], 1):
            self.assert_shape(field, FIELD)
            self.assertEqual(field['position'], position)
            self.assertEqual(SENSITIVITY.get(field['category']), field['sensitivity'])
            for share in ('confidence', 'filled', 'valid'):
                self.assertTrue(field[share] is None or 0 <= field[share] <= 1)
            self.assertTrue(all(type(reason) is str for reason in field['evidence']))
            self.assertLessEqual(set(re.sub(r'\\.', '', field['shape'])) & set('bcdefghijklmnopqrstuvwxyzBCDEFGHIJKLMNOPQRSTUVWXYZ012345678'), set())

    def test_stable(self):
        self.assertEqual(self.ok('inspect', self.dump, '--json').out, self.ok('inspect', '--json', self.dump).out)

    def test_text(self):
        text = self.ok('inspect', self.dump).text
        for column in self.truth['columns']:
            self.assertIn(column['header'][:28], text)

    def test_several(self):
        paths = [source['path'] for source in self.ok('inspect', self.dump, '--json', self.narrow).json['sources']]
        self.assertEqual(paths, [str(self.dump), str(self.narrow)])

    def test_dashes(self):
        shutil.copy(self.narrow, self.folder / '-dash.csv')
        for call in (['--json', '--', '-dash.csv'], ['narrow.csv', '--json', '--', '-dash.csv']):
            paths = [source['path'] for source in self.ok('inspect', *call, cwd=self.folder).json['sources']]
            self.assertEqual(paths[-1], '-dash.csv')
            self.assertEqual(len(paths), len(call) - 2 + (len(call) == 2))
        self.fails(2, 'inspect', '-dash.csv', cwd=self.folder)
        self.fails(1, 'inspect', '--', '--', says=['--'], cwd=self.folder)

    def test_standard_input(self):
        expected, = self.ok('inspect', self.narrow, '--json').json['sources']
        with open(self.narrow, 'rb') as opened:
            for options, size in (({'source': [self.narrow.read_bytes()]}, -1), ({'stdin': opened}, expected['bytes'])):
                found, = self.ok('inspect', '-', '--json', **options).json['sources']
                self.assertEqual((found['path'], found['bytes']), ('-', size))
                for key in expected.keys() - {'path', 'bytes'}:
                    self.assertEqual(found[key], expected[key], key)

    def test_dialects(self):
        for encoding in ENCODINGS:
            dump, _ = make_dump(self.folder, '--encoding', encoding.replace('-roman', 'roman'), name=encoding, records=300)
            source, = self.ok('inspect', dump, '--json').json['sources']
            self.assertEqual(source['encoding'], encoding)
        for option, value, key, code in (('--delimiter', '^A', 'delimiter', '\x01'), ('--delimiter', 'tab', 'delimiter', '\t'),
                                         ('--quote', 'none', 'quote', ''), ('--line-end', 'cr', 'line_end', 'cr'),
                                         ('--line-end', 'mixed', 'line_end', 'mixed'), ('--preamble', '2', 'preamble_lines', 2)):
            dump, _ = make_dump(self.folder, option, value, name='dialect.csv', records=300)
            source, = self.ok('inspect', dump, '--json').json['sources']
            self.assertEqual(source[key], code, (option, value))

    def test_headers_are_made_safe(self):
        path = self.folder / 'hostile.csv'
        path.write_text('nom\x1b[31m;pré\u202enom;ville\x07\n' + 'Durand;Anne;Rennes\n' * 20, encoding='utf-8')
        for call in (['inspect', path], ['inspect', path, '--json']):
            text = self.ok(*call).text
            self.assertNotRegex(text, '[\x00-\x08\x0b-\x1f\x7f\u202e]')
            self.assertIn('u{202E}', text)


class Import(Test):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.dump, cls.truth = make_dump(cls.folder, '--malformed', '0.02', records=3000)
        cls.narrow, cls.narrow_truth = make_dump(cls.folder, name='narrow.csv', preset='narrow')
        cls.n_cases = 0

    def case(self):
        type(self).n_cases += 1
        return self.folder / f'{self.n_cases}.ampleur'

    def stats(self, case, by, *where):
        terms = [part for term in where for part in ('--where', term)]
        return self.ok('stats', case, '--by', by, '--json', *terms).json

    def test_json(self):
        case = self.case()
        found = self.ok('import', self.dump, '--case', case, '--json').json
        self.assert_shape(found, RESULT)
        source, = found['sources']
        self.assert_shape(source, IMPORTED)
        self.assertEqual(found['case'], str(case))
        self.assertEqual(source['sha256'], hashlib.sha256(self.dump.read_bytes()).hexdigest())
        self.assertEqual(source['bytes'], self.dump.stat().st_size)
        for name in ('records', 'malformed'):
            self.assertEqual(found[name], self.truth[name])
            self.assertEqual(source[name], self.truth[name])
        self.assertEqual(found['persons'], self.truth['persons'])
        self.assertEqual(found['unplaced'], self.truth['unplaced']['records'])
        lowest, highest = found['persons_bounds']
        self.assertTrue(0 < lowest <= found['persons'] <= highest <= found['records'])
        self.assertTrue(found['seconds'] >= 0 and found['peak_bytes'] > 0)
        expected, = self.ok('inspect', self.dump, '--json').json['sources']
        self.assertEqual({key: source[key] for key in expected}, expected)

    def test_text(self):
        text = self.ok('import', self.dump, '--case', self.case()).text
        for number in (self.truth['records'], self.truth['persons'], self.truth['malformed'], self.truth['unplaced']['records']):
            self.assertRegex(text, rf'\b{number}\b')

    def test_place_basis(self):
        dump = self.folder / 'addresses.csv'
        dump.write_text('NOM;PRENOM;CP;VILLE;CP_MED;VILLE_MED\n' + 'MARTIN;JULIE;35000;RENNES;29200;BREST\n' * 20)
        bases = self.ok('inspect', dump, '--json').json['sources'][0]['place_bases']
        self.assertEqual(bases, [{'code': 'person', 'fields': [3, 4], 'default': True}, {'code': 'doctor', 'fields': [5, 6], 'default': False}])
        for options, code, commune in (((), 'person', '35238'), (('--place-basis', 'person'), 'person', '35238'), (('--place-basis', 'doctor'), 'doctor', '29019')):
            case = self.case()
            self.assertEqual(self.ok('import', dump, '--case', case, '--json', *options).json['place_basis'], code)
            row, = self.ok('stats', case, '--by', 'commune', '--json').json['rows']
            self.assertEqual((row['code'], row['records']), (commune, 20))
        case = self.case()
        self.fails(1, 'import', dump, '--case', case, '--place-basis', 'insurer', says=('addresses.csv', 'insurer'))
        self.assertFalse(case.exists())

    def test_same_bytes_each_time(self):
        first, second = self.case(), self.case()
        for case in (first, second):
            self.ok('import', self.dump, '--case', case, '--as-of', '2026-01-31')
        self.assertEqual(first.read_bytes(), second.read_bytes())

    def test_pipes(self):
        cases = [self.case(), self.case(), self.case()]
        fifo = self.folder / 'fifo'
        os.mkfifo(fifo)
        data = self.dump.read_bytes()
        writer = threading.Thread(target=fifo.write_bytes, args=(data,))
        writer.start()
        results = [self.ok('import', self.dump, '--case', cases[0], '--json').json,
                   self.ok('import', '--case', cases[1], '--json', fifo).json,
                   self.ok('import', '--json', '-', '--case', cases[2], source=[data[:1], data[1:70000], data[70000:]]).json]
        writer.join()
        fifo.unlink()
        for result, case in zip(results[1:], cases[1:]):
            for name in ('records', 'persons', 'persons_bounds', 'malformed', 'unplaced'):
                self.assertEqual(result[name], results[0][name])
            for name in ('sha256', 'bytes', 'encoding', 'records', 'malformed'):
                self.assertEqual(result['sources'][0][name], results[0]['sources'][0][name], name)
            self.assertEqual(self.ok('records', case).out, self.ok('records', cases[0]).out)
            self.assertEqual(self.ok('malformed', case).out, self.ok('malformed', cases[0]).out)

    def test_several_sources(self):
        case = self.case()
        found = self.ok('import', self.dump, self.narrow, self.narrow, '--case', case, '--json').json
        self.assertEqual([source['records'] for source in found['sources']], [3000, 1500, 1500])
        self.assertEqual(found['records'], 6000)
        # The same file twice: the same people.
        self.assertLessEqual(found['persons'], self.truth['persons'] + self.narrow_truth['persons'])
        rows = {row['code']: row for row in self.stats(case, 'source')['rows']}
        self.assertEqual({code: row['records'] for code, row in rows.items()}, {'1': 3000, '2': 1500, '3': 1500})
        self.assertEqual({code: row['label'] for code, row in rows.items()}, {'1': 'dump.csv', '2': 'narrow.csv', '3': 'narrow.csv'})
        self.assertEqual(rows['2']['persons'], rows['3']['persons'])
        both = self.stats(case, 'sex', 'source=2')['total']
        self.assertEqual(both, self.stats(case, 'sex', 'source=3')['total'] | {'persons': both['persons']})
        records = self.ok('records', case).table
        self.assertEqual(collections.Counter(record['source'] for record in records), {'1': 3000, '2': 1500, '3': 1500})
        for source, first_line in (('1', 2), ('2', 2), ('3', 2)):
            numbers = [record for record in records if record['source'] == source]
            self.assertEqual([int(record['ordinal']) for record in numbers], list(range(1, len(numbers) + 1)))
            self.assertEqual(int(numbers[0]['line']), first_line)
        pairs = zip((r for r in records if r['source'] == '2'), (r for r in records if r['source'] == '3'))
        self.assertTrue(all(a['line'] == b['line'] and a['commune'] == b['commune'] for a, b in pairs))

    def test_existing(self):
        case = self.case()
        self.ok('import', self.narrow, '--case', case)
        before = case.read_bytes()
        self.fails(1, 'import', self.dump, '--case', case, says=[case.name])
        self.assertEqual(case.read_bytes(), before)
        self.ok('import', self.dump, '--case', case, '--overwrite')
        self.assertEqual(self.stats(case, 'sex')['total']['records'], 3000)
        self.assertFalse([name for name in os.listdir(self.folder) if 'partial' in name])

    def test_mandate(self):
        texts = {'mandate': "Article L. 2321-2 — « mise en demeure »", 'analyst': 'Équipe A', 'client': "L'autorité", 'reference': 'n° 12'}
        options = [part for name, text in texts.items() for part in (f'--{name}', text)]
        names = {'mandate': 'mandate-legal-basis', 'analyst': 'mandate-analyst', 'client': 'mandate-client', 'reference': 'mandate-reference'}
        for locale in ('C.UTF-8', 'C', 'POSIX', ''):
            case = self.case()
            self.ok('import', self.narrow, '--case', case, *options, '--as-of', '2026-01-31', environment={'LC_ALL': locale})
            with sqlite3.connect(case) as database:
                facts = dict(database.execute('SELECT name, value FROM facts'))
            database.close()
            self.assertEqual({name: facts[names[name]] for name in texts}, texts)
            self.assertEqual(facts['as-of'], '2026-01-31')

    def test_ages_follow_the_day(self):
        shares = []
        for day in ('1990-01-01', '2026-01-31', '2095-01-01'):
            case = self.case()
            self.ok('import', self.narrow, '--case', case, '--as-of', day)
            rows = {row['code']: row['persons'] for row in self.stats(case, 'age')['rows']}
            shares.append(rows.get('75+', 0))
        self.assertEqual(shares, sorted(set(shares)))

    def import_with_plan(self, plan, *dumps):
        path = self.folder / 'plan.json'
        path.write_bytes(plan if isinstance(plan, bytes) else json.dumps(plan).encode())
        return ('import', *(dumps or [self.narrow]), '--case', self.case(), '--json', '--fields', path)

    def types(self, *fields, dumps=()):
        result = self.ok(*self.import_with_plan({'fields': list(fields)}, *dumps)).json
        return [{field['header']: field['type'] for field in source['fields']} for source in result['sources']]

    def test_plan(self):
        self.assertEqual(self.types({'header': 'sexe', 'type': 'religion'}, {'position': 1, 'type': 'iban'})[0],
                         self.types()[0] | {'sexe': 'religion', 'id': 'iban'})
        ignored = self.types({'header': 'email', 'type': 'unknown', 'ignored': True})[0]
        self.assertEqual(ignored, self.types()[0] | {'email': 'unknown'})
        one, other = self.types({'header': 'sexe', 'type': 'title', 'source': 'narrow.csv'}, dumps=[self.narrow, self.dump])
        self.assertEqual((one['sexe'], other['SEXE']), ('title', 'sex'))

    def test_plan_counts(self):
        call = self.import_with_plan({'fields': [{'header': 'sexe', 'type': 'religion'}]})
        self.ok(*call)
        rows = {row['code']: row for row in self.stats(call[3], 'category')['rows']}
        fields = {row['label']: row for row in self.stats(call[3], 'field')['rows']}
        self.assertEqual(rows['religion']['records'], fields['sexe']['records'])
        self.assertEqual(rows['religion']['persons'], fields['sexe']['persons'])

    def test_wrong_plans(self):
        secret = 'GRIVAFEUIL'
        for plan in (secret.encode(), b'', b'\0\xff' + secret.encode(), [secret], secret, {'fields': secret}, {'field': []},
                     {'fields': [secret]}, {'fields': [{'type': 'sex', secret: 1}]}, {'fields': [{'header': 'sexe'}]},
                     {'fields': [{'header': 'sexe', 'type': secret}]}, {'fields': [{'header': secret, 'type': 'sex'}]},
                     {'fields': [{'position': 99, 'type': 'sex'}]}, {'fields': [{'position': -1, 'type': 'sex'}]},
                     {'fields': [{'position': 1.5, 'type': 'sex'}]}, {'fields': [{'position': '1', 'type': 'sex'}]},
                     {'fields': [{'position': 1, 'type': 'sex', 'source': secret}]}, {'fields': [{'header': 'sexe', 'type': 7}]},
                     {'fields': [{'header': 'sexe', 'type': 'sex', 'ignored': secret}]}, self.dump.read_bytes(),
                     b'[' * 100000, b'{"fields":' * 3000):
            call = self.import_with_plan(plan)
            result = self.fails(1, *call, says=['plan.json'])
            self.assertNotIn(secret, result.message)
            self.assertFalse(call[3].exists())
        self.fails(1, 'import', self.narrow, '--case', self.case(), '--fields', self.folder / 'none.json', says=['none.json'])
        self.fails(1, 'import', self.narrow, '--case', self.case(), '--fields', self.folder, says=[self.folder.name])


class Profiles:
    """The records of a case, counted here as the case should count them."""

    def __init__(self, records):
        self.records = [self.tell(record) for record in records]
        people = collections.defaultdict(list)
        for record, facts in zip(records, self.records):
            people[record['person']].append((record, facts))
        self.people = [self.join(person) for person in people.values()]

    @staticmethod
    def tell(record):
        categories = record['categories'].split(',') if record['categories'] else []
        facts = {(level, record[level]) for level in LEVELS} | {('place-quality', record['quality']), ('source', record['source'])}
        facts |= {('category', code) for code in categories} | {('sensitivity', SENSITIVITY[code]) for code in categories}
        return facts | {('combination', '+'.join(categories))}

    @staticmethod
    def join(person):
        """Return what is known of somebody: the best place, and all that any record tells."""
        def rank(item):
            record, _ = item
            finest = max((i for i, level in enumerate(LEVELS) if record[level]), default=-1)
            return -finest, QUALITIES.index(record['quality']), int(record['source']), int(record['ordinal'])

        _, best = min(person, key=rank)
        places = {*LEVELS, 'place-quality'}
        facts = {fact for fact in best if fact[0] in places}
        facts |= {fact for _, one in person for fact in one if fact[0] not in places and fact[0] != 'combination'}
        order = list(SENSITIVITY_ORDER)
        categories = sorted((code for key, code in facts if key == 'category'), key=order.index)
        return facts | {('combination', '+'.join(categories))}

    def count(self, by, *where):
        rows = collections.defaultdict(lambda: [0, 0])
        for i, told in enumerate((self.records, self.people)):
            for facts in told:
                if all(any(fact in facts for fact in terms) for terms in where):
                    for key, code in facts:
                        if key == by:
                            rows[code][i] += 1
        return {code: tuple(counts) for code, counts in rows.items()}


# The order in which a combination names its categories, as the table of categories has them.
SENSITIVITY_ORDER = ('identity contact family professional technical administrative location habits financial official_id '
                     'credentials health genetic biometric sex_life religion politics union ethnicity offence').split()


class Case(Test):
    """What one case answers."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.dump, cls.truth = make_dump(cls.folder, '--malformed', '0.02', records=3000)
        other, _ = make_dump(cls.folder, name='other.csv', preset='narrow', seed=12)
        cls.case = cls.folder / 'dump.ampleur'
        if run('import', cls.dump, other, '--case', cls.case, '--as-of', cls.truth['as_of']).status != 0:
            raise AssertionError('the import failed')
        cls.records = run('records', cls.case).table
        cls.profiles = Profiles(cls.records)

    def stats(self, by, *terms, **options):
        where = [part for term in terms for part in ('--where', term)]
        more = [part for name, value in options.items() for part in (f'--{name.replace("_", "-")}', str(value))]
        return self.ok('stats', self.case, '--by', by, '--json', *where, *more).json

    def test_stats_json(self):
        for key in KEYS:
            found = self.stats(key)
            self.assertEqual(set(found), {'by', 'where', 'total', 'rows'})
            self.assertEqual((found['by'], found['where']), (key, []))
            self.assertEqual(found['total'], {'records': len(self.records), 'persons': len(self.profiles.people)})
            self.assertTrue(found['rows'])
            for row in found['rows']:
                self.assert_shape(row, ROW)
                self.assertAlmostEqual(row['share'], row['persons'] / found['total']['persons'], 5)
                self.assertTrue(row['label'])
            # Degrees of severity have an order of their own among equals.
            order = [(-row['persons'], -row['records'], row['code'] if key != 'severity' else '') for row in found['rows']]
            self.assertEqual(order, sorted(order), key)
            self.assertEqual(len({row['code'] for row in found['rows']}), len(order), key)
            self.assertEqual(self.stats(key), found)

    def test_stats_text(self):
        text = self.ok('stats', self.case, '--by', 'departement').text
        for row in self.stats('departement')['rows']:
            self.assertRegex(text, rf' {row["persons"]} +{row["records"]} +{row["code"]}  {re.escape(row["label"])}\n')

    def compare(self, by, *terms):
        where = collections.defaultdict(list)
        for term in terms:
            key, code = term.split('=')
            where[key].append((key, code))
        found = {row['code']: (row['records'], row['persons']) for row in self.stats(by, *terms)['rows']}
        expected = self.profiles.count(by, *where.values())
        self.assertEqual({code: counts for code, counts in found.items() if any(counts)}, expected, (by, terms))

    def test_sums_agree_with_the_records(self):
        for key in (*LEVELS, 'category', 'sensitivity', 'source', 'place-quality', 'combination'):
            self.compare(key)

    def test_filters(self):
        for terms in (['departement=35'], ['departement=35', 'departement=56'], ['departement=35', 'category=health'],
                      ['category=health', 'category=financial'], ['commune=', 'country=FR'], ['country='], ['source=2', 'region=53'],
                      ['source=1', 'source=2'], ['sensitivity=sensitive', 'place-quality=exact'], ['region=53', 'departement=75'],
                      ['epci=243500139', 'category=contact', 'category=health', 'source=1', 'source=2']):
            for key in ('commune', 'category', 'source', 'country'):
                self.compare(key, *terms)

    def test_persons_add_up_over_what_is_exclusive(self):
        for key in (*LEVELS, 'age', 'sex', 'place-quality', 'combination', 'severity'):
            for terms in ([], ['category=health'], ['source=2', 'departement=35']):
                found = self.stats(key, *terms)
                for name in ('records', 'persons'):
                    self.assertEqual(sum(row[name] for row in found['rows']), found['total'][name], (key, terms))

    def test_filter_and_row_agree(self):
        for key in ('region', 'category', 'sensitivity', 'age', 'sex', 'source', 'place-quality', 'combination'):
            for row in self.stats(key)['rows'][:6]:
                total = self.stats('sex', f'{key}={row["code"]}')['total']
                self.assertEqual(total, {'records': row['records'], 'persons': row['persons']}, (key, row['code']))

    def test_where_is_told(self):
        self.assertEqual(self.stats('sex', 'departement=35', 'category=health')['where'], ['departement=35', 'category=health'])

    def test_unknown_codes(self):
        for term in ('departement=99', 'region=00', 'commune=99999', 'epci=1', 'source=3', 'country=Atlantis'):
            self.fails(2, 'stats', self.case, '--by', 'sex', '--where', term, says=['--where', term.split('=')[1]])

    def test_min_cell(self):
        for key in ('commune', 'epci', 'age', 'combination', 'field'):
            whole = {row['code']: row for row in self.stats(key)['rows']}
            masked = self.stats(key, min_cell=11)
            hidden = [row for row in masked['rows'] if row['persons'] is None]
            self.assertEqual({row['code'] for row in masked['rows']}, set(whole))
            for row in masked['rows']:
                self.assertEqual(set(row), set(ROW))
                if row in hidden:
                    self.assertEqual([row[name] for name in ('records', 'persons', 'share', 'per_1000')], [None] * 4)
                else:
                    self.assertEqual(row, whole[row['code']])
                    self.assertTrue(row['persons'] == 0 or row['persons'] >= 11)
            if key == 'commune':
                self.assertGreater(len(hidden), 10)
            if key != 'field':
                # A single one would be the rest of the total.
                self.assertNotEqual(len(hidden), 1)
        self.assertEqual(self.stats('commune', min_cell=0), self.stats('commune'))
        tiny = self.stats('sex', 'commune=35047', min_cell=100000)
        self.assertEqual(tiny['total'], {'records': None, 'persons': None})

    def test_records(self):
        names = 'source ordinal line country region departement epci commune quality person categories'.split()
        lines = self.ok('records', self.case).text.split('\n')
        self.assertEqual(lines[0].split('\t'), names)
        self.assertEqual(lines[-1], '')
        self.assertTrue(all(line.count('\t') == len(names) - 1 for line in lines[:-1]))
        persons = {int(record['person']) for record in self.records}
        self.assertEqual(persons, set(range(1, len(persons) + 1)))
        for record in self.records:
            self.assertIn(record['quality'], QUALITIES)
            self.assertLessEqual(set(record['categories'].split(',')) - {''}, set(SENSITIVITY))
            self.assertEqual(record['quality'] == 'none', record['country'] == '')
            if record['country'] not in ('', 'FR'):
                self.assertFalse(any(record[level] for level in LEVELS[1:]))
            if record['commune']:
                self.assertTrue(record['region'] and record['departement'])

    def test_lines(self):
        """Each record stands where its line says."""
        lines = self.dump.read_bytes().split(b'\r\n')
        for record in self.records:
            if record['source'] == '1':
                self.assertRegex(lines[int(record['line']) - 1].replace(b'\0', b''), rb'^\d{8,9};')

    def test_malformed(self):
        expected = sorted((row['line'], row['reason']) for row in self.truth['malformed_rows'])
        rows = self.ok('malformed', self.case).table
        self.assertEqual(sorted((int(row['line']), row['reason']) for row in rows), expected)
        found = self.ok('malformed', self.case, '--json').json
        self.assertEqual(list(found), ['malformed'])
        self.assertEqual([{name: str(value) for name, value in row.items()} for row in found['malformed']], rows)
        lines = {(record['source'], record['ordinal']): record['line'] for record in self.records}
        for row in found['malformed']:
            self.assertEqual([type(row[name]) for name in ('source', 'ordinal', 'line', 'reason')], [int, int, int, str])
            self.assertEqual(lines[str(row['source']), str(row['ordinal'])], str(row['line']))

    def test_no_malformed(self):
        case = self.folder / 'sound.ampleur'
        dump, _ = make_dump(self.folder, name='sound.csv', records=100)
        self.ok('import', dump, '--case', case)
        self.assertEqual(self.ok('malformed', case, '--json').json, {'malformed': []})
        self.assertEqual(self.ok('malformed', case).text, 'source\tordinal\tline\treason\n')

    def test_verify(self):
        self.assertEqual(self.ok('verify', self.case, '--json').json, {'whole': True, 'problems': []})
        self.assertTrue(self.ok('verify', self.case).text)

    def test_readers_leave_the_case_alone(self):
        before = (self.case.read_bytes(), self.case.stat().st_mtime_ns, sorted(os.listdir(self.folder)))
        for call in (['verify'], ['records'], ['malformed'], ['stats', '--by', 'field']):
            self.ok(call[0], self.case, *call[1:])
        self.assertEqual((self.case.read_bytes(), self.case.stat().st_mtime_ns, sorted(os.listdir(self.folder))), before)

    def test_full_disk_behind_the_output(self):
        with open('/dev/full', 'wb') as full:
            for call in (['verify'], ['records'], ['malformed'], ['stats', '--by', 'field'], ['stats', '--by', 'sex', '--json']):
                self.assertEqual(run(call[0], self.case, *call[1:], stdout=full).status, 1, call)

    @contextlib.contextmanager
    def export(self, *options):
        """Export into a folder that is there for a while: the folder and the names of its files."""
        with tempfile.TemporaryDirectory(dir=self.folder) as name:
            folder = pathlib.Path(name, 'report')
            found = self.ok('export', self.case, '--output', folder, '--json', *options).json
            self.assertEqual(set(found), {'output', 'files'})
            self.assertEqual((found['output'], sorted(found['files'])), (str(folder), sorted(os.listdir(folder))))
            yield folder, found['files']

    def test_export(self):
        with self.export('--format', 'json,csv') as (folder, files):
            self.assertEqual({pathlib.Path(name).suffix for name in files}, {'.json', '.csv'})
            json.loads((folder / 'report.json').read_text(encoding='utf-8'))
        with self.export('--format', 'html') as (_, files):
            self.assertEqual(files, ['report.html'])
        with self.export('--format', 'html', '--lang', 'fr') as (folder, _):
            self.assertIn('lang="fr"', (folder / 'report.html').read_text(encoding='utf-8'))

    def test_export_masks(self):
        communes = {row['code']: row['persons'] for row in self.stats('commune')['rows']}
        small = next(persons for persons in communes.values() if 0 < persons < 11)
        texts = {}
        for name, options in (('masked', []), ('whole', ['--min-cell', '0'])):
            with self.export('--format', 'csv', *options) as (folder, _):
                with open(folder / 'table-commune.csv', encoding='utf-8-sig', newline='') as opened:
                    texts[name] = list(csv.reader(opened, delimiter=';' if ';' in opened.readline() else ','))
        self.assertEqual(len(texts['masked']), len(texts['whole']))
        self.assertNotEqual(texts['masked'], texts['whole'])
        self.assertTrue(any(str(small) in row for row in texts['whole']))
        # Persons and records of a place, if they are told at all, are not small.
        for row in texts['masked']:
            self.assertFalse([value for value in row[2:4] if value.isdigit() and 0 < int(value) < 11], row[:1])

    def test_wrong_exports(self):
        folder = self.folder / 'wrong'
        for options in (['--format', 'gif'], ['--lang', 'de'], ['--min-cell', '-1'], ['--where', 'colour=red'], ['--where', 'commune=99999']):
            self.fails(2, 'export', self.case, '--output', folder, *options, says=options[:1])
        self.fails(2, 'export', self.case, says=['--output'])
        self.fails(1, 'export', self.dump, '--output', folder, says=[self.dump.name])
        self.fails(1, 'export', self.case, '--output', self.dump, says=[self.dump.name])
        self.fails(1, 'export', self.case, '--output', '/proc/none/report')
        self.assertFalse(folder.exists())

    def damage(self, name, data):
        path = self.folder / name
        path.write_bytes(data)
        return path

    def assert_refused(self, path):
        """It is no case, or one that is not whole; nothing worse happens."""
        result = run('verify', path)
        self.assertEqual(result.status, 1)
        self.assertTrue(result.out or result.err)
        self.assertEqual(run('verify', path, '--json').status, 1)
        for call in (['records', path], ['malformed', path], ['stats', path, '--by', 'field'], ['stats', path, '--by', 'commune']):
            self.assertIn(run(*call).status, (0, 1), call)

    def test_damaged(self):
        whole = self.case.read_bytes()
        for size in (0, 1, 15, 16, 100, 4096, len(whole) // 2, len(whole) - 1):
            self.assert_refused(self.damage('cut.ampleur', whole[:size]))
        blobs = []
        with sqlite3.connect(self.case) as database:
            for table, columns in (('blocks', 'ordinals lines places category_sets profiles fields'), ('block_persons', 'persons'),
                                   ('person_blocks', 'cells'), ('cell_blocks', 'places category_sets profiles records persons')):
                for column in columns.split():
                    blobs += [blob for blob, in database.execute(f'SELECT {column} FROM {table} LIMIT 1') if blob]
        database.close()
        self.assertGreater(len(blobs), 8)
        for blob in blobs:
            # Long ones go on in overflow pages: a piece from the start is found in one.
            at = whole.find(blob[:64])
            self.assertGreater(at, 0)
            for flip in (0x01, 0x80, 0xff):
                self.assert_refused(self.damage('flipped.ampleur', whole[:at + 3] + bytes([whole[at + 3] ^ flip]) + whole[at + 4:]))

    def test_tampered(self):
        for change in ("UPDATE facts SET value = value + 1 WHERE name = 'persons'", 'DELETE FROM malformed', 'DELETE FROM blocks',
                       "UPDATE sources SET records = records + 1", "CREATE TABLE t (a)", "CREATE VIEW v AS SELECT 1", 'PRAGMA user_version = 99',
                       'PRAGMA application_id = 1', "UPDATE fields SET header = 'x'"):
            path = self.damage('tampered.ampleur', self.case.read_bytes())
            with sqlite3.connect(path) as database:
                database.execute(change)
            database.close()
            self.assert_refused(path)

    def test_no_case(self):
        for path in (self.dump, self.folder, self.folder / 'none', '/dev/null', ''):
            for call in (['verify'], ['records'], ['malformed'], ['stats', '--by', 'sex']):
                self.fails(1, call[0], path, *call[1:], says=[os.path.basename(path)])


if __name__ == '__main__':
    unittest.main(argv=['test-cli.py'])
