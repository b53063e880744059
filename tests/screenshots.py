#!/usr/bin/env python3
"""Take a picture of each page, in light and dark, in English and French.

usage: run-headless.sh screenshots.py BUILD_DIRECTORY SAMPLE DIRECTORY

The case is made from the sample by the command line; the pages are opened through
the accessibility bus, as in the journey. Files are called page-theme-language.png.
"""
import os
import pathlib
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent / 'journey'))
from driver import Program, folder_for  # noqa: E402

PAGES = ('overview', 'map', 'fields', 'quality')
THEMES = {'light': 'prefer-light', 'dark': 'prefer-dark'}
LANGUAGES = {'en': 'en_GB.UTF-8', 'fr': 'fr_FR.UTF-8'}

# Seconds for pictures to fade in, tiles to be drawn and figures to arrive.
SETTLING = 2.5


def make_case(build, sample, folder):
    case = pathlib.Path(folder, 'laboratoire.ampleur')
    subprocess.run([build / 'src' / 'cli' / 'ampleur-cli', 'import', sample, '--case', case, '--as-of', '2021-02-23',
                    '--analyst', 'Camille Exemple', '--client', 'Laboratoire Exemple', '--mandate', 'RGPD, art. 33'],
                   check=True, stdout=subprocess.DEVNULL)
    return case


def take_picture(path):
    """The window stands alone on a black screen: what is not black is the window."""
    time.sleep(SETTLING)
    subprocess.run(['import', '-window', 'root', '-trim', '+repage', '-strip', '+dither', '-colors', '255', f'png8:{path}'], check=True)


def take_start(build, sample, folder, suffix):
    """The welcome, and the mandate that a dump leads to."""
    with Program(build / 'src' / 'app' / 'ampleur') as running:
        running.window()
        take_picture(folder / f'welcome-{suffix}.png')
    with Program(build / 'src' / 'app' / 'ampleur', sample) as running:
        running.window()
        take_picture(folder / f'mandate-{suffix}.png')


def take_pages(build, case, folder, suffix):
    with Program(build / 'src' / 'app' / 'ampleur', case) as running:
        window = running.window()
        # The tabs stand in the order of the pages, whatever the language calls them.
        tabs = window.find('page tab list').look_for('page tab')
        for name, tab in zip(PAGES, tabs, strict=True):
            tab.click()
            take_picture(folder / f'{name}-{suffix}.png')


def main():
    build, sample, folder = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    folder.mkdir(parents=True, exist_ok=True)
    os.environ['AMPLEUR_LOCALE_DIR'] = str(build / 'po')
    os.environ['GSETTINGS_SCHEMA_DIR'] = str(build / 'data')
    with folder_for('screenshots') as work:
        case = make_case(build, sample, work)
        for language, locale in LANGUAGES.items():
            os.environ['LC_ALL'] = os.environ['LANG'] = locale
            os.environ['LANGUAGE'] = language
            for theme, scheme in THEMES.items():
                os.environ['ADW_DEBUG_COLOR_SCHEME'] = scheme
                take_start(build, sample, folder, f'{theme}-{language}')
                take_pages(build, case, folder, f'{theme}-{language}')


if __name__ == '__main__':
    main()
