#!/usr/bin/env python3
"""Types that are changed after the import: the case is then what a new import would make it.

usage: test-retype.py CLI MAKE_DUMP

Every change that the case follows by itself is compared, table by table, with an
import of the dump under the same types; every one that it refuses must say that
the dump is needed, and leave the case alone.
"""
import contextlib
import json
import pathlib
import re
import shutil
import sqlite3
import unittest

from command_line import ContractTest, make_dump, run

# What each new type stands for: nothing, a simple and a sensitive category, free
# text, a part in telling places, and one in telling persons.
TYPES = ('unknown', 'flag', 'religion', 'iban', 'comment', 'postal_code', 'email')
# Of every kind of field that the laboratory's dump has.
FIELDS = ('SIT_FAM', 'GROUPE_SANG', 'RELANCE', 'MDP_WEB', 'RIB_IBAN', 'NUM_SECU', 'CP', 'TEL_PORT', 'COMMENT_PAT', 'NOM_USUEL',
          'LIEU_NAIS', 'NUM_DOSSIER', 'RPPS_PRESC', 'NOM_MED_TRT', 'STATUT', 'DT_PREL')
READ = {'comment', 'postal_code', 'email'}
READ_FIELDS = {'NUM_SECU', 'CP', 'TEL_PORT', 'COMMENT_PAT', 'NOM_USUEL', 'NOM_MED_TRT'}
# No change at all.
SAME = {('CP', 'postal_code'), ('COMMENT_PAT', 'comment')}
# Counted by the import or, as well, from the records when somebody asks.
COUNTED_LATER = {'fields': {'persons', 'sensitive_persons'}}


