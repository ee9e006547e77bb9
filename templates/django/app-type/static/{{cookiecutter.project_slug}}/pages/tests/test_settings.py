import os
import subprocess
import sys

import pytest

from config.env import BASE_DIR


@pytest.mark.parametrize(
    ("address", "works"),
    [("https://example.org/some/where/", True), ("example.org", False)],
)
def test_the_address_of_the_site_is_a_whole_one(address: str, works: bool) -> None:
    result = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=BASE_DIR,
        env=os.environ | {"SITE_URL": address},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (result.returncode == 0) is works
    assert ('"SITE_URL" invalid' in result.stderr) is not works
