"""Make the folders of the house packages of ``keikaku``: ``graph/`` is ``keikaku.graph``."""

from setuptools import find_namespace_packages, setup

ROOMS = ("graph", "loaders", "queries", "visualizations", "workshop", "exports", "cli")

INNER = [name for room in ROOMS for name in find_namespace_packages(include=[room, f"{room}.*"])]

setup(
    packages=["keikaku", *(f"keikaku.{name}" for name in INNER)],
    package_dir={"keikaku": "keikaku", **{f"keikaku.{room}": room for room in ROOMS}},
)
