"""A tag tree as the objects of a PDF file (ISO 32000-1, 14.7 and 14.8)."""

from __future__ import annotations

from typing import Any

from generator.typeset.headers import span
from generator.typeset.nodes import Node

NUMBERINGS = {"bullet": "Disc", "decimal": "Decimal", "alpha": "LowerAlpha", "roman": "LowerRoman", "plain": "None"}


def write_tree(root: Node, pdf: Any, pages: int) -> None:
    """Adds the tree to the file: its elements, the way back from marked content, and the names of cells."""
    import pydyf

    tree = pydyf.Dictionary({"Type": "/StructTreeRoot", "ParentTreeNextKey": pages})
    pdf.add_object(tree)
    pdf.catalog["StructTreeRoot"] = tree.reference
    elements = [node for node in root.all() if node.run is None]
    written = {node: pydyf.Dictionary({"Type": "/StructElem", "S": f"/{node.tag}"}) for node in elements}
    for item in written.values():
        pdf.add_object(item)
    written[root]["P"] = tree.reference
    references = pdf.page_references
    for node, item in written.items():
        _fill(node, item, written, references)
    parents = pydyf.Dictionary({"Nums": _parents(written, pages)})
    names = pydyf.Dictionary({"Names": _names(written)})
    for item in (parents, names):
        pdf.add_object(item)
    tree |= {"K": written[root].reference, "ParentTree": parents.reference}
    if names["Names"]:
        tree["IDTree"] = names.reference


def _fill(node: Node, item: Any, written: dict[Node, Any], pages: tuple[bytes, ...]) -> None:
    """An element's entries: of its kids those on the page where its own text begins need not say on which they are."""
    import pydyf

    page = next((kid.page for kid in node.kids if kid.run is not None), -1)
    if page >= 0:
        item["Pg"] = pages[page]
    kids: list[Any] = []
    for kid in node.kids:
        if kid.run is None:
            written[kid]["P"] = item.reference
            kids.append(written[kid].reference)
        elif kid.page == page:
            kids.append(kid.run)
        else:
            kids.append(pydyf.Dictionary({"Type": "/MCR", "Pg": pages[kid.page], "MCID": kid.run}))
    item["K"] = pydyf.Array(kids)
    if node.name:
        item["ID"] = pydyf.String(node.name)
    attributes = _attributes(node)
    if attributes:
        item["A"] = pydyf.Array([pydyf.Dictionary(attributes)])


def _attributes(node: Node) -> dict[str, Any]:
    import pydyf

    if node.tag == "L":
        return {"O": "/List", "ListNumbering": f"/{NUMBERINGS.get(node.says('data-numbering'), 'None')}"}
    found: dict[str, Any] = {}
    if node.tag == "TH":
        found["Scope"] = "/Column" if node.says("scope") == "col" else "/Row"
    elif node.headers:
        found["Headers"] = pydyf.Array([pydyf.String(name) for name in node.headers])
    if node.tag in ("TH", "TD") and node.says("colspan"):
        found["ColSpan"] = span(node)
    return {"O": "/Table", **found} if found else {}


def _parents(written: dict[Node, Any], pages: int) -> Any:
    """For each page, the element of each run of marked content by its number; null for artifacts."""
    import pydyf

    runs: list[dict[int, Any]] = [{} for _ in range(pages)]
    for node, item in written.items():
        for kid in node.kids:
            if kid.run is not None:
                runs[kid.page][kid.run] = item.reference
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
