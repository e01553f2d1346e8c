"""Training the learned reader: data, model, export. Not part of the installed package."""