def read_tables(path):
    """Return the rows of every table but those that only say the same in another way."""
    with contextlib.closing(sqlite3.connect(f'file:{path}?mode=ro', uri=True)) as db:
        db.row_factory = sqlite3.Row
        names = [row[0] for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {name: [{key: row[key] for key in row.keys() if key not in COUNTED_LATER.get(name, ())}
                       for row in db.execute(f'SELECT * FROM {name} ORDER BY 1')]
                for name in sorted(names) if name not in ('checksums', 'types')}


class Retype(ContractTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.dump, cls.truth = make_dump(cls.folder, '--malformed', '0.02', records=1200)
        cls.other, _ = make_dump(cls.folder, name='other.csv', preset='narrow', seed=12, records=600)
        cls.case = cls.import_case('case.ampleur')
        cls.bytes = cls.case.read_bytes()

    @classmethod
    def import_case(cls, name, *fields):
        case, plan = cls.folder / name, cls.folder / 'plan.json'
        plan.write_text(json.dumps({'fields': list(fields)}), encoding='utf-8')
        result = run('import', cls.dump, cls.other, '--case', case, '--as-of', cls.truth['as_of'], '--fields', plan, '--overwrite')
        if result.status != 0:
            raise AssertionError(result.message)
        return case

    def copy(self):
        return pathlib.Path(shutil.copy(self.case, self.folder / 'copy.ampleur'))

    def compare(self, copy, *fields):
        fresh = self.import_case('fresh.ampleur', *fields)
        found, expected = read_tables(copy), read_tables(fresh)
        for name, rows in expected.items():
            self.assertEqual(found[name], rows, (name, fields))
        self.ok('verify', copy)

    def change(self, header, kind):
        """Return whether the case followed; if so, it is what an import makes of the dump."""
        copy = self.copy()
        result = run('retype', copy, f'{header}={kind}', '--source', '1', '--json')
        self.assertEqual(result.json['fields'][0]['to'], kind)
        self.assertEqual(result.json['needs_dump'], result.status == 1)
        if result.status == 1:
            self.assertRegex(result.message, r'\Aampleur-cli: The dump has to be imported again: .+ not kept\n\Z')
            self.assertEqual(copy.read_bytes(), self.bytes)
            return False
        self.assertEqual((result.status, result.message), (0, ''))
        self.compare(copy, {'source': self.dump.name, 'header': header, 'type': kind})
        return True

    def test_every_kind(self):
        followed = {(header, kind): self.change(header, kind) for header in FIELDS for kind in TYPES}
        for (header, kind), is_followed in followed.items():
            if (kind in READ or header in READ_FIELDS) and (header, kind) not in SAME:
                self.assertFalse(is_followed, (header, kind))
        self.assertTrue(followed['RELANCE', 'religion'] and followed['RPPS_PRESC', 'flag'] and followed['STATUT', 'iban'], followed)
        # Some comments mention health, so that nobody can tell what is left of it.
        self.assertFalse(followed['GROUPE_SANG', 'iban'] and followed['SIT_FAM', 'religion'])

    def test_several_at_once(self):
        copy = self.copy()
        result = self.ok('retype', copy, 'RELANCE=politics', '137=biometric', 'STATUT=unknown', '--source', '1')
        self.assertEqual([line.split('\t')[1:] for line in result.text.splitlines()][0], ['RELANCE', 'unknown', 'politics'])
        self.compare(copy, {'source': self.dump.name, 'header': 'RELANCE', 'type': 'politics'},
                     {'source': self.dump.name, 'position': 137, 'type': 'biometric'},
                     {'source': self.dump.name, 'header': 'STATUT', 'type': 'unknown'})

    def test_same_type_changes_nothing(self):
        copy = self.copy()
        self.ok('retype', copy, 'NUM_SECU=nir', '--source', '1')
        self.assertEqual(read_tables(copy), read_tables(self.case))

    def test_wrong_calls(self):
        for arguments, part in ((['NOPE=flag'], 'NOPE'), (['SIT_FAM=health'], 'health'), (['SIT_FAM'], 'FIELD=TYPE'), (['=flag'], 'FIELD=TYPE'),
                                (['1=flag'], '--source'), (['9999=flag', '--source', '1'], '9999'), (['SIT_FAM=flag', '--source', '7'], 'SIT_FAM'),
                                (['SIT_FAM=flag', '--source', '-1'], '--source'), (['SIT_FAM=flag', 'SIT_FAM=nope'], 'nope')):
            self.fails(2, 'retype', self.case, *arguments, says=[part])
        self.assertEqual(run('retype', self.case).status, 2)
        self.fails(1, 'retype', self.case, 'SIT_FAM=empty', says=['SIT_FAM'])
        self.fails(1, 'retype', self.folder / 'none.ampleur', 'SIT_FAM=flag', says=['none.ampleur'])
        self.fails(1, 'retype', self.dump, 'SIT_FAM=flag', says=[self.dump.name])
        self.assertEqual(self.case.read_bytes(), self.bytes)

    def test_empty_field(self):
        with contextlib.closing(sqlite3.connect(f'file:{self.case}?mode=ro', uri=True)) as db:
            position, = db.execute('SELECT position FROM fields WHERE filled = 0 LIMIT 1').fetchone()
        self.fails(1, 'retype', self.case, f'{position}=flag', '--source', '1', says=['no record fills it'])

    def test_damage_is_not_hidden(self):
        """A record that is not what its checksum says is no ground for new figures."""
        copy = self.copy()
        with contextlib.closing(sqlite3.connect(copy)) as db, db:
            db.execute('UPDATE blocks SET checksum = checksum + 1 WHERE id = 0')
        before = copy.read_bytes()
        self.fails(1, 'retype', copy, 'RELANCE=politics', says=['copy.ampleur', 'damaged'])
        self.assertEqual(copy.read_bytes(), before)

    def test_no_trace(self):
        copy = self.copy()
        self.fails(1, 'retype', copy, 'CP=flag', '--source', '1', says=['CP'])
        self.assertFalse([path.name for path in self.folder.iterdir() if re.search('partial', path.name)])


if __name__ == '__main__':
    unittest.main(argv=['test-retype.py'])
