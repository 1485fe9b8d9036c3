from allauth.account import views as sign_in
from django.urls import URLPattern, URLResolver, include, path, re_path

from surveys.views.language import choose_language

# Only the pages of allauth that a school needs: accounts are given by the school, so nobody signs up or keeps several addresses.
account_pages: list[URLPattern | URLResolver] = [
    path("login/", sign_in.login, name="account_login"),
    path("logout/", sign_in.logout, name="account_logout"),
    path("inactive/", sign_in.account_inactive, name="account_inactive"),
    path("reauthenticate/", sign_in.reauthenticate, name="account_reauthenticate"),
    path("password/change/", sign_in.password_change, name="account_change_password"),
    path("password/set/", sign_in.password_set, name="account_set_password"),
    path("password/reset/", sign_in.password_reset, name="account_reset_password"),
    path("password/reset/done/", sign_in.password_reset_done, name="account_reset_password_done"),
    path("password/reset/key/done/", sign_in.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        sign_in.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("accounts/", include(account_pages)),
    path("", include("careers.urls")),
    path("go/", include("careers.urls_ways_in")),
    path("students/contacts/", include("destinations.urls_contacts")),
    path("answer/", include("surveys.urls_answering")),
    path("students/", include("surveys.urls_answers")),
    path("class/", include("surveys.urls_class")),
    path("surveys/", include("surveys.urls")),
    path("students/", include("destinations.urls_students")),
    path("returns/", include("destinations.urls_returns")),
    path("providers/", include("destinations.urls_providers")),
    path("history/", include("destinations.urls_history")),
    path("language/", choose_language, name="choose_language"),
    path("school-account/", include("surveys.urls_school_sign_in")),
    path("worries/", include("surveys.urls_worries")),
    path("help/", include("careers.urls_help")),
    path("messages/", include("careers.urls_messages")),
    path("settings/messages/", include("careers.urls_message_settings")),
    path("settings/accounts/", include("careers.urls_accounts")),
    path("settings/permissions/", include("careers.urls_permissions")),
    path("settings/groups/", include("careers.urls_groups")),
    path("settings/audit/", include("careers.urls_audit")),
    path("", include("reporting.urls")),
]
