"""The command line: `python -m training STEP ...`, `all` runs every step in order."""

import argparse
from pathlib import Path

STEPS = ("prepare", "train", "export", "evaluate")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training")
    parser.add_argument("step", choices=(*STEPS, "all"))
    parser.add_argument("--data", type=Path, required=True, help="folder with language/ and ner/")
    parser.add_argument("--work", type=Path, required=True, help="folder for checkpoints and prepared data")
    parser.add_argument("--out", type=Path, default=Path("model"), help="folder for the finished model")
    parser.add_argument("--fixture", type=Path, help="where to write what the program's tests compare with")
    parser.add_argument("--steps", type=int, default=6276, help="end of training in steps")
    parser.add_argument("--minutes", type=float, default=float("inf"), help="end of training by the clock, if earlier")
    return parser.parse_args()


def main() -> None:
    a = arguments()
    wanted = STEPS if a.step == "all" else (a.step,)
    if "prepare" in wanted:
        from .prepare import prepare

        prepare(a.data, a.work)
    if "train" in wanted:
        from .train import train

        train(a.work, a.steps, a.minutes)
    if "export" in wanted:
        from .export import export

        export(a.data, a.work, a.out)
    if "export" in wanted and a.fixture:
        from .fixture import write_fixture

        write_fixture(a.out, a.fixture)
    if "evaluate" in wanted:
        from .evaluate import evaluate

        evaluate(a.data, a.work, a.out)


if __name__ == "__main__":
    main()
