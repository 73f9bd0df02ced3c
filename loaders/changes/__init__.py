"""Changes to be tried (試案の変更): as options of a command line say them, or a YAML file."""

from loaders.changes.file import read
from loaders.changes.options import FORMS, parse

__all__ = ["FORMS", "parse", "read"]
