"""What the made-up young people and their advisers wrote to each other. Data only.

Days are working days, counted back from the load.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    """One message, so many working days ago at a time by the clock in London. `taken_back`: a minute later."""

    days_ago: int
    time: str
    by_adviser: bool
    text: str
    taken_back: bool = False


@dataclass(frozen=True)
class Talk:
    """A conversation in its order. `read`: the last message was seen, too."""

    said: tuple[Said, ...]
    read: bool


NONE = Talk((), read=True)


def me(days_ago: int, time: str, text: str, *, taken_back: bool = False) -> Said:
    """The young person says something."""
    return Said(days_ago, time, False, text, taken_back)


def pa(days_ago: int, time: str, text: str) -> Said:
    """The adviser says something."""
    return Said(days_ago, time, True, text)


AMINA = Talk(
    said=(
        me(50, "16:20", "Hi Sam, is this where I write to you now?"),
        pa(50, "16:48", "Yes! I read it on working days, nine to five. If I am off, you will see who covers."),
        me(40, "11:05", "My key worker says I can move in January. I am happy and scared."),
        pa(40, "11:40", "Both make sense. Look at your passport: you do a lot of this on your own already."),
        pa(40, "11:42", "Shall we look at the flat together before you say yes?"),
        me(40, "12:10", "Yes please. Not on Thursday, I have college."),
        me(19, "19:32", "I bought the carpet!! It was in the sale. I wrote it down in the app."),
        pa(18, "09:15", "Brilliant, and well done for waiting for the sale. That is two weeks of food saved."),
        me(9, "10:02", "The housing office wrote. They want my ID and something called proof of income??"),
        pa(9, "10:31", "That is the letter about your Universal Credit. It is in your post from October. "
           "If you cannot find it, I print it for you."),
        me(9, "10:33", "Found it. It was under the pizza menu"),
        pa(9, "10:50", "The safest place in any flat."),
        me(4, "14:15", "I asked for the next part of the money, for the bed and the washing machine. Did you get it?"),
        pa(4, "15:05", "Got it. I need my manager to sign, and I ask her on Monday. You will see the answer here."),
        me(2, "16:40", "Do I need to bring anything on the day we go to the housing office?"),
        pa(1, "09:20", "Your ID and the tenancy. I bring the rest, and coffee. How are you feeling about it?"),
    ),
    read=False,
)  # fmt: skip

LEO = Talk(
    said=(
        pa(43, "10:00", "Hi Leo, this is Sam. You can write here any time, also at night. I answer when I am in."),
        me(43, "22:14", "ok"),
        me(22, "12:20", "the garage man said maybe a week in spring. do i need a letter?"),
        pa(22, "12:55", "That is great. A short e-mail is enough. Shall we write it together, or will you try first?"),
        me(22, "13:01", "ill try first"),
        me(21, "17:45", "Dear Mr Hall, thank you for talking with me. I would like to come for a week in April. "
           "I am on time and I like engines. Leo. is that ok?"),
        pa(20, "09:10", "It is very good. I would not change a word. Send it!"),
        me(7, "20:05", "i still think the 4 months at my mums is wrong in the record"),
        pa(6, "09:32", "You are right to say so. I asked for the old file. When it comes we look at it together, "
           "and you can bring somebody with you."),
        me(6, "12:15", "thanks sam"),
        me(1, "16:58", "he said YES. 12 april. can you help with the bus money?"),
    ),
    read=False,
)  # fmt: skip

JAY = Talk(
    said=(
        me(57, "11:00", "The landlord says the boiler man comes on Tuesday. I have work. What do I do?"),
        pa(57, "11:25", "Ask him for a time after three. He must tell you a day before, and it must suit you."),
        me(57, "15:10", "He said four o'clock. Thank you."),
        me(32, "09:40", "My work wants to see my share code again."),
        pa(32, "10:15", "You make a new one on the Home Office page. I am free at two if you want company."),
        me(32, "14:30", "Done it! They were happy."),
        pa(17, "12:00", "Jay, my job changes, so I will not be your PA any more. Until somebody new comes, the duty "
           "team reads what you write here. It was good to work with you."),
        me(17, "12:40", "I am sorry that you go. Thank you for the boiler and everything."),
        me(3, "18:20", "Hello duty team. Who will be my new PA?"),
    ),
    read=False,
)  # fmt: skip

SENAIT = Talk(
    said=(
        me(64, "13:00", "Selam Priya. College has a form about my bursary and I do not understand page 3."),
        pa(64, "13:20", "Selam Senait. Page 3 asks if somebody pays for you. The answer is no."),
        me(64, "13:45", "I sent the form now. Thank you."),
        me(24, "10:10", "The teacher said my form was the best in the class!!"),
        pa(24, "10:30", "I am not surprised. I am proud of you."),
        me(8, "15:15", "Can I see two rooms near college? I want to be close."),
        pa(8, "15:50", "Yes. I found one in Mitcham and one in Morden. I write the date in the app."),
        me(4, "12:05", "I saw the date. I will wear good shoes."),
        pa(1, "10:45", "One more thing: the room in Morden has a small garden. Shall I ask if you may use it?"),
    ),
    read=False,
)  # fmt: skip

MARIAM = Talk(
    said=(
        pa(35, "09:30", "Salam Mariam, I am Priya. You can write in Dari: I ask a real person to read it with me."),
        me(35, "16:05", "Salam. I try English. It is good for school."),
        pa(34, "09:12", "Your English is very good. Both are fine."),
        me(18, "17:30", "Bus 93 goes to college. I found it alone."),
        pa(17, "10:00", "That is a big thing to do alone. I signed it off in your passport."),
        me(7, "11:15", "Who can see what I write here?"),
        pa(7, "11:40", "Me, and whoever covers for me. My manager can look, but must say why, and you will see it. "
           "If somebody is in danger I have to tell, and I tell you first if I can."),
        me(7, "11:44", "OK. Thank you for saying it."),
        me(1, "16:10", "I have a letter from the doctor about my eyes. Can we read it together?"),
    ),
    read=False,
)  # fmt: skip

ARBEN = Talk(
    said=(
        me(85, "12:00", "Hi Priya. I am back. They said I can have a PA again until 25?"),
        pa(85, "12:30", "You can, and I am glad that you asked. Tell me what you want to do first."),
        me(85, "12:41", "The old bill. Then a course."),
        me(43, "18:00", "see you at the pub later", taken_back=True),
        me(43, "18:02", "Sorry! That was for my friend."),
        pa(42, "09:05", "No harm done. Have a good one."),
        me(23, "16:45", "I paid the last part of the bill. It is zero."),
        pa(23, "16:58", "Zero! That was nine months of work. Keep the letter that says so."),
        me(23, "17:03", "In the blue folder already."),
    ),
    read=True,
)  # fmt: skip
