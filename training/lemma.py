"""Lemmas as edit scripts: a label says how a form becomes its lemma, so that a classifier can find it.

A script is `=LEMMA` (the lemma itself) or `CASE|DROP>ADD|DROP>ADD`: first the case of the whole form
(l lower, c Capitalised, u UPPER, k as it stands), then at the front drop so many characters and
put others there, then the same at the end. Characters are Unicode code points.

The network sees pieces of words, not letters, so for words that the training data settles a lexicon goes first.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

PLAIN_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|n['’]t|['’][^\W\d_]+")
Key = tuple[str, str]  # lower-case form, UPOS


def make_lexicon(words: Iterable[tuple[str, str, str]], least: int = 2, share: float = 0.9) -> dict[Key, str]:
    """(form, UPOS, lemma) of a corpus to lemmas unlike the form, seen more than once and nearly always the same.

    No proper nouns: a list of the people in a corpus of e-mails is not for shipping.
    """
    seen: dict[Key, Counter[str]] = defaultdict(Counter)
    for form, upos, lemma in words:
        if upos != "PROPN" and lemma != "_" and PLAIN_WORD.fullmatch(form):
            seen[form.lower(), upos][lemma] += 1
    best = {key: counts.most_common(1)[0] for key, counts in seen.items()}
    sure = {k: lemma for k, (lemma, n) in sorted(best.items()) if n >= least and n >= share * seen[k].total()}
    return {k: lemma for k, lemma in sure.items() if lemma != k[0]}


def recase(text: str, case: str) -> str:
    if case == "l":
        return text.lower()
    if case == "u":
        return text.upper()
    if case == "c":
        return text[:1].upper() + text[1:].lower()
    return text


def case_of(lemma: str) -> str:
    """The case is read off the lemma alone, so that SAYS, Says and says share one script."""
    for case in "lcu":
        if recase(lemma, case) == lemma:
            return case
    return "k"


def make_script(form: str, lemma: str) -> str:
    case = case_of(lemma)
    base, target = (form, lemma) if case == "k" else (form.lower(), lemma.lower())
    start, at, length = _common_part(base, target)
    if length * 2 < len(target):
        return "=" + lemma
    front, back = target[:at], target[at + length :]
    return f"{case}|{start}>{front}|{len(base) - start - length}>{back}"


def apply_script(form: str, script: str) -> str:
    """A script that does not fit the form leaves it as it is."""
    if script.startswith("="):
        return script[1:]
    case, front, back = script.split("|", 2)
    drop_front, _, add_front = front.partition(">")
    drop_back, _, add_back = back.partition(">")
    kept = len(form) - int(drop_back)
    if int(drop_front) >= kept:
        return form
    # A capital inside a name stays (McCain, Al-Shabaab), unless all are capitals (GENEVA).
    keeps = case == "k" or (case == "c" and form != form.upper())
    base = form if keeps else form.lower()
    edited = add_front + base[int(drop_front) : kept] + add_back
    if case == "c":
        return edited[:1].upper() + edited[1:]
    return edited.upper() if case == "u" else edited


def _common_part(a: str, b: str) -> tuple[int, int, int]:
    """Longest common substring: start in a, start in b, length; the leftmost of equals."""
    best = (0, 0, 0)
    run = [0] * (len(b) + 1)
    for i, x in enumerate(a):
        before = run
        run = [0] * (len(b) + 1)
        for j, y in enumerate(b):
            if x == y:
                run[j + 1] = before[j] + 1
                if run[j + 1] > best[2]:
                    best = (i - run[j + 1] + 1, j - run[j + 1] + 1, run[j + 1])
    return best
