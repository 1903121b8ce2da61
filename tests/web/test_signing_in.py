from __future__ import annotations
import pytest
from cast import Partnership
from django.test import Client
pytestmark = pytest.mark.django_db
def test_probe(client: Client, area: Partnership) -> None:
    for a in ["login/", "password/reset/", "password/reset/done/", "2fa/", "password/reset/key/1-abc/", "cancelled/", "with/x/"]:
        r = client.get("/account/" + a)
        print(a, r.status_code, r.headers.get("Location"), len(r.content))
    me = area.accounts["Mira Wells"]
    me.set_password("lapwings lead them away"); me.save()
    r = client.post("/account/login/", {"login": "mira.wells@example.org", "password": "lapwings lead them away"})
    print(r.status_code, r.headers.get("Location"))
    for a in ["/", "/account/2fa/", "/account/2fa/totp/activate/", "/account/2fa/passkeys/add/", "/account/password/change/", "/you"]:
        r = client.get(a)
        print(a, r.status_code, r.headers.get("Location"), len(r.content))
