"""Signing in, as the pages answer: who is let in, who is not, what is said of it, and what the log keeps."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from allauth.mfa.webauthn.forms import LoginWebAuthnForm
from cast import MONDAY, Partnership
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache import cache
from django.core.management import call_command
from django.core.management.sql import emit_post_migrate_signal
from django.db import connection
from django.test import Client
from django.utils import timezone
from lxml import html

from lapwing.conduct.signing_in import end_sessions
from lapwing.conduct.verbs.accounts import end_account, open_account, open_system_account
from lapwing.records.models import Account, Event, Role
from lapwing.web.signing_in import link_to_set_password

PASSWORD = "lapwings lead them away"  # noqa: S105  # of invented people
WRONG = "not this one"
SECRET = "JBSWY3DPEHPK3PXP"  # noqa: S105
SMTP = "django.core.mail.backends.smtp.EmailBackend"
MIRA = "mira.wells@example.org"


@pytest.fixture(autouse=True)
def nobody_waits(db: None, settings: Any) -> Iterator[None]:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # the right ones take their time
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def mira(area: Partnership) -> Account:
    """A midwife who has a password and one-time codes."""
    return ready(area.accounts["Mira Wells"])


@pytest.fixture
def client(area: Partnership) -> Client:
    """A browser, at an address that is encrypted."""
    return Client(HTTP_X_FORWARDED_PROTO="https")


def ready(account: Account) -> Account:
    with_password(account)
    TOTP.activate(account, SECRET)
    return account


def with_password(account: Account) -> Account:
    account.set_password(PASSWORD)
    account.save()
    return account


def code() -> str:
    return str(format_hotp_value(hotp_value(SECRET, next(iter(yield_hotp_counters_from_time())))))


def give_password(client: Client, email: str = MIRA, password: str = PASSWORD, to: str = "") -> Any:
    return client.post("/account/login/", {"login": email, "password": password, "next": to})


def sign_in(client: Client, email: str = MIRA) -> Any:
    give_password(client, email)
    return client.post("/account/2fa/authenticate/", {"code": code()})


def says(answer: Any) -> str:
    return " ".join(html.fromstring(answer.content).find(".//main").text_content().split())


def kept(*verbs: str) -> list[tuple[str, int | None, dict[str, Any]]]:
    """What the log has of these, oldest first."""
    events = Event.objects.filter(verb__in=verbs).order_by("place")
    return [(one.verb, one.by_id, json.loads(one.details)) for one in events]


def is_in(client: Client) -> bool:
    return client.get("/you").status_code == 200


# ---------------------------------------------------------------- who gets in


def test_a_password_and_a_code_let_somebody_in_where_they_wanted_to_go(client: Client, mira: Account) -> None:
    asked = client.get("/children?who=all")
    assert asked.headers["Location"] == "/account/login/?next=/children%3Fwho%3Dall"
    second = give_password(client, to="/children?who=all")
    assert second.headers["Location"] == "/account/2fa/authenticate/"
    assert not is_in(client), "a password alone is not enough"
    there = client.post("/account/2fa/authenticate/", {"code": code()})
    assert there.headers["Location"] == "/children?who=all"
    assert is_in(client)


@pytest.mark.parametrize(
    "elsewhere",
    ["https://example.com/", "//example.com/", "/\\example.com", "http://testserver/", "javascript:alert(1)"],
)
def test_nobody_is_led_elsewhere(client: Client, mira: Account, elsewhere: str) -> None:
    give_password(client, to=elsewhere)
    assert client.post("/account/2fa/authenticate/", {"code": code()}).headers["Location"] == "/"


def test_a_recovery_code_works_once(client: Client, mira: Account) -> None:
    one = RecoveryCodes.activate(mira).generate_codes()[0]
    give_password(client)
    assert client.post("/account/2fa/authenticate/", {"code": one}).headers["Location"] == "/"
    client.post("/account/logout/")
    give_password(client)
    assert "This is not right" in says(client.post("/account/2fa/authenticate/", {"code": one}))


def test_who_has_no_second_factor_sets_one_up_and_sees_nothing_else(client: Client, area: Partnership) -> None:
    with_password(area.accounts["Mira Wells"])
    give_password(client)
    for path in ("/", "/children", "/you", "/do/open_record", "/account/password/change/"):
        for ask in (client.get, client.head, client.options, client.post):
            assert ask(path).headers["Location"] == "/account/2fa/", f"{ask.__name__} {path}"
    page = client.get("/account/2fa/")
    assert "One more step" in says(page)
    assert html.fromstring(page.content).findall(".//nav") == []
    client.get("/account/2fa/totp/activate/")
    secret = client.session["mfa.totp.secret"]
    given = format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))
    assert (
        client.post("/account/2fa/totp/activate/", {"code": given}).headers["Location"]
        == "/account/2fa/recovery-codes/"
    )
    assert len(html.fromstring(client.get("/account/2fa/recovery-codes/").content).findall(".//main//code")) == 10
    assert "cannot be shown again" in says(client.get("/account/2fa/recovery-codes/"))
    assert is_in(client)


def test_who_gives_up_their_only_second_factor_sets_one_up_anew(client: Client, mira: Account) -> None:
    sign_in(client)
    assert is_in(client)
    client.post("/account/2fa/totp/deactivate/")
    assert client.get("/you").headers["Location"] == "/account/2fa/"


def test_ways_of_signing_in_are_changed_only_by_who_showed_just_now_who_they_are(
    client: Client, mira: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign_in(client)
    assert client.get("/account/2fa/passkeys/add/").status_code == 200
    later = timezone.now() + timedelta(minutes=11)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    asked = client.get("/account/2fa/passkeys/add/")
    assert asked.headers["Location"].startswith("/account/reauthenticate/?next=")
    assert "makes sure that it is you" in says(client.get(asked.headers["Location"]))


# ---------------------------------------------------------------- who does not


def test_a_refusal_says_nothing_of_whether_there_is_an_account(
    client: Client, mira: Account, area: Partnership
) -> None:
    with_password(area.accounts["Moss Adair"])
    end_account(by=area.as_("Ada Keys"), on=MONDAY, account=area.accounts["Moss Adair"].pk)
    wrong = says(give_password(client, password=WRONG)).replace(MIRA, "")
    assert "do not belong together" in wrong
    assert says(give_password(client, "nobody@example.org")).replace("nobody@example.org", "") == wrong
    assert says(give_password(client, "moss.adair@example.org")).replace("moss.adair@example.org", "") == wrong


def test_an_account_that_ends_between_the_two_steps_does_not_get_in(
    client: Client, mira: Account, area: Partnership
) -> None:
    give_password(client)
    end_account(by=area.as_("Ada Keys"), on=MONDAY, account=mira.pk)
    client.post("/account/2fa/authenticate/", {"code": code()})
    assert not is_in(client)


def test_a_passkey_of_an_account_that_has_ended_lets_nobody_in(
    client: Client, mira: Account, area: Partnership, monkeypatch: pytest.MonkeyPatch
) -> None:
    passkey = Authenticator(user=mira, type=Authenticator.Type.WEBAUTHN, data={})
    passkey.save()
    monkeypatch.setattr(LoginWebAuthnForm, "clean_credential", lambda self: passkey)
    end_account(by=area.as_("Ada Keys"), on=MONDAY, account=mira.pk)
    mira.refresh_from_db()
    answer = client.post("/account/2fa/passkeys/login/", {"credential": "[1]"}, follow=True)
    assert "Nobody was signed in" in says(answer)
    assert not is_in(client)
    assert kept("not_let_in") == [("not_let_in", None, {"account": mira.pk})]


def test_systems_have_no_password_and_get_none(client: Client, area: Partnership) -> None:
    number = open_system_account(
        by=area.as_("Ada Keys"),
        on=MONDAY,
        email="system@example.org",
        name="Case system",
        agency=area.agencies["Police"],
    )
    with_password(Account.objects.get(pk=number))
    assert "do not belong together" in says(give_password(client, "system@example.org"))
    client.post("/account/password/reset/", {"email": "system@example.org"})
    assert [one.subject for one in mail.outbox] == ["Lapwing: No account with this address"]


def test_five_wrong_passwords_lock_an_account_for_a_while(client: Client, mira: Account) -> None:
    for _ in range(5):
        assert "do not belong together" in says(give_password(client, password=WRONG))
    locked = says(give_password(client))
    assert "Wait 15 minutes" in locked
    assert "whoever administers Lapwing" in locked
    give_password(client)
    assert kept("locked") == [("locked", None, {"account": mira.pk})], "once, however often somebody tries"


def test_addresses_that_are_not_here_are_locked_alike(client: Client, area: Partnership) -> None:
    for _ in range(5):
        give_password(client, "nobody@example.org", WRONG)
    assert "Wait 15 minutes" in says(give_password(client, "nobody@example.org", WRONG))


def test_many_wrong_passwords_from_one_place_lock_that_place(client: Client, mira: Account) -> None:
    for number in range(60):
        give_password(client, f"nobody{number}@example.org", WRONG)
    assert "Wait 15 minutes" in says(give_password(client))
    elsewhere = Client(REMOTE_ADDR="192.0.2.7")
    assert give_password(elsewhere).headers["Location"] == "/account/2fa/authenticate/"


def test_five_wrong_codes_lock_the_second_step(client: Client, mira: Account) -> None:
    give_password(client)
    for _ in range(5):
        client.post("/account/2fa/authenticate/", {"code": "000000"})
    assert "Wait 15 minutes" in says(client.post("/account/2fa/authenticate/", {"code": code()}))
    assert kept("second_factor_wrong")[0] == ("second_factor_wrong", None, {"account": mira.pk})


@pytest.mark.parametrize(
    "path", ["signup/", "email/", "confirm-email/", "inactive/", "login/code/", "social/", "2fa/trust/"]
)
def test_pages_that_nobody_needs_are_not_there(client: Client, path: str) -> None:
    assert client.get(f"/account/{path}").status_code == 404


# ---------------------------------------------------------------- how long


def later_by(monkeypatch: pytest.MonkeyPatch, **much: int) -> None:
    then = timezone.now() + timedelta(**much)
    monkeypatch.setattr("django.utils.timezone.now", lambda: then)


def test_signing_in_gives_the_session_a_new_key(client: Client, mira: Account) -> None:
    give_password(client)
    before = client.session.session_key
    client.post("/account/2fa/authenticate/", {"code": code()})
    assert client.session.session_key != before
    assert not Session.objects.filter(pk=before).exists()


def test_a_session_ends_after_45_minutes_without_use(
    client: Client, mira: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign_in(client)
    later_by(monkeypatch, minutes=40)
    assert is_in(client)
    later_by(monkeypatch, minutes=40)
    assert is_in(client), "it was used meanwhile"
    later_by(monkeypatch, minutes=46)
    assert not is_in(client)


def test_a_session_ends_after_12_hours_however_much_it_is_used(
    client: Client, mira: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign_in(client)
    for _ in range(17):
        later_by(monkeypatch, minutes=40)
        assert is_in(client)
    later_by(monkeypatch, minutes=41)
    assert client.get("/you").headers["Location"] == "/account/login/?next=/you"
    assert "signed out after a while" in says(client.get("/account/login/"))


def test_when_an_account_ends_its_sessions_end_at_once(client: Client, mira: Account, area: Partnership) -> None:
    sign_in(client)
    end_account(by=area.as_("Ada Keys"), on=MONDAY, account=mira.pk)
    assert not is_in(client)
    assert client.get("/account/2fa/").headers["Location"].startswith("/account/login/")


def test_a_new_password_ends_every_other_session(client: Client, mira: Account) -> None:
    other = Client()
    sign_in(client)
    sign_in(other)
    new = "a quiet marsh at dawn"
    done = client.post("/account/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert done.headers["Location"] == "/you"
    assert "Your password is changed" in says(client.get("/you"))
    assert not is_in(other)
    assert [one.subject for one in mail.outbox] == ["Lapwing: How you sign in has changed"]


def test_a_password_is_changed_where_no_email_can_be_sent(client: Client, mira: Account, settings: Any) -> None:
    sign_in(client)
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = SMTP, "127.0.0.1", 1
    new = "a quiet marsh at dawn"
    done = client.post("/account/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert done.headers["Location"] == "/you"


def test_somebody_signs_out_everywhere(client: Client, mira: Account) -> None:
    other = Client()
    sign_in(client)
    sign_in(other)
    assert client.get("/you/sign-out-everywhere").status_code == 405
    assert "signed out everywhere" in says(client.post("/you/sign-out-everywhere", follow=True))
    assert (is_in(client), is_in(other)) == (False, False)
    assert end_sessions(mira, at=timezone.now()) == 0


def test_signing_out_takes_a_post(client: Client, mira: Account) -> None:
    sign_in(client)
    assert "Sign out?" in says(client.get("/account/logout/"))
    assert is_in(client)
    assert client.post("/account/logout/").headers["Location"] == "/account/login/"
    assert not is_in(client)


def form_of(client: Client, path: str) -> dict[str, str]:
    """What a form carries of its own."""
    form = html.fromstring(client.get(path).content).find(".//main//form")
    return {one.name: one.value for one in form.inputs if one.type == "hidden" and one.name}


@pytest.mark.parametrize("how", ["the session has ended", "the form is of an earlier session"])
def test_what_is_sent_too_late_is_kept_and_not_done(client: Client, mira: Account, how: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(mira, backend="allauth.account.auth_backends.AuthenticationBackend")
    form = form_of(strict, "/do/open_record")
    if how == "the session has ended":
        end_sessions(mira, at=timezone.now())
    else:
        form["csrfmiddlewaretoken"] = "x" * 64
    answer = strict.post("/do/open_record", form | {"given_name": "Tess"}, follow=True)
    assert re.search("What you wrote is kept", says(answer))
    strict.force_login(mira, backend="allauth.account.auth_backends.AuthenticationBackend")
    again = html.fromstring(strict.get("/do/open_record").content)
    assert [one.value for one in again.findall(".//input") if one.name == "given_name"] == ["Tess"]
    assert kept("open_record") == []


# ---------------------------------------------------------------- the first password


def test_who_is_given_an_account_is_sent_a_link_and_sets_their_password(
    client: Client, area: Partnership, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        open_account(
            by=area.as_("Ada Keys"), on=MONDAY, email="ida.quill@example.org", name="Ida O’Quill", role=Role.AUDITOR
        )
    (sent,) = mail.outbox
    assert (sent.to, sent.subject) == (["ida.quill@example.org"], "Lapwing: Your account is open")
    assert "Hello Ida O’Quill," in sent.body
    set_password(client, re.findall(r"https?://[^/]+(/account/\S+)", sent.body)[0])
    assert give_password(client, "ida.quill@example.org").headers["Location"] == "/"


def set_password(client: Client, link: str) -> None:
    form = client.get(link).headers["Location"]
    assert "set-password" in form, "the key does not stay in the address"
    assert "too short" in says(client.post(form, {"password1": "lapwing", "password2": "lapwing"}))
    done = client.post(form, {"password1": PASSWORD, "password2": PASSWORD})
    assert done.headers["Location"] == "/account/password/reset/key/done/"
    assert "does not work any more" in says(client.get(link)), "it works once"


def test_no_link_goes_to_a_system(area: Partnership, django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        police = area.agencies["Police"]
        open_system_account(by=area.as_("Ada Keys"), on=MONDAY, email="s@example.org", name="System", agency=police)
    assert mail.outbox == []


def test_asking_for_a_link_looks_the_same_whoever_asks(client: Client, mira: Account, settings: Any) -> None:
    settings.ADDRESS = "https://lapwing.example.org"
    ours = client.post("/account/password/reset/", {"email": MIRA}, follow=True)
    nobodys = client.post("/account/password/reset/", {"email": "nobody@example.org"}, follow=True)
    assert says(ours) == says(nobodys)
    assert [one.to for one in mail.outbox] == [[MIRA], ["nobody@example.org"]]
    assert "https://lapwing.example.org/account/password/reset/key/" in mail.outbox[0].body
    assert "http" not in mail.outbox[1].body


def test_a_link_lets_nobody_past_the_second_factor(client: Client, mira: Account) -> None:
    link = link_to_set_password(mira).partition("8000")[2]
    set_password(client, link)
    assert not is_in(client)
    assert give_password(client).headers["Location"] == "/account/2fa/authenticate/"


# ---------------------------------------------------------------- the log


def test_the_log_keeps_who_signed_in_and_how_and_nothing_that_was_typed(client: Client, mira: Account) -> None:
    give_password(client, password=WRONG)
    give_password(client, "nobody@example.org", WRONG)
    sign_in(client)
    client.post("/account/logout/")
    assert kept("password_wrong", "signed_in", "signed_out") == [
        ("password_wrong", None, {"account": mira.pk}),
        ("password_wrong", None, {"account": None}),
        ("signed_in", mira.pk, {"ways": ["password", "totp"]}),
        ("signed_out", mira.pk, {}),
    ]
    everything = "".join(Event.objects.values_list("details", flat=True))
    assert [one for one in (WRONG, PASSWORD, "nobody", "@") if one in everything] == []


def test_the_log_keeps_changes_of_how_somebody_signs_in(client: Client, mira: Account) -> None:
    sign_in(client)
    client.post("/account/2fa/totp/deactivate/")
    assert kept("second_factor_changed") == [("second_factor_changed", mira.pk, {"kind": "totp"})]


def test_the_table_in_which_it_is_counted_comes_with_the_migrations(client: Client) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE cache")
    emit_post_migrate_signal(verbosity=0, interactive=False, db="default")
    assert "do not belong together" in says(give_password(client, password=WRONG))


# ---------------------------------------------------------------- the pages themselves

PAGES = [
    "login/",
    "password/reset/",
    "password/reset/done/",
    "password/reset/key/1-x/",
    "password/reset/key/done/",
    "cancelled/",
]
MINE = [
    "2fa/", "2fa/passkeys/add/", "2fa/totp/deactivate/", "2fa/recovery-codes/generate/", "reauthenticate/",
    "2fa/reauthenticate/", "password/change/", "logout/",
]  # fmt: skip


def foreign(page: bytes) -> list[str]:
    """Whatever would be fetched from elsewhere, and scripts and styles that stand in the page itself."""
    found = []
    for one in html.fromstring(page).iter():
        if not isinstance(one.tag, str):
            continue
        names = {"href", "src", "action", "srcset", "data", "poster"} & set(one.attrib)
        found += [one.get(name) for name in names if re.match(r"(?:\w+:)?//|http:|javascript:", one.get(name, ""))]
        found += [f"{one.tag} {name}" for name in one.attrib if name == "style" or name.startswith("on")]
        found += [one.tag] if one.tag == "style" or (one.tag == "script" and not one.get("src")) else []
    return found


def test_nothing_on_these_pages_is_from_elsewhere_or_runs_in_the_page(client: Client, mira: Account) -> None:
    pages = [client.get(f"/account/{path}") for path in PAGES]
    sign_in(client)
    pages += [client.get(f"/account/{path}") for path in MINE] + [client.get("/you")]
    for page in pages:
        assert page.status_code == 200, page.request["PATH_INFO"]
        assert foreign(page.content) == []
        assert "script-src 'self'" in page.headers["Content-Security-Policy"]
        assert page.headers["Cache-Control"] == "no-store"
        assert "publickey-credentials-create=(self)" in page.headers["Permissions-Policy"]
    assert foreign(b"<p onclick='x'><a href='//example.com'></a></p>") == ["p onclick", "//example.com"]


def test_browsers_are_told_to_use_https_alone(client: Client) -> None:
    answer = client.get("/account/login/", secure=True)
    assert answer.headers["Strict-Transport-Security"].startswith("max-age=31536000")
    cookie = answer.cookies["csrftoken"]
    assert (cookie["secure"], cookie["httponly"], cookie["samesite"]) == (True, True, "Lax")


def test_the_settings_are_fit_for_use(settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["lapwing.example.org"]
    call_command("check", deploy=True, fail_level="WARNING")


def test_the_page_of_oneself_says_how_one_signs_in(
    client: Client, mira: Account, django_assert_max_num_queries: Any
) -> None:
    sign_in(client)
    is_in(client)
    with django_assert_max_num_queries(8):
        page = says(client.get("/you"))
    assert "One-time codesSet up" in page
    assert "PasskeysNone" in page
    assert "RolePractitioner" in page


def test_the_demonstration_says_what_everybodys_password_is(client: Client, settings: Any) -> None:
    assert "lapwing-demo" not in says(client.get("/account/login/"))
    settings.DEMO = True
    assert "The password of everybody is lapwing-demo" in says(client.get("/account/login/"))


@pytest.mark.parametrize("is_demo", [True, False])
def test_whoever_is_chosen_from_the_list_of_a_demonstration_is_filled_in(
    client: Client, settings: Any, is_demo: bool
) -> None:
    settings.DEMO = is_demo
    (field,) = html.fromstring(client.get("/account/login/?as=midwife@lapwing.example").content).xpath(
        "//*[@name='login']"
    )
    assert (field.get("value") == "midwife@lapwing.example") == is_demo
