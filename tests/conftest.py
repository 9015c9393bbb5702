"""What every test may count on."""

from __future__ import annotations

import pytest

from models import secret


@pytest.fixture(scope="session", autouse=True)
def secrets() -> None:
    """Whoever writes needs the keys, for the audit; an app that a test makes brings its own."""
    secret.use(pepper="walnut" * 8, session="cotton" * 8)
