"""The checks of names: each claims the links that it is about."""

from __future__ import annotations

from workbench.check.base import Check, Example, Link


class NameMisspelt(Check):
    """A name with a slip: letters, syllables or their order."""

    id = "name-misspelt"
    title = "Name misspelt"
    issue_type = "misspelling"
    dimension = "name"
    severity = "major"
    description = (
        "The English name is that of the Vietnamese with a slip: a letter changed or swapped, the"
        " syllables or the given and family name in another order, a syllable lost. Marks that are"
        " left out, hyphens, titles, Western order of a Vietnamese name, exonyms and short second"
        " mentions pass."
    )
    good = (
        Example("Bà Hoàng Ngọc Diệp phát biểu.", "Ms. Hoang Ngoc Diep took the floor."),
        Example("Ông Pu-tin đến Mát-xcơ-va.", "Putin arrived in Moscow."),
        Example("Ông Kim Jong-un đi tàu hỏa.", "Kim Jong Un went by train."),
    )
    bad = (
        Example("Tổng thư ký «Stoltenberg» tới Brussels.", "«Stoltonberg» came to Brussels."),
        Example("Ông «Hoàng Minh Tuấn» vắng mặt.", "Mr. «Hoang Tuan Minh» was absent."),
        Example("Đoàn đã rời «Thái Lan».", "The delegation has left «Thialand»."),
    )

    def claims(self, link: Link) -> bool:
        """Claim names apart by a slip."""
        return link.comparison.verdict == "misspelt"


class NameConflict(Check):
    """Another name in the place of the Vietnamese one."""

    id = "name-conflict"
    title = "Another name"
    issue_type = "mistranslation"
    dimension = "name"
    severity = "major"
    description = (
        "Where the Vietnamese names one person, place or body, the English names another. Vietnamese"
        " syllables are compared one by one: An and Anh, Hải and Hiền, Phương and Phượng are"
        " different names, while Phuong without marks may be either. Bodies are told apart by place,"
        " level and proper words, never by the words that all such bodies share."
    )
    good = (
        Example(
            "LĐLĐ thành phố Hải Phòng trao quà.", "The Hai Phong Federation of Labor gave presents."
        ),
        Example("Đội tuyển Úc gặp đội tuyển Áo.", "Australia met Austria."),
        Example("Ông Tập Cận Bình thăm Pháp.", "Xi Jinping visited France."),
    )
    bad = (
        Example("Ông «Lê Văn An» trúng cử.", "«Le Van Anh» was elected."),
        Example("Tàu rời cảng «Hải Phòng».", "The ship left «Can Tho»."),
        Example("Đại sứ «Na Uy» tiếp đoàn.", "The «Swedish» ambassador received the delegation."),
    )

    def claims(self, link: Link) -> bool:
        """Claim names that are two names."""
        return link.comparison.verdict == "conflict"


class NameMissing(Check):
    """A Vietnamese name that the English does not have."""

    id = "name-missing"
    title = "Name missing"
    issue_type = "omission"
    dimension = "name"
    severity = "major"
    description = (
        "A person, a place or a body of the Vietnamese stands nowhere in the English, in no accepted"
        " form: exonym, adjective of a country, acronym, expansion, short form. Not reported are"
        " Việt Nam where the English says the country, places inside the names of bodies, people for"
        " whom a pronoun stands, and bodies whose name is put together from ordinary words."
    )
    good = (
        Example("Đoàn Nhật Bản đã về nước.", "The Japanese delegation has gone home."),
        Example("Kinh tế Việt Nam phục hồi.", "The country's economy is recovering."),
    )
    bad = (
        Example("Ca sĩ «Hồng Nhung» hát ở Đà Lạt.", "The singer performed in Da Lat."),
        Example("Chuyến bay từ «Băng Cốc» hạ cánh an toàn.", "The flight landed safely."),
    )

    def claims(self, link: Link) -> bool:
        """Claim Vietnamese names without counterpart."""
        return link.comparison.verdict == "missing"


class NameAdded(Check):
    """An English name that the Vietnamese does not have."""

    id = "name-added"
    title = "Name added"
    issue_type = "addition"
    dimension = "name"
    severity = "minor"
    description = (
        "A person or place of the English stands nowhere in the Vietnamese and takes no other name's"
        " place. Translators add what foreign readers need (the country of a city), so this is"
        " minor."
    )
    good = (
        Example("Ông Trump rời Nhà Trắng.", "Trump left the White House."),
        Example("Cháy lớn ở Luân Đôn.", "A big fire broke out in London."),
    )
    bad = (Example("Lễ hội mở màn tối qua.", "The festival opened in «Da Lat» last night."),)

    def claims(self, link: Link) -> bool:
        """Claim English names without counterpart."""
        return link.comparison.verdict == "added"
