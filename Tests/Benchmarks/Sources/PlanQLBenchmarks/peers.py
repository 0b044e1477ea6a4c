"""Answers the benchmark's questions with DuckDB and Polars, as far as they can be imported.

Usage: peers.py FOLDER THREADS SQL, where SQL is a JSON object of the statements by question.
Prints one line of JSON a peer: its name, the time it took to read the CSV files, answers and times.
"""

import json
import os
import statistics
import sys
import time

BUDGET, FEWEST, MOST = 1.0, 5, 200


def timed(work):
    """The result of some work and the milliseconds that it takes."""
    start = time.perf_counter()
    result = work()
    return result, (time.perf_counter() - start) * 1e3


def measure(work):
    """The rows that some work gives, and the median time of several runs after one that is not counted."""
    rows = work()
    times = []
    while len(times) < FEWEST or sum(times) < BUDGET * 1e3 and len(times) < MOST:
        times.append(timed(work)[1])
    return {"milliseconds": statistics.median(times), "rows": [[plain(cell) for cell in row] for row in rows]}


def plain(cell):
    """A value that JSON has: DuckDB sums 64-bit integers to wider ones."""
    return cell if isinstance(cell, (str, float)) else int(cell)


def report(name, load, questions):
    measurements = {question: measure(work) for question, work in questions.items()}
    print(json.dumps({"name": name, "loadMilliseconds": load, "measurements": measurements}), flush=True)


def duckdb_peer(folder, threads, statements):
    import duckdb

    connection = duckdb.connect()
    connection.execute(f"set threads = {threads}")

    def load():
        for table in ("projects", "project_units"):
            connection.execute(
                f"create table {table} as select * from read_csv(?, header = true, quote = '\"', escape = '\"')",
                [f"{folder}/{table}.csv"],
            )

    _, milliseconds = timed(load)

    def question(sql):
        return lambda: connection.execute(sql).fetchall()

    report(f"DuckDB {duckdb.__version__}", milliseconds, {key: question(sql) for key, sql in statements.items()})


def polars_peer(folder):
    import polars as pl

    def load():
        return [pl.read_csv(f"{folder}/{table}.csv").rechunk() for table in ("projects", "project_units")]

    (projects, units), milliseconds = timed(load)
    column, investment = pl.col, pl.col("investment_wan")
    length = column("end_year") - column("start_year") + 1
    plans = {
        "Q1": projects.lazy()
        .filter(column("status") == "在建")
        .select("id", "name", "investment_wan")
        .sort(["investment_wan", "id"], descending=[True, False])
        .head(10),
        "Q2": projects.lazy()
        .group_by("lead")
        .agg(pl.len().alias("n"), investment.sum())
        .sort("investment_wan", descending=True),
        "Q3": projects.lazy()
        .group_by("category", "start_year")
        .agg(investment.sum())
        .sort("category", "start_year"),
        "Q4": projects.lazy()
        .filter((column("start_year") <= 2023) & (column("end_year") >= 2022))
        .select(pl.len().alias("n"), investment.sum()),
        "Q5": projects.lazy()
        .filter(
            column("name").str.contains("湿地", literal=True) | column("name").str.contains("生态", literal=True)
        )
        .select(pl.len()),
        "Q6": projects.lazy()
        .select(
            pl.int_ranges("start_year", column("end_year") + 1).alias("year"),
            (investment / length).alias("amount"),
        )
        .explode("year")
        .group_by("year")
        .agg(column("amount").sum())
        .sort("year"),
        "Q8": units.lazy()
        .join(projects.lazy().select("id", "investment_wan"), left_on="project_id", right_on="id")
        .group_by("unit")
        .agg(pl.len().alias("n"), investment.sum())
        .with_columns((investment / investment.sum()).alias("share"))
        .sort("investment_wan", descending=True),
    }

    def question(plan):
        return lambda: plan.collect().rows()

    report(f"Polars {pl.__version__}", milliseconds, {key: question(plan) for key, plan in plans.items()})


def main():
    folder, threads, statements = sys.argv[1], int(sys.argv[2]), json.loads(sys.argv[3])
    os.environ["POLARS_MAX_THREADS"] = str(threads)
    for peer in (lambda: duckdb_peer(folder, threads, statements), lambda: polars_peer(folder)):
        try:
            peer()
        except ImportError:
            pass


main()
