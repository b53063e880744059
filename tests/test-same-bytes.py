#!/usr/bin/env python3
"""The same dump gives the same bytes, whenever and wherever it is exported; every figure that
an export prints can be explained.

usage: test-same-bytes.py AMPLEUR_CLI DUMP LOCALE_DIRECTORY
"""
import csv
import filecmp
import html.parser
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


class FigureWalk(html.parser.HTMLParser):
    """The texts of a page that are figures, each with the identifier it has or None."""

    # Numbers with their signs and units, and the word for those not told.
    FIGURE = re.compile(r'[<–-]?[\d][\d,.\s\u00a0\u202f]*(%|bytes|[kMG]B|\([\d,]+ bytes\)|\s)*|masked')

    def __init__(self, text):
        super().__init__()
        self.figures = []
        self.ids = set()
        self.name = None
        self.is_open = False
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.is_open = tag in ('td', 'dd')
        self.name = dict(attributes).get('id')
        if self.is_open and self.name:
            self.ids.add(self.name)
        # Codes of places are no figures.
        if dict(attributes).get('class') == 'code':
            self.is_open = False

    def handle_data(self, data):
        if self.is_open and self.FIGURE.fullmatch(data.strip()):
            self.figures.append((self.name, data.strip()))

    def handle_endtag(self, tag):
        self.is_open = False


def name_numbers(report):
    """The identifiers of all numbers of report.json that are figures."""
    settings = {'min_cell', 'round_to'}
    for key, value in report.items():
        if isinstance(value, (int, float)) and key not in settings:
            yield key
    for table in report['tables'].values():
        yield from table['total']
        for row in table['rows']:
            yield from (f'{table["by"]}/{row["code"] or "unplaced"}/{name}' for name, value in row.items() if is_number(value))
    for source in report['sources']:
        yield from (f'{source["figure"]}/{name}' for name, value in source.items() if is_number(value))
    yield from report['figures']
    for name in ('joined_by_rule', 'malformed_by_reason', 'unplaced_by_reason'):
        yield from (figure['id'] for figure in report[name])
    severity = report['severity']
    names = {'dpc': 'dpc/value', 'ei': 'ei/value', 'computed_score': 'computed'}
    yield from (f'severity/{names.get(name, name)}' for name, value in severity.items() if is_number(value))
    for key, rows in severity['persons_by_band'].items():
        for row in rows:
            yield from (f'{key}/{row["code"] or "unplaced"}/severity-{band}' for band, value in row.items() if is_number(value))


def is_number(value):
    """Whether it is a number; JSON's true is none."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


class SameBytes(unittest.TestCase):
    """Two imports and two exports, in two folders, at two times, in two time zones and two locales."""

    @classmethod
    def setUpClass(cls):
        cls.root = tempfile.TemporaryDirectory()
        cls.folders = []
        dump = pathlib.Path(cls.root.name, 'dump.csv')
        # With a row that is malformed, for there is a figure of these, too.
        dump.write_bytes(DUMP.read_bytes() + b'short;row\r\n')
        for index, place in enumerate(({'TZ': 'UTC'}, {'TZ': 'Pacific/Noumea', 'LC_ALL': 'fr_FR.UTF-8'})):
            folder = pathlib.Path(cls.root.name, 'deep' * index, f'folder {index}')
            folder.mkdir(parents=True)
            if index:
                # A second is the unit of the times that formats could hold.
                time.sleep(1.1)
            run('import', dump, '--case', 'case.ampleur', '--as-of', '2026-11-24', '--mandate', 'Tests of exports', where=folder, **place)
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
        """In two languages, too: reasons for types are kept as codes."""
        one, other = ((folder / 'case.ampleur').read_bytes() for folder in self.folders)
        self.assertEqual(one, other)

    def list_known(self):
        return set(run('explain', 'case.ampleur', '--list', where=self.folders[0]).split())

    def test_every_figure_of_the_page_is_known(self):
        """Whatever stands alone as a number, or is masked, has an identifier that explain knows."""
        page = FigureWalk((self.folders[0] / 'report-en' / 'report.html').read_text(encoding='utf-8'))
        self.assertGreater(len(page.figures), 600)
        self.assertEqual([text for name, text in page.figures if name is None], [])
        known = self.list_known()
        names = {name for name, text in page.figures}
        self.assertLessEqual(names, known)
        self.assertLessEqual({'minors', 'dump/1/lines', 'dump/1/sha256', 'rule/1/joined', 'severity/ei/value'}, names | page.ids)
        self.assertTrue(any(name.startswith('malformed/') for name in names))
        self.assertTrue(any(name.startswith('unplaced/') for name in names))

    def test_every_number_of_the_json_is_known(self):
        """Walks report.json: each number is named by where it stands."""
        report = json.loads((self.folders[0] / 'report-en' / 'report.json').read_text(encoding='utf-8'))
        known = self.list_known()
        unknown = [name for name in name_numbers(report) if name not in known]
        self.assertEqual(unknown, [])
        self.assertGreater(len(list(name_numbers(report))), 1000)

    def test_every_row_of_the_tables_is_known(self):
        """Those of the areas and of the CSV files."""
        folder = self.folders[0]
        known = self.list_known()
        for path in (folder / 'report-en').glob('areas-*.geojson'):
            rows = [feature['properties'] for feature in json.loads(path.read_text(encoding='utf-8'))['features']]
            self.assertLessEqual({f'{row["figure"]}/persons' for row in rows if row['persons'] != 0}, known)
        for path in (folder / 'report-en').glob('table-*.csv'):
            with path.open(encoding='utf-8', newline='') as opened:
                for row in csv.DictReader(opened):
                    key, _, column_key = path.stem[len('table-'):].partition('-by-')
                    column = f'/{column_key}/{row["column_code"]}' if column_key else ''
                    self.assertIn(f'{key}/{row["code"] or "unplaced"}{column}/persons', known)

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
