"""What the finished model says of sentences of our own, for the program's tests: both must read it alike."""

import json
from pathlib import Path

from .reader import Reader

SENTENCES = [
    "The foreign minister of Ruritania , Jan Novák , did n't meet Mr. O'Brien-Smith in GENEVA on 12 March .",
    "MINISTERS SAY TALKS WITH NATO FAILED",
    "Ministers Say Talks With Nato Failed",
    "ministers say talks with nato failed",
    "“ We 'll sign the €3.5bn deal , ” she said — again …",
    "Troops who had been deployed along the border since May were withdrawn , and both governments agreed to talk .",
    "Yes",
    "U.S. officials",
    "naïve café İstanbul ǅ ½ ² 北京 ⅳ 😀 a\u00adb",
    "antidisestablishmentarianismqqq " + "x" * 120,
    "iPhone McCain's COVID-19 5G mid-2016 H.R.1 A I",
    ". . .",
    "STRASSE Straße ΣΟΦΟΣ",
]


def write_fixture(model: Path, target: Path) -> None:
    """Lemmas are those of the model alone: the program mends what is no word."""
    reader = Reader(model)
    rows = [_row(reader, s.split(" ")) for s in SENTENCES]
    target.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _row(reader: Reader, forms: list[str]) -> dict:
    given, p = reader.inputs(forms), reader.read(forms)
    return {
        "forms": forms,
        "pieces": [int(i) for i in given["pieces"]],
        "shapes": [int(i) for i in given["shapes"]],
        "upos": p.upos,
        "feats": p.feats,
        "lemmas": p.lemmas,
        "heads": p.heads,
        "deprels": p.deprels,
        "names": [list(name) for name in p.names],
    }
