#!/usr/bin/env python3
"""What is exported, judged by programs that others wrote.

usage: test-validators.py AMPLEUR_CLI DUMP LOCALE_DIRECTORY NODE_MODULES

A real case is exported in both languages. SVG goes through librsvg, PDF through
poppler, HTML through html-validate, XLSX and CSV through LibreOffice, GeoJSON
through ogr2ogr and the data package through datapackage; every number that they
read is compared with report.json.
"""
import csv
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

CLI, DUMP, LOCALES, MODULES = (pathlib.Path(argument).resolve() for argument in sys.argv[1:5])
CHECK_PACKAGE = pathlib.Path(__file__).with_name('check-datapackage.js')
PROGRAMS = ('rsvg-convert', 'pdfinfo', 'pdftoppm', 'pdftotext', 'soffice', 'ogr2ogr', 'node')
MODULE_NAMES = ('html-validate', 'datapackage')
COLUMNS = ('records', 'persons', 'share', 'per_1000', 'population', 'sensitive_persons', 'sensitive_share')
ROUNDING = {'share': 6e-7, 'sensitive_share': 6e-7, 'per_1000': 6e-4}
BANDS = ('very-high', 'high', 'medium', 'low')
LANGUAGES = ('en', 'fr')
# Commas, quotes, UTF-8, from line 1; the first two columns are texts.
CSV_IN = 'CSV:44,34,76,1,1/2/2/2'
# The same, numbers as they are and not as shown, every sheet.
CSV_OUT = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,{sheets}'


def missing():
    """Yield what the tests need and do not find."""
    yield from (name for name in PROGRAMS if shutil.which(name) is None)
    yield from (str(MODULES / name) for name in MODULE_NAMES if not (MODULES / name).is_dir())


def run(*command, environment=None):
    """Run a program; what it says is part of the failure."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=300,
                          env=None if environment is None else {**os.environ, **environment}, check=False)
    if done.returncode != 0:
        raise AssertionError(f'{pathlib.Path(str(command[0])).name} failed: {done.stdout}{done.stderr}')
    return done.stdout


def number(text):
    """A cell of a spreadsheet as a number; None for an empty one."""
    if text in ('', None):
        return None
    return float(text[:-1]) / 100 if text.endswith('%') else float(text)


def rings(feature):
    """Yield (whether it is an outer ring, its points) of a feature; one polygon is as good as many."""
    geometry = feature['geometry']
    if geometry is None:
        return
    polygons = {'Polygon': [geometry['coordinates']], 'MultiPolygon': geometry['coordinates'], 'Point': []}[geometry['type']]
    for polygon in polygons:
        yield from ((index == 0, ring) for index, ring in enumerate(polygon))


def area(ring):
    """Twice the area of a ring, positive where it runs counter-clockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:]))


