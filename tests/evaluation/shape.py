"""How a table of the evaluation is written: the bytes of every shape in which dumps come."""
import gzip
import io
import json
import lzma
import struct
import zipfile

CODECS = {'utf-8': 'utf-8', 'utf-8-bom': 'utf-8-sig', 'windows-1252': 'cp1252', 'iso-8859-15': 'iso8859-15',
          'utf-16le': 'utf-16', 'utf-16be': 'utf-16-be', 'cp850': 'cp850', 'mac-roman': 'mac_roman'}
LINE_ENDS = {'crlf': '\r\n', 'lf': '\n', 'cr': '\r', 'mixed': '\n'}
FOOTER = ('', 'Fin du fichier', 'Edite par le service informatique')


def encode(lines, dialect):
    """Lines with their ends to bytes; “A+B” takes turns, line by line."""
    names = dialect.encoding.split('+')
    if len(names) > 1:
        return b''.join(line.encode(CODECS[names[number % len(names)]], errors='replace') for number, line in enumerate(lines))
    mark = '\ufeff' if dialect.encoding == 'utf-16be' else ''
    return (mark + ''.join(lines)).encode(CODECS[dialect.encoding], errors='replace')


def quote_value(value, dialect):
    quote = dialect.quote
    if not quote:
        return value.replace(dialect.delimiter, ' ').replace('\n', ' ')
    if not dialect.quotes_all and not any(sign in value for sign in (dialect.delimiter, quote, '\n', '\r')):
        return value
    if dialect.escape == 'backslash':
        return quote + value.replace('\\', '\\\\').replace(quote, '\\' + quote) + quote
    return quote + value.replace(quote, 2 * quote) + quote


def end_lines(rows, dialect):
    """Give each row its line end; “mixed” takes turns."""
    ends = ('\r\n', '\n') if dialect.line_end == 'mixed' else (LINE_ENDS[dialect.line_end],)
    return [row + ends[number % len(ends)] for number, row in enumerate(rows)]


def write_delimited(dump, dialect):
    rows = [('Export du fichier' if number == 0 else '') for number in range(dialect.preamble)]
    header = dialect.delimiter.join(quote_value(value, dialect) for value in dump.headers)
    if dialect.has_header:
        rows.append(header)
    every = len(dump.rows) // (dialect.repeats + 1) + 1
    for number, row in enumerate(dump.rows, 1):
        rows.append(dialect.delimiter.join(quote_value(value, dialect) for value in row))
        if number % every == 0:
            rows.append(header)
    rows.extend(FOOTER[:dialect.footer])
    return encode(end_lines(rows, dialect), dialect)


def write_fixed(dump, dialect):
    rows = ([dump.headers] if dialect.has_header else []) + dump.rows
    widths = [max(len(row[column]) for row in rows) + 1 for column in range(len(dump.headers))]
    return encode(end_lines([''.join(value.ljust(width) for value, width in zip(row, widths)).rstrip() for row in rows], dialect), dialect)


def write_json_lines(dump, dialect):
    rows = [json.dumps({key: value or None for key, value in zip(dump.headers, row) if value or number == 0}, ensure_ascii=number % 3 == 0)
            for number, row in enumerate(dump.rows)]
    return encode(end_lines(rows, dialect), dialect)


def quote_mysql(value):
    return "'" + value.replace('\\', '\\\\').replace("'", "\\'").replace('\n', '\\n') + "'" if value else 'NULL'


def write_mysql(dump, dialect):
    """As phpMyAdmin does: a table's columns, then a few rows a statement."""
    names = ', '.join(f'`{name}`' for name in dump.headers)
    rows = ['-- phpMyAdmin SQL Dump', 'SET SQL_MODE = "NO_AUTO_VALUE_ON_ZERO";', '', f'CREATE TABLE `{dump.name}` (']
    rows.extend(f'  `{name}` varchar(255) DEFAULT NULL{"" if number == len(dump.headers) else ","}' for number, name in enumerate(dump.headers, 1))
    rows.append(') ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;')
    for start in range(0, len(dump.rows), 80):
        rows.append(f'INSERT INTO `{dump.name}` ({names}) VALUES')
        part = ['(' + ', '.join(map(quote_mysql, row)) + ')' for row in dump.rows[start:start + 80]]
        rows.extend(row + (';' if number == len(part) else ',') for number, row in enumerate(part, 1))
    return encode(end_lines(rows, dialect), dialect)


def write_copy(dump, dialect):
    """As pg_dump does."""
    rows = ['--', '-- PostgreSQL database dump', '--', '', f'COPY public.{dump.name} ({", ".join(dump.headers)}) FROM stdin;']
    for row in dump.rows:
        rows.append('\t'.join(value.replace('\\', '\\\\').replace('\t', '\\t').replace('\n', '\\n') if value else '\\N' for value in row))
    return encode(end_lines([*rows, '\\.', '', ''], dialect), dialect)


def pack_zip(data):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, 'w', zipfile.ZIP_DEFLATED) as archive:
        archive.writestr('export/table.csv', data)
    return packed.getvalue()


def pack_zstd(data):
    """A frame of raw blocks: no library of Python's own writes another."""
    size = 100000
    parts = [data[start:start + size] for start in range(0, len(data), size)] or [b'']
    blocks = b''.join(struct.pack('<I', len(part) << 3 | (number == len(parts)))[:3] + part for number, part in enumerate(parts, 1))
    return b'\x28\xb5\x2f\xfd\x00\x38' + blocks


WRITERS = {'delimited': write_delimited, 'fixed': write_fixed, 'json-lines': write_json_lines, 'mysql': write_mysql, 'copy': write_copy}
PACKERS = {'': bytes, 'gz': lambda data: gzip.compress(data, 6), 'xz': lambda data: lzma.compress(data, preset=1), 'zip': pack_zip, 'zst': pack_zstd}


def render(dump, dialect):
    """The bytes of the file."""
    return PACKERS[dialect.packing](WRITERS[dialect.format](dump, dialect))
