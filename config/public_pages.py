"""The pages that open without signing in. Every other page is locked; a test holds this list and the pages together."""

PUBLIC_PAGES = frozenset(
    {
        "account_login",
        "account_logout",
        "account_inactive",
        "account_reset_password",
        "account_reset_password_done",
        "account_reset_password_from_key",
        "account_reset_password_from_key_done",
        "open_link",
        "class:code",
        "class:sign_in",
        "class:confirm",
        "choose_language",
        "school_account:choose",
        "school_account:start",
        "school_account:back",
        "one_time_code",
        "send_code",
        "answer:start",
        "answer:page",
        "answer:remove",
        "answer:check",
        "answer:done",
        "answer:leave",
        "answer:left",
    }
)
