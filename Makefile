# The commands of FMM Desktop. `make help` tells what there is; README.md what it is for.
# Needs Python 3.11 or later and make; everything else is set up in .venv, once, and again when the pins change.

DOSSIER := data/fmm-2025-12-03.nl.yaml
SHEETS  := build/sheets
BIN     := $(if $(filter Windows_NT,$(OS)),.venv/Scripts,.venv/bin)
RUN     := $(BIN)/python -m

# The first Python that will do: the one that the system calls python3, or else the newest. `make PYTHON=…` chooses.
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$name -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 16))' >/dev/null 2>&1 && echo $$name && break; done)

# Three stamps, each made when its step is done to the end.
VENV      := .venv/.dependencies-are-there
LIBRARIES := .venv/.libraries-are-there
READY     := .venv/.program-is-there

# A checkout that was moved, or whose Python is gone, is set up again.
WHOLE := $(shell test "$$(cat $(VENV) 2>/dev/null)" = "$(CURDIR)" && $(BIN)/python -c '' 2>/dev/null && echo yes)

# A window needs a screen: macOS and Windows have one, Linux says so in its environment.
SCREEN := $(if $(filter Linux,$(shell uname -s 2>/dev/null)),$(DISPLAY)$(WAYLAND_DISPLAY),yes)

TESTS := QT_QPA_PLATFORM=offscreen $(RUN) pytest

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup run test check lint types imports format bench translations lock dist clean again

help: ## tell what there is
	@echo "FMM Desktop: make COMMAND"
	@echo
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  %-14s%s\n", $$1, $$2 }' Makefile
	@echo
	@echo "  make run ARGS=FILE opens another dossier; make test ARGS='-k words' runs some of the tests."

# ------------------------------------------------------------------------------------------------------------ setting up

setup: $(READY) ## set everything up in .venv; the other commands do so by themselves

$(VENV): requirements.lock $(if $(WHOLE),,again)
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed (and older than 3.16); none was found." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || PYTHON=$(PYTHON) sh .ci/venv-module
	@echo "Setting up .venv with $$($(PYTHON) -V); this takes a minute, once."
	@rm -f $(VENV) $(LIBRARIES) $(READY) # first, so that what is interrupted here does not look whole
	@rm -rf .venv
	@$(PYTHON) -m venv .venv
	@$(RUN) pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@echo "$(CURDIR)" > $@

$(LIBRARIES): $(VENV) .ci/system_libraries.py
	@$(BIN)/python .ci/system_libraries.py
	@touch $@

# What `resources/prepare.py` makes things of.
SHIPPED := $(wildcard resources/translations/*.ts data/*.yaml src/fmm_desktop/dossier/*.py)

$(READY): $(LIBRARIES) pyproject.toml resources/prepare.py $(SHIPPED)
	@$(RUN) pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# -------------------------------------------------------------------------------------------------------------- running

run: $(READY) ## open the window; without a screen, print the shipped sheets to build/sheets/
ifneq ($(SCREEN),)
	@$(BIN)/fmm-desktop $(ARGS)
else
	@echo "There is no screen here (DISPLAY and WAYLAND_DISPLAY are empty), so the topic sheets are printed to $(SHEETS)/."
	@$(BIN)/fmm-desktop sheets $(or $(ARGS),$(DOSSIER)) -o $(SHEETS) --overwrite
endif

# ------------------------------------------------------------------------------------------------------------- checking

# One worker more than two cores have: a window that waits for a timer leaves its core to another.
test: $(READY) ## run all tests
	@$(TESTS) -n 3 $(ARGS)

check: lint types imports ## everything that must be in order before a change is handed in
	@$(MAKE) --no-print-directory test

lint: $(READY)
	@$(RUN) ruff check
	@$(RUN) ruff format --check

types: $(READY)
	@$(RUN) mypy

imports: $(READY)
	@$(BIN)/lint-imports

bench: $(READY) ## measure the program against a bare one; wants a machine that does nothing else
	@$(TESTS) tests/benchmarks -s $(ARGS)

# ------------------------------------------------------------------------------------------------------------- changing

format: $(READY) ## put the source in its shape
	@$(RUN) ruff check --fix
	@$(RUN) ruff format

# The texts in the source are English: in English only the plurals need words.
GATHER = $(BIN)/pyside6-lupdate -silent -no-obsolete -no-ui-lines -locations none \
	$(shell find src/fmm_desktop -name '*.py' | sort)

translations: $(READY) ## gather the texts of the interface into resources/translations/*.ts, and compile them
	@$(GATHER) -ts resources/translations/fmm_desktop_nl.ts
	@$(GATHER) -pluralonly -ts resources/translations/fmm_desktop_en.ts
	@$(BIN)/python resources/prepare.py

lock: ## choose the newest versions of everything again, and pin them
	@$(PYTHON) -m venv --clear build/lock
	@build/lock/$(notdir $(BIN))/python -m pip install --quiet uv
	@build/lock/$(notdir $(BIN))/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --upgrade \
		--generate-hashes --no-emit-index-url --no-emit-find-links --quiet \
		--custom-compile-command "make lock" --output-file requirements.lock >/dev/null

dist: $(READY) ## build the source archive, and from it the wheel, in dist/
	@rm -rf dist
	@$(RUN) build --no-isolation

clean: ## throw away what was made, .venv too
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache .benchmarks
	find src tests resources -name __pycache__ -prune -exec rm -rf {} +
	rm -rf resources/translations/*.qm data/dossiers
