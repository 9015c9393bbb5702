"""What a person types, read into checked values."""
