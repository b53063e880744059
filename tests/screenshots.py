#!/usr/bin/env python3
"""Take a picture of each page: light and dark, English and French, narrow, and with large text.

usage: run-headless.sh screenshots.py BUILD_DIRECTORY SAMPLE DIRECTORY [WORD…]

The case is made from the sample by the command line; the pages are opened through
the accessibility bus, as in the journey, and the dialogs by their actions. Files
are called page-look-language.png; only those are taken whose name has all WORDs
in it, where some are given.
"""
import dataclasses
import os
import pathlib
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent / 'journey'))
from driver import Program, activate, folder_for, name_views  # noqa: E402

LANGUAGES = {'en': 'en_GB.UTF-8', 'fr': 'fr_FR.UTF-8'}
MANDATE = ('Camille Exemple', 'Laboratoire Exemple', 'RGPD, art. 33')

# Seconds for pictures to fade in, tiles to be drawn and figures to arrive.
SETTLING = 2.5


@dataclasses.dataclass
class Look:
    """What the desktop is set to: the size of the window, of text, and colours."""

    scheme: str = 'prefer-light'
    contrast: bool = False
    width: int = 1100
    height: int = 720
    text: int = 100

    def prepare(self):
        """Write the settings of the window and of the toolkit."""
        config = pathlib.Path(os.environ['XDG_CONFIG_HOME'])
        (config / 'glib-2.0/settings').mkdir(parents=True, exist_ok=True)
        (config / 'glib-2.0/settings/keyfile').write_text(
            f'[org/ampleur/Ampleur]\nwindow-width={self.width}\nwindow-height={self.height}\n', encoding='utf-8')
        # The display says how large text is, before any file of the toolkit does.
        (pathlib.Path.home() / '.Xdefaults').write_text(f'Xft.dpi: {96 * self.text // 100}\n', encoding='utf-8')
        os.environ['GSETTINGS_BACKEND'] = 'keyfile'
        os.environ['ADW_DEBUG_COLOR_SCHEME'] = self.scheme
        os.environ['ADW_DEBUG_HIGH_CONTRAST'] = str(int(self.contrast))


LOOKS = {
    'light': Look(),
    'dark': Look('prefer-dark'),
    'contrast': Look(contrast=True),
    'narrow': Look(width=360),
    'large': Look(text=200),
    'narrowlarge': Look(width=360, text=200),
}
# Actions of the window, and of the program, that open a dialog over any page.
DIALOGS = {'export': ('window/1', 'export'), 'preferences': ('', 'preferences'), 'shortcuts': ('window/1', 'show-help-overlay')}


class Camera:
    """Takes the pictures that are wanted, of one look in one language."""

    def __init__(self, folder, look, language, words):
        self.folder, self.suffix, self.words = folder, f'{look}-{language}', words

    def wants(self, page):
        return all(word in f'{page}-{self.suffix}.png'.replace('.', '-').split('-') for word in self.words)

    def take(self, page):
        """The window stands alone on a black screen: what is not black is the window."""
        if not self.wants(page):
            return
        time.sleep(SETTLING)
        subprocess.run(['import', '-window', 'root', '-trim', '+repage', '-strip', '+dither', '-colors', '255',
                        f'png8:{self.folder / f"{page}-{self.suffix}.png"}'], check=True)


def make_case(cli, sample, folder):
    case = pathlib.Path(folder, 'laboratoire.ampleur')
    subprocess.run([cli, 'import', sample, '--case', case, '--as-of', '2021-02-23',
                    '--analyst', MANDATE[0], '--client', MANDATE[1], '--mandate', MANDATE[2]],
                   check=True, stdout=subprocess.DEVNULL)
    return case


def take_start(program, sample, camera):
    """The welcome, the mandate that a dump leads to, its review, and a failure."""
    if camera.wants('welcome'):
        with Program(program) as running:
            running.window()
            camera.take('welcome')
    if camera.wants('failure'):
        with Program(program, pathlib.Path(sample).parent) as running:
            running.window()
            camera.take('failure')
    if camera.wants('mandate') or camera.wants('review'):
        with Program(program, sample) as running:
            window = running.window()
            window.find('entry')
            camera.take('mandate')
            for entry, text in zip(window.look_for('entry'), MANDATE):
                entry.type(text)
            activate('window/1', 'continue')
            camera.take('review')


def take_pages(program, case, camera):
    pages = name_views()
    if any(camera.wants(page) for page in pages):
        with Program(program, case) as running:
            # The tabs stand in the order of the pages, whatever the language calls them.
            tabs = running.window().find('page tab list').look_for('page tab')
            for name, tab in zip(pages, tabs, strict=True):
                if camera.wants(name):
                    tab.click()
                    camera.take(name)
    for name, (path, action) in DIALOGS.items():
        if camera.wants(name):
            with Program(program, case) as running:
                running.window().find('page tab list')
                activate(path, action)
                camera.take(name)


def main():
    build, sample, folder = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    program = build / 'src' / 'app' / 'ampleur'
    folder.mkdir(parents=True, exist_ok=True)
    os.environ['AMPLEUR_LOCALE_DIR'] = str(build / 'po')
    os.environ['GSETTINGS_SCHEMA_DIR'] = str(build / 'data')
    with folder_for('screenshots') as work:
        case = make_case(build / 'src' / 'cli' / 'ampleur-cli', sample, work)
        for language, locale in LANGUAGES.items():
            os.environ['LC_ALL'] = os.environ['LANG'] = locale
            os.environ['LANGUAGE'] = language
            for name, look in LOOKS.items():
                look.prepare()
                camera = Camera(folder, name, language, sys.argv[4:])
                take_start(program, sample, camera)
                take_pages(program, case, camera)


if __name__ == '__main__':
    main()
