#!/usr/bin/env python3
"""The same dump gives the same bytes, whenever and wherever it is exported; every figure that
an export prints can be explained.

usage: test-same-bytes.py AMPLEUR_CLI DUMP LOCALE_DIRECTORY
"""
import csv
import filecmp
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import unittest

CLI, DUMP, LOCALES = (pathlib.Path(argument).resolve() for argument in sys.argv[1:4])


def run(*command, where, **environment):
    """Run the program in a folder; what it says is part of the failure."""
    done = subprocess.run([str(part) for part in (CLI, *command)], capture_output=True, text=True, cwd=where, timeout=300, check=False,
                          env={**os.environ, 'AMPLEUR_LOCALE_DIR': str(LOCALES), 'LC_ALL': 'C.UTF-8', **environment})
    if done.returncode != 0:
        raise AssertionError(f'{command} failed: {done.stderr}')
    return done.stdout


class SameBytes(unittest.TestCase):
    """Two imports and two exports, in two folders, at two times, in two time zones and two locales."""

    @classmethod
    def setUpClass(cls):
        cls.root = tempfile.TemporaryDirectory()
        cls.folders = []
        for index, place in enumerate(({'TZ': 'UTC'}, {'TZ': 'Pacific/Noumea', 'LC_ALL': 'fr_FR.UTF-8'})):
            folder = pathlib.Path(cls.root.name, 'deep' * index, f'folder {index}')
            folder.mkdir(parents=True)
            if index:
                # A second is the unit of the times that formats could hold.
                time.sleep(1.1)
            run('import', DUMP, '--case', 'case.ampleur', '--as-of', '2026-11-24', '--mandate', 'Tests of exports', where=folder, TZ=place['TZ'])
            for language in ('en', 'fr'):
                run('export', 'case.ampleur', '--output', f'report-{language}', '--lang', language, where=folder, **place)
            run('export', 'case.ampleur', '--output', 'part', '--lang', 'en', '--where', 'category=health', '--round', '5', where=folder, **place)
            cls.folders.append(folder)

    @classmethod
    def tearDownClass(cls):
        cls.root.cleanup()

    def test_same_bytes(self):
        for name in ('report-en', 'report-fr', 'part'):
            one, other = (folder / name for folder in self.folders)
            names = sorted(path.name for path in one.iterdir())
            self.assertEqual(names, sorted(path.name for path in other.iterdir()))
            self.assertGreater(len(names), 60)
            same, different, failed = filecmp.cmpfiles(one, other, names, shallow=False)
            self.assertEqual((different, failed), ([], []))
            self.assertEqual(len(same), len(names))

    def test_case_is_the_same(self):
        one, other = ((folder / 'case.ampleur').read_bytes() for folder in self.folders)
        self.assertEqual(one, other)

    def test_every_identifier_is_known(self):
        """Those of the page, of the workbook's columns, of the areas and of the figures of report.json."""
        folder = self.folders[0]
        known = set(run('explain', 'case.ampleur', '--list', where=folder).split())
        page = (folder / 'report-en' / 'report.html').read_text(encoding='utf-8')
        cells = set(re.findall(r'<td [^>]*id="([^"]+)"', page))
        self.assertGreater(len(cells), 500)
        self.assertLessEqual(cells, known)
        cards = set(re.findall(r'<div id="([a-z_]+)"', page))
        self.assertIn('minors', cards)
        self.assertLessEqual(cards, known)
        report = json.loads((folder / 'report-en' / 'report.json').read_text(encoding='utf-8'))
        self.assertLessEqual(set(report['figures']), known)
        for path in (folder / 'report-en').glob('areas-*.geojson'):
            rows = [feature['properties'] for feature in json.loads(path.read_text(encoding='utf-8'))['features']]
            self.assertLessEqual({f'{row["figure"]}/persons' for row in rows if row['persons'] != 0}, known)
        for path in (folder / 'report-en').glob('table-*.csv'):
            with path.open(encoding='utf-8', newline='') as opened:
                for row in csv.DictReader(opened):
                    self.assertIn(f'{path.stem[len("table-"):]}/{row["code"] or "unplaced"}/persons', known)

    def test_explanations(self):
        """What explain says is what stats say, and the masking is that of the export."""
        folder = self.folders[0]
        stats = json.loads(run('stats', 'case.ampleur', '--by', 'departement', '--json', where=folder))
        report = json.loads((folder / 'report-en' / 'report.json').read_text(encoding='utf-8'))
        told = {row['code']: row for row in report['tables']['departement']['rows']}
        for row in stats['rows'][:4] + stats['rows'][-4:]:
            found = json.loads(run('explain', 'case.ampleur', f'departement/{row["code"] or "unplaced"}/persons', '--json', where=folder))
            self.assertEqual(found['value'], row['persons'])
            self.assertEqual((found['cells']['persons'], found['cells']['records']), (row['persons'], row['records']))
            self.assertEqual(sum(source['records'] for source in found['sources']), row['records'])
            self.assertEqual(found['masked'], told[row['code']]['masked'])
            self.assertEqual(found['query']['row'], [f'departement={row["code"]}'])
        minors = json.loads(run('explain', 'case.ampleur', 'minors', '--where', 'category=health', '--json', where=folder))
        self.assertEqual(minors['query']['where'], ['category=health'])
        self.assertEqual(minors['query']['row'], ['age=0-14', 'age=15-17'])
        self.assertIn('departement/35', run('explain', 'case.ampleur', 'departement/35/persons', where=folder))

    def test_no_such_figure(self):
        for figure in ('persones', 'departement/35', 'departement/99/persons', 'planet/35/persons'):
            done = subprocess.run([CLI, 'explain', 'case.ampleur', figure], capture_output=True, text=True, cwd=self.folders[0], check=False)
            self.assertEqual(done.returncode, 1)
            self.assertIn(figure, done.stderr)
        for wrong in (['explain', 'case.ampleur'], ['explain', 'case.ampleur', 'persons', '--list'], ['explain', 'case.ampleur', 'persons', '--where', 'x=1']):
            self.assertEqual(subprocess.run([CLI, *wrong], capture_output=True, cwd=self.folders[0], check=False).returncode, 2, wrong)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
