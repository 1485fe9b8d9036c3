"""The surveys there are: what each is called, and which question of the evidence it answers."""

from dataclasses import dataclass

from destinations.rules.checkpoints import Checkpoint


@dataclass(frozen=True, slots=True)
class Survey:
    """`title` is what people are told it is about. Who is known at `checkpoint` from a file is not chased. `in_school`: asked of
    students who are there, so that form periods, slips and tutors can help."""

    key: str
    title: str
    checkpoint: Checkpoint
    in_school: bool = True
    minutes: int = 4


FIRST = Survey("first", "Your plans after Year 11", Checkpoint.Y11_INTENDED)
SURVEYS = {survey.key: survey for survey in (FIRST,)}
