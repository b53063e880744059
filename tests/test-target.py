#!/usr/bin/env python3
"""Nothing is lost wherever a case should go, and a file may be called anything.

usage: test-target.py CLI MAKE_DUMP
"""
import os
import pathlib
import resource
import signal
import stat
import subprocess
import unittest

from command_line import make_dump, run, start, wait_for, wait_until
from hostile_input import HEADER, ROW, SECRET, HostileTest, png


class Target(HostileTest):
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


class Names(HostileTest):
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


if __name__ == '__main__':
    unittest.main(argv=['test-target.py'])
