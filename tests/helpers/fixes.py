"""Making what a fix proposes happen, and checking again."""

from __future__ import annotations

import polars as pl

from hkj_desktop.catalog.check import Checked, check
from hkj_desktop.catalog.edits import Draft
from hkj_desktop.catalog.fixes import FIXES, Fix, Proposal, propose
from hkj_desktop.catalog.problems import Problem, Problems, Severity
from hkj_desktop.catalog.products import LAST
from hkj_desktop.catalog.rereading import mapping_for

BY_ID: dict[str, Fix] = {fix.id: fix for fix in FIXES}


def applied(checked: Checked, proposal: Proposal) -> Checked:
    """The catalogue after the proposal, checked again with the same columns and the same last prices."""
    draft = Draft(checked.catalog)
    wanted = proposal.cells.select("key", "after", at="index")
    catalog = draft.done(draft.change("fix", wanted, left_out=proposal.left_out)).catalog
    mapping = mapping_for(checked.mapping, catalog, checked.fields)
    last = checked.products.rows.select("sku", LAST).drop_nulls().unique("sku")
    return check(catalog, checked.fields, mapping=mapping, last_prices=dict(last.iter_rows()))


def only(checked: Checked, code: str, field: str | None = None) -> Problems:
    """The problems of one kind."""
    frame = checked.problems.frame.filter(pl.col("code") == code)
    return Problems(frame if field is None else frame.filter(pl.col("field") == field))


def offered(checked: Checked, problems: Problems, column: str | None = None) -> dict[str, Proposal]:
    """Fix → what it proposes for them, where it does something."""
    made = {fix.id: propose(fix, checked, problems, column) for fix in FIXES}
    return {name: proposal for name, proposal in made.items() if proposal.mended}


def places(checked: Checked, severity: Severity | None = None) -> set[tuple[str, str | None, int | None]]:
    """Each problem's kind, field and row as Excel shows it."""
    return {(one.code, one.field, one.row) for one in checked.problems if severity in (None, one.severity)}


def place(problem: Problem) -> tuple[str, str | None, int | None]:
    return problem.code, problem.field, problem.row
