#!/usr/bin/env python3
"""Print "PASSED FAILED" for a meson test log; a skipped test is neither.

usage: count-results.py testlog.json
"""
import json
import pathlib
import sys

PASSED = {'OK', 'EXPECTEDFAIL'}
NEITHER = {'SKIP', 'IGNORED'}


def main():
    log = pathlib.Path(sys.argv[1])
    results = [json.loads(line)['result'] for line in log.read_text(encoding='utf-8').splitlines()]
    passed = sum(result in PASSED for result in results)
    failed = sum(result not in PASSED | NEITHER for result in results)
    # A log without any test is a failure, not a success.
    print(passed, failed if results else 1)


if __name__ == '__main__':
    main()
