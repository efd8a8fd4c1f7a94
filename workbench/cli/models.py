"""TODO."""


def models() -> int:
    """TODO."""
    return 0
