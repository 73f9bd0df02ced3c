"""The kinds of finding (確認事項), each a small class, and the register of them by code."""

from keikaku.graph.findings.correction_findings import CorrectionUnmatched
from keikaku.graph.findings.department_findings import (
    DepartmentNotInOverview,
    DepartmentNotOnPage,
    DepartmentSpelling,
    DepartmentUnknown,
)
from keikaku.graph.findings.document_findings import (
    AppendixNotRead,
    MunicipalityUnknown,
    OverviewMissing,
    PageWithoutHead,
)
from keikaku.graph.findings.edition_findings import ActionsToWrite, TargetToRenew
from keikaku.graph.findings.kind import FINDINGS, SEVERITIES, FindingKind, finding_texts
from keikaku.graph.findings.mark_findings import (
    DisclosureUnknown,
    MarksAmbiguous,
    MarksGlued,
    MarksMissing,
    MarksShifted,
)
from keikaku.graph.findings.page_findings import (
    ColumnsLost,
    MilestoneCut,
    ReferenceBroken,
    RowShifted,
    SectionMissing,
    UnreadText,
    YearMismatch,
    YearOutsidePeriod,
)
from keikaku.graph.findings.source_findings import (
    FormulaWithoutValue,
    PagesWithoutText,
    PartsNotRead,
    TextOverBorder,
)
from keikaku.graph.findings.structure_findings import (
    CountDisagrees,
    DuplicatePlan,
    HeaderDisagrees,
    HeaderMissing,
    NumberUnclear,
    OverviewRowShifted,
    PlanNotInOverview,
    PlanWithoutPage,
    TitleDiffers,
)
from keikaku.graph.findings.target_findings import (
    BaselineAtTarget,
    BaselineNotBeforeTarget,
    BaselineWithoutTarget,
    NoMeasurableTarget,
    TargetSplit,
    TargetWithoutBaseline,
    UnitDiffers,
    ValueUnclear,
)
from keikaku.graph.findings.text_findings import CharactersBroken, TextTooLong
from keikaku.graph.findings.variant_findings import BasisLost, DependencyBroken, NumberElsewhere
from keikaku.graph.findings.year_findings import (
    PeriodUnknown,
    SymbolUnexplained,
    YearHeadsCounted,
    YearHeadsUnread,
)

__all__ = [
    "FINDINGS",
    "SEVERITIES",
    "ActionsToWrite",
    "AppendixNotRead",
    "BaselineAtTarget",
    "BaselineNotBeforeTarget",
    "BaselineWithoutTarget",
    "BasisLost",
    "CharactersBroken",
    "ColumnsLost",
    "CorrectionUnmatched",
    "CountDisagrees",
    "DepartmentNotInOverview",
    "DepartmentNotOnPage",
    "DepartmentSpelling",
    "DepartmentUnknown",
    "DependencyBroken",
    "DisclosureUnknown",
    "DuplicatePlan",
    "FindingKind",
    "FormulaWithoutValue",
    "HeaderDisagrees",
    "HeaderMissing",
    "MarksAmbiguous",
    "MarksGlued",
    "MarksMissing",
    "MarksShifted",
    "MilestoneCut",
    "MunicipalityUnknown",
    "NoMeasurableTarget",
    "NumberElsewhere",
    "NumberUnclear",
    "OverviewMissing",
    "OverviewRowShifted",
    "PageWithoutHead",
    "PagesWithoutText",
    "PartsNotRead",
    "PeriodUnknown",
    "PlanNotInOverview",
    "PlanWithoutPage",
    "ReferenceBroken",
    "RowShifted",
    "SectionMissing",
    "SymbolUnexplained",
    "TargetSplit",
    "TargetToRenew",
    "TargetWithoutBaseline",
    "TextOverBorder",
    "TextTooLong",
    "TitleDiffers",
    "UnitDiffers",
    "UnreadText",
    "ValueUnclear",
    "YearHeadsCounted",
    "YearHeadsUnread",
    "YearMismatch",
    "YearOutsidePeriod",
    "finding_texts",
]
