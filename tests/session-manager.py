#!/usr/bin/env python3
"""Stand in for the desktop's session manager: write down who asks it to stay awake.

usage: session-manager.py FILE

Writes a line to FILE for each request: "ready", "inhibit FLAGS REASON", "uninhibit".
Ends with the bus.
"""
import itertools
import sys

import gi

gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib  # noqa: E402

NAME = 'org.gnome.SessionManager'
INTERFACE = Gio.DBusNodeInfo.new_for_xml(f'''<node><interface name="{NAME}">
  <method name="Inhibit">
    <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/><arg type="u" direction="in"/>
    <arg type="u" direction="out"/>
  </method>
  <method name="Uninhibit"><arg type="u" direction="in"/></method>
</interface></node>''').interfaces[0]
cookies = itertools.count(1)


def note(text):
    with open(sys.argv[1], 'a', encoding='utf-8') as file:
        file.write(f'{text}\n')


def on_call(connection, sender, path, interface, method, parameters, invocation):
    if method == 'Inhibit':
        _, _, reason, flags = parameters.unpack()
        note(f'inhibit {flags} {reason}')
        invocation.return_value(GLib.Variant('(u)', (next(cookies),)))
    else:
        note('uninhibit')
        invocation.return_value(None)


def main():
    loop = GLib.MainLoop()
    Gio.bus_own_name(Gio.BusType.SESSION, NAME, Gio.BusNameOwnerFlags.NONE,
                     lambda connection, name: connection.register_object('/org/gnome/SessionManager', INTERFACE, on_call, None, None),
                     lambda connection, name: note('ready'), lambda connection, name: loop.quit())
    loop.run()


if __name__ == '__main__':
    main()
