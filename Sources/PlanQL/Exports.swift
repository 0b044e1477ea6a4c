@_exported public import PlanQLData
@_exported public import PlanQLPlans
@_exported public import PlanQLReports
@_exported public import PlanQLSyntax
