#!/usr/bin/env python3
"""Write invented outlines of every commune of the gazetteer as GeoJSON, for tests and benchmarks.

usage: make-outlines.py DATA_PLACES [--step DEGREES] > FILE

The plane is halved between communes until each has a cell of its own; the cells'
edges are then bent by one field of waves, so that neighbours keep the same line.
"""
import argparse
import math
import pathlib
import sys

# A cell at the edge of the country is no wider than this, in degrees.
MARGIN = 0.08


def read_communes(folder):
    for line in (folder / 'communes.tsv').read_text(encoding='utf-8').splitlines():
        if not line.startswith('#'):
            code, name, _, _, _, latitude, longitude = line.split('\t')[:7]
            if latitude and longitude:
                yield code, name, float(longitude), float(latitude)


def spread(communes):
    """Communes without a coordinate of their own stand on one point: draw them apart."""
    seen = {}
    for code, name, x, y in communes:
        turn = seen[x, y] = seen.get((x, y), -1) + 1
        angle, radius = turn * 2.399963, 0.012 * math.sqrt(turn)
        yield code, name, x + radius * math.cos(angle), y + radius * math.sin(angle)


def divide(communes, box, depth=0):
    if len(communes) == 1:
        code, name, x, y = communes[0]
        west, south, east, north = box
        yield code, name, (max(west, x - MARGIN), max(south, y - MARGIN), min(east, x + MARGIN), min(north, y + MARGIN))
        return
    axis = depth % 2
    communes.sort(key=lambda commune: commune[2 + axis])
    middle = len(communes) // 2
    cut = (communes[middle - 1][2 + axis] + communes[middle][2 + axis]) / 2
    low, high = list(box), list(box)
    low[2 + axis] = high[axis] = cut
    yield from divide(communes[:middle], low, depth + 1)
    yield from divide(communes[middle:], high, depth + 1)


def walk(start, end, step):
    """The points from start to end at multiples of step, without the end."""
    yield start
    if start < end:
        number = math.floor(start / step) + 1
        while number * step < end:
            yield number * step
            number += 1
    else:
        number = math.ceil(start / step) - 1
        while number * step > end:
            yield number * step
            number -= 1


def bend(x, y):
    return (x + 0.004 * math.sin(310 * y) + 0.002 * math.sin(900 * y + 200 * x),
            y + 0.003 * math.sin(290 * x) + 0.0015 * math.sin(1000 * x + 150 * y))


def trace(box, step):
    west, south, east, north = box
    ring = [(x, south) for x in walk(west, east, step)] + [(east, y) for y in walk(south, north, step)]
    ring += [(x, north) for x in walk(east, west, step)] + [(west, y) for y in walk(north, south, step)]
    return [bend(*point) for point in [*ring, ring[0]]]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('folder', type=pathlib.Path)
    parser.add_argument('--step', type=float, default=0.001)
    arguments = parser.parse_args()
    communes = list(spread(read_communes(arguments.folder)))
    print('{"type":"FeatureCollection","features":[')
    for number, (code, name, box) in enumerate(divide(communes, (-180, -85, 180, 85))):
        points = ','.join(f'[{x:.5f},{y:.5f}]' for x, y in trace(box, arguments.step))
        sys.stdout.write(f'{"," if number else ""}{{"type":"Feature","geometry":{{"type":"Polygon","coordinates":[[{points}]]}},'
                         f'"properties":{{"code":"{code}"}}}}\n')
    print(']}')


if __name__ == '__main__':
    main()
