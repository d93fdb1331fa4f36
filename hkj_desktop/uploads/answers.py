"""The shop's words about units that it refused, as problems: on their cells where the file is open, on their rows where
it is only in the record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from hkj_desktop.catalog.check import Checked
from hkj_desktop.catalog.fields import Kind
from hkj_desktop.catalog.problems import Problem, Problems, Severity, Source
from hkj_desktop.errors import ItemsRefused, RemoteError, StoresRefused
from hkj_desktop.files.item_payload import names_of
from hkj_desktop.files.payload import Payload
from hkj_desktop.system.destinations import Destination
from hkj_desktop.system.logs import redact
from hkj_desktop.uploads.entries import Item
from hkj_desktop.uploads.outcome import OVERTAKEN

#: Between the code of the refusal of a whole body and the shop's words.
WHOLE = ": "
NAMED_STORES = 5  # in an error; there may be thousands
_REQUIRED = re.compile(r"'(\w+)' is required")
#: A field in quotes, or a name with an underscore, which no sentence has by chance.
_NAMED = re.compile(r"'(\w+)'|\b([a-z]+(?:_[a-z0-9]+)+)\b")


def problem_of(message: str, names: Mapping[str, str], store: str | None = None) -> Problem:
    """The shop's words about one unit as a problem, on the field that they name; the words stay in ``other``.

    ``names``: what the system calls a field → the field. ``store``: whose item it is.
    """
    if message == OVERTAKEN:
        return Problem("overtaken", Severity.WARNING, source=Source.SERVER)
    other = f"{store}: {message}" if store else message
    code, _, words = _whole(message)
    if code == StoresRefused.code:
        return Problem("store_refused", Severity.ERROR, "store_id", other=store or words, source=Source.SERVER)
    if code == ItemsRefused.code:
        said = f"{store}: {words}" if store else words
        return Problem("item_refused", Severity.ERROR, None, other=said, source=Source.SERVER)
    required = _REQUIRED.search(message)
    if required and required.group(1) in names:
        return Problem("server_required", Severity.ERROR, names[required.group(1)], other=message, source=Source.SERVER)
    found = (one for pair in _NAMED.findall(message) for one in pair)
    named = next((names[name] for name in found if name in names), None)
    return Problem("server_refused", Severity.ERROR, named, other=other, source=Source.SERVER)


def words_of(error: RemoteError) -> str:
    """What is written down for a unit that was in a body which the shop refused as a whole: why, and its words."""
    reason, said = error.params.get("reason"), redact(str(error.params.get("message") or ""))
    return f"{error.code}.{reason}{WHOLE}{said}" if reason else f"{error.code}{WHOLE}{said}"


def _whole(message: str) -> tuple[str, str, str]:
    """Code, reason and words of :func:`words_of`; for other words a code that no refusal has."""
    head, _, words = message.partition(WHOLE)
    code, _, reason = head.partition(".")
    return code, reason, words


def whole_refusal(items: Sequence[Item]) -> RemoteError | None:
    """Why nothing at all got in, where each of ``items`` was in a body that was refused as a whole; else None."""
    told = [_whole(item.message or "") for item in items]
    codes = {code for code, _, _ in told}
    if codes == {StoresRefused.code}:
        stores = list(dict.fromkeys(item.store for item in items if item.store))
        more = ", …" if len(stores) > NAMED_STORES else ""
        reason = "some" if any(reason == "some" for _, reason, _ in told) else "all"
        return StoresRefused(reason=reason, stores=", ".join(stores[:NAMED_STORES]) + more)
    if codes and codes <= {StoresRefused.code, ItemsRefused.code}:
        return ItemsRefused(count=len(items))
    return None


def placed(items: Iterable[Item], payload: Payload) -> Problems:
    """Units that the shop refused → problems on their cells."""
    checked = payload.placing

    def problem(item: Item) -> Problem:
        found = problem_of(item.message or "", payload.names, item.store)
        return checked.located(_in_file(found, checked), item.product, item.row)

    return Problems.of(map(problem, items)).sorted()


def _in_file(problem: Problem, checked: Checked) -> Problem:
    """Prices go as fils: what the shop says of them is about the file's price column, whichever of them it has."""
    prices = [field.name for field in checked.fields.of_kind(Kind.MONEY)]
    if problem.field not in prices or checked.mapping.column_of(problem.field):
        return problem
    return replace(problem, field=next((name for name in prices if checked.mapping.column_of(name)), problem.field))


def recorded(items: Iterable[Item], system: Destination) -> Problems:
    """The shop's words about refused products, on their rows as the journal kept them."""
    names = names_of(system)
    return Problems.of(
        replace(
            problem_of(item.message or "", names, item.store),
            index=at,
            row=item.row,
            product=item.product,
            sku=item.sku,
            title_en=item.title_en,
            title_ar=item.title_ar,
        )
        for at, item in enumerate(items)
    )
