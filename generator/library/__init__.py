"""Files of content: finding them, loading them with what they refer to, and all that is wrong with them."""
