"""What a supplement says: templates of light Markdown with slots, rendered forwards and read backwards."""
