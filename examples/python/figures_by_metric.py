"""DuckDB: reads the figures at their address and ranks the metrics by how many documents speak of them.

python figures_by_metric.py [--server http://localhost:4000]
"""

import argparse
import tempfile
from pathlib import Path
from urllib.request import urlopen

import duckdb

arguments = argparse.ArgumentParser()
arguments.add_argument("--server", default="http://localhost:4000")
given = arguments.parse_args()

with tempfile.TemporaryDirectory() as folder:
    file = Path(folder) / "figures.parquet"
    with urlopen(f"{given.server}/export/figures.parquet") as answer:
        file.write_bytes(answer.read())
    print(
        duckdb.sql(
            f"""
            SELECT metric,
                   count(*) AS figures,
                   count(DISTINCT split_part(source, ':', 1)) AS documents,
                   min(period) AS earliest, max(period) AS latest,
                   any_value(normalised_unit) AS unit
            FROM '{file}'
            GROUP BY metric
            ORDER BY documents DESC, figures DESC, metric
            LIMIT 15
            """
        )
    )
