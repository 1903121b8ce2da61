"""Recurring messages that resolve to n of N, and implications for practice that become lessons."""
