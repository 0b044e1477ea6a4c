import PlanQLData

/// The tables that every plan has, filled or not, in the order in which a plan is read. To add a
/// field or a heading that documents use for it, add its row in the file of its table; loading,
/// import, help and `schema` follow.
package enum StandardTables {
  package static let all: [TableDeclaration] = [
    plan, statedTotals, sections, measures, duties, projects, units, responsibilities, officials,
    indicators, observations, budgets, yearly, funding, fiscal, progress, milestones, assessments,
    rules,
    cases, changes,
  ]

  /// The standard table of that name in either spelling.
  package static func table(named text: String) -> TableDeclaration? {
    all.first { $0.name.matches(text) }
  }

  /// The fields that name rows of a table of one's own, where `plan.yaml` does not say which.
  package static let usualNames = ["name", "名称", "title", "标题"]

  /// The fields that may tell its rows apart, where `plan.yaml` does not say which.
  package static let usualKeys = ["id", "no", "序号", "编号", "code", "编码"]
}

extension DeclaredType {
  static let bool = DeclaredType.known(.bool)
  static let date = DeclaredType.known(.date)
  static let int = DeclaredType.known(.int)
  static let money = DeclaredType.known(.money(.yuan))
  static let number = DeclaredType.known(.number)
  static let period = DeclaredType.known(.period)
  static let text = DeclaredType.known(.text)
  static let texts = DeclaredType.known(.list(.text))

  static func one(of enumeration: Enumeration) -> DeclaredType {
    .known(.enumeration(enumeration))
  }

  /// A link to a row of a table.
  static func link(_ table: String) -> DeclaredType { .known(.entity(table)) }

  /// An ordered list of links.
  static func links(_ table: String) -> DeclaredType { .known(.list(.entity(table))) }
}
