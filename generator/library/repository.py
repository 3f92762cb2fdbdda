"""What a git repository knows of a file, asked so that nothing which the repository configures is run."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

#: How long git may take, in seconds.
LONGEST = 10


def run_git(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes] | None:
    """What git answers in a folder; None where there is no git, or it takes too long.

    Why the settings: a repository can name programs of its own for many of git's steps.
    """
    settings = ("core.fsmonitor=false", "core.hooksPath=/dev/null", "log.showSignature=false", "core.quotePath=false")
    options = [word for one in settings for word in ("-c", one)]
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_PAGER": "cat"}
    try:
        return subprocess.run(
            ["git", "--no-pager", *options, *words],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=LONGEST,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
