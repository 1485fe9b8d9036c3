"""Read any file, find its table, guess its columns. Bytes in, dataclasses out; no database, no clock."""
