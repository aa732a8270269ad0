"""``python -m ingestion.sample``: checks the catalogue and writes the sample feeds. It prints and exits, no more."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ingestion.sample.catalogue_files import load_catalogue
from ingestion.sample.checks import findings
from ingestion.sample.feeds import feeds
from ingestion.sample.generator import DEFAULT_SEED
from ingestion.sample.writing import write_feeds


def main(arguments: list[str]) -> int:
    """Run the command and return its exit code: 0 done, 1 the catalogue has findings."""
    parser = argparse.ArgumentParser(prog="python -m ingestion.sample", description=__doc__)
    parser.add_argument("--out", type=Path, help="folder for the files; without it the catalogue is only checked")
    parser.add_argument("--seed", type=int, default=DEFAULT_SEED, help=f"seed of the generator ({DEFAULT_SEED})")
    parser.add_argument("--format", choices=("csv", "jsonl"), default="csv", help="form of the files (csv)")
    options = parser.parse_args(arguments)
    wrong = findings(load_catalogue())
    sys.stdout.writelines(f"{finding}\n" for finding in wrong)
    if wrong:
        return 1
    rows = feeds(options.seed)
    if options.out:
        write_feeds(rows, options.out, options.format)
    sys.stdout.writelines(f"{feed:16}{len(lines):7}\n" for feed, lines in rows.items())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
