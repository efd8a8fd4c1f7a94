"""TODO."""


def ingest() -> int:
    """TODO."""
    return 0
