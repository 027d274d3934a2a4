"""The packages: the program in `src`, and the parsing model in `models/en` beside it as `variorum_en`.

Everything else stands in pyproject.toml, which has no way to add one package to those that it finds.
"""

from setuptools import find_packages, setup

setup(packages=[*find_packages("src"), "variorum_en"], package_dir={"": "src", "variorum_en": "models/en"})
