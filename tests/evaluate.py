#!/usr/bin/env python3
"""Measure what Ampleur recognises in dumps that it was not made for, and print the figures.

usage: evaluate.py CLI MAKE_DUMP PLACES [--details] [--table FILE]

Two families of dumps: the presets of make-dump under every kind of dirt, and
the tables of tests/evaluation, which share nothing with them. All are read as
they come, without any review. Fails where a figure is below its floor
(tests/evaluation/figures.py). --details names what is wrong: headers and types
of invented dumps. --table also writes the figures to a file, for ./dev to show.
"""
import argparse
import collections
import dataclasses
import json
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent / 'evaluation'))

import figures  # noqa: E402
import life_dumps  # noqa: E402
import people  # noqa: E402
import work_dumps  # noqa: E402

ROWS = 1200

# preset, records, seed, options of make-dump
GENERATED = (
    ('laboratory', 4000, 11, ()),
    ('laboratory', 2000, 12, ('--delimiter', ',', '--encoding', 'utf-8', '--line-end', 'lf', '--malformed', '0.01')),
    ('laboratory', 2000, 13, ('--delimiter', 'tab', '--quote', 'none', '--encoding', 'cp850')),
    ('laboratory', 3000, 14, ('--encoding', 'mixed', '--typos', '0.05', '--variants', '0.3')),
    ('laboratory', 1500, 15, ('--no-header', '--encoding', 'utf-16le')),
    ('narrow', 4000, 21, ()),
    ('narrow', 3000, 22, ('--delimiter', '|', '--quote', 'none', '--line-end', 'cr', '--typos', '0.1')),
    ('narrow', 3000, 23, ('--delimiter', '^A', '--quote', 'none', '--encoding', 'macroman')),
    ('narrow', 3000, 24, ('--quote', "'", '--preamble', '4', '--line-end', 'mixed', '--variants', '0.5')),
    ('narrow', 3000, 25, ('--no-header', '--delimiter', 'tab')),
    ('narrow', 3000, 26, ('--encoding', 'utf-8-bom', '--repeat-header', '7', '--malformed', '0.02')),
    ('national', 4000, 31, ()),
    ('national', 3000, 32, ('--delimiter', ':', '--encoding', 'iso-8859-15', '--typos', '0.15')),
    ('national', 3000, 33, ('--encoding', 'utf-16be', '--delimiter', 'tab', '--variants', '1')),
    ('national', 3000, 34, ('--encoding', 'windows-1252', '--preamble', '2', '--repeat-header', '3', '--line-end', 'crlf')),
    ('national', 2000, 35, ('--no-header', '--delimiter', ';', '--encoding', 'windows-1252')),
)

BANDS = ((15, '0-14'), (18, '15-17'), (25, '18-24'), (35, '25-34'), (45, '35-44'), (55, '45-54'), (65, '55-64'), (75, '65-74'), (999, '75+'))


def run(*command):
    result = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    if result.returncode != 0:
        raise SystemExit(f'{command[0]} {command[1]} failed: {result.stderr.strip()}')
    return result.stdout


@dataclasses.dataclass
class Truth:
    """What is asked of one dump."""
    name: str
    types: list
    dialect: dict
    options: tuple = ()
    persons: int = None
    ages: dict = None
    is_made: bool = False
    as_of: str = people.AS_OF.isoformat()


