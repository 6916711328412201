# Each target makes the virtual environment when there is none. PYTHON chooses the interpreter for it.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
# one thread a process: the machines that grade run several processes side by side
export OMP_NUM_THREADS ?= 1
# a container may ask for no bytecode; here hundreds of processes would compile the same modules
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help demo test test-ci test-all audit test-device lint build docs bench clean

help: ## show the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST)

$(READY): pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[dev]"
	touch $@

demo: $(READY) ## grade a small class with nbgrader, and show the table
	$(BIN)/autograder demo

# three workers on two cores, because many tests wait for limits of time; in the order of tests/conftest.py, which
# begins with what takes longest; a test has ten minutes, and a fixture that grades a class as long as it takes. (Not in
# pyproject.toml: who only tries a lesson's checks with pytest lacks pytest-timeout.)
PYTEST := $(BIN)/python -m pytest -q -n 3 --dist loadscope --no-loadscope-reorder --timeout 600 -o timeout_func_only=true

test: $(READY) ## run the kit's own tests, but for those of the next two
	$(PYTEST) -m "not ci and not long"

test-ci: $(READY) ## run those that go a user's whole way, as continuous integration does after `make test`
	$(PYTEST) -m "ci and not long"

test-all: $(READY) ## run all of them, also those that look closer at the same
	$(PYTEST) -m ""

audit: $(READY) ## put the checks on trial, then try every right version under many salts
	$(BIN)/autograder audit
	$(BIN)/python benchmarks/salts.py --salts 50

test-device: $(READY) ## try everything on this machine's GPU, where there is one (under 4 minutes)
	$(BIN)/python benchmarks/devices.py

lint: $(READY) ## check style, types, and that everything derived is up to date
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/autograder build --check

build: $(READY) ## make source/, release/ and exercises/ from solutions/
	$(BIN)/autograder build

docs: $(READY) ## make the pages of docs/ in site/; what they draw is kept, and takes minutes the first time only
	$(BIN)/python -m sphinx --fail-on-warning --keep-going -d docs/.made/tree docs site

bench: $(READY) ## measure what grading a class costs, how long an answer takes, and the fairness of the XOR exercise
	$(BIN)/python benchmarks/grading.py
	$(BIN)/python benchmarks/scale.py 10 100 1000 --jobs 1 2 4
	$(BIN)/python benchmarks/diagnosis_cost.py activations
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python benchmarks/xor_fairness.py

clean: ## remove the virtual environment and caches
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis site docs/.made
