"""TODO."""


def check() -> int:
    """TODO."""
    return 0
