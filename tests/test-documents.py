#!/usr/bin/env python3
"""The report as PDF and as OpenDocument text, read by programs that others wrote.

usage: test-documents.py AMPLEUR_CLI DUMP LOCALE_DIRECTORY

A real case is exported in both languages. poppler reads the PDF; LibreOffice
reads the OpenDocument text and prints it, and poppler reads that.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree
import zipfile
import zlib

CLI, DUMP, LOCALES = (pathlib.Path(argument).resolve() for argument in sys.argv[1:4])
PROGRAMS = ('pdfinfo', 'pdffonts', 'pdftotext', 'pdftoppm', 'soffice')
LANGUAGES = ('en', 'fr')
WORDS = {'en': ('Key figures', 'Method', 'Sources', 'Made with Ampleur', 'masked'),
         'fr': ('Chiffres clés', 'Méthode', 'Sources', 'Ampleur', 'masqué')}
MANDATE = {'analyst': 'Camille Exemple', 'client': 'Laboratoire Exemple', 'mandate': 'RGPD, art. 33'}
ODF = '{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}%s'


def run(*command, environment=None):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, errors='replace', timeout=300,
                          env={**os.environ, **(environment or {})}, check=False)
    if done.returncode != 0:
        raise AssertionError(f'{command[0]} failed: {done.stdout}{done.stderr}')
    return done.stdout


def squeeze(text):
    """Words alone: lines break where they may, and digits have spaces of many kinds between them."""
    return re.sub(r'\s+', ' ', text)


def list_streams(data):
    """The streams of a PDF that zlib packed, unpacked."""
    for match in re.finditer(rb'stream\r?\n', data):
        try:
            yield zlib.decompressobj().decompress(data[match.end():])
        except zlib.error:
            continue


def inflate(data):
    """A PDF with its packed streams, and so its packed objects, behind it."""
    return b'\n'.join((data, *list_streams(data)))


def list_unmarked(data):
    """The operators of pages that paint outside of all marks."""
    found = []
    for stream in list_streams(data):
        if b'/MCID' not in stream or b' BDC' not in stream:
            continue
        depth = 0
        # Strings hold anything.
        for word in re.sub(rb'\((?:\\.|[^\\()])*\)', b'()', stream).split():
            depth += word in (b'BDC', b'BMC')
            depth -= word == b'EMC'
            if depth == 0 and word in (b'f', b'f*', b'S', b'Do', b'TJ', b'Tj', b'()Tj', b'B'):
                found.append(word)
    return found


class Documents(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        absent = [name for name in PROGRAMS if shutil.which(name) is None]
        if absent:
            raise AssertionError(f'missing: {", ".join(absent)}; ./dev test installs them')
        cls.root = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.root.name)
        cls.case = cls.folder / 'case.ampleur'
        run(CLI, 'import', DUMP, '--case', cls.case, *(part for name, value in MANDATE.items() for part in (f'--{name}', value)))
        for language in LANGUAGES:
            cls.export(language, language)
        cls.reports = {language: json.loads((cls.folder / language / 'report.json').read_text()) for language in LANGUAGES}

    @classmethod
    def tearDownClass(cls):
        cls.root.cleanup()

    @classmethod
    def export(cls, language, name):
        run(CLI, 'export', cls.case, '--output', cls.folder / name, '--lang', language, '--format', 'pdf,odt,json',
            environment={'AMPLEUR_LOCALE_DIR': str(LOCALES)})

    def assert_tells(self, text, language):
        """What a reader of the report must find in it."""
        found = squeeze(text)
        source = self.reports[language]['sources'][0]
        for part in (*WORDS[language], *MANDATE.values(), source['sha256'][:24]):
            self.assertIn(part, found)
        persons = self.reports[language]['figures']['persons']
        self.assertTrue(re.search(rf'{persons // 1000}[,\s]?{persons % 1000:03}', found), persons)

    def test_pdf(self):
        for language in LANGUAGES:
            path = self.folder / language / 'report.pdf'
            about = run('pdfinfo', path)
            self.assertRegex(about, r'Tagged:\s+yes')
            self.assertRegex(about, rf'Author:\s+{MANDATE["analyst"]}')
            self.assertRegex(about, r'Page size:.*A4')
            self.assert_tells(run('pdftotext', path, '-'), language)
            structure = run('pdfinfo', '-struct', path)
            for element in ('Document', 'H1', 'H2', 'H3', 'Table', 'TR', 'TH', 'TD', 'Figure', 'LI'):
                self.assertRegex(structure, rf'(?m)^\s*{element}\b')
            fonts = run('pdffonts', path).splitlines()[2:]
            self.assertTrue(fonts)
            # The columns before the object's number: embedded, subset, with Unicode.
            self.assertTrue(all(line.split()[-5] == 'yes' and line.split()[-3] == 'yes' for line in fonts), fonts)
            self.assertIn(b'/Outlines', inflate(path.read_bytes()))

    def test_pdf_speaks(self):
        """What cairo cannot write: the language, alternative texts, the ways of heads, what means nothing."""
        for language in LANGUAGES:
            path = self.folder / language / 'report.pdf'
            inflated = inflate(path.read_bytes())
            self.assertRegex(inflated, rf'/Lang ?\({language}\)'.encode())
            self.assertIn(b'/DisplayDocTitle true', inflated)
            structure = run('pdfinfo', '-struct', path)
            pictures = len(re.findall(r'(?m)^\s*Figure\b', structure))
            self.assertGreater(pictures, 5)
            self.assertEqual(len(re.findall(rb'/Alt ?[(<]', inflated)), pictures)
            self.assertEqual(structure.count('/Summary'), len(re.findall(r'(?m)^\s*Table\b', structure)))
            # A table over several pages is one, and its heads are read once.
            self.assertEqual(structure.count('/Scope'), len(re.findall(r'(?m)^\s*TH\b', structure)))
            self.assertGreater(structure.count('/Scope /Row'), structure.count('/Scope /Column'))
            self.assertIn(f'<rdf:li>{language}</rdf:li>'.encode(), inflated)
            self.assertEqual(list_unmarked(path.read_bytes()), [])

    def test_every_page_draws(self):
        for language in LANGUAGES:
            run('pdftoppm', '-r', '20', '-gray', self.folder / language / 'report.pdf', self.folder / f'page-{language}')
            pages = sorted(self.folder.glob(f'page-{language}-*.pgm'))
            self.assertGreater(len(pages), 5)
            for page in pages:
                self.assertGreater(len(set(page.read_bytes()[-40000:])), 8, page.name)

    def test_odt_is_whole(self):
        for language in LANGUAGES:
            with zipfile.ZipFile(self.folder / language / 'report.odt') as packed:
                self.assertIsNone(packed.testzip())
                first = packed.infolist()[0]
                self.assertEqual((first.filename, first.compress_type, first.extra), ('mimetype', zipfile.ZIP_STORED, b''))
                manifest = xml.etree.ElementTree.fromstring(packed.read('META-INF/manifest.xml'))
                listed = {entry.get(ODF % ('manifest', 'full-path')) for entry in manifest}
                self.assertEqual(listed - {'/'} | {'mimetype', 'META-INF/manifest.xml'}, set(packed.namelist()))
                content = xml.etree.ElementTree.fromstring(packed.read('content.xml'))
                for name in ('styles.xml', 'meta.xml'):
                    self.assertNotIn(b'@', re.sub(rb'<dc:title>.*</dc:title>', b'', packed.read(name)))
            frames = list(content.iter(ODF % ('drawing', 'frame')))
            self.assertGreater(len(frames), 10)
            for frame in frames:
                self.assertTrue(frame.find(ODF % ('svg-compatible', 'title')).text)
                self.assertTrue(frame.find(ODF % ('svg-compatible', 'desc')).text)
            levels = {heading.get(ODF % ('text', 'outline-level')) for heading in content.iter(ODF % ('text', 'h'))}
            self.assertEqual(levels, {'1', '2', '3'})
            self.assertTrue(list(content.iter(ODF % ('table', 'table-header-rows'))))

    def test_office_reads_odt(self):
        for language in LANGUAGES:
            target = self.folder / f'office-{language}'
            run('soffice', f'-env:UserInstallation={(self.folder / "office").as_uri()}', '--headless', '--convert-to', 'pdf',
                '--outdir', target, self.folder / language / 'report.odt')
            self.assert_tells(run('pdftotext', target / 'report.pdf', '-'), language)

    def test_same_bytes(self):
        self.export('fr', 'again')
        for name in ('report.pdf', 'report.odt'):
            self.assertEqual((self.folder / 'fr' / name).read_bytes(), (self.folder / 'again' / name).read_bytes(), name)

    def test_masked_stay_masked(self):
        """The row of a region whose count is masked says so, and tells no number."""
        masked = {row['label'] for row in self.reports['en']['tables']['region']['rows'] if row['persons'] is None}
        text = run('pdftotext', '-layout', self.folder / 'en' / 'report.pdf', '-')
        self.assertTrue(masked)
        seen = 0
        for line in text.splitlines():
            cells = re.split(r'\s{2,}', line.strip())
            if cells[0] in masked and len(cells) > 4:
                self.assertEqual(set(' '.join(cells[2:]).split()), {'masked'}, cells[0])
                seen += 1
        self.assertGreater(seen, 3)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
