"""Routes: one blueprint a concept. Find, ask, render or redirect."""
