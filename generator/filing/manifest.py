"""What a build wrote into a folder: which files, of which content, with which digests, and what was found."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Any

from generator.diagnostics import Diagnostic, Edit, Label, Span
from generator.filing.aside import keep_names, write_aside
from generator.filing.inputs import file_digest
from generator.library.find import output_name

MANIFEST = ".supplement.json"
VERSION = 1


class Unusable(ValueError):
    """The file is no manifest of this version."""


@dataclass(frozen=True, slots=True)
class Made:
    """A built file: the digest of its bytes, and that of all that made it; empty where it must be made anew."""

    sha256: str
    inputs: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What one file of content gave. `source` is its path from the output folder; `findings` name no other files."""

    source: str
    registrant: str = ""
    names: tuple[str, ...] = ()
    files: dict[str, Made] = field(default_factory=dict)
    findings: tuple[Diagnostic, ...] = ()


@dataclass
class Manifest:
    """The entries of an output folder by the name of their content, and the files that no content claims any more."""

    entries: dict[str, Entry] = field(default_factory=dict)
    unclaimed: dict[str, str] = field(default_factory=dict)

    def record(self, name: str, entry: Entry) -> None:
        """The entry is that of the content of this name; what it had before and has no more is unclaimed.

        A format that was not built this time stays claimed.
        """
        before = self.entries.get(name)
        files = dict(entry.files)
        for file, made in before.files.items() if before else ():
            if file not in files and PurePosixPath(file).with_suffix("").as_posix() in entry.names:
                files[file] = made
            elif file not in files:
                self.unclaimed[file] = made.sha256
        for file in files:
            self.unclaimed.pop(file, None)
        self.entries[name] = replace(entry, files=files)

    def forget_gone(self, out: Path, present: Collection[str] = ()) -> None:
        """The files of content that is not there any more are unclaimed; that of the names in `present` is."""
        for name, entry in list(self.entries.items()):
            path = out / entry.source
            if name in present or (path.is_file() and output_name(path) == name):
                continue
            del self.entries[name]
            claimed = {file for other in self.entries.values() for file in other.files}
            self.unclaimed |= {file: made.sha256 for file, made in entry.files.items() if file not in claimed}

    def clean(self, out: Path) -> tuple[list[Path], list[Path]]:
        """The unclaimed files are removed, and folders that this leaves empty; gives those, and those kept.

        Kept is what was altered since it was built: it is somebody's work.
        """
        removed, kept = [], []
        for file, sha256 in sorted(self.unclaimed.items()):
            path = out / file
            if (found := file_digest(path)) == sha256:
                path.unlink()
                removed.append(path)
                for folder in path.relative_to(out).parents[:-1]:
                    with suppress(OSError):
                        (out / folder).rmdir()
            elif found is not None:
                kept.append(path)
            del self.unclaimed[file]
        return removed, kept


def read_manifest(out: Path) -> Manifest:
    """The manifest of a folder; empty where it has none. Raises Unusable where it cannot be understood."""
    try:
        data = json.loads((out / MANIFEST).read_bytes().decode("utf-8", "surrogatepass"))
    except FileNotFoundError:
        return Manifest()
    except (OSError, ValueError, RecursionError) as error:
        raise Unusable(str(error)) from None
    try:
        if data["version"] != VERSION:
            raise Unusable(f"it is of version {data['version']}")
        entries = {str(name): _entry(value) for name, value in data["supplements"].items()}
        unclaimed = {_inside(file): str(value) for file, value in data["unclaimed"].items()}
    except (KeyError, TypeError, AttributeError) as error:
        raise Unusable(f"it is not as the tool writes it: {error!r}") from None
    return Manifest(entries, unclaimed)


def _json(value: Any) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False)


