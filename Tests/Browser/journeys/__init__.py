"""The journeys of the main job, by name, the long ones first."""

from Tests.Browser.journeys.away import away
from Tests.Browser.journeys.organizer import organizer
from Tests.Browser.journeys.pages import learner_pages, staff_pages
from Tests.Browser.journeys.plain import plain
from Tests.Browser.journeys.pupil import pupil
from Tests.Browser.journeys.practice import practice
from Tests.Browser.journeys.restart import restart
from Tests.Browser.journeys.second_factor import second_factor
from Tests.Browser.journeys.teacher import teacher
from Tests.Browser.journeys.timeout import timeout
from Tests.Browser.journeys.watch import watch

JOURNEYS = {
    "pupil": pupil,
    "learner-pages": learner_pages,
    "staff-pages": staff_pages,
    "organizer": organizer,
    "teacher": teacher,
    "timeout": timeout,
    "watch": watch,
    "restart": restart,
    "second-factor": second_factor,
    "plain": plain,
    "practice": practice,
    "away": away,
}
