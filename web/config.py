"""Every setting: its name in the environment, its default and its meaning."""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click

ROOT = Path(__file__).resolve().parent.parent
SECRETS = ("LIANNONG_PEPPER", "LIANNONG_SECRET")
SHORTEST_SECRET = 32
FEWEST_LETTERS = 10  # different ones in a secret
KNOWN = ("secret", "pepper", "change", "default", "example", "password", "development", "test")
MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Setting:
    """One line of docs/running.md."""

    name: str
    default: str
    meaning: str


SETTINGS = (
    Setting(
        "DATABASE_URL",
        "sqlite:///instance/liannong.db",
        "The database: sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME.",
    ),
    Setting(
        "LIANNONG_PEPPER",
        "",
        "Keys card addresses, PINs, passwords, second factors and the audit. At least 32 "
        "characters, kept apart from the database and its backups, never changed: a new one voids "
        "every card.",
    ),
    Setting(
        "LIANNONG_SECRET",
        "",
        "Keys the sign-ins. At least 32 characters; changing it signs everybody out.",
    ),
    Setting(
        "LIANNONG_BASE_URL",
        "http://127.0.0.1:8000",
        "The address printed in codes, without a slash at its end; https in earnest.",
    ),
    Setting(
        "LIANNONG_DEMO",
        "",
        "1: the demo, whose secrets are made at random in instance/ (0600). 0: in earnest; the "
        "start is refused without secrets. Unset: the demo, if no secret is set and the database "
        "is SQLite.",
    ),
    Setting(
        "LIANNONG_PROXIES",
        "0",
        "How many proxies of ours stand in front and set X-Forwarded-For, -Proto and -Host.",
    ),
)


class Refused(click.ClickException):
    """The start is refused; the text says what to set, and is all that a command prints."""


def read(given: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Return the Flask config from the environment, overlaid by `given`."""
    config: dict[str, Any] = {
        setting.name: os.environ.get(setting.name, setting.default) for setting in SETTINGS
    }
    config |= fixed()
    config |= given or {}
    config["DEMO"] = is_demo(config)
    folder = Path(config["INSTANCE"])
    if config["DEMO"]:
        config |= demo_secrets(folder, config)
    else:
        refuse_bad_secrets(config)
    config["DATABASE_URL"] = _beside(config["DATABASE_URL"], folder)
    config["LIANNONG_BASE_URL"] = config["LIANNONG_BASE_URL"].rstrip("/")
    return config


def fixed() -> dict[str, Any]:
    """Return what is the same everywhere and only tests change."""
    return {
        "INSTANCE": str(ROOT / "instance"),
        # A form of ours is small; the upload of a workbook raises its own limit (contract.md).
        "MAX_CONTENT_LENGTH": MEGABYTE,
        "MAX_FORM_MEMORY_SIZE": MEGABYTE,
        "MAX_FORM_PARTS": 2000,
        "LEDGER_MAX_BYTES": 20 * MEGABYTE,
        "BABEL_DEFAULT_LOCALE": "zh",
        "BABEL_DEFAULT_TIMEZONE": "Asia/Shanghai",
        "BABEL_TRANSLATION_DIRECTORIES": str(ROOT / "locales"),
        "JSON_AS_ASCII": False,
        "TRAP_HTTP_EXCEPTIONS": False,
    }


def is_demo(config: Mapping[str, Any]) -> bool:
    """Say whether this is the demo; see LIANNONG_DEMO."""
    said = str(config["LIANNONG_DEMO"]).strip()
    if said:
        return said not in {"0", "no", "false"}
    return not any(config[name] for name in SECRETS) and is_sqlite(config["DATABASE_URL"])


def is_sqlite(url: str) -> bool:
    """Say whether the address is of an SQLite file."""
    return urlsplit(url).scheme == "sqlite"


def refuse_bad_secrets(config: Mapping[str, Any]) -> None:
    """Refuse to start in earnest with secrets that are missing, short, equal or well known."""
    for name in SECRETS:
        value = str(config[name])
        if not value:
            raise Refused(
                f"{name} is not set. Make one: python3 -c 'import secrets; "
                "print(secrets.token_urlsafe(48))'"
            )
        if len(value) < SHORTEST_SECRET or len(set(value)) < FEWEST_LETTERS or _known(value):
            raise Refused(
                f"{name} is too short or easy to guess: at least "
                f"{SHORTEST_SECRET} random characters."
            )
    if config["LIANNONG_PEPPER"] == config["LIANNONG_SECRET"]:
        raise Refused("LIANNONG_PEPPER and LIANNONG_SECRET must differ.")


def _known(value: str) -> bool:
    return any(word in value.lower() for word in KNOWN)


def demo_secrets(folder: Path, config: Mapping[str, Any]) -> dict[str, str]:
    """Return the demo's own secrets, made once at random and readable by this user alone."""
    path = folder / "secrets.json"
    if not path.exists():
        _write_once(path, {name: secrets.token_urlsafe(48) for name in SECRETS})
    made = json.loads(path.read_text("utf-8"))
    return {name: config[name] or made[name] for name in SECRETS}


def _write_once(path: Path, made: dict[str, str]) -> None:
    """Write whole or not at all, and let the first of several workers win."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        json.dump(made, file)
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def _beside(url: str, folder: Path) -> str:
    """Make the default file of an SQLite address independent of the working directory."""
    if url == SETTINGS[0].default:
        return f"sqlite:///{folder / 'liannong.db'}"
    return url
