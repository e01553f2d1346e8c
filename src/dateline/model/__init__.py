"""The nouns: what a report, a passage, a claim, an account, an event are. Values only, no steps."""
