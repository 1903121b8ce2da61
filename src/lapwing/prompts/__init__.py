"""What Lapwing says beside an entry while somebody writes it: never an outcome, never kept."""
