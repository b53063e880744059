"""A dump of the evaluation: its table, how it is written, and what is true of it."""
import dataclasses
import io


@dataclasses.dataclass
class Dialect:
    encoding: str = 'utf-8'
    delimiter: str = ';'
    quote: str = '"'
    line_end: str = 'crlf'
    preamble: int = 0
    has_header: bool = True
    repeats: int = 0  # headers among the rows


CODECS = {'utf-8': 'utf-8', 'utf-8-bom': 'utf-8-sig', 'windows-1252': 'cp1252', 'iso-8859-15': 'iso8859-15',
          'utf-16le': 'utf-16', 'cp850': 'cp850', 'mac-roman': 'mac_roman'}
LINE_ENDS = {'crlf': '\r\n', 'lf': '\n', 'cr': '\r'}


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

    def add(self, row, place=None, person=None, birth=None):
        assert len(row) == len(self.headers) == len(self.types), self.name
        self.rows.append([str(value) for value in row])
        self.places.append(place)
        self.persons.append(person)
        self.births.append(birth)

    def write(self, path, dialect=None):
        dialect = dialect or self.dialect
        text = io.StringIO()
        end = LINE_ENDS[dialect.line_end]
        for number in range(dialect.preamble):
            text.write(('Export du fichier' if number == 0 else '') + end)
        header = self.write_row(self.headers, dialect) + end
        if dialect.has_header:
            text.write(header)
        every = len(self.rows) // (dialect.repeats + 1) + 1
        for number, row in enumerate(self.rows, 1):
            text.write(self.write_row(row, dialect) + end)
            if number % every == 0:
                text.write(header)
        path.write_bytes(text.getvalue().encode(CODECS[dialect.encoding], errors='replace'))

    @staticmethod
    def write_row(values, dialect):
        written = []
        for value in values:
            if not dialect.quote:
                value = value.replace(dialect.delimiter, ' ').replace('\n', ' ')
            elif any(sign in value for sign in (dialect.delimiter, dialect.quote, '\n', '\r')):
                value = dialect.quote + value.replace(dialect.quote, 2 * dialect.quote) + dialect.quote
            written.append(value)
        return dialect.delimiter.join(written)
