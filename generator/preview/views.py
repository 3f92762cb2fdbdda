"""The tabs beside the draft: the text of EDGAR, what is read back, and what changed since a revision."""

from __future__ import annotations

import json

from generator.document.carried import EVERYWHERE, carried
from generator.errors import Unwritable
from generator.filing.formats import Format
from generator.library.proof import recovered_house
from generator.library.spelling import write_yaml
from generator.preview.draft import View
from generator.recover.recover import recover
from generator.recover.visible import visible
from generator.wording.environment import Wording


def text_of(view: View, text: Format) -> str:
    """The EDGAR text of a document; a sentence that says why where there is none."""
    try:
        return text.write(view.document).decode("ascii")
    except Unwritable as error:
        return f"There is no text: {error}\n"


def data_of(view: View, wording: Wording, form: str) -> str:
    """What `read` says of a document, as YAML or as JSON."""
    if form == "json":
        shown = visible(recovered_house(carried(view.document, EVERYWHERE), wording))
        return json.dumps(shown, indent=2, ensure_ascii=False) + "\n"
    return write_yaml(recover(view.document, wording))
