"""Watches what reading a hostile workbook costs and leaves behind."""

from __future__ import annotations

import re
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ledger import open as opening

PEAK = re.compile(r"^(VmPeak|VmHWM):\s+(\d+) kB", re.MULTILINE)


class Cost:
    """Seconds, and the child's largest address space and memory in MiB as far as seen."""

    seconds = 0.0
    space = 0
    memory = 0

    def look(self, pid: int) -> None:
        try:
            status = Path(f"/proc/{pid}/status").read_text()
        except OSError:
            return
        if "python" not in status.partition("\n")[0]:
            return
        found = dict(PEAK.findall(status))
        self.space = max(self.space, int(found.get("VmPeak", 0)) // 1024)
        self.memory = max(self.memory, int(found.get("VmHWM", 0)) // 1024)


@contextmanager
def watched(monkeypatch, folder: Path) -> Iterator[Cost]:
    """Measure the children started inside; `folder` becomes the folder for temporary files."""
    cost, stop = Cost(), threading.Event()
    pids: list[int] = []
    start = opening.subprocess.Popen

    def popen(*args, **kwargs):
        process = start(*args, **kwargs)
        pids.append(process.pid)
        return process

    def sample() -> None:
        while not stop.wait(0.01):
            for pid in pids:
                cost.look(pid)

    monkeypatch.setattr(opening.subprocess, "Popen", popen)
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setenv("TMPDIR", str(folder))
    sampler = threading.Thread(target=sample)
    sampler.start()
    begun = time.monotonic()
    try:
        yield cost
    finally:
        cost.seconds = time.monotonic() - begun
        stop.set()
        sampler.join()
