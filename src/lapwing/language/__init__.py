"""The expression language of facts and checks, and what it means over rows and over frames."""
