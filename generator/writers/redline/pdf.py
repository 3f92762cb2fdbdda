"""A redline as a tagged PDF, set by WeasyPrint (it strikes words through), in the packaged typeface."""

from __future__ import annotations

from generator.compare.redline.changes import Redline
from generator.document.ascii import spelling
from generator.errors import SupplementError
from generator.writers.redline.names import Names
from generator.writers.redline.page import looks, redline_page


def write_redline_pdf(redline: Redline, names: Names) -> bytes:
    """The file, the same bytes for the same redline, always.

    A character that the typeface has not is spelled in ASCII; SupplementError is raised for one without a spelling.
    """
    from generator.writers.pdf.weasy.engine import render_pdf

    return render_pdf(_set_in_typeface(redline_page(redline, names, "print")), looks())


def _set_in_typeface(page: str) -> str:
    from generator.writers.pdf.faces import face

    lacking = {character for character in set(page) if not character.isascii() and character not in face().glyphs}
    spelled = {character: spelling(character) for character in sorted(lacking)}
    unspelled = [character for character, ascii_words in spelled.items() if ascii_words is None]
    if unspelled:
        shown = ", ".join(f"{character!r} (U+{ord(character):04X})" for character in unspelled)
        raise SupplementError(f"the typeface of a PDF has no {shown}: write the redline to html")
    return page.translate({ord(character): ascii_words for character, ascii_words in spelled.items()})
