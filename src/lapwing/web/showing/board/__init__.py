"""What the pages of the Board show."""
