#!/usr/bin/env python3
"""Saved filters, tables of two keys and comparisons of ampleur-cli, against the truth.

usage: test-compare.py CLI MAKE_DUMP

Two dumps of one leak: the first holds some patients without the medical fields;
the second, found a week later, holds all of them with every field, and others
besides. Who is new, who is not, and what is newly exposed then follows from
what the generator knows of both groups.
"""
import collections
import csv
import json
import shutil
import unittest

from command_line import ContractTest, make_dump, run

# Of the first dump, the columns that say who the patients are; the rest is empty there.
KEPT = 25
# A seed that gives nobody without any key by which a twin is known: no NIR, no
# e-mail, no telephone, no place. Such a patient is counted in each dump.
OLD_SEED = 9


def read_rows(path):
    with open(path, encoding='utf-8', newline='') as file:
        return list(csv.reader(file, delimiter=';'))


def write_rows(path, rows):
    with open(path, 'w', encoding='utf-8', newline='') as file:
        csv.writer(file, delimiter=';', lineterminator='\r\n').writerows(rows)
    return path


class Compare(ContractTest):
    """One leak of which two dumps appeared, in one case."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        dialect = ('--encoding', 'utf-8', '--delimiter', ';')
        old, cls.old = make_dump(cls.folder, *dialect, name='old.csv', records=600, seed=OLD_SEED)
        new, cls.new = make_dump(cls.folder, *dialect, name='new.csv', records=400, seed=6)
        header, *rows = read_rows(old)
        first = write_rows(cls.folder / 'first.csv', [header, *([*row[:KEPT], *[''] * (len(row) - KEPT)] for row in rows)])
        second = write_rows(cls.folder / 'second.csv', [header, *rows, *read_rows(new)[1:]])
        fields = [{'header': column['header'], 'type': column['type']} for column in cls.old['columns']]
        cls.plan = cls.folder / 'plan.json'
        cls.plan.write_text(json.dumps({'fields': fields}), encoding='utf-8')
        cls.case, cls.alone = cls.folder / 'both.ampleur', cls.folder / 'second.ampleur'
        cls.import_case(cls.case, first, second)
        cls.import_case(cls.alone, second)

    @classmethod
    def import_case(cls, case, *dumps):
        result = run('import', *dumps, '--case', case, '--fields', cls.plan, '--as-of', cls.old['as_of'])
        if result.status != 0:
            raise AssertionError(result.message)

    def compare(self, *options, case=None):
        return self.ok('compare', case or self.case, '--json', *options).json

    def stats(self, by, *options, case=None):
        return self.ok('stats', case or self.case, '--by', by, '--json', *options).json

    def persons(self, truth, key):
        return collections.Counter({code: row['persons'] for code, row in truth['by'][key].items()})

    def test_who_is_new(self):
        found, = self.compare()['sources']
        self.assertEqual((found['first'], found['second']), (1, 2))
        self.assertEqual(found['records_first'], self.old['records'])
        self.assertEqual(found['records_second'], self.old['records'] + self.new['records'])
        self.assertEqual(found['persons_only_first'], 0)
        self.assertEqual(found['persons_both'], self.old['persons'])
        self.assertEqual(found['persons_only_second'], self.new['persons'])

    def test_what_is_new(self):
        found, = self.compare()['sources']
        categories = {row['code']: row for row in found['categories']}
        old, new = self.persons(self.old, 'category'), self.persons(self.new, 'category')
        for code, row in categories.items():
            self.assertEqual(row['persons_second'], old[code] + new[code], code)
            self.assertEqual(row['persons_newly'], row['persons_newly_known'] + new[code], code)
        # Nothing medical was in the first: all of it is new. Names were in both.
        self.assertEqual((categories['health']['persons_first'], categories['health']['persons_newly_known']), (0, old['health']))
        self.assertGreater(old['health'], 50)
        self.assertEqual(categories['identity']['persons_newly_known'], 0)
        self.assertGreaterEqual(found['persons_newly_exposed_further'], old['health'])
        self.assertLessEqual(found['persons_newly_exposed_further'], self.old['persons'])

    def test_sources_as_selections(self):
        found = self.compare('--a', 'source=1', '--b', 'source=2&source!=1')
        self.assertTrue(found['persons_matched'])
        self.assertEqual((found['a']['persons'], found['b']['persons']), (self.old['persons'], self.new['persons']))
        self.assertEqual(self.compare('--a', 'source&=1&source&=2')['a']['persons'], self.old['persons'])
        for row in found['by']['commune']:
            expected = [self.persons(truth, 'commune')[row['code']] for truth in (self.old, self.new)]
            self.assertEqual([row['a']['persons'], row['b']['persons']], expected, row['code'])
        for row in found['by']['sex']:
            self.assertEqual(row['b']['persons'], self.persons(self.new, 'sex')[row['code']])

    def test_figures_agree_with_stats(self):
        sides = {'a': 'commune=35238', 'b': 'age=0-14&age=15-17'}
        found = self.compare('--a', sides['a'], '--b', sides['b'])
        for side, terms in sides.items():
            where = [part for term in terms.split('&') for part in ('--where', term)]
            for key in ('category', 'sensitivity', 'age', 'sex', 'region', 'departement', 'epci', 'commune'):
                total, rows = (self.stats(key, *where)[name] for name in ('total', 'rows'))
                self.assertEqual(found[side]['persons'], total['persons'])
                compared = {row['code']: row[side] for row in found['by'][key]}
                self.assertEqual({row['code']: row['persons'] for row in rows},
                                 {code: row['persons'] for code, row in compared.items() if row['persons'] or row['records']}, (side, key))
                for row in rows:
                    self.assertAlmostEqual(row['share'], compared[row['code']]['share'], 5)
        self.assertEqual(found['b']['minors'], found['b']['persons'])
        for row in found['by']['age']:
            self.assertAlmostEqual(row['difference'], row['b']['share'] - row['a']['share'], 5)

    def test_another_case(self):
        found = self.compare('--with', self.alone)
        self.assertFalse(found['persons_matched'])
        self.assertEqual(found['b']['persons'], self.old['persons'] + self.new['persons'])
        self.assertEqual(found['b']['case'], str(self.alone))
        self.assertIn('nobody can be matched', self.ok('compare', self.case, '--with', self.alone).text)

    def test_text(self):
        text = self.ok('compare', self.case, '--a', 'category&=health&category!=financial', '--b', 'sex=F').text
        self.assertIn('A: Category: with Health, without Financial', text)
        self.assertRegex(text, rf'{self.old["persons"]} +persons in both')

    def test_saved_filters(self):
        case = self.folder / 'filters.ampleur'
        shutil.copy(self.case, case)
        self.assertEqual(self.ok('filters', case, '--json').json, {'filters': []})
        rennes = ['--where', 'epci=243500139', '--where', 'category!=health']
        self.ok('filters', case, '--save', ' Rennes Métropole ', *rennes)
        found = self.ok('filters', case, '--save', 'Women', '--where', 'sex=F', '--json').json
        self.assertEqual(found, {'filters': [{'name': 'Rennes Métropole', 'where': ['epci=243500139', 'category!=health']},
                                             {'name': 'Women', 'where': ['sex=F']}]})
        self.assertIn('Women\tSex: Female\n', self.ok('filters', case).text)
        saved = self.stats('sex', '--filter', 'Rennes Métropole', case=case)
        self.assertEqual(saved, self.stats('sex', *rennes, case=case))
        self.assertEqual(self.stats('sex', '--filter', 'Rennes Métropole', '--where', 'sex=F', case=case)['total'],
                         self.stats('sex', *rennes, '--where', 'sex=F')['total'])
        self.assertEqual(self.compare('--a', '@Women', '--b', 'sex=F', case=case)['a']['persons'], self.stats('sex', '--where', 'sex=F')['total']['persons'])
        self.assertEqual(self.ok('severity', case, '--filter', 'Women', '--json').json, self.ok('severity', case, '--where', 'sex=F', '--json').json)
        self.assertEqual(self.ok('filters', case, '--delete', 'Women', '--json').json['filters'][0]['name'], 'Rennes Métropole')
        self.fails(1, 'filters', case, '--delete', 'Women', says=['Women'])
        self.fails(2, 'stats', case, '--by', 'sex', '--filter', 'Women', says=['--filter', 'Women'])
        for name in ('', '  ', 'a\nb', 'x' * 61):
            self.fails(1, 'filters', case, '--save', name, '--where', 'sex=F')
        self.assertEqual(self.ok('verify', case, '--json').json['whole'], True)

    def test_across(self):
        found = self.stats('departement', '--across', 'category', '--where', 'source=2')
        self.assertEqual((found['by'], found['across']), ('departement', 'category'))
        columns = {row['code']: row['persons'] for row in found['columns']}
        for code, persons in columns.items():
            expected = {row['code']: (row['records'], row['persons']) for row in self.stats('departement', '--where', 'source=2', '--where', f'category&={code}')['rows']}
            cells = {row['code']: (row['columns'][code]['records'], row['columns'][code]['persons']) for row in found['rows']}
            self.assertEqual({row: counts for row, counts in cells.items() if any(counts)}, expected, code)
            self.assertEqual(sum(counts[1] for counts in cells.values()), persons, code)
        self.assertEqual(columns, {row['code']: row['persons'] for row in self.stats('category', '--where', 'source=2')['rows']})
        text = self.ok('stats', self.case, '--by', 'sex', '--across', 'age').text
        self.assertEqual(len(text.splitlines()), 1 + len(self.stats('sex')['rows']))

    def test_saved_comparisons(self):
        case = self.folder / 'compared.ampleur'
        shutil.copy(self.case, case)
        saved = self.compare('--a', 'sex=F', '--b', 'sex=M', '--save', 'Women and men', case=case)
        again = self.compare('--comparison', 'Women and men', case=case)
        self.assertEqual(again, saved)
        self.fails(2, 'compare', case, '--comparison', 'Nothing', says=['--comparison', 'Nothing'])
        self.fails(2, 'compare', case, '--comparison', 'Women and men', '--a', 'sex=F', says=['--comparison'])
        self.fails(2, 'compare', case, '--with', self.alone, '--save', 'Two cases', says=['--save'])
        self.fails(1, 'compare', case, '--a', 'sex=F', '--save', ' ', says=['name'])

    def test_misuse(self):
        self.fails(2, 'compare', self.alone, says=['nothing to compare'])
        self.fails(2, 'compare', self.case, '--a', 'colour=red', says=['--a', 'colour'])
        self.fails(2, 'compare', self.case, '--b', '@Nowhere', says=['--b', 'Nowhere'])
        self.fails(2, 'compare', self.case, '--b', 'commune=99999', says=['99999'])
        self.fails(1, 'compare', self.case, '--with', self.plan)
        self.fails(2, 'stats', self.case, '--by', 'sex', '--across', 'type')
        self.fails(2, 'stats', self.case, '--by', 'field', '--across', 'sex')
        self.fails(2, 'stats', self.case, '--by', 'sex', '--across', 'age', '--min-cell', '11')


if __name__ == '__main__':
    unittest.main(argv=['test-compare.py'])
