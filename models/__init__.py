"""Tables and the queries about them, one concept a file."""
