from django.urls import path

from destinations.views import checked, checking, layouts, reading, returns, word_rules, words

app_name = "returns"
urlpatterns = [
    path("", returns.all_returns, name="list"),
    path("read/", reading.read_return, name="read"),
    path("<int:pk>/", returns.detail, name="detail"),
    path("<int:pk>/columns/", returns.columns, name="columns"),
    path("<int:pk>/progress/", reading.progress, name="progress"),
    path("<int:pk>/again/", reading.again, name="again"),
    path("<int:pk>/apply/", returns.apply, name="apply"),
    path("<int:pk>/undo/", returns.undo, name="undo"),
    path("<int:pk>/discard/", returns.discard, name="discard"),
    path("<int:pk>/check/", checking.check, name="check"),
    path("<int:pk>/rows/<int:row_id>/", checking.row, name="row"),
    path("<int:pk>/rows/<int:row_id>/find/", checking.find_student, name="find_student"),
    path("<int:pk>/rows/<int:row_id>/reopen/", checking.reopen, name="reopen"),
    path("<int:pk>/decided/", checked.decided, name="decided"),
    path("<int:pk>/not-ours/", checked.not_ours, name="not_ours"),
    path("<int:pk>/words/", words.words, name="words"),
    path("<int:pk>/words/<slug:mark>/", words.word, name="word"),
    path("senders/<int:pk>/layouts/", layouts.layouts, name="layouts"),
    path("senders/<int:pk>/words/", words.sender_words, name="sender_words"),
    path("words/", word_rules.rules, name="word_rules"),
    path("words/<slug:key>/", word_rules.subject, name="word_subject"),
]
