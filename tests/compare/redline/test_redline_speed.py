"""Comparing many paragraphs finds each beside its own; how long it takes is printed, not judged."""

from __future__ import annotations

import time
from random import Random

from generator.compare.redline.redline import compare_documents
from generator.document.nodes import Document, Paragraph, Text


def test_five_hundred_paragraphs_against_five_hundred() -> None:
    random = Random(1)
    letters = "abcdefghijklmnop"
    rare = ["".join(random.choices(letters, k=random.randint(2, 9))) for _ in range(3000)]
    common = ["the", "of", "and", "to", "a", "in", "Fund", "shares"]
    old = [[random.choice(common if random.random() < 0.4 else rare) for _ in range(80)] for _ in range(500)]
    new = [[random.choice(rare) if random.random() < 0.05 else word for word in words] for words in old]
    documents = [Document(tuple(Paragraph((Text(" ".join(words)),)) for words in side)) for side in (old, new)]
    start = time.process_time()
    redline = compare_documents(documents[0], documents[1])
    print(f"{time.process_time() - start:.2f} s for 500 paragraphs against 500")
    assert {entry.status for entry in redline.entries} <= {"same", "changed"}
