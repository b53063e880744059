#!/usr/bin/env python3
"""Write one dump in every shape in which leaks come, import each, and compare the figures.

usage: test-shapes.py CLI MAKE_DUMP [--records N] [--bench]

The plain file's figures are the truth here: whether they are right is another test's
question. The types of the fields are those that an analyst would set, since another
shape is sampled elsewhere. With --bench the seconds of each import are printed beside the plain file's.
"""
import argparse
import csv
import gzip
import json
import lzma
import pathlib
import shutil
import subprocess
import sys
import tempfile
import zipfile


READ_ME = '''This archive was made by the export of the laboratory.

It holds all dossiers of the year. Whoever finds it should tell the laboratory,
which will then, and only then, say what to do about it.
Thank you for your help.
'''


def run(*command):
    result = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    if result.returncode != 0:
        raise SystemExit(f'{command[1]} failed: {result.stderr.strip()}')
    return result.stdout


def write_gzip(plain, path):
    path.write_bytes(gzip.compress(plain.read_bytes(), 6))


def write_xz(plain, path):
    path.write_bytes(lzma.compress(plain.read_bytes(), preset=1))


def write_zip(plain, path):
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as archive:
        archive.write(plain, 'export/dump.csv')


def write_zip_with_others(plain, path):
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as archive:
        archive.writestr('export/', '')
        archive.writestr('export/read-me.txt', READ_ME)
        archive.write(plain, 'export/dump.csv')


def write_zstd(plain, path):
    run('zstd', '-q', '-3', plain, '-o', path)


def read_rows(plain):
    """The header and the rows of the plain file, as text."""
    source = json.loads(run(sys.argv[1], 'inspect', plain, '--json'))['sources'][0]
    with plain.open(encoding=source['encoding'].replace('utf-8-bom', 'utf-8-sig'), newline='') as file:
        rows = list(csv.reader(file, delimiter=source['delimiter'], quotechar=source['quote'] or None))
    return rows[source['preamble_lines']], [row for row in rows[source['preamble_lines'] + 1:] if row]


def write_json_lines(plain, path):
    header, rows = read_rows(plain)
    with path.open('w', encoding='utf-8') as file:
        for number, row in enumerate(rows):
            # Objects leave out what they do not have; the first shows the order of all.
            record = {key: value or None for key, value in zip(header, row) if value or number == 0}
            file.write(json.dumps(record, ensure_ascii=number % 2 == 0) + '\n')


def quote_mysql(value):
    if not value:
        return 'NULL'
    return "'" + value.replace('\\', '\\\\').replace("'", "\\'").replace('\n', '\\n').replace('\r', '\\r') + "'"


def write_mysql(plain, path):
    header, rows = read_rows(plain)
    with path.open('w', encoding='utf-8', newline='\n') as file:
        file.write('-- MySQL dump 10.13\n/*!40101 SET NAMES utf8 */;\nINSERT INTO `versions` VALUES (1,\'x\');\n')
        columns = ',\n'.join(f'  `{name}` varchar(255) DEFAULT NULL' for name in header)
        file.write(f'CREATE TABLE `patients` (\n{columns},\n  KEY `k` (`{header[0]}`)\n) ENGINE=InnoDB;\n')
        for start in range(0, len(rows), 50):
            values = ','.join('(' + ','.join(map(quote_mysql, row)) + ')' for row in rows[start:start + 50])
            file.write(f'INSERT INTO `patients` VALUES {values};\n')


def quote_copy(value):
    if not value:
        return '\\N'
    return value.replace('\\', '\\\\').replace('\t', '\\t').replace('\n', '\\n').replace('\r', '\\r')


def write_postgresql(plain, path):
    header, rows = read_rows(plain)
    with path.open('w', encoding='utf-8', newline='\n') as file:
        file.write('--\n-- PostgreSQL database dump\n--\n\nSET standard_conforming_strings = on;\n')
        file.write('COPY public.patients (' + ', '.join(f'"{name}"' for name in header) + ') FROM stdin;\n')
        for row in rows:
            file.write('\t'.join(map(quote_copy, row)) + '\n')
        file.write('\\.\n\nSELECT 1;\n')


def quote_escaped(value):
    return '"' + value.replace('\\', '\\\\').replace('"', '\\"') + '"' if value else ''


