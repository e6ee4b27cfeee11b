"""The profile collection, and who is told that a space has ended for them."""

from __future__ import annotations

from tests.support import crowd
from tests.support.care import Care
from tests.support.device import Device
from webapp.core import clock
from webapp.core.guards import Role


def test_both_see_who_the_space_is_about(care: Care) -> None:
    for person in (care.maya, care.sam):
        (row,) = care.rows(person, "profile")
        expected = {"id": str(care.space), "name": "Maya", "sign_in_name": None, "birthday": "2008-05-04"}
        expected |= {"council": "rutland", "home_council": None}
        sam = {"name": "Sam", "mine": person is care.sam}
        assert row == {**expected, "adviser": sam, "cover": [], "seq": row["seq"]}


def test_another_adviser_is_a_change_that_every_device_hears(care: Care) -> None:
    seq = care.seq()
    assert care.rows(care.maya, "profile", seq) == []
    crowd.assign(care.maya, crowd.add_person("Robin", Role.ADVISER))
    assert [row["adviser"] for row in care.rows(care.maya, "profile", seq)] == [{"name": "Robin", "mine": False}]
    crowd.assign(care.maya, None)
    assert [row["adviser"] for row in care.rows(care.maya, "profile", seq)] == [None]


def test_the_old_adviser_is_told_that_it_ended_and_wipes_it(care: Care) -> None:
    device = Device(care.sam_phone, care.sam.id, clock.now)
    device.settle()
    assert device.rows(care.space, "profile")
    device.do(care.space, "passport.sign_off", skill="home-09", level="on_my_own")
    crowd.assign(care.maya, None)
    answer = device.sync().json
    assert answer["ended"] == [str(care.space)]
    assert answer["outcomes"][0]["problem"]["status"] == 404
    assert device.store == {}


def test_an_adviser_who_comes_back_gets_everything(care: Care) -> None:
    device = Device(care.sam_phone, care.sam.id, clock.now)
    device.settle()
    crowd.assign(care.maya, None)
    device.settle()
    crowd.assign(care.maya, care.sam)
    device.settle()
    assert device.rows(care.space, "profile")[str(care.space)]["adviser"] == {"name": "Sam", "mine": True}
