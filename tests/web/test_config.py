from __future__ import annotations

import stat

import pytest

from web import config
from web.config import Refused

GOOD = {
    "LIANNONG_PEPPER": "pQ7-xV2_mK9rT4wZ8bN3cF6hJ1dL5gS0",
    "LIANNONG_SECRET": "zY6_bM1-qW8eR3tU5iO7pA2sD4fG9hJ0",
}


@pytest.fixture(autouse=True)
def _bare(monkeypatch, tmp_path):
    for setting in config.SETTINGS:
        monkeypatch.delenv(setting.name, raising=False)
    monkeypatch.setattr(config, "fixed", lambda: {"INSTANCE": str(tmp_path)})


def test_the_demo_makes_its_secrets_once_for_this_user_alone(tmp_path):
    first, second = config.read(), config.read()
    path = tmp_path / "secrets.json"
    assert first["DEMO"] is True
    assert first["LIANNONG_PEPPER"] == second["LIANNONG_PEPPER"] != first["LIANNONG_SECRET"]
    assert len(first["LIANNONG_PEPPER"]) >= 32
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in tmp_path.iterdir()] == ["secrets.json"]


def test_in_earnest_good_secrets_are_needed():
    assert config.read({"LIANNONG_DEMO": "0", **GOOD})["DEMO"] is False
    assert config.read(GOOD)["DEMO"] is False


@pytest.mark.parametrize(
    "given",
    [
        {"LIANNONG_DEMO": "0"},
        {"LIANNONG_DEMO": "0", "LIANNONG_PEPPER": GOOD["LIANNONG_PEPPER"]},
        {"LIANNONG_PEPPER": GOOD["LIANNONG_PEPPER"]},
        {"DATABASE_URL": "postgresql://liannong@db/liannong"},
        GOOD | {"LIANNONG_SECRET": GOOD["LIANNONG_PEPPER"]},
        GOOD | {"LIANNONG_SECRET": "short"},
        GOOD | {"LIANNONG_SECRET": "a" * 40},
        GOOD | {"LIANNONG_SECRET": "change-me-please-0123456789-abcdefgh"},
        GOOD | {"LIANNONG_SECRET": "my-secret-0123456789-0123456789-abc"},
    ],
)
def test_missing_or_guessable_secrets_refuse_the_start(given):
    with pytest.raises(Refused, match="LIANNONG_"):
        config.read(given)


def test_the_environment_is_read(monkeypatch):
    monkeypatch.setenv("LIANNONG_BASE_URL", "https://liannong.example/")
    assert config.read()["LIANNONG_BASE_URL"] == "https://liannong.example"


def test_the_default_database_does_not_depend_on_where_one_stands(tmp_path):
    assert config.read()["DATABASE_URL"] == f"sqlite:///{tmp_path / 'liannong.db'}"


def test_every_setting_says_what_it_means():
    assert all(setting.meaning.endswith(".") for setting in config.SETTINGS)
