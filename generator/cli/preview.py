"""`supplement preview`."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.parts import DEFAULT_CONTENT, say


@click.command("preview")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(exists=True, path_type=Path))
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to serve at.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="The port; any free one if left out.")
@click.option("--open/--no-open", "open_page", default=True, help="Open the page in a browser.")
@click.option("--poll", is_flag=True, help="Look at the files again and again: for network drives.")
def command(paths: tuple[Path, ...], host: str, port: int, open_page: bool, poll: bool) -> None:
    """Show supplements in a browser while they are typed.

    PATH is a supplement or a folder of them; content/ if left out. The page refreshes when a file is saved: content,
    a registrant, a template, the settings. Nothing is written, and nobody but this machine is answered. Ctrl-C ends it.
    """
    from generator.preview.security import is_loopback
    from generator.preview.serve import PortInUse, serve

    if not paths and not DEFAULT_CONTENT.is_dir():
        raise click.UsageError("there is no folder content/ here: name a file or a folder")
    if not is_loopback(host):
        say(f"warning: whoever can reach {host} and knows the address can read these drafts")
    try:
        serve(paths or (DEFAULT_CONTENT,), host, port, poll=poll, open_page=open_page, say=_tell)
    except PortInUse as error:
        raise click.UsageError(str(error)) from error
    say("preview ended")


def _tell(address: str) -> None:
    click.echo(address)
    say("Ctrl-C ends the preview.")
