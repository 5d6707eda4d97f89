"""pandas: certified enterprises by region, with the document and line of each.

python certified_by_region.py [--server http://localhost:4000] [--certification 专精特新小巨人企业]
"""

import argparse
from urllib.parse import quote

import pandas as pd

arguments = argparse.ArgumentParser()
arguments.add_argument("--server", default="http://localhost:4000")
arguments.add_argument("--certification", default="certification:srdi-little-giant-national")
given = arguments.parse_args()

holders = pd.read_csv(
    f"{given.server}/q/certified-enterprises.csv?certification={quote(given.certification)}",
    dtype=str,  # credit codes and stock codes are names, not numbers
)
region = next(column for column in holders.columns if column.endswith("region.name"))
print(holders.groupby(region, dropna=False).size().sort_values(ascending=False).to_string())
print()
print(holders.to_string(index=False))
