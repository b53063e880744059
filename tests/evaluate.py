#!/usr/bin/env python3
"""Measure what Ampleur recognises in dumps that it was not made for, and print the figures.

usage: evaluate.py CLI MAKE_DUMP PLACES [--family NAME]… [--details] [--table FILE]

Families of dumps: the presets of make-dump under every kind of dirt (made); the
tables of tests/evaluation that the recognition was improved on (tables); and
those that were written without a look at it, and measured before anything was
changed for them (blind, second), also in dialects drawn at random (swept). All are read as they come, without any review.
Comments are scanned, too. Fails where a figure is below its floor
(tests/evaluation/figures.py). --details names what is wrong: headers and types
of invented dumps. --table also writes the figures to a file, for ./dev to show.
"""
import argparse
import collections
import csv
import dataclasses
import json
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent / 'evaluation'))

import blind_care  # noqa: E402
import blind_civil  # noqa: E402
import blind_people  # noqa: E402
import blind_services  # noqa: E402
import comments  # noqa: E402
import figures  # noqa: E402
import life_dumps  # noqa: E402
import people  # noqa: E402
import people_dumps  # noqa: E402
import second_dumps  # noqa: E402
import sweep  # noqa: E402
import work_dumps  # noqa: E402

ROWS = 1200
BLIND_ROWS = 500
BLIND = {'blind': blind_care.ALL + blind_services.ALL + blind_civil.ALL, 'second': second_dumps.ALL}
FAMILIES = ('made', 'tables', 'people', *BLIND, 'swept', 'comments')
SWEPT = 80

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

# The only letters that ISO-8859-15 and Windows-1252 have in other places.
SIGNS_OF_ISO_8859_15 = b'\xa4\xa6\xa8\xb4\xb8\xbc\xbd\xbe'

# The generator has one word for all dates but births.
RECORDED = ('date_inscription', 'date_maj')

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
    family: str = 'made'
    records: int = None
    as_of: str = people.AS_OF.isoformat()


