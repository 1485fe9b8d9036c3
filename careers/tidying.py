"""Python looks for rings of dead objects as more and more live ones are made. In long work without rings that is a third of the time."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_tidying() -> Iterator[None]:
    """No looking meanwhile. For work that makes many objects and no rings of them, so that memory stays as small without."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
