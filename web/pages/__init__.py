"""What a page shows, as frozen dataclasses; no Flask here."""
