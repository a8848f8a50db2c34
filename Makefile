# The doors of this house. README, CI and people use the same ones; `make` alone lists them.

SHELL := /bin/bash

DATA ?= xubao-data
LISTEN ?= 127.0.0.1:8080

# One scratch directory per configuration, so that a test run never rebuilds the release and the other way round.
RELEASE := swift build -c release --static-swift-stdlib --product xubao
DEBUG := --scratch-path .build-debug
IMPORTS := --explicit-target-dependency-import-check error
SWIFT_TEXTS := Sources Tests Package.swift

.PHONY: help setup run test soak bench check format lint articles

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 16

setup: ## installs what the system lacks for all of the below
	scripts/setup test

run: ## builds the release and starts it with the sample world
	scripts/setup run
	$(RELEASE)
	exec .build/release/xubao serve --sandbox --data $(DATA) --listen $(LISTEN)

test: ## the whole suite: unit tests, then the real binary end to end
	scripts/setup test
	swift build --build-tests $(DEBUG) $(IMPORTS)
	swift test --skip-build --disable-xctest $(DEBUG)
	$(RELEASE)
	.build/venv/bin/python -m pytest Tests/EndToEnd -q

soak: export XUBAO_SOAK := 1
soak: test ## the same with the long versions (hours)

bench: ## measures the product beside its references in one run
	scripts/setup bench
	$(RELEASE)
	Benchmarks/run

check: lint test ## `make lint`, then everything `make test` does

lint: ## layout and style by swift-format, and whether docs/articles.md is true; nothing changed
	swift format lint --strict -r $(SWIFT_TEXTS)
	scripts/articles --check

format: ## lays the Swift files out
	swift format -i -r $(SWIFT_TEXTS)

articles: ## writes docs/articles.md: article → rule file → tests
	scripts/articles
