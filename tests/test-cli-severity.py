#!/usr/bin/env python3
"""The contract of ampleur-cli severity: the worked example of the method, groups, adjustments.

usage: test-cli-severity.py CLI MAKE_DUMP
"""
import json
import shutil
import unittest

from command_line import SENSITIVITY, ContractTest, make_dump, run

BANDS = ('low', 'medium', 'high', 'very-high')
CLASS_SCORE = {'simple': 3, 'behavioural': 4, 'financial': 3, 'sensitive': 4}  # from a health service


def band_of(score):
    return BANDS[sum(score >= edge for edge in (2, 3, 4))]


class SeverityTest(ContractTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        dump, cls.truth = make_dump(cls.folder, records=2000)
        cls.case = cls.folder / 'dump.ampleur'
        if run('import', dump, '--case', cls.case, '--as-of', cls.truth['as_of']).status != 0:
            raise AssertionError('the import failed')

    def severity(self, *options, case=None):
        return self.ok('severity', case or self.case, '--json', *options).json

    def test_worked_example(self):
        """Rows with results: 4 × 1 + 1; the laboratory as a whole is one of them."""
        found = self.severity()
        self.assertEqual((found['dpc'], found['ei'], found['cb'], found['score'], found['band']), (4, 1, 1, 5, 'very-high'))
        self.assertTrue(found['many_people'])
        self.assertFalse(found['adjusted'] or found['unintelligible'])
        self.assertEqual(found['computed'], {'score': 5, 'band': 'very-high'})

    def test_combinations_by_hand(self):
        """DPC of the table × EI of the table + 1, for every combination that holds a name and a number."""
        seen = 0
        for group in self.severity('--by', 'combination')['groups']:
            held = set(group['code'].split('+'))
            if not {'identity', 'official_id'} <= held:
                continue
            score = max(CLASS_SCORE[SENSITIVITY[category]] for category in held) * 1 + 1
            self.assertEqual((group['score'], group['band']), (score, band_of(score)), group['code'])
            self.assertEqual(group['bands'], {**dict.fromkeys(BANDS, 0), band_of(score): group['persons']})
            seen += 1
        self.assertGreater(seen, 1)

    def test_groups_add_up(self):
        whole = {band['code']: band['persons'] for band in self.severity()['bands']}
        for key in ('region', 'departement', 'epci', 'commune', 'age', 'sex', 'combination'):
            groups = self.severity('--by', key)['groups']
            self.assertEqual({band: sum(group['bands'][band] for group in groups) for band in BANDS}, whole, key)

    def test_text(self):
        text = self.ok('severity', self.case, '--by', 'age').text
        for part in ('Very high: 5.00 = 4 × 1.00 + 1.00', 'CNIL', 'more than 100 people', 'extension', '75 years'):
            self.assertIn(part, text)

    def test_adjust_and_reset(self):
        case = self.folder / 'adjusted.ampleur'
        shutil.copyfile(self.case, case)
        who = ('--analyst', 'Camille', '--reason', 'No name stands in it')
        found = self.severity('--adjust', 'ei=0.75', '--adjust', 'malice=0', *who, case=case)
        self.assertEqual((found['score'], found['band'], found['computed']['score']), (4 * 0.75 + 0.5, 'high', 5))
        self.assertEqual([(one['part'], one['value'], one['analyst'], one['reason']) for one in found['adjustments']],
                         [('ei', 0.75, 'Camille', who[3]), ('malice', 0, 'Camille', who[3])])
        self.assertRegex(found['adjustments'][0]['time'], r'^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$')
        parts = {part['code']: (part['computed'], part['value']) for part in found['parts']}
        self.assertEqual((parts['ei'], parts['malice'], parts['dpc']), ((1, 0.75), (0.5, 0), (4, 4)))
        text = self.ok('severity', case).text
        self.assertIn('Computed without the analyst’s adjustments: 5.00', text)
        self.assertIn('set by Camille', text)
        folder = self.folder / 'adjusted'
        self.ok('export', case, '--output', folder, '--format', 'json,html')
        told = json.loads((folder / 'report.json').read_text(encoding='utf-8'))['severity']
        self.assertEqual((told['score'], told['computed_score'], told['computed_band']), (3.5, 5, 'very-high'))
        self.assertEqual([(one['part'], one['value'], one['computed'], one['reason']) for one in told['adjustments']],
                         [('ei', 0.75, 1, who[3]), ('malice', 0, 0.5, who[3])])
        self.assertEqual(set(told['persons_by_band']), {'departement', 'age', 'sex'})
        page = (folder / 'report.html').read_text(encoding='utf-8')
        for part in ('0.75 instead of 1', 'Set by Camille', who[3], 'Severity by age'):
            self.assertIn(part, page)
        self.assertEqual(self.severity('--adjust', 'ei=computed', case=case)['score'], 4.5)
        self.assertEqual(self.severity('--reset', case=case)['score'], 5)
        self.assertTrue(self.ok('verify', case, '--json').json['whole'])

    def notification(self, *options, case=None):
        found = self.ok('notification', case or self.case, '--json', *options).json
        return found['clock'], {field['code']: field for field in found['fields']}

    def test_notification_is_filled(self):
        clock, fields = self.notification()
        self.assertEqual(clock, {'running': False, 'hours': 72, 'seconds_left': None, 'overdue': False, 'awareness_ahead': False})
        for code in ('people_number', 'records', 'data_categories', 'places', 'consequences', 'severity', 'sources', 'rows', 'program', 'threshold'):
            self.assertTrue(fields[code]['computed'], code)
        self.assertIn(f'{self.truth["persons"]["count"] if isinstance(self.truth["persons"], dict) else self.truth["persons"]:,}',
                      fields['people_number']['computed'])
        self.assertEqual({field['answer'] for field in fields.values()}, {None})

    def test_notification_is_answered(self):
        case = self.folder / 'notified.ampleur'
        shutil.copyfile(self.case, case)
        clock, fields = self.notification('--set', 'dpo=Somebody', '--set', 'awareness=2026-11-27T10:00:00Z', '--at', '2026-11-28T10:00:00Z', case=case)
        self.assertEqual((clock['seconds_left'], clock['overdue'], fields['dpo']['answer']), (48 * 3600, False, 'Somebody'))
        clock, _ = self.notification('--at', '2026-12-01T10:00:00Z', case=case)
        self.assertEqual((clock['seconds_left'], clock['overdue']), (-24 * 3600, True))
        ahead = ('notification', case, '--at', '2026-11-27T09:00:00Z')
        self.assertTrue(self.ok(*ahead, '--json').json['clock']['awareness_ahead'])
        self.assertTrue(self.ok(*ahead).text.startswith('The moment of awareness lies in the future'))
        _, fields = self.notification('--set', 'dpo=', case=case)
        self.assertIsNone(fields['dpo']['answer'])
        self.assertIn('Prise de connaissance', self.ok('notification', case, '--lang', 'fr').text)
        self.assertTrue(self.ok('verify', case, '--json').json['whole'])
        folder = self.folder / 'notified'
        self.assertEqual(self.ok('export', case, '--output', folder, '--format', 'notification', '--json').json['files'],
                         ['notification.html', 'notification.pdf', 'notification.odt'])

    def test_wrong_usage(self):
        for options in (['--set', 'dpo'], ['--set', 'colour=red'], ['--set', 'phase=finished'], ['--lang', 'de'], ['--at', 'now'], ['--min-cell', '3']):
            self.fails(2, 'notification', self.case, *options)
        for options in (['--adjust', 'ei=0.8', '--analyst', 'A', '--reason', 'R'], ['--adjust', 'ei=0.75'], ['--adjust', 'ei'],
                        ['--adjust', 'se=1', '--analyst', 'A', '--reason', 'R'], ['--by', 'field'], ['--by', 'colour'],
                        ['--where', 'commune=99999'], ['--where', 'colour=red']):
            self.fails(2, 'severity', self.case, *options)


if __name__ == '__main__':
    unittest.main(argv=['test-cli-severity.py'])
