"""Dialects drawn at random for the blind dumps: what one family of files leaves out, another has."""
import dataclasses
import random

from dump import Dialect

ENCODINGS = ('utf-8', 'utf-8-bom', 'windows-1252', 'iso-8859-15', 'utf-16le', 'utf-16be', 'cp850', 'mac-roman')


def draw_dialect(chance, n_rows):
    quote = chance.choice(('"', "'", ''))
    dialect = Dialect(encoding=chance.choice(ENCODINGS), delimiter=chance.choice(',;\t|:\x01'), quote=quote, line_end=chance.choice(('crlf', 'lf', 'cr', 'mixed')),
                      preamble=chance.choice((0, 0, 0, 1, 3)), repeats=chance.choice((0, 0, 2)) if n_rows > 20 else 0,
                      quotes_all=quote != '' and chance.random() < 0.4, escape=chance.choice(('double', 'double', 'backslash')))
    if chance.random() < 0.75:
        return dialect
    return dataclasses.replace(dialect, has_header=False, preamble=0, repeats=0)


def draw_all(makers, towns, seed, count):
    """(dump, dialect) as often as asked."""
    chance = random.Random(seed)
    for _ in range(count):
        n_rows = chance.choice((12, 40, 150))
        dump = chance.choice(makers)(towns, n_rows)
        dialect = draw_dialect(chance, n_rows)
        dump.headers = [header.replace(dialect.delimiter, ' ') for header in dump.headers]
        yield dump, dialect
