"""Places 行政区: the prefecture's tree of codes, and what the ledger says of a village."""

from __future__ import annotations

from peewee import BooleanField, CharField, TextField

from models.database import Table
from models.ledger import LedgerTable


class Place(Table):
    """A prefecture, county, township or village with its 4-, 6-, 9- or 12-digit code."""

    code = CharField(max_length=12, primary_key=True)
    level = TextField()
    name = TextField()
    parent = TextField(index=True)
    active = BooleanField(default=True)


class Village(LedgerTable):
    """Sheet 行政村 (art. 4, 18)."""

    code = TextField(unique=True)
    qualified = BooleanField(null=True)
    reason = TextField(null=True)
    phone = TextField(null=True)
