"""Drives the program from outside, as someone with a screen reader would.

Everything goes through the accessibility bus: nodes are found by role and name
among those that are shown, waited for with a deadline, and used by the actions
that they offer, by keys, or by a pointer at their middle. Nothing here knows a
widget, a file of the user interface or a place on the screen. Runs under
run-headless.sh, which gives the display and the message bus.
"""
import os
import pathlib
import re
import subprocess
import tempfile
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

# However slow the machine: what takes longer than this does not come.
DEADLINE = 40
INTERVAL = 0.02
Atspi.set_timeout(DEADLINE * 1000, DEADLINE * 1000)

# A role has another name in each version of GTK.
ROLES = {
    'button': {'push button', 'button', 'toggle button', 'page tab', 'radio button'},
    'check': {'check box', 'switch', 'toggle button'},
    'choice': {'combo box'},
    'entry': {'text', 'entry'},
    'item': {'list item', 'table row', 'tree item', 'menu item', 'radio menu item', 'check menu item'},
    'label': {'label', 'static'},
    'table': {'tree table'},
    'progress': {'progress bar'},
}
KEYS = {'space': 0x20, 'Tab': 0xff09, 'Return': 0xff0d, 'Escape': 0xff1b, 'Home': 0xff50, 'Up': 0xff52, 'Down': 0xff54, 'Page_Down': 0xff56}
TROUBLE = re.compile(r'-(WARNING|CRITICAL|ERROR) \*\*|Sanitizer|runtime error:')


def press(key):
    """Press and release a key of the virtual keyboard."""
    if not Atspi.generate_keyboard_event(KEYS[key], None, Atspi.KeySynthType.SYM):
        raise AssertionError(f'{key} cannot be pressed')


def activate(path, action):
    """Activate an action of the program, as the desktop may: of a window by "window/1"."""
    subprocess.run(['gdbus', 'call', '--session', '--dest', 'org.ampleur.Ampleur',
                    '--object-path', f'/org/ampleur/Ampleur/{path}'.rstrip('/'),
                    '--method', 'org.gtk.Actions.Activate', action, '[]', '{}'], check=True, stdout=subprocess.DEVNULL)


def name_views():
    """Return the names of a case's pages, in the order of their tabs."""
    window = pathlib.Path(__file__).parents[2] / 'ui' / 'amp-window.ui'
    views = window.read_text(encoding='utf-8').split('id="views"')[1]
    return re.findall(r'<object class="AdwViewStackPage">\s*<property name="name">(\w+)<', views)


class TooLate(AssertionError):
    """What was waited for did not come."""


def wait_until(test, what, deadline=DEADLINE):
    """Return the first true answer of `test`; asked again until the deadline."""
    end = time.monotonic() + deadline
    while True:
        try:
            answer = test()
        except GLib.Error:
            # A node may vanish between two questions.
            answer = None
        if answer:
            return answer
        if time.monotonic() > end:
            raise TooLate(f'still not there after {deadline} s: {what() if callable(what) else what}')
        time.sleep(INTERVAL)


def plain(name):
    """Return a name as it is read: of a button with a mnemonic GTK 4.8 tells "_Open Open"."""
    half = len(name) // 2
    told, label = name[:half], name[half + 1:]
    return label if name[half:half + 1] == ' ' and told.replace('_', '', 1) == label else name


