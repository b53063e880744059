#!/usr/bin/env python3
"""Areas are selected on the map as people do it: by dragging, by keys, and in the table beside it.

usage: run-headless.sh test-map-journey.py PROGRAM CLI SAMPLE

A case of the sample is opened in the real window; the pointer and the keyboard are
those of the display. What was selected is read from the chips of the filter.
"""
import contextlib
import math
import pathlib
import re
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent / 'journey'))
from driver import Atspi, Program, TooLate, folder_for, press, wait_until  # noqa: E402

BRITTANY = {'Finistère', "Côtes-d'Armor", 'Morbihan', 'Ille-et-Vilaine'}
SHIFT = 50
STEPS = 12
# Where no area is: a click there gives the map the keyboard.
SEA = (0.04, 0.35)
# A hand is no faster, seconds; and the map may still be on its way to Brittany.
STEP_TIME = 0.02
ATTEMPTS = 6


class Map:
    """The map in the window, and where its points are on the screen."""

    def __init__(self, window):
        self.window = window
        self.node = window.find('image', re.compile('Map of the affected areas.*'))

    def place(self, east, south):
        """Return the point at these shares of the width and height."""
        box = self.node.accessible.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        return round(box.x + east * box.width), round(box.y + south * box.height)

    def drag(self, points):
        """Press at the first point, move along the others, let go at the last."""
        def act(point, event):
            Atspi.generate_mouse_event(*self.place(*point), event)
            time.sleep(STEP_TIME)
        act(points[0], 'abs')
        act(points[0], 'b1p')
        for one, other in zip(points, points[1:]):
            for step in range(1, STEPS + 1):
                act([from_ + (to - from_) * step / STEPS for from_, to in zip(one, other)], 'abs')
        act(points[-1], 'b1r')

    def told(self):
        """Return the area that a screen reader tells of, and its figures."""
        return self.node.description.splitlines()


@contextlib.contextmanager
def shift_held():
    Atspi.generate_keyboard_event(SHIFT, None, Atspi.KeySynthType.PRESS)
    try:
        yield
    finally:
        Atspi.generate_keyboard_event(SHIFT, None, Atspi.KeySynthType.RELEASE)


def read_filter(window):
    """Return the places that the filter names."""
    names = (re.fullmatch(r'Remove filter .*: (.*)', node.name) for node in window.look_for('button'))
    return {name[1] for name in names if name}


def expect_filter(window, expected):
    wait_until(lambda: read_filter(window) == expected, lambda: f'the filter to name {expected}, not {read_filter(window)}')


def start(window, mode):
    """Press the button of a mode, unless an attempt before has left it pressed."""
    button = window.find('button', mode)
    if not button.is_on:
        button.click()
    wait_until(lambda: button.is_on, f'{mode} to be on')


def select_brittany(window, select):
    """Select until all of it is; then undo that in one step."""
    for _ in range(ATTEMPTS):
        select()
        with contextlib.suppress(TooLate):
            wait_until(lambda: BRITTANY <= read_filter(window), 'Brittany', deadline=5)
            break
    else:
        raise AssertionError(f'not Brittany, but {read_filter(window)}')
    window.find('button', 'Undo Filter Change').click()
    expect_filter(window, set())


def select_by_rectangle(window, france):
    def select():
        start(window, 'Select Areas in a Rectangle')
        france.drag([(0.1, 0.15), (0.9, 0.75)])
    select_brittany(window, select)


def select_by_shift(window, france):
    """Shift spans a rectangle without a button; a drag without it moves the map."""
    def select():
        with shift_held():
            france.drag([(0.1, 0.15), (0.9, 0.75)])
    select_brittany(window, select)


def select_by_line(window, france):
    turns = [math.tau * step / 16 for step in range(17)]

    def select():
        start(window, 'Draw a Line around Areas')
        france.drag([(0.45 + 0.38 * math.cos(turn), 0.47 + 0.36 * math.sin(turn)) for turn in turns])
    select_brittany(window, select)


def walk_by_keys(window, france):
    """From the most persons to a neighbour, into the filter and out of it."""
    Atspi.generate_mouse_event(*france.place(*SEA), 'b1c')
    wait_until(lambda: 'focused' in france.node.states, 'the map to be focused')
    press('Page_Down')
    wait_until(lambda: france.told()[:1] == ['Morbihan'], france.told)
    assert france.told()[1] == '1193 persons', france.told()
    press('Up')
    wait_until(lambda: france.told()[:1] == ["Côtes-d'Armor"], france.told)
    press('space')
    expect_filter(window, {"Côtes-d'Armor"})
    press('space')
    expect_filter(window, set())
    press('Escape')
    wait_until(lambda: not france.told(), france.told)


def select_in_table(window, france):
    """From the first row to the fourth with Shift, and from there on the map."""
    table = window.find('table', 'Figures')
    body = next(node for node in table.children if node.role == 'list' or node.name == 'GtkColumnListView')

    def point_at(name):
        """Widgets of rows are used again: their order is not that of the rows."""
        wait_until(lambda: next((row for row in body.children if row.has('label', name)), None), f'the row of {name}').point('b1c')

    # The wheel: the areas that were pointed at have moved the table.
    for _ in range(12):
        table.point('b4c')
    point_at('Morbihan')
    wait_until(lambda: france.told()[:1] == ['Morbihan'], france.told)
    expect_filter(window, set())
    with shift_held():
        point_at("Côtes-d'Armor")
    expect_filter(window, BRITTANY)
    point_at('Finistère')
    expect_filter(window, {'Finistère'})


def main():
    program, cli, sample = sys.argv[1:4]
    with folder_for('map') as folder:
        case = pathlib.Path(folder, 'sample.ampleur')
        subprocess.run([cli, 'import', sample, '--case', case], check=True, stdout=subprocess.DEVNULL)
        with Program(program, case) as running:
            window = running.window()
            window.find('button', 'Map').click()
            france = Map(window)
            wait_until(lambda: not window.has('panel', 'Sex'), 'the overview to go')
            for part in (select_by_rectangle, select_by_shift, select_by_line, walk_by_keys, select_in_table):
                part(window, france)
            running.close()


if __name__ == '__main__':
    main()
