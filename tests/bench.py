#!/usr/bin/env python3
"""Measure everything that has a goal, each beside its peer, in one table.

usage: bench.py BUILD_DIRECTORY [--runs N] [--records N] [--only NAME]… [--duckdb] [--outlines FOLDER]
       bench.py BUILD_DIRECTORY --national [--sizes N,N,N]

Absolute times say little on a shared machine: the programs take turns, and what
counts is the ratio of their medians. What keeps a person waiting is told twice, by
the clock and in the processor's time, which the company of other programs does not
change much. Dumps are made once and kept in the build directory. With --duckdb, and
Node at hand, DuckDB's load with detected types, in memory, on two threads, is a
further peer. --national imports a country's dump from a pipe, in three sizes.
"""
import argparse
import datetime
import json
import os
import pathlib
import re
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

PARTS = ['laboratory', 'narrow', 'window', 'map']
# The issue's goals: against sqlite3's .import, libcsv on one thread, and DuckDB.
IMPORT_GOALS = {
    'laboratory': {'sqlite3 .import': 0.17, 'libcsv, parsing alone': 2.0, 'DuckDB, in memory': 0.4},
    'narrow': {'sqlite3 .import': 0.25, 'libcsv, parsing alone': 2.0, 'DuckDB, in memory': 0.8},
}
FIRST_FRAME_GOAL = 1.3
STALL_GOAL_MS = 50
FRAME_GOAL_MS = 16
ANSWER_GOAL_MS = 16
NATIONAL_ANSWER_GOAL_MS = 50
NATIONAL_BYTES_A_RECORD = 40
NATIONAL_SIZES = '500000,5000000,68000000'


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('build', type=pathlib.Path)
    parser.add_argument('--runs', type=int, default=5)
    parser.add_argument('--records', type=int, help='of the dumps, instead of all')
    parser.add_argument('--only', action='append', choices=PARTS)
    parser.add_argument('--duckdb', action='store_true')
    parser.add_argument('--outlines', type=pathlib.Path, help='a folder of imported outlines of communes')
    parser.add_argument('--national', action='store_true')
    parser.add_argument('--sizes', default=NATIONAL_SIZES)
    options = parser.parse_args()
    options.build = options.build.resolve()
    return options


class Table:
    """Rows of a figure, what it is compared with, and its goal."""

    def __init__(self):
        self.rows = []

    def add(self, title, figure, peer='', ratio=None, goal=None, measured=None):
        """A goal is met when what is measured (the ratio, unless told otherwise) is not above it."""
        measured = ratio if measured is None else measured
        verdict = '' if goal is None else 'met' if measured <= goal else 'missed'
        self.rows.append((title, figure, peer, '' if ratio is None else f'{ratio:.2f}',
                          '' if goal is None else f'≤ {goal:g}', verdict))

    def print(self):
        heads = ('what', 'figure', 'peer', 'ratio', 'goal', '')
        widths = [max(len(row[i]) for row in [heads, *self.rows]) for i in range(len(heads))]
        for row in [heads, *self.rows]:
            print('  '.join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip(), flush=True)


def describe_machine():
    names = re.findall(r'model name\s*: (.*)', pathlib.Path('/proc/cpuinfo').read_text(encoding='utf-8'))
    memory = int(re.search(r'MemTotal:\s+(\d+)', pathlib.Path('/proc/meminfo').read_text(encoding='utf-8'))[1])
    system = re.search(r'PRETTY_NAME="(.*)"', pathlib.Path('/etc/os-release').read_text(encoding='utf-8'))
    load = os.getloadavg()[0]
    print(f'{datetime.date.today()}: {os.cpu_count()} × {names[0] if names else "?"}, {memory / 1e6:.0f} GB,'
          f' {system[1] if system else "?"}; {load:.1f} programs were running when this began\n', flush=True)


def make_dump(options, preset):
    """Return the path of the dump, made on the first run."""
    dump = options.build / f'bench-{preset}-{options.records or "full"}.csv'
    if not dump.exists():
        command = [options.build / 'tests' / 'make-dump', '--preset', preset, '--output', dump]
        if options.records:
            command += ['--records', str(options.records)]
        subprocess.run(command, check=True)
    return dump


def measure(command, **arguments):
    """Run a command; return its wall-clock seconds and peak memory in bytes."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, **arguments)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f'{command[0]} failed')
    return time.perf_counter() - begin, usage.ru_maxrss * 1024


DUCKDB = """
const {{ DuckDBInstance }} = require('@duckdb/node-api');
(async () => {{
  const instance = await DuckDBInstance.create(':memory:', {{ threads: '2' }});
  const connection = await instance.connect();
  await connection.run("CREATE TABLE dump AS SELECT * FROM read_csv('{dump}', delim='{separator}', "
    + "encoding='{encoding}', ignore_errors=true, strict_mode=false)");
}})();
"""


def guess_encoding(dump):
    """Tell DuckDB what loads fastest: it converts all that is not UTF-8."""
    with dump.open('rb') as source:
        lines = source.read(4_000_000).rpartition(b'\n')[0]
    try:
        lines.decode('utf-8')
    except UnicodeDecodeError:
        return 'latin-1'
    return 'utf-8'


def duckdb_command(options, dump, separator):
    """Return DuckDB's command; its package is installed once in the build directory."""
    folder = options.build / 'duckdb'
    if not (folder / 'node_modules').exists():
        folder.mkdir(exist_ok=True)
        subprocess.run(['npm', 'install', '--silent', '--no-audit', '--prefix', folder, '@duckdb/node-api'], check=True)
    script = folder / f'{dump.stem}.js'
    script.write_text(DUCKDB.format(dump=dump, separator=separator, encoding=guess_encoding(dump)), encoding='utf-8')
    return ['node', script]


