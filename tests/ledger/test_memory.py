import gc

import pytest

from ledger.memory import collecting_later


@collecting_later()
def broken():
    assert not gc.isenabled()
    raise ValueError("broken")


@pytest.mark.parametrize("on", [True, False])
def test_the_collector_is_afterwards_as_it_was(on):
    try:
        (gc.enable if on else gc.disable)()
        with pytest.raises(ValueError, match="broken"):
            broken()
        assert gc.isenabled() is on
    finally:
        gc.enable()
