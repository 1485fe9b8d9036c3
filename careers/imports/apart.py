"""Reading a file that somebody sent, away from everything else."""

from .reading import MAX_BYTES, Sheet, UnreadableFile, read_file

__all__ = ["MAX_BYTES", "Sheet", "UnreadableFile", "read_apart"]


def read_apart(data: bytes, filename: str = "") -> list[Sheet]:
    """The sheets of a file, as `read_file`. Raises `UnreadableFile`."""
    return read_file(data, filename)
