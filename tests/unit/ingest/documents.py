"""Documents made for tests: a PDF written by hand, a Word file, with sentences of our own."""

from __future__ import annotations

import io

TITLE = "Đảo Cù Lao Xanh chạy điện gió cả ngày lẫn đêm"
BODY = (
    (
        "Từ đầu tháng này, 540 hộ dân trên đảo Cù Lao Xanh đã có điện suốt 24 giờ nhờ ba tua-bin gió và một"
        " trạm pin đặt cạnh bến tàu."
    ),
    "Trước đó, máy phát dầu chỉ chạy từ 17 giờ đến 23 giờ, mỗi số điện giá gấp bốn lần trong đất liền.",
    (
        "Ông Ngô Văn Lễ, chủ một vựa đá, cho biết tiền điện mỗi tháng giảm còn 3,2 triệu đồng, bằng một nửa"
        " tiền dầu hồi trước."
    ),
)


def make_pdf(pages: list[list[str]]) -> bytes:
    """Write a PDF of text lines; a ToUnicode map carries every letter."""
    letters = sorted({letter for page in pages for line in page for letter in line})
    codes = {letter: number for number, letter in enumerate(letters, 1)}
    chars = "\n".join(
        f"<{number:02X}> <{letter.encode('utf-16-be').hex().upper()}>"
        for letter, number in codes.items()
    )
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "1 begincodespacerange <00> <FF> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{chars}\nendbfchar\nendcmap end end"
    )
    objects: list[bytes] = [b"", b"", _stream(cmap.encode())]
    objects.append(
        b"<< /Type /Font /Subtype /TrueType /BaseFont /Plain /FirstChar 1 /LastChar 255 /Widths ["
        + b"500 " * 255
        + b"] /Encoding /WinAnsiEncoding /ToUnicode 3 0 R >>"
    )
    kids = []
    for page in pages:
        rows = "".join(
            f"1 0 0 1 50 {760 - 14 * n} Tm <{''.join(f'{codes[c]:02X}' for c in row)}> Tj\n"
            for n, row in enumerate(page)
        )
        objects.append(_stream(f"BT /F1 10 Tf\n{rows}ET".encode()))
        content = len(objects)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R"
            " /Resources << /Font << /F1 4 0 R >> >> >>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>".encode()
    return _file(objects)


def _stream(data: bytes) -> bytes:
    return f"<< /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


def _file(objects: list[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    for place in places:
        out += f"{place:010d} 00000 n \n".encode()
    out += (
        f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    )
    return bytes(out)


def wrap(text: str, width: int = 70) -> list[str]:
    """Break a text to a width, as a page does."""
    rows, row = [], ""
    for word in text.split(" "):
        if len(row) + len(word) + 1 > width:
            rows.append(row)
            row = word
        else:
            row = f"{row} {word}".strip()
    return [*rows, row]


def make_docx(*, styled: bool = True) -> bytes:
    """Write a Word document: a title, paragraphs, a caption, a table, a name."""
    import docx

    document = docx.Document()
    document.add_paragraph(TITLE, style="Title" if styled else None)
    for text in BODY:
        document.add_paragraph(text)
    document.add_paragraph("Ba tua-bin nhìn từ bến tàu. Ảnh: Thanh Hà", style="Caption")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text = "Trước đây mỗi số điện giá 9.200 đồng, nay giá bằng đất liền."
    table.rows[0].cells[1].text = "Mỗi ngày trạm pin cấp được 1,8 MWh cho các xưởng đá và cảng cá."
    document.add_paragraph("Thanh Hà")
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()
