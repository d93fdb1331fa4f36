"""A value that must not be seen: keys and signing secrets while they are in memory."""

from __future__ import annotations

VISIBLE_TAIL = 4
DOTS = "•" * 12


class Secret:
    """Wraps a key so that no ``repr``, ``str``, log line or traceback shows it.

    ``reveal()`` is the only way in.
    """

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """The value itself; call it only where it goes on the wire or into the key store."""
        return self._value

    def masked(self) -> str:
        """What a person may see: the published prefix, dots, and the last four characters of a long key."""
        value = self._value
        if len(value) < 3 * VISIBLE_TAIL:
            return DOTS
        prefix = value[: value.rindex("_") + 1] if "_" in value[:12] else ""
        return f"{prefix}{DOTS}{value[-VISIBLE_TAIL:]}"

    def __bool__(self) -> bool:
        return bool(self._value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and other._value == self._value

    def __hash__(self) -> int:
        return hash(self._value)

    def __repr__(self) -> str:
        return "Secret(…)"

    __str__ = __repr__

    def __reduce__(self) -> str:
        raise TypeError("a secret is not pickled")
