"""Renders every HTML letter of a folder to PDF with WeasyPrint, in one warm process, and prints the seconds that took."""
import pathlib
import sys
import time

from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration

letters = sorted(pathlib.Path(sys.argv[1]).glob("*.html"))
fonts = FontConfiguration()


def render(letter):
    return HTML(filename=str(letter)).write_pdf(font_config=fonts)


pathlib.Path(sys.argv[1], "weasyprint.pdf").write_bytes(render(letters[0]))
start = time.perf_counter()
size = sum(len(render(letter)) for letter in letters[1:])
print(time.perf_counter() - start, size // len(letters[1:]))