def find_commands(options, dump, folder):
    header = dump.open('rb').readline().decode('latin-1')
    separator = max(';,\t|', key=header.count)
    commands = {
        'ampleur-cli import': [options.build / 'src' / 'cli' / 'ampleur-cli', 'import', dump,
                               '--case', folder / 'case.ampleur', '--overwrite'],
        'sqlite3 .import': ['sqlite3', folder / 'peer.db', '.mode csv', f'.separator "{separator}"',
                            'DROP TABLE IF EXISTS dump', f'.import "{dump}" dump'],
        'libcsv, parsing alone': [options.build / 'tests' / 'bench-parse', dump, separator],
    }
    if options.duckdb:
        commands['DuckDB, in memory'] = duckdb_command(options, dump, separator)
    return commands


def read_persons(case):
    with sqlite3.connect(f'file:{case}?mode=ro', uri=True) as database:
        return int(database.execute("SELECT value FROM facts WHERE name = 'persons'").fetchone()[0])


def add_memory(table, title, peak, persons):
    goal = 200 + 24 * persons / 1e6
    table.add(f'{title}: peak memory, MB', f'{peak / 1e6:.0f}', f'{persons:,} persons', goal=round(goal), measured=peak / 1e6)


def add_answers(options, table, title, case, goal):
    answer = subprocess.run([options.build / 'tests' / 'bench-statistics', case],
                            capture_output=True, text=True, check=True).stdout.split()
    table.add(f'{title}: opening and a first answer, p95, ms', f'{answer[1]}', f'{answer[7]} of the processor',
              goal=goal, measured=float(answer[7]))
    table.add(f'{title}: answers under filters, p95, ms', f'{answer[3]}', f'{answer[5]} questions, median {answer[2]}',
              goal=goal, measured=float(answer[3]))


def bench_import(options, table, preset):
    dump = make_dump(options, preset)
    seconds, peaks = {}, {}
    with tempfile.TemporaryDirectory(dir=options.build) as name:
        folder = pathlib.Path(name)
        commands = find_commands(options, dump, folder)
        for _ in range(options.runs):
            for title, command in commands.items():
                took, peak = measure(command)
                seconds.setdefault(title, []).append(took)
                peaks[title] = max(peak, peaks.get(title, 0))
        case = folder / 'case.ampleur'
        ours = statistics.median(seconds['ampleur-cli import'])
        for title in list(commands)[1:]:
            median = statistics.median(seconds[title])
            table.add(f'{preset}: import, s', f'{ours:.2f}', f'{title}: {median:.2f}', ours / median, IMPORT_GOALS[preset][title])
        add_memory(table, preset, peaks['ampleur-cli import'], read_persons(case))
        add_answers(options, table, preset, case, ANSWER_GOAL_MS)
        shutil.copy(case, options.build / f'bench-{preset}.ampleur')


def run_headless(options, *command):
    """Return the lines that a program of windows printed, each as a list of words."""
    environment = {**os.environ, 'GSETTINGS_SCHEMA_DIR': str(options.build / 'data'), 'GTK_A11Y': 'none', 'LC_ALL': 'C.UTF-8'}
    headless = pathlib.Path(__file__).with_name('run-headless.sh')
    begin = time.clock_gettime(time.CLOCK_MONOTONIC)
    result = subprocess.run(['sh', headless, *command], capture_output=True, text=True, env=environment, check=False)
    if result.returncode != 0:
        raise SystemExit(f'{command[0]} failed: {result.stderr.strip()}')
    return begin, [line.split() for line in result.stdout.splitlines()]


# Runs within one virtual display, which is not part of what is measured.
FRAMES = """
import subprocess, sys, time
for run in range(int(sys.argv[1])):
    for command in ([sys.argv[2]], [sys.argv[3], 'first-frame']):
        begin = time.clock_gettime(time.CLOCK_MONOTONIC)
        microseconds, processor = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
        print((int(microseconds) / 1e6 - begin) * 1000, processor)
"""


def bench_first_frame(options, table):
    programs = options.build / 'tests'
    _, lines = run_headless(options, sys.executable, '-c', FRAMES, str(options.runs), programs / 'bench-empty-window', programs / 'bench-window')
    for column, title in enumerate(('by the clock', 'of the processor')):
        peer = statistics.median(float(line[column]) for line in lines[0::2])
        ours = statistics.median(float(line[column]) for line in lines[1::2])
        table.add(f'first frame, ms {title}', f'{ours:.0f}', f'empty libadwaita window: {peer:.0f}', ours / peer, FIRST_FRAME_GOAL)


