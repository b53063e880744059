#!/usr/bin/env python3
"""Fail when a string for people is not in po/POTFILES.in or not in French.

usage: check-translations.py SOURCE_ROOT

The strings are extracted as meson's `ninja ampleur-pot` does (i18n preset
"glib"), then compared with each catalogue of po/LINGUAS: every string must be
there, translated, not fuzzy, and with the same format directives. With
--update, the catalogues are first merged with the strings of the sources.
"""
import argparse
import pathlib
import re
import subprocess
import sys
import tempfile

MARK = re.compile(r'\b(?:_|N_|C_|NC_|g_dngettext|g_dpgettext2)\s*\(')
# Outside a layer's own domain these would be looked up in the caller's.
WRONG_CALL = re.compile(r'\b(?:gettext|ngettext|dgettext|Q_)\s*\(')
# What French typography forbids: straight quotes inside words, and spaces that
# let a line break before a mark or within guillemets; "!=" is a sign, no mark.
FRENCH_FAULT = re.compile(r"[a-zà-ÿ]'[a-zà-ÿ_«%]| [:;!?»]|« |[a-zà-ÿ0-9](?!!=)[!?»]| %%| {2}", re.IGNORECASE)
# Meson's preset "glib", and the functions of ours that take a format.
ARGUMENTS = [
    '--from-code=UTF-8', '--add-comments',
    '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2', '--keyword=NC_:1c,2',
    '--keyword=g_dcgettext:2', '--keyword=g_dngettext:2,3', '--keyword=g_dpgettext2:2c,3',
    '--flag=N_:1:pass-c-format', '--flag=C_:2:pass-c-format', '--flag=NC_:2:pass-c-format',
    '--flag=g_dngettext:2:pass-c-format', '--flag=g_strdup_printf:1:c-format',
    '--flag=g_string_printf:2:c-format', '--flag=g_string_append_printf:2:c-format',
    '--flag=g_error_new:3:c-format', '--flag=g_set_error:4:c-format',
    '--flag=g_markup_printf_escaped:1:c-format', '--flag=g_log:3:c-format',
    '--flag=g_print:1:c-format', '--flag=g_printerr:1:c-format',
    '--flag=g_printf:1:c-format', '--flag=g_fprintf:2:c-format',
    '--flag=g_sprintf:2:c-format', '--flag=g_snprintf:3:c-format',
]


def read(path):
    return path.read_text(encoding='utf-8')


def translatable_files(root):
    """Every file of the tree that marks a string for translation."""
    for path in (root / 'src').glob('*/*.[ch]'):
        if MARK.search(read(path)):
            yield path.relative_to(root).as_posix()
    for path in (root / 'ui').glob('**/*.ui'):
        if 'translatable="' in read(path):
            yield path.relative_to(root).as_posix()
    for pattern in ('*.desktop.in', '*.metainfo.xml.in', '*.gschema.xml'):
        for path in (root / 'data').glob(pattern):
            if pattern != '*.gschema.xml' or 'gettext-domain' in read(path):
                yield path.relative_to(root).as_posix()


def complain_of_files(root, wanted):
    listed = [line for line in read(root / 'po' / 'POTFILES.in').splitlines() if line and not line.startswith('#')]
    yield from (f'po/POTFILES.in: lacks {name}' for name in wanted if name not in listed)
    yield from (f'po/POTFILES.in: {name} has nothing to translate' for name in listed if name not in wanted)
    if listed != sorted(listed):
        yield 'po/POTFILES.in: is not sorted'


def complain_of_calls(root):
    for path in sorted((root / 'src').glob('*/*.c')):
        for number, line in enumerate(read(path).splitlines(), 1):
            if WRONG_CALL.search(line):
                yield f'{path.relative_to(root)}:{number}: is looked up in another domain; use g_dngettext()'


def run(*command):
    """What a program has to say against its input."""
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    return [result.stderr.strip()] if result.returncode != 0 else []


def extract(root, files, template):
    """Write the template; xgettext's warnings are about our strings, so they count."""
    result = subprocess.run(['xgettext', '--package-name=ampleur', *ARGUMENTS, f'--output={template}',
                             f'--directory={root}', *files], capture_output=True, text=True, check=False)
    return [result.stderr.strip()] if result.stderr.strip() else []


def complain_of_catalogue(catalogue, template):
    yield from run('msgcmp', catalogue, template)
    yield from run('msgfmt', '--check', '--check-accelerators=_', '--output-file=/dev/null', catalogue)
    # msgcmp takes a fuzzy entry that it does not need; none may stay.
    if re.search(r'^#,.*\bfuzzy\b|^#~', read(catalogue), re.MULTILINE):
        yield f'{catalogue}: has fuzzy or obsolete entries'


def complain_of_french(catalogue):
    in_translation = False
    for number, line in enumerate(read(catalogue).splitlines(), 1):
        in_translation = line.startswith('msgstr') or (in_translation and line.startswith('"'))
        text = line.partition('"')[2].rpartition('"')[0]
        if in_translation and not re.match(r'[A-Z][A-Za-z-]*: ', text) and FRENCH_FAULT.search(text):
            yield f'{catalogue}:{number}: is not French typography'


def update(catalogue, template):
    subprocess.run(['msgmerge', '--quiet', '--update', '--backup=none', '--no-wrap', '--no-location',
                    '--no-fuzzy-matching', catalogue, template], check=True)
    # A date that changes with every run would make every run a change.
    catalogue.write_text(re.sub(r'"POT-Creation-Date:.*\n', '', read(catalogue)), encoding='utf-8')
    subprocess.run(['msgattrib', '--no-obsolete', '--no-wrap', f'--output-file={catalogue}', catalogue], check=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('root', type=pathlib.Path)
    parser.add_argument('--update', action='store_true')
    options = parser.parse_args()
    po = options.root / 'po'
    wanted = sorted(translatable_files(options.root))
    if options.update:
        (po / 'POTFILES.in').write_text('\n'.join(wanted) + '\n', encoding='utf-8')
    complaints = [*complain_of_files(options.root, wanted), *complain_of_calls(options.root)]
    with tempfile.TemporaryDirectory() as folder:
        template = pathlib.Path(folder) / 'ampleur.pot'
        complaints += extract(options.root, wanted, template)
        for language in read(po / 'LINGUAS').split():
            catalogue = po / f'{language}.po'
            if options.update:
                update(catalogue, template)
            complaints += complain_of_catalogue(catalogue, template)
            complaints += complain_of_french(catalogue) if language == 'fr' else []
    for complaint in complaints:
        print(complaint)
    sys.exit(1 if complaints else 0)


if __name__ == '__main__':
    main()
