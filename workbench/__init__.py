"""A bilingual translation and alignment workbench for Vietnamese and English news."""

__version__ = "0.1.0"
