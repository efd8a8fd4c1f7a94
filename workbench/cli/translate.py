"""TODO."""


def translate() -> int:
    """TODO."""
    return 0
