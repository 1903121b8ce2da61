"""Thematic analysis of case reviews: from passages to themes, agreement, prevalence, messages and a digest.

Data flow one way: `reading` makes a `Document` of a file; `project` keeps everything in one file; `coding` says what
the passages are about; `agreement`, `prevalence` and `messages` count what was coded; `digest` draws on documents
alone; `refi` exchanges it all with other tools.
"""
