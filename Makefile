# The workbench. `make` alone lists what there is; CI calls `make check` and `make test` and nothing else.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV_VERSION := $(shell sed -n 's/^uv==\([^ ]*\).*/\1/p' requirements/dev.txt)
PACKAGE := kith
CODE := kith tests docs requirements $(wildcard bench)

export UV_PYTHON_DOWNLOADS := never
export UV_SYSTEM_CERTS := 1
export KITH_REFERENCE_DATA ?= $(abspath ../shared/data)

# What a command needs that is not itself about a deployment.
WORKSHOP := env -u KITH_DEFINITIONS KITH_DATA=$(CURDIR)/build/workshop DATABASE_URL=sqlite:///$(CURDIR)/build/workshop/kith.sqlite3
DEMO := KITH_DEMO=1 KITH_DATA=$(CURDIR)/demo-data DATABASE_URL=sqlite:///$(CURDIR)/demo-data/kith.sqlite3

.PHONY: help setup demo test test-sqlite test-postgres test-browser fix serve bench docs lock machine pictures kills
.PHONY: check check-code check-types check-imports check-templates check-locks check-migrations check-documents

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/\1\t\2/p' Makefile | expand -t 16

setup: $(VENV)/.installed $(VENV)/.assets ## make .venv/bin/kith, with everything it needs

demo: setup ## load the fictional demo service and serve http://localhost:8000
	@mkdir -p demo-data
	@$(DEMO) $(BIN)/kith demo

test: setup machine ## run the whole suite: SQLite, PostgreSQL, browser
	@$(MAKE) test-sqlite
	@$(MAKE) test-postgres
	@$(MAKE) test-browser

test-sqlite: # every test but the journeys, on SQLite
	@$(BIN)/pytest -n 2 -m "not browser"

test-postgres: # every test that touches a database, on a throw-away PostgreSQL
	@$(BIN)/python -m tests.postgres -- $(BIN)/pytest -n 2 -m "database and not browser"

kills: export KILLS := 50
kills: setup machine # kill import, report, refresh, backup and restore often; takes long, so not a part of `make test`
	@$(BIN)/pytest -n 2 -m kills
	@$(BIN)/python -m tests.postgres -- $(BIN)/pytest -n 2 -m kills

test-browser: # the journeys on SQLite, and the one marked `postgres` on PostgreSQL as well
	@$(BIN)/pytest -m browser
	@$(BIN)/python -m tests.postgres -- $(BIN)/pytest -m "browser and postgres"

check: setup check-code check-types check-imports check-templates check-locks check-migrations check-documents ## lint, format, types, floors, templates, locks, migrations, documents

check-code:
	@$(BIN)/ruff check $(CODE)
	@$(BIN)/ruff format --check $(CODE)

check-types: build/workshop
	@$(WORKSHOP) $(BIN)/mypy

check-imports:
	@$(BIN)/lint-imports --no-cache --no-logo

check-templates:
	@$(BIN)/djlint kith --lint --quiet --extension jinja --profile jinja --allow-empty-input
	@$(BIN)/djlint kith --lint --quiet --extension html --profile django --allow-empty-input

check-locks:
	@$(BIN)/python -m requirements.agree

check-migrations: build/workshop
	@$(WORKSHOP) $(BIN)/python -m django makemigrations --check --dry-run --settings=kith.config.settings

check-documents: build/workshop
	@$(WORKSHOP) $(BIN)/python -m docs._generate --check

fix: setup ## format the code and write the generated documents again
	@$(BIN)/ruff check --fix $(CODE)
	@$(BIN)/ruff format $(CODE)
	@$(MAKE) docs

serve: setup ## serve what DATABASE_URL and KITH_DATA name
	@$(BIN)/kith serve

bench: setup machine ## measure speed and size against the promised ratios
	@$(BIN)/python -m bench

docs: setup build/workshop ## write the generated documents
	@$(WORKSHOP) $(BIN)/python -m docs._generate

pictures: setup machine # take the guide's pictures anew
	@GUIDE_PICTURES=anew $(BIN)/pytest -n0 tests/browser/test_guide.py

lock: $(BIN)/uv ## resolve requirements/*.in into *.txt, with hashes
	@for each in base dev; do \
	  $(BIN)/uv pip compile --quiet --generate-hashes --no-header --no-emit-index-url --no-emit-find-links \
	    --python-version 3.11 --output-file requirements/$$each.txt requirements/$$each.in; \
	done

build/workshop:
	@mkdir -p $@

machine: # what the tests need from the machine
	@./tests/machine.sh

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Kith needs Python 3.11 or later, and $(PYTHON) is older. Name another one: make setup PYTHON=python3.11" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { echo "Python's venv is missing. Install it: apt-get install python3-venv" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(BIN)/uv: | $(BIN)/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check "uv==$(UV_VERSION)"

$(VENV)/.installed: requirements/dev.txt requirements/base.in pyproject.toml | $(BIN)/uv
	@$(BIN)/uv pip sync --quiet --require-hashes --python $(BIN)/python requirements/dev.txt
	@$(BIN)/uv pip install --quiet --no-deps --no-build-isolation --python $(BIN)/python --editable .
	@touch $@

$(VENV)/.assets: $(VENV)/.installed kith/ui/build.py package-lock.json $(shell find kith/ui/assets -type f)
	@$(BIN)/python -m kith.ui.build
	@touch $@
