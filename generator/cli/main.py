"""The command `supplement`: thin skins over the library's calls.

Standard output is data, standard error is talk. Exit 0 done, 1 findings or differences, 2 wrong use, or output that
cannot be written; `start` says how a process ends that is stopped.
"""

from __future__ import annotations

import click

from generator.cli import build, check, diff, doctor, explain, new, override, preview, read, rules, schema, verify


class _Commands(click.Group):
    """A group that lists its commands with all that their first sentence says, where click cuts it at the margin."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the list."""
        firsts = ((name, (self.commands[name].help or "").partition("\n\n")[0]) for name in self.list_commands(ctx))
        with formatter.section("Commands"):
            formatter.write_dl([(name, " ".join(first.split())) for name, first in firsts])


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="supplement", prog_name="supplement")
def main() -> None:
    """Prospectus supplements from YAML: EDGAR text, EDGAR HTML and PDF, each read back and proved.

    \b
    Examples:
      supplement new fee-waiver             write a supplement to begin with
      supplement build                      build everything in content/
      supplement check content/fund.yaml    say what is wrong with one supplement
      supplement explain NUM-01             say what a finding means
      supplement read filing.htm            turn a filing into YAML
    """


main.add_command(new.command)
main.add_command(build.command)
main.add_command(check.command)
main.add_command(explain.command)
main.add_command(rules.command)
main.add_command(preview.command)
main.add_command(verify.command)
main.add_command(read.command)
main.add_command(diff.command)
main.add_command(schema.command)
main.add_command(override.command)
main.add_command(doctor.command)
