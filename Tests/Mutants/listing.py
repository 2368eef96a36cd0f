"""The list of mutants: `list/*.toml`, read and checked."""

import dataclasses
import pathlib
import tomllib

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
FORMS = ("expression", "statement", "woven")
EDIT_KEYS = {"file", "original", "preceded_by", "followed_by", *FORMS}
MUTANT_KEYS = EDIT_KEYS | {"name", "breaks", "caught_by", "caught_with", "also"}


class BadList(Exception):
    """The list is not true to itself or to the sources."""


@dataclasses.dataclass(frozen=True)
class Edit:
    """One place in the sources and what stands there in the mutant."""

    file: str
    original: str
    before: str
    after: str
    form: str
    text: str


@dataclasses.dataclass(frozen=True)
class Mutant:
    """A fault planted on purpose, and the tests that must notice it."""

    number: int
    name: str
    breaks: str
    caught_by: str
    caught_with: str
    edits: tuple


def edit(entry, name):
    forms = [form for form in FORMS if form in entry]
    if len(forms) != 1:
        raise BadList(f"{name}: needs exactly one of {', '.join(FORMS)}")
    if not entry.get("original") or not entry.get("file"):
        raise BadList(f"{name}: needs file and original")
    form = forms[0]
    if form == "woven" and "MUTANT" not in entry[form]:
        raise BadList(f"{name}: woven without MUTANT would change the code for good")
    return Edit(
        entry["file"], entry["original"], entry.get("preceded_by", ""),
        entry.get("followed_by", ""), form, entry[form])


def read():
    """Every mutant, numbered from 1 in the order of files and lines."""
    mutants, names = [], set()
    for path in sorted((HERE / "list").glob("*.toml")):
        for entry in tomllib.loads(path.read_text(encoding="utf-8")).get("mutant", []):
            name = entry.get("name") or "without a name"
            unknown = set(entry) - MUTANT_KEYS
            for other in entry.get("also", []):
                unknown |= set(other) - EDIT_KEYS
            if unknown:
                raise BadList(f"{path.name}, {name}: unknown keys {', '.join(sorted(unknown))}")
            if name in names:
                raise BadList(f"{path.name}: {name} stands twice")
            if not entry.get("breaks") or not (entry.get("caught_by") or entry.get("caught_with")):
                raise BadList(f"{path.name}, {name}: needs breaks, and caught_by or caught_with")
            names.add(name)
            edits = tuple(edit(one, name) for one in [entry, *entry.get("also", [])])
            mutants.append(
                Mutant(
                    len(mutants) + 1, name, entry["breaks"], entry.get("caught_by", ""),
                    entry.get("caught_with", ""), edits))
    return mutants


def place(text, edit, name):
    """Where an edit's original stands in the text of its file; it must stand there once."""
    whole = edit.before + edit.original + edit.after
    found = text.count(whole)
    if found != 1:
        what = "place not found" if found == 0 else f"place found {found} times"
        raise BadList(f"{name}: {what} in {edit.file}:\n    {whole.strip()}")
    start = text.index(whole) + len(edit.before)
    return start, start + len(edit.original)
