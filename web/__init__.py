"""The web: `create_app` puts the parts together."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from typing import Any

from flask import Flask
from jinja2 import StrictUndefined, Undefined
from werkzeug.middleware.proxy_fix import ProxyFix

from models import audit, database, secret
from web import (
    access,
    assets,
    bar,
    config,
    csrf,
    error,
    formats,
    fragments,
    headers,
    language,
    log,
    look,
    template,
    word,
)
from web.cli import Commands
from web.sent import SentRequest

# In this order they see a request, and in the reverse one its answer.
PARTS = (log, assets, language, look, formats, word, fragments, csrf, access, bar, error, headers)


def create_app(given: Mapping[str, Any] | None = None) -> Flask:
    """Return the application; `given` overrides settings (tests, commands)."""
    app = Flask(__name__, root_path=str(config.ROOT), static_folder=None)
    app.jinja_environment = template.Environment
    app.config.update(config.read(given))
    app.request_class = SentRequest
    app.ensure_sync = lambda view: view  # type: ignore[method-assign]  # none of ours is async
    secret.use(pepper=app.config["LIANNONG_PEPPER"], session=app.config["LIANNONG_SECRET"])
    _use_database(app)
    _set_up_templates(app)
    for part in PARTS:
        part.init(app)
    for module in _modules("web.routes"):
        app.register_blueprint(module.blueprint)
    app.cli = Commands(app.name)
    if proxies := int(app.config["LIANNONG_PROXIES"]):
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=proxies, x_proto=proxies, x_host=proxies)
    return app


def _use_database(app: Flask) -> None:
    """Bind the tables. A thread opens its connection at its first query.

    SQLite's stays open, since opening costs more than a page's queries; a server's goes back
    at the end of the request.
    """
    database.connect(app.config["DATABASE_URL"])
    audit.use(app.config.get("CLOCK"))

    @app.teardown_appcontext
    def _hand_back(_: BaseException | None) -> None:
        if not database.is_sqlite() and not database.database.obj.is_closed():
            database.database.obj.close()


def _set_up_templates(app: Flask) -> None:
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.optimized = False  # a word for a fixed code is each reader's own
    app.jinja_env.undefined = StrictUndefined if app.testing else Undefined
    app.jinja_env.policies["ext.i18n.trimmed"] = True
    app.jinja_env.add_extension("jinja2.ext.do")


def _modules(package: str) -> list[Any]:
    """Import every module of a package: a new file is a new concept, with nothing to register."""
    folder = importlib.import_module(package)
    names = [found.name for found in pkgutil.iter_modules(folder.__path__)]
    return [importlib.import_module(f"{package}.{name}") for name in sorted(names)]
