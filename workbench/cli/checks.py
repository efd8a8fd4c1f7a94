"""TODO."""


def checks() -> int:
    """TODO."""
    return 0
