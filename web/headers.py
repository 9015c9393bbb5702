"""Headers of every answer, and compression of pages."""

from __future__ import annotations

from flask import Flask, Response, g, request
from isal import isal_zlib

# data: is for the icons inside WeUI's stylesheet.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
EVERYWHERE = (
    ("X-Content-Type-Options", "nosniff"),
    # same-origin, not no-referrer: with no-referrer a browser sends "Origin: null" with our own
    # forms, and the check of where a form comes from would refuse them.
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Embedder-Policy", "require-corp"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    # Browsers heed it on https only; behind a proxy we cannot tell which one this is.
    ("Strict-Transport-Security", "max-age=31536000; includeSubDomains"),
    ("Content-Security-Policy", POLICY),
)
STATIC = tuple(pair for pair in EVERYWHERE if pair[0] != "Content-Security-Policy")
SMALLEST = 600
LEVEL = 1
OPEN = "private, no-cache"  # a page for anybody
OK = 200
GZIP = 31  # the largest window, and a header of gzip


def init(app: Flask) -> None:
    """Add the headers after each request, and compress last."""
    app.after_request(_add)


def _add(response: Response) -> Response:
    headers = response.headers
    given = dict(iter(headers))  # once: each look by name goes through all of them
    if g.get("plays"):
        given["Content-Security-Policy"] = f"{POLICY}; media-src 'self'"
        headers.add("Content-Security-Policy", given["Content-Security-Policy"])
    for name, value in EVERYWHERE:
        if name not in given:
            headers.add(name, value)
    kept = given.get("Cache-Control") or _cache_control()
    if "Cache-Control" not in given:
        headers.add("Cache-Control", kept)
    if "Vary" in given:
        del headers["Vary"]
    headers.add("Vary", _vary(given.get("Vary")))
    if kept == OPEN and response.status_code == OK and not _streams(response):
        # Weak: the same page may be compressed or not. What is still held is not sent again.
        response.add_etag(weak=True)
        response.make_conditional(request)
    return _compress(response)


def _cache_control() -> str:
    """Keep nothing that one person's device asked for; a stranger's page may be asked anew."""
    return "no-store" if request.cookies or g.get("private") else OPEN


def _vary(given: str | None) -> str:
    names = ["Cookie", "Accept-Encoding"]
    if g.get("has_parts"):
        names.append("HX-Request")
    return ", ".join([given, *names] if given else names)


def _streams(response: Response) -> bool:
    return response.direct_passthrough or response.is_streamed


def _compress(response: Response) -> Response:
    """Compress a page: cheaply, and only where it is worth it."""
    if (
        _streams(response)
        or response.mimetype != "text/html"
        or "gzip" not in request.headers.get("Accept-Encoding", "")
        or "Content-Encoding" in response.headers
    ):
        return response
    data = response.get_data()
    if len(data) < SMALLEST:
        return response
    packer = isal_zlib.compressobj(LEVEL, isal_zlib.DEFLATED, GZIP)
    response.set_data(packer.compress(data) + packer.flush())
    response.headers["Content-Encoding"] = "gzip"
    return response
