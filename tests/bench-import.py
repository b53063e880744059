#!/usr/bin/env python3
"""Time the import and the statistics beside their peers, in the same run.

usage: bench-import.py BUILD_DIRECTORY [--runs N] [--preset NAME]… [--records N] [--duckdb]

Absolute times say little on a shared machine: the programs take turns, and what
counts is the ratio of their medians. The dumps are made once and kept in the
build directory. With --duckdb, and Node at hand, DuckDB's load with detected
types, in memory, on two threads, is a further peer.
"""
import argparse
import os
import pathlib
import statistics
import subprocess
import tempfile
import time


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('build', type=pathlib.Path)
    parser.add_argument('--runs', type=int, default=5)
    parser.add_argument('--preset', action='append', choices=['laboratory', 'narrow'])
    parser.add_argument('--duckdb', action='store_true')
    parser.add_argument('--records', type=int)
    return parser.parse_args()


def make_dump(options, preset):
    """Return the path of the dump, made on the first run."""
    dump = options.build / f'bench-{preset}-{options.records or "full"}.csv'
    if not dump.exists():
        command = [options.build / 'tests' / 'make-dump', '--preset', preset, '--output', dump]
        if options.records:
            command += ['--records', str(options.records)]
        subprocess.run(command, check=True)
    return dump


def measure(command):
    """Run a command; return its wall-clock seconds and peak memory in bytes."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
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
    + "encoding='latin-1', ignore_errors=true, strict_mode=false)");
}})();
"""


def duckdb_command(options, dump, separator):
    """Return DuckDB's command; its package is installed once in the build directory."""
    folder = options.build / 'duckdb'
    if not (folder / 'node_modules').exists():
        folder.mkdir(exist_ok=True)
        subprocess.run(['npm', 'install', '--silent', '--no-audit', '--prefix', folder, '@duckdb/node-api'], check=True)
    script = folder / f'{dump.stem}.js'
    script.write_text(DUCKDB.format(dump=dump.resolve(), separator=separator), encoding='utf-8')
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


def print_import(preset, dump, seconds, peaks, case_bytes, runs):
    ours = statistics.median(seconds['ampleur-cli import'])
    print(f'{preset}: {dump.stat().st_size / 1e6:.0f} MB, median of {runs} runs')
    print(f'  {"":24} {"seconds":>8} {"(range)":>15} {"peak MB":>8} {"ours / it":>10}')
    for title, times in seconds.items():
        median = statistics.median(times)
        print(f'  {title:24} {median:8.2f} {f"({min(times):.2f}–{max(times):.2f})":>15}'
              f' {peaks[title] / 1e6:8.0f} {ours / median:10.2f}')
    print(f'  case file: {case_bytes / 1e6:.1f} MB')


def print_statistics(options, case):
    answer = subprocess.run([options.build / 'tests' / 'bench-statistics', case],
                            capture_output=True, text=True, check=True).stdout.split()
    print(f'  opening and a first answer: 95th percentile {answer[1]} ms ({answer[7]} ms of the processor);'
          f' {answer[5]} questions under filters: median {answer[2]} ms, 95th percentile {answer[3]} ms, longest {answer[4]} ms')


def bench(options, preset):
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
        print_import(preset, dump, seconds, peaks, case.stat().st_size, options.runs)
        print_statistics(options, case)


def main():
    options = parse_arguments()
    for preset in options.preset or ['laboratory']:
        bench(options, preset)


if __name__ == '__main__':
    main()
