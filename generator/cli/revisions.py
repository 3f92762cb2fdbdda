"""Files as a revision of a git repository has them: `REV:PATH`, PATH from the current folder or from the root."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import click

from generator.library.find import REGISTRANTS, is_yaml
from generator.library.repository import run_git


@dataclass(frozen=True, slots=True)
class AtRevision:
    """A file of a repository: the revision as it was asked for, and the path from the repository's root."""

    revision: str
    path: str

    def read(self) -> bytes:
        """The file's bytes."""
        return _git("cat-file", "blob", f"{self.revision}:{self.path}")

    def write_below(self, folder: Path) -> Path:
        """The file below a folder, under its path; with YAML the registrants that it can refer to, as they were."""
        target = _write(folder, self.path, self.read())
        if is_yaml(target):
            for path in self._registrants():
                _write(folder, path, AtRevision(self.revision, path).read())
        return target

    def _registrants(self) -> list[str]:
        """The registrants' files in the file's folder and in those above."""
        listed = _git("ls-tree", "-r", "-z", "--name-only", "--full-tree", self.revision).decode("utf-8", "replace")
        above = {str(folder) for folder in PurePosixPath(self.path).parents}
        paths = (PurePosixPath(name) for name in listed.split("\0") if name)
        return [
            str(path)
            for path in paths
            if is_yaml(path) and path.parent.name == REGISTRANTS and str(path.parent.parent) in above
        ]


def at_revision(spec: str) -> AtRevision:
    """The file that `REV:PATH` means; wrong use where there is no such revision, or no such file in it."""
    revision, _, path = spec.partition(":")
    try:
        prefix = _git("rev-parse", "--show-prefix").decode().strip()
    except click.ClickException:
        raise click.BadParameter(f"{spec}: there is no such file, and this is no git repository") from None
    try:
        commit = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").decode()
    except click.ClickException:
        raise click.BadParameter(f"{spec}: there is no such file, and no revision {revision!r}") from None
    commit = commit.strip().splitlines()[-1]
    for candidate in dict.fromkeys((posixpath.normpath(prefix + path), posixpath.normpath(path))):
        if _is_file(commit, candidate):
            return AtRevision(commit, candidate)
    raise click.BadParameter(f"{spec}: revision {revision!r} has no file {path!r}")


def _is_file(commit: str, path: str) -> bool:
    try:
        return _git("cat-file", "-t", f"{commit}:{path}").strip() == b"blob"
    except click.ClickException:
        return False


def _write(folder: Path, path: str, data: bytes) -> Path:
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    return target


def _git(*words: str) -> bytes:
    done = run_git(Path(), *words)
    if done is None:
        raise click.ClickException("git is not installed or does not answer, and REV:PATH needs it")
    if done.returncode:
        raise click.ClickException(done.stderr.decode("utf-8", "replace").strip())
    return done.stdout
