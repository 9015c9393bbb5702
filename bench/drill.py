"""Drills: the server is killed with -9 under load; PINs are guessed by many at once.

`make drill` writes build/drill.json and ends with 1 where anything is not as it must be. A power
cut and several machines are not shown by it.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench import kill, pin

BUILD = Path(__file__).parents[1] / "build"
PARTS = {"kill": kill, "pin": pin}


def main() -> None:
    """Run what is asked for and write down what was found."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("parts", nargs="*", help=f"of {', '.join(PARTS)}; all where none is named")
    ask.add_argument("--kills", type=int, default=100, help="of the server, at least")
    ask.add_argument("--writes", type=int, default=10_000, help="acknowledged, at least")
    ask.add_argument("--workers", type=int, default=2, help="of the server that is killed")
    ask.add_argument("--guesses", type=int, default=1000, help="of a client at each worker")
    ask.add_argument("--folder", type=Path, default=BUILD, help="where the databases are")
    ask.add_argument("--database", help="an empty PostgreSQL database instead of a file")
    given = ask.parse_args()
    if unknown := set(given.parts) - set(PARTS):
        ask.error(f"no such part: {', '.join(sorted(unknown))}")
    BUILD.mkdir(exist_ok=True)
    file = BUILD / "drill.json"
    found: dict[str, Any] = {}
    for name in given.parts or PARTS:
        folder = Path(tempfile.mkdtemp(prefix=f"drill-{name}-", dir=given.folder))
        found[name] = PARTS[name].drill(folder, given)
        file.write_text(json.dumps(found, indent=1) + "\n")
        print(f"{name}: {json.dumps(found[name])}", flush=True)
        if PARTS[name].bad(found[name]):
            sys.exit(f"{name}: not as it must be; see {folder}")
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
