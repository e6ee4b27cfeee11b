"""Reads one YAML file: the plain values, and for each of them the line where it stands.

A key written twice and a value written by alias are refused: YAML would take the last one silently, or hide what a
reader of the file sees.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any

import yaml

from .findings import Finding, say

try:
    from yaml import CSafeLoader as _SafeLoader
except ImportError:  # The C library is missing on some machines; the same answers, more slowly.
    from yaml import SafeLoader as _SafeLoader  # type: ignore[assignment]

Path = tuple[Hashable, ...]


@dataclass(frozen=True)
class Document:
    """A file's values (`value`), the line of each path in it (`lines`), and what could not be read (`findings`)."""

    file: str
    value: Any
    lines: Mapping[Path, int]
    findings: tuple[Finding, ...] = ()

    def line(self, path: Path) -> int:
        """The line of `path`, or of the nearest thing around it that stands in the file."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


class LineLoader(_SafeLoader):
    """PyYAML's safe loader, which also notes lines and refuses double keys."""

    def document(self, file: str) -> Document:
        """The one document of the stream. Raises `yaml.YAMLError` when it is not YAML."""
        root = self.get_single_node()
        walk = _Walk(self, file)
        value = None if root is None else walk.value(root, ())
        return Document(file, value, walk.lines, tuple(walk.findings))


@dataclass
class _Walk:
    loader: LineLoader
    file: str
    lines: dict[Path, int] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)

    def value(self, node: yaml.Node, path: Path) -> Any:
        self.lines.setdefault(path, node.start_mark.line + 1)
        if isinstance(node, yaml.ScalarNode):
            return self.scalar(node)
        if id(node) in self.seen:
            self.complain(node, say("this block is used again by an alias", "it out in full where it is needed"))
            return None
        self.seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, path)
        return [self.value(child, (*path, index)) for index, child in enumerate(node.value)]

    def mapping(self, node: yaml.MappingNode, path: Path) -> dict[Hashable, Any]:
        result: dict[Hashable, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self.complain(key_node, say("this name is not plain text", "a short name and a colon"))
                continue
            key = self.scalar(key_node)
            if key in result:
                first = self.lines[(*path, key)]
                self.complain(key_node, say(f"`{key}` is written twice (first on line {first})", "it once"))
                continue
            self.lines[(*path, key)] = key_node.start_mark.line + 1
            result[key] = self.value(value_node, (*path, key))
        return result

    def scalar(self, node: yaml.ScalarNode) -> Any:
        try:
            return self.loader.construct_object(node)
        except ValueError:
            # Something like 2026-02-31: it looks like a date and is none. The schema says so, in its own words.
            return node.value
        except yaml.constructor.ConstructorError:
            self.complain(node, say(f"`{node.tag}` is not allowed", "a plain value"))
            return node.value

    def complain(self, node: yaml.Node, text: str) -> None:
        self.findings.append(Finding(self.file, node.start_mark.line + 1, text))


def read(path: FilePath, shown: str) -> Document:
    """Read a file; `shown` is how findings name it. Never raises for bad content: the findings say what is wrong."""
    try:
        loader = LineLoader(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        return _unreadable(shown, 1, say("this is not UTF-8 text", "it in UTF-8"))
    except yaml.YAMLError as error:
        return _not_yaml(shown, error)
    try:
        document = loader.document(shown)
    except yaml.YAMLError as error:
        return _not_yaml(shown, error)
    finally:
        loader.dispose()
    if document.value is None and not document.findings:
        return _unreadable(shown, 1, say("the file is empty", "its entries, or remove the file"))
    return document


def _not_yaml(shown: str, error: yaml.YAMLError) -> Document:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", "unreadable")
    line = mark.line + 1 if mark else 1
    return _unreadable(shown, line, say(f"this is not YAML ({problem})", "it with matching quotes, colons and spaces"))


def _unreadable(shown: str, line: int, text: str) -> Document:
    return Document(shown, None, {}, (Finding(shown, line, text),))
