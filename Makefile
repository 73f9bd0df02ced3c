# Sets itself up with nothing but Python 3.11 or newer, git and make.
# `make demo` and `make test` each work first, from a fresh clone; the second time they start at once.

CANDIDATES := python3.14 python3.13 python3.12 python3.11 python3 python
PYTHON ?= $(shell for python in $(CANDIDATES); do \
	$$python -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' \
	2>/dev/null && echo $$python && break; done)

VENV := .venv
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
READY := $(VENV)/ready
EXAMPLE := $(firstword $(wildcard examples/*-plan.txt))

.PHONY: help setup demo test coverage lint bundled docs pictures bench kit lock clean

help: ## list what there is to make
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

# Compiled at once, as an installer would: where Python may write no bytecode, each start would
# compile all that it imports.
setup: $(READY) ## make .venv from requirements-dev.lock

$(READY): requirements-dev.lock pyproject.toml setup.py
	@test -n "$(PYTHON)" || { echo "keikaku needs Python 3.11 or newer with its venv module;" \
	"none of these is one: $(CANDIDATES). Name yours: make PYTHON=/path/to/python" \
	"(Debian, Ubuntu: the package python3-venv may be missing)"; exit 1; }
	@echo "Setting up $(VENV) with $(PYTHON) (once, about a minute) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q -x '[/\\][.]' .
	@touch $(READY)

demo: $(READY) ## load the example plan, ask a question, draw the map, show where things are
	@mkdir -p out
	$(BIN)/keikaku load $(EXAMPLE) --out out/example.json
	$(BIN)/keikaku plans --theme キャッシュレス
	$(BIN)/keikaku map --out out/map.html
	$(BIN)/keikaku site --out out/site
	@echo
	@echo "The command    $(BIN)/keikaku --help"
	@echo "The example    $(EXAMPLE)"
	@echo "Its graph      out/example.json   ($(BIN)/keikaku plans --graph out/example.json)"
	@echo "The map        out/map.html   (a double click opens it)"
	@echo "The site       out/site/index.html   (pages for a shared drive)"
	@echo "How to go on   README.md, README.ja.md (日本語), docs/README.md"

# What reads or writes text without naming its encoding warns; pytest turns warnings into errors.
PYTEST := PYTHONWARNDEFAULTENCODING=1 $(BIN)/python -X warn_default_encoding -m pytest -n auto --dist loadgroup -rs

test: lint ## check style and types, run every test
	$(PYTEST) --durations=40 --durations-min=3

# Counting lines doubles the time of what is pure Python, so it is no part of `make test`.
coverage: $(READY) ## run every test and show which lines none runs
	$(PYTEST) --cov --cov-report=term

lint: $(READY) ## check style and types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/python -m scripts.link_tree
	$(BIN)/mypy
	$(BIN)/python -m scripts.check_imports

bundled: $(READY) ## rebuild the bundled graph from its source
	$(BIN)/python -m scripts.build_bundled

docs: $(READY) ## write the JSON Schema and the reference page anew from the declared model
	$(BIN)/python -m scripts.build_docs

pictures: $(READY) ## make the pictures of docs/pictures anew (needs chromium, libreoffice-calc, poppler-utils)
	$(BIN)/python -m scripts.build_pictures

bench: $(READY) ## measure speed as ratios to Python's own start
	$(BIN)/python -m benchmarks

kit: $(READY) ## make the zip for Windows without internet (out/keikaku-kit-windows.zip)
	$(BIN)/python -m scripts.build_kit

# uv writes a lock for every system and Python at once; it is needed only here. What a user installs
# stands in requirements.lock, what the tests need besides in requirements-dev.lock.
LOCK := $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --upgrade \
	--fork-strategy fewest --no-strip-extras --generate-hashes --no-emit-index-url --no-emit-find-links \
	--custom-compile-command "make lock" --quiet

lock: $(READY) ## renew requirements.lock and requirements-dev.lock
	$(BIN)/python -m pip install --quiet uv
	$(LOCK) --extra dev --extra mcp --output-file requirements-dev.lock
	$(LOCK) --constraint requirements-dev.lock --output-file requirements.lock

clean: ## remove everything that was made
	rm -rf $(VENV) out build *.egg-info .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
