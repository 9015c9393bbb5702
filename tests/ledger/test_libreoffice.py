"""An export that LibreOffice opened and saved is read as it was."""

import shutil
import subprocess

import pytest

from ledger.read import read
from ledger.write import export
from tests.ledger.full import ROWS
from tests.ledger.test_write import same

OFFICE = shutil.which("soffice")


@pytest.mark.libreoffice
@pytest.mark.skipif(
    OFFICE is None, reason="LibreOffice is not installed: apt install libreoffice-calc"
)
def test_an_export_saved_by_libreoffice_is_read_unchanged(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "ledger.xlsx").write_bytes(export(ROWS))
    subprocess.run(
        [
            OFFICE,
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            "--convert-to",
            "xlsx:Calc MS Excel 2007 XML",
            "--outdir",
            tmp_path / "out",
            tmp_path / "in" / "ledger.xlsx",
        ],
        check=True,
        capture_output=True,
        timeout=150,
    )
    found = read([("ledger.xlsx", (tmp_path / "out" / "ledger.xlsx").read_bytes())])
    assert not found.problems
    assert same(found)
