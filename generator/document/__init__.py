"""The document tree: what a supplement says, in no format, and the one normal form that all three formats share."""
