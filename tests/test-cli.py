#!/usr/bin/env python3
"""The contract of ampleur-cli on the way from a dump to a case: usage, inspect, import.

usage: test-cli.py CLI MAKE_DUMP
"""
import collections
import hashlib
import json
import os
import re
import shutil
import sqlite3
import threading
import unittest

from command_line import SENSITIVITY, ContractTest, make_dump, run

# ISO 8859-15 is told from Windows-1252 by a euro sign only: the tests of the layer see to it.
ENCODINGS = 'utf-8 utf-8-bom windows-1252 utf-16le utf-16be cp850 mac-roman'.split()
FIELD = {'position': int, 'header': str, 'type': str, 'category': (str, type(None)), 'sensitivity': (str, type(None)),
         'confidence': float, 'filled': float, 'valid': (float, type(None)), 'shape': str, 'evidence': list}
SOURCE = {'path': str, 'bytes': int, 'format': str, 'encoding': str, 'delimiter': str, 'quote': str, 'line_end': str,
          'has_header': bool, 'preamble_lines': int, 'records_estimate': int, 'fields': list, 'place_bases': list}
IMPORTED = {**SOURCE, 'sha256': str, 'records': int, 'malformed': int}
RESULT = {'case': str, 'sources': list, 'records': int, 'persons': int, 'persons_bounds': list, 'malformed': int,
          'unplaced': int, 'place_basis': (str, type(None)), 'seconds': float, 'peak_bytes': int}


def commands():
    """Return the commands that the help lists."""
    return re.findall(r'^  ([a-z]+) ', run('--help').text, re.MULTILINE)


class Usage(ContractTest):
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


class Inspect(ContractTest):
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


class Import(ContractTest):
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
        # The header finds a column that stands elsewhere than in the plan's own dump.
        moved = self.types({'header': 'sexe', 'position': 1, 'type': 'religion'})[0]
        self.assertEqual(moved, self.types()[0] | {'sexe': 'religion'})

    def test_plan_for_twins(self):
        """Of columns with the same header, the position tells which is meant."""
        dump = self.folder / 'twins.csv'
        dump.write_text('nom;zone;zone\n' + 'MARTEAU;x1;y2\nLEGOFF;q7;z3\n' * 40, encoding='utf-8')
        plan = self.folder / 'plan.json'
        for fields, expected in (([{'header': 'zone', 'position': 3, 'type': 'religion'}], ['unknown', 'religion']),
                                 ([{'header': 'zone', 'type': 'politics'}], ['politics', 'politics'])):
            plan.write_text(json.dumps({'fields': fields}), encoding='utf-8')
            result = self.ok('import', dump, '--case', self.case(), '--json', '--fields', plan).json
            self.assertEqual([field['type'] for field in result['sources'][0]['fields']][1:], expected)
        plan.write_text(json.dumps({'fields': [{'header': 'zone', 'position': 1, 'type': 'religion'}]}), encoding='utf-8')
        self.fails(1, 'import', dump, '--case', self.case(), '--fields', plan, says=['plan.json', 'entry 1'])

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


if __name__ == '__main__':
    unittest.main(argv=['test-cli.py'])
