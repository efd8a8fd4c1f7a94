"""Checks: one class each, with examples that are its tests and its documentation."""
