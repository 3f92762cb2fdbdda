"""Which header cells every data cell of a table names (ISO 32000-1, 14.8.5.7)."""

from __future__ import annotations

from generator.typeset.nodes import Node


def link_headers(root: Node) -> None:
    """Names every header cell and note, and gives every data cell the names of its headers."""
    tables = notes = 0
    for node in root.all():
        if node.tag == "Table":
            tables += 1
            _link_table(node, f"table{tables}")
        elif node.tag == "Note":
            notes += 1
            node.name = f"note{notes}"


def _link_table(table: Node, name: str) -> None:
    """A cell is headed by the line over its rows, the head of its row and the head of its column."""
    columns: dict[int, str] = {}
    group: list[str] = []
    for at, row in enumerate(node for node in table.all() if node.tag == "TR"):
        labels: list[str] = []
        for column, cell in enumerate(row.kids):
            if cell.tag == "TH":
                cell.name = f"{name}-{at + 1}-{column + 1}"
                if cell.says("scope") == "col":
                    columns[column] = cell.name
                elif cell.says("colspan"):
                    group = [cell.name]
                else:
                    labels = [cell.name]
            elif cell.kids:
                heads = [columns[column]] if column in columns else []
                cell.headers = [*group, *labels, *heads]
