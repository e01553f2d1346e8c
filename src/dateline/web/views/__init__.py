"""What the pages show of an event, a report, a decision: values ready to print, with no markup in them."""
