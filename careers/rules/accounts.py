"""Who may give which role to whom, and what else a role needs to be told."""

from collections.abc import Collection, Iterable

from careers.rules.permissions import May, Role, may

# Whoever gives a role can be the first to sign in with it. So nobody opens with it what their own role keeps shut.
IN_CONFIDENCE = frozenset({May.READ_WORRIES, May.READ_ANSWERS, May.SEE_CARE, May.SEE_SAFETY})
SEES_FORMS = frozenset({Role.ADVISER, Role.TUTOR, Role.YEAR_LEAD})
SEES_A_GROUP = frozenset({Role.GROUP_LEAD})


def may_give(giver: str, role: str) -> bool:
    """Whether somebody in the role `giver` may give, change or end `role`."""
    opened = (what for what in IN_CONFIDENCE if may(role, what))
    return may(giver, May.KEEP_ACCOUNTS) and all(may(giver, what) for what in opened)


def roles_to_give(giver: str) -> list[Role]:
    return [role for role in Role if may_give(giver, role)]


def why_not_give(giver: str | None, role: str, *, to_oneself: bool) -> str | None:
    """Why a role may not be given, changed or ended, or None. `giver` None is the command line, which may."""
    if giver is None:
        return None
    if not may_give(giver, role):
        return (
            f"Your role may not give or end “{Role(role).label}”: it reads what students told in confidence, or sees who is in care or"
            " needs protection, and yours does not. Ask a careers leader."
        )
    if to_oneself and giver != Role.CAREERS_LEADER:
        return "Your own role is for a careers leader to change."
    return None


def why_not_care(giver: str | None, *, in_care: bool) -> str | None:
    """Why somebody may not be given a group, or be taken over who has it: its lead sees who is in care, and the giver does not."""
    if giver is None or not in_care or may(giver, May.SEE_CARE):
        return None
    return "Whoever has this group sees who is in care, and your role does not. Ask a careers leader."


def why_no_link(giver: str | None, roles_here: Iterable[str], *, works_elsewhere: bool) -> str | None:
    """Why a link that sets somebody's password may not be made: whoever holds it could sign in as them."""
    if giver is None:
        return None
    if works_elsewhere:
        return (
            "This person also works in another school, so the link must come by email: “Forgotten password” on the sign-in page sends it."
        )
    if not all(may_give(giver, role) for role in roles_here):
        return (
            "This person’s role sees what yours does not, and whoever holds the link could sign in as them. “Forgotten password” on the"
            " sign-in page sends them a link; where email is not set up, a careers leader makes one."
        )
    return None


def scope_problem(role: str, *, forms: Collection[str], leaving: int | None, group: str, groups: Collection[str]) -> tuple[str, str] | None:
    """The field that is wrong with what a role is told to see, and why; None when nothing is."""
    if group and group not in groups:
        return "group", f"“{group}” is not a group of this school. Use one of: {', '.join(groups)}."
    if forms and role not in SEES_FORMS:
        return "forms", f"Forms mean nothing to the role “{Role(role).label}”."
    if group and role not in SEES_A_GROUP:
        return "group", f"A group means nothing to the role “{Role(role).label}”."
    if leaving and role not in SEES_FORMS:
        return "leaving", f"A cohort means nothing to the role “{Role(role).label}”."
    return None


def sees_nobody_yet(role: str, *, forms: Collection[str], group: str) -> bool:
    """Whether a role still needs to be told which students it sees."""
    return (role in SEES_FORMS and not forms) or (role in SEES_A_GROUP and not group)


def forms_in(text: str) -> list[str]:
    """ "11A, 11B" → ["11A", "11B"]."""
    return list(dict.fromkeys(form for part in text.replace(";", ",").split(",") if (form := part.strip())))
