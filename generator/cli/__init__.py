"""The command `supplement`: thin skins over the library's calls."""
