"""Plants faults on purpose and sees that the tests notice each of them.

    python3 -m Tests.Mutants [NAME…] [--check] [--plant] [--share N/M] [--list]

Copies the project into .cache/mutants/tree, puts every mutant of `list/*.toml` behind a switch,
builds that copy once, runs its unit tests with no mutant awake, and then, two at a time, for each
mutant the tests that must catch it.

    --check      only sees that every place of the list stands in the sources exactly once
    --plant      also makes the copy and builds it, and stops there
    --share N/M  every M-th mutant beginning with the N-th, for a run with little time
    --list       what there is

Prints the survivors and ends with `N passed, M failed`; exits 1 when one survived.
Python 3.11, nothing else.
"""

import argparse
import concurrent.futures
import sys
import time

from Tests.Mutants import planting, results, running
from Tests.Mutants.listing import ROOT, BadList, read

WORK = ROOT / ".cache" / "mutants"
TREE = WORK / "tree"


def chosen(mutants, names, share):
    unknown = set(names) - {mutant.name for mutant in mutants}
    if unknown:
        raise BadList(f"no mutant is called {', '.join(sorted(unknown))}")
    if names:
        return [mutant for mutant in mutants if mutant.name in names]
    first, step = (int(number) for number in share.split("/"))
    return [mutant for mutant in mutants if mutant.number % step == first % step]


def try_one(mutant):
    if mutant.caught_by:
        outcome = running.swift_tests(TREE, mutant.number, mutant.caught_by)
        if outcome.verdict != "passed" or not mutant.caught_with:
            return outcome
    return running.program(TREE, mutant.number, mutant.caught_with)


def try_all(mutants):
    """Wakes each in turn; the outcomes in the order of the list."""
    outcomes = []
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for mutant, outcome in zip(mutants, pool.map(try_one, mutants)):
            outcomes.append((mutant, outcome))
            print(line(mutant, outcome), flush=True)
    return outcomes


def line(mutant, outcome):
    start = f"{mutant.name:32} {outcome.seconds:5.1f} s  "
    if outcome.verdict == "caught":
        return "caught    " + start + outcome.why
    if outcome.verdict == "passed":
        tests = f"{outcome.tests} tests of {mutant.caught_by or mutant.caught_with}"
        return f"SURVIVED  {start}{mutant.breaks} ({tests} passed)"
    return "NOT TRIED " + start + outcome.why


def parsed():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--plant", action="store_true")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--share", default="1/1", metavar="N/M")
    return parser.parse_args()


def main():
    began = time.monotonic()
    arguments = parsed()
    mutants = read()
    subset = chosen(mutants, arguments.names, arguments.share)
    planting.check(mutants)
    if arguments.list:
        for mutant in subset:
            print(f"{mutant.number:4} {mutant.name:32} {mutant.breaks}")
    if arguments.check or arguments.list:
        print(f"{len(mutants)} passed, 0 failed")
        return 0
    WORK.mkdir(parents=True, exist_ok=True)
    planting.plant(mutants, TREE)
    running.build(TREE, WORK / "build.log")
    if arguments.plant:
        print(f"{len(mutants)} passed, 0 failed")
        return 0
    # Where few are woken, only what is asked of them must pass without.
    needed = "" if len(subset) == len(mutants) else "|".join(
        sorted({mutant.caught_by for mutant in subset if mutant.caught_by}))
    sound = running.swift_tests(TREE, 0, needed, patience=600)
    if sound.verdict != "passed":
        print(f"Without a mutant the copy must pass: {sound.why}\n{sound.issues}")
        print("0 passed, 1 failed")
        return 1
    print(f"sound     {sound.tests} tests pass with none awake, {sound.seconds:.1f} s", flush=True)
    outcomes = try_all(subset)
    caught = sum(outcome.verdict == "caught" for _, outcome in outcomes)
    slowest = max(outcome.seconds for _, outcome in outcomes)
    print(
        f"figure: mutants: {len(subset)} of {len(mutants)} woken, {caught} caught, "
        f"slowest {slowest:.1f} s, all in {time.monotonic() - began:.0f} s")
    if len(subset) == len(mutants):
        results.write(outcomes, time.monotonic() - began)
    for mutant, outcome in outcomes:
        if outcome.verdict != "caught":
            print(line(mutant, outcome))
    print(f"{caught} passed, {len(subset) - caught} failed")
    return 0 if caught == len(subset) else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BadList as error:
        print(error)
        print("0 passed, 1 failed")
        sys.exit(1)
