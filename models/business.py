"""Businesses 经营主体 that pay (art. 6 to 10, 17)."""

from __future__ import annotations

from peewee import BooleanField, IntegerField, TextField

from models.ledger import LedgerTable


class Business(LedgerTable):
    """Sheet 经营主体; the phone is shown to linked households."""

    number = TextField(unique=True)
    name = TextField(index=True)
    kind = TextField()
    grade = TextField(null=True)
    manager = TextField(null=True)
    phone = TextField(null=True)
    village = TextField(null=True)
    condition = TextField(null=True)
    trouble = TextField(null=True)
    posts = IntegerField(null=True)
    priority_posts = IntegerField(null=True)
    safe = BooleanField(null=True)
    revival = TextField(null=True)
