from collections import Counter

import pytest
from django.db.models import Model

from careers.models.personal import Personal
from config.tests.house import models


@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_every_field_is_sorted_once_as_identifying_describing_or_neutral(model: type[Model]) -> None:
    sorting = getattr(model, "personal", None)
    assert isinstance(sorting, Personal), f"{model.__name__} does not say which of its fields are personal."
    sorted_once = Counter([*sorting.identifying, *sorting.describing, *sorting.neutral])
    fields = {field.name for field in (*model._meta.concrete_fields, *model._meta.many_to_many)}
    assert sorted_once == Counter(fields)


def test_the_house_has_models_to_sort() -> None:
    assert {"Student", "Evidence", "User"} <= {model.__name__ for model in models()}
