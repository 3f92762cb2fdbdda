"""The typed kinds of content, a file each. A class that is here is a kind that authors can use."""
