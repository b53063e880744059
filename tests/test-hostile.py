#!/usr/bin/env python3
"""Any bytes at all may be opened: what is no dump, hostile bytes, dumps that change.

usage: test-hostile.py CLI MAKE_DUMP
"""
import os
import pathlib
import random
import shutil
import socket
import subprocess
import unittest

from command_line import CLI, make_dump, run
from hostile_input import HEADER, ROW, SECRET, HostileTest, noise, png


class NoDump(HostileTest):
    """What is no dump is refused by name and with the reason."""

    def test_missing(self):
        self.assert_refused(self.dumps / 'none.csv', 'none.csv', 'no such file')
        self.assert_refused(self.write('a.csv', 'x') / 'b.csv', 'b.csv')
        self.assert_refused('', '')

    def test_folder(self):
        self.assert_refused(self.dumps, 'dumps', 'directory')
        self.assert_refused('/', '/', 'directory')

    def test_empty(self):
        self.assert_refused(self.write('empty.csv', ''), 'empty.csv', 'empty')
        self.assert_refused(self.write('blank.csv', ' \r\n\t\n\n' * 50), 'blank.csv')
        self.assert_refused(self.write('mark.csv', b'\xef\xbb\xbf'), 'mark.csv')
        self.assert_refused(self.write('mark16.csv', b'\xff\xfe'), 'mark16.csv')
        self.assert_refused('-', 'standard input', 'empty', source=[])
        with open(self.dumps / 'empty.csv', 'rb') as opened:
            self.assert_refused('-', 'standard input', 'empty', stdin=opened)

    def test_devices(self):
        for name in ('null', 'zero', 'full', 'random'):
            self.assert_refused(f'/dev/{name}', name, 'device')
        with open('/dev/zero', 'rb') as zero:
            self.assert_refused('-', 'standard input', stdin=zero)
        path = str(self.dumps / 'socket')
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(path)
            self.assert_refused(path, 'socket')

    def test_terminal(self):
        main, other = os.openpty()
        self.assert_refused('-', 'terminal', stdin=other)
        os.close(main)
        os.close(other)

    def test_unreadable(self):
        path = self.write('secret.csv', HEADER + ROW * 20)
        if os.geteuid() == 0:
            # Root may read all but what the kernel itself refuses: a process that is another's memory.
            self.assert_refused('/proc/self/mem', 'mem')
            return
        path.chmod(0)
        self.assert_refused(path, 'secret.csv', 'may not read')

    def test_closed_input(self):
        result = subprocess.run([CLI, 'inspect', '-'], capture_output=True, preexec_fn=lambda: os.close(0), check=False)
        self.assertEqual(result.returncode, 1)
        self.assertIn(b'standard input', result.stderr)

    def test_binary(self):
        samples = {'image.png': png(), 'program': pathlib.Path(CLI).read_bytes()[:300000], 'noise': noise(300000), 'nuls': bytes(300000),
                   'few-nuls': bytes(3), 'archive.zip': b'PK\x03\x04' + noise(1000), 'packed.gz': b'\x1f\x8b' + noise(1000),
                   'control': bytes(range(1, 32)) * 100, 'halves': b'\x00\xd8' * 5000}
        for name, data in samples.items():
            with self.subTest(name):
                self.assert_refused(self.write(name, data), name)

    def test_case_as_dump(self):
        self.make_case()
        self.assert_refused(self.case, self.case.name)

    def test_endless_pipes(self):
        def endless(piece):
            while True:
                yield piece

        for piece in (bytes(65536), noise(65536), b'\xff' * 65536):
            self.assert_refused('-', 'standard input', source=endless(piece))


