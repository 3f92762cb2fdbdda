"""The typeface: words as glyphs, and the part of it that a file takes."""

from __future__ import annotations

import io

import pytest
from fontTools.ttLib import TTFont

from generator.typeset import Unsettable
from generator.typeset.faces import FILES, faces_folder, opened


def font(bold: bool = False, italic: bool = False) -> TTFont:
    """A face as another library reads it."""
    return TTFont(faces_folder() / FILES[bold, italic])


@pytest.mark.parametrize(("bold", "italic"), FILES)
def test_glyphs_and_advances_are_those_of_the_file(bold: bool, italic: bool) -> None:
    face, read = opened(bold, italic), font(bold, italic)
    names = read.getBestCmap()
    assert {ord(character): read.getGlyphName(glyph) for character, glyph in face.glyphs().items()} == names
    for character, glyph in face.glyphs().items():
        assert face.advance(glyph) == read["hmtx"][names[ord(character)]][0] * 1000 / read["head"].unitsPerEm


def test_pairs_are_kerned_and_the_correction_stands_between_their_glyphs() -> None:
    face = opened(False, False)
    pair, first, second = face.shaped("AV"), face.shaped("A"), face.shaped("V")
    kern = first.width + second.width - pair.width
    assert kern > 20
    assert pair.hex == f"{first.hex.removesuffix('>')}>{kern:g}<{second.hex.removeprefix('<')}"


def test_a_ligature_means_its_letters() -> None:
    meanings = opened(False, False).shaped("office").meanings
    assert [text for _, text in meanings] == ["o", "ffi", "c", "e"]
    plain = opened(False, False).shaped("office", ("-liga", "-clig")).meanings
    assert [text for _, text in plain] == list("office")


def test_figures_stand_under_each_other_where_that_is_asked() -> None:
    face = opened(False, False)
    assert len({face.shaped(digit * 4, ("lnum", "tnum")).width for digit in "0123456789"}) == 1
    assert len({face.shaped(digit * 4, ("pnum",)).width for digit in "0123456789"}) > 1


@pytest.mark.parametrize("text", ["\u65e5", "x\u0301\u0323", "\u05d0"])
def test_what_the_face_cannot_show_plainly_is_refused(text: str) -> None:
    with pytest.raises(Unsettable, match="the characters of"):
        opened(False, False).shaped(text)


def test_a_file_takes_the_glyphs_that_it_shows_under_their_numbers() -> None:
    face = opened(True, False)
    glyphs = [face.glyphs()[character] for character in "Fund"]
    data = face.subset(glyphs)
    assert data == face.subset(glyphs)
    small, whole = TTFont(io.BytesIO(data)), font(True, False)
    assert len(data) < 4_000
    assert not {"cmap", "name", "GPOS", "GSUB", "OS/2"} & set(small.keys())
    for glyph in glyphs:
        name = whole.getGlyphName(glyph)
        assert small["glyf"][small.getGlyphName(glyph)].compile(small["glyf"]) == whole["glyf"][name].compile(
            whole["glyf"]
        )
        assert small["hmtx"][small.getGlyphName(glyph)] == whole["hmtx"][name]


def test_what_is_kept_of_words_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.typeset.faces import Face

    monkeypatch.setattr("generator.typeset.faces.MOST_SHAPED", 5)
    face = Face(faces_folder() / FILES[False, False])
    widths = [face.shaped(f"word {at}").width for at in range(20)]
    assert len(face._shaped) <= 5 and widths == [face.shaped(f"word {at}").width for at in range(20)]