def write_manifest(out: Path, manifest: Manifest) -> None:
    """The folder's manifest says this, or what it said before: never half of it. OSError where it cannot be written.

    A manifest of nothing is not written.
    """
    path = out / MANIFEST
    if not (manifest.entries or manifest.unclaimed):
        path.unlink(missing_ok=True)
        return
    entries = (f"{_json(name)}: {_json(_entry_data(entry))}" for name, entry in sorted(manifest.entries.items()))
    supplements = "{\n" + ",\n".join(entries) + "\n}"  # a line each: quick to write, and to compare
    text = f'{{"version": {VERSION},\n"supplements": {supplements},\n"unclaimed": {_json(manifest.unclaimed)}}}\n'
    encoded = text.encode("utf-8", "surrogatepass")
    if path.is_file() and path.read_bytes() == encoded:
        return
    aside = write_aside(path, encoded)
    try:
        aside.replace(path)
        keep_names(out)
    finally:
        aside.unlink(missing_ok=True)


def source_path(out: Path, path: Path) -> str:
    """A content's path from the output folder."""
    return Path(os.path.relpath(os.path.realpath(path), os.path.realpath(out))).as_posix()


def _inside(file: Any) -> str:
    """A path below the folder. Raises Unusable for any other: nothing outside of it is ever touched."""
    path = PurePosixPath(file)
    if path.is_absolute() or ".." in path.parts or not path.parts:
        raise Unusable(f"it names a file outside of its folder: {file}")
    return str(file)


def _entry_data(entry: Entry) -> dict[str, Any]:
    return {
        "source": entry.source,
        "registrant": entry.registrant,
        "names": list(entry.names),
        "files": {file: {"sha256": made.sha256, "inputs": made.inputs} for file, made in entry.files.items()},
        "findings": [_finding_data(one) for one in entry.findings],
    }


def _entry(data: dict[str, Any]) -> Entry:
    files = {_inside(file): Made(str(one["sha256"]), str(one["inputs"])) for file, one in data["files"].items()}
    findings = tuple(_finding(one) for one in data["findings"])
    names = tuple(_inside(name) for name in data["names"])
    return Entry(str(data["source"]), str(data["registrant"]), names, files, findings)


def _finding_data(one: Diagnostic) -> dict[str, Any]:
    """A finding as data; what is empty is left out."""
    data: dict[str, Any] = {"code": one.code, "message": one.message, "file": one.file, "span": _numbers(one.span)}
    data |= {"help": one.help, "severity": one.severity, "path": one.path, "source": one.source}
    data["labels"] = [[_numbers(label.span), label.text] for label in one.labels]
    data["edit"] = [_numbers(one.edit.span), one.edit.text] if one.edit else None
    return {key: value for key, value in data.items() if value}


def _finding(data: dict[str, Any]) -> Diagnostic:
    """A finding of its data: the other way round."""
    texts = {key: data.get(key, "") for key in ("help", "path", "source")}
    labels = tuple(Label(Span(*span), text) for span, text in data.get("labels", ()))
    edit = Edit(Span(*data["edit"][0]), data["edit"][1]) if "edit" in data else None
    return Diagnostic(
        data["code"], data["message"], data.get("file", ""), Span(*data["span"]), severity=data["severity"],
        labels=labels, edit=edit, **texts,
    )  # fmt: skip


def _numbers(span: Span) -> list[int]:
    return [span.line, span.column, span.end_line, span.end_column]


def stored(findings: tuple[Diagnostic, ...], source: Path, registrant: str) -> tuple[Diagnostic, ...]:
    """Findings with roles for the names of files: how a path is written depends on where the command runs."""
    roles = {str(source): "supplement", registrant: "registrant"}
    return tuple(replace(one, file=roles.get(one.file, one.file)) for one in findings)


def told(findings: tuple[Diagnostic, ...], source: Path, registrant: str) -> Iterator[Diagnostic]:
    """The findings again, with the names that the files have for whoever asks now."""
    files = {"supplement": str(source), "registrant": registrant}
    for one in findings:
        yield replace(one, file=files.get(one.file, one.file))
