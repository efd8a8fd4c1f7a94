"""The checks of figures: each claims the links that it is about."""

from __future__ import annotations

from workbench.check.base import Check, Example, Link


class FigureMismatch(Check):
    """Two figures that stand for each other and say different numbers."""

    id = "figure-mismatch"
    title = "Another number"
    issue_type = "numbers"
    dimension = "figure"
    severity = "major"
    description = (
        "The figure that stands for the Vietnamese one says another number, by value: digits"
        " exchanged, dropped or changed, another number word, another share. Counterparts are found"
        " by value, kind, unit and place, so a changed word order is no error; words for digits, a"
        " rounding that says so and a converted unit pass. Saying at most for at least, or more than"
        " for less than, is a mismatch too, and so is an exact figure where the Vietnamese rounds."
    )
    good = (
        Example(
            "Đoàn có 45 người, trong đó có ba bác sĩ.", "Three doctors were among the 45 members."
        ),
        Example("Hội chợ đón 18.240 khách.", "More than 18,000 people visited the fair."),
    )
    bad = (
        Example("Xưởng có «45» công nhân.", "The workshop has «54» workers."),
        Example("Khoảng «700» hộ bị ngập.", "«713» households were flooded."),
        Example("Ít nhất «12» hộ phải di dời.", "At most «12» households had to move."),
    )

    def claims(self, link: Link) -> bool:
        """Claim numbers that differ, opposite bounds, and exact numbers for rounded ones."""
        comparison = link.comparison
        if comparison.aspect == "sharper":
            return True
        return comparison.verdict == "conflict" and comparison.aspect in {"", "opposite"}

    def restate(self, link: Link) -> tuple[Link, str]:
        """Show a figure more exact than its source as what it is: another figure."""
        sharper = link.comparison.aspect == "sharper"
        return link, "conflict" if sharper else link.comparison.verdict


class FigureScale(Check):
    """A figure of the right digits and the wrong size."""

    id = "figure-scale"
    title = "Wrong scale"
    issue_type = "numbers"
    dimension = "figure"
    severity = "major"
    description = (
        "The digits agree, the size does not: tỷ (a billion) given as million, nghìn tỷ (a trillion)"
        " as billion, vạn (ten thousand) as thousand. The finding names the factor. 1.500 tỷ and"
        " 1.5 trillion are the same and pass."
    )
    good = (
        Example("Cầu mới tốn 1.500 tỷ đồng.", "The new bridge costs 1.5 trillion VND."),
        Example("Kho chứa 3 vạn tấn thóc.", "The store holds 30,000 tonnes of paddy."),
    )
    bad = (
        Example("Quỹ đã chi «72 tỷ đồng».", "The fund has spent «72 million VND»."),
        Example("Kho chứa «3 vạn tấn» thóc.", "The store holds «3,000 tonnes» of paddy."),
    )

    def claims(self, link: Link) -> bool:
        """Claim figures apart by a power of ten."""
        return link.comparison.verdict == "scale"


class FigureUnlocalised(Check):
    """Separators copied from the Vietnamese."""

    id = "figure-unlocalised"
    title = "Separators not localised"
    issue_type = "locale-violation"
    dimension = "figure"
    severity = "major"
    description = (
        "Vietnamese groups thousands with a point and begins decimals with a comma; English does it"
        " the other way round. A figure copied as it stands reads as another number: 18.240 is"
        " eighteen and a quarter to an English reader."
    )
    good = (
        Example("Chợ có 18.240 gian hàng.", "The market has 18,240 stalls."),
        Example("Giá gạo tăng 6,5%.", "Rice prices rose by 6.5 percent."),
    )
    bad = (
        Example("Chợ có «18.240» gian hàng.", "The market has «18.240» stalls."),
        Example("Giá gạo tăng «6,5%».", "Rice prices rose by «6,5%»."),
    )

    def claims(self, link: Link) -> bool:
        """Claim figures written by the habit of the other language."""
        return link.comparison.verdict == "unlocalised"