class Node:
    """One accessible object."""

    def __init__(self, accessible):
        self.accessible = accessible

    @property
    def role(self):
        return self.accessible.get_role_name()

    @property
    def name(self):
        return plain(self.accessible.get_name() or '')

    @property
    def description(self):
        return self.accessible.get_description() or ''

    @property
    def states(self):
        return {state.value_nick for state in self.accessible.get_state_set().get_states()}

    @property
    def children(self):
        for index in range(self.accessible.get_child_count()):
            child = self.accessible.get_child_at_index(index)
            if child is not None:
                yield Node(child)

    @property
    def text(self):
        text = self.accessible.get_text_iface()
        return text.get_text(0, text.get_character_count()) if text else ''

    @property
    def middle(self):
        box = self.accessible.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        return box.x + box.width // 2, box.y + box.height // 2

    @property
    def is_shown(self):
        """Whether it is on the page that is open: a hidden one contains no point."""
        component = self.accessible.get_component_iface()
        return component is not None and component.contains(*self.middle, Atspi.CoordType.WINDOW)

    @property
    def is_on(self):
        return bool(self.states & {'checked', 'pressed', 'selected'})

    def walk(self, into_tables=False):
        """Return what is shown of this node, those that hold others first.

        A stack's page has no place of its own. The rows of a table are many:
        they are read only where a table is looked into.
        """
        has_place = self.accessible.get_component_iface() is not None
        if has_place:
            if not self.is_shown:
                return
            yield self
        if into_tables or self.role not in ROLES['table']:
            for child in self.children:
                yield from child.walk(into_tables)

    def matches(self, role, name):
        if role and self.role not in ROLES.get(role, {role}):
            return False
        if name is None:
            return True
        return bool(name.fullmatch(self.name)) if isinstance(name, re.Pattern) else self.name == name

    def look_for(self, role=None, name=None, into_tables=False):
        return [node for node in self.walk(into_tables) if node.matches(role, name)]

    def find(self, role=None, name=None, into_tables=False, deadline=DEADLINE):
        """Wait for a node; of several that lie in one another, the innermost."""
        found = wait_until(lambda: self.look_for(role, name, into_tables),
                           lambda: f'{role} {name!r} among {self.names()}', deadline)
        innermost = found[0]
        for node in found[1:]:
            if any(other.accessible == node.accessible for other in innermost.walk(True)):
                innermost = node
        return innermost

    def has(self, role=None, name=None, into_tables=False):
        return bool(self.look_for(role, name, into_tables))

    def names(self):
        """Return what is shown, for the message of a failure."""
        return sorted({f'{node.role} {node.name!r}' for node in self.walk() if node.name})

    def type(self, text):
        if not self.accessible.get_editable_text_iface().set_text_contents(text):
            raise AssertionError(f'{self.role} {self.name!r} takes no text')

    def click(self):
        """Act as soon as it can be acted on; what offers no action takes a pointer."""
        wait_until(lambda: 'sensitive' in self.states, f'{self.role} {self.name!r} to be sensitive')
        action = self.accessible.get_action_iface()
        if action and action.get_n_actions() > 0:
            action.do_action(0)
        else:
            self.point('b1c')

    def reach(self):
        """Give it the keyboard, by the keyboard."""
        for _ in range(20):
            if 'focused' in self.states:
                return
            press('Tab')
            time.sleep(0.1)
        raise AssertionError(f'{self.role} {self.name!r} cannot be reached by Tab')

    def point(self, event):
        """Move the pointer to the middle, and press there; a lone window stands in the screen's corner."""
        x, y = self.middle
        Atspi.generate_mouse_event(x, y, event)

    def choose(self, item):
        """Choose an item of a drop-down list with the keys, as its rows offer no action."""
        self.find('button').click()
        rows = list(self.find('list').children)
        names = [next(node.name for node in row.walk() if node.name and node.role == 'label') for row in rows]
        press('Home')
        for _ in range(names.index(item)):
            press('Down')
        row = rows[names.index(item)]
        wait_until(lambda: 'focused' in row.states, f'{item} to be focused')
        press('Return')
        wait_until(lambda: not self.has('list') and self.has('label', item), f'{self.name} to be {item}')


class Program:
    """The running program; a context that ends it and reads what it said."""

    def __init__(self, program, *arguments, cwd=None):
        self.messages = tempfile.TemporaryFile(mode='w+', encoding='utf-8', errors='replace')
        environment = dict(os.environ, GTK_A11Y='atspi', G_ENABLE_DIAGNOSTIC='0')
        self.process = subprocess.Popen([program, *map(str, arguments)], stdin=subprocess.DEVNULL, stdout=self.messages,
                                        stderr=self.messages, cwd=cwd, env=environment)
        self.application = wait_until(self.look_for_application, self.describe_absence)
        self.application.accessible.set_cache_mask(Atspi.Cache.ROLE | Atspi.Cache.INTERFACES)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        if self.process.poll() is None:
            self.process.terminate()
        try:
            self.process.wait(DEADLINE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def look_for_application(self):
        desktop = Node(Atspi.get_desktop(0))
        if self.process.poll() is not None:
            raise AssertionError(f'the program ended: {self.said()}')
        return next((node for node in desktop.children if node.accessible.get_process_id() == self.process.pid), None)

    def describe_absence(self):
        return f'the program on the accessibility bus; it said: {self.said()}'

    def said(self):
        self.messages.seek(0)
        return self.messages.read()

    @property
    def windows(self):
        return list(self.application.children)

    def window(self, title=None):
        """Wait for the window of this title; the only one if none is told."""
        def look():
            return next((node for node in self.windows if title is None or node.matches(None, title)), None)
        return wait_until(look, lambda: f'window {title!r} among {[node.name for node in self.windows]}')

    def close(self):
        """Close the last window, as its cross does, and check how it went."""
        self.window().find('button', 'Close').click()
        status = self.process.wait(DEADLINE)
        said = self.said()
        if status != 0 or TROUBLE.search(said):
            raise AssertionError(f'ended with {status}: {said}')


def folder_for(name):
    """Return a fresh folder that its context removes."""
    return tempfile.TemporaryDirectory(prefix=f'ampleur-{name}-')
