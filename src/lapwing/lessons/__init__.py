"""The report as data: its key findings and implications, and the register of an area's settings.

`ages_of_concern` has the findings and implications, one TOML file a heading in `report/`; `settings` has every
number and list that an area may set, one TOML file a subject in `settings_register/`.
"""

from lapwing.lessons.pages import settings_page

__all__ = ["settings_page"]
