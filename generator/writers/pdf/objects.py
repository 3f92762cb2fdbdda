"""A tag tree as the objects of a PDF file (ISO 32000-1, 14.7 and 14.8)."""

from __future__ import annotations

from typing import Any

from generator.writers.pdf.nodes import Node

NUMBERINGS = {"bullet": "Disc", "decimal": "Decimal", "alpha": "LowerAlpha", "roman": "LowerRoman"}


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


def write_tree(root: Node, pdf: Any, pages: int) -> None:
    """Adds the tree to the file: its elements, the way back from marked content, and the names of cells."""
    import pydyf

    tree = pydyf.Dictionary({"Type": "/StructTreeRoot", "ParentTreeNextKey": pages})
    pdf.add_object(tree)
    pdf.catalog["StructTreeRoot"] = tree.reference
    written = {node: pydyf.Dictionary({"Type": "/StructElem", "S": f"/{node.tag}"}) for node in root.all()}
    for item in written.values():
        pdf.add_object(item)
    written[root]["P"] = tree.reference
    for node, item in written.items():
        _fill(node, item, written, pdf)
    parents = pydyf.Dictionary({"Nums": _parents(written, pages)})
    names = pydyf.Dictionary({"Names": _names(written)})
    for item in (parents, names):
        pdf.add_object(item)
    tree |= {"K": written[root].reference, "ParentTree": parents.reference}
    if names["Names"]:
        tree["IDTree"] = names.reference


def _fill(node: Node, item: Any, written: dict[Node, Any], pdf: Any) -> None:
    import pydyf

    for kid in node.kids:
        written[kid]["P"] = item.reference
    item["K"] = pydyf.Array([written[kid].reference for kid in node.kids] if node.run is None else [node.run])
    if node.run is not None:
        item["Pg"] = pdf.page_references[node.page]
    if node.name:
        item["ID"] = pydyf.String(node.name)
    attributes = _attributes(node)
    if attributes:
        item["A"] = pydyf.Array([pydyf.Dictionary(attributes)])


def _attributes(node: Node) -> dict[str, Any]:
    import pydyf

    if node.tag == "L":
        return {"O": "/List", "ListNumbering": f"/{NUMBERINGS[node.says('data-numbering')]}"}
    if node.tag == "TH":
        span = {"ColSpan": int(node.says("colspan"))} if node.says("colspan") else {}
        return {"O": "/Table", "Scope": "/Column" if node.says("scope") == "col" else "/Row", **span}
    if node.headers:
        return {"O": "/Table", "Headers": pydyf.Array([pydyf.String(name) for name in node.headers])}
    return {}


def _parents(written: dict[Node, Any], pages: int) -> Any:
    """For each page, the element of each run of marked content by its number; null for artifacts."""
    import pydyf

    runs: list[dict[int, Any]] = [{} for _ in range(pages)]
    for node, item in written.items():
        if node.run is not None:
            runs[node.page][node.run] = item.reference
    numbers = pydyf.Array()
    for page, elements in enumerate(runs):
        count = max(elements, default=-1) + 1
        numbers += [page, pydyf.Array([elements.get(run, b"null") for run in range(count)])]
    return numbers


def _names(written: dict[Node, Any]) -> Any:
    """Names and their elements in the order of the names' bytes, as a name tree must have them."""
    import pydyf

    named = sorted((node.name.encode(), item) for node, item in written.items() if node.name)
    return pydyf.Array([part for name, item in named for part in (pydyf.String(name), item.reference)])


def _number(reference: bytes) -> int:
    return int(reference.split()[0])
