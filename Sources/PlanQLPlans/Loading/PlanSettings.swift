import PlanQLData

/// What `plan.yaml` says, or what stands beside the tables in a file that holds a whole plan. All of it is optional:
///
/// ```yaml
/// title: 示例区生态环境保护规划        # the plan's own fields, by either spelling
/// region: 示例区
/// level: district
/// horizon: 2021..2025
/// approved_on: 2021-06-30
/// revision: 1
/// currency: CNY
/// money_unit: 万元                    # the unit of plain numbers in money columns, and of display
/// as_of: 2024-12-31
/// language: zh                        # of reports: zh or en
///
/// periods:                            # periods with a name
///   十四五: 2021..2025
///   first_half: {period: 2021..2023, label: 前半期}
///
/// fiscal_year: {start: 4, named_by: start}  # twelve months from April, called by their first year
///
/// measure_units:                      # units of the plan's own
///   标准户: 3.2 人                     # so many of a unit
///   plot: {is: 12.5 亩, label: 地块, aliases: [宗]}
///   PE: {label: 人口当量}              # of a dimension of its own
///
/// units:
///   aliases:
///     生态环境局: [环保局, 区环保局]
///
/// tables:                             # only what the files do not show by themselves
///   projects:                         # a standard table, or a name of your own
///     file: list-2021.csv             # where the file is not called projects.csv or 项目.csv
///     key: no                         # what tells rows apart; a list for several fields
///     fields:
///       investment: {from: 概算, unit: 亿元}
///       period: {from: [start_year, end_year]}
///       status: {type: text}
///   inspections:
///     label: 督查                     # the Chinese name
///     row: inspection                 # one row of it, as a type
///     row_label: 督查
///     doc: inspections by the district
///     name: title                     # what names a row
///     parent: parent                  # the link to the row above in a hierarchy
///     fields:
///       project: {from: project_id, link: projects, inverse: inspections, inverse_label: 督查}
///       checked: {type: date, label: 检查日期, doc: day of the visit, optional: false}
///       result: {values: [passed, {en: failed, zh: 不合格, aliases: [未通过]}]}
///       area: {type: number, unit: 亩}
///       inspectors: {type: "[text]", separator: /}
///
/// views:                              # parts of the plan, for those who are to see no more
///   public:
///     tables: [projects, progress, units]   # only these; all where it is absent
///     hide: [progress.problem]              # tables, and fields of tables
///     rows:                                 # a condition on the rows of a table
///       projects: status >= "preparing"
/// ```
///
/// Types are `bool`, `int`, `number`, `money`, `text`, `date`, `period`, `duration`, the name of a
/// row of a table, and lists of them in brackets, in either spelling. A column that a field is read
/// `from` is no field of its own.
struct PlanSettings {
  /// The files that make a folder a plan.
  static let fileNames = ["plan.yaml", "plan.yml", "plan.json", "plan.sqlite"]

  /// The plan's own fields, by their English names.
  var record: [String: Value] = [:]
  /// The lines that these stand on.
  var recordLines: [String: Int] = [:]
  var language = Language.zh
  var moneyUnit: MeasureUnit?
  var currency = Currency.yuan
  var periods: [(name: Name, period: Period)] = []
  var unitAliases: [UnitAliases] = []
  /// Whether the aliases are those of the plan, taken over for a revision, which need not have all units.
  var inheritsAliases = false
  /// The units that the plan declares, in the order of the file.
  var measureUnits: [MeasureUnit] = []
  var fiscalYear = FiscalYear.calendar
  var tables: [TableSettings] = []
  var views: [ViewSettings] = []

  /// The units that the plan's numbers may be written in.
  var measures: UnitTable { UnitTable(declared: measureUnits, currency: currency) }

  struct UnitAliases {
    let unit: String
    let aliases: [String]
    let line: Int?
  }
}

/// What `plan.yaml` says of a table.
struct TableSettings {
  let name: String
  let line: Int?
  var file: String?
  var label: String?
  var row: String?
  var rowLabel: String?
  var key: [String] = []
  var nameFields: [String] = []
  var parent: String?
  var doc: String?
  var fields: [FieldSettings] = []
  /// Whether they are those of the plan, taken over for a revision, which need not have a file for each.
  var isInherited = false
}

/// What `plan.yaml` says of a field.
struct FieldSettings {
  let name: String
  let line: Int?
  var columns: [String] = []
  var type: String?
  var isList = false
  var unit: MeasureUnit?
  var label: String?
  var doc: String?
  var isOptional: Bool?
  var link: String?
  var inverse: String?
  var inverseLabel: String?
  var separators: [Character] = []
  var values: [EnumerationCase] = []
}
