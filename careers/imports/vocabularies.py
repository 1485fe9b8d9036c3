"""The vocabularies this program reads with: lists sent back, the school's own export, its providers."""

from .provider_headings import PROVIDERS
from .return_headings import RETURN
from .student_headings import STUDENTS
from .vocabulary import IGNORE, Field, Vocabulary

__all__ = ["IGNORE", "PROVIDERS", "RETURN", "STUDENTS", "Field", "Vocabulary"]
