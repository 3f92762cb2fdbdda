"""Slips in words: notes and marks, words twice, placeholders, broken compounds, brackets, stops and identifiers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from tests.mutation.samples import Sample
from tests.mutation.slips import GONE, Edit, misspelt, put, sentences

_WORD = re.compile(r"(?<![\w-])[a-z]{4,}(?![\w-])")
_COMPOUND = re.compile(r"\b[a-z]{3,}-[a-z]{3,}\b")


def mark_removed(sample: Sample, random: Random) -> Iterator[Edit]:
    """A note that nothing in its table is marked with any more."""
    marks = [*sample.at(r"^changes.*\.note$")]
    for steps, key in marks:
        if sum(value == key and other[:4] == steps[:4] for other, value in marks) == 1:
            yield put(steps, GONE)


def text_of_a_note_removed(sample: Sample, random: Random) -> Iterator[Edit]:
    """A mark whose note is gone."""
    for steps, notes in sample.at(r"^changes.*\.notes$"):
        for key in notes:
            yield put((*steps, key), GONE)
        yield put(steps, GONE)


def key_of_a_note(sample: Sample, random: Random) -> Iterator[Edit]:
    """A mark that refers to a note by a misspelt key."""
    for steps, key in sample.at(r"^changes.*\.note$"):
        yield put(steps, misspelt(key, random))


def marks_doubled(sample: Sample, random: Random) -> Iterator[Edit]:
    """Two notes with one mark, one note marked twice in one place, or one key for two notes."""
    for steps, notes in sample.at(r"^changes.*\.notes$"):
        keys = [key for key in notes if isinstance(notes[key], dict)]
        for a, b in [(a, b) for a in keys for b in keys if a < b]:
            mark = random.choice(["*", "(1)", "(2)", "(a)"])
            yield tuple(((*steps, key, "marker"), mark) for key in (a, b))
    for steps, key in sample.at(r"^changes.*\.note$"):
        yield put(steps, [key, key])


def notes_out_of_order(sample: Sample, random: Random) -> Iterator[Edit]:
    """Notes below a table in another order than their marks."""
    for steps, notes in sample.at(r"^changes.*\.notes$"):
        keys = list(notes)
        random.shuffle(keys)
        if keys != list(notes):
            yield put(steps, {key: notes[key] for key in keys})


def word_doubled(sample: Sample, random: Random) -> Iterator[Edit]:
    """The the."""
    for steps, text in sentences(sample):
        word = random.choice([*re.finditer(r"(?<![\w-])[a-z]{2,}(?= )", text)])
        yield put(steps, f"{text[: word.end()]} {word[0]}{text[word.end() :]}")


def placeholder_left(sample: Sample, random: Random) -> Iterator[Edit]:
    """[date], TBD, XX, __% where something was to be filled in."""
    for steps, text in sentences(sample):
        word = random.choice([*_WORD.finditer(text)])
        left = random.choice(["[date]", "TBD", "[●]", "XX", "____", "[to come]", "[name]", "__%", "[Insert]"])
        yield put(steps, text[: word.start()] + left + text[word.end() :])


def blank_in_a_compound(sample: Sample, random: Random) -> Iterator[Edit]:
    """Large- cap, research -driven."""
    for steps, text in sentences(sample):
        for found in _COMPOUND.finditer(text):
            broken = found[0].replace("-", random.choice(["- ", " -"]), 1)
            yield put(steps, text[: found.start()] + broken + text[found.end() :])


def bracket_or_quote_without_its_partner(sample: Sample, random: Random) -> Iterator[Edit]:
    """A bracket or a quote that is opened and not closed, or the other way about."""
    for steps, text in sentences(sample):
        found = random.choice([*_WORD.finditer(text)])
        left = random.choice([f"({found[0]}", f"{found[0]})", f"“{found[0]}", f"{found[0]}”", f"[{found[0]}"])
        yield put(steps, text[: found.start()] + left + text[found.end() :])
        for sign in re.finditer(r"[()“”]", text):
            yield put(steps, text[: sign.start()] + text[sign.end() :])


def stop_doubled(sample: Sample, random: Random) -> Iterator[Edit]:
    """Two full stops, or a comma before one."""
    for steps, text in sentences(sample):
        yield put(steps, text[:-1] + random.choice(["..", ",.", ".,", " ."]))


def acronym_in_two_cases(sample: Sample, random: Random) -> Iterator[Edit]:
    """REITS for REITs, Sai for SAI, where it stands in its own case elsewhere."""
    texts = " ".join(text for _, text in sentences(sample))
    for steps, text in sentences(sample):
        for found in re.finditer(r"\b[A-Z]{3,}s?\b", text):
            if texts.count(found[0]) > 1:
                other = found[0].upper() if found[0][-1] == "s" else found[0].capitalize()
                other = random.choice([other, found[0].capitalize()])
                yield put(steps, text[: found.start()] + other + text[found.end() :])


def article(sample: Sample, random: Random) -> Iterator[Edit]:
    """An fund, a investor."""
    for steps, text in sentences(sample):
        for found in re.finditer(r"\b([Aa])(n?) (?=[a-z]{3})", text):
            yield put(steps, f"{text[: found.start()]}{found[1]}{'' if found[2] else 'n'} {text[found.end() :]}")


def small_letter_at_the_beginning(sample: Sample, random: Random) -> Iterator[Edit]:
    """A sentence that begins with a small letter."""
    for steps, text in sentences(sample):
        for found in re.finditer(r"(?:^|(?<=[a-z]{3}\. ))[A-Z](?=[a-z]{2,} [a-z])", text):
            yield put(steps, text[: found.start()] + found[0].lower() + text[found.end() :])


def letters_of_an_ordinary_word(sample: Sample, random: Random) -> Iterator[Edit]:
    """A slip of typing in a word that is no name."""
    for steps, text in sentences(sample):
        found = random.choice([*_WORD.finditer(text)])
        yield put(steps, text[: found.start()] + misspelt(found[0], random) + text[found.end() :])


def _shorter(text: str, random: Random) -> str:
    """An identifier with a digit lost."""
    at = random.choice([index for index, sign in enumerate(text) if sign.isdigit()])
    return text[:at] + text[at + 1 :]


def digit_of_a_series_lost(sample: Sample, random: Random) -> Iterator[Edit]:
    """A series identifier of eight digits."""
    for steps, value in sample.at(r"^registrant\.funds\.[\w-]+\.series_id$"):
        yield put(steps, _shorter(value, random))


def digit_of_the_cik_lost(sample: Sample, random: Random) -> Iterator[Edit]:
    """A Central Index Key of nine digits."""
    yield put(("registrant", "cik"), _shorter(sample.data["registrant"]["cik"], random))


def digit_of_a_file_number(sample: Sample, random: Random) -> Iterator[Edit]:
    """A file number with a digit lost or two swapped, where it is declared or in the legend."""
    for steps, value in sample.at(r"^registrant\.file_no_19\d\d$|^legend\[1\]$"):
        yield put(steps, _shorter(value, random))
        pairs = [at for at in range(len(value) - 1) if value[at : at + 2].isdigit() and value[at] != value[at + 1]]
        at = random.choice(pairs)
        yield put(steps, value[:at] + value[at + 1] + value[at] + value[at + 2 :])


def identifier_given_twice(sample: Sample, random: Random) -> Iterator[Edit]:
    """The series identifier or the ticker symbol of another."""
    for part in (r"\.series_id$", r"^registrant.*\.ticker$"):
        known = [*sample.at(part)]
        for steps, value in known:
            others = [other for _, other in known if other != value]
            yield put(steps, random.choice(others))


def ticker_of_four_letters(sample: Sample, random: Random) -> Iterator[Edit]:
    """A symbol with a letter lost, changed or too many."""
    own = sample.data["funds"] if isinstance(sample.data["funds"], list) else [sample.data["funds"]]
    for steps, value in sample.at(r"\.ticker$"):
        if steps[0] == "changes" or steps[2] in own:
            yield put(steps, random.choice([value[:4], value[1:], value + value[-1], value[:4] + "S", value.lower()]))
