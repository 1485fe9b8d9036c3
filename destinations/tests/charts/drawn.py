"""Reading a drawn chart back, so that tests can measure it."""

from xml.etree import ElementTree

SVG = "{http://www.w3.org/2000/svg}"


def read(svg: str) -> ElementTree.Element:
    """The picture as a tree. Fails when it is not well-formed XML."""
    return ElementTree.fromstring(svg)  # noqa: S314 (our own output)


def written(svg: str) -> list[str]:
    return [text.text or "" for text in read(svg).iter(f"{SVG}text")]


def ids(svg: str) -> list[str]:
    return [element.attrib["id"] for element in read(svg).iter() if "id" in element.attrib]


def pointed_to_by_fills(svg: str) -> set[str]:
    values = [value for element in read(svg).iter() for value in element.attrib.values()]
    return {value[5:-1] for value in values if value.startswith("url(#")}


def assert_may_stand_on_a_page(svg: str) -> None:
    """What the content security policy and a screen reader ask of every picture."""
    root = read(svg)
    attributes = {name for element in root.iter() for name in element.attrib}
    names = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert not {"style", "class"} & attributes
    assert not {name for name in attributes if name.startswith("on")}
    assert not {"script", "style", "foreignObject", "image", "a"} & names
    assert root.attrib["role"] == "img"
    assert root.attrib["font-family"]
    assert root.attrib["viewBox"].startswith("0 0 ")
    assert len(ids(svg)) == len(set(ids(svg)))
    assert pointed_to_by_fills(svg) | set(root.attrib["aria-labelledby"].split()) <= set(ids(svg))
    assert (root.findtext(f"{SVG}title") or "").strip()
    assert (root.findtext(f"{SVG}desc") or "").strip()
