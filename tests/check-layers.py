#!/usr/bin/env python3
"""Fail when a source file reaches for what its layer may not see (src/README.md).

usage: check-layers.py SOURCE_DIRECTORY STAMP
"""
import pathlib
import re
import sys

# layer: (the layers it may use, the outside headers it alone may include)
LAYERS = {
    'dump': ((), ('csv.h', 'iconv.h', 'nettle/', 'zlib.h', 'zstd', 'lzma.h')),
    'fields': ((), ()),
    'places': ((), ()),
    'store': (('fields',), ('sqlite3.h',)),
    'severity': (('fields', 'store'), ()),
    'analysis': (('dump', 'fields', 'places', 'store', 'severity'), ('sodium.h',)),
    'chart': ((), ()),
    'export': (('analysis', 'chart', 'fields', 'places'), ('xlsxwriter', 'minizip/', 'qpdf/')),
    'app': (('analysis', 'chart', 'export', 'fields', 'places'),
            ('gtk/', 'gdk/', 'gsk/', 'adwaita.h', 'shumate/')),
    'cli': (('analysis', 'export', 'fields', 'places'), ()),
}

# A call that belongs to one file: the pattern, and the files that may use it.
THREADS = re.compile(r'\b(g_task_run_in_thread|g_thread_new|g_thread_try_new|g_thread_pool_new)\b')
THREAD_OWNERS = {'analysis/amp-import-pipeline.c', 'analysis/amp-key-groups.c', 'app/amp-job.c', 'app/amp-map-painter.c', 'cli/amp-interrupt.c'}

INCLUDE = re.compile(r'\s*#\s*include\s+[<"](.+)[>"]')


def complaints(source):
    """Yield one line for each rule that a file of the tree breaks."""
    owner = {header.name: header.parent.name for header in source.glob('*/*.h')}
    reserved = [(prefix, layer) for layer, (_, prefixes) in LAYERS.items() for prefix in prefixes]
    for path in sorted(source.glob('*/*.[ch]')):
        layer = path.parent.name
        name = f'{layer}/{path.name}'
        if layer not in LAYERS:
            yield f'{name}: no such layer'
            continue
        for number, line in enumerate(path.read_text(encoding='utf-8').splitlines(), 1):
            if THREADS.search(line) and name not in THREAD_OWNERS:
                yield f'{name}:{number}: threads do not belong here'
            match = INCLUDE.match(line)
            if not match:
                continue
            included = match[1]
            target = owner.get(included)
            if '..' in included or (target and target != layer and target not in LAYERS[layer][0]):
                yield f'{name}:{number}: layer {layer} may not include {included}'
            for prefix, only in reserved:
                if included.startswith(prefix) and layer != only:
                    yield f'{name}:{number}: only layer {only} may include {included}'


def main():
    found = list(complaints(pathlib.Path(sys.argv[1])))
    if found:
        sys.exit('\n'.join(found))
    pathlib.Path(sys.argv[2]).touch()


if __name__ == '__main__':
    main()
