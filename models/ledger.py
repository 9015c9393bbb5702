"""What every table of the ledger has in common: the batch that last wrote a row."""

from __future__ import annotations

from peewee import CompositeKey, TextField, UUIDField

from models.database import Table


class LedgerTable(Table):
    """A table whose rows come from a sheet; `id` is derived from the sheet's key columns."""

    id = UUIDField(primary_key=True)
    batch = UUIDField(index=True)


class HolderTable(Table):
    """A ledger table on the household path: one household's rows lie together.

    `household` is the key derived from `holder`, the text of the ledger's cell: a household
    number, or 村集体, 其他股东, a village, business or office where those are the party.
    """

    household = UUIDField()
    id = UUIDField()
    holder = TextField()
    batch = UUIDField(index=True)

    class Meta:
        primary_key = CompositeKey("household", "id")
        without_rowid = True
