#!/usr/bin/env python3
"""The whole journey of an analyst, through the real window: from a dump to a report.

usage: run-headless.sh test-journey.py PROGRAM SAMPLE TRUTH

Opens the sample, gives a mandate, corrects what was recognised, imports, reads
the figures, filters, goes back and forward, saves the filter, compares, looks at
the map, exports, opens the case and its filter again, and stops an import midway.
Every figure is compared with what the generator of the sample knows to be true.
"""
import csv
import itertools
import json
import pathlib
import re
import shutil
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent / 'journey'))
from driver import Program, folder_for, press, wait_until  # noqa: E402

MANDATE = {'Analyst': 'Camille Exemple', 'On behalf of': 'Laboratoire Exemple', 'Legal basis': 'GDPR, article 33'}
# One field holds something else than was recognised, and one shall not count:
# the truth of both is known by field.
CORRECTED, IGNORED = 'RELANCE', 'SIT_FAM'
LEVELS = {'Region': 'region', 'Département': 'departement', 'Agglomeration (EPCI)': 'epci', 'Commune': 'commune'}
SEX = {'Female': 'F', 'Male': 'M', 'Unknown': 'unknown'}
CATEGORIES = {'Identity': 'identity', 'Contact details': 'contact', 'Professional life': 'professional',
              'Administrative': 'administrative', 'Financial': 'financial', 'Official identifiers': 'official_id',
              'Credentials': 'credentials', 'Health': 'health', 'Location': 'location',
              'Trade-union membership': 'union', 'Offences and convictions': 'offence',
              'Sex life and orientation': 'sex_life', 'Religion and beliefs': 'religion'}
MEASURES = {'Per 1,000 Inhabitants': 'Persons per 1,000 inhabitants', 'Share with Sensitive Data': 'Share with sensitive data',
            'Persons': 'Persons'}
BAR = re.compile(r'(.+): ([\d,]+) persons? \(.*\)')


def lap(words):
    print(f'{time.monotonic() - lap.start:6.2f} s  {words}', flush=True)


lap.start = time.monotonic()


class Truth:
    """What must be shown after the corrections, of everybody or of a filtered part."""

    def __init__(self, path):
        self.whole = json.loads(pathlib.Path(path).read_text(encoding='utf-8'))

    def part(self, term):
        return self.whole['where'][term] if term else self.whole

    def total(self, term=None):
        return self.part(term)['total'] if term else self.whole

    def persons(self, key, term=None):
        return {code: row['persons'] for code, row in self.part(term)['by'][key].items() if row['persons']}

    def categories(self, term=None):
        found = self.persons('category', term)
        del found['family']
        found['location'] = self.persons('field', term)[CORRECTED]
        return found


def read_bars(window, title, codes):
    """Return the persons of each bar of a chart by the code of its label."""
    bars = {}
    for node in window.find('panel', title).walk():
        match = BAR.fullmatch(node.name)
        if match:
            bars[codes.get(match[1], match[1])] = int(match[2].replace(',', ''))
    return bars


def expect(read, expected, what):
    """Wait until what is shown is what is true."""
    last = []

    def is_equal():
        last[:] = [read()]
        return last[0] == expected
    wait_until(is_equal, lambda: f'{what}: expected {expected}, found {last[0]}')


def expect_tile(window, name, figure):
    tile = window.find('panel', name)
    expect(lambda: any(node.name == figure for node in tile.walk()), True, f'{name} to be {figure}')


def choose(window, name, item):
    window.find('choice', name).choose(item)


def give_mandate(window):
    window.find('label', 'Mandate')
    review = window.find('button', 'Review')
    assert 'sensitive' not in review.states, 'a case without a mandate is offered'
    for name, value in MANDATE.items():
        window.find('entry', name).type(value)
    review.click()


def search_field(window, header):
    """Leave one field in the table, so that nobody needs to scroll."""
    window.find('entry', 'Search for a field').type(header)
    return window.find('button', re.compile(rf'Type of {header}: .*'), into_tables=True)


