#!/usr/bin/env python3
"""Any bytes at all may be opened, and nothing is lost: bad dumps, bad places for a case.

usage: test-hostile.py CLI MAKE_DUMP
"""
import os
import pathlib
import random
import resource
import shutil
import signal
import socket
import stat
import struct
import subprocess
import tempfile
import unittest
import zlib

from command_line import CLI, SANITIZED, make_dump, run, start, wait_for, wait_until

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


class Test(unittest.TestCase):
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


class NoDump(Test):
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


class Bytes(Test):
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


class Changing(Test):
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


class Target(Test):
    """Where a case cannot go, nothing changes."""

    def setUp(self):
        super().setUp()
        self.dump = self.write('dump.csv', HEADER + ROW * 3000)
        self.bytes = self.dump.read_bytes()

    def assert_untouched(self):
        self.assertEqual(self.dump.read_bytes(), self.bytes)
        self.assertEqual(os.listdir(self.dumps), [self.dump.name])

    def test_missing_folder(self):
        self.assert_failed(run('import', self.dump, '--case', self.cases / 'none' / 'a.ampleur'), 'a.ampleur')
        self.assert_failed(run('import', self.dump, '--case', self.dump / 'a.ampleur'), 'a.ampleur')
        self.assert_failed(run('import', self.dump, '--case', self.cases / ('a' * 300)), 'a' * 300)
        self.assert_failed(run('import', self.dump, '--case', ''))
        self.assertEqual(os.listdir(self.cases), [])
        self.assert_untouched()

    def test_unwritable_folder(self):
        # Root writes in any folder, but not in those that are no files.
        folder = pathlib.Path('/proc/self') if os.geteuid() == 0 else self.cases
        if os.geteuid() != 0:
            self.cases.chmod(0o500)
        self.assert_failed(run('import', self.dump, '--case', folder / 'a.ampleur'), 'a.ampleur')
        self.cases.chmod(0o700)
        self.assertEqual(os.listdir(self.cases), [])

    def test_folder(self):
        for options in ([], ['--overwrite']):
            self.assert_failed(run('import', self.dump, '--case', self.cases, *options), 'cases')
        self.assertEqual(os.listdir(self.cases), [])

    def test_the_dump_itself(self):
        link, hard = self.cases / 'link.ampleur', self.cases / 'hard.ampleur'
        link.symlink_to(self.dump)
        os.link(self.dump, hard)
        for target in (self.dump, link, hard, os.path.join(self.dumps, '..', 'dumps', 'dump.csv')):
            for options in ([], ['--overwrite']):
                self.assert_failed(run('import', self.dump, '--case', target, *options), os.path.basename(target))
                with open(self.dump, 'rb') as opened:
                    self.assert_failed(run('import', '-', '--case', target, *options, stdin=opened), os.path.basename(target))
            self.assert_untouched()
        self.assertTrue(link.is_symlink() and os.path.samefile(hard, self.dump))

    def test_what_is_no_case(self):
        for name, data in (('photo.png', png()), ('notes.txt', b'x'), ('other.db', b'SQLite format 3\0' + bytes(500))):
            path = self.cases / name
            path.write_bytes(data)
            self.assert_failed(run('import', self.dump, '--case', path, '--overwrite'), name)
            self.assertEqual(path.read_bytes(), data)
        os.mkfifo(self.cases / 'pipe')
        self.assert_failed(run('import', self.dump, '--case', self.cases / 'pipe', '--overwrite'), 'pipe')
        self.assert_failed(run('import', self.dump, '--case', '/dev/null', '--overwrite'), 'null')
        self.assertTrue(stat.S_ISCHR(os.stat('/dev/null').st_mode))

    def test_links(self):
        link = self.cases / 'link.ampleur'
        link.symlink_to('real.ampleur')
        self.assert_failed(run('import', self.dump, '--case', link), 'link.ampleur')
        self.assertTrue(link.is_symlink())
        self.make_case()
        before = self.case.read_bytes()
        link.unlink()
        link.symlink_to(self.case)
        self.assertEqual(run('import', self.dump, '--case', link, '--overwrite').status, 0)
        # The name is what is replaced, not what it pointed at.
        self.assertEqual(self.case.read_bytes(), before)
        self.assertEqual(len(run('records', link).table), 3000)

    def test_only_its_owner_reads_it(self):
        self.assertEqual(run('import', self.dump, '--case', self.case, preexec_fn=lambda: os.umask(0)).status, 0)
        self.assertEqual(stat.S_IMODE(self.case.stat().st_mode), 0o600)

    def test_full_disk(self):
        """Whatever the size at which it fills, the old case stays and nothing else."""
        before = self.make_case()
        dump, _ = make_dump(self.dumps, name='large.csv', records=4000)
        size = 0
        for limit in (0, 1, 4096, 16384, 65536, 150000, 10 ** 9):
            def limit_size(limit=limit):
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

            # The message goes through a pipe, which no limit on files concerns.
            process = start('import', dump, '--case', self.case, '--overwrite', stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                            stderr=subprocess.PIPE, preexec_fn=limit_size)
            message = process.stderr.read().decode()
            process.stderr.close()
            status, _ = wait_for(process)
            self.assertEqual(os.listdir(self.cases), [self.case.name])
            if limit == 10 ** 9:
                self.assertEqual((status, message), (0, ''))
                size = self.case.stat().st_size
            else:
                self.assertEqual(status, 1, message)
                self.assertIn('old.ampleur: the disk is full', message)
                self.assertEqual(self.case.read_bytes(), before)
        self.assertGreater(size, 150000)

    def test_full_file_system(self):
        """The same on a real one, where that can be had."""
        disk = self.folder / 'disk'
        disk.mkdir()
        if subprocess.run(['mount', '-t', 'tmpfs', '-o', 'size=96k', 'tmpfs', disk], capture_output=True, check=False).returncode != 0:
            # Without the right to mount, the limit on sizes above is the whole test.
            return
        self.addCleanup(subprocess.run, ['umount', disk], check=True)
        dump, _ = make_dump(self.dumps, name='large.csv', records=4000)
        case = disk / 'old.ampleur'
        self.assert_failed(run('import', dump, '--case', case), 'old.ampleur', 'the disk is full')
        self.assertEqual(os.listdir(disk), [])

    def test_interrupted(self):
        """Whoever stops an import finds what was there before."""
        before = self.make_case()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            process = start('import', '-', '--case', self.case, '--overwrite', stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                            stderr=subprocess.PIPE)
            # More than is looked at beforehand, but not the end: it waits for more, with its file open.
            process.stdin.write((HEADER + ROW * 40000).encode())
            process.stdin.flush()
            self.assertTrue(wait_until(lambda: len(os.listdir(self.cases)) == 2))
            process.send_signal(number)
            status, _ = wait_for(process)
            message = process.stderr.read().decode()
            process.stdin.close()
            process.stderr.close()
            self.assertEqual(status, 1, message)
            self.assertRegex(message, r'\Aampleur-cli: .+\n\Z')
            self.assertEqual(self.case.read_bytes(), before)
            self.assertEqual(os.listdir(self.cases), [self.case.name])

    def test_killed(self):
        """A crash leaves the old case and a hidden file that nothing reads."""
        before = self.make_case()
        process = start('import', '-', '--case', self.case, '--overwrite', stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        process.stdin.write((HEADER + ROW * 40000).encode())
        process.stdin.flush()
        self.assertTrue(wait_until(lambda: len(os.listdir(self.cases)) == 2))
        process.kill()
        wait_for(process)
        process.stdin.close()
        self.assertEqual(self.case.read_bytes(), before)
        left, = set(os.listdir(self.cases)) - {self.case.name}
        self.assertTrue(left.startswith('.old.ampleur.partial-'))
        self.assertNotIn(SECRET.encode(), (self.cases / left).read_bytes())
        self.assertEqual(run('import', self.dump, '--case', self.case, '--overwrite').status, 0)


class Names(Test):
    """A file may be called anything."""

    NAMES = [b'with spaces.csv', b'new\nline.csv', b'tab\t.csv', b'esc\x1b[31m.csv', b'caf\xe9.csv', b'\xff\xfe', b'-', b'--json', b'-x.csv',
             'été.csv'.encode(), 'right\u202eto-left.csv'.encode(), b"quote'\".csv", b'%s%n.csv', b'a' * 255, b'$(reboot).csv', b'\\.csv', b'?#&=.csv']

    def test_dumps_and_cases(self):
        for name in self.NAMES:
            with self.subTest(name):
                path = self.write(name, HEADER + ROW * 30)
                case = os.path.join(os.fsencode(self.cases), name[:190])
                self.assertEqual(run('inspect', path, '--json').status, 0)
                self.assertEqual(run('inspect', path).status, 0)
                result = run('import', path, '--case', case, '--json')
                self.assertEqual((result.status, result.json['records']), (0, 30), result.message)
                self.assertEqual(os.listdir(os.fsencode(self.cases)), [name[:190]])
                for call in (['verify', case], ['records', case], ['malformed', case], ['stats', case, '--by', 'source']):
                    found = run(*call)
                    self.assertEqual(found.status, 0, found.message)
                    self.assertNotRegex(found.text, '[\x00-\x08\x0b-\x1f\x7f\u202e]')
                os.unlink(case)
                os.unlink(path)

    def test_messages(self):
        """A name in a message moves no cursor and ends no line."""
        for name in self.NAMES:
            for missing in (os.path.join(os.fsencode(self.dumps), name), b'./' + name):
                for call in (['inspect', missing], ['verify', missing], ['import', missing, '--case', self.case]):
                    result = run(*call)
                    self.assertEqual((result.status, result.out), (1, b''), call)
                    self.assertRegex(result.message, r'\Aampleur-cli: [^\n]+\n\Z')
                    self.assertNotRegex(result.message[:-1], '[\x00-\x1f\x7f\u202e]')

    def test_relative_dashes(self):
        self.write('-x.csv', HEADER + ROW * 30)
        for call in (['import', '--case', '-x.ampleur', '--', '-x.csv'], ['import', '--case=-y.ampleur', '--', '-x.csv'], ['verify', '--', '-x.ampleur']):
            self.assertEqual(run(*call, cwd=self.dumps).status, 0, call)

    def test_working_folder_is_gone(self):
        gone = self.folder / 'gone'
        gone.mkdir()
        dump = self.write('dump.csv', HEADER + ROW * 30)
        result = run('import', dump, '--case', 'a.ampleur', cwd=gone, preexec_fn=lambda: os.rmdir(gone))
        self.assert_failed(result, 'a.ampleur')
        self.assertFalse(os.path.exists('/a.ampleur'))


class LittleMemory(Test):
    def test_large_dump(self):
        """Memory follows the people, not the bytes."""
        dump, truth = make_dump(self.dumps, records=60000)
        result = run('import', dump, '--case', self.case, '--json')
        self.assertEqual(result.json['records'], truth['records'])
        self.assert_memory(result)
        shutil.rmtree(self.dumps)


if __name__ == '__main__':
    unittest.main(argv=['test-hostile.py'])
