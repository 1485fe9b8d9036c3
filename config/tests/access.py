"""The access matrix: each address, who may open it, and what it needs to be asked for."""

from dataclasses import dataclass

from careers.rules.permissions import Role

PUBLIC = frozenset({"anyone, signed in or not"})
EVERYBODY = frozenset(Role)
LEADERS = frozenset({Role.CAREERS_LEADER, Role.COORDINATOR})
DATA = LEADERS | {Role.DATA_MANAGER}
ACCOUNTS = frozenset({Role.CAREERS_LEADER, Role.DATA_MANAGER})
OWN = frozenset({Role.ADVISER, Role.TUTOR, Role.YEAR_LEAD, Role.GROUP_LEAD})
SAFETY = LEADERS | {Role.SAFEGUARDING_LEAD}
STUDENTS = SAFETY | OWN
CAREERS = LEADERS | {Role.ADVISER}
WORRIES = CAREERS | {Role.SAFEGUARDING_LEAD}
CLASS = LEADERS | {Role.TUTOR, Role.YEAR_LEAD}
ANSWERED = CLASS | {Role.ADVISER}
TOTALS = frozenset({Role.SLT, Role.TRUST, Role.REVIEWER})
READERS = LEADERS | {Role.SLT, Role.TRUST, Role.GOVERNOR}


@dataclass(frozen=True, slots=True)
class Row:
    """`args` name attributes of the test's world, or are given as they are. `of_the_school`: it names something of one school."""

    who: frozenset
    args: tuple = ()
    only_post: bool = False
    of_the_school: bool = False


def about(who: frozenset, *args, only_post: bool = False) -> Row:
    """A page about one thing of one school."""
    return Row(who, args, only_post, of_the_school=True)


