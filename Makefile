# make demo   build what it needs and make the account of the bundled sample
# make test   build what it needs and run the tests
# make check  style, types, import order, file sizes

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
THREADS := OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input

COMPILE := $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --no-header --no-annotate --strip-extras \
  --no-emit-index-url --no-emit-trusted-host --no-emit-find-links

.PHONY: demo test test-all check bench-accuracy bench-speed constraints clean

demo: $(VENV)/run.stamp
	@mkdir -p out
	@$(THREADS) $(BIN)/variorum report examples/cable-car -o out/demo.json
	@$(BIN)/variorum render out/demo.json
	@$(BIN)/variorum render out/demo.json -o out/demo.html
	@echo
	@echo "The edition to open in a browser: $(CURDIR)/out/demo.html"

test: $(VENV)/dev.stamp
	@$(THREADS) $(BIN)/python -m pytest -m "not slow"

test-all: $(VENV)/dev.stamp
	@$(THREADS) $(BIN)/python -m pytest

check: $(VENV)/dev.stamp
	$(BIN)/ruff check src tests benchmarks training
	$(BIN)/ruff format --check src tests benchmarks training
	$(BIN)/mypy
	$(BIN)/lint-imports
	@long=$$(git ls-files '*.py' | xargs wc -l | awk '$$2 != "total" && $$1 > 400 {print $$2 ": " $$1 " lines"}'); \
	  if [ -n "$$long" ]; then echo "files over 400 lines:"; echo "$$long"; exit 1; fi

bench-accuracy: $(VENV)/dev.stamp
	@$(THREADS) $(BIN)/python benchmarks/accuracy.py

bench-speed: $(VENV)/dev.stamp
	@$(THREADS) $(BIN)/python benchmarks/speed.py
	@$(THREADS) $(BIN)/python benchmarks/stories.py
	@$(THREADS) $(BIN)/python benchmarks/lineage.py
	@$(THREADS) $(BIN)/python benchmarks/scale.py

# What runs is pinned with hashes; both files are made by `make constraints` from pyproject.toml.
$(VENV)/run.stamp: pyproject.toml constraints.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "installing into $(VENV) ..."
	@$(PIP) --require-hashes -r constraints.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp constraints-dev.txt
	@echo "installing the development tools ..."
	@$(PIP) --require-hashes -r constraints-dev.txt
	@touch $@

constraints:
	$(PIP) pip-tools
	$(COMPILE) --extra build -o constraints.txt pyproject.toml
	$(COMPILE) --extra build --extra dev -c constraints.txt -o constraints-dev.txt pyproject.toml

clean:
	rm -rf $(VENV) out build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
