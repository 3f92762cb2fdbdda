"""What the static check believes that templates may speak of is what they get."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from pydantic import BaseModel

from generator.compose.compose import change_view, lead_in_values, root_view
from generator.model.content import KINDS, plain
from generator.model.entities import Registrant
from generator.model.shapes import ANY, Shape
from generator.model.supplement import House, Supplement
from generator.wording.check import CHANGE, LEAD_IN, ROOT
from generator.wording.located import value_of
from tests.content_strategies import Content, contents


def fits(value: Any, shape: Shape) -> bool:
    """Whether a value of a view has a shape; nothing has every shape."""
    value = {key: getattr(value, key) for key in type(value).model_fields} if isinstance(value, BaseModel) else value
    match shape:
        case dict():
            return not value or all(key in shape and fits(part, shape[key]) for key, part in value.items())
        case list():
            return all(fits(part, shape[0]) for part in value)
        case tuple():
            return not shape or value in (*shape, "", None)
        case _:
            return shape == ANY or not isinstance(value, dict | list | tuple)


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(contents())
def test_views_have_the_shapes_that_templates_are_checked_against(content: Content) -> None:
    supplement = Supplement.model_validate(content)
    assert isinstance(supplement.registrant, Registrant)
    house = House(registrant=supplement.registrant, supplement=supplement)
    for change in [None, *supplement.changes]:
        views = [(root_view(house), ROOT), (change_view(house, change), CHANGE)]
        if change:
            views.append((lead_in_values(house, change, "changes[0]"), ROOT | CHANGE | LEAD_IN))
        for view, shape in views:
            assert set(view) == set(shape)
            assert all(fits(value_of(value), shape[name]) for name, value in view.items())
        for block in change.content if change else ():
            if block.kind in KINDS:
                view = block.body.view(house, change)
                assert fits(plain(view), KINDS[block.kind].shape())
