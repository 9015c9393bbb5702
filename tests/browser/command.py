"""Commands of the product, run one after another by one process: to start one costs more.

Each is a line of JSON with its words, each answer a line with what it said and its exit status.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


class Commands:
    """The process that runs them."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.browser.command"],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, *words: str) -> dict[str, Any]:
        """Return what a command said, what it said of errors, and its exit status."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps(words) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def stop(self) -> None:
        """End the process."""
        self.process.communicate()


def main() -> None:
    """Run each command that comes, until none comes any more."""
    from tests.browser.server import create_app

    runner = create_app().test_cli_runner()
    for line in sys.stdin:
        done = runner.invoke(args=json.loads(line))
        said = {"code": done.exit_code, "said": done.stdout, "error": done.stderr}
        sys.stdout.write(json.dumps(said) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
