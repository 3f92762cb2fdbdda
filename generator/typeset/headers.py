"""Which header cells every data cell of a table names (ISO 32000-1, 14.8.5.7)."""

from __future__ import annotations

from generator.typeset.nodes import Node

#: Over so many columns a cell may stand (HTML, 4.9.11).
MOST_SPANNED = 1000


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
    """A cell is headed by the line over its rows, the head of its row and the head of its column.

    A head over several columns heads each of them; the line over rows is the only cell of its own row.
    """
    columns: dict[int, str] = {}
    group: list[str] = []
    for at, row in enumerate(node for node in table.all() if node.tag == "TR"):
        labels: list[str] = []
        following = 0
        for cell in row.kids:
            column, following = following, following + span(cell)
            covered = range(column, following)
            if cell.tag == "TH":
                cell.name = f"{name}-{at + 1}-{column + 1}"
                if cell.says("scope") == "col":
                    columns |= dict.fromkeys(covered, cell.name)
                elif cell.says("colspan") and len(row.kids) == 1:
                    group = [cell.name]
                else:
                    labels.append(cell.name)
            elif cell.kids:
                heads = dict.fromkeys(columns[one] for one in covered if one in columns)
                cell.headers = [*group, *labels, *heads]


def span(cell: Node) -> int:
    """Over how many columns a cell stands."""
    told = cell.says("colspan")
    return min(max(int(told), 1), MOST_SPANNED) if told.isdecimal() and len(told) < 5 else 1
