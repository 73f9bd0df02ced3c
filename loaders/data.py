"""Reading the loaders' own data files (YAML)."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any


@lru_cache
def read_yaml(path: Path) -> Any:
    """A YAML file that ships with the package; parsed once, with libyaml where it is there."""
    import yaml

    # libyaml reads ten times as fast; it is not in every build of PyYAML.
    loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    with path.open(encoding="utf-8") as file:
        return yaml.load(file, Loader=loader)  # noqa: S506
