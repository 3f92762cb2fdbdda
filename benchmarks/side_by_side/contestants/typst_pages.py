"""Typst from the Python package index: one compiler for the process, the words as data, PDF/UA-1 asked for."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import font_source_serif_pro
import typst
import yaml

from benchmarks.side_by_side.contestants import Maker

TEMPLATE = Path(__file__).parent / "page.typ"


def contestant(_name: str) -> Maker:
    """The maker of a tagged PDF."""
    compiler = typst.Compiler(
        input=str(TEMPLATE), font_paths=[str(font_source_serif_pro.font_directory)], ignore_system_fonts=True
    )
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    def make(project: Path, document: str, out: Path) -> None:
        data = yaml.load((project / "plain" / f"{document}.yaml").read_bytes(), Loader=loader)
        written: Any = compiler.compile(
            format="pdf",
            sys_inputs={"data": json.dumps(data)},
            pdf_standards=["ua-1"],
            timestamp=int(datetime.fromisoformat(data["dated"]).timestamp()),
        )
        out.mkdir(parents=True, exist_ok=True)
        (out / f"{document}.pdf").write_bytes(written)

    return make
