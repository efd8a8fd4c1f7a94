"""TODO."""


def qa() -> int:
    """TODO."""
    return 0