class Bytes(HostileTest):
    """Tables whose bytes are hostile are read as far as they go."""

    def test_enormous_line(self):
        # One line of 50 MB in a value, among sound ones.
        data = (HEADER + ROW * 50).encode() + b'x' * 50_000_000 + ('\r\n' + ROW * 50).encode()
        path = self.write('long.csv', data)
        _, rows = self.import_all(path, 101, 1)
        self.assertEqual([(row['line'], row['reason']) for row in rows], [('52', 'too-large')])

    def test_only_an_enormous_line(self):
        for name, data in (('one', b'x' * 50_000_000), ('two', b'ab;' * 17_000_000), ('quoted', b'"' + b'x;' * 25_000_000),
                           ('quotes', b'"' * 50_000_000), ('cr', b'\r' * 20_000_000 + b'a')):
            with self.subTest(name):
                path = self.write(name, data)
                for call in (['inspect', path], ['import', path, '--case', self.cases / 'new.ampleur', '--overwrite']):
                    result = run(*call)
                    self.assertIn(result.status, (0, 1))
                    self.assert_memory(result)
                    if result.status == 1:
                        self.assert_failed(result, name)
                path.unlink()

    def test_delimiters(self):
        data = (HEADER + ROW * 50).encode() + b';' * 2_000_000 + ('\r\n' + ROW * 50).encode()
        _, rows = self.import_all(self.write('delimiters.csv', data), 100, 0)
        # Nothing is filled in it: a blank row, however long.
        self.assertEqual(rows, [])
        data = (HEADER + ROW * 50).encode() + b'a;' * 2_000_000 + ('\r\n' + ROW * 50).encode()
        _, rows = self.import_all(self.write('values.csv', data), 101, 1)
        self.assertEqual([(row['line'], row['reason']) for row in rows], [('52', 'too-large')])

    def test_quote_that_never_closes(self):
        broken = ROW.replace(SECRET, f'"{SECRET}')
        for before, after in ((50, 50), (50, 20000), (0, 5000), (5000, 0)):
            quoted = ROW.replace(SECRET, f'"{SECRET}"')
            data = HEADER + quoted * before + broken + quoted * after
            _, rows = self.import_all(self.write('quote.csv', data), before + after + 1, 1)
            self.assertEqual([(row['line'], row['reason']) for row in rows], [(str(before + 2), 'broken-quote')])

    def test_many_quotes_that_never_close(self):
        data = HEADER + ROW.replace(SECRET, f'"{SECRET}"') * 100 + ROW.replace(SECRET, f'"{SECRET}') * 30000
        _, rows = self.import_all(self.write('quotes.csv', data), 30100, len(self.malformed_lines(data)))
        self.assertTrue({'broken-quote'} >= {row['reason'] for row in rows})

    @staticmethod
    def malformed_lines(data):
        """The lines with an odd number of quotes."""
        return [line for line in data.split('\r\n') if line.count('"') % 2]

    def test_invalid_characters(self):
        data = (HEADER + ROW * 50).encode() + b'\xc3\x28\xff\xfe\x80;\xed\xa0\x80;\xf8\x88;35000;RENNES\r\n' + (ROW * 50).encode()
        self.import_all(self.write('utf.csv', data), 101, 0)
        result = run('inspect', self.write('header.csv', b'NOM\xff\xfe;PR\xc3\x28;VILLE\r\n' + b'Durand;Anne;Rennes\r\n' * 50), '--json')
        self.assertEqual(len(result.json['sources'][0]['fields']), 3)

    def test_utf_16(self):
        for codec in ('utf-16-le', 'utf-16-be'):
            mark = b'\xff\xfe' if codec == 'utf-16-le' else b'\xfe\xff'
            whole = mark + (HEADER + ROW * 50).encode(codec)
            self.import_all(self.write('utf16.csv', whole), 50, 0)
            # Cut within a unit, and a lone half of a pair.
            self.import_all(self.write('cut.csv', whole + 'a;b;c;d;é'.encode(codec)[:-1]), 51, 0)
            self.import_all(self.write('pair.csv', whole + '\ud800;b;c;d;e\r\n'.encode(codec, 'surrogatepass')), 51, 0)

    def test_nul_bytes(self):
        data = (HEADER + ROW * 50).encode() + ROW.encode().replace(b'Anne', b'An\0ne') + b'\0\0;\0\r\n' + (ROW * 50).encode()
        # The second holds nothing else: it is set aside, and listed all the same.
        _, rows = self.import_all(self.write('nul.csv', data), 101, 1)
        self.assertEqual([(row['ordinal'], row['line'], row['reason']) for row in rows], [('51', '52', 'nul-byte'), ('0', '53', 'nul-byte')])

    def test_short_and_long_rows(self):
        data = HEADER + ROW * 20 + 'a;b\r\n' + ROW * 20 + ROW.replace('RENNES', 'RENNES;x;y') + ROW
        _, rows = self.import_all(self.write('rows.csv', data), 43, 2)
        self.assertEqual([(row['line'], row['reason']) for row in rows], [('22', 'too-short'), ('43', 'too-long')])

    def test_endless_footer(self):
        # What reads like a footer is one only at the end, and only so much of it.
        path = self.write('footer.csv', HEADER + ROW * 30_000 + '(400 rows)\r\n' * 20_000)
        self.import_all(path, 49_998, 19_998)

    def test_many_fields(self):
        path = self.write('wide.csv', ';'.join(f'C{i}' for i in range(9000)) + '\n' + (';'.join(['x'] * 9000) + '\n') * 30)
        result = run('import', path, '--case', self.cases / 'new.ampleur')
        self.assertIn(result.status, (0, 1))
        self.assert_memory(result)

    def test_every_dirt_at_once(self):
        dump, truth = make_dump(self.dumps, '--malformed', '0.2', '--encoding', 'mixed', '--line-end', 'mixed', '--repeat-header', '3',
                                '--preamble', '4', '--typos', '0.1', '--variants', '0.5', records=2000)
        _, rows = self.import_all(dump, truth['records'], truth['malformed'])
        self.assertEqual([(row['line'], row['reason']) for row in rows],
                         [(str(row['line']), row['reason']) for row in truth['malformed_rows']])

    def test_noise_in_a_table(self):
        """Flipped bytes anywhere: counted or refused, never more."""
        dump, _ = make_dump(self.dumps, records=400)
        whole = bytearray(dump.read_bytes())
        for seed in range(6):
            chance, data = random.Random(seed), bytearray(whole)
            for _ in range(10 ** (seed // 2 + 2)):
                data[chance.randrange(len(data))] = chance.randrange(256)
            path = self.write('noise.csv', bytes(data))
            case = self.cases / 'noise.ampleur'
            result = run('import', path, '--case', case, '--overwrite')
            self.assert_memory(result)
            if result.status == 1:
                self.assert_failed(result, 'noise.csv')
            else:
                self.assertEqual(run('verify', case).status, 0)


class Changing(HostileTest):
    """A dump that changes while it is read gives no case."""

    def import_while(self, change, *words):
        """Import a pipe and a file; once the pipe is being read the file, which is next, changes."""
        before = self.make_case()
        fifo, dump = self.dumps / 'pipe', self.write('changing.csv', HEADER + ROW * 40000)
        os.mkfifo(fifo)

        def interfere(process):
            with open(fifo, 'wb') as pipe:
                # More than is looked at before the import: who takes it all has opened both.
                pipe.write((HEADER + ROW * 40000).encode())
                change(dump)

        result = run('import', fifo, dump, '--case', self.case, '--overwrite', while_running=interfere)
        self.assertEqual(self.case.read_bytes(), before)
        self.assertEqual(os.listdir(self.cases), [self.case.name])
        self.assert_failed(result, 'changing.csv', *words)

    def test_shrinks(self):
        self.import_while(lambda dump: os.truncate(dump, 1000), 'shorter')

    def test_is_emptied(self):
        self.import_while(lambda dump: os.truncate(dump, 0), 'shorter')

    def test_grows(self):
        self.import_while(lambda dump: dump.write_bytes(dump.read_bytes() + ROW.encode()), 'longer')

    def test_is_rewritten(self):
        self.import_while(lambda dump: dump.write_bytes(dump.read_bytes().replace(b'RENNES', b'BREST ')), 'rewritten')

    def test_vanishes(self):
        """The bytes are still there for whoever has opened them."""
        fifo, dump = self.dumps / 'pipe', self.write('vanishing.csv', HEADER + ROW * 40000)
        os.mkfifo(fifo)

        def interfere(process):
            with open(fifo, 'wb') as pipe:
                pipe.write((HEADER + ROW * 40000).encode())
                dump.unlink()

        result = run('import', fifo, dump, '--case', self.case, '--json', while_running=interfere)
        self.assertEqual((result.status, result.json['records']), (0, 80000))

    def test_pipe_breaks(self):
        """The end of a pipe is the end of the dump: what came is imported."""
        found, _ = self.import_all('-', 31, 1, source=[(HEADER + ROW * 30).encode() + b'Durand;An'])
        self.assertEqual(found['sources'][0]['bytes'], len(HEADER + ROW * 30) + 9)


class LittleMemory(HostileTest):
    def test_large_dump(self):
        """Memory follows the people, not the bytes."""
        dump, truth = make_dump(self.dumps, records=60000)
        result = run('import', dump, '--case', self.case, '--json')
        self.assertEqual(result.json['records'], truth['records'])
        self.assert_memory(result)
        shutil.rmtree(self.dumps)


if __name__ == '__main__':
    unittest.main(argv=['test-hostile.py'])
