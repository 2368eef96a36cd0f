"""Plants every mutant into a copy of the project, each behind a switch that the environment sets.

One build then holds them all: `MUTANT=17` wakes number 17, without it the copy is the product.
"""

import re
import shutil

from Tests.Mutants.listing import ROOT, BadList, place

COPIED = ("Package.swift", "Sources", "Tests", "Courses", "Scripts")
MODULES = ("QuizEngine", "TrainingServer")

SWITCH = """\
import Glibc

/// Which planted fault is awake in this run; none without the variable.
enum Mutant {
  static let active = getenv("MUTANT").flatMap { Int(String(cString: $0)) } ?? 0
}
"""


def woven(edit, number, original):
    """What stands in the copy instead of the original."""
    awake = f"Mutant.active == {number}"
    if edit.form == "expression":
        return f"({awake} ? ({edit.text}) : ({original}))"
    if edit.form == "statement":
        return f"if {awake} {{ {edit.text} }} else {{ {original} }}"
    # The author wove the switch in; with several mutants at one place there is no original to keep.
    return edit.text.replace("MUTANT", f"({awake})")


def mutate(text, edits):
    """The text of one file with all its mutants; several may share one place exactly."""
    places = {}
    for mutant, edit in edits:
        places.setdefault(place(text, edit, mutant.name), []).append((mutant, edit))
    result, last = [], 0
    for (start, end), here in sorted(places.items()):
        if start < last:
            raise BadList(f"{here[0][0].name}: overlaps another mutant's place")
        piece = text[start:end]
        if len(here) > 1 and any(edit.form == "woven" for _, edit in here):
            raise BadList(f"{here[0][0].name}: a woven mutant shares its place")
        for mutant, edit in here:
            piece = woven(edit, mutant.number, piece)
        result += [text[last:start], piece]
        last = end
    return "".join([*result, text[last:]])


def by_file(mutants):
    files = {}
    for mutant in mutants:
        for edit in mutant.edits:
            files.setdefault(edit.file, []).append((mutant, edit))
    return files


def check(mutants):
    """Every place must be found exactly once; returns the texts of the mutated files."""
    texts, wrong = {}, []
    for name, edits in by_file(mutants).items():
        source = ROOT / name
        if not source.is_file():
            wrong.append(f"{edits[0][0].name}: no file {name}")
            continue
        try:
            texts[name] = mutate(source.read_text(encoding="utf-8"), edits)
        except BadList as error:
            wrong.append(str(error))
    if wrong:
        raise BadList("\n".join(wrong))
    return texts


def wake_children(files):
    """Lets the tests of trainctl hand the switch on to the program that they start."""
    name, clean = "Tests/TrainctlTests/Trainctl.swift", '"PATH": "/usr/bin:/bin"]'
    text = files[name].decode()
    if text.count(clean) != 1:
        raise BadList(f"{name} no longer starts trainctl with a clean environment of its own")
    switch = 'ProcessInfo.processInfo.environment["MUTANT"] ?? "0"'
    files[name] = text.replace(clean, f'{clean[:-1]}, "MUTANT": {switch}]').encode()


def wanted(mutants):
    """Every file of the copy with its bytes."""
    files = {}
    for top in COPIED:
        source = ROOT / top
        for path in [source] if source.is_file() else sorted(source.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                files[str(path.relative_to(ROOT))] = path.read_bytes()
    for name, text in check(mutants).items():
        files[name] = text.encode()
    for module in MODULES:
        files[f"Sources/{module}/Mutant.swift"] = SWITCH.encode()
    wake_children(files)
    manifest = files["Package.swift"].decode()
    # A mutant may well earn a warning; and the tests of the house speak of the original alone.
    manifest = manifest.replace("  .treatAllWarnings(as: .error),\n", "")
    manifest = re.sub(r"    \.testTarget\(name: \"ArchitectureTests\"[^\n]*\n", "", manifest)
    files["Package.swift"] = manifest.encode()
    return {
        name: data for name, data in files.items()
        if not name.startswith("Tests/ArchitectureTests/")}


def plant(mutants, tree):
    """Writes the copy; what did not change is left alone, so that only the rest is built again."""
    files = wanted(mutants)
    for path in sorted(tree.rglob("*"), reverse=True) if tree.exists() else []:
        name = path.relative_to(tree)
        if name.parts[0] == ".build" or path.is_dir():
            continue
        if str(name) not in files:
            path.unlink()
    for name, data in files.items():
        path = tree / name
        if path.is_file() and path.read_bytes() == data:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        shutil.copymode(ROOT / name, path) if (ROOT / name).is_file() else None
