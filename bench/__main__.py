"""Run every comparison; both sides of each run in turn, in the same minutes."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from bench import card, findings, form, ledger, page

ROOT = Path(__file__).parents[1]
PARTS = {
    "format": form.measure,
    "import": ledger.measure,
    "page": page.measure,
    "findings": findings.measure,
    "card": card.measure,
}


def main() -> None:
    """Measure what is asked for and print one line for each comparison."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("parts", nargs="*", help=f"of {', '.join(PARTS)}; all where none is named")
    ask.add_argument("--households", type=int, default=100_000)
    ask.add_argument("--rows", type=int, default=50_000)
    ask.add_argument("--rounds", type=int, default=5)
    given = ask.parse_args()
    if unknown := set(given.parts) - set(PARTS):
        ask.error(f"no such part: {', '.join(sorted(unknown))}")
    build = ROOT / "build"
    build.mkdir(exist_ok=True)
    file = build / "bench.json"
    found: dict[str, Any] = json.loads(file.read_text()) if file.exists() else {}
    for name in given.parts or PARTS:
        found[name] = PARTS[name](build, given)
        for line in found[name]:
            print(f"{name}: {line['what']}: {line['ratio']} (goal {line['goal']})", flush=True)
        file.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n")


if __name__ == "__main__":
    main()
