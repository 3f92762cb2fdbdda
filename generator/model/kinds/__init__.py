"""The typed kinds of content, a file each. A class that is here is a kind that authors can use.

Why the import: whichever kind is imported first, all of them are registered before it is used.
"""

import generator.model.content  # noqa: F401
