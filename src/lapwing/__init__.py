"""Turns the lessons of serious case reviews into checks on live practice."""
