"""A client of the YAML language server, as small as the tests need: it talks LSP over standard input and output."""

from __future__ import annotations

import json
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, Queue
from typing import Any

#: What an editor would have set: everything on, and no list of schemas fetched from elsewhere.
SETTINGS = {
    "yaml": {
        "validate": True,
        "hover": True,
        "completion": True,
        "schemaStore": {"enable": False},
        "kubernetesCRDStore": {"enable": False},
    }
}
#: How long the server may think, in seconds, before it is given up.
PATIENCE = 60


@dataclass
class LanguageServer:
    """A running server; what it says of itself is sorted into answers and diagnostics."""

    process: subprocess.Popen[bytes]
    answers: dict[int, Queue[Any]] = field(default_factory=dict)
    diagnostics: Queue[Any] = field(default_factory=Queue)
    sent: int = 0
    opened: int = 0

    def ask(self, method: str, **parameters: Any) -> Any:
        """The server's answer to a request."""
        self.sent += 1
        number, answer = self.sent, Queue[Any]()
        self.answers[number] = answer
        self._send({"id": number, "method": method, "params": parameters})
        return _wait(answer, method)

    def tell(self, method: str, **parameters: Any) -> None:
        """Sends a notification, which has no answer."""
        self._send({"method": method, "params": parameters})

    def findings(self, file: Path, text: str) -> list[dict[str, Any]]:
        """What the server underlines in a file with this text."""
        uri = self.open(file, text)
        while True:
            found = _wait(self.diagnostics, "diagnostics")
            if found["uri"] == uri:
                return list(found["diagnostics"])

    def completions(self, file: Path, text: str) -> dict[str, dict[str, Any]]:
        """What the server offers where the text has a `‸`, by label."""
        answer = self.ask("textDocument/completion", **self._at_mark(file, text))
        return {item["label"]: item for item in answer["items"]}

    def hover(self, file: Path, text: str) -> str:
        """What the server says of the word where the text has a `‸`."""
        answer = self.ask("textDocument/hover", **self._at_mark(file, text))
        return str(answer["contents"]["value"]) if answer else ""

    def open(self, file: Path, text: str) -> str:
        """Shows the server a file with this text, under a name that it has not seen yet."""
        self.opened += 1
        uri = file.with_stem(f"{file.stem}-{self.opened}").as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", textDocument=document)
        return uri

    def _at_mark(self, file: Path, text: str) -> dict[str, Any]:
        before, _, after = text.partition("‸")
        uri = self.open(file, before + after)
        line = before.count("\n")
        place = {"line": line, "character": len(before.rpartition("\n")[2])}
        return {"textDocument": {"uri": uri}, "position": place}

    def listen(self) -> None:
        """Takes what the server says until it ends."""
        for message in _messages(self.process):
            if "method" in message and "id" in message:
                self._send({"id": message["id"], "result": _result(message)})
            elif message.get("method") == "textDocument/publishDiagnostics":
                self.diagnostics.put(message["params"])
            elif "id" in message and message["id"] in self.answers:
                self.answers.pop(message["id"]).put(message.get("result"))

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0"} | message).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()


@contextmanager
def language_server(program: Path, folder: Path) -> Iterator[LanguageServer]:
    """A server that was told of a folder, and that has ended afterwards."""
    command = ["node", str(program), "--stdio"]
    with subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        server = LanguageServer(process)
        listener = threading.Thread(target=server.listen, daemon=True)
        listener.start()
        hover = {"contentFormat": ["markdown"]}
        capabilities = {"workspace": {"configuration": True}, "textDocument": {"hover": hover}}
        folders = [{"uri": folder.as_uri(), "name": folder.name}]
        server.ask(
            "initialize", processId=None, rootUri=folder.as_uri(), workspaceFolders=folders, capabilities=capabilities
        )
        server.tell("initialized")
        server.tell("workspace/didChangeConfiguration", settings=SETTINGS)
        try:
            yield server
        finally:
            process.terminate()
            listener.join()


def _result(request: dict[str, Any]) -> Any:
    """What an editor answers to what the server asks it: its settings, and else nothing."""
    if request["method"] != "workspace/configuration":
        return None
    return [SETTINGS.get(item.get("section", ""), {}) for item in request["params"]["items"]]


def _messages(process: subprocess.Popen[bytes]) -> Iterator[dict[str, Any]]:
    assert process.stdout
    while header := process.stdout.readline():
        length = int(header.split(b":")[1])
        while process.stdout.readline().strip():
            pass
        yield json.loads(process.stdout.read(length))


def _wait(queue: Queue[Any], what: str) -> Any:
    try:
        return queue.get(timeout=PATIENCE)
    except Empty:
        raise AssertionError(f"the language server did not answer: {what}") from None
