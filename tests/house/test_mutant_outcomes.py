"""What `benchmarks/mutants.py` keeps of its outcomes, and what it measures once more."""

from pathlib import Path

import pytest

from benchmarks.mutant_outcomes import Outcome, more_to_run, report, written_down
from benchmarks.mutations import Mutation


def outcome_of(line: int, outcome: str, left_out: int = 0) -> Outcome:
    return Outcome("graph/a.py", line, "number", "1", "2", outcome, 3, left_out, 0.5, "")


def place_at(line: int) -> Mutation:
    return Mutation("graph/a.py", line, line, 0, 1, "2", "number")


def test_only_what_survived_a_part_of_its_tests_is_measured_once_more() -> None:
    outcomes = [
        outcome_of(1, "noticed", left_out=9),
        outcome_of(2, "survived"),
        outcome_of(3, "survived", left_out=1),
        outcome_of(4, "not run"),
    ]
    assert more_to_run(outcomes) == [2]


def test_what_is_written_down_is_not_measured_again(tmp_path: Path) -> None:
    results = tmp_path / "outcomes.jsonl"
    lines: list[int] = []

    def measured(mutation: Mutation) -> Outcome:
        lines.append(mutation.line)
        return outcome_of(mutation.line, "survived")

    written_down([place_at(1), place_at(2)], results, measured)
    again = written_down([place_at(1), place_at(2), place_at(3)], results, measured)
    assert lines == [1, 2, 3]
    assert [one.line for one in again] == [1, 2, 3]


def test_the_report_lists_what_lives_and_leaves_servers_out(
    capsys: pytest.CaptureFixture[str],
) -> None:
    outcomes = [
        outcome_of(1, "noticed"),
        outcome_of(2, "survived", left_out=7),
        outcome_of(3, "not run"),
        outcome_of(4, "too long"),
        outcome_of(5, "by a server"),
    ]
    report(outcomes)
    first, second, total = capsys.readouterr().out.splitlines()
    assert first == "survived: graph/a.py:2 number: '1' -> '2' (3 tests, 7 left out)"
    assert second == "not run: graph/a.py:3 number: '1' -> '2' (3 tests)"
    assert total.endswith(" 2 of 4 places live: 50.0%")