def write_escaped(plain, path):
    header, rows = read_rows(plain)
    with path.open('w', encoding='utf-8', newline='') as file:
        for row in [header, *rows]:
            file.write(','.join(map(quote_escaped, row)) + '\r\n')


# shape: (file name, writer)
SHAPES = {
    'gzip': ('dump.csv.gz', write_gzip),
    'xz': ('dump.csv.xz', write_xz),
    'zip': ('dump.zip', write_zip),
    'zip with others': ('others.zip', write_zip_with_others),
    'json-lines': ('dump.jsonl', write_json_lines),
    'escaped': ('escaped.csv', write_escaped),
    'sql, mysql': ('mysql.sql', write_mysql),
    'sql, postgresql': ('postgresql.sql', write_postgresql),
}
if shutil.which('zstd'):
    SHAPES['zstd'] = ('dump.csv.zst', write_zstd)


def measure(cli, dump, folder):
    """The figures of one import, without what belongs to the file."""
    case = folder / 'shape.ampleur'
    result = json.loads(run(cli, 'import', dump, '--case', case, '--as-of', '2021-02-23',
                            '--fields', folder / 'plan.json', '--overwrite', '--json'))
    figures = {name: result[name] for name in ('records', 'persons', 'persons_bounds', 'unplaced')}
    figures['malformed'] = result['malformed']
    figures['fields'] = [(field['header'], field['type']) for field in result['sources'][0]['fields']]
    for key in ('commune', 'category', 'age', 'sex', 'field'):
        table = json.loads(run(cli, 'stats', case, '--by', key, '--json'))
        figures[key] = sorted((str(row.get('code')), row['label'], row['records'], row['persons']) for row in table['rows'])
    return figures, result['seconds']


def tell_difference(shape, plain, found):
    for name, expected in plain.items():
        if found[name] == expected:
            continue
        print(f'{shape}: {name} differs')
        if isinstance(expected, list):
            print(f'  only plain: {[row for row in expected if row not in found[name]][:8]}')
            print(f'  only {shape}: {[row for row in found[name] if row not in expected][:8]}')
        else:
            print(f'  plain: {expected}, {shape}: {found[name]}')


def leaves_no_trace(cli, plain, folder):
    """Whether an archive that ends early is refused by its name, and nothing is left of it."""
    path = folder / 'cut.csv.gz'
    write_gzip(plain, path)
    path.write_bytes(path.read_bytes()[:-2000])
    before = sorted(folder.iterdir())
    result = subprocess.run([cli, 'import', path, '--case', folder / 'cut.ampleur'], capture_output=True, text=True, check=False)
    is_refused = result.returncode == 1 and path.name in result.stderr and sorted(folder.iterdir()) == before
    if not is_refused:
        print(f'a cut archive: exit {result.returncode}, {result.stderr.strip()}')
    return is_refused


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('cli')
    parser.add_argument('make_dump')
    parser.add_argument('--records', type=int, default=4000)
    parser.add_argument('--bench', action='store_true')
    options = parser.parse_args()
    n_different = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        plain = folder / 'dump.csv'
        run(options.make_dump, '--preset', 'laboratory', '--seed', 4, '--records', options.records,
            '--output', plain, '--truth', folder / 'truth.json')
        columns = json.loads((folder / 'truth.json').read_text(encoding='utf-8'))['columns']
        plan = [{'position': position, 'type': column['type']} for position, column in enumerate(columns, 1)]
        (folder / 'plan.json').write_text(json.dumps({'fields': plan}), encoding='utf-8')
        expected, plain_seconds = measure(options.cli, plain, folder)
        for shape, (file_name, write) in SHAPES.items():
            path = folder / file_name
            write(plain, path)
            found, seconds = measure(options.cli, path, folder)
            if options.bench:
                print(f'{shape:16} {seconds:6.2f} s, plain {plain_seconds:6.2f} s, '
                      f'{path.stat().st_size / plain.stat().st_size:5.2f} of its size')
            if found != expected:
                n_different += 1
                tell_difference(shape, expected, found)
        n_different += not leaves_no_trace(options.cli, plain, folder)
    print(f'{len(SHAPES)} shapes of {expected["records"]} records: {n_different} with other figures')
    sys.exit(1 if n_different else 0)


if __name__ == '__main__':
    main()
