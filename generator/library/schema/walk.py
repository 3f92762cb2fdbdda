"""A model's validators as JSON Schema (draft 07, which editors support best).

What pydantic itself makes of a model tells what comes out of validation; an author needs what may go in:
short forms, scalars of any type for text, and content as mappings with one key.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.library.schema import shorthands
from generator.library.schema.cores import (
    Core,
    definition_name,
    extras_of,
    fields_of,
    key_of,
    own_schema,
    takes_more,
    validators_of,
)
from generator.library.schema.values import READERS, SCALARS, TEXT, JsonSchema, words

ANYTHING: JsonSchema = {}


class Walk:
    """One walk from a model to all that it consists of; `definitions` fills with what is named on the way."""

    def __init__(self) -> None:
        self.definitions: dict[str, JsonSchema] = {}
        self._references: dict[str, Core] = {}

    def schema(self, core: Core) -> JsonSchema:
        """What may be written where this is wanted."""
        match core["type"]:
            case "model":
                return self.model(core)
            case "function-before":
                return self.before(core)
            case "tagged-union":
                return self.blocks(core)
            case "function-plain" if own := own_schema(core):
                return self.schema(own)
            case "nullable":
                return _one_of([self.schema(core["schema"]), {"type": "null"}])
            case "union":
                choices = [choice[0] if isinstance(choice, tuple) else choice for choice in core["choices"]]
                return _one_of([self.schema(choice) for choice in choices])
            case "definitions":
                self._references |= {known["ref"]: known for known in core["definitions"]}
                return self.schema(core["schema"])
            case "definition-ref":
                return self.schema(self._references[core["schema_ref"]])
            case "tuple" | "list":
                return self.sequence(core)
            case "dict":
                return self.mapping(core)
            case "literal":
                return words(list(core["expected"]))
            case "any":
                return dict(ANYTHING)
            case _ if "schema" in core:
                return self.schema(core["schema"])
            case _:
                return dict(TEXT)

    def before(self, core: Core) -> JsonSchema:
        """What a value's own reader takes; else what stands behind a validator, and its short forms."""
        function = core["function"]["function"]
        if function in READERS:
            return dict(READERS[function])
        inner = self.schema(core["schema"])
        if not shorthands.takes_more_than_words(function):
            return inner if _is_scalar(inner) or "enum" in inner else dict(TEXT)  # it reads words, such as `8 years`
        return _one_of([inner, *self.short_forms(core, core["schema"], inner)])

    def short_forms(self, core: Core, wanted: Core, inner: JsonSchema) -> Iterator[JsonSchema]:
        """The short forms that a validator spells out for what is wanted."""
        if core["function"]["type"] == "with-info":
            return
        function = core["function"]["function"]
        parts = self._parts(inner)
        if known := shorthands.short_words(function, _words_in(parts)):
            yield words(known)
        for form in shorthands.short_forms(function, _keys_in(parts)):
            yield from (self.schema(place) for place in self.at(wanted, form.steps))
        if shorthands.spelled_out(function, None) is not None:
            yield {"type": "null"}
        if not shorthands.takes(function, shorthands.WORD) and shorthands.takes(function, {}):
            yield TEXT  # it reads words of a form of their own, beside what stands behind it

    def at(self, core: Core, steps: tuple[str | int, ...]) -> Iterator[Core]:
        """The schemas of what stands at some steps below what is wanted."""
        if not steps:
            yield core
            return
        match core["type"]:
            case "model":
                if field := fields_of(core).get(str(steps[0])):
                    yield from self.at(field["schema"], steps[1:])
                elif takes_more(core):
                    yield from self.at(extras_of(core), steps[1:])
            case "tagged-union":
                for choice in core["choices"].values():
                    yield from self.at(self._model(choice), steps)
            case "dict":
                yield from self.at(core["values_schema"], steps[1:])
            case "tuple" | "list":
                items = core["items_schema"]
                yield from self.at(items[0] if isinstance(items, list) else items, steps[1:])
            case "definition-ref":
                yield from self.at(self._references[core["schema_ref"]], steps)
            case _ if "schema" in core:
                yield from self.at(core["schema"], steps)

    def sequence(self, core: Core) -> JsonSchema:
        """A list: of any length, or of just as many items as are named."""
        items = core["items_schema"]
        if isinstance(items, list) and "variadic_item_index" not in core:
            count = len(items)
            return {
                "type": "array",
                "items": [self.schema(item) for item in items],
                "minItems": count,
                "maxItems": count,
            }
        one = items[0] if isinstance(items, list) else items
        lengths = {"minItems": core["min_length"]} if core.get("min_length") else {}
        return {"type": "array", "items": self.schema(one)} | lengths

    def mapping(self, core: Core) -> JsonSchema:
        """Keys of the author's own, or some of a few known ones, each with a value of one form."""
        values = self.schema(core["values_schema"])
        lengths = {"minProperties": core["min_length"]} if core.get("min_length") else {}
        if known := self.schema(core["keys_schema"]).get("enum"):
            properties = {str(key): values for key in known}
            numbers = [key for key in properties if key.isdecimal()]  # an editor takes `1:` for a number
            also = {"patternProperties": {f"^(?:{'|'.join(numbers)})$": values}} if numbers else {}
            return {"type": "object", "properties": properties, "additionalProperties": False} | also | lengths
        return {"type": "object", "additionalProperties": values} | lengths

    def blocks(self, core: Core) -> JsonSchema:
        """A mapping with one key, the kind of the block, and under it what the kind holds."""
        properties: dict[str, JsonSchema] = {}
        for choice in core["choices"].values():
            properties |= self.properties(self._model(choice))
        block = {"type": "object", "properties": properties, "additionalProperties": False}
        return self.defined("Block", block | {"minProperties": 1, "maxProperties": 1})

    def model(self, core: Core) -> JsonSchema:
        """A reference to a model, which is defined once."""
        cls: type[BaseModel] = core["cls"]
        name = definition_name(cls)
        if name not in self.definitions:
            self.definitions[name] = {}  # it may hold itself
            fields = fields_of(core)
            required = [key_of(fields[name], name) for name, one in cls.model_fields.items() if one.is_required()]
            self.definitions[name] = {
                "type": "object",
                "description": _first_line(cls),
                "properties": self.properties(core),
                "additionalProperties": self.schema(extras_of(core)) if takes_more(core) else False,
                **({"required": required} if required else {}),
            }
        reference = self.defined(name, self.definitions[name])
        forms = [form for one in validators_of(core) for form in self.short_forms(one, core, reference)]
        return _one_of([reference, *forms])

    def properties(self, core: Core) -> dict[str, JsonSchema]:
        """The keys of a model, each with what may stand under it and what is said of it."""
        infos, found = core["cls"].model_fields, {}
        for name, field in fields_of(core).items():
            found[key_of(field, name)] = self.schema(field["schema"]) | _said_of(infos[name])
        return found

    def _model(self, core: Core) -> Core:
        """A model's schema, below references and validators."""
        while core["type"] != "model":
            match core["type"]:
                case "function-plain":
                    core = own_schema(core) or core["schema"]
                case "definition-ref":
                    core = self._references[core["schema_ref"]]
                case "definitions":
                    self._references |= {known["ref"]: known for known in core["definitions"]}
                    core = core["schema"]
                case _:
                    core = core["schema"]
        return core

    def _parts(self, schema: JsonSchema) -> list[JsonSchema]:
        """What stands directly below the keys of a model that is referred to."""
        name = schema.get("$ref", "").rpartition("/")[2]
        return list(self.definitions.get(name, {}).get("properties", {}).values())

    def defined(self, name: str, schema: JsonSchema) -> JsonSchema:
        """A reference to a definition, which is there afterwards."""
        self.definitions[name] = schema
        return {"$ref": f"#/definitions/{name}"}


