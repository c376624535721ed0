from django.urls import reverse
def test_smoke(around, make_user, signed_in, client):
    from kith.access.models import User
    user = User.objects.get(id=around["own worker"].actor.id)
    b = signed_in(user=user)
    for name in ("client","visit","telling","signpost","readings","missed_reading","plan","referral","end_work","details","consent"):
        r = b.get(reverse("desk:"+name, args=[client.id])); assert r.status_code==200, name
    assert b.get("/clients").status_code==200
    assert b.get("/clients/new").status_code==200
