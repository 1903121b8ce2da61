"""Runs checks over records: works out facts, decides outcomes, explains them."""
