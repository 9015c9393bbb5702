"""The watch over payers: from tables to the facts of `rules.watch`, and what is found kept."""
