"""Names that nobody bears: people, towns, regions, outlets, by the hundred thousand and each from a number alone.

A name is a mixed-radix reading of its number over syllables of one of eight sound families, so a family has 20,000 to
40,000 surnames and nothing needs to be kept in memory. How often a number is drawn is the caller's (Zipf-like) affair.
"""

from __future__ import annotations

from typing import NamedTuple


class Sounds(NamedTuple):
    """Beginnings, middles and ends of surnames; given names; ends of towns."""

    starts: tuple[str, ...]
    middles: tuple[str, ...]
    ends: tuple[str, ...]
    given: tuple[str, ...]
    towns: tuple[str, ...]


def _split(*columns: str) -> Sounds:
    return Sounds(*(tuple(c.split()) for c in columns))


FAMILIES = (
    _split(
        "Bra Dra Kor Vel Sto Mir Pav Tre Gor Lub Zav Nov Rad Cher Plo Bel Kra Vor Sla Yar Dob Mlo Tro Gra Hle Pre",
        "do vi mi ne la re shi ka po ru sta bo li zha ma te ve ga cho ni mo lo ti ro",
        "nov rev mir chuk sky nko vich tov lin shev kin rak dov zhny ban sov nik vets",
        "Danil Oksa Miron Yelva Pavlo Zorya Taras Lesya Bohda Irena Stepan Nadia Marko Vesna Orest Halya Roman Dara",
        "hrad ivka slav pol insk ets ichi yn orod nytsia",
    ),
    _split(
        "Al Bar Cas Del Est Fer Gal Her Ibar Jur Lor Mon Nav Ort Per Quin Riv Sal Tor Urb Val Zam Cor Mal Ren Vil",
        "a be ca do e fa go i la me no o pe ra sa ti ve zo lle rre nta nde lo",
        "rra ndez llo nte rez ssa ndo lva rio ria mos ldo nez gos ro cal ton das",
        "Ines Tomas Lucia Diego Marta Ramon Elvira Hugo Pilar Sergio Noelia Julio Carla Oscar Teresa Emilio Rosa Adres",
        "illo ada ona era edo osa alta iego uela avista",
    ),
    _split(
        "Ah Bas Dar Faz Gul Ham Ish Jab Kar Lut Maj Nas Qad Raz Sab Tah Yus Zah Mur Sal Far Hab Wal Kha Nur Siv",
        "a i u e ra mi za di ba la ha na si ya ru di fa wa ki ma ta sha",
        "wi ri di ni zad far oun iya ani eh an ar mani bari dari wal lah shid",
        "Amir Layla Yasin Noura Karim Hana Idris Salma Jamal Rima Tariq Dina Faris Zaina Samir Huda Nabil Maha",
        "abad iya ein oum arah iq anah oura az ush",
    ),
    _split(
        "Ash Brad Cald Dun Elm Fair Grim Hart Ing Kel Lang Marl Nor Oak Pem Ridg Stan Thorn Up Wal Whit Wood Yar Bram",
        "er ing le en in ber ham wor ley ston well tre ric al man ver d",
        "ton ley ford worth by well man son sey nell gate stead more cott ridge more low combe",
        "Claire Peter Helen Martin Ruth Colin Alice Graham Nora Simon Edith Neil Joan Victor Hazel Keith Maud Roger",
        "ford wick ham bury mouth dale port field minster leigh",
    ),
    _split(
        "Ad Bek Cham Dem Ekw Fol Gba Had Ike Jum Kam Lum Mba Nko Oba Ped Rwa Sek Tun Uzo Wan Yao Zul Chi Ama Bon",
        "a e i o u wa nde mbe ko la ya fi du ni ga so tu pe ri",
        "kwe nga mba yo diru eke oye sa nde lu wu zi mane gwa bo ye ta ndi",
        "Amara Kofi Zuri Jabari Nia Tendai Ayo Efua Sefu Imani Kato Lindi Moyo Abeni Chidi Thandi Oba Wanja",
        "ville kuru beni zana goma doro wezi landa bura rangi",
    ),
    _split(
        "Bao Chen Dai Fang Guo Han Jin Kang Lian Ming Nan Pei Qiu Ren Shen Tan Wei Xia Yan Zhou Hui Lin Rong Su",
        "g a n o e i u ho sa mi to ka ya no shi ku ra ta ma",
        "moto yama guchi shita da ng oka wa zaki n hara mura no bayashi sato kawa i nishi",
        "Akira Mei Kenji Lan Hiro Yuki Jun Sora Tao Emi Ren Xiu Daichi Hua Kei Nao Ling Goro",
        "yama zhou kawa shan hara ning jima men tani dong",
    ),
    _split(
        "Ahl Berg Carl Dahl Ek Fors Grön Hag Is Jön Kall Lund Mal Nyl Ols Palm Ros Sand Tor Ull Vik Wass Öst Hed",
        "e a i ber gre str ma sta ne ke te li ha ve ri",
        "ström gren lund qvist berg sen dahl holm stad mark lin man feldt back nes vik rud tvedt",
        "Astrid Lars Ingrid Nils Sigrid Olaf Karin Sven Maja Erik Tove Gustav Liv Anders Elin Bjarne Ylva Rune",
        "sund vik fors borg stad nes dal havn köping ås",
    ),
    _split(
        "Agar Bhat Chau Desh Eka Ghos Hari Iyen Josh Kul Lal Mehr Nair Oja Pat Rao Sax Thap Upad Verm Yad Dev Ram Sur",
        "a i u e ra va la na dha ma ka sha ta ya ri ni pa",
        "wal kar jee tra nan pur ni gopal swamy dhar desai ria palli than nath mani rkar thi",
        "Anil Priya Ravi Meena Suresh Kavita Vikram Asha Deepak Lata Mohan Usha Arjun Nisha Gopal Rekha Sanjay Veena",
        "pur garh nagar abad kot patnam gaon wadi palli ganj",
    ),
)

