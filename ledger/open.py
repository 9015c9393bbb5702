"""Open a workbook in a child process and take in what it lets out."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Timer
from typing import Any

from ledger.child import SECONDS
from ledger.guard import MEGABYTE, PACKED
from ledger.problem import Refused

__all__ = ["Refused", "messages"]

# The child counts what it computes; this is for one that hangs, and lets a busy machine be slow.
PATIENCE = 30  # seconds
MOST = 64 << 20  # bytes of output: some 300,000 rows of 25 columns
ROOT = str(Path(__file__).parent.parent)
# -I: no environment and no user's modules; the paths are given, so that `site` need not search.
START = "import sys; sys.path += sys.argv[1:]; from ledger.child import main; main()"


def _environment() -> dict[str, str]:
    """Return no secret, only what the interpreter itself may need to start."""
    return {key: os.environ[key] for key in ("LD_LIBRARY_PATH", "PATH") if key in os.environ}


def _paths() -> list[str]:
    return [ROOT, *(path for path in sys.path if path)]


@contextmanager
def _child() -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(  # noqa: S603 our own interpreter and code
        [sys.executable, "-I", "-S", "-c", START, *_paths()],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        cwd="/",
    )
    timer = Timer(PATIENCE, process.kill)
    timer.start()
    try:
        yield process
    finally:
        timer.cancel()
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            with suppress(BrokenPipeError):
                if pipe:
                    pipe.close()


def messages(name: str, data: bytes) -> Iterator[dict[str, Any]]:
    """Yield what the child says about the workbook `name`; raise Refused if it refuses it."""
    if len(data) > PACKED:
        raise Refused("file_large", name, limit_mb=PACKED // MEGABYTE)
    with _child() as process:
        for message in _lines(name, data, process):
            if "end" in message:
                return
            yield message
        status = process.wait()
    raise _ended(name, status)


def _lines(name: str, data: bytes, process: subprocess.Popen[bytes]) -> Iterator[dict[str, Any]]:
    _say(process, data)
    left = MOST
    for line in process.stdout or ():
        left -= len(line)
        if left < 0:
            raise Refused("file_memory", name)
        try:
            message = json.loads(line)
        except ValueError:
            return  # it was ended in the middle of a line
        if "refused" in message:
            raise Refused(message["refused"], name, **message["params"])
        yield message


def _say(process: subprocess.Popen[bytes], data: bytes) -> None:
    if process.stdin:
        # A child that refuses early no longer listens.
        with suppress(BrokenPipeError):
            process.stdin.write(data)
            process.stdin.close()


def _ended(name: str, status: int) -> Refused:
    """Return why a child that never said it was done was ended."""
    if status in (-signal.SIGKILL, -signal.SIGXCPU):
        return Refused("file_slow", name, seconds=SECONDS)
    return Refused("file_memory" if status == -signal.SIGABRT else "file_broken", name)
