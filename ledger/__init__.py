"""Excel in and out: from a workbook's bytes to typed rows and problems, and back."""
