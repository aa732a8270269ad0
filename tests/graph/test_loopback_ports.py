"""Ports for servers that bind later: nobody gets the same one twice, as long as it is held or its server lives."""

from __future__ import annotations

import socket
import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest

from graph.loopback_ports import FIRST, LAST, held_ports, is_free
from ontology.errors import PortInUse


@pytest.fixture(autouse=True)
def locks_of_this_test_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.loopback_ports.tempfile.gettempdir", lambda: str(tmp_path))


def test_ports_are_free_distinct_and_out_of_the_kernels_range() -> None:
    with held_ports(5) as first, held_ports(5) as second:
        numbers = [port.number for port in (*first, *second)]
        assert len(set(numbers)) == 10
        assert all(FIRST <= number <= LAST for number in numbers)
        assert all(is_free(number) for number in numbers)


def in_turn(monkeypatch: pytest.MonkeyPatch, span: int) -> None:
    turns = count()
    monkeypatch.setattr("graph.loopback_ports.secrets.randbelow", lambda _: next(turns) % span)


def test_a_held_port_is_given_to_nobody_else_until_it_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    in_turn(monkeypatch, 2)
    with held_ports() as (first,), held_ports() as (second,):
        assert first.number != second.number
        with pytest.raises(PortInUse, match=str(FIRST)), held_ports():
            pass
    with held_ports(2) as both:
        assert {port.number for port in both} == {first.number, second.number}


def test_a_process_that_inherits_the_lock_holds_the_port_for_its_life(monkeypatch: pytest.MonkeyPatch) -> None:
    in_turn(monkeypatch, 1)
    with held_ports() as (port,):
        heir = subprocess.Popen(
            [sys.executable, "-c", "input()"], stdin=subprocess.PIPE, pass_fds=(port.lock,), start_new_session=True
        )
    with heir:
        with pytest.raises(PortInUse), held_ports():
            pass
        heir.communicate(b"\n")
    with held_ports() as (again,):
        assert again.number == port.number


def test_a_port_that_listens_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    in_turn(monkeypatch, 2)
    with held_ports() as (port,):
        number = port.number
    with socket.create_server(("127.0.0.1", number)):
        in_turn(monkeypatch, 2)
        with held_ports() as (other,):
            assert other.number == FIRST + 1
