"""What a rule finds: a path of the content, what is wrong there, what to type, and other places that matter."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Breach:
    """One breach of a rule.

    `path` leads to the value at fault (`changes[0].content[0].fee_table.rows.total.A`, `registrant.name`; empty for
    the whole supplement). `also` has further places with what each is there ("less waiver here"). `words` are the
    words at fault inside a longer text, exactly as they stand there; `mend` is what may stand in their place (in
    place of the whole value where there are no `words`) without changing what is said, and only then.
    """

    path: str
    message: str
    help: str = ""
    also: tuple[tuple[str, str], ...] = ()
    words: str = ""
    mend: str | None = None
