"""pandas: certified enterprises by region, with the document and line of each.

python certified_by_region.py [--server http://localhost:4000] [--certification 专精特新小巨人企业]
"""

import argparse
import json
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import urlopen

import pandas as pd

arguments = argparse.ArgumentParser()
arguments.add_argument("--server", default="http://localhost:4000")
arguments.add_argument("--certification", default="certification:srdi-little-giant-national")
given = arguments.parse_args()


def table(address):
    """A table by its address. What is wrong with a question is told by the server, with names that are near."""
    try:
        with urlopen(f"{given.server}{address}") as answer:
            return pd.read_csv(answer, dtype=str)  # credit codes and stock codes are names, not numbers
    except HTTPError as error:
        raise SystemExit(json.load(error)["errors"][0]["message"]) from None


holders = table(f"/q/certified-enterprises.csv?certification={quote(given.certification)}")
region = next(column for column in holders.columns if column.endswith("region.name"))
print(holders[region].fillna("(no region)").value_counts().to_string())
print()
print(holders.to_string(index=False))
