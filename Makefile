# Everything starts here; each target sets up what it needs, once.
#   make serve   start the service on port 8000 (PORT=9000 make serve)
#   make test    run the tests            make check   lint, types, layers, generated files
#   make bench   measure, as ratios       make docs    write service/RULES.md anew
#   make lock    resolve requirements/*.txt anew

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	if "$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then echo "$$p"; break; fi; done)
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
SERVER := $(VENV)/.server-ready
DEV := $(VENV)/.dev-ready

.PHONY: serve test check bench docs lock format clean

serve: $(SERVER)
	exec $(BIN)/tenacious-judge serve $(if $(HOST),--host $(HOST)) $(if $(PORT),--port $(PORT))

test: $(DEV)
	$(BIN)/python -m pytest $(ARGS)

check: $(DEV)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python tests/checks/generated.py
	$(BIN)/python tests/checks/tracked.py

bench: $(DEV)
	$(BIN)/python -m tests.performance $(ARGS)

docs: $(SERVER)
	$(BIN)/tenacious-judge rules --markdown > service/RULES.md.new
	mv service/RULES.md.new service/RULES.md
	$(BIN)/python -m tests.docs.readme

format: $(DEV)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# The environment: two locks over one venv, so that `serve` need not fetch what only tests need.
$(BIN)/python:
	@if [ -z "$(PYTHON)" ]; then \
		echo "Python 3.11 or newer was not found. Install it, or name it: make PYTHON=/path/to/python3.12" >&2; exit 1; fi
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "$(PYTHON) could not make a virtual environment (on Debian: apt-get install python3-venv)." >&2; exit 1; }

$(SERVER): requirements/build.txt requirements/server.txt pyproject.toml | $(BIN)/python
	@echo "Installing the service into $(VENV) (once) ..."
	@$(PIP) install --require-hashes -r requirements/build.txt -r requirements/server.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(DEV): requirements/dev.txt $(SERVER) | $(BIN)/python
	@echo "Installing the test tools into $(VENV) (once) ..."
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@

# Hash-pinned and without addresses: whatever registry the installer is set to serves them.
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-emit-index-url --upgrade
lock: $(DEV)
	$(COMPILE) --group build -o requirements/build.txt
	$(COMPILE) pyproject.toml --extra server -o requirements/server.txt
	$(COMPILE) pyproject.toml --extra server --extra dev -c requirements/server.txt -o requirements/dev.txt

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
