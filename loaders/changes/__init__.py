"""Changes to be tried (試案の変更), from the options of a command or from a YAML file.

``loaders.changes.file`` reads the file; it is not imported here, for only a file needs YAML.
"""

from keikaku.loaders.changes.change_options import FORMS, parse

__all__ = ["FORMS", "parse"]