MATRIX: dict[str, Row] = {
    # signing in and out
    "account_login": Row(PUBLIC),
    "account_logout": Row(PUBLIC),
    "account_inactive": Row(PUBLIC),
    "account_reauthenticate": Row(EVERYBODY),
    "account_change_password": Row(EVERYBODY),
    "account_set_password": Row(EVERYBODY),
    "account_reset_password": Row(PUBLIC),
    "account_reset_password_done": Row(PUBLIC),
    "account_reset_password_from_key_done": Row(PUBLIC),
    "account_reset_password_from_key": Row(PUBLIC, ("x", "set-password")),
    # ways in without a password
    "open_link": Row(PUBLIC, ("not-a-link",)),
    "one_time_code": Row(PUBLIC),
    "send_code": Row(PUBLIC, only_post=True),
    # answering a survey, with a pass
    "answer:start": Row(PUBLIC),
    "answer:page": Row(PUBLIC, ("plan",)),
    "answer:remove": Row(PUBLIC, (1,)),
    "answer:check": Row(PUBLIC),
    "answer:done": Row(PUBLIC),
    "answer:leave": Row(PUBLIC, only_post=True),
    "answer:left": Row(PUBLIC),
    # everybody's first page and choices
    "home": Row(EVERYBODY),
    "choose_school": Row(EVERYBODY, only_post=True),
    "choose_cohort": Row(EVERYBODY, only_post=True),
    # students
    "students:board": Row(STUDENTS),
    "students:search": Row(STUDENTS, only_post=True),
    "students:export": Row(LEADERS),
    "students:story": about(STUDENTS, "student_id"),
    "students:settle": about(LEADERS, "student_id", "y12"),
    "students:unsettle": about(LEADERS, "student_id", "y12", only_post=True),
    "students:exclude": about(LEADERS, "student_id"),
    "students:include": about(LEADERS, "student_id", only_post=True),
    "students:add_statement": about(LEADERS, "student_id"),
    "students:withdraw": about(LEADERS, "student_id", "evidence_id"),
    "students:safety": about(SAFETY, "student_id"),
    # contact details and permissions
    "students:contact": about(LEADERS, "student_id"),
    "students:contact_add": about(LEADERS, "student_id"),
    "students:contact_check": about(LEADERS, "student_id", "detail_id", only_post=True),
    "students:contact_end": about(LEADERS, "student_id", "detail_id", only_post=True),
    "students:permission": about(LEADERS, "student_id"),
    "students:preferences": about(LEADERS, "student_id"),
    "students:revoke_link": about(LEADERS, "student_id", "link_id", only_post=True),
    "students:renew_code": about(LEADERS, "student_id", only_post=True),
    "contacts:missing": Row(LEADERS),
    "contacts:export": Row(LEADERS),
    "contacts:import": Row(LEADERS),
    "contacts:import_preview": about(LEADERS, "contact_upload_id"),
    "contacts:import_apply": about(LEADERS, "contact_upload_id", only_post=True),
    "contacts:import_discard": about(LEADERS, "contact_upload_id", only_post=True),
    "permissions:list": Row(LEADERS),
    "permissions:basis": Row(LEADERS, ("contact",)),
    "permissions:words": Row(LEADERS, ("contact",)),
    "answers:student": about(LEADERS | {Role.ADVISER}, "student_id"),
    "students:import": Row(DATA),
    "students:import_preview": about(DATA, "student_upload_id"),
    "students:import_progress": about(DATA, "student_upload_id"),
    "students:import_apply": about(DATA, "student_upload_id", only_post=True),
    "students:import_discard": about(DATA, "student_upload_id", only_post=True),
    # surveys
    "surveys:list": Row(ANSWERED),
    "surveys:new": Row(LEADERS),
    "surveys:compare": Row(LEADERS | {Role.ADVISER}),
    "surveys:compare_export": Row(LEADERS),
    "surveys:wave": about(LEADERS, "wave_id"),
    "surveys:live": about(LEADERS, "wave_id"),
    "surveys:own": about(ANSWERED, "wave_id"),
    "surveys:change": about(LEADERS, "wave_id"),
    "surveys:open": about(LEADERS, "wave_id", only_post=True),
    "surveys:more": about(LEADERS, "wave_id", only_post=True),
    "surveys:close": about(LEADERS, "wave_id", only_post=True),
    "surveys:discard": about(LEADERS, "wave_id", only_post=True),
    "surveys:waiting": about(LEADERS, "wave_id"),
    "surveys:waiting_export": about(LEADERS, "wave_id"),
    "surveys:write": about(LEADERS, "wave_id", only_post=True),
    "surveys:take_off": about(LEADERS, "wave_id", "invitation_id", only_post=True),
    "surveys:slips": about(CLASS, "wave_id", only_post=True),
    "surveys:poster": about(CLASS, "wave_id"),
    "surveys:start_period": about(CLASS, "wave_id", only_post=True),
    "surveys:period": about(CLASS, "period_id"),
    "surveys:period_live": about(CLASS, "period_id"),
    "surveys:close_period": about(CLASS, "period_id", only_post=True),
    "class:code": Row(PUBLIC),
    "class:sign_in": Row(PUBLIC, ("CDFGH",)),
    "class:confirm": Row(PUBLIC, ("CDFGH",), only_post=True),
    # lists about leavers
    "returns:list": Row(LEADERS),
    "returns:read": Row(LEADERS),
    "returns:detail": about(LEADERS, "return_id"),
    "returns:progress": about(LEADERS, "return_id"),
    "returns:again": about(LEADERS, "return_id", only_post=True),
    "returns:layouts": about(LEADERS, "source_id"),
    "returns:columns": about(LEADERS, "return_id"),
    "returns:check": about(LEADERS, "return_id"),
    "returns:row": about(LEADERS, "return_id", "row_id"),
    "returns:find_student": about(LEADERS, "return_id", "row_id", only_post=True),
    "returns:reopen": about(LEADERS, "return_id", "row_id", only_post=True),
    "returns:decided": about(LEADERS, "return_id"),
    "returns:not_ours": about(LEADERS, "return_id"),
    "returns:apply": about(LEADERS, "return_id", only_post=True),
    "returns:undo": about(LEADERS, "return_id", only_post=True),
    "returns:discard": about(LEADERS, "return_id", only_post=True),
    "returns:words": about(LEADERS, "return_id"),
    "returns:word": about(LEADERS, "return_id", "0123456789abcdef"),
    "returns:sender_words": about(LEADERS, "source_id"),
    "returns:word_rules": Row(LEADERS),
    "returns:word_subject": Row(LEADERS, ("status",)),
    # the provider register
    "providers:list": Row(DATA),
    "providers:export": Row(DATA),
    "providers:add": Row(DATA),
    "providers:change": about(DATA, "provider_id"),
    "providers:doubles": Row(DATA),
    "providers:merge": about(DATA, "provider_id"),
    "providers:import": Row(DATA),
    "providers:import_preview": about(DATA, "provider_upload_id"),
    "providers:import_apply": about(DATA, "provider_upload_id", only_post=True),
    "providers:import_discard": about(DATA, "provider_upload_id", only_post=True),
    # the school's past
    "history:load": Row(LEADERS),
    "history:preview": about(LEADERS, "history_upload_id"),
    "history:discard": about(LEADERS, "history_upload_id", only_post=True),
    "history:sample": Row(LEADERS, ("xlsx",)),
    # the school's own account, where it is set up
    "choose_language": Row(PUBLIC, only_post=True),
    "school_account:choose": Row(PUBLIC),
    "school_account:start": Row(PUBLIC, ("google",)),
    "school_account:back": Row(PUBLIC, ("google",)),
    # worries and requests for help
    "worries:list": Row(WORRIES),
    "worries:detail": about(WORRIES, "worry_id"),
    "worries:read": about(WORRIES, "worry_id", only_post=True),
    "worries:hand_over": about(WORRIES, "worry_id", only_post=True),
    "worries:close": about(WORRIES, "worry_id", only_post=True),
    "help:list": Row(CAREERS),
    "help:export": Row(LEADERS),
    "help:close": about(CAREERS, "help_id"),
    # messages
    "messages:list": Row(LEADERS),
    "messages:coming": Row(LEADERS),
    "messages:by_hand": Row(LEADERS),
    "messages:by_hand_sent": Row(LEADERS, only_post=True),
    "messages:letters": Row(LEADERS, only_post=True),
    "messages:by_hand_export": Row(LEADERS, ("text", "csv"), only_post=True),
    "messages:detail": about(LEADERS, "message_id"),
    "messages:decide": about(LEADERS, "message_id", only_post=True),
    "message_settings:show": Row(LEADERS),
    "message_settings:test": Row(LEADERS, only_post=True),
    "message_settings:holidays": Row(LEADERS),
    "message_settings:remove_holiday": about(LEADERS, "holiday_id", only_post=True),
    "message_settings:words": Row(LEADERS),
    "message_settings:word": Row(LEADERS, ("invitation", "email")),
    "message_settings:reset_word": Row(LEADERS, ("invitation", "email"), only_post=True),
    # accounts and who did what
    "groups:list": Row(LEADERS),
    "groups:detail": about(LEADERS, "group_id"),
    "groups:rename": about(LEADERS, "group_id", only_post=True),
    "groups:remove": about(LEADERS, "group_id", only_post=True),
    "accounts:list": Row(ACCOUNTS),
    "accounts:add": Row(ACCOUNTS),
    "accounts:change": about(ACCOUNTS, "membership_id"),
    "accounts:end": about(ACCOUNTS, "membership_id", only_post=True),
    "accounts:link": about(ACCOUNTS, "membership_id", only_post=True),
    "audit:list": Row(LEADERS),
    # figures and reports
    "dashboard": Row(SAFETY | TOTALS),
    "reports:list": Row(READERS),
    "reports:make": Row(LEADERS, only_post=True),
    "reports:progress": about(LEADERS, "report_id"),
    "reports:download": about(READERS, "report_id"),
    "reports:again": about(LEADERS, "report_id", only_post=True),
    "reports:publish": about(LEADERS, "report_id", only_post=True),
}
