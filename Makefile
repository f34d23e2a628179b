# make run · make test · make check · make look · make bench (see README.md)

PORT ?= 8501
HOST ?= $(if $(SHARE),0.0.0.0,127.0.0.1)
BIN  := .venv/bin
CODE := app.py pages wijzer tests .ci

.PHONY: run test check look bench format ready ready-test quick clean
.NOTPARALLEL:

run: ready ## Start the app; PORT=8600 another port, SHARE=1 for a meeting, EMPTY=1 without examples
	@$(BIN)/python -m wijzer build --if-needed
	@echo "Wijzer in de Wijk: http://$(if $(SHARE),127.0.0.1,$(HOST)):$(PORT)  (stoppen: Ctrl+C)"
	@export WIJZER_SHARE=$(SHARE) WIJZER_EMPTY=$(EMPTY); exec $(BIN)/python -m streamlit run app.py --server.port $(PORT) --server.address $(HOST)

test: ready-test ## Everything: format, lint, types, imports, all tests, browser included
	@.ci/tests.sh

check: ready-test quick ## The quick part: no browser
	$(BIN)/python -m pytest --ignore tests/browser

look: ready-test ## Screenshots in look/, with errors listed; ONLY=profiel takes a part, GUIDE=1 those of the guide
	@$(BIN)/python -m wijzer build --if-needed
	STREAMLIT_LOGGER_LEVEL=error $(BIN)/python -m tests.look $(if $(ONLY),--only $(ONLY)) $(if $(GUIDE),--guide)

bench: ready-test ## Measure answer times, bytes and memory; QUICK=1 for a short run
	@$(BIN)/python -m wijzer build --if-needed
	STREAMLIT_LOGGER_LEVEL=error $(BIN)/python -m tests.bench $(if $(QUICK),--quick)

format: ready-test ## Put the code in shape
	$(BIN)/ruff format $(CODE)
	$(BIN)/ruff check --fix $(CODE)

clean: ## Throw away what was made: not the environment, and never the register
	rm -rf var/current var/figures-* look .pytest_cache .mypy_cache .ruff_cache .hypothesis

ready:
	@.ci/setup.sh run

ready-test:
	@.ci/setup.sh test

quick:
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