def bench_stalls(options, table):
    case = options.build / 'bench-narrow.ampleur'
    if not case.exists():
        raise SystemExit('the window is measured on the case of the narrow dump: run that part first')
    found = {}
    for _ in range(options.runs):
        with tempfile.TemporaryDirectory(dir=options.build) as folder:
            _, lines = run_headless(options, options.build / 'tests' / 'bench-window', 'stalls', make_dump(options, 'laboratory'), case, folder)
        for name, *milliseconds in (line for line in lines if len(line) == 3):
            found.setdefault(name, []).append([float(number) for number in milliseconds])
    for name, runs in found.items():
        by_clock, of_processor = map(statistics.median, zip(*runs))
        is_frame = name.startswith('frame-')
        title = f'frame while panning ({name[6:]}), p95, ms' if is_frame else f'longest stall while {name}, ms'
        table.add(title, f'{of_processor:.1f}', f'{by_clock:.1f} by the clock', goal=FRAME_GOAL_MS if is_frame else STALL_GOAL_MS, measured=of_processor)


def make_outlines(options):
    """Return the folder of imported outlines of every commune, invented on the first run."""
    data = options.build / 'bench-data'
    folder = data / 'ampleur' / 'outlines'
    if not (folder / 'commune.outlines').exists():
        tests = pathlib.Path(__file__).parent
        source = options.build / 'bench-outlines.geojson'
        with source.open('w', encoding='utf-8') as target:
            subprocess.run([sys.executable, tests / 'make-outlines.py', tests.parent / 'data' / 'places'], stdout=target, check=True)
        subprocess.run([options.build / 'src' / 'cli' / 'ampleur-cli', 'outlines', source], check=True, stdout=subprocess.DEVNULL,
                       env={**os.environ, 'XDG_DATA_HOME': str(data)})
        source.unlink()
    return folder


# A name, then by the clock median and 95th percentile, then of the processor these,
# the longest, and the longest that the main loop did anything without a look around.
MAP_LINE = re.compile(r'(\S.*?)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)$')


def bench_map(options, table):
    folder = options.outlines.resolve() if options.outlines else make_outlines(options)
    _, lines = run_headless(options, options.build / 'tests' / 'bench-map', folder)
    for found in filter(None, (MAP_LINE.match(' '.join(line)) for line in lines)):
        name, _, by_clock, _, of_processor, _, stall = found.groups()
        table.add(f'map, {name}: frame, p95, ms', of_processor, f'{by_clock} by the clock; longest turn {stall}',
                  goal=FRAME_GOAL_MS, measured=float(of_processor))


def import_pipe(options, records, case):
    """Return what the import of a streamed dump says, and its seconds and peak memory."""
    maker = subprocess.Popen([options.build / 'tests' / 'make-dump', '--preset', 'national', '--records', str(records), '--output', '-'],
                             stdout=subprocess.PIPE)
    with tempfile.TemporaryFile('w+') as output:
        begin = time.perf_counter()
        importer = subprocess.Popen([options.build / 'src' / 'cli' / 'ampleur-cli', 'import', '-', '--case', case, '--overwrite', '--json'],
                                    stdin=maker.stdout, stdout=output)
        maker.stdout.close()
        _, status, usage = os.wait4(importer.pid, 0)
        importer.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - begin
        if maker.wait() != 0 or importer.returncode != 0:
            raise SystemExit('the national import failed')
        output.seek(0)
        return json.load(output), seconds, usage


def bench_national(options, table):
    first = None
    with tempfile.TemporaryDirectory(dir=options.build) as folder:
        for records in map(int, options.sizes.split(',')):
            case = pathlib.Path(folder) / 'national.ampleur'
            said, seconds, usage = import_pipe(options, records, case)
            title = f'national, {records / 1e6:g} million'
            processor = usage.ru_utime + usage.ru_stime
            a_million = processor / records * 1e6
            first = first or a_million
            table.add(f'{title}: seconds', f'{seconds:.1f}', f'{processor:.1f} of the processor, the generator beside it')
            table.add(f'{title}: processor seconds a million', f'{a_million:.2f}', f'of the smallest: {first:.2f}', a_million / first, 1.15)
            add_memory(table, title, usage.ru_maxrss * 1024, said['persons'])
            size = case.stat().st_size
            table.add(f'{title}: case, bytes a record', f'{size / records:.1f}', f'{size / 1e6:.0f} MB',
                      goal=NATIONAL_BYTES_A_RECORD, measured=size / records)
            add_answers(options, table, title, case, NATIONAL_ANSWER_GOAL_MS)


def main():
    options = parse_arguments()
    table = Table()
    describe_machine()
    if options.national:
        bench_national(options, table)
        table.print()
        return
    parts = options.only or PARTS
    for preset in ('laboratory', 'narrow'):
        if preset in parts:
            bench_import(options, table, preset)
    if 'window' in parts:
        bench_first_frame(options, table)
        bench_stalls(options, table)
    if 'map' in parts:
        bench_map(options, table)
    table.print()


if __name__ == '__main__':
    main()
