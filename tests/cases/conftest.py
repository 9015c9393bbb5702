"""The databases that the models' tests make, of both kinds."""

from tests.models.conftest import KINDS, app_on, clock, kind, server, url

__all__ = ["KINDS", "app_on", "clock", "kind", "server", "url"]
