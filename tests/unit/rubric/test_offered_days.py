"""Which closing sentences put a day to the reader, and which only mention one."""

import datetime as dt
from typing import Any

import pytest
from tenacious_judge.datafiles import policy_path
from tenacious_judge.policy import load
from tenacious_judge.reading.case import read_case
from tenacious_judge.rubric.engine import Rubric
from tenacious_judge.wire import decode

POLICY = load(policy_path("default"))
RUBRIC = Rubric(POLICY)
PUT = [
    "I'm reachable on Monday 11 May at 15:00.",
    "I have Tuesday at noon.",
    "Would it help to see it? Tuesday 12 May, 12:00, if so.",
    "The first three pages take ten minutes to walk through. Friday 15 May, perhaps?",
    "My Thursday is empty from two o'clock.",
    "I could be on the line at 16:00 on Monday 11 May.",
    "I'll be at my desk all of Tuesday 12 May should you want to go over it.",
    "Does the 14th leave room for half an hour?",
    "The week of 18 May is open on our side for twenty minutes.",
    "I am in Rotterdam on Tuesday 12 May and could sit down with you near the Markthal.",
    "Tell me on Wednesday 13 May at 14:00 where I am wrong; fifteen minutes will do.",
    "I'd be curious to hear which one hurts, say on Tuesday 12 May at nine.",
    "How does next Wednesday look?",
    "If you have a quarter of an hour on Monday 11 May, I'd like to show you the rule list.",
    "Would you have twenty minutes in the week of 18 May?",
    "You can have me on Tuesday 12 May, any hour before three.",
    "Wednesday 13 May? If not, no answer is an answer too.",
    "Tuesday 12 May at 9.30 is my proposal.",
    "May I put 14 May at 15:00 in both our calendars?",
    "One quiet half hour with the person who owns this, ideally in the week of 11 May.",
    "Let us say Tuesday 12 May, 10:00, with a way out if the morning goes wrong.",
    "Next Tuesday at ten, by phone?",
    "I'd rather hear it than guess it. Are you there on Monday 11 May?",
    "The line is open on Thursday 14 May from 13:00.",
    "Would Tuesday, May 12 at 9:30 a.m. be a good time to go through it?",
    "Tuesday 12 May, 15 minutes, with our lead who did the last one: yes or no?",
    "Our architect Lea Brandt has Thursday 14 May, 11:00 to 11:30, set aside for your questions.",
    "I can ring after the school run on Thursday 14 May, so any time from 9:15.",
    "We will both be in Hamburg that week; breakfast on Wednesday 13 May, near the Dammtor?",
    'If the answer is "not us", that is fine. If it is "maybe", then Monday 11 May at 10.',
    "Let me try for Thursday 14 May, a little before lunch.",
    "I'd propose the 12th or the 14th of May, morning, and leave the choice to you.",
    "Next Thursday, half past eight, before the day begins?",
    "Could Monday be it?",
    "Whichever is kinder to your week: Tuesday 12 May early, or Friday 15 May late.",
    "A date, so that it does not drift: Wednesday 13 May at 16:00.",
    "Would you rather Tuesday 12 May or Wednesday 13 May?",
    "What about the Thursday, 14 May?",
    "Would an early start suit, 8:00 on Thursday 14 May?",
    "I would like twenty minutes with you. My first choice is Tuesday 12 May, my second Thursday 14 May.",
    "For the rest I need your ear: Wednesday 13 May, 11:30, ten minutes.",
    "I'll gladly walk over on Thursday 14 May; we are two streets away.",
    "The offer stands for next week, any morning, 20 minutes.",
    "Bring your hardest question on Tuesday 12 May at 14:00; the call is free and so is the answer.",
    "Pick a hole in it with me on Tuesday 12 May at 15:00.",
]
MENTIONED = [
    "Your release is on Tuesday 12 May.",
    "I am away from Monday 11 May.",
    "You told the press on Monday 4 May that the portal would move.",
    "Happy to hear it some day.",
    "If it is worth a look, tell me.",
    "Is it too soon?",
    "How does your calendar look?",
    "You were at the fair on Thursday 30 April, and so were we.",
    "Two of the roles went up on Tuesday 5 May.",
    "The tender closes on Friday 15 May.",
    "Your shop opens on Monday 11 May in Leeds, and we wish you luck with it.",
    "Our office is closed on Thursday 14 May.",
    "Perhaps we can find a moment in June.",
    "A reply would be welcome.",
    "We have two Go engineers free from Monday 18 May. It would be good to talk at some point.",
    "I saw that your webinar is on Thursday 14 May. Would you be open to a chat?",
    "On Thursday 14 May I am at a conference. Happy to speak whenever it suits.",
    "Is your release still set for Tuesday 12 May? If so, perhaps we should talk some time.",
    "From Monday 11 May we have a new rate card. Open to a call?",
    "Bring your hardest question whenever you like.",
    "Your board meets on Thursday 14 May, I gather.",
    "The new tariff is in force from Monday 11 May.",
    "You go to Hanover on Tuesday 12 May for the fair; good luck.",
    "A date would be good, so that it does not drift.",
    "Our next newsletter is out on Wednesday 13 May.",
    "I am in Hamburg every other month, so perhaps then.",
    "My colleague has her last day on Tuesday 12 May.",
    "Both roles close for applications on Friday 15 May.",
    "Can you hire two people before Friday 15 May?",
    "I will write again on Thursday 14 May.",
    "My colleague will send two profiles on Wednesday 13 May.",
]


def asks_for_a_day(ending: str) -> bool:
    request: dict[str, Any] = {
        "draft": {
            "body": f"Hi Jo,\n\nBoth adverts name Kafka.\n\n{ending}\n\nMiriam Osei\nTenacious Consulting"
        },
        "context": {"prospect": {"company": "Halden Freight"}},
        "as_of": "2026-05-06T09:00:00Z",
    }
    case = read_case(decode(request, now=dt.datetime.now(dt.UTC)), POLICY)
    return all(finding.rule not in ("TON-211", "TON-212") for finding in RUBRIC.judge(case))


@pytest.mark.parametrize("ending", PUT)
def test_a_coming_day_put_to_the_reader_is_an_ask(ending: str) -> None:
    assert asks_for_a_day(ending)


@pytest.mark.parametrize("ending", MENTIONED)
def test_a_day_of_another_matter_and_no_day_at_all_are_none(ending: str) -> None:
    assert not asks_for_a_day(ending)