class FigureMissing(Check):
    """A figure of the Vietnamese that the English does not give."""

    id = "figure-missing"
    title = "Figure missing"
    issue_type = "omission"
    dimension = "figure"
    severity = "major"
    description = (
        "The Vietnamese gives a figure, or a part of a date, that the English leaves out. What may"
        " be left unsaid passes: a lone one, a weekday, a number that another word says (both,"
        " twice, decade), a value that the English has said already, a year that stands elsewhere"
        " in the sentence."
    )
    good = (
        Example("Một nông dân trồng hai loại lúa.", "A farmer grows two kinds of rice."),
        Example("Hai bên ký biên bản.", "Both sides signed the minutes."),
    )
    bad = (
        Example("Huyện trao quà cho «240» học sinh.", "The district gave presents to pupils."),
        Example("Đập xây xong ngày «5/3/2019».", "The dam was finished on March 5."),
    )

    def claims(self, link: Link) -> bool:
        """Claim lone Vietnamese figures, and dates of which the English drops a part."""
        return link.comparison.verdict == "missing" or link.comparison.aspect == "coarser"

    def restate(self, link: Link) -> tuple[Link, str]:
        """Show what is missing as the Vietnamese side alone."""
        return Link(vi=link.vi, en=None, comparison=link.comparison), "missing"


class FigureAdded(Check):
    """A figure of the English that the Vietnamese does not give."""

    id = "figure-added"
    title = "Figure added"
    issue_type = "addition"
    dimension = "figure"
    severity = "major"
    description = (
        "The English gives a figure that the Vietnamese does not. A conversion in brackets beside"
        " the amount (42 km (26 miles)), a year added to a date, a lone one or first and a weekday"
        " pass."
    )
    good = (
        Example("Đường dài 42 km.", "The road is 42 km (26 miles) long."),
        Example("Lớp học khai giảng ngày 5/9.", "The class opened on September 5, 2023."),
    )
    bad = (
        Example("Xã tặng quà cho các cụ già.", "The commune gave presents to «68» elderly people."),
        Example("Trận lũ làm hỏng nhiều ngôi nhà.", "The flood damaged «1,350» houses."),
    )

    def claims(self, link: Link) -> bool:
        """Claim lone English figures, and dates to which the English adds a day or month."""
        return link.comparison.verdict == "added" or link.comparison.aspect == "finer"

    def restate(self, link: Link) -> tuple[Link, str]:
        """Show what was added as the English side alone."""
        return Link(vi=None, en=link.en, comparison=link.comparison), "added"


class DateOrder(Check):
    """Day and month exchanged."""

    id = "date-order"
    title = "Day and month exchanged"
    issue_type = "locale-violation"
    dimension = "figure"
    severity = "major"
    description = (
        "Vietnamese writes the day before the month: 5/8 is 5 August, never May 8. The finding shows"
        " both dates in words."
    )
    good = (
        Example("Hội làng mở ngày 5/8.", "The village festival opens on August 5."),
        Example("Hội làng mở ngày 9/9.", "The village festival opens on September 9."),
    )
    bad = (
        Example("Hội làng mở ngày «5/8».", "The village festival opens on «May 8»."),
        Example("Anh nhập học ngày «4/10/2021».", "He entered the school on «April 10, 2021»."),
    )

    def claims(self, link: Link) -> bool:
        """Claim dates whose day and month changed places."""
        return link.comparison.aspect == "order"


