"""Triggers, weapons and targets, and the frames that each sentence builds of them."""
