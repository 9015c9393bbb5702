"""Every setting stands in docs/running.md with its default."""

from pathlib import Path

from web.config import SETTINGS

RUNNING = (Path(__file__).parents[2] / "docs" / "running.md").read_text("utf-8")


def test_every_setting_is_documented():
    for setting in SETTINGS:
        assert f"| `{setting.name}` |" in RUNNING
