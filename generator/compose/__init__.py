"""From the model to the document tree, through the wording templates."""
