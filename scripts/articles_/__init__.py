"""The parts of scripts/articles, in the order in which it uses them: instruments, citations, page, findings."""
