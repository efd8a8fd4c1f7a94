"""Sort the head words of Vietnamese bodies by what may follow them."""

from __future__ import annotations

from workbench.extract.name.tokens import phrase_set, word_set

LEVELS = phrase_set(
    "thành phố; tỉnh; huyện; quận; phường; xã; thị xã; thị trấn; tp; tp.; tx; tt; thủ đô; "
    "bang; đặc khu"
)
#: levels that stand for the city or province spoken of: LĐLĐ Thành phố
BARE_LEVELS = phrase_set("thành phố; tỉnh; huyện; quận; thủ đô; tp")
#: words of a name in small letters, right after its head or topic
SMALL = phrase_set(
    "nhân dân; tối cao; trung ương; quốc gia; cấp cao; thế giới; quốc tế; nhà nước; cổ phần; "
    "đa khoa; tỉnh; công lập; thương mại; việt nam; khu vực; tư thục; y tế; liên bang; đối "
    "ngoại; cộng sản; bóng đá"
)
#: heads that go with a place only: LĐLĐ, UBND …; what follows a place is no part of the name
LOCAL = phrase_set(
    "liên đoàn lao động; tổng liên đoàn lao động; ủy ban nhân dân; uỷ ban nhân dân; hội đồng "
    "nhân dân; lđlđ; ubnd; hđnd; lhcđ; liên hiệp công đoàn; thành ủy; tỉnh ủy; huyện ủy; quận "
    "ủy; thành uỷ; tỉnh uỷ; huyện uỷ; công an; tand; vksnd; tòa án nhân dân; viện kiểm sát "
    "nhân dân; mttq; mặt trận tổ quốc; công đoàn; sở; bộ; đảng bộ; đảng ủy; tổng liên đoàn"
)
#: heads that say too little: without a place they are the kind of thing, no name
NEED_PLACE = phrase_set(
    "công đoàn; chính quyền; quân đội; hải quân; đoàn; cảnh sát; phong trào; khối; đội tuyển; "
    "phòng; thanh tra; hội đồng; trung ương liên hiệp công đoàn; thành ủy; tỉnh ủy; huyện ủy; "
    "quận ủy; thành uỷ; tỉnh uỷ; huyện uỷ; nghị viện"
)
#: heads in front of another body: Công đoàn Công ty …, Văn phòng Quốc hội
OVER = phrase_set(
    "công ty cổ phần; công ty cp; tổng công ty; công đoàn; đảng ủy; đảng uỷ; đảng bộ; văn phòng; thanh tra; trung tâm; viện; khoa; "
    "trường; đoàn thanh niên; trung ương; ban quản lý; ban cán sự đảng; phòng; đoàn; quỹ; câu "
    "lạc bộ; chi nhánh; bệnh viện; cục; vụ"
)
#: heads named after people and by numbers
NAMED = phrase_set(
    "trường; trường thpt; trường thcs; trường tiểu học; trường mầm non; trường trung học phổ "
    "thông; trường trung học cơ sở; bệnh viện; học viện; đại học; trường đại học; quỹ; nhà "
    "hát; bảo tàng; viện; công ty; ngân hàng; tập đoàn; báo; bv; đh"
)
#: heads that a country alone completes in small letters too
STATE = phrase_set("đại sứ quán; ủy ban nhân dân; tòa án nhân dân")
NUMBERED = phrase_set(
    "quân khu; sư đoàn; lữ đoàn; bệnh viện; trường; đồn biên phòng; công ty; quân đoàn; trung tâm"
)
#: English words that end the name of a firm or body
BODY_TAILS = word_set(
    "airlines airways studios studio group corporation corp inc ltd llc bank university times post news journal united fc club institute daily"
    " association council pharma pharmaceuticals biologics motors electronics records entertainment holdings technologies capital partners"
    " foundation agency union league press media airport hospital college school center centre"
)
