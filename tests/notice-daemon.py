#!/usr/bin/env python3
"""Stand in for the desktop's notices: write down each that comes, a line of JSON.

usage: notice-daemon.py FILE

Started by the message bus when somebody sends a notice; ends with the bus.
"""
import json
import sys

import gi

gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib  # noqa: E402

NAME = 'org.freedesktop.Notifications'
INTERFACE = Gio.DBusNodeInfo.new_for_xml(f'''<node><interface name="{NAME}">
  <method name="Notify">
    <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="as" direction="in"/><arg type="a{{sv}}" direction="in"/><arg type="i" direction="in"/>
    <arg type="u" direction="out"/>
  </method>
  <method name="CloseNotification"><arg type="u" direction="in"/></method>
  <method name="GetCapabilities"><arg type="as" direction="out"/></method>
</interface></node>''').interfaces[0]


def on_call(connection, sender, path, interface, method, parameters, invocation):
    if method == 'Notify':
        _, _, _, title, body, *_ = parameters.unpack()
        with open(sys.argv[1], 'a', encoding='utf-8') as file:
            file.write(json.dumps({'title': title, 'body': body}) + '\n')
        invocation.return_value(GLib.Variant('(u)', (1,)))
    elif method == 'GetCapabilities':
        invocation.return_value(GLib.Variant('(as)', (['body', 'actions'],)))
    else:
        invocation.return_value(None)


def main():
    loop = GLib.MainLoop()
    Gio.bus_own_name(Gio.BusType.SESSION, NAME, Gio.BusNameOwnerFlags.NONE,
                     lambda connection, name: connection.register_object('/org/freedesktop/Notifications', INTERFACE, on_call, None, None),
                     None, lambda connection, name: loop.quit())
    loop.run()


if __name__ == '__main__':
    main()
