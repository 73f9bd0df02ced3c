"""Changes to be tried (試案の変更): as options of a command line say them, or a YAML file.

``loaders.changes.file`` reads the file; it is not imported here, for only a file needs YAML.
"""

from keikaku.loaders.changes.change_options import FORMS, parse

__all__ = ["FORMS", "parse"]
