#!/usr/bin/env python3
"""Import a generated dump and compare every figure with the generator's truth.

usage: test-truth.py CLI MAKE_DUMP [--preset NAME] [--records N] [--seed N] [--unreviewed] [-- OPTION…]

Equal, for every commune, every category, every field, with and without filters:
a figure that is nearly right is wrong. The types of the fields are those that an
analyst would set on the review page; with --unreviewed they are those that were
recognised, and what depends on a type is left to the test of the recognition.
Options behind "--" go to the generator.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

# The breakdowns that say something else when a field is taken for another type.
BY_TYPE = {'category', 'sensitivity', 'type'}


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('cli')
    parser.add_argument('make_dump')
    parser.add_argument('--preset', default='laboratory')
    parser.add_argument('--records', type=int)
    parser.add_argument('--seed', type=int, default=20210223)
    parser.add_argument('--unreviewed', action='store_true')
    parser.add_argument('dirt', nargs='*')
    return parser.parse_args()


def run(*command):
    result = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    if result.returncode != 0:
        raise SystemExit(f'{command[0]} {command[1]} failed: {result.stderr.strip()}')
    return result.stdout


def make_dump(options, folder):
    dump, truth = folder / 'dump.csv', folder / 'truth.json'
    command = [options.make_dump, '--preset', options.preset, '--seed', options.seed, '--output', dump, '--truth', truth]
    if options.records:
        command += ['--records', options.records]
    run(*command, *options.dirt)
    return dump, json.loads(truth.read_text(encoding='utf-8'))


class Comparison:
    """Counts what is equal and remembers what is not, without any value of the dump."""

    def __init__(self):
        self.equal = 0
        self.different = []

    def compare(self, what, expected, found):
        if expected == found:
            self.equal += 1
        else:
            self.different.append(f'{what}: expected {expected}, found {found}')

    def compare_rows(self, what, expected, found):
        for code in sorted(expected.keys() | found.keys()):
            self.compare(f'{what} {code!r}', expected.get(code), found.get(code))


def tabulate(cli, case, key, terms=()):
    """Return the total and the rows of one breakdown, as the truth has them."""
    command = [cli, 'stats', case, '--by', key, '--json']
    for term in terms:
        command += ['--where', term]
    answer = json.loads(run(*command))
    name = 'label' if key == 'field' else 'code'
    rows = {row[name]: {'records': row['records'], 'persons': row['persons']} for row in answer['rows']}
    return answer['total'], rows


def drop_empty(rows):
    """What counts nothing is no row; a person may be placed by a record that a filter leaves out."""
    return {code: counts for code, counts in rows.items() if counts['records'] > 0 or counts['persons'] > 0}


def compare_breakdowns(options, case, truth, terms, comparison):
    prefix = ' '.join(('by', *terms)) if terms else 'by'
    for key, expected in truth['by'].items():
        if options.unreviewed and key in BY_TYPE:
            continue
        total, rows = tabulate(options.cli, case, key, terms)
        if 'total' in truth:
            comparison.compare(f'{prefix} {key}: total', truth['total'], total)
        comparison.compare_rows(f'{prefix} {key}', drop_empty(expected), rows)


def write_plan(truth, path):
    """The types that an analyst would set."""
    fields = [{'position': position, 'type': column['type']} for position, column in enumerate(truth['columns'], 1)]
    path.write_text(json.dumps({'fields': fields}), encoding='utf-8')
    return path


def compare_import(result, truth, comparison):
    for name in ('records', 'persons', 'malformed'):
        comparison.compare(name, truth[name], result[name])
    comparison.compare('unplaced', truth['unplaced']['records'], result['unplaced'])
    lowest, highest = result['persons_bounds']
    comparison.compare('bounds around persons', True, lowest <= truth['persons'] <= highest)
    headers = [field['header'] for field in result['sources'][0]['fields']]
    comparison.compare('headers', [column['header'] for column in truth['columns']], headers)


def compare(options, folder, dump, truth):
    comparison = Comparison()
    case = folder / 'dump.ampleur'
    command = [options.cli, 'import', dump, '--case', case, '--as-of', truth['as_of'], '--json']
    if not options.unreviewed:
        command += ['--fields', write_plan(truth, folder / 'plan.json')]
    compare_import(json.loads(run(*command)), truth, comparison)
    compare_breakdowns(options, case, truth, (), comparison)
    for term, filtered in truth['where'].items():
        if options.unreviewed and term.split('=')[0] in BY_TYPE:
            continue
        compare_breakdowns(options, case, filtered, (term,), comparison)
    severity = json.loads(run(options.cli, 'severity', case, '--json'))
    comparison.compare('persons of all bands', truth['persons'], sum(band['persons'] for band in severity['bands']))
    if options.preset == 'laboratory':
        # The worked example of the method: results of a laboratory, leaked.
        comparison.compare('severity', (5.0, 'very-high'), (severity['score'], severity['band']))
    whole = json.loads(run(options.cli, 'verify', case, '--json'))['whole']
    comparison.compare('the case is whole', True, whole)
    return comparison


def main():
    options = parse_arguments()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        dump, truth = make_dump(options, folder)
        comparison = compare(options, folder, dump, truth)
    for line in comparison.different[:60]:
        print(line)
    print(f'{truth["records"]} records, {truth["persons"]} persons: '
          f'{comparison.equal} figures equal, {len(comparison.different)} different')
    sys.exit(1 if comparison.different else 0)


if __name__ == '__main__':
    main()