class DateMismatch(Check):
    """Another date, year, weekday or time."""

    id = "date-mismatch"
    title = "Another date or time"
    issue_type = "numbers"
    dimension = "figure"
    severity = "major"
    description = (
        "A date, year, weekday, term or time of day differs in a part that both sides give. A date"
        " is compared with the precision that both texts have, so tháng 8 and August 2022 agree;"
        " 19h15 and 7:15 p.m. are the same time."
    )
    good = (
        Example("Phiên họp bắt đầu lúc 19h15.", "The session starts at 7:15 p.m."),
        Example("Nhà máy mở cửa từ tháng 8.", "The plant has been open since August 2022."),
    )
    bad = (
        Example("Trường dựng năm «1963».", "The school was built in «1936»."),
        Example("Chợ họp vào «thứ Ba».", "The market is held on «Wednesday»."),
        Example("Phiên họp bắt đầu lúc «19h15».", "The session starts at «9:15 p.m.»"),
    )

    def claims(self, link: Link) -> bool:
        """Claim dates and times that differ in a part both give."""
        return link.comparison.verdict == "conflict" and link.comparison.aspect == "date"


class UnitMismatch(Check):
    """The right number with the wrong unit or currency."""

    id = "unit-mismatch"
    title = "Another unit or currency"
    issue_type = "numbers"
    dimension = "figure"
    severity = "major"
    description = (
        "The number agrees and the unit does not: km and miles, ngày and weeks, đồng and dollars, a"
        " percentage and a bare number of units. An exact conversion (2 tấn, 2,000 kg) passes."
    )
    good = (
        Example("Tàu chở 2 tấn cam.", "The boat carried 2,000 kg of oranges."),
        Example("Anh nghỉ 24 giờ.", "He rested for one day."),
    )
    bad = (
        Example("Đường dài «42 km».", "The road is «42 miles» long."),
        Example("Mỗi hộ nhận «15 triệu đồng».", "Each household receives «$15 million»."),
        Example("Bé nằm viện «12 ngày».", "The child spent «12 weeks» in hospital."),
    )

    def claims(self, link: Link) -> bool:
        """Claim equal numbers of different units."""
        return link.comparison.verdict == "unit"


class FigureComparator(Check):
    """An approximation or bound that one side does not have."""

    id = "figure-comparator"
    title = "Approximation or bound changed"
    issue_type = "mistranslation"
    dimension = "figure"
    severity = "minor"
    description = (
        "The number agrees, but one side says about, nearly, more than, at least or at most and the"
        " other does not, or says it otherwise; or the English rounds a large amount by less than"
        " half a percent without saying so. Opposite bounds (at least for at most) are a"
        " figure-mismatch."
    )
    good = (
        Example("Gần 300 hộ đã có nước sạch.", "Nearly 300 households now have clean water."),
        Example("Hơn 40 xe bị giữ.", "Over 40 vehicles were held."),
    )
    bad = (
        Example("Khoảng «300» hộ đã có nước sạch.", "«300» households now have clean water."),
        Example("«40» xe bị giữ.", "More than «40» vehicles were held."),
        Example("Cầu tốn «81.903 tỷ đồng».", "The bridge cost «82 trillion VND»."),
    )

    def claims(self, link: Link) -> bool:
        """Claim equal numbers said with another comparator, and rounding that is not said."""
        return link.comparison.verdict == "comparator" or link.comparison.aspect == "unsaid"

    def restate(self, link: Link) -> tuple[Link, str]:
        """Show unsaid rounding as what is missing: an approximator."""
        return link, "comparator"


class FigureAmbiguous(Check):
    """A Vietnamese figure that can be read in two ways."""

    id = "figure-ambiguous"
    title = "Figure can be read two ways"
    issue_type = "numbers"
    dimension = "figure"
    severity = "info"
    description = (
        "The Vietnamese figure has two readings, and the English takes the less usual one. Nothing"
        " is wrong, but someone should look at the source."
    )
    good = (Example("Giá điện tăng 4,8%.", "Electricity prices rose by 4.8 percent."),)
    bad = (Example("Bể chứa «1,250 lít» nước.", "The tank holds «1,250 litres» of water."),)

    def claims(self, link: Link) -> bool:
        """Claim links that hold in the second reading only."""
        return link.comparison.verdict == "ambiguous"
