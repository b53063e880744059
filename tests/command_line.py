"""Runs ampleur-cli as its users do, for the tests of the whole program.

Every run is held to what no run may ever do: die of a signal, report a warning of
its own libraries, or say what a sanitizer found.
"""
import contextlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import threading
import time
import unittest

CLI, MAKE_DUMP = map(os.path.abspath, sys.argv[1:3])
# What font libraries keep until the end is no leak of ours.
SUPPRESSIONS = f'suppressions={pathlib.Path(__file__).parent / "lsan.supp"}:print_suppressions=0'
TRANSLATIONS = str(pathlib.Path(CLI).parents[2] / 'po')
SANITIZED = b'__asan_init' in pathlib.Path(CLI).read_bytes()
# A hang is told from a slow machine: nothing here takes a tenth of it.
HANG = 240
ALARMS = re.compile(r'Sanitizer|runtime error:|-(CRITICAL|WARNING)\b|Traceback|Assertion|core dumped')

SENSITIVITY = {
    **dict.fromkeys('identity contact family professional technical administrative'.split(), 'simple'),
    **dict.fromkeys('location habits'.split(), 'behavioural'),
    **dict.fromkeys('financial official_id credentials'.split(), 'financial'),
    **dict.fromkeys('health genetic biometric sex_life religion politics union ethnicity offence'.split(), 'sensitive'),
}


class Run:
    """What became of one run: exit status, both outputs, greatest memory in bytes."""

    def __init__(self, status, out, err, peak):
        self.status, self.out, self.err, self.peak = status, out, err, peak

    @property
    def text(self):
        return self.out.decode('utf-8')

    @property
    def message(self):
        return self.err.decode('utf-8')

    @property
    def json(self):
        return json.loads(self.out.decode('utf-8'))

    @property
    def table(self):
        """The tab-separated lines as dictionaries."""
        header, *lines = (line.split('\t') for line in self.text.splitlines())
        return [dict(zip(header, line, strict=True)) for line in lines]


def feed(stream, source):
    with contextlib.suppress(BrokenPipeError), stream:
        for piece in source:
            stream.write(piece)


def wait_for(process):
    """Return its wait status and its greatest memory; end it if it hangs."""
    timer = threading.Timer(HANG, process.kill)
    timer.start()
    _, status, usage = os.wait4(process.pid, 0)
    timer.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, usage.ru_maxrss * 1024


def start(*arguments, program=CLI, **options):
    environment = {**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': '', 'AMPLEUR_LOCALE_DIR': TRANSLATIONS, 'LSAN_OPTIONS': SUPPRESSIONS,
                   # What somebody imported here draws no map of a test.
                   'XDG_DATA_HOME': '/nonexistent',
                   **options.pop('environment', {})}
    command = [os.fsencode(part) if isinstance(part, (str, os.PathLike)) else part for part in (program, *arguments)]
    return subprocess.Popen(command, env=environment, **options)


def run(*arguments, source=None, signals=(), while_running=None, **options):
    """Run ampleur-cli with @arguments.

    @source: bytes pieces for standard input; none: nothing there
    @signals: the signals that may end it
    @while_running: called with the process once it has started
    """
    options.setdefault('stdin', subprocess.DEVNULL if source is None else subprocess.PIPE)
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        options.setdefault('stdout', out)
        process = start(*arguments, stderr=err, **options)
        if source is not None:
            threading.Thread(target=feed, args=(process.stdin, source), daemon=True).start()
        if while_running:
            while_running(process)
        status, peak = wait_for(process)
        out.seek(0)
        err.seek(0)
        result = Run(status, out.read(), err.read(), peak)
    shown = result.err.decode('utf-8', 'backslashreplace')
    if ALARMS.search(shown) or (status < 0 and -status not in signals):
        raise AssertionError(f'{arguments}: ended with {status}: {shown[-3000:]}')
    return result


def make_dump(folder, *options, name='dump.csv', records=1500, seed=11, preset='laboratory'):
    """Make a dump in @folder. Returns its path and the truth about it."""
    path, truth = pathlib.Path(folder, name), pathlib.Path(folder, name + '.truth')
    subprocess.run([MAKE_DUMP, '--preset', preset, '--records', str(records), '--seed', str(seed),
                    '--output', path, '--truth', truth, *options], check=True)
    found = json.loads(truth.read_text(encoding='utf-8'))
    truth.unlink()
    return path, found


def wait_until(condition):
    """Wait for what another process does; tell whether it came."""
    end = time.monotonic() + HANG
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True


class ContractTest(unittest.TestCase):
    """What the tests of the contract share: a folder, and how a run should go."""

    @classmethod
    def setUpClass(cls):
        cls.holder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.holder.cleanup)
        cls.folder = pathlib.Path(cls.holder.name)

    def setUp(self):
        self.files = {path.name for path in self.folder.iterdir()}

    def ok(self, *arguments, **options):
        result = run(*arguments, **options)
        self.assertEqual((result.status, result.message), (0, ''), arguments)
        return result

    def fails(self, status, *arguments, says=(), **options):
        """It exits with @status, tells why in one line, and prints nothing."""
        result = run(*arguments, **options)
        self.assertEqual((result.status, result.out), (status, b''), (arguments, result.message))
        self.assertRegex(result.message, r'\Aampleur-cli: .+\n\Z')
        for part in says:
            self.assertIn(part, result.message)
        return result

    def assert_shape(self, found, expected):
        self.assertEqual(set(found), set(expected))
        for name, kind in expected.items():
            kinds = kind if isinstance(kind, tuple) else (kind,)
            # Whole numbers are written without a point; a truth value is no number.
            kinds += (int,) if float in kinds else ()
            self.assertIn(type(found[name]), kinds, name)
