"""Typed values of mentions, exact, and the verdict algebra that compares them."""
