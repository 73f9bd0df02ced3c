"""Make the folders of the house packages of ``keikaku``: ``graph/`` is ``keikaku.graph``."""

import tomllib
from pathlib import Path

from setuptools import find_namespace_packages, setup

PROJECT = tomllib.loads(Path(__file__).with_name("pyproject.toml").read_text(encoding="utf-8"))
ROOMS = PROJECT["tool"]["keikaku"]["rooms"]
INNER = [name for room in ROOMS for name in find_namespace_packages(include=[room, f"{room}.*"])]

setup(
    packages=["keikaku", *(f"keikaku.{name}" for name in INNER)],
    package_dir={"keikaku": "keikaku", **{f"keikaku.{room}": room for room in ROOMS}},
)
