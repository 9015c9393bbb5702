"""The product with a database that can be told to fail, and the faults: begun and ended at will."""

from __future__ import annotations

import os
import resource
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask

import web
from bench.server import FOLDER, Server
from models.database import database

DISK = "disk"  # the folder of the database, within the server's
PATIENCE = 20  # seconds
SOUND = ("PRAGMA query_only = 0", "PRAGMA max_page_count = 1073741823")


def create_app() -> Flask:
    """Return the product; the file `fault` says what is done to the connection of each request."""
    app = web.create_app({"INSTANCE": os.environ[FOLDER]})
    fault = Path(os.environ[FOLDER]) / "fault"

    @app.before_request
    def _fail() -> None:
        for statement in fault.read_text().splitlines() if fault.exists() else SOUND:
            database.obj.execute_sql(statement)

    return app


@contextmanager
def told(server: Server, statement: str) -> Iterator[None]:
    """Let a statement come before every request."""
    file = server.folder / "fault"
    file.write_text(statement)
    try:
        yield
    finally:
        file.unlink()


@contextmanager
def page_limit(server: Server) -> Iterator[None]:
    """SQLite's own limit: no page more than there are. SQLITE_FULL."""
    with told(server, "PRAGMA max_page_count = 1"):
        yield


@contextmanager
def query_only(server: Server) -> Iterator[None]:
    """A connection that may only read. SQLITE_READONLY."""
    with told(server, "PRAGMA query_only = 1"):
        yield


@contextmanager
def file_size_limit(server: Server) -> Iterator[None]:
    """No file of the workers may be written at all (RLIMIT_FSIZE). SQLITE_IOERR."""
    pids = [server.process.pid, *children(server.process.pid)]
    for pid in pids:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
    try:
        yield
    finally:
        for pid in pids:
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)


@contextmanager
def no_space(server: Server) -> Iterator[None]:
    """A disk of its own, filled to the last byte (ENOSPC). SQLITE_FULL."""
    filler = server.folder / DISK / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while file.write(b"\0" * 4096):
                pass
        except OSError:
            pass
    try:
        yield
    finally:
        filler.unlink()


@contextmanager
def read_only_disk(server: Server) -> Iterator[None]:
    """The server is killed and comes back on a disk that may only be read (EROFS)."""
    server.kill()
    remount(server.folder / DISK, "ro")
    try:
        server.start()
        yield
    finally:
        remount(server.folder / DISK, "rw")


FAULTS: dict[str, tuple[Callable[[Server], object], int]] = {
    "page_limit": (page_limit, 507),
    "query_only": (query_only, 503),
    "file_size_limit": (file_size_limit, 503),
    "no_space": (no_space, 507),
    "read_only_disk": (read_only_disk, 503),
}
ON_A_DISK = {"no_space", "read_only_disk"}


def children(pid: int) -> list[int]:
    """Return the processes that a process has started."""
    return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


@contextmanager
def disk(folder: Path, megabytes: int) -> Iterator[bool]:
    """Mount a small disk on a folder; False where this user may not."""
    folder.mkdir()
    options = f"size={megabytes}m,mode=0700"
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    mounted = not subprocess.run(command, check=False, capture_output=True).returncode
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", "--lazy", str(folder)], check=True)


def remount(folder: Path, how: str) -> None:
    """Let a mounted disk be written, or only read; who was killed may hold it for a moment."""
    command = ["mount", "-o", f"remount,{how}", str(folder)]
    late = time.monotonic() + PATIENCE
    while subprocess.run(command, check=False, capture_output=True).returncode:
        assert time.monotonic() < late, command
        time.sleep(0.1)
