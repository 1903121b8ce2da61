"""Census files of any size: every child has every block, as a full return would."""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from datetime import date, timedelta
from pathlib import Path

from material import PLACE

PEER = "csc-validator-be-cin==0.1.13"
PEER_ENVIRONMENT = PLACE / "peer"

HEADER = """<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2024</Year>
<ReferenceDate>2024-03-31</ReferenceDate></CollectionDetails><Source><SourceLevel>L</SourceLevel><LEA>999</LEA>
<SoftwareCode>Invented</SoftwareCode><Release>1</Release><SerialNo>001</SerialNo>
<DateTime>2024-05-01T09:00:00</DateTime></Source></Header><Children>
"""
CHILD = """<Child><ChildIdentifiers><LAchildID>B{number:07}</LAchildID><UPN>A{number:012}</UPN>
<PersonBirthDate>{born}</PersonBirthDate><GenderCurrent>{sex}</GenderCurrent></ChildIdentifiers>
<ChildCharacteristics><Ethnicity>WBRI</Ethnicity><Disabilities><Disability>HAND</Disability>
<Disability>HEAR</Disability></Disabilities></ChildCharacteristics>
<CINdetails><CINreferralDate>{referred}</CINreferralDate><ReferralSource>1A</ReferralSource>
<PrimaryNeedCode>N4</PrimaryNeedCode><CINclosureDate>{closed}</CINclosureDate><ReasonForClosure>RC7</ReasonForClosure>
<DateOfInitialCPC>{conference}</DateOfInitialCPC>
<Assessments><AssessmentActualStartDate>{started}</AssessmentActualStartDate>
<AssessmentInternalReviewDate>{started}</AssessmentInternalReviewDate>
<AssessmentAuthorisationDate>{conference}</AssessmentAuthorisationDate><FactorsIdentifiedAtAssessment>
<AssessmentFactors>2A</AssessmentFactors><AssessmentFactors>3B</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>
<CINPlanDates><CINPlanStartDate>{started}</CINPlanStartDate><CINPlanEndDate>{conference}</CINPlanEndDate></CINPlanDates>
<Section47><S47ActualStartDate>{started}</S47ActualStartDate><InitialCPCtarget>{conference}</InitialCPCtarget>
<DateOfInitialCPC>{conference}</DateOfInitialCPC><ICPCnotRequired>false</ICPCnotRequired></Section47>
<ReferralNFA>false</ReferralNFA>
<ChildProtectionPlans><CPPstartDate>{conference}</CPPstartDate><CPPendDate>{closed}</CPPendDate>
<InitialCategoryOfAbuse>PHY</InitialCategoryOfAbuse><LatestCategoryOfAbuse>PHY</LatestCategoryOfAbuse>
<NumberOfPreviousCPP>1</NumberOfPreviousCPP><Reviews><CPPreviewDate>{review}</CPPreviewDate></Reviews></ChildProtectionPlans>
</CINdetails></Child>
"""

TIMED = """
import json, resource, sys, time
from pathlib import Path
from lapwing.exchange.cin_census import read_cin_census
started = time.perf_counter()
reading = read_cin_census(Path(sys.argv[1]))
seconds = time.perf_counter() - started
assert not reading.skipped, reading.skipped[:3]
print(json.dumps({"seconds": seconds, "children": reading.records.frame("child").collect().height,
                  "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
"""
TIMED_PEER = """
import json, resource, sys, time
import xml.etree.ElementTree as ET
from cin_validator.ingress import XMLtoCSV
started = time.perf_counter()
read = XMLtoCSV(ET.parse(sys.argv[1]).getroot())
seconds = time.perf_counter() - started
print(json.dumps({"seconds": seconds, "children": len(read.ChildIdentifiers),
                  "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
"""


def census(children: int) -> Path:
    """A census file of so many children."""
    path = PLACE / f"census-{children}.xml"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8") as file:
            file.write(HEADER)
            file.writelines(_child(number) for number in range(children))
            file.write("</Children></Message>\n")
    return path


def _child(number: int) -> str:
    referred = date(2023, 4, 3) + timedelta(number % 180)
    days = {"started": 2, "conference": 16, "review": 90, "closed": 150}
    return CHILD.format(
        number=number,
        sex=1 + number % 2,
        born=date(2008, 1, 1) + timedelta(number * 7 % 5000),
        referred=referred,
        **{name: referred + timedelta(count) for name, count in days.items()},
    )


def timed(path: Path) -> dict[str, float]:
    """Reading a census, in a process of its own: seconds, children, and the most memory held, in megabytes."""
    return _run(Path(sys.executable), TIMED, path)


def timed_peer(path: Path) -> dict[str, float]:
    """The same for the peer, whose old requirements need an environment of their own."""
    python = PEER_ENVIRONMENT / "bin" / "python"
    if not python.exists():
        venv.create(PEER_ENVIRONMENT, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", PEER, "numpy<2"], check=True)
    return _run(python, TIMED_PEER, path)


def _run(python: Path, code: str, path: Path) -> dict[str, float]:
    done = subprocess.run([python, "-c", code, path], capture_output=True, text=True, check=True)
    answer: dict[str, float] = json.loads(done.stdout)
    return answer
