#!/usr/bin/env python3
"""The contract of ampleur-cli on an imported case: stats, records, malformed, verify, export.

usage: test-cli-case.py CLI MAKE_DUMP
"""
import collections
import contextlib
import csv
import json
import os
import pathlib
import re
import sqlite3
import tempfile
import unittest

from command_line import SENSITIVITY, ContractTest, make_dump, run

KEYS = ('region departement epci commune country category sensitivity type field age sex source '
        'place-quality combination severity').split()
LEVELS = 'country region departement epci commune'.split()
QUALITIES = 'exact name postal guess none'.split()
FIELD_ROW = {'distinct': (int, type(None)), 'distinct_is_sampled': bool}
ROW = {'code': str, 'label': str, 'records': int, 'persons': int, 'share': float, 'per_1000': (float, type(None))}


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

    def count(self, by, where):
        """Of the facts that `where` lists by key and sign, count who has one (=), all (&=) and none (!=)."""
        tests = {'': any, '&': all, '!': lambda facts: not any(facts)}
        rows = collections.defaultdict(lambda: [0, 0])
        for i, told in enumerate((self.records, self.people)):
            for facts in told:
                if all(tests[sign](fact in facts for fact in terms) for (_, sign), terms in where.items()):
                    for key, code in facts:
                        if key == by:
                            rows[code][i] += 1
        return {code: tuple(counts) for code, counts in rows.items()}


# The order in which a combination names its categories, as the table of categories has them.
SENSITIVITY_ORDER = ('identity contact family professional technical administrative location habits financial official_id '
                     'credentials health genetic biometric sex_life religion politics union ethnicity offence').split()


class Case(ContractTest):
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
                self.assert_shape(row, {**ROW, **FIELD_ROW} if key == 'field' else ROW)
                if key == 'field':
                    self.assertTrue(1 <= row['distinct'] <= row['records'], row)
                    # All of a small dump is looked at.
                    self.assertFalse(row['distinct_is_sampled'], row)
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
            key, sign, code = re.fullmatch('([a-z-]+)([&!]?)=(.*)', term).groups()
            where[key, sign].append((key, code))
        found = {row['code']: (row['records'], row['persons']) for row in self.stats(by, *terms)['rows']}
        expected = self.profiles.count(by, where)
        self.assertEqual({code: counts for code, counts in found.items() if any(counts)}, expected, (by, terms))

    def test_sums_agree_with_the_records(self):
        for key in (*LEVELS, 'category', 'sensitivity', 'source', 'place-quality', 'combination'):
            self.compare(key)

    def test_filters(self):
        for terms in (['departement=35'], ['departement=35', 'departement=56'], ['departement=35', 'category=health'],
                      ['category=health', 'category=financial'], ['commune=', 'country=FR'], ['country='], ['source=2', 'region=53'],
                      ['source=1', 'source=2'], ['sensitivity=sensitive', 'place-quality=exact'], ['region=53', 'departement=75'],
                      ['epci=243500139', 'category=contact', 'category=health', 'source=1', 'source=2'],
                      ['category!=health'], ['category&=health', 'category&=contact', 'category!=financial'],
                      ['source&=1', 'source&=2'], ['source=1', 'source!=2'], ['departement!=35', 'departement!=', 'region=53'],
                      ['sensitivity&=sensitive', 'sensitivity&=financial', 'sensitivity!=behavioural'],
                      ['place-quality!=exact', 'combination!=', 'commune!=35238'], ['category=health', 'category!=health']):
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
                self.assertEqual(set(row), set(ROW) | (set(FIELD_ROW) if key == 'field' else set()))
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
        for options in (['--format', 'gif'], ['--lang', 'de'], ['--min-cell', '-1'], ['--min-cell', '4'],
                        ['--round', '3'], ['--png-width', '20'], ['--png-dpi', '5000'], ['--where', 'colour=red'], ['--where', 'commune=99999']):
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
    unittest.main(argv=['test-cli-case.py'])
