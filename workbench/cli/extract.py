"""TODO."""


def extract() -> int:
    """TODO."""
    return 0