def _first_line(cls: type[BaseModel]) -> str:
    return (cls.__doc__ or "").strip().partition("\n")[0]


def _said_of(info: FieldInfo) -> JsonSchema:
    """Description and examples of a key; not its default, which editors would type for the author."""
    said: JsonSchema = {"description": info.description} if info.description else {}
    return said | ({"examples": info.examples} if info.examples else {})


def _one_of(forms: list[JsonSchema]) -> JsonSchema:
    """Any of some forms, each once; plain text swallows the narrower scalars."""
    flat = [inner for form in forms for inner in (form["anyOf"] if form.keys() == {"anyOf"} else [form])]
    forms = [form for index, form in enumerate(flat) if form not in flat[:index]]
    if ANYTHING in forms:
        return dict(ANYTHING)
    if TEXT in forms:
        forms = [form for form in forms if form == TEXT or not _is_scalar(form)]
    return forms[0] if len(forms) == 1 else {"anyOf": forms}


def _is_scalar(form: JsonSchema) -> bool:
    kinds = form.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    return bool(kinds) and {*kinds} <= {*SCALARS, "integer"}


def _words_in(parts: list[JsonSchema]) -> list[str]:
    """The words of the enumerations among some forms."""
    return [word for part in parts for word in part.get("enum", ()) if isinstance(word, str)]


def _keys_in(parts: list[JsonSchema]) -> list[str]:
    """The keys of the mappings among some forms, where they are a few known ones."""
    return [key for part in parts for key in part.get("properties", ())]
