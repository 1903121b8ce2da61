"""A REFI-QDA project or code book written as XML, in the order of elements that the schemas want, valid by them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml import etree

from lapwing.reviews.refi.model import Case, Code, Coding, RefiProject, Selection, Source, Value, Variable
from lapwing.reviews.refi.xml import CODEBOOK, PROJECT, fit

VALUES = {
    "Text": "TextValue",
    "Boolean": "BooleanValue",
    "Integer": "IntegerValue",
    "Float": "FloatValue",
    "Date": "DateValue",
    "DateTime": "DateTimeValue",
}


def project_xml(project: RefiProject) -> bytes:
    """The content of a `project.qde`; the same project always gives the same bytes."""
    writer = _Writer(PROJECT, {variable.guid: variable.kind for variable in project.variables})
    return writer.bytes_of(writer.project(project))


def codebook_xml(project: RefiProject) -> bytes:
    """The content of a `.qdc`: the codes of a project, without notes, which a code book has no place for."""
    writer = _Writer(CODEBOOK, {})
    root = writer.root("CodeBook", origin=project.origin)
    writer.codes(root, [Code(c.guid, c.name, c.parent, c.description, c.colour, c.codable) for c in project.codes])
    return writer.bytes_of(root)


class _Writer:
    """Puts elements of one namespace together; what is empty is left out, and what XML cannot have is replaced."""

    def __init__(self, namespace: str, kinds: Mapping[str, str]) -> None:
        self.namespace = namespace
        self.kinds = kinds

    def root(self, name: str, **attributes: str) -> etree._Element:
        spaces: dict[str | None, str] = {None: self.namespace}
        element = etree.Element(f"{{{self.namespace}}}{name}", nsmap=spaces)  # type: ignore[arg-type]
        return self._with(element, attributes)

    def add(self, within: etree._Element, name: str, words: str = "", /, **attributes: str) -> etree._Element:
        element = etree.SubElement(within, f"{{{self.namespace}}}{name}")
        if words:
            element.text = fit(words)
        return self._with(element, attributes)

    @staticmethod
    def _with(element: etree._Element, attributes: Mapping[str, str]) -> etree._Element:
        for name, value in attributes.items():
            if value:
                element.set(name, fit(value))
        return element

    @staticmethod
    def bytes_of(root: etree._Element) -> bytes:
        return etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)

    def project(self, project: RefiProject) -> etree._Element:
        root = self.root("Project", origin=project.origin, creationDateTime=project.created_at)
        root.set("name", fit(project.name))
        self._users(root, project)
        if project.codes:
            self.codes(self.add(root, "CodeBook"), project.codes)
        self._each(root, "Variables", project.variables, self._variable)
        self._each(root, "Cases", project.cases, self._case)
        self._each(root, "Sources", project.sources, self._source)
        self._each(root, "Notes", project.notes, self._source)
        self._description(root, project.description)
        self._refs(root, "NoteRef", project.note_refs)
        return root

    def _each(self, root: etree._Element, name: str, things: Sequence[object], write: object) -> None:
        if things:
            within = self.add(root, name)
            for thing in things:
                write(within, thing)  # type: ignore[operator]

    def _users(self, root: etree._Element, project: RefiProject) -> None:
        if project.users:
            within = self.add(root, "Users")
            for user in project.users:
                self.add(within, "User", guid=user.guid, name=user.name)

    def codes(self, within: etree._Element, codes: Sequence[Code]) -> None:
        """The codes, each within its parent, in their order."""
        if not codes:
            return
        known: dict[str, etree._Element] = {"": self.add(within, "Codes")}
        for code in codes:
            element = self.add(known[code.parent], "Code", guid=code.guid, color=code.colour)
            element.set("name", fit(code.name))
            element.set("isCodable", "true" if code.codable else "false")
            self._description(element, code.description)
            self._refs(element, "NoteRef", code.notes)
            known[code.guid] = element

    def _variable(self, within: etree._Element, variable: Variable) -> None:
        element = self.add(within, "Variable", guid=variable.guid, typeOfVariable=variable.kind)
        element.set("name", fit(variable.name))
        self._description(element, variable.description)

    def _case(self, within: etree._Element, case: Case) -> None:
        element = self.add(within, "Case", guid=case.guid, name=case.name)
        self._description(element, case.description)
        self._refs(element, "CodeRef", case.codes)
        self._values(element, case.values)
        self._refs(element, "SourceRef", case.sources)
        self._refs(element, "SelectionRef", case.selections)

    def _values(self, element: etree._Element, values: Sequence[Value]) -> None:
        for value in values:
            within = self.add(element, "VariableValue")
            self.add(within, "VariableRef", targetGUID=value.variable)
            self.add(within, VALUES[self.kinds[value.variable]], value.words)

    def _source(self, within: etree._Element, source: Source) -> None:
        paths = {"richTextPath": source.rich_path, "plainTextPath": source.text_path, "path": source.path}
        made = {"creatingUser": source.user, "creationDateTime": source.at}
        element = self.add(within, source.kind, guid=source.guid, name=source.name, **paths, **made)
        self._description(element, source.description)
        if source.text is not None:
            self.add(element, "PlainTextContent", source.text)
        for selection in source.selections:
            self._selection(element, selection)
        if source.representation:
            self._source(element, source.representation)
        self._codings(element, source.codings)
        self._refs(element, "NoteRef", source.notes)
        self._values(element, source.values)

    def _selection(self, within: etree._Element, selection: Selection) -> None:
        element = self.add(within, "PlainTextSelection", guid=selection.guid, name=selection.name)
        element.set("startPosition", str(selection.start))
        element.set("endPosition", str(selection.end))
        self._with(element, {"creatingUser": selection.user, "creationDateTime": selection.at})
        self._description(element, selection.description)
        self._codings(element, selection.codings)
        self._refs(element, "NoteRef", selection.notes)

    def _codings(self, within: etree._Element, codings: Sequence[Coding]) -> None:
        for coding in codings:
            element = self.add(within, "Coding", guid=coding.guid, creatingUser=coding.user, creationDateTime=coding.at)
            self.add(element, "CodeRef", targetGUID=coding.code)
            self._refs(element, "NoteRef", coding.notes)

    def _refs(self, within: etree._Element, name: str, guids: Sequence[str]) -> None:
        for guid in guids:
            self.add(within, name, targetGUID=guid)

    def _description(self, within: etree._Element, words: str) -> None:
        if words:
            self.add(within, "Description", words)
