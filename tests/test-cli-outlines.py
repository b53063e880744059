#!/usr/bin/env python3
"""The contract of ampleur-cli on outlines: importing, listing, removing.

usage: test-cli-outlines.py CLI MAKE_DUMP
"""
import hashlib
import json
import unittest

from command_line import ContractTest


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
