"""Places 行政区: the prefecture's tree of codes, and what the ledger says of a village."""

from __future__ import annotations

import csv
from pathlib import Path

from peewee import BooleanField, CharField, TextField

from models.bulk import columns, where_in
from models.bulk import insert as insert_rows
from models.database import Table, write
from models.ledger import LedgerTable

PLACES = Path(__file__).with_name("data") / "places.csv"
