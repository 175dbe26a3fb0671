"""Reads CoNLL-U into sentences; knows which documents a shipped model may be trained on."""

import csv
from dataclasses import dataclass, field, replace
from pathlib import Path

# Features that the readers use; the others (Typo, Abbr, ExtPos, ...) would only split the labels.
FEATURES = frozenset("Number Person Tense Mood VerbForm Voice Polarity PronType Poss Degree NumType Case Gender Definite Reflex".split())


@dataclass(frozen=True)
class Sentence:
    """One sentence with UD words. `heads` are 1-based, 0 is the root. Empty columns: only names are known."""

    document: str
    forms: list[str]
    upos: list[str] = field(default_factory=list)
    feats: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deprels: list[str] = field(default_factory=list)
    misc: list[str] = field(default_factory=list)
    # One BIOES tag a word; None where the truth is not known. Empty: nothing is known.
    names: list[str | None] = field(default_factory=list)
    gold_names: bool = False

    @property
    def parsed(self) -> bool:
        return bool(self.heads)


def wanted_features(column: str) -> str:
    kept = [f for f in column.split("|") if f.split("=")[0] in FEATURES]
    return "|".join(kept) or "_"


def read_conllu(path: Path) -> list[Sentence]:
    sentences, document, rows = [], "", []
    for line in path.read_text(encoding="utf-8").splitlines() + [""]:
        if line.startswith("# newdoc id ="):
            document = line.split("=", 1)[1].strip()
        elif not line and rows:
            sentences.append(_sentence(document, rows))
            rows = []
        elif line and not line.startswith("#"):
            columns = line.split("\t")
            if columns[0].isdigit():  # not a surface token (1-2), not an empty node (1.1)
                rows.append(columns)
    return sentences


def _sentence(document: str, rows: list[list[str]]) -> Sentence:
    return Sentence(
        document=document,
        forms=[r[1] for r in rows],
        lemmas=[r[2] for r in rows],
        upos=[r[3] for r in rows],
        feats=[wanted_features(r[5]) for r in rows],
        heads=[int(r[6]) for r in rows],
        deprels=[r[7] for r in rows],
        misc=[r[9] for r in rows],
    )


def trainable_documents(gum: Path) -> set[str]:
    """GUM documents whose text's licence lets a derived model be passed on."""
    with open(gum / "documents.tsv", encoding="utf-8", newline="") as file:
        return {row["document"] for row in csv.DictReader(file, delimiter="\t") if row["may train"] == "yes"}


def load_training(data: Path) -> list[Sentence]:
    gum = data / "language" / "gum"
    allowed = trainable_documents(gum)
    return read_conllu(data / "language" / "ewt" / "train.conllu") + [s for s in read_conllu(gum / "train.conllu") if s.document in allowed]


def load_dev(data: Path) -> dict[str, list[Sentence]]:
    gum = read_conllu(data / "language" / "gum" / "dev.conllu")
    return {
        "EWT dev": read_conllu(data / "language" / "ewt" / "dev.conllu"),
        "GUM dev": gum,
        "GUM dev news": [s for s in gum if s.document.startswith("GUM_news_")],
    }


def without_final_punctuation(s: Sentence) -> Sentence:
    """A headline has no full stop. Nothing may hang on the mark that goes."""
    last = len(s.forms)
    if last < 3 or s.forms[-1] not in ".!?" or (s.parsed and (last in s.heads or s.heads[-1] == 0)):
        return s
    cut = {k: getattr(s, k)[:-1] for k in ("forms", "upos", "feats", "lemmas", "heads", "deprels", "misc", "names")}
    return replace(s, **cut)