COMPASS = ("North ", "South ", "East ", "West ", "Upper ", "Lower ", "New ", "Old ", "", "", "", "", "", "")
PAPERS = ("Herald", "Post", "Courier", "Gazette", "Tribune", "Observer", "Times", "Chronicle", "Monitor", "Dispatch",
          "Star", "Telegraph", "Today", "Echo", "Mail", "Record", "Voice", "Journal", "News", "Sentinel")  # fmt: skip
AGENCIES = ("KPT", "Norpress", "ANW", "Levant Wire", "Mercator", "TSA", "Unipress", "Orbis", "CNS", "Baltika")


def surname(number: int, family: int) -> str:
    """One of some 6,000 in the family; numbers beyond are double names."""
    sounds = FAMILIES[family]
    number, start = divmod(number, len(sounds.starts))
    number, end = divmod(number, len(sounds.ends))
    number, middle = divmod(number, len(sounds.middles))
    name = sounds.starts[start] + sounds.middles[middle] + sounds.ends[end]
    return f"{name}-{surname(number - 1, family)}" if number else name


def given(number: int, family: int) -> str:
    """A given name; every second one is made of two halves."""
    names = FAMILIES[family].given
    number, first = divmod(number, len(names))
    if not number:
        return names[first]
    half = names[number % len(names)]
    return names[first][: 2 + number % 2] + half[-3:].lower()


def person(number: int, family: int) -> str:
    """Given name and surname: the same number is the same person, another (below 1,986,000) somebody else."""
    return f"{given(number * 7919 % 331, family)} {surname(number % 6000, family)}"


def town(number: int, family: int) -> str:
    """One of some 80,000 towns and villages of the family."""
    sounds = FAMILIES[family]
    number, start = divmod(number, len(sounds.starts))
    number, end = divmod(number, len(sounds.towns))
    number, middle = divmod(number, len(sounds.middles))
    number, second = divmod(number, len(sounds.middles))
    name = (
        sounds.starts[start]
        + sounds.middles[middle]
        + (sounds.middles[second - 1] if second else "")
        + sounds.towns[end]
    )
    return COMPASS[number % len(COMPASS)] + name if number else name


def land(number: int) -> str:
    """One of 96 countries."""
    family = FAMILIES[number % len(FAMILIES)]
    end = ("ia", "land", "stan", "mark", "avia", "ora", "esh", "ique", "ova", "ania")[number * 3 % 10]
    start = family.starts[number * 5 % len(family.starts)]
    return start + family.middles[number * 7 % len(family.middles)].strip("aeiou") + end


def outlet(number: int) -> str:
    """One of some 4,000 papers and sites."""
    place = town(number * 31 % 2000, number % len(FAMILIES))
    name = f"{place} {PAPERS[number // 5 % len(PAPERS)]}"
    return f"The {name}" if number % 3 else name
