#!/usr/bin/env python3
"""The contract of ampleur-cli on outlines: importing, listing, removing.

usage: test-cli-outlines.py CLI MAKE_DUMP
"""
import filecmp
import hashlib
import json
import shutil
import unittest

from command_line import ContractTest, make_dump


def make_feature(code, west, south):
    ring = [[west, south], [west + 0.1, south], [west + 0.1, south + 0.1], [west, south + 0.1], [west, south]]
    return {'type': 'Feature', 'properties': {'code': code, 'nom': 'Somewhere'},
            'geometry': {'type': 'Polygon', 'coordinates': [ring]}}


class Outlines(ContractTest):
    def setUp(self):
        self.options = {'environment': {'XDG_DATA_HOME': str(self.folder / self.id())}}
        super().setUp()

    def write(self, *features):
        path = self.folder / 'areas.geojson'
        path.write_text(json.dumps({'type': 'FeatureCollection', 'features': features}), encoding='utf-8')
        return path

    def test_imports_lists_removes(self):
        path = self.write(make_feature('35238', -1, 48), make_feature('56138', -2, 47), make_feature('99999', 0, 0))
        report = self.ok('outlines', path, '--json', **self.options).json
        self.assertEqual((report['file'], report['features']), ('areas.geojson', 3))
        communes = next(level for level in report['levels'] if level['level'] == 'commune')
        self.assertEqual((communes['read'], communes['kept']), (2, 2))
        self.assertGreater(len(communes['lacking']), 500)
        self.assertEqual([(note['code'], note['today']) for note in report['merged']], [('56138', '56165')])
        self.assertEqual([note['code'] for note in report['unknown']], ['99999'])
        listed = self.ok('outlines', '--list', '--json', **self.options).json['levels']
        self.assertEqual([(level['level'], level['kept']) for level in listed], [('commune', 2)])
        self.assertEqual(listed[0]['file'], 'areas.geojson')
        source = listed[0]['sources'][0]
        self.assertEqual((source['file'], source['kept']), ('areas.geojson', 2))
        self.assertEqual(source['sha256'], hashlib.sha256(path.read_bytes()).hexdigest())
        self.assertRegex(source['imported'], r'^\d{4}-\d{2}-\d{2}$')
        self.assertIn('areas.geojson', self.ok('outlines', '--list', **self.options).text)
        self.ok('outlines', '--remove', **self.options)
        self.assertEqual(self.ok('outlines', '--list', '--json', **self.options).json, {'levels': []})

    def test_says_what_did_not_match(self):
        path = self.write(make_feature('35238', -1, 48), make_feature('56138', -2, 47), make_feature('99999', 0, 0))
        text = self.ok('outlines', path, **self.options).text
        for part in ('56138 Somewhere → 56165 Ploërmel', '99999 Somewhere', '2 of 34969'):
            self.assertIn(part, text)

    def export(self, case, name, *options):
        """Export the areas and maps of a case; return the folder."""
        self.ok('export', case, '--output', self.folder / name, '--format', 'svg,geojson,json,html', *options, **self.options)
        return self.folder / name

    def read_areas(self, folder, level):
        collection = json.loads((folder / f'areas-{level}.geojson').read_text(encoding='utf-8'))
        return collection, {area['id']: area['geometry'] for area in collection['features']}

    def test_draws_what_leaves(self):
        dump, _ = make_dump(self.folder)
        case = self.folder / 'case.ampleur'
        self.ok('import', dump, '--case', case, **self.options)
        plain = self.export(case, 'plain')
        path = self.write(make_feature('35238', -1.7, 48.1), make_feature('97105', -61.7, 16))
        self.ok('outlines', path, **self.options)
        imported, again, shipped = self.export(case, 'imported'), self.export(case, 'again'), self.export(case, 'shipped', '--outlines', 'shipped')
        names = sorted(file.name for file in plain.iterdir())
        self.assertEqual(filecmp.cmpfiles(plain, shipped, names, shallow=False)[0], names)
        self.assertEqual(filecmp.cmpfiles(imported, again, names, shallow=False)[0], names)
        different = set(filecmp.cmpfiles(imported, plain, names, shallow=False)[1])
        self.assertIn('map-commune-area.svg', different)
        self.assertFalse(different & {'map-departement.svg', 'areas-departement.geojson', 'areas-region.geojson', 'chart-commune.svg'})

        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        collection, areas = self.read_areas(imported, 'commune')
        self.assertEqual(areas['35238']['type'], 'MultiPolygon')
        self.assertEqual(areas['35238']['coordinates'][0][0][0], [-1.7, 48.1])
        self.assertEqual(self.read_areas(shipped, 'commune')[1]['35238']['type'], 'Point')
        self.assertEqual([(source['file'], source['sha256']) for source in collection['outlines']], [('areas.geojson', digest)])
        self.assertEqual(json.loads((imported / 'report.json').read_text(encoding='utf-8'))['outlines'], collection['outlines'])
        self.assertEqual(json.loads((plain / 'report.json').read_text(encoding='utf-8'))['outlines'], [])
        self.assertIn(digest, (imported / 'report.html').read_text(encoding='utf-8'))
        self.fails(2, 'export', case, '--output', plain, '--outlines', 'mine', says=('imported', 'shipped'), **self.options)
        shutil.rmtree(self.folder / self.id())
        for folder in (plain, imported, again, shipped):
            shutil.rmtree(folder)
        dump.unlink()
        case.unlink()

    def test_refuses(self):
        path = self.folder / 'broken.geojson'
        path.write_text('{"type":"FeatureCollection","features":[{"geometry":{"coordinates":[[[1,2],', encoding='utf-8')
        self.fails(1, 'outlines', path, says=('broken.geojson', 'line 1', 'ends too early'), **self.options)
        self.fails(1, 'outlines', self.folder / 'absent.geojson', says=('absent.geojson',), **self.options)
        self.fails(1, 'outlines', self.folder, **self.options)
        self.fails(2, 'outlines', path, '--remove', **self.options)
        self.assertEqual(self.ok('outlines', '--list', '--json', **self.options).json, {'levels': []})


if __name__ == '__main__':
    unittest.main(argv=['test-cli-outlines.py'])
