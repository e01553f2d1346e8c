"""Events: frames gathered into drafts, settled, related and written down as claims and accounts."""
