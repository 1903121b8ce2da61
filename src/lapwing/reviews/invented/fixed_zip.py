"""Office files, which are zip archives, written so that the same content gives the same bytes."""

from __future__ import annotations

import re
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

WRITTEN_AT = datetime(2011, 4, 1, 9, 0)
"""When every invented file says it was written."""
MODIFIED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def with_fixed_times(archive: bytes) -> bytes:
    """The archive with WRITTEN_AT for every time in it: of its members, and among its document's properties."""
    content = BytesIO()
    stamp = WRITTEN_AT.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    with ZipFile(BytesIO(archive)) as given, ZipFile(content, "w", ZIP_DEFLATED) as kept:
        for member in given.infolist():
            words = given.read(member)
            if member.filename == "docProps/core.xml":
                words = MODIFIED.sub(rb"\g<1>" + stamp, words)
            info = ZipInfo(member.filename, WRITTEN_AT.timetuple()[:6])
            info.compress_type = ZIP_DEFLATED
            kept.writestr(info, words)
    return content.getvalue()
