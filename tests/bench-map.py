#!/usr/bin/env python3
"""Time the map's frames with 35,000 circles and with 35,000 outlines.

usage: bench-map.py BUILD_DIRECTORY

Outlines of every commune are invented once, imported, and kept in the build
directory. The map is drawn on a virtual display, by the cairo renderer.
"""
import os
import pathlib
import subprocess
import sys


def make_outlines(build, tests):
    """Return the folder of imported outlines, made on the first run."""
    data = (build / 'bench-data').absolute()
    folder = data / 'ampleur' / 'outlines'
    if not (folder / 'commune.outlines').exists():
        source = build / 'bench-outlines.geojson'
        with source.open('w') as target:
            subprocess.run([sys.executable, tests / 'make-outlines.py', tests.parent / 'data' / 'places'], stdout=target, check=True)
        subprocess.run([build / 'src' / 'cli' / 'ampleur-cli', 'outlines', source], check=True, stdout=subprocess.DEVNULL,
                       env={**os.environ, 'XDG_DATA_HOME': str(data)})
        source.unlink()
    return folder


def main():
    build, tests = pathlib.Path(sys.argv[1]), pathlib.Path(__file__).parent
    folder = make_outlines(build, tests)
    subprocess.run(['sh', tests / 'run-headless.sh', build / 'tests' / 'bench-map', folder], check=True, stderr=subprocess.DEVNULL)


if __name__ == '__main__':
    main()
