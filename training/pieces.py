"""Words to word pieces and shapes. `src/language/` does exactly the same in TypeScript."""

import json
import unicodedata
from functools import lru_cache
from pathlib import Path

CONTINUES = "##"
MAX_WORD = 100
SHAPES = ["lower", "Title", "UPPER", "A", "miXed", "digits", "digits+letters", "punct", "A.B.", "other", "lower-special", "Title-special"]
SENTENCE_CASES = ["mixed", "lower", "UPPER", "Title"]
# Ids given to every piece: 0 for [SEP], then one per shape for words, then one per sentence case for [CLS].
SHAPE_IDS = 1 + len(SHAPES) + len(SENTENCE_CASES)


def normalise(word: str) -> str:
    """BERT's uncased normalisation: no control characters, lower case, no accents."""
    kept = "".join(c for c in word if not _control(c))
    split = unicodedata.normalize("NFD", kept.lower())
    return "".join(c for c in split if unicodedata.category(c) != "Mn")


def _control(c: str) -> bool:
    return c == "\ufffd" or unicodedata.category(c)[0] in "CZ"


def _punctuation(c: str) -> bool:
    code = ord(c)
    ascii_mark = 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126
    return ascii_mark or unicodedata.category(c).startswith("P") or 0x4E00 <= code <= 0x9FFF


def basic_split(text: str) -> list[str]:
    """Each punctuation mark and each CJK character stands alone."""
    parts: list[str] = []
    fresh = True
    for c in text:
        if _punctuation(c):
            parts.append(c)
            fresh = True
        elif fresh:
            parts.append(c)
            fresh = False
        else:
            parts[-1] += c
    return parts


class Pieces:
    def __init__(self, vocabulary: list[str]):
        self.vocabulary = vocabulary
        self.ids = {piece: i for i, piece in enumerate(vocabulary)}
        self.unknown, self.first, self.last, self.mask = (self.ids[p] for p in ("[UNK]", "[CLS]", "[SEP]", "[MASK]"))
        self.word = lru_cache(maxsize=200_000)(self._word)

    def inputs(self, forms: list[str]) -> dict[str, list[int]]:
        """What the network reads of a sentence: pieces, their shapes, and where each word begins and ends."""
        kinds = shape_ids(forms)
        ids, shapes, first, last = [self.first], [kinds[0]], [0], [0]
        for form, kind in zip(forms, kinds[1:]):
            word = self.word(form)
            first.append(len(ids))
            ids += word
            shapes += [kind] * len(word)
            last.append(len(ids) - 1)
        return {"pieces": [*ids, self.last], "shapes": [*shapes, 0], "first": first, "last": last}

    def _word(self, word: str) -> tuple[int, ...]:
        """At least one piece for every word."""
        ids: list[int] = []
        for part in basic_split(normalise(word)):
            ids += self._longest_match(part)
        return tuple(ids) or (self.unknown,)

    def _longest_match(self, part: str) -> list[int]:
        if len(part) > MAX_WORD:
            return [self.unknown]
        ids: list[int] = []
        start = 0
        while start < len(part):
            end = len(part)
            while end > start and (CONTINUES if start else "") + part[start:end] not in self.ids:
                end -= 1
            if end == start:
                return [self.unknown]
            ids.append(self.ids[(CONTINUES if start else "") + part[start:end]])
            start = end
        return ids


def shape(word: str) -> int:
    """Letters are \\p{L}, digits \\p{Nd}; a letter that lower-casing changes is upper case."""
    letters = [c for c in word if unicodedata.category(c)[0] == "L"]
    digits = any(unicodedata.category(c) == "Nd" for c in word)
    if not letters:
        if digits:
            return SHAPES.index("digits")
        return SHAPES.index("punct" if all(_punctuation(c) for c in word) else "other")
    if digits:
        return SHAPES.index("digits+letters")
    upper = [c != c.lower() for c in letters]
    special = len(letters) < len(word)
    if all(upper):
        if len(letters) == 1 and not special:
            return SHAPES.index("A")
        return SHAPES.index("A.B." if "." in word else "UPPER")
    if not any(upper):
        return SHAPES.index("lower-special" if special else "lower")
    if upper[0] and not any(upper[1:]):
        return SHAPES.index("Title-special" if special else "Title")
    return SHAPES.index("miXed")


def sentence_case(words: list[str]) -> int:
    """What the case of a word can tell in this sentence: nothing where all is lower, UPPER or Title."""
    kinds = [SHAPES[shape(w)].split("-")[0] for w in words]
    cased = [k for k in kinds if k in ("lower", "Title", "UPPER", "A.B.", "miXed")]
    if len(cased) < 3:
        return 0
    if all(k == "lower" for k in cased):
        return SENTENCE_CASES.index("lower")
    if all(k in ("UPPER", "A.B.") for k in cased):
        return SENTENCE_CASES.index("UPPER")
    long_lower = sum(1 for w, k in zip(words, kinds) if k == "lower" and len(w) > 3)
    return SENTENCE_CASES.index("Title") if long_lower == 0 else 0


def shape_ids(words: list[str]) -> list[int]:
    """One id a word, and before them the one of [CLS]."""
    return [1 + len(SHAPES) + sentence_case(words)] + [1 + shape(w) for w in words]


def read_bert_vocabulary(tokenizer_json: Path) -> list[str]:
    vocabulary = json.loads(tokenizer_json.read_text(encoding="utf-8"))["model"]["vocab"]
    return sorted(vocabulary, key=vocabulary.__getitem__)


def prune(vocabulary: list[str], seen: set[str], size: int) -> list[int]:
    """Old ids to keep, in order: special, single characters of Latin text, seen pieces, then the most frequent."""
    special = [i for i, p in enumerate(vocabulary) if p in ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")]
    usable = [i for i, p in enumerate(vocabulary) if not p.startswith("[") and _latin(p.removeprefix(CONTINUES))]
    must = [i for i in usable if len(vocabulary[i].removeprefix(CONTINUES)) == 1 or vocabulary[i] in seen]
    chosen = set(special) | set(must)
    for i in usable:
        if len(chosen) >= size:
            break
        chosen.add(i)
    return sorted(chosen)


def _latin(piece: str) -> bool:
    return all(ord(c) < 0x250 or 0x2010 <= ord(c) <= 0x2212 for c in piece)