def review(window):
    kind = search_field(window, CORRECTED)
    assert kind.name != f'Type of {CORRECTED}: Location'
    kind.click()
    search = window.find('entry', 'Search for a type', into_tables=True)
    search.type('location')
    press('Return')
    window.find('button', f'Type of {CORRECTED}: Location', into_tables=True)
    search_field(window, IGNORED)
    window.find('check', f'Ignore {IGNORED}', into_tables=True).click()
    window.find('label', re.compile('.*1 ignored'))
    # Going back and forth loses nothing.
    window.find('button', 'Back').click()
    window.find('button', 'Review').click()
    search_field(window, CORRECTED)
    window.find('button', f'Type of {CORRECTED}: Location', into_tables=True)


def check_overview(window, truth, term=None, filtered_key=None):
    """Compare what is shown with the truth; the filtered chart shows its other bars, too."""
    total = truth.total(term)
    expect_tile(window, 'Persons', str(total['persons']))
    expect_tile(window, 'Records', str(total['records']))
    if filtered_key != 'sex':
        expect(lambda: read_bars(window, 'Sex', SEX), truth.persons('sex', term), 'sex')
    if filtered_key != 'category':
        expect(lambda: read_bars(window, 'Categories of Data', CATEGORIES), truth.categories(term), 'categories')


def check_places(window, truth, key, term=None):
    """Compare the largest places: a chart has room for the first of them."""
    expected = sorted((persons for code, persons in truth.persons(key, term).items()), reverse=True)
    expect(lambda: sorted(read_bars(window, 'Places', {}).values(), reverse=True)[:8], expected[:8], key)


def switch_levels(window, truth):
    for item, key in LEVELS.items():
        choose(window, 'Level of Places', item)
        check_places(window, truth, key)
    choose(window, 'Level of Places', 'Département')


def toggle_bar(window, chart, label):
    window.find('panel', chart).find('button', re.compile(rf'{re.escape(label)}: .*')).click()


def filter_by_bars(window, truth):
    toggle_bar(window, 'Places', 'Ille-et-Vilaine')
    window.find('button', re.compile('Remove .*Ille-et-Vilaine.*'))
    check_overview(window, truth, 'departement=35')
    choose(window, 'Level of Places', 'Agglomeration (EPCI)')
    check_places(window, truth, 'epci', 'departement=35')
    window.find('button', re.compile('Remove .*Ille-et-Vilaine.*')).click()
    check_overview(window, truth)
    toggle_bar(window, 'Sex', 'Female')
    check_overview(window, truth, 'sex=F', 'sex')
    toggle_bar(window, 'Sex', 'Female')
    check_overview(window, truth)


def go_back_and_forward(window, truth):
    """Undo and redo a filter, then keep it with the case under a name."""
    toggle_bar(window, 'Sex', 'Female')
    check_overview(window, truth, 'sex=F', 'sex')
    window.find('button', 'Undo Filter Change').click()
    check_overview(window, truth)
    window.find('button', 'Redo Filter Change').click()
    check_overview(window, truth, 'sex=F', 'sex')
    window.find('button', 'Saved Filters').click()
    window.find('button', 'Save the Present Filter…').click()
    window.find('entry', 'Name of the Filter').type('Women')
    window.find('button', 'Save').click()
    press('Escape')
    window.find('button', re.compile('Remove .*Female.*')).click()
    check_overview(window, truth)


def reopen_filter(window, truth):
    """Choose the saved filter from the keyboard: rows of a list offer no action."""
    window.find('button', 'Saved Filters').click()
    window.find('item', re.compile('Women.*')).reach()
    press('Return')
    press('Escape')
    check_overview(window, truth, 'sex=F', 'sex')


def compare(window, truth):
    """Compare the two communes that are touched most: their persons."""
    window.find('button', 'Compare').click()
    wait_until(lambda: not window.has('panel', 'Sex'), 'the overview to go')
    window.find('button', 'The Two Most Affected Communes').click()
    largest = {str(persons) for persons in sorted(truth.persons('commune').values(), reverse=True)[:2]}
    figures = window.find(None, 'Figures of Both Groups')
    expect(lambda: largest <= {node.name for node in figures.walk()}, True, f'the persons of both, {largest}')
    window.find('button', 'Overview').click()
    check_overview(window, truth)


def read_rows(window, count):
    """Return name and persons of the first rows of the table beside the map."""
    table = window.find('table', 'Figures')
    body = next(node for node in table.children if node.role == 'list' or node.name == 'GtkColumnListView')
    rows = []
    for row in itertools.islice(body.children, count):
        name, persons = itertools.islice((node.name for node in row.walk() if node.matches('label', None)), 2)
        rows.append((name, int(persons.replace(',', ''))))
    return rows


