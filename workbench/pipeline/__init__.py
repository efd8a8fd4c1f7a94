"""Composes the stages over one article, or over many."""
