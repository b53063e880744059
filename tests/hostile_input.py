"""What the tests of hostile dumps and targets share: a good dump, an old case that must
survive, and how a failure should look."""
import os
import pathlib
import random
import struct
import tempfile
import unittest
import zlib

from command_line import SANITIZED, run

# What a run may take whatever it is given; a sanitizer keeps freed memory for a while.
MOST_MEMORY = (1200 if SANITIZED else 300) * 1000 * 1000
SECRET = 'Grivafeuil'
ROW = f'{SECRET};Anne;1 RUE DES DUNES;35000;RENNES\r\n'
HEADER = 'NOM;PRENOM;ADRESSE;CP;VILLE\r\n'


def png():
    def chunk(kind, data):
        return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))

    pixels = zlib.compress(b''.join(b'\0' + bytes(300) for _ in range(100)))
    return b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', 100, 100, 8, 2, 0, 0, 0)) + chunk(b'IDAT', pixels) + chunk(b'IEND', b'')


def noise(size):
    return random.Random(5).randbytes(size)


class HostileTest(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name)
        self.dumps, self.cases = self.folder / 'dumps', self.folder / 'cases'
        self.dumps.mkdir()
        self.cases.mkdir()
        self.case = self.cases / 'old.ampleur'

    def write(self, name, data):
        path = pathlib.Path(os.fsdecode(os.path.join(os.fsencode(self.dumps), os.fsencode(name))))
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    def make_case(self):
        """A case that must survive whatever comes."""
        run('import', self.write('good.csv', HEADER + ROW * 30), '--case', self.case)
        return self.case.read_bytes()

    def assert_memory(self, result):
        self.assertLess(result.peak, MOST_MEMORY)

    def assert_failed(self, result, *words):
        """A failure that is told in one line, with these words in it and no value."""
        self.assertEqual((result.status, result.out), (1, b''), result.message)
        self.assertRegex(result.message, r'\Aampleur-cli: [^\n\x00-\x1f\x7f]+\n\Z')
        for word in words:
            self.assertIn(word, result.message)
        self.assertNotIn(SECRET.lower(), result.message.lower())
        self.assert_memory(result)

    def assert_refused(self, dump, *words, **options):
        """Neither looked at nor imported: the case stays, and so does the folder."""
        before = self.case.read_bytes() if self.case.exists() else self.make_case()
        self.assert_failed(run('inspect', dump, **options), *words)
        self.assert_failed(run('import', dump, '--case', self.case, '--overwrite', **options), *words)
        self.assert_failed(run('import', dump, '--case', self.cases / 'new.ampleur', **options), *words)
        self.assertEqual(self.case.read_bytes(), before)
        self.assertEqual(os.listdir(self.cases), [self.case.name])

    def import_all(self, dump, records, malformed, **options):
        """It is imported as far as it goes, and each of its rows is accounted for."""
        case = self.cases / 'new.ampleur'
        result = run('import', dump, '--case', case, '--overwrite', '--json', **options)
        self.assertEqual(result.status, 0, result.message)
        self.assert_memory(result)
        found = result.json
        self.assertEqual((found['records'], found['malformed']), (records, malformed))
        self.assertEqual(run('verify', case).status, 0)
        self.assertEqual(len(run('records', case).table), records)
        rows = run('malformed', case).table
        self.assertEqual(len([row for row in rows if row['ordinal'] != '0']), malformed)
        self.assert_memory(run('inspect', dump, '--json', **options))
        return found, rows
