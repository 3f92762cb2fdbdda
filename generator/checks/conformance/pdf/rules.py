"""The rules on PDF: what EDGAR restricts (5.2.3.2), and what makes a PDF accessible (ISO 14289-1).

Accessibility is no condition of EDGAR's, and neither are forms, attachments and text in an unofficial copy as
far as the manual says: breaches are warnings on somebody else's file and errors on one of ours.
"""

from __future__ import annotations

from generator.checks.conformance.rules import MANUAL, Rule, table

_UA = "ISO 14289-1 (PDF/UA-1)"

PDF_RULES = table(
    Rule(
        "pdf.opens", "pdf", "5.2.3.2", None, "error",
        "The file is a PDF with at least one page.",
        "Build the file again; EDGAR rejects a PDF that does not open.",
    ),
    Rule(
        "pdf.security", "pdf", "5.2.3.2", None, "error",
        "The file has no password and no security controls.",
        "Save the file without encryption.",
    ),
    Rule(
        "pdf.active", "pdf", "5.2.3.2", None, "error",
        "The file has no actions and no script.",
        "Remove the action; EDGAR discards the copy with a warning.",
    ),
    Rule(
        "pdf.links", "pdf", "5.2.3.2", None, "error",
        "The file has no links and refers to nothing outside itself.",
        "Write addresses as plain text, and switch link annotations off in the program that makes the PDF.",
    ),
    Rule(
        "pdf.destinations", "pdf", "5.2.3.2", None, "error",
        "The file has no outline and no destinations.",
        "Switch bookmarks, outlines and named destinations off in the program that makes the PDF.",
    ),
    Rule(
        "pdf.forms", "pdf", f"house rule, the safe reading of {MANUAL} 5.2.3.2", None, "warning",
        "The file has no form fields.",
        "Flatten or remove the form.", house="error",
    ),
    Rule(
        "pdf.attachments", "pdf", f"house rule, the safe reading of {MANUAL} 5.2.3.2", None, "warning",
        "No file is embedded in the PDF.",
        "Remove the embedded file; attach it to the submission instead.", house="error",
    ),
    Rule(
        "pdf.text", "pdf", "5.2.3.6", None, "warning",
        "The pages hold text, not only images.",
        "Make the PDF from the document, not from a scan of it.", house="error",
    ),
    Rule(
        "pdf.sgml", "pdf", "5.2.3.4", None, "warning",
        "The text holds no ASCII tags.",
        "Write the words without angle brackets; EDGAR may remove what looks like a tag.",
    ),
    Rule(
        "pdf.readable", "pdf", f"{_UA} 7.1", None, "warning",
        "Every page's content can be decoded.",
        "Save the file with Flate compression.", house="error",
    ),
    Rule(
        "pdf.title", "pdf", f"{_UA} 7.1", None, "warning",
        "The file states its title.",
        "Set the title in the document's properties.", house="error",
    ),
    Rule(
        "pdf.title_shown", "pdf", f"{_UA} 7.1", None, "warning",
        "A viewer's window shows the title, not the file's name.",
        "Set DisplayDocTitle in the viewer preferences.", house="error",
    ),
    Rule(
        "pdf.language", "pdf", f"{_UA} 7.2", None, "warning",
        "The file states its language.",
        "Set the document's language, such as `en-US`.", house="error",
    ),
    Rule(
        "pdf.tagged", "pdf", f"{_UA} 7.1", None, "warning",
        "The file is tagged and has a structure tree.",
        "Switch tagging on in the program that makes the PDF.", house="error",
    ),
    Rule(
        "pdf.untagged_content", "pdf", f"{_UA} 7.1", None, "warning",
        "All text on a page belongs to the structure tree or is marked as an artifact.",
        "Tag the text, or mark it as page furniture.", house="error",
    ),
    Rule(
        "pdf.heading_order", "pdf", f"{_UA} 7.4.2", None, "warning",
        "The first heading is of level 1, and no heading skips a level on the way down.",
        "Give the heading the level that follows the one before.", house="error",
    ),
    Rule(
        "pdf.table_rows", "pdf", f"{_UA} 7.2, 7.5", None, "warning",
        "A table consists of rows, a row of TH and TD cells, and all rows of a table are equally wide.",
        "Repair the tags of the table.", house="error",
    ),
    Rule(
        "pdf.table_headers", "pdf", f"{_UA} 7.5", None, "warning",
        "A table has header cells.",
        "Tag the column headings and row labels as TH.", house="error",
    ),
    Rule(
        "pdf.header_association", "pdf", f"{_UA} 7.5", None, "warning",
        "A data cell with a TH in its row or column is tied to one, by its Headers or by the Scope of the TH.",
        "Give the header cells a scope, or name them in the data cell.", house="error",
    ),
    Rule(
        "pdf.lists", "pdf", f"{_UA} 7.2, 7.6", None, "warning",
        "A list consists of items, and each item of a body, with its label before it if it has one.",
        "Repair the tags of the list.", house="error",
    ),
    Rule(
        "pdf.figures", "pdf", f"{_UA} 7.3", None, "warning",
        "A figure has alternate text.",
        "Describe the figure, or mark it as an artifact.", house="error",
    ),
    Rule(
        "pdf.fonts", "pdf", f"{_UA} 7.21.4.1", None, "warning",
        "Every font is embedded.",
        "Embed the font.", house="error",
    ),
    Rule(
        "pdf.unicode", "pdf", f"{_UA} 7.21.7", None, "warning",
        "Every font says which character each glyph stands for.",
        "Give the font a ToUnicode map.", house="error",
    ),
    Rule(
        "pdf.ua_identifier", "pdf", f"{_UA} 5", None, "warning",
        "The metadata say that the file is PDF/UA.",
        "Write the pdfuaid:part property into the XMP metadata.", house="error",
    ),
)  # fmt: skip