class Evaluation:
    def __init__(self, cli, make_dump, folder):
        self.cli, self.make_dump, self.folder = cli, make_dump, folder
        self.shares = figures.Shares()
        self.types = collections.defaultdict(figures.Types)
        self.topics, self.second_topics = figures.Topics(), figures.Topics()
        self.persons = []  # (off by, which dump)

    def check_dialect(self, truth, path, found):
        expected = truth.dialect
        text = path.read_bytes() if not expected.get('packing') else b'\xff'
        # What leaves no trace in the file cannot be told.
        is_ascii = all(byte < 0x80 for byte in text)
        encodings = ('utf-8', 'windows-1252') if expected['encoding'] == 'mixed' else expected['encoding'].split('+')
        if encodings == ['iso-8859-15'] and not any(byte in SIGNS_OF_ISO_8859_15 for byte in text):
            encodings.append('windows-1252')
        encoding_right = is_ascii or found['encoding'].replace('-', '') in [name.replace('-', '') for name in encodings]
        family = tell_family(truth)
        self.shares.add(f'encoding right{family}', f'{truth.name} ({found["encoding"]})', encoding_right, 1)
        right = found['format'] == expected.get('format', 'delimited') and len(found['fields']) == len(truth.types)
        if found['format'] == 'delimited':
            quote = expected['quote'] if has_quoted_value(text, expected) else None
            right = right and found['delimiter'] == expected['delimiter'] and (quote is None or found['quote'] == quote)
        if found['format'] in ('delimited', 'fixed'):
            right = right and found['line_end'] == expected['line_end']
            self.shares.add(f'header right{family}', truth.name, found['has_header'] == expected['has_header'] and found['preamble_lines'] == expected['preamble_lines'], 1)
        self.shares.add(f'dialect right{family}', f'{truth.name} {[found[name] for name in ("format", "delimiter", "quote", "line_end")]} {len(found["fields"])}', right, 1)

    def check_types(self, truth, found):
        types = self.types[truth.family if truth.dialect['has_header'] else f'{truth.family}, no header' if truth.family in BLIND else 'no header']
        if len(found['fields']) != len(truth.types):
            return
        for true, field in zip(truth.types, found['fields']):
            if field['type'] != 'empty':
                types.add(truth.name, true, field)

    def check_persons(self, name, persons, result, is_undecidable=False):
        if persons is None:
            return
        if not is_undecidable:
            self.persons.append((abs(result['persons'] - persons) / persons, f'{name}: {result["persons"]} for {persons}'))
        lowest, highest = result['persons_bounds']
        self.shares.add('bounds around persons', f'{name} [{lowest}, {highest}] for {persons}', lowest <= persons <= highest, 1)

    def tabulate(self, case, key):
        return {row['code']: row['records'] for row in json.loads(run(self.cli, 'stats', case, '--by', key, '--json'))['rows']}

    def import_dump(self, truth, path):
        """Import as it comes; return the case."""
        case = self.folder / 'dump.ampleur'
        result = json.loads(run(self.cli, 'import', path, '--case', case, '--overwrite', '--as-of', truth.as_of, '--json', *truth.options))
        source = result['sources'][0]
        self.check_dialect(truth, path, source)
        self.check_types(truth, source)
        self.check_persons(truth.name, truth.persons, result)
        if truth.records is not None:
            self.shares.add('records right', f'{truth.name} {source["records"]}, {source["malformed"]} malformed', source['records'] == truth.records and source['malformed'] == 0, 1)
        if truth.ages:
            self.shares.add('age band right', truth.name, figures.overlap(truth.ages, self.tabulate(case, 'age')), sum(truth.ages.values()))
        return case

    def run_generated(self, preset, records, seed, options):
        path, truth_path = self.folder / 'dump.csv', self.folder / 'truth.json'
        run(self.make_dump, '--preset', preset, '--records', records, '--seed', seed, '--output', path, '--truth', truth_path, *options)
        truth = json.loads(truth_path.read_text(encoding='utf-8'))
        has_header = truth['dialect']['has_header']
        case = self.import_dump(Truth(f'{preset} {" ".join(options)}'.strip(), [tell_types(column) for column in truth['columns']], truth['dialect'],
                                      persons=truth['persons'] if has_header else None,
                                      ages={code: row['records'] for code, row in truth['by']['age'].items()} if has_header else None,
                                      as_of=truth['as_of']), path)
        if has_header:
            for name, key in (('commune right', 'commune'), ('EPCI right', 'epci')):
                expected = {code: row['records'] for code, row in truth['by'][key].items() if code}
                self.shares.add(name, f'{preset} {seed}', figures.overlap(expected, self.tabulate(case, key)), sum(expected.values()))

    def run_table(self, dump, epci, family):
        path = self.folder / 'dump.csv'
        dump.write(path)
        dialect = describe_dialect(dump.dialect)
        is_blind = family in BLIND
        persons = len(set(dump.persons)) if None not in dump.persons and not is_blind else None
        ages = collections.Counter(tell_band(birth) for birth in dump.births) if None not in dump.births else None
        case = self.import_dump(Truth(dump.name, dump.types, dialect, dump.options, persons, ages, family, len(dump.rows)), path)
        self.check_places(dump, epci, case, family)
        if dump.dialect.format not in ('delimited', 'fixed'):
            return
        # The same table without its header: the values alone must tell.
        bare = dataclasses.replace(dump.dialect, has_header=False, preamble=0, repeats=0, packing='')
        dump.write(path, bare)
        found = json.loads(run(self.cli, 'inspect', path, '--json'))['sources'][0]
        truth = Truth(f'{dump.name} without header', dump.types, describe_dialect(bare), family=family)
        self.check_dialect(truth, path, found)
        self.check_types(truth, found)

    def run_sweep(self, towns):
        """Any dialect for any of the blind dumps."""
        path = self.folder / 'dump.csv'
        for dump, dialect in sweep.draw_all([make for makers in BLIND.values() for make in makers], towns, 71, SWEPT):
            dump.write(path, dialect)
            found = json.loads(run(self.cli, 'inspect', path, '--json'))['sources'][0]
            self.check_dialect(Truth(f'{dump.name}, {len(dump.rows)} rows, {dialect}', dump.types, describe_dialect(dialect), family='swept'), path, found)

    def run_comments(self, expected, topics):
        """One comment a record, among numbers; the categories are those of the record, not of the column."""
        path, case = self.folder / 'dump.csv', self.folder / 'dump.ampleur'
        with path.open('w', encoding='utf-8', newline='') as file:
            writer = csv.writer(file, delimiter=';')
            writer.writerow(['NumClient', 'DateSaisie', 'Commentaire'])
            writer.writerows([f'C{number:05}', f'{number % 28 + 1:02}/03/2024', text] for number, (text, _) in enumerate(expected))
        run(self.cli, 'import', path, '--case', case, '--overwrite')
        for line, (text, categories) in zip(run(self.cli, 'records', case).splitlines()[1:], expected):
            topics.add(text, categories, set(line.split('\t')[10].split(',')) & set(comments.TOPICS))

    def run_people(self, dump):
        """Ask for nothing but the persons."""
        path, case = self.folder / 'dump.csv', self.folder / 'dump.ampleur'
        dump.write(path)
        result = json.loads(run(self.cli, 'import', path, '--case', case, '--overwrite', '--as-of', people.AS_OF.isoformat(), '--json'))
        self.check_persons(dump.name, len(set(dump.persons)), result, dump.is_undecidable)

    def check_places(self, dump, epci, case, family):
        if None in dump.places:
            return
        suffix = f', {family}' if family in BLIND else ''
        communes = epcis = wanted = 0
        for line, place in zip(run(self.cli, 'records', case).splitlines()[1:], dump.places):
            values = line.split('\t')
            wanted += 1
            communes += values[7] == place
            epcis += values[6] == epci.get(place, '')
        self.shares.add(f'commune right{suffix}', dump.name, communes, wanted)
        self.shares.add(f'EPCI right{suffix}', dump.name, epcis, wanted)

    def get_figures(self):
        every = [types for name, types in self.types.items() if not name.startswith(tuple(BLIND))]
        found = {name: self.shares.get(name) for name in self.shares.total}
        found.update({f'macro-F1, {name}': types.get_macro_f1() for name, types in self.types.items()})
        for name in BLIND:
            blind = [types for key, types in self.types.items() if key.startswith(name)]
            if blind:
                found[f'surely wrong, {name}'] = figures.get_share(blind, figures.Types.get_surely_wrong)
                found[f'category wrong, {name}'] = figures.get_share([self.types[name]], figures.Types.get_category_wrong)
        if every:
            named = [types for name, types in self.types.items() if name in ('made', 'tables')]
            found['category wrong'] = figures.get_share(named, figures.Types.get_category_wrong)
            found['category wrong, no header'] = figures.get_share([self.types['no header']], figures.Types.get_category_wrong)
            found['surely wrong'] = figures.get_share(every, figures.Types.get_surely_wrong)
        if self.persons:
            found['persons off by'] = max(self.persons)[0]
        for suffix, topics in (('', self.topics), (', second', self.second_topics)):
            if topics.count:
                found[f'topics, precision{suffix}'], found[f'topics, recall{suffix}'] = topics.get_precision(), topics.get_recall()
                found[f'ordinary left alone{suffix}'] = topics.get_peace()
        return found


