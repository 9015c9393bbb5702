"""The words for codes: what templates and commands say for a code, in the reader's language."""
