from __future__ import annotations

import tempfile

import pytest
from flask import request
from werkzeug import formparser

from web.access import may


@pytest.fixture
def app(new_app):
    """Tests here add routes."""
    return new_app


@pytest.fixture
def upload(app):
    """A page that takes a large file, as the ledger's does."""

    @may("anyone")
    def take():
        request.max_content_length = app.config["LEDGER_MAX_BYTES"]
        return {"size": len(request.files["book"].read())}

    app.add_url_rule("/take", "take", take, methods=["POST"])
    return app.test_client()


def sent(size):
    """A form with a file of this size, written out: the client would spool it to disk itself."""
    head = b'--cut\r\nContent-Disposition: form-data; name="book"; filename="book.xlsx"\r\n\r\n'
    body = head + b"x" * size + b"\r\n--cut--\r\n"
    return {"data": body, "content_type": "multipart/form-data; boundary=cut"}


def test_an_upload_never_touches_the_disk(upload, monkeypatch):
    for name in ("TemporaryFile", "SpooledTemporaryFile", "NamedTemporaryFile", "mkstemp"):
        monkeypatch.setattr(tempfile, name, lambda *_a, **_k: pytest.fail("a temporary file"))
        monkeypatch.setattr(formparser, name, getattr(tempfile, name), raising=False)
    assert upload.post("/take", **sent(3_000_000)).json == {"size": 3_000_000}


def test_an_upload_has_its_own_limit(upload):
    assert upload.post("/take", **sent(21 * 1024 * 1024)).status_code == 413
