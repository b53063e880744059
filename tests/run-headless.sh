#!/bin/sh
# Run a program that needs a screen where there is none: a virtual display, a
# private message bus, and folders of its own for what a desktop remembers.
# Nothing is left behind: no process, no file.
#
# usage: run-headless.sh PROGRAM [ARGUMENT…]
set -u

folder=$(mktemp -d) || exit 99
display=
leave() {
  [ -n "$display" ] && kill "$display" 2>/dev/null && wait "$display" 2>/dev/null
  rm -rf "$folder"
}
trap leave EXIT
trap 'exit 99' HUP INT TERM

mkdir -m 700 "$folder/home" "$folder/runtime"
export HOME="$folder/home" XDG_RUNTIME_DIR="$folder/runtime"
export XDG_CONFIG_HOME="$HOME/config" XDG_DATA_HOME="$HOME/data" XDG_CACHE_HOME="$HOME/cache" XDG_STATE_HOME="$HOME/state"
mkdir "$XDG_CONFIG_HOME" "$XDG_DATA_HOME" "$XDG_CACHE_HOME" "$XDG_STATE_HOME"

# What a program tells the desktop is written to a file, for whom it may concern.
export AMPLEUR_TEST_NOTICES="$folder/notices"
mkdir -p "$XDG_DATA_HOME/dbus-1/services"
cat >"$XDG_DATA_HOME/dbus-1/services/org.freedesktop.Notifications.service" <<END
[D-BUS Service]
Name=org.freedesktop.Notifications
Exec=/usr/bin/python3 $(cd "$(dirname "$0")" && pwd)/notice-daemon.py $folder/notices
END

# The server chooses a free number itself: tests may run side by side. It would
# start anew whenever its last client leaves, and refuse whoever comes meanwhile.
start_display() {
  Xvfb -displayfd 1 -screen 0 "${AMPLEUR_TEST_SCREEN:-1280x800x24}" -nolisten tcp -noreset >"$folder/display" 2>"$folder/log" &
  display=$!
  tries=0
  until [ -s "$folder/display" ]; do
    tries=$((tries + 1))
    [ $tries -le 300 ] && kill -0 "$display" 2>/dev/null || return 1
    sleep 0.1
  done
}
# Two servers that start at once may want the same number: the loser tries again.
start_display || start_display || start_display || {
  echo "run-headless.sh: no virtual display: $(cat "$folder/log")" >&2
  exit 99
}
DISPLAY=":$(cat "$folder/display")"
unset WAYLAND_DISPLAY
# Nothing is drawn by OpenGL here, and its drivers leak when they are unloaded:
# the first name is that of GTK up to 4.14, the second that of newer ones.
export GDK_DEBUG=gl-disable GDK_DISABLE=gl
export DISPLAY GDK_BACKEND=x11 GSK_RENDERER=cairo GSETTINGS_BACKEND=memory GIO_USE_VFS=local GTK_USE_PORTAL=0
export NO_AT_BRIDGE=1

dbus-run-session -- "$@" 2>"$folder/errors"
status=$?
# The private bus always says that it may not raise its limit of open files.
grep -v 'Failed to set fd limit' "$folder/errors" >&2
exit $status
