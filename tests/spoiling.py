"""Published files with a wrong word in them, to see whether anybody would notice."""

import io
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from zipfile import ZipFile

import channels

from followup.formats.notice_files import CountRow
from followup.output import Finished, Made, Rendered
from followup.pages.states import StateView


def spoiled(file: Finished, pattern: str, swaps: Mapping[str, str]) -> Finished:
    """The file with another word in its bytes, or in what its picture is made of."""

    def wrong(text: str) -> str:
        return re.sub(pattern, swap, text)

    def swap(found: re.Match[str]) -> str:
        text = found[0]
        for old, new in swaps.items():
            text = text.replace(old, new)
        return text

    if file.path.endswith((".png", ".pdf")) and isinstance(file, Made):
        sheet = channels.sheet(file)
        fields = {key: _wrong(value, wrong) for key, value in vars(sheet.data).items()}
        made = replace(sheet, data=replace(sheet.data, **fields))
        return replace(file, make=made.pdf if file.path.endswith(".pdf") else made.png)
    if file.path.endswith(".docx"):
        return Rendered(file.path, _rezipped(file.data, wrong))
    if file.path.endswith((".html", ".txt", ".json", ".csv", ".xml")):
        return Rendered(file.path, wrong(file.data.decode()).encode())
    return file


def _wrong(value: object, wrong: Callable[[str], str]) -> object:
    match value:
        case str():
            return wrong(value)
        case tuple():
            return tuple(_wrong(one, wrong) for one in value)
        case CountRow():
            return replace(value, figure=wrong(value.figure))
        case StateView():
            return replace(value, label=wrong(value.label))
    return value


def _rezipped(data: bytes, wrong: Callable[[str], str]) -> bytes:
    buffer = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(name, wrong(old.read(name).decode()))
    return buffer.getvalue()
