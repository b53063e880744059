#!/usr/bin/env python3
"""No value of a dump outlives the import, and nothing goes to the network.

usage: test-privacy.py CLI MAKE_DUMP SOURCE_ROOT

Every identifying value of a made dump is looked for in every byte that the program
leaves behind: the case, its tables and blobs, both outputs of every command, exports,
messages of failures, and whatever appears in the folders that programs write to.
What the program's own words or the names of places contain says nothing of anybody.
"""
import base64
import contextlib
import csv
import io
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unicodedata
import unittest

from command_line import CLI, SANITIZED, make_dump, run, start, wait_for, wait_until

SOURCE_ROOT = pathlib.Path(sys.argv[3])
# Who somebody is, how to reach them, and what was written about them by hand.
NAMES = {'last_name', 'first_name', 'maiden_name', 'full_name', 'doctor_name'}
WHOLE = {'nir', 'phone', 'email', 'address', 'address2', 'comment', 'username', 'password', 'iban', 'birth_date', 'rpps'}
ENCODINGS = 'utf-8', 'cp1252', 'utf-16-le', 'utf-16-be'
# Digits that are shorter come up by chance among the digits of a number; letters, among those of an image.
LEAST_DIGITS, LEAST_LETTERS, LEAST_IN_BINARY = 10, 4, 6
NOBODY = 65534


def fold(text):
    return unicodedata.normalize('NFD', text).encode('ascii', 'ignore').decode()


def lower(text):
    """Lower-case ASCII letters only, as bytes.lower() does."""
    return re.sub('[A-Z]+', lambda letters: letters[0].lower(), text)


def spellings(kind, value):
    """Yield a value as it stands, and as a program might have rewritten it."""
    yield value
    yield fold(value)
    if kind in ('nir', 'phone', 'iban', 'rpps'):
        yield re.sub(r'\W', '', value)
        yield re.sub(r'\W', '', value)[:13]
    if kind == 'birth_date':
        yield '-'.join(reversed(value.split('/')))
        yield ''.join(reversed(value.split('/')))
    if kind == 'comment':
        yield from value.splitlines()
    if kind == 'email':
        yield value.split('@')[0]


def is_telling(text):
    letters, digits = len(re.findall(r'[^\W\d]', text)), len(re.findall(r'\d', text))
    return letters >= LEAST_LETTERS or digits >= LEAST_DIGITS or (digits == 8 and text.count('/') + text.count('-') == 2)


class Index:
    """Finds any of many lower-case texts in bytes, in every encoding and any case, in one pass."""

    def __init__(self, texts):
        # The first four bytes, then the length, then the bytes: the text.
        self.starts = {}
        for text in texts:
            for encoding in ENCODINGS:
                with contextlib.suppress(UnicodeEncodeError):
                    found = text.encode(encoding)
                    self.starts.setdefault(found[:4], {}).setdefault(len(found), {})[found] = text

    def find(self, data):
        data, starts = data.lower(), self.starts
        for i in range(len(data) - 3):
            for length, texts in starts.get(data[i:i + 4], {}).items():
                text = texts.get(data[i:i + length])
                if text is not None:
                    yield text


def read_values(path, truth):
    """Return the identifying values of a dump, with the kind of each."""
    dialect = truth['dialect']
    rows = csv.reader(io.StringIO(path.read_bytes().decode(dialect['encoding']), newline=''), delimiter=dialect['delimiter'])
    next(rows)
    kinds = [column['type'] for column in truth['columns']]
    return {(kind, value.strip()) for row in rows for kind, value in zip(kinds, row) if kind in NAMES | WHOLE and value.strip()}


def own_words(truths):
    """What is in the program, its data and the headers."""
    yield pathlib.Path(CLI).read_bytes()
    for path in (SOURCE_ROOT / 'data' / 'places').iterdir():
        yield fold(path.read_text(encoding='utf-8')).encode()
    for path in (SOURCE_ROOT / 'po').glob('*.po'):
        yield fold(path.read_text(encoding='utf-8')).encode()
    for truth in truths:
        yield ' '.join(column['header'] for column in truth['columns']).encode()


