"""Nothing comes from elsewhere, nothing is styled in place, nothing has a left or a right."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
STYLES = sorted((ROOT / "static" / "style").rglob("*.css"))
SCRIPTS = sorted((ROOT / "static" / "script").rglob("*.js"))
SIDES = re.compile(
    r"(margin|padding|border|inset)-(left|right)|text-align:\s*(left|right)"
    r"|float:\s*(left|right)|(^|[;{\s])(left|right)\s*:",
    re.MULTILINE,
)
OUTSIDE = re.compile(
    r"""(?:src|href|action)\s*=\s*["'](?:https?:)?//|url\(\s*["']?(?:https?:)?//"""
)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_a_style_has_no_left_and_no_right(path):
    found = SIDES.search(COMMENT.sub("", path.read_text("utf-8")))
    assert not found, found and found.group()


@pytest.mark.parametrize("path", [*TEMPLATES, *STYLES, *SCRIPTS], ids=lambda path: path.name)
def test_no_address_leads_outside(path):
    assert not OUTSIDE.search(path.read_text("utf-8"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_template_has_no_style_no_script_and_no_handler_in_place(path):
    text = path.read_text("utf-8")
    assert not re.search(r"\sstyle\s*=|<style|\son[a-z]+\s*=\s*[\"']|hx-on", text)
    assert not re.search(r"<script(?![^>]*\ssrc=)[^>]*>", text)
    assert "|safe" not in text.replace(" ", "")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_htmx_attributes_are_data_attributes_on_something_that_works_without(path):
    text = path.read_text("utf-8")
    assert not re.search(r"\s(?<!data-)hx-[a-z]+=", text)
    for tag in re.findall(r"<[a-z]+[^>]*data-hx-(?:get|post)[^>]*>", text):
        assert re.search(r"href=|action=|<button", tag), tag


def test_no_third_party_file_is_committed():
    import subprocess

    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert not re.findall(
        r".*(?:\.min\.(?:js|css)|\.woff2?|\.ttf|\.otf|\.wasm|/vendor/.*)\n", listed
    )