def tell_types(column):
    return 'act_date|timestamp' if column['header'] in RECORDED else column['type']


def tell_family(truth):
    return f', {truth.family}' if truth.family in (*BLIND, 'swept') else ''


def describe_dialect(dialect):
    """What `inspect` should say of a table written so."""
    return {**dataclasses.asdict(dialect), 'preamble_lines': dialect.preamble, 'format': {'mysql': 'sql', 'copy': 'sql'}.get(dialect.format, dialect.format)}


def has_quoted_value(text, dialect):
    """Whether some value, quotes and all, stands between two delimiters."""
    quote, delimiter = (re.escape(dialect[name].encode()) for name in ('quote', 'delimiter'))
    return bool(quote) and re.search(b'(?:^|%b)%b[^%b\r\n]+(?:%b%b[^%b\r\n]+)*%b(?:%b|\r|\n)' % (delimiter, *[quote] * 6, delimiter), text.replace(b'\0', b'')) is not None


def tell_band(birth):
    age = people.AS_OF.year - birth.year - ((people.AS_OF.month, people.AS_OF.day) < (birth.month, birth.day))
    return next(band for limit, band in BANDS if age < limit)


def print_details(evaluation):
    for types in evaluation.types.values():
        for dump, header, true, found, confidence in types.get_wrong():
            print(f'  {dump}: {header or "(none)"}: {"|".join(true)} taken for {found} ({confidence:.2f})')
    for name, failed in evaluation.shares.failed.items():
        print(f'  {name}: not all in {"; ".join(failed)}')
    for text, missed, invented in evaluation.topics.wrong + evaluation.second_topics.wrong:
        print(f'  comment “{text}”: missed {missed or "none"}, invented {invented or "none"}')
    for off, dump in sorted(evaluation.persons, reverse=True)[:12]:
        print(f'  persons off by {off:.4f} in {dump}')


