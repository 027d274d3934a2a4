"""Files, folders, patterns, standard input; ids that do not depend on place or order."""

from __future__ import annotations

import io
import os
import random
from pathlib import Path

import pytest

from variorum import ingest
from variorum.errors import InputError
from variorum.model import Article, Dropped
from variorum.settings import Settings

STORY = "Two barges collided on the Orle river on Tuesday, leaving nine crew members injured, the harbour police said."


def read(*inputs: str | Path, stdin: bytes | None = None) -> list[Article | Dropped]:
    return list(ingest.read(inputs, Settings(), io.BytesIO(stdin) if stdin is not None else None))


def names(found: list[Article | Dropped]) -> list[str]:
    return [Path(item.path or "-").name for item in found]


def test_folders_are_walked_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/c.txt", ".hidden.txt", ".git/x.txt", "odd name;$(x) [1] é\n.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{STORY} {name}")
    assert names(read(tmp_path)) == ["c.txt", "z.txt", "b.txt", "odd name;$(x) [1] é\n.txt"]


def test_patterns(tmp_path: Path) -> None:
    for name in ("a1.txt", "a2.txt", "b.txt"):
        (tmp_path / name).write_text(f"{STORY} {name}")
    assert names(read(str(tmp_path / "a*.txt"))) == ["a1.txt", "a2.txt"]


def test_a_file_named_like_a_pattern(tmp_path: Path) -> None:
    (tmp_path / "a[1].txt").write_text(STORY)
    assert names(read(tmp_path / "a[1].txt")) == ["a[1].txt"]


def test_standard_input_comes_last(tmp_path: Path) -> None:
    (tmp_path / "z.txt").write_text(STORY)
    first, second = read("-", tmp_path, stdin=b'{"id": "x", "text": "Nine people were hurt on the river."}')
    assert isinstance(first, Article) and isinstance(second, Article)
    assert (second.source_id, second.path) == ("x", None)


def test_a_missing_path_is_an_error_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nowhere"):
        ingest.read([tmp_path / "nowhere.txt"], Settings())
    with pytest.raises(InputError, match="nothing matches"):
        ingest.read([str(tmp_path / "*.txt")], Settings())


BESIDE = ("gold.yaml", "map.PNG", "README.md", "readme.txt.gz", "Makefile", "list.csv.gz")


def test_of_a_folder_only_articles_are_read_and_nothing_vanishes(tmp_path: Path) -> None:
    for name in ("a.txt", "b.MD", "c.text", *BESIDE):
        (tmp_path / name).write_text(f"{STORY} {name}")
    found = read(tmp_path)
    assert [Path(a.path or "").name for a in found if isinstance(a, Article)] == ["a.txt", "b.MD", "c.text"]
    reasons = {Path(d.path).name: d.reason for d in found if isinstance(d, Dropped)}
    assert reasons.keys() == set(BESIDE)
    assert "not an article format (.yaml)" in reasons["gold.yaml"] and "(no suffix)" in reasons["Makefile"]
    assert "(.csv)" in reasons["list.csv.gz"] and "read-me" in reasons["readme.txt.gz"]


@pytest.mark.parametrize("pattern", ["{}", "*"])
def test_a_named_file_is_always_tried(tmp_path: Path, pattern: str) -> None:
    for name in ("README.md", "wire.dat"):
        folder = tmp_path / name.lower()
        folder.mkdir()
        (folder / name).write_text(STORY)
        assert names(read(str(folder / pattern.format(name)))) == [name]
        assert all(isinstance(a, Article) for a in read(str(folder / pattern.format(name))))


def test_a_named_file_is_read_when_its_folder_is_read_too(tmp_path: Path) -> None:
    (tmp_path / "wire.dat").write_text(STORY)
    for inputs in ((tmp_path, tmp_path / "wire.dat"), (tmp_path / "wire.dat", tmp_path)):
        (found,) = read(*inputs)
        assert isinstance(found, Article)


def test_what_cannot_be_read_is_dropped_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "dead.txt").symlink_to(tmp_path / "gone.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    found = read(tmp_path)
    reasons = {Path(d.path).name: d.reason for d in found if isinstance(d, Dropped)}
    assert sorted(reasons) == ["dead.txt", "loop", "pipe.txt"]
    assert "itself" in reasons["loop"] and "regular" in reasons["pipe.txt"]
    assert [Path(a.path or "").name for a in found if isinstance(a, Article)] == ["a.txt"]


def test_unreadable_permissions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "b.txt").write_text(STORY)
    plain = Path.open

    def refuse(self: Path, *args: object, **kwargs: object) -> object:
        if self.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return plain(self, *args, **kwargs)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    dropped, article = read(tmp_path)
    assert isinstance(dropped, Dropped) and "Permission denied" in dropped.reason
    assert isinstance(article, Article)


def test_the_same_file_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    assert names(read(tmp_path, tmp_path / "a.txt", str(tmp_path / "*.txt"))) == ["a.txt"]


def test_ids_do_not_depend_on_the_place(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(STORY)
    (one,), (two,) = read(tmp_path / "one"), read(tmp_path / "two")
    assert isinstance(one, Article) and isinstance(two, Article) and one.id == two.id


def test_ids_do_not_depend_on_the_order_and_copies_differ(tmp_path: Path) -> None:
    paths = []
    for folder, name in (("x", "a.txt"), ("y", "a.txt"), ("z", "a.txt"), ("x", "b.txt")):
        path = tmp_path / folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(STORY)
        paths.append(path)
    expected = read(*paths)
    assert len({a.id for a in expected if isinstance(a, Article)}) == 4
    for seed in range(5):
        random.Random(seed).shuffle(paths)
        assert read(*paths) == expected


def test_example(request: pytest.FixtureRequest) -> None:
    found = ingest.complete_years(
        [a for a in read(request.config.rootpath / "examples/cable-car") if isinstance(a, Article)]
    )
    assert [a.published for a in found] == [
        "2026-02-21",
        "2026-02-22",
        "2026-02-22",
        "2026-02-22",
        None,
        "2026-02-22",
    ]
    assert [a.title is None for a in found] == [True, False, False, False, False, False]
    assert [sorted({m.name for m in a.agencies}) for a in found] == [
        ["KPB"],
        ["KPB"],
        ["Highland Monitor"],
        ["KPB"],
        [],
        ["KPB"],
    ]