class Privacy(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        holder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(holder.cleanup)
        cls.folder = pathlib.Path(holder.name)
        cls.dumps, cls.cases, cls.home = (cls.folder / name for name in ('dumps', 'cases', 'home'))
        for folder in (cls.dumps, cls.cases, cls.home):
            folder.mkdir()
        cls.folder.chmod(0o755)
        cls.cases.chmod(0o777)
        cls.dump, truth = make_dump(cls.dumps, records=3000)
        cls.narrow, narrow_truth = make_dump(cls.dumps, name='narrow.csv', preset='narrow', records=1000, seed=12)
        # The same people, in a dump that is hard to read.
        cls.dirty, _ = make_dump(cls.dumps, '--malformed', '0.1', '--preamble', '2', name='dirty.csv', records=3000)
        values = read_values(cls.dump, truth) | read_values(cls.narrow, narrow_truth)
        texts = {lower(text.strip()) for kind, value in values for text in spellings(kind, value) if is_telling(text.strip())}
        excused = {text for words in own_words([truth, narrow_truth]) for text in Index(texts).find(words)}
        cls.texts = texts - excused
        cls.in_text = Index(cls.texts)
        cls.in_binary = Index({text for text in cls.texts if len(text) >= LEAST_IN_BINARY})
        cls.environment = {'HOME': str(cls.home), 'TMPDIR': str(cls.home / 'tmp'), 'G_MESSAGES_DEBUG': 'all',
                           **{f'XDG_{name}': str(cls.home / name.lower()) for name in
                              ('CACHE_HOME', 'CONFIG_HOME', 'DATA_HOME', 'STATE_HOME', 'RUNTIME_DIR')}}
        (cls.home / 'tmp').mkdir()

    def setUp(self):
        self.outputs = {}
        self.addCleanup(self.empty_cases)

    def empty_cases(self):
        for path in self.cases.iterdir():
            path.unlink()

    def do(self, *arguments, status=0, **options):
        """Run a command and keep what it says."""
        result = run(*arguments, environment=self.environment, **options)
        self.assertEqual(result.status, status, result.message)
        self.outputs[' '.join(map(str, arguments))] = result.out + result.err
        return result

    def assert_clean(self, where, data, index=None):
        found = set((index or self.in_text).find(data))
        # Not even this test tells what they are.
        self.assertEqual(len(found), 0, f'{len(found)} values of {len(self.texts)} in {where}: {sorted(len(text) for text in found)}')

    def assert_outputs_clean(self):
        for command, data in self.outputs.items():
            self.assert_clean(f'what “{command}” says', data)

    def assert_case_clean(self, path):
        self.assert_clean(path.name, path.read_bytes(), self.in_binary)
        with contextlib.closing(sqlite3.connect(f'file:{path}?immutable=1', uri=True)) as database:
            for table, in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
                for row in database.execute(f'SELECT * FROM {table}'):
                    for value in row:
                        if isinstance(value, bytes):
                            self.assert_clean(f'a blob of {table}', value, self.in_binary)
                        elif isinstance(value, str):
                            self.assert_clean(f'a text of {table}', value.encode())

    def assert_folder_clean(self, folder):
        for path in folder.rglob('*'):
            self.assert_clean('the name of a file', os.fsencode(path.name))
            if path.is_file():
                self.assert_clean(path.name, path.read_bytes(), None if path.suffix in ('.html', '.svg', '.csv', '.json') else self.in_binary)

    def test_search_finds(self):
        """There is something to find, and it would be found."""
        self.assertGreater(len(self.texts), 8000)
        self.assertGreater(sum('@' in text for text in self.texts), 1000)
        self.assertGreater(sum(text.isdigit() for text in self.texts), 4000)
        for path in (self.dump, self.narrow):
            text = path.read_bytes()[:150000].decode('cp1252')
            for encoding in ENCODINGS:
                found = set(self.in_text.find(text.swapcase().encode(encoding)))
                self.assertGreater(len(found), 1000, encoding)

    def test_whole_analysis(self):
        case = self.cases / 'whole.ampleur'
        self.do('inspect', self.dump, self.narrow)
        self.do('inspect', self.dump, self.narrow, self.dirty, '--json')
        self.do('import', self.dump, self.narrow, self.dirty, '--case', case, '--json', '--as-of', '2026-01-31', '--mandate', 'A mandate')
        self.do('import', '-', '--case', case, '--overwrite', '--as-of', '2026-01-31', source=[self.dump.read_bytes()])
        self.do('import', self.dump, self.narrow, self.dirty, '--case', case, '--overwrite', '--as-of', '2026-01-31')
        for command in ('verify', 'records', 'malformed'):
            self.do(command, case)
        for key in ('commune', 'country', 'field', 'type', 'source', 'combination', 'age'):
            self.do('stats', case, '--by', key)
            self.do('stats', case, '--by', key, '--json', '--where', 'category=health')
        self.assert_outputs_clean()
        self.assert_case_clean(case)
        self.assertEqual(os.listdir(self.cases), [case.name])
        self.assert_folder_clean(self.home)

    def test_export(self):
        case, report = self.cases / 'export.ampleur', self.folder / 'report'
        self.do('import', self.dump, '--case', case, '--as-of', '2026-01-31')
        self.do('export', case, '--output', report, '--min-cell', '0', '--lang', 'fr', '--json')
        self.assertTrue(list(report.iterdir()))
        self.assert_outputs_clean()
        self.assert_folder_clean(report)
        for page in report.glob('*.html'):
            for piece in re.findall(rb'base64,([A-Za-z0-9+/=]+)', page.read_bytes()):
                self.assert_clean(f'an image in {page.name}', base64.b64decode(piece), self.in_binary)
        self.assert_folder_clean(self.home)
        shutil.rmtree(report)

    def test_failures(self):
        """What goes wrong is told without the words of the dump."""
        case = self.cases / 'failed.ampleur'
        for plan in (self.dump, self.narrow):
            self.do('import', self.dump, '--case', case, '--fields', plan, status=1)
        for command in (['verify'], ['records'], ['malformed'], ['stats', '--by', 'sex'], ['export', '--output', self.folder / 'none']):
            self.do(command[0], self.dump, *command[1:], status=1)
        lines = self.dump.read_bytes().split(b'\r\n')
        for name, data in (('one-line.csv', lines[1]), ('prose.txt', b' '.join(lines[5].split(b';')) * 20), ('page.html', b'<html>' + lines[3]),
                           ('dump.sql', b'INSERT INTO patients VALUES (' + lines[2] + b')'), ('dump.json', b'{"nom": "' + lines[4] + b'"}')):
            path = self.dumps / name
            path.write_bytes(data)
            result = run('inspect', path, environment=self.environment)
            self.outputs[name] = result.out + result.err
            result = run('import', path, '--case', case, '--overwrite', '--json', environment=self.environment)
            self.outputs[f'import {name}'] = result.out + result.err
            if case.exists():
                self.assert_case_clean(case)
                case.unlink()
        self.do('import', self.dump, '--case', self.folder / 'none' / 'a.ampleur', status=1)
        self.do('import', self.dump, '--case', self.dump, '--overwrite', status=1)
        self.assert_outputs_clean()
        self.assert_folder_clean(self.home)

    def start_waiting(self, **options):
        """Start an import that has read most of a dump and waits for the rest."""
        process = start('import', '-', '--case', self.cases / 'waiting.ampleur', stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                        stderr=subprocess.DEVNULL, environment=self.environment, **options)
        process.stdin.write(self.dump.read_bytes())
        process.stdin.flush()
        process.stdin.write(self.dump.read_bytes() * 2)
        process.stdin.flush()
        self.assertTrue(wait_until(lambda: [name for name in os.listdir(self.cases) if 'partial' in name]))
        return process

    def end(self, process):
        process.kill()
        process.stdin.close()
        wait_for(process)
        for name in os.listdir(self.cases):
            if 'partial' in name:
                self.assert_clean('an unfinished case', (self.cases / name).read_bytes(), self.in_binary)
                (self.cases / name).unlink()

    def test_unfinished_case(self):
        self.end(self.start_waiting())

    def test_memory_stays_where_it_is(self):
        """No core dump is written, and the user's other processes cannot look in."""
        options = {'user': NOBODY, 'group': NOBODY} if os.geteuid() == 0 and not SANITIZED else {}
        process = self.start_waiting(**options)
        limits = pathlib.Path(f'/proc/{process.pid}/limits').read_text(encoding='ascii')
        self.assertRegex(limits, r'Max core file size +0 +0 ')
        if options or os.geteuid() != 0:
            # The kernel gives the files of such a process to root.
            self.assertEqual(os.stat(f'/proc/{process.pid}/mem').st_uid, 0)
        self.end(process)

    def trace(self, *arguments):
        """Run a command under strace. Returns the calls, or None where there is no strace."""
        log = self.folder / 'trace'
        if not shutil.which('strace'):
            return None
        result = run('-f', '-qq', '-e', 'trace=network,memfd_create,open,openat,creat,rename,renameat,renameat2,unlink,unlinkat,link,linkat,symlink,symlinkat',
                     '-o', log, CLI, *arguments, program='strace', environment={**self.environment, 'ASAN_OPTIONS': 'detect_leaks=0'})
        if 'ptrace' in result.message or 'PTRACE' in result.message:
            return None
        self.assertEqual(result.status, 0, result.message)
        return log.read_text(encoding='utf-8', errors='backslashreplace').splitlines()

    def test_calls(self):
        """No socket; the dump is opened to be read; nothing is written but the case, the report and memory."""
        case, report = self.cases / 'traced.ampleur', self.folder / 'traced'
        for command in (['inspect', self.dump], ['import', self.dump, '--case', case], ['stats', case, '--by', 'commune'], ['records', case],
                        ['malformed', case], ['verify', case], ['export', case, '--output', report]):
            calls = self.trace(*command)
            if calls is None:
                break
            in_memory = ['/proc/self/fd/' + number for number in re.findall(r'memfd_create\(.* = (\d+)$', '\n'.join(calls), re.MULTILINE)]
            for call in calls:
                self.assertNotRegex(call, r'\b(socket|connect|bind|sendto|sendmsg|socketpair)\(', command)
                if re.search(r'\((AT_FDCWD, )?0x', call):
                    # A name in memory that only root may look into.
                    self.assertNotEqual(os.geteuid(), 0)
                elif str(self.dumps) in call:
                    self.assertRegex(call, r'open(at)?\(.*O_RDONLY', command)
                elif re.search(r'\b(open|openat|creat|rename\w*|unlink\w*|link\w*|symlink\w*)\(', call) and not re.search('O_RDONLY|ENOENT', call):
                    self.assertRegex(call, '|'.join(map(re.escape, (str(self.cases), str(report), '/dev/null', str(self.home), *in_memory))), command)
        shutil.rmtree(report, ignore_errors=True)

    def test_descriptors(self):
        """The same without strace: what an import has open while it waits."""
        if os.geteuid() != 0:
            # Nobody but root may look into it, which is the point of another test.
            return
        process = self.start_waiting()
        folder = pathlib.Path(f'/proc/{process.pid}/fd')
        for entry in list(folder.iterdir()):
            self.assertNotIn('socket:', os.readlink(entry))
        self.end(process)

    def test_dump_is_untouched(self):
        before = [(path.read_bytes(), path.stat().st_mtime_ns) for path in (self.dump, self.narrow)]
        case = self.cases / 'again.ampleur'
        self.do('import', self.dump, self.narrow, '--case', case)
        self.assertEqual([(path.read_bytes(), path.stat().st_mtime_ns) for path in (self.dump, self.narrow)], before)

    def test_case_says_nothing_of_its_maker(self):
        """The analyst's machine and account are nobody's business either."""
        case = self.cases / 'maker.ampleur'
        self.do('import', self.dump, '--case', case, '--as-of', '2026-01-31')
        data = case.read_bytes()
        for text in (str(self.folder), os.uname().nodename):
            self.assertNotIn(text.encode(), data)


if __name__ == '__main__':
    unittest.main(argv=['test-privacy.py'])
