#!/usr/bin/env python3
"""Time the import beside `sqlite3 .import` of the same file, in the same run.

usage: bench-import.py BUILD_DIRECTORY [--runs N] [--preset NAME] [--records N]

Absolute times say little on a shared machine: the two programs take turns, and
what counts is the ratio of their medians. The dump is made once and kept in the
build directory.
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
    parser.add_argument('--preset', default='laboratory')
    parser.add_argument('--records', type=int)
    return parser.parse_args()


def make_dump(options):
    """Return the path of the dump, made on the first run."""
    dump = options.build / f'bench-{options.preset}-{options.records or "full"}.csv'
    if not dump.exists():
        command = [options.build / 'tests' / 'make-dump', '--preset', options.preset, '--output', dump]
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


def commands(options, dump, folder):
    separator = dump.open('rb').readline().decode('latin-1')
    separator = max(';,\t|', key=separator.count)
    return {
        'ampleur-cli import': [options.build / 'src' / 'cli' / 'ampleur-cli', 'import', dump,
                               '--case', folder / 'case.ampleur', '--overwrite'],
        'sqlite3 .import': ['sqlite3', folder / 'peer.db', '.mode csv', f'.separator "{separator}"',
                            'DROP TABLE IF EXISTS dump', f'.import "{dump}" dump'],
    }


def main():
    options = parse_arguments()
    dump = make_dump(options)
    seconds, peaks = {}, {}
    with tempfile.TemporaryDirectory(dir=options.build) as name:
        todo = commands(options, dump, pathlib.Path(name))
        for _ in range(options.runs):
            for title, command in todo.items():
                took, peak = measure(command)
                seconds.setdefault(title, []).append(took)
                peaks[title] = max(peak, peaks.get(title, 0))
        case_bytes = (pathlib.Path(name) / 'case.ampleur').stat().st_size
    ours, peer = (statistics.median(seconds[title]) for title in todo)
    print(f'{options.preset}: {dump.stat().st_size / 1e6:.0f} MB, median of {options.runs} runs')
    for title, times in seconds.items():
        print(f'  {title:20} {statistics.median(times):7.2f} s ({min(times):.2f}–{max(times):.2f})'
              f'  peak {peaks[title] / 1e6:6.0f} MB')
    print(f'  ratio {ours / peer:.2f}; case file {case_bytes / 1e6:.1f} MB')


if __name__ == '__main__':
    main()
