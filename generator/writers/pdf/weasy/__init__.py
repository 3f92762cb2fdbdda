"""Pages that `typeset` does not set, by WeasyPrint: all of CSS, at ten times the time, where Pango is installed."""
