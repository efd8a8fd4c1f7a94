"""TODO."""


def doctor() -> int:
    """TODO."""
    return 0