def look_at_map(window, truth):
    window.find('button', 'Map').click()
    # Both pages are there while one fades.
    wait_until(lambda: not window.has('panel', 'Sex'), 'the overview to go')
    for item, key in LEVELS.items():
        choose(window, 'Level of Places', item)
        largest = sorted(truth.persons(key).values(), reverse=True)[:4]
        expect(lambda: [persons for name, persons in read_rows(window, 4)], largest, f'{key} beside the map')
    legend = window.find('image', 'Legend')
    for measure, title in MEASURES.items():
        choose(window, 'Measure', measure)
        expect(lambda: legend.description.splitlines()[0], title, 'the legend')


def search_on_map(window, truth):
    """Find a place, and filter on it where it stands: in the middle of the map."""
    entry = window.find('entry', 'Search for a place')
    entry.point('b1c')
    wait_until(lambda: 'focused' in entry.states, 'the search to be focused')
    entry.type('Rennes')
    press('Return')
    persons = truth.total('commune=35238')['persons']
    window.find('label', re.compile(rf'{persons} persons\n.*', re.DOTALL))
    window.find('image', re.compile('Map of the affected areas.*')).point('b1c')
    window.find('button', re.compile('Remove .*Rennes.*'))
    window.find('button', 'Overview').click()
    check_overview(window, truth, 'commune=35238')
    window.find('button', re.compile('Remove .*Rennes.*')).click()
    check_overview(window, truth)


def choose_type(window, header, kind):
    """Choose a type on the page of fields, as in the review."""
    search_field(window, header).click()
    window.find('entry', 'Search for a type', into_tables=True).type(kind)
    press('Return')


def change_types(window, truth):
    """Change a type after the import: the figures follow, and the change is taken back."""
    window.find('button', 'Fields').click()
    wait_until(lambda: not window.has('panel', 'Sex'), 'the overview to go')
    choose_type(window, CORRECTED, 'biometric')
    window.find('label', f'{CORRECTED} is now of the type “Biometric data”')
    window.find('button', 'Overview').click()
    expected = truth.categories()
    expected['Biometric data'] = expected.pop('location')
    expect(lambda: read_bars(window, 'Categories of Data', CATEGORIES), expected, 'the new category')
    window.find('button', 'Undo').click()
    expect(lambda: read_bars(window, 'Categories of Data', CATEGORIES), truth.categories(), 'the categories as they were')


def find_anywhere(running, role, name):
    """Find what may lie over the window or stand in one of its own, as a question does."""
    return wait_until(lambda: next((node for window in running.windows for node in window.look_for(role, name)), None), f'{role} {name!r}')


def ask_for_dump(running, window):
    """A type that tells where people are needs the dump; who does not want to wait goes back."""
    window.find('button', 'Fields').click()
    choose_type(window, 'CP', 'internal')
    find_anywhere(running, 'label', re.compile('.*tells who a record is about.*', re.DOTALL))
    find_anywhere(running, 'button', 'Import Again…').click()
    # Both pages have a search: this one must not be the one that is left.
    window.find('button', 'Import')
    search_field(window, 'CP')
    window.find('button', 'Type of CP: Internal number', into_tables=True)
    window.find('button', 'Back').click()
    window.find('label', 'Mandate')
    window.find('button', 'Back').click()
    search_field(window, 'CP')
    window.find('button', 'Type of CP: Postal code', into_tables=True)
    window.find('button', 'Overview').click()


def export(running, folder, truth):
    window = running.window()
    window.find('button', 'Main Menu').click()
    window.find('menu item', 'Export…').click()
    running.window('Export').find('button', 'Export').click()
    window.find('label', re.compile(r'\d+ files exported'))
    report = folder / 'laboratoire report'
    check_report(report, truth)


def check_report(folder, truth):
    names = {path.suffix for path in folder.iterdir()}
    assert names == {'.html', '.pdf', '.odt', '.json', '.csv', '.xlsx', '.geojson', '.svg', '.png'}, names
    assert all(path.stat().st_size > 0 for path in folder.iterdir())
    report = json.loads((folder / 'report.json').read_text(encoding='utf-8'))
    assert report['figures']['persons'] == truth.whole['persons'], report['figures']
    assert report['mandate']['analyst'] == MANDATE['Analyst'], report['mandate']
    page = (folder / 'report.html').read_text(encoding='utf-8')
    assert all(value in page for value in MANDATE.values()), 'the report does not tell its mandate'
    check_table(folder / 'table-category.csv', truth.categories())
    for key in ('region', 'departement', 'epci', 'commune', 'sex'):
        check_table(folder / f'table-{key}.csv', truth.persons(key))


