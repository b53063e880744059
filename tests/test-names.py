#!/usr/bin/env python3
"""Everything that can be reached by keyboard has a name for a screen reader, on every page.

usage: run-headless.sh test-names.py PROGRAM CLI SAMPLE
"""
import itertools
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / 'journey'))
from driver import Program, activate, folder_for, name_views, wait_until  # noqa: E402

MANDATE = ('Camille Exemple', 'Laboratoire Exemple', 'GDPR, art. 33')
# What has no name of its own is told by its class.
NAMELESS = re.compile(r'|(Gtk|Adw|Amp|Shumate)[A-Z]\w*')
# What only holds others is read by what it holds.
HOLDERS = {'scroll pane', 'viewport', 'panel', 'filler', 'list', 'list item', 'table row', 'tree table'}
# The parts of these are read with their name.
WHOLES = {'combo box'}
# Rows of a list that are looked at: the others are made alike.
ROWS = 4


def walk(node, above=()):
    """Return what is shown, with what it stands in; of long lists the first rows."""
    has_place = node.accessible.get_component_iface() is not None
    if has_place and not node.is_shown:
        return
    if has_place:
        yield node, above
    for child in itertools.islice(node.children, ROWS if node.role in {'list', 'tree table', 'table'} else None):
        yield from walk(child, (*above, node))


def has_name(node):
    return not NAMELESS.fullmatch(node.name)


def is_nameless(node, above):
    """Whether the focus may be here, and nothing tells where that is."""
    if 'focusable' not in node.states or has_name(node):
        return False
    if node.role in HOLDERS and any(has_name(inner) for inner, _ in walk(node)):
        return False
    return not any(outer.role in WHOLES and has_name(outer) for outer in above)


def find_nameless(window):
    return [' in '.join(f'{one.role} {one.name!r}' for one in (node, *reversed(above[-4:])))
            for node, above in walk(window) if is_nameless(node, above)]


class Watcher:
    """What was found without a name, page by page."""

    def __init__(self):
        self.found = {}
        self.seen = 0

    def look(self, page, window):
        # A page that comes in is complete once it has stopped growing.
        counts = []

        def is_settled():
            counts.append(sum(1 for _ in walk(window)))
            return len(counts) > 2 and counts[-1] == counts[-2] == counts[-3]
        wait_until(is_settled, f'{page} to settle')
        self.seen += counts[-1]
        nameless = find_nameless(window)
        print(f'{page}: {counts[-1]} nodes, {len(nameless)} without a name', flush=True)
        if nameless:
            self.found[page] = nameless


def look_at_start(program, sample, watcher):
    with Program(program) as running:
        watcher.look('welcome', running.window())
        activate('', 'preferences')
        watcher.look('preferences', running.window('Preferences'))
    with Program(program, sample) as running:
        window = running.window()
        window.find('entry', 'Analyst')
        watcher.look('mandate', window)
        for entry, text in zip(window.look_for('entry'), MANDATE):
            entry.type(text)
        activate('window/1', 'continue')
        window.find('entry', 'Search for a field')
        watcher.look('review', window)
    with Program(program, sample.parent) as running:
        running.window().find('label', 'Could Not Open')
        watcher.look('failure', running.window())


def look_at_case(program, case, watcher):
    with Program(program, case) as running:
        window = running.window()
        views = name_views()
        tabs = window.find('page tab list').look_for('page tab')
        for name, tab in zip(views, tabs, strict=True):
            tab.click()
            watcher.look(name, window)
        activate('window/1', 'export')
        watcher.look('export', running.window('Export'))


def main():
    program, cli, sample = (pathlib.Path(argument).resolve() for argument in sys.argv[1:4])
    watcher = Watcher()
    with folder_for('names') as folder:
        case = pathlib.Path(folder, 'names.ampleur')
        subprocess.run([cli, 'import', sample, '--case', case], check=True, stdout=subprocess.DEVNULL)
        look_at_start(program, sample, watcher)
        look_at_case(program, case, watcher)
    for page, nameless in watcher.found.items():
        for line in nameless:
            print(f'{page}: no name: {line}')
    if watcher.found:
        raise SystemExit(1)


if __name__ == '__main__':
    main()
