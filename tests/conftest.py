"""What every test may count on."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

from models import secret
from tests import loopback

# How long one example of a property takes says nothing on a busy machine.
settings.register_profile("any", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any")


@pytest.fixture(scope="session", autouse=True)
def secrets() -> None:
    """Whoever writes needs the keys, for the audit; an app that a test makes brings its own."""
    secret.use(pepper="walnut" * 8, session="cotton" * 8)


@pytest.fixture(scope="session", autouse=True)
def stay_here() -> None:
    """The product asks nobody outside for anything, and neither do its tests."""
    loopback.guard()
