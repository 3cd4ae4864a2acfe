# `make help` lists the targets: each is explained after its ##.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules

VENV := .venv
PYTHON_HERE := $(VENV)/bin/python
SIZES := 1280x800 800x480 800x1280
# make test ARGS="tests/ui -k home": only these, and then the coverage threshold is left aside.
ARGS :=
# make fuzz MINUTES=60: for so long, all four ways in together.
MINUTES := 10
# make run PYTHON=python3.12: make .venv with this one.
export PYTHON
# make run LIBRARIES=no: do not look for missing system libraries.
LIBRARIES := yes

# An environment whose Python has gone is made again.
ifneq ($(shell $(PYTHON_HERE) -c 'print(1)' 2>/dev/null),1)
$(shell rm -f $(VENV)/.installed*)
endif

.PHONY: run
run: libraries $(VENV)/.installed ## Open the app on a sample family (set up first, if need be)
	@.ci/start

.PHONY: test
test: libraries $(VENV)/.installed-test ## Run the tests: all, or ARGS="tests/ui -k home"
	$(PYTHON_HERE) -m pytest $(if $(ARGS),$(ARGS),--numprocesses=auto --dist=loadfile --cov --cov-report=term)

.PHONY: check
check: lint types layers test ## Everything a change must pass; what .ci/run runs

.PHONY: lint
lint: $(VENV)/.installed-check ## Look for mistakes and for uneven layout (ruff)
	$(PYTHON_HERE) -m ruff check
	$(PYTHON_HERE) -m ruff format --check

.PHONY: types
types: $(VENV)/.installed-check $(VENV)/.installed-test ## Check the types (mypy --strict)
	$(PYTHON_HERE) -m mypy

.PHONY: layers
layers: $(VENV)/.installed-check ## Check who imports whom (import-linter)
	$(VENV)/bin/lint-imports

.PHONY: format
format: $(VENV)/.installed-check ## Lay the code out evenly and mend what can be mended (ruff)
	$(PYTHON_HERE) -m ruff check --fix
	$(PYTHON_HERE) -m ruff format

.PHONY: tour
tour: libraries $(VENV)/.installed ## Draw every page at three sizes into build/tour
	@for size in $(SIZES); do \
	    $(PYTHON_HERE) -m thermometer tour build/tour/$$size --size $$size || exit; \
	    echo "build/tour/$$size"; \
	done

.PHONY: pictures
pictures: libraries $(VENV)/.installed ## Draw the contact sheets of all pictures into build/pictures
	@$(PYTHON_HERE) -m tests.pictures build/pictures

.PHONY: icon
icon: libraries $(VENV)/.installed ## Make the files of the app's icon from its drawing
	@$(PYTHON_HERE) -m tests.pictures.icon

.PHONY: bench
bench: libraries $(VENV)/.installed-test ## Measure how fast it is, as ratios to a floor
	$(PYTHON_HERE) -m tests.bench

.PHONY: soak
soak: libraries $(VENV)/.installed-test ## Live a kitchen year, in about an hour, and see what has grown
	$(PYTHON_HERE) -m tests.soak $(ARGS)

.PHONY: fuzz
fuzz: libraries $(VENV)/.installed-test ## Try files that nobody would write, for MINUTES=10
	-@$(PYTHON_HERE) -m pip install -qq --disable-pip-version-check --group fuzz
	$(PYTHON_HERE) -m tests.fuzz --minutes $(MINUTES)

.PHONY: bundle
bundle: libraries $(VENV)/.installed-bundle ## Build a program that needs no Python, in dist/thermometer, and try it
	@.ci/libraries bundle
	@.ci/bundle

.PHONY: setup
setup: libraries $(VENV)/.installed-test $(VENV)/.installed-check ## Set up .venv with all that the work needs, and stop

.PHONY: clean
clean: ## Remove everything that was made here, .venv too
	rm -rf $(VENV) build dist .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis \
	    .import_linter_cache

.PHONY: help
help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

.PHONY: libraries
libraries:
ifneq ($(LIBRARIES),no)
	@.ci/libraries
endif

$(VENV)/.installed: pyproject.toml .ci/setup | libraries
	@.ci/setup

$(VENV)/.installed-%: $(VENV)/.installed
	@$(PYTHON_HERE) -m pip install -qq --disable-pip-version-check --group $*
	@touch $@
