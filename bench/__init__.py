"""What measures speed, with the limits that it is compared to (`make bench`)."""
