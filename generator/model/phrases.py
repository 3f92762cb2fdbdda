"""Words that a sentence of the wording takes in: they bring no full stop of their own."""

from __future__ import annotations

from typing import Annotated, Any, TypeAlias

from pydantic import BeforeValidator

from generator.model.values import read_name, refuse


def read_phrase(value: Any) -> str:
    """Some words without a full stop at their end."""
    text = read_name(value)
    if text.endswith("."):
        refuse(
            "TXT-09",
            f"{text!r} ends in a full stop",
            "leave it out, the sentence has its own; spell a short form at the end in full",
        )
    return text


Phrase: TypeAlias = Annotated[str, BeforeValidator(read_phrase)]
