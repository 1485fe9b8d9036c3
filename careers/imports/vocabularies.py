"""The vocabularies this program reads with: lists sent back, the school's own export, its providers, contact details."""

from .contact_headings import CONTACTS
from .provider_headings import PROVIDERS
from .return_headings import RETURN
from .student_headings import STUDENTS
from .vocabulary import IGNORE, Field, Vocabulary

__all__ = ["CONTACTS", "IGNORE", "PROVIDERS", "RETURN", "STUDENTS", "Field", "Vocabulary"]
