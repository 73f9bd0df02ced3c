"""Findings about what a file holds that could not be read (ファイル)."""

from __future__ import annotations

from keikaku.graph.findings.kind import FindingKind
from keikaku.graph.language import Text


class PagesWithoutText(FindingKind):
    """Pages that are pictures: a scan without a text layer."""

    code = "pages-without-text"
    severity = "error"
    title = Text("文字情報のないページ", "pages without text")
    template = Text(
        "文字情報がなく、読めないページがあります（{pages}）。",
        "Some pages hold no text and could not be read ({pages}).",
    )
    suggestion = Text(
        "スキャンした画像のページと思われます。元のWordやExcel、または文字認識（OCR）をした"
        "PDFを読み込んでください。",
        "They seem to be scanned; load the Word or Excel file, or a PDF with recognised text.",
    )
    details = ("pages",)


class FormulaWithoutValue(FindingKind):
    """Formulas whose result the workbook does not hold."""

    code = "formula-without-value"
    severity = "warning"
    title = Text("計算結果のない数式", "formula without a value")
    template = Text(
        "計算結果が保存されていない数式が{count}件あります（{where}など）。空欄として読みました。",
        "{count} formulas were saved without their result ({where}); read as empty.",
    )
    suggestion = Text(
        "Excelで開いて上書き保存し、もう一度読み込んでください。",
        "Open the workbook in Excel, save it, and load it again.",
    )
    details = ("count", "where")


class PartsNotRead(FindingKind):
    """Something in the file that no reader reads: pictures, embedded files, tracked deletions."""

    code = "parts-not-read"
    severity = "info"
    title = Text("読まないもの", "parts that are not read")
    template = Text("{what}は読み込みません（{count}件）。", "{what} is not read ({count}).")
    suggestion = Text(
        "計画の内容が含まれていないかご確認ください。",
        "Check that it holds nothing of the plan.",
    )
    details = ("what", "count")


class DrawingPlaceUnclear(FindingKind):
    """A text box drawn over a table of a Word document, whose columns cannot be determined."""

    code = "drawing-place-unclear"
    severity = "warning"
    title = Text("位置の分からない図形の文字", "text box whose place is unclear")
    template = Text(
        "表に重ねた図形の文字「{text}」は、どの列の上にあるか判断できないため、"
        "図形が固定されているセル（{where}）の文字として読みました。",
        "The text box “{text}” lies over a table, and the columns under it cannot be determined; "
        "it is read as text of the cell that it hangs on ({where}).",
    )
    suggestion = Text(
        "ほかの列の内容でないかご確認ください。図形の文字をセルに入力すると確実に読めます。",
        "Check that it does not belong to another column. Text that is typed into the cells is "
        "read without doubt.",
    )
    details = ("text", "where")


class ColumnsByPosition(FindingKind):
    """Tables of a text whose columns follow only from the place of the words on the line."""

    code = "columns-by-position"
    severity = "warning"
    title = Text("位置から判断した表の列", "columns by their place on the line")
    template = Text(
        "PDFから取り出したテキストの表（{count}件）を、文字の位置から列に分けて読みました。"
        "折り返しや列の境を取り違えていることがあります。",
        "{count} tables of a text pulled out of a PDF were parted into columns by where the words "
        "stand; a line that goes on, or the edge of a column, may be taken wrong.",
    )
    suggestion = Text(
        "元のPDFがあれば、そのPDFをそのまま読み込んでください（罫線から列が分かります）。",
        "Load the PDF itself: its ruled lines set the cells apart.",
    )
    details = ("count",)


class TextMostlyUnread(FindingKind):
    """A text much of which has become no part of any plan."""

    code = "text-mostly-unread"
    severity = "warning"
    doubts_reading = True
    title = Text("読み取れていない本文", "Much of the text not read")
    template = Text(
        "本文の文字の{share}％が、どの計画の内容にもなっていません。"
        "前文や資料のほかにも、読み取れていない計画があるおそれがあります。",
        "{share} % of the words of the text are part of no plan: beside its preface and appendices "
        "there may be plans that were not read.",
    )
    suggestion = Text(
        "計画の件数を原本と比べ、元のPDF・Word・Excelがあれば、そのファイルを読み込んでください。",
        "Count the plans against the source; load the PDF, Word file or workbook if there is one.",
    )
    details = ("share",)


class PlansUneven(FindingKind):
    """Plans of which many lack what the others state."""

    code = "plans-uneven"
    severity = "warning"
    doubts_reading = True
    title = Text("内容のそろわない計画", "Plans that are not alike")
    template = Text(
        "計画{plans}件のうち{count}件に、ほかの計画にある欄（番号・所管課・内容など）の多くがありません。"
        "計画ではない行を計画とした、または表の列を取り違えたおそれがあります。",
        "{count} of {plans} plans lack much that the others state (number, department, text …): "
        "rows of something else may have become plans, or columns may have been taken wrong.",
    )
    suggestion = Text(
        "計画の一覧（keikaku plans）を原本と照らし合わせ、違うときは keikaku layout で様式定義を"
        "作って読み方を直してください。PDFから取り出したテキストのときは、元のPDF・Word・Excelを"
        "読み込んでください。",
        "Compare the plans with the source; where they differ, make a layout by keikaku layout. "
        "For a text out of a PDF, load the PDF, Word file or workbook itself.",
    )
    details = ("count", "plans")


class TextOverBorder(FindingKind):
    """A text that is wider than its cell and runs over the cell beside it."""

    code = "text-over-border"
    severity = "info"
    title = Text("枠からはみ出した文字", "text over a border")
    template = Text(
        "枠からはみ出した文字を、書き始めの欄のものとして読みました（{text}）。",
        "A text runs over its cell's border; it was read as the cell's where it begins ({text}).",
    )
    suggestion = Text(
        "隣の欄の内容ではないかご確認ください。", "Check that it does not belong to the next cell."
    )
    details = ("text",)


class TableCut(FindingKind):
    """A table that goes on behind the edge of its page, where nothing is printed."""

    code = "table-cut"
    severity = "warning"
    title = Text("用紙の端で切れた表", "table that is cut off at the page's edge")
    template = Text(
        "{page}ページの表（{count}件）は用紙の右端まで続いていて、その先の列は印刷されていないと見られます。",
        "{count} tables on page {page} reach the edge of the page; their columns behind it seem "
        "not to be printed.",
    )
    suggestion = Text(
        "もとのファイルを指定するか、表が用紙に収まるようにPDFを作り直してください。",
        "Load the file that the PDF was made from, or fit the table to the paper and print again.",
    )
    details = ("page", "count")


class TextCut(FindingKind):
    """Texts of a printed sheet that go on behind their cell's border, and are not printed there."""

    code = "text-cut"
    severity = "warning"
    title = Text("途中で切れた文字", "text that is cut off")
    template = Text(
        "{page}ページの表の{count}か所で、文字が枠の端で切れていると見られます（「{text}」など）。"
        "続きは読み取れません。",
        "On page {page}, {count} cells of a table seem to be cut off at their border (“{text}” …);"
        " the rest cannot be read.",
    )
    suggestion = Text(
        "PDFのもとになった Excel などのファイルを指定するか、"
        "行の高さを広げてPDFを作り直してください。",
        "Load the workbook that the PDF was made from, or make the rows higher and print it again.",
    )
    details = ("page", "count", "text")
