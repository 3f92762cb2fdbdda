"""The attributes of a tag tree's elements: scope, headers, numbering."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_float, c_ulong, create_string_buffer
from typing import Any


def string_of(function: Any, *arguments: Any) -> str:
    """What a pdfium function writes into a buffer, of the length that it asks for first."""
    length = function(*arguments, None, 0)
    buffer = create_string_buffer(max(length, 1))
    function(*arguments, buffer, length)
    return buffer.raw[: max(0, length - 2)].decode("utf-16-le")


def attributes_of(handle: Any) -> dict[str, str]:
    """The attributes of an element by name, each value as text, the owners left out."""
    return {name: value for name, value in _attributes(handle) if name != "O"}


def _attributes(handle: Any) -> Iterator[tuple[str, str]]:
    import pypdfium2.raw as pdfium

    for at in range(max(0, pdfium.FPDF_StructElement_GetAttributeCount(handle))):
        group = pdfium.FPDF_StructElement_GetAttributeAtIndex(handle, at)
        for index in range(max(0, pdfium.FPDF_StructElement_Attr_GetCount(group))):
            name = _name(group, index)
            yield name.decode(), _value(pdfium.FPDF_StructElement_Attr_GetValue(group, name))


def _name(group: Any, index: int) -> bytes:
    import pypdfium2.raw as pdfium

    length = c_ulong()
    pdfium.FPDF_StructElement_Attr_GetName(group, index, None, 0, byref(length))
    buffer = create_string_buffer(length.value)
    pdfium.FPDF_StructElement_Attr_GetName(group, index, buffer, length, byref(length))
    return buffer.value


def _value(value: Any) -> str:
    """A number, a name or a string; the members of an array with blanks between."""
    import pypdfium2.raw as pdfium

    kind = pdfium.FPDF_StructElement_Attr_GetType(value)
    if kind == pdfium.FPDF_OBJECT_ARRAY:
        count = pdfium.FPDF_StructElement_Attr_CountChildren(value)
        members = (pdfium.FPDF_StructElement_Attr_GetChildAtIndex(value, at) for at in range(count))
        return " ".join(map(_value, members))
    if kind == pdfium.FPDF_OBJECT_NUMBER:
        number = c_float()
        pdfium.FPDF_StructElement_Attr_GetNumberValue(value, byref(number))
        return f"{number.value:g}"
    length = c_ulong()
    pdfium.FPDF_StructElement_Attr_GetStringValue(value, None, 0, byref(length))
    buffer = create_string_buffer(max(length.value, 2))
    pdfium.FPDF_StructElement_Attr_GetStringValue(value, buffer, length, byref(length))
    return buffer.raw[: max(0, length.value - 2)].decode("utf-16-le")
