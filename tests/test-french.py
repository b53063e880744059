#!/usr/bin/env python3
"""The program speaks French when asked: sentences, plurals, reports.

usage: test-french.py CLI SAMPLE_DUMP LOCALE_DIR
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

CLI, SAMPLE, LOCALE_DIR = sys.argv[1:4]
# French without a French locale on the machine: gettext needs no more.
FRENCH = {**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'fr', 'AMPLEUR_LOCALE_DIR': LOCALE_DIR}
ENGLISH = {**FRENCH, 'LANGUAGE': 'en'}


def run(*arguments, environment=None, status=0):
    result = subprocess.run([CLI, *map(str, arguments)], env=environment or FRENCH, capture_output=True, text=True,
                            encoding='utf-8', check=False)
    assert result.returncode == status, (arguments, result)
    return result


class Test(unittest.TestCase):
    def test_help_and_misuse(self):
        self.assertIn('Utilisation\N{NO-BREAK SPACE}: ampleur-cli COMMANDE', run('--help').stdout)
        self.assertIn('n’est pas une commande', run('foo', status=2).stderr)
        self.assertIn('ce fichier n’existe pas', run('inspect', '/nowhere', status=1).stderr)

    def test_columns_stand_under_their_heads(self):
        for environment in (FRENCH, ENGLISH):
            lines = run('inspect', SAMPLE, environment=environment).stdout.splitlines()
            head = next(number for number, line in enumerate(lines) if line.startswith('    #'))
            rows = [line for line in lines[head + 1:] if re.match(r' *\d+  ', line)]
            self.assertGreater(len(rows), 100)
            for column in re.finditer(r'\S+', lines[head]):
                at = column.start() if column.group() not in ('#', 'fiable', 'rempli', 'sure', 'filled') else column.end() - 1
                for row in rows:
                    self.assertNotEqual(row[at:at + 1], ' ', (lines[head], row))

    def test_reports_in_either_language_from_either_session(self):
        titles = {'fr': 'Ampleur d’une fuite de données', 'en': 'Extent of a data leak'}
        with tempfile.TemporaryDirectory() as folder:
            case = pathlib.Path(folder) / 'sample.ampleur'
            self.assertIn('Enregistrements\N{NO-BREAK SPACE}: 4700', run('import', SAMPLE, '--case', case).stdout)
            for environment in (FRENCH, ENGLISH):
                for language, title in titles.items():
                    target = pathlib.Path(folder) / language
                    run('export', case, '--output', target, '--format', 'html', '--lang', language, environment=environment)
                    report = (target / 'report.html').read_text(encoding='utf-8')
                    self.assertIn(f'<html lang="{language}">', report)
                    self.assertIn(f'<h1>{title}', report)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
