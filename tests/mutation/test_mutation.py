"""Single slips in right supplements are found before anything is built: how many, operator by operator.

`pytest -n0 -s tests/mutation` prints the table.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.mutation import slips_dates, slips_figures, slips_people, slips_structure, slips_words
from tests.mutation.samples import findings, samples, tally
from tests.mutation.slips import GONE, Mutant, changed, mutants, operators

OPERATORS = operators((slips_figures, slips_dates, slips_people, slips_words, slips_structure))
#: Operators whose slips content cannot give away, each with the reason. They count in the share of all.
SURVIVORS = {
    "another plausible day": "One day is as good as another until it is held against the board's minutes.",
    "lone figure": "A figure that stands once contradicts nothing; only the agreement or the document has it too.",
    "letters of an ordinary word": "There is no dictionary to look words up in, only a list of frequent slips.",
}
MUTANTS = 1000
#: In percent: of all mutants, and of those of each operator that is no survivor.
LEAST, LEAST_OF_EACH = 95, 80


@dataclass
class Score:
    """What became of an operator's mutants: caught by an error or warning, told of in a note only, the first missed."""

    made: int = 0
    caught: int = 0
    noted: int = 0
    missed: str = ""

    @property
    def share(self) -> int:
        """The share that was caught, in percent, rounded down."""
        return 100 * self.caught // self.made

    def count(self, mutant: Mutant) -> None:
        """The score has one mutant more."""
        new = tally(findings(mutant.sample.text(mutant.data))) - mutant.sample.baseline
        grave = any(severity != "info" for severity, _, _ in new)
        self.made += 1
        self.caught += grave
        self.noted += bool(new) and not grave
        self.missed = self.missed or ("" if grave else str(mutant))


def printed(scores: dict[str, Score]) -> str:
    """The scores as a table, the best operators first."""
    lines = [f"{'operator':38} {'mutants':>7} {'caught':>6} {'share':>5} {'noted':>5}  what survived"]
    for name, one in sorted(scores.items(), key=lambda item: (-item[1].share, item[0])):
        mark = "*" if name in SURVIVORS else " "
        lines.append(f"{name:37}{mark} {one.made:7} {one.caught:6} {one.share:4}% {one.noted:5}  {one.missed}".rstrip())
    made, caught = (sum(getattr(one, part) for one in scores.values()) for part in ("made", "caught"))
    return "\n".join([*lines, f"{'all':38} {made:7} {caught:6} {caught / made:5.1%}", "* known to survive"])


def test_slips_are_caught() -> None:
    scores = {name: Score() for name in OPERATORS}
    for mutant in mutants(MUTANTS, OPERATORS):
        scores[mutant.operator].count(mutant)
    table = printed(scores)
    print(f"\n{table}")
    made, caught = (sum(getattr(one, part) for one in scores.values()) for part in ("made", "caught"))
    weak = [name for name, one in scores.items() if name not in SURVIVORS and one.share < LEAST_OF_EACH]
    assert (made, weak) == (MUTANTS, []), table
    assert 100 * caught >= LEAST * made, table


def test_there_are_many_operators_and_few_survive() -> None:
    assert len(OPERATORS) >= 40 and OPERATORS.keys() >= SURVIVORS.keys()
    assert all(operator.__doc__ for operator in OPERATORS.values())


def test_samples_are_right_before_a_slip() -> None:
    """The two real supplements have slips of their own, as they were filed; what is new beside those counts."""
    for sample in samples():
        severities = {severity for severity, _, _ in sample.baseline}
        assert severities <= ({"info"} if sample.name.startswith("tour/") else {"info", "warning"}), sample.baseline


def test_samples_state_what_is_computed() -> None:
    data = next(sample.data for sample in samples() if sample.name == "tour/fee-table")
    table, example = (change["content"][0] for change in data["changes"])
    rows = table["fee_table"]["rows"]
    assert rows["total"]["A"] == "1.14%" and rows["net"]["C"] == "1.80%" and rows["other_expenses"]["I"] == "0.13%"
    assert set(example["example"]["rows"]["C"]) >= {"amounts", "no_redemption", "total", "net"}


def test_a_slip_leaves_its_sample_as_it_is() -> None:
    whole = {"a": [1, {"b": 2}], "c": 3}
    assert changed(whole, ("a", 1, "b"), 5) == {"a": [1, {"b": 5}], "c": 3}
    assert changed(whole, ("a", 0), GONE) == {"a": [{"b": 2}], "c": 3}
    assert whole == {"a": [1, {"b": 2}], "c": 3}
