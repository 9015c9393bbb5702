"""An invented ledger for real places: every mode, state and kind of row on a given day."""
