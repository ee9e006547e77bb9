"""What the user chose, complete or not, as one frozen record."""

from collections.abc import Mapping
from typing import NamedTuple

AUTO = "auto"


class Answers(NamedTuple):
    """What was stated by flags, at the prompt, in a file or by the caller.

    ``choices`` maps an axis id to the layers stated for it: one for an exclusive axis, exactly
    these for an additive one. An axis that is not there takes its default, ``include`` and
    ``exclude`` (``--with`` and ``--without``) add to and take from that. Values are layer ids,
    names or aliases. ``framework`` is ``auto`` or a framework's id; ``preference`` is
    ``convention``, ``freedom`` or nothing; ``templates`` are the template folders stated.
    """

    name: str
    framework: str = AUTO
    choices: Mapping[str, tuple[str, ...]] = {}
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    preference: str = ""
    description: str = ""
    author: str = ""
    email: str = ""
    templates: tuple[str, ...] = ()
