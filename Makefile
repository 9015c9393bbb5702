# The commands of the project; `make help` lists them, docs/running.md says what each installs.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/sh
export PYTHONPATH := $(CURDIR)

BIN := .venv/bin
VENDOR := static/vendor
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard locales/*/LC_MESSAGES/*.po))
PAGES := $(shell find templates static/script static/style -type f -name '*.html' -o -name '*.js' \
	-o -name '*.css' 2>/dev/null)
TEMPLATE := build/messages.pot

# Each of these files says by its age when a step was last done, so that nothing is done twice.
PYTHON_READY := .venv/ready
NODE_READY := node_modules/.package-lock.json

.PHONY: help
help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: setup
setup: $(PYTHON_READY) static $(CATALOGUES) ## install and build everything, start nothing

.PHONY: run
run: setup ## serve on HOST:PORT (127.0.0.1:8000); an empty database is filled with a demo
	@setup/serve.sh

.PHONY: test
test: setup .venv/ready-for-test ## run every test, also those in a browser
	$(BIN)/pytest -n 2 --dist loadfile $(ARGS)

.PHONY: check
check: shape lint types directions catalogues ## format, lint, types, imports, message catalogues

.PHONY: shape lint types directions catalogues
shape lint types directions catalogues: setup .venv/ready-for-check

shape:
	$(BIN)/ruff format --check

lint:
	$(BIN)/ruff check

types:
	PATH="$(CURDIR)/$(BIN):$$PATH" node_modules/.bin/pyright

directions:
	$(BIN)/lint-imports

catalogues: $(TEMPLATE)
	@$(BIN)/pybabel -q update -i $< -d locales --no-fuzzy-matching --ignore-pot-creation-date \
		--check || { echo "Bring the catalogues up to date with: make messages"; exit 1; }
	@for catalogue in $(CATALOGUES:.mo=.po); do \
		msgfmt --check --output-file=/dev/null $$catalogue || exit 1; done

.PHONY: format
format: $(PYTHON_READY) ## put the code into shape
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

.PHONY: messages
messages: $(TEMPLATE) ## bring the message catalogues up to date with code and templates
	$(BIN)/pybabel -q update -i $< -d locales --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date

.PHONY: shots
shots: setup .venv/ready-for-test ## a picture of every page in both languages: build/shots/
	$(BIN)/python -m tests.browser.shots

.PHONY: bench
bench: setup ## how quick it is, beside its limits: build/bench.json
	$(BIN)/python -m bench

.PHONY: drill
drill: setup ## kill the server with -9 under load, guess at PINs: build/drill.json
	$(BIN)/python -m bench.drill

.PHONY: static
static: $(VENDOR)/ready $(VENDOR)/naskh.woff2

.PHONY: $(TEMPLATE)
$(TEMPLATE): $(PYTHON_READY)
	@mkdir -p $(@D)
	@$(BIN)/pybabel -q extract -F babel.cfg -o $@ --add-location=file --project=Liannong \
		--keywords='_l lazy_gettext lazy_ngettext:1,2 lazy_pgettext:1c,2' .

%.mo: %.po $(PYTHON_READY)
	@$(BIN)/pybabel -q compile -i $< -o $@ -l $(notdir $(patsubst %/LC_MESSAGES/,%,$(dir $<)))

$(PYTHON_READY): requirements.txt requirements-dev.txt setup/python.sh
	setup/python.sh
	@touch $@

$(NODE_READY): package.json package-lock.json setup/node.sh $(PYTHON_READY)
	setup/node.sh
	@touch $@

.venv/ready-for-%: setup/system.sh $(PYTHON_READY)
	setup/system.sh $*
	@touch $@

$(VENDOR)/ready: setup/front_end.mjs $(NODE_READY) $(PAGES)
	PATH="$(CURDIR)/$(BIN):$$PATH" node setup/front_end.mjs
	@touch $@

$(VENDOR)/naskh.woff2: setup/font.py $(NODE_READY)
	$(BIN)/python setup/font.py
