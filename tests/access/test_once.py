"""A form's key is used once."""

from threading import Barrier, Thread

import pytest
from django.db import connection

from kith.access.api import once, roles
from kith.access.models import UsedKey
from kith.kernel.errors import NotAllowedError, NotPossibleError
from kith.kernel.ids import new_id


def test_second_sending_is_led_where_the_first_was(viewer):
    done, key = [], new_id()

    def do():
        done.append(1)
        return f"/led/{len(done)}/"

    assert [once(viewer, key, do) for _ in range(3)] == ["/led/1/"] * 3


def test_sending_that_failed_can_be_sent_again(viewer):
    def refuse():
        raise NotPossibleError("Not now.")

    key = new_id()
    with pytest.raises(NotPossibleError):
        once(viewer, key, refuse)
    assert once(viewer, key, lambda: "/now/") == "/now/"


def test_failure_takes_back_what_was_written(viewer):
    other = new_id()

    def write_and_refuse():
        UsedKey.objects.create(key=other, user_id=viewer.actor.id, led_to="")
        raise NotPossibleError("Not now.")

    with pytest.raises(NotPossibleError):
        once(viewer, new_id(), write_and_refuse)
    assert not UsedKey.objects.filter(key=other).exists()


def test_key_of_somebody_else_is_refused(viewer, make_viewer):
    key = new_id()
    once(viewer, key, lambda: "/mine/")
    with pytest.raises(NotAllowedError, match="sent by somebody else"):
        once(make_viewer(roles.WORKER), key, lambda: "/theirs/")


@pytest.mark.django_db(transaction=True)
def test_two_sendings_at_the_same_moment_are_done_once(make_viewer):
    viewer, key, start = make_viewer(), new_id(), Barrier(4)
    done, led = [], []

    def do():
        done.append(1)
        return "/led/"

    def send():
        start.wait()
        try:
            led.append(once(viewer, key, do))
        finally:
            connection.close()

    threads = [Thread(target=send) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert done == [1]
    assert led == ["/led/"] * 4
