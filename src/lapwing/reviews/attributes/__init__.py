"""A sheet of attributes: what each document's review, its children and its incidents are, by file name."""

from lapwing.reviews.attributes.checked import Fault
from lapwing.reviews.attributes.columns import UnusableSheet
from lapwing.reviews.attributes.kept import KeptAttributes, keep_attributes
from lapwing.reviews.attributes.placing import UnknownFile
from lapwing.reviews.attributes.sheets import Sheet, sheet_of

__all__ = ["Fault", "KeptAttributes", "Sheet", "UnknownFile", "UnusableSheet", "keep_attributes", "sheet_of"]
