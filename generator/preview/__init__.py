"""A local page that shows supplements while they are typed: their drafts, and what is wrong with them."""
