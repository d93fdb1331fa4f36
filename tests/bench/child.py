"""``python -m tests.bench.child MODULE:FUNCTION JSON``: runs one function of this package and prints what it found."""

from __future__ import annotations

import importlib
import json
import sys

from tests.bench.measure import MARK


def main(function: str, arguments: str) -> None:
    """Call it; a library that is not installed is an answer too."""
    module, _, name = function.partition(":")
    try:
        found = getattr(importlib.import_module(f"tests.bench.{module}"), name)(**json.loads(arguments))
    except ModuleNotFoundError as error:
        found = {"missing": error.name}
    print(f"{MARK}{json.dumps(found)}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
