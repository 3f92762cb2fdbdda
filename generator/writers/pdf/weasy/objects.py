"""The objects of a file that WeasyPrint made, changed before it is written."""

from __future__ import annotations

from typing import Any


def take_tree(pdf: Any) -> dict[int, list[int]]:
    """Takes the engine's tag tree out of the file; for each page the runs of text that it named, in its order.

    The tree's objects come last but for the metadata, which is numbered anew.
    """
    import pydyf

    first = int(pdf.catalog["StructTreeRoot"].split()[0]) - 1
    taken = pdf.objects[first:]
    del pdf.objects[first:]
    pages = {reference: number for number, reference in enumerate(pdf.page_references)}
    runs: dict[int, list[int]] = {}
    for item in taken:
        if isinstance(item, pydyf.Stream):
            pdf.add_object(item)
            pdf.catalog["Metadata"] = item.reference
        elif item.get("S") and len(item["K"]) == 1 and isinstance(item["K"][0], int):
            runs.setdefault(pages[item["Pg"]], []).append(item["K"][0])
    return runs


def mark_artifacts(pdf: Any, page: int, runs: set[int]) -> None:
    """Makes runs of a page's marked content artifacts: the page's number, heads that are repeated."""
    contents = pdf.objects[_number(pdf.objects[_number(pdf.page_references[page])]["Contents"])]
    kept: list[Any] = []
    for item in contents.stream:
        if isinstance(item, dict) and item.get("MCID") in runs:
            kept[-1] = "/Artifact"
        elif item == b"BDC" and kept[-1] == "/Artifact":
            kept.append(b"BMC")
        else:
            kept.append(item)
    contents.stream[:] = kept


def _number(reference: bytes) -> int:
    return int(reference.split()[0])