class Evaluation:
    def __init__(self, cli, make_dump, folder):
        self.cli, self.make_dump, self.folder = cli, make_dump, folder
        self.shares = figures.Shares()
        self.made, self.tables, self.nameless = figures.Types(), figures.Types(), figures.Types()
        self.worst_persons = (0.0, '')

    def check_dialect(self, truth, path, found):
        expected = truth.dialect
        text = path.read_bytes()
        # What leaves no trace in the file cannot be told.
        is_ascii = all(byte < 0x80 for byte in text)
        encoding_right = is_ascii or found['encoding'].replace('-', '') == expected['encoding'].replace('-', '')
        if expected['encoding'] == 'mixed':
            encoding_right = found['encoding'] in ('utf-8', 'windows-1252')
        self.shares.add('encoding right', truth.name, encoding_right, 1)
        quote = expected['quote'] if has_quoted_value(text, expected) else None
        right = found['delimiter'] == expected['delimiter'] and found['line_end'] == expected['line_end']
        right = right and (quote is None or found['quote'] == quote)
        self.shares.add('dialect right', truth.name, right and len(found['fields']) == len(truth.types), 1)
        self.shares.add('header right', truth.name, found['has_header'] == expected['has_header'] and found['preamble_lines'] == expected['preamble_lines'], 1)

    def check_types(self, truth, found):
        types = self.nameless
        if truth.dialect['has_header']:
            types = self.made if truth.is_made else self.tables
        if len(found['fields']) != len(truth.types):
            return
        for true, field in zip(truth.types, found['fields']):
            if field['type'] != 'empty':
                types.add(truth.name, true, field)

    def check_persons(self, truth, result):
        if truth.persons is None:
            return
        off = abs(result['persons'] - truth.persons) / truth.persons
        self.worst_persons = max(self.worst_persons, (off, f'{truth.name}: {result["persons"]} for {truth.persons}'))
        lowest, highest = result['persons_bounds']
        self.shares.add('bounds around persons', f'{truth.name} [{lowest}, {highest}] for {truth.persons}', lowest <= truth.persons <= highest, 1)

    def tabulate(self, case, key):
        return {row['code']: row['records'] for row in json.loads(run(self.cli, 'stats', case, '--by', key, '--json'))['rows']}

    def import_dump(self, truth, path):
        """Import as it comes; return the case."""
        case = self.folder / 'dump.ampleur'
        result = json.loads(run(self.cli, 'import', path, '--case', case, '--overwrite', '--as-of', truth.as_of, '--json', *truth.options))
        source = result['sources'][0]
        self.check_dialect(truth, path, source)
        self.check_types(truth, source)
        self.check_persons(truth, result)
        if truth.ages:
            self.shares.add('age band right', truth.name, figures.overlap(truth.ages, self.tabulate(case, 'age')), sum(truth.ages.values()))
        return case

    def run_generated(self, preset, records, seed, options):
        path, truth_path = self.folder / 'dump.csv', self.folder / 'truth.json'
        run(self.make_dump, '--preset', preset, '--records', records, '--seed', seed, '--output', path, '--truth', truth_path, *options)
        truth = json.loads(truth_path.read_text(encoding='utf-8'))
        has_header = truth['dialect']['has_header']
        case = self.import_dump(Truth(f'{preset} {" ".join(options)}'.strip(), [column['type'] for column in truth['columns']], truth['dialect'],
                                      persons=truth['persons'] if has_header else None,
                                      ages={code: row['records'] for code, row in truth['by']['age'].items()} if has_header else None,
                                      as_of=truth['as_of'], is_made=True), path)
        if has_header:
            for name, key in (('commune right', 'commune'), ('EPCI right', 'epci')):
                expected = {code: row['records'] for code, row in truth['by'][key].items() if code}
                self.shares.add(name, f'{preset} {seed}', figures.overlap(expected, self.tabulate(case, key)), sum(expected.values()))

    def run_table(self, dump, epci):
        path = self.folder / 'dump.csv'
        dump.write(path)
        dialect = {'encoding': dump.dialect.encoding, 'delimiter': dump.dialect.delimiter, 'quote': dump.dialect.quote, 'line_end': dump.dialect.line_end,
                   'has_header': True, 'preamble_lines': dump.dialect.preamble}
        persons = len(set(dump.persons)) if None not in dump.persons else None
        ages = collections.Counter(tell_band(birth) for birth in dump.births) if None not in dump.births else None
        case = self.import_dump(Truth(dump.name, dump.types, dialect, dump.options, persons, ages), path)
        self.check_places(dump, epci, case)
        # The same table without its header: the values alone must tell.
        bare = dataclasses.replace(dump.dialect, has_header=False, preamble=0, repeats=0)
        dump.write(path, bare)
        found = json.loads(run(self.cli, 'inspect', path, '--json'))['sources'][0]
        truth = Truth(f'{dump.name} without header', dump.types, {**dialect, 'has_header': False, 'preamble_lines': 0})
        self.check_dialect(truth, path, found)
        self.check_types(truth, found)

    def check_places(self, dump, epci, case):
        if None in dump.places:
            return
        communes = epcis = wanted = 0
        for line, place in zip(run(self.cli, 'records', case).splitlines()[1:], dump.places):
            values = line.split('\t')
            wanted += 1
            communes += values[7] == place
            epcis += values[6] == epci.get(place, '')
        self.shares.add('commune right', dump.name, communes, wanted)
        self.shares.add('EPCI right', dump.name, epcis, wanted)

    def get_figures(self):
        return {
            **{name: self.shares.get(name) for name in self.shares.total},
            'macro-F1, made dumps': self.made.get_macro_f1(),
            'macro-F1, tables': self.tables.get_macro_f1(),
            'macro-F1, no header': self.nameless.get_macro_f1(),
            'category wrong': figures.get_share([self.made, self.tables], figures.Types.get_category_wrong),
            'category wrong, no header': figures.get_share([self.nameless], figures.Types.get_category_wrong),
            'surely wrong': figures.get_share([self.made, self.tables, self.nameless], figures.Types.get_surely_wrong),
            'persons off by': self.worst_persons[0],
        }


