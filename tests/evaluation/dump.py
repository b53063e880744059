"""A dump of the evaluation: its table, how it is written, and what is true of it."""
import dataclasses

import shape


@dataclasses.dataclass
class Dialect:
    encoding: str = 'utf-8'
    delimiter: str = ';'
    quote: str = '"'
    line_end: str = 'crlf'
    preamble: int = 0
    has_header: bool = True
    repeats: int = 0  # headers among the rows
    footer: int = 0  # lines behind the rows
    quotes_all: bool = False
    escape: str = 'double'  # or 'backslash'
    format: str = 'delimited'  # as shape.WRITERS names them
    packing: str = ''  # as shape.PACKERS names them


@dataclasses.dataclass
class Dump:
    """One table.

    types: of each column; several, separated by |, where the list of types
    leaves a choice within one category. places: of each row, the INSEE code of
    its commune, '' where there is none to find; None: not asked. persons: of
    each row, who it is; None: not asked. births: of each row, the birth date.
    """
    name: str
    headers: list
    types: list
    rows: list = dataclasses.field(default_factory=list)
    places: list = dataclasses.field(default_factory=list)
    persons: list = dataclasses.field(default_factory=list)
    births: list = dataclasses.field(default_factory=list)
    dialect: Dialect = dataclasses.field(default_factory=Dialect)
    options: tuple = ()
    is_undecidable: bool = False  # nothing in it tells who is who: of persons, only the bounds are asked

    def add(self, row, place=None, person=None, birth=None):
        assert len(row) == len(self.headers) == len(self.types), self.name
        self.rows.append([str(value) for value in row])
        self.places.append(place)
        self.persons.append(person)
        self.births.append(birth)

    def write(self, path, dialect=None):
        path.write_bytes(shape.render(self, dialect or self.dialect))