def tabulate_figures(evaluation):
    """Return the lines of the table, and whether all figures reach their floors."""
    found = evaluation.get_figures()
    lines = [f'{"recognition":<28}{"found":>9}{"goal":>9}{"floor":>9}']
    is_reached = True
    for name, goal, floor, more in figures.GOALS:
        if name not in found:
            continue
        remark = '' if (found[name] >= goal if more else found[name] <= goal) else '  below its goal'
        if (found[name] < floor) if more else (found[name] > floor):
            is_reached = False
            remark = '  below its floor'
        lines.append(f'{name:<28}{found[name]:>9.4f}{goal:>9.3f}{floor:>9.3f}{remark}')
    n_columns = sum(len(types.columns) for types in evaluation.types.values())
    n_records, n_files = (sum(total for key, total in evaluation.shares.total.items() if key.startswith(name)) for name in ('commune right', 'dialect right'))
    lines.append(f'{n_columns} columns, {n_records} records placed, {n_files} files, {evaluation.topics.count + evaluation.second_topics.count} comments')
    return lines, is_reached


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('cli')
    parser.add_argument('make_dump')
    parser.add_argument('places', type=pathlib.Path)
    parser.add_argument('--family', action='append', choices=FAMILIES)
    parser.add_argument('--details', action='store_true')
    parser.add_argument('--table', type=pathlib.Path)
    options = parser.parse_args()
    families = options.family or FAMILIES
    country = people.Country(options.places)
    towns = blind_people.Towns(options.places)
    with tempfile.TemporaryDirectory() as name:
        evaluation = Evaluation(options.cli, options.make_dump, pathlib.Path(name))
        for order in GENERATED if 'made' in families else ():
            evaluation.run_generated(*order)
        for make in work_dumps.ALL + life_dumps.ALL if 'tables' in families else ():
            evaluation.run_table(make(country, ROWS), country.epci, 'tables')
        for make in people_dumps.ALL if 'people' in families else ():
            evaluation.run_people(make(country, ROWS))
        for family, makers in BLIND.items():
            for make in makers if family in families else ():
                evaluation.run_table(make(towns, BLIND_ROWS), country.epci, family)
        if 'swept' in families:
            evaluation.run_sweep(towns)
        if 'comments' in families:
            evaluation.run_comments(comments.get_all(), evaluation.topics)
            evaluation.run_comments(comments.get_second(), evaluation.second_topics)
    if options.details:
        print_details(evaluation)
    lines, is_reached = tabulate_figures(evaluation)
    print('\n'.join(lines))
    if options.table:
        options.table.write_text('\n'.join(lines) + '\n', encoding='utf-8')
    sys.exit(0 if is_reached else 1)


if __name__ == '__main__':
    main()
