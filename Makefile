# Two things to type: `make build` and `make test`; a third, `make bench`, measures.
# All first see to a private environment in .venv; that takes a minute once, and no time after.

PYTHONS   := python3.13 python3.12 python3.11 python3.14 python3
LIBRARIES := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0

BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --quiet --disable-pip-version-check install --constraint constraints.txt

.PHONY: help build test bench clean

help:
	@echo 'make build    every supplement in content/ as text, HTML and PDF, into build/'
	@echo 'make test     style, types and every test'
	@echo 'make bench    how fast this is beside other ways, into README.md and docs/; some minutes (BENCH=--full: hours)'
	@echo 'make clean    remove build/, .venv/ and what the tools left behind'

build: .venv/project
	$(BIN)/supplement build

test: .venv/libraries .venv/test .venv/tools
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest --numprocesses auto --maxprocesses 4

bench: .venv/libraries .venv/bench
	$(BIN)/python -m benchmarks.side_by_side $(BENCH)

clean:
	rm -rf build dist .venv .hypothesis .mypy_cache .ruff_cache .pytest_cache
	find generator tests benchmarks -name __pycache__ -prune -exec rm -rf {} +

# --- Set-up. Each step leaves an empty file in .venv, so that it is done again only when it must be. ---------------

# An environment that another folder or an older Python made, or that is broken, is made anew.
ifneq ($(shell $(BIN)/python -c 'import sys; print(sys.version_info >= (3, 11))' 2>&1; cat .venv/folder 2>&1),True $(CURDIR))
.PHONY: .venv/folder
endif

.venv/folder:
	@for python in $(PYTHONS); do \
	    $$python -c 'import sys, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
	    echo "setting up .venv with $$($$python --version)"; \
	    rm -rf .venv 2>/dev/null || { echo '.venv cannot be replaced: it is not yours to remove' >&2; exit 1; }; \
	    $$python -m venv .venv && printf '%s\n' '$(CURDIR)' > $@; exit; \
	done; \
	echo 'Python 3.11 or newer with its venv module is needed (Debian: apt-get install python3-venv)' >&2; exit 1

.venv/project: .venv/folder pyproject.toml constraints.txt
	@$(PIP) --upgrade pip hatchling editables
	@$(PIP) --no-build-isolation --editable .
	@touch $@

.venv/test: .venv/project
	@$(PIP) --group test
	@touch $@

# The preview that is measured is started by what the tests start it with.
.venv/bench: .venv/test
	@$(PIP) --group bench || echo 'some of what is compared could not be installed: its rows will say so' >&2
	@touch $@

# WeasyPrint, which the tests hold the PDF against, draws with Pango. Where that is missing it is installed, if nobody
# has to be asked for a password.
MISSING := $(BIN)/python -c 'from generator.writers.pdf.weasy.libraries import missing_libraries as m; print(*m())'
APT     := sh -c 'export DEBIAN_FRONTEND=noninteractive; apt-get update -qq && apt-get install -qq -y --no-install-recommends $(LIBRARIES)'

.venv/libraries: .venv/project
	@if [ -n "$$($(MISSING))" ]; then \
	    echo 'installing Pango'; \
	    if [ "$$(id -u)" = 0 ]; then $(APT); \
	    elif sudo -n true; then sudo -n $(APT); \
	    else brew install --quiet pango; \
	    fi >/dev/null 2>&1; \
	fi; true
	@if [ -n "$$($(MISSING))" ]; then \
	    echo 'Pango is missing. Type: sudo apt-get install $(LIBRARIES)   (macOS: brew install pango)' >&2; exit 1; \
	fi
	@touch $@

# Some tests look at pages in a browser, or count instructions; where there is no tool for it they are skipped with the
# reason. The tools are installed where nobody has to be asked for a password.
TOOLS := sh -c 'export DEBIAN_FRONTEND=noninteractive; apt-get update -qq && apt-get install -qq -y --no-install-recommends "$$@"' --

.venv/tools: .venv/test
	@set --; \
	command -v chromium >/dev/null || command -v chromium-browser >/dev/null || set -- "$$@" chromium; \
	command -v valgrind >/dev/null || set -- "$$@" valgrind; \
	if [ $$# != 0 ]; then \
	    if [ "$$(id -u)" = 0 ]; then timeout 600 $(TOOLS) "$$@"; \
	    elif sudo -n true; then sudo -n timeout 600 $(TOOLS) "$$@"; \
	    fi; \
	fi >/dev/null 2>&1; true
	@touch $@