def has_quoted_value(text, dialect):
    """Whether some value, quotes and all, stands between two delimiters."""
    quote, delimiter = (re.escape(dialect[name].encode()) for name in ('quote', 'delimiter'))
    return bool(quote) and re.search(b'(?:^|%b)%b[^%b\r\n]+(?:%b%b[^%b\r\n]+)*%b(?:%b|\r|\n)' % (delimiter, *[quote] * 6, delimiter), text.replace(b'\0', b'')) is not None


def tell_band(birth):
    age = people.AS_OF.year - birth.year - ((people.AS_OF.month, people.AS_OF.day) < (birth.month, birth.day))
    return next(band for limit, band in BANDS if age < limit)


def print_details(evaluation):
    for types in (evaluation.made, evaluation.tables, evaluation.nameless):
        for dump, header, true, found, confidence in types.get_wrong():
            print(f'  {dump}: {header or "(none)"}: {"|".join(true)} taken for {found} ({confidence:.2f})')
    for name, failed in evaluation.shares.failed.items():
        print(f'  {name}: not all in {"; ".join(failed)}')
    print(f'  persons: worst in {evaluation.worst_persons[1]}')


def tabulate_figures(evaluation):
    """Return the lines of the table, and whether all figures reach their floors."""
    found = evaluation.get_figures()
    lines = [f'{"recognition":<28}{"found":>9}{"goal":>9}{"floor":>9}']
    is_reached = True
    for name, goal, floor, more in figures.GOALS:
        remark = '' if (found[name] >= goal if more else found[name] <= goal) else '  below its goal'
        if (found[name] < floor) if more else (found[name] > floor):
            is_reached = False
            remark = '  below its floor'
        lines.append(f'{name:<28}{found[name]:>9.4f}{goal:>9.3f}{floor:>9.3f}{remark}')
    lines.append(f'{len(evaluation.made.columns) + len(evaluation.tables.columns)} columns with a header, {len(evaluation.nameless.columns)} without; '
                 f'{evaluation.shares.total["commune right"]} records placed, {evaluation.shares.total["dialect right"]} files')
    return lines, is_reached


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('cli')
    parser.add_argument('make_dump')
    parser.add_argument('places', type=pathlib.Path)
    parser.add_argument('--details', action='store_true')
    parser.add_argument('--table', type=pathlib.Path)
    options = parser.parse_args()
    country = people.Country(options.places)
    with tempfile.TemporaryDirectory() as name:
        evaluation = Evaluation(options.cli, options.make_dump, pathlib.Path(name))
        for order in GENERATED:
            evaluation.run_generated(*order)
        for make in work_dumps.ALL + life_dumps.ALL:
            evaluation.run_table(make(country, ROWS), country.epci)
    if options.details:
        print_details(evaluation)
    lines, is_reached = tabulate_figures(evaluation)
    print('\n'.join(lines))
    if options.table:
        options.table.write_text('\n'.join(lines) + '\n', encoding='utf-8')
    sys.exit(0 if is_reached else 1)


if __name__ == '__main__':
    main()