def check_table(path, expected):
    """Every count is right or masked; those of under eleven persons are never told."""
    with path.open(encoding='utf-8-sig', newline='') as file:
        rows = {row['code']: row['persons'] for row in csv.DictReader(file)}
    told = {code: int(persons) for code, persons in rows.items() if persons.isdecimal()}
    assert told, f'{path.name} tells nothing'
    for code, persons in told.items():
        assert persons == expected[code] and persons >= 11, f'{path.name} {code}: {persons}, not {expected[code]}'


def make_long(sample, folder):
    """Make a dump whose import takes a while: the sample, many times over."""
    header, rows = sample.read_bytes().split(b'\n', 1)
    path = pathlib.Path(folder, 'long.csv')
    path.write_bytes(header + b'\n' + rows * 150)
    return path


def cancel(program, dump):
    """Stop an import midway: the case that was there stays, to the byte."""
    case = dump.with_suffix('.ampleur')
    with Program(program, dump) as running:
        window = running.window()
        give_mandate(window)
        window.find('button', 'Import').click()
        window.find('panel', 'Persons')
        before = case.read_bytes()
        window.find('button', 'Fields').click()
        choose_type(window, 'CP', 'internal')
        find_anywhere(running, 'button', 'Import Again…').click()
        window.find('button', 'Import').click()
        window.find('button', 'Cancel').click()
        window.find('label', 'Import stopped; nothing was written')
        assert case.read_bytes() == before, 'a stopped import changed the case'
        assert {path.name for path in dump.parent.iterdir()} == {dump.name, case.name}, 'a stopped import left a file'
        window.find('button', 'Back').click()
        window.find('label', 'Mandate')
        window.find('button', 'Back').click()
        search_field(window, 'CP')
        window.find('button', 'Type of CP: Postal code', into_tables=True)
        running.close()


def check_nothing_leaked(folder, dump):
    """Neither case nor report holds a number or an address of the dump."""
    with open(dump, encoding='windows-1252', newline='') as file:
        rows = list(csv.DictReader(file, delimiter=';'))
    values = {row[column].strip() for row in rows for column in ('NUM_SECU', 'MAIL', 'RIB_IBAN')}
    values = {value.encode() for value in values if len(value) > 8}
    assert len(values) > 1000
    for path in folder.rglob('*'):
        if path.is_file() and path != dump:
            content = path.read_bytes()
            assert not any(value in content for value in values), f'{path.name} holds a value of the dump'


def main():
    program, sample, truth = sys.argv[1], pathlib.Path(sys.argv[2]), Truth(sys.argv[3])
    with folder_for('journey') as folder:
        dump = shutil.copy(sample, folder)
        case = pathlib.Path(folder, sample.stem + '.ampleur')
        with Program(program, dump) as running:
            window = running.window()
            give_mandate(window)
            lap('mandate given')
            review(window)
            lap('fields reviewed')
            window.find('button', 'Import').click()
            check_overview(window, truth)
            lap('imported')
            switch_levels(window, truth)
            lap('levels switched')
            filter_by_bars(window, truth)
            lap('filtered')
            go_back_and_forward(window, truth)
            lap('filter undone, redone and saved')
            compare(window, truth)
            lap('compared')
            look_at_map(window, truth)
            lap('map looked at')
            search_on_map(window, truth)
            lap('searched on the map')
            change_types(window, truth)
            lap('type changed and changed back')
            ask_for_dump(running, window)
            lap('dump asked for')
            export(running, pathlib.Path(folder), truth)
            lap('exported')
            running.close()
        with Program(program, case) as running:
            check_overview(running.window(), truth)
            reopen_filter(running.window(), truth)
            running.close()
        lap('opened again, with its filter')
        check_nothing_leaked(pathlib.Path(folder), pathlib.Path(dump))
    with folder_for('cancel') as folder:
        cancel(program, make_long(sample, folder))
        lap('stopped midway')


if __name__ == '__main__':
    main()