class Validators(unittest.TestCase):
    """One case, exported in each language."""

    @classmethod
    def setUpClass(cls):
        absent = list(missing())
        if absent:
            raise AssertionError(f'missing: {", ".join(absent)}; ./dev test installs them')
        cls.root = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.root.name)
        case = cls.folder / 'case.ampleur'
        run(CLI, 'import', DUMP, '--case', case, '--mandate', 'Tests of exports')
        for language in LANGUAGES:
            run(CLI, 'export', case, '--output', cls.folder / language, '--lang', language,
                environment={'AMPLEUR_LOCALE_DIR': str(LOCALES)})
        cls.reports = {language: json.loads((cls.folder / language / 'report.json').read_text()) for language in LANGUAGES}

    @classmethod
    def tearDownClass(cls):
        cls.root.cleanup()

    def files(self, pattern):
        """Yield the exported files of a kind, in both languages."""
        for language in LANGUAGES:
            found = sorted((self.folder / language).glob(pattern))
            self.assertTrue(found, f'{language}: {pattern}')
            yield from ((language, path) for path in found)

    def office(self, output, form, *paths, infilter=None):
        """Convert files with LibreOffice into a folder of their own."""
        target = self.folder / output
        profile = (self.folder / 'office').as_uri()
        read = [] if infilter is None else [f'--infilter={infilter}']
        run('soffice', f'-env:UserInstallation={profile}', '--headless', *read, '--convert-to', form, '--outdir', target, *paths)
        return target

    def assert_figures(self, table, cells):
        """cells: code → column → text of a spreadsheet."""
        self.assertEqual({row['code'] for row in table['rows']}, set(cells), table['by'])
        for row in table['rows']:
            for column in COLUMNS:
                found, expected = number(cells[row['code']][column]), row[column]
                where = f'{table["by"]}/{row["code"]}/{column}'
                if expected is None:
                    self.assertIsNone(found, where)
                else:
                    # To as many decimals as report.json has.
                    self.assertAlmostEqual(found, expected, delta=ROUNDING.get(column, 0), msg=where)

    def assert_crossing(self, crossing, rows):
        """One line a cell, place by place."""
        cells = {(row['code'], row['column_code']): number(row['persons']) for row in rows}
        expected = {(row['code'], column['code']): persons
                    for row in crossing['rows'] for column, persons in zip(crossing['columns'], row['persons'], strict=True)}
        self.assertEqual(cells, expected)

    def assert_same_geometry(self, mine, other):
        """ogr2ogr closes rings and turns them the right way round; a ring that crosses itself has two."""
        pairs = list(zip(rings(mine), rings(other), strict=True))
        if not pairs:
            self.assertEqual(mine['geometry'], other['geometry'])
        for (is_outer, ring), (_, again) in pairs:
            self.assertEqual(ring[0], ring[-1])
            self.assertEqual(area(ring) > 0, is_outer)
            self.assertIn(ring, (again, again[::-1]))

    def test_svg(self):
        for _, path in self.files('*.svg'):
            picture = self.folder / 'picture.png'
            run('rsvg-convert', '--output', picture, path)
            self.assertGreater(picture.stat().st_size, 1000, path.name)

    def test_pdf(self):
        for language, path in self.files('*.pdf'):
            about = run('pdfinfo', path)
            self.assertRegex(about, r'Pages:\s+[1-9]', path.name)
            self.assertRegex(about, r'Title:\s+\S', path.name)
            run('pdftoppm', '-r', '30', '-png', '-singlefile', path, self.folder / 'page')
            self.assertGreater((self.folder / 'page.png').stat().st_size, 500, path.name)
            if path.name.startswith('chart-'):
                self.assertIn('Persons' if language == 'en' else 'Personnes', run('pdftotext', path, '-'), path.name)

    def test_html(self):
        rules = self.folder / 'rules.json'
        rules.write_text(json.dumps({'root': True, 'extends': ['html-validate:standard']}))
        for _, path in self.files('*.html'):
            program = MODULES / 'html-validate' / 'bin' / 'html-validate.js'
            run('node', program, '--config', rules, '--max-warnings', '0', path)

    def test_xlsx(self):
        for language, path in self.files('*.xlsx'):
            target = self.office(f'sheets-{language}', CSV_OUT.format(sheets=-1), path)
            heads, groups, crossed = {}, {}, []
            for sheet in target.glob('*.csv'):
                with sheet.open(encoding='utf-8', newline='') as opened:
                    rows = list(csv.reader(opened))
                if '×' in sheet.name:
                    if len(rows) > 1:
                        crossed.append(rows)
                elif len(rows) > 1 and len(rows[0]) in (len(COLUMNS) + 4, 5):
                    heads.setdefault(rows[1][0].split('/')[0], rows)
                elif len(rows) > 1 and '/' in rows[1][0]:
                    groups[rows[1][0].split('/')[0]] = rows
            report = self.reports[language]
            for name, value in report['figures'].items():
                cell = next(row for row in heads['persons'] if row[0] == name)[2]
                self.assertEqual(number(cell), value if value is None else float(value), name) if isinstance(value, int) or value is None \
                    else self.assertAlmostEqual(number(cell), value, places=5, msg=name)
            spreads = report['severity']['persons_by_band']
            self.assertEqual(set(groups), {by for by, rows in spreads.items() if rows})
            for by, rows in spreads.items():
                cells = {row[1]: [number(cell) for cell in row[3:]] for row in groups.get(by, [])[1:]}
                self.assertEqual(cells, {row['code']: [row[band] for band in BANDS] for row in rows})
            crossings = [crossing for crossing in report['crossings'].values() if crossing['rows']]
            self.assertEqual(len(crossed), len(crossings))
            for crossing in crossings:
                labels = [column['label'] for column in crossing['columns']]
                sheet = next(rows for rows in crossed if rows[0][3:] == labels and rows[1][0].split('/')[0] == crossing['rows_by'])
                self.assertEqual([[number(cell) for cell in row[3:]] for row in sheet[1:]], [row['persons'] for row in crossing['rows']])
            for table in report['tables'].values():
                if not table['rows']:
                    continue
                order = ('persons', 'share', 'per_1000', 'population', 'sensitive_persons', 'sensitive_share', 'records')
                self.assert_figures(table, {row[1]: dict(zip(order, row[3:10])) for row in heads[table['by']][1:]})

    def test_csv(self):
        for language in LANGUAGES:
            paths = sorted((self.folder / language).glob('table-*.csv'))
            crossed = [path for path in paths if '-by-' in path.name]
            plain = [path for path in paths if path not in crossed]
            target = self.office(f'tables-{language}', CSV_OUT.format(sheets=0), *plain, infilter=CSV_IN)
            # A code of ages would be taken for a date.
            self.assertEqual(target, self.office(f'tables-{language}', CSV_OUT.format(sheets=0), *crossed, infilter=CSV_IN + '/3/2/4/2'))
            for path in paths:
                with (target / path.name).open(encoding='utf-8', newline='') as opened:
                    rows = list(csv.DictReader(opened))
                name = path.stem[len('table-'):]
                if name in self.reports[language]['crossings']:
                    self.assert_crossing(self.reports[language]['crossings'][name], rows)
                else:
                    self.assert_figures(self.reports[language]['tables'][name], {row['code']: row for row in rows})

    def test_geojson(self):
        for language, path in self.files('*.geojson'):
            again = self.folder / f'again-{language}-{path.name}'
            run('ogr2ogr', '-f', 'GeoJSON', '-lco', 'RFC7946=YES', '-lco', 'COORDINATE_PRECISION=4', again, path)
            ours, theirs = (json.loads(each.read_text())['features'] for each in (path, again))
            self.assertEqual(len(ours), len(theirs))
            table = {row['code']: row for row in self.reports[language]['tables'][path.stem[len('areas-'):]]['rows']}
            for mine, other in zip(ours, theirs):
                self.assertEqual(mine['properties'], other['properties'])
                self.assert_same_geometry(mine, other)
                row = table.get(mine['id'])
                self.assertEqual({name: mine['properties'][name] for name in COLUMNS[:2]},
                                 {name: row[name] if row else 0 for name in COLUMNS[:2]})
            self.assertLessEqual(set(table) - {''}, {feature['id'] for feature in ours})

    def test_datapackage(self):
        for language, path in self.files('datapackage.json'):
            result = json.loads(run('node', CHECK_PACKAGE, MODULES, path))
            self.assertTrue(result['valid'], result['problems'])
            self.assertEqual(result['problems'], [])
            package = json.loads(path.read_text())
            listed = {resource['path']: resource for resource in package['resources']}
            self.assertEqual(set(listed) | {path.name}, {each.name for each in path.parent.iterdir()})
            for name, resource in listed.items():
                content = (path.parent / name).read_bytes()
                self.assertEqual(resource['bytes'], len(content))
                self.assertEqual(resource['hash'], f'sha256:{hashlib.sha256(content).hexdigest()}')
            for by, table in self.reports[language]['tables'].items():
                found = {row['code'] or '': row for row in result['rows'][f'table-{by}.csv']}
                for row in table['rows']:
                    self.assertEqual({name: found[row['code']][name] for name in COLUMNS[:2]}, {name: row[name] for name in COLUMNS[:2]})


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
