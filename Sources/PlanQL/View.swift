import PlanQLData
import PlanQLPlans
import PlanQLSyntax

/// What a host lets queries see of a plan: some tables, without some fields, and some rows.
///
///     let open = View()
///       .only("projects", "progress", "units")
///       .hiding("progress.problem")
///       .rows(of: "projects", where: "status >= \"preparing\"")
///     let plan = try Plan(at: "Examples/huaian").restricted(to: open)
///
/// Names are taken in either spelling. A plan that is restricted is a smaller plan, made once: nothing of it tells what
/// was hidden, neither errors nor suggestions, counts nor time.
public struct View: Sendable {
  private(set) var tables: [String]?
  private(set) var hidden: [String] = []
  private(set) var conditions: [(table: String, condition: QuerySource)] = []

  /// A view of everything.
  public init() {}

  init(_ settings: ViewSettings) {
    self.tables = settings.tables
    self.hidden = settings.hidden
    self.conditions = settings.rows.map { ($0.table, QuerySource($0.condition)) }
  }

  /// Only some tables are seen, beside what the plan says of itself: its title, its region, its day.
  public func only(_ tables: String...) -> View {
    var view = self
    view.tables = (view.tables ?? []) + tables
    return view
  }

  /// Tables and fields, these as `table.field`, are not seen; nor are fields that link to a table that is not.
  public func hiding(_ names: String...) -> View {
    var view = self
    view.hidden += names
    return view
  }

  /// Only rows that fulfil a condition are seen, which may read all of the plan. Links to the others are missing; rows
  /// that link to them stay, unless a condition of their own table hides them. Several conditions must all hold.
  public func rows(of table: String, where condition: QuerySource) -> View {
    var view = self
    view.conditions.append((table, condition))
    return view
  }
}

extension Plan {
  /// The views that the plan declares for itself, below `views` in `plan.yaml`, in the order of the file.
  public var views: [String] { declaredViews.map(\.name) }

  /// A view that the plan declares. Throws `PlanQLError` where there is none of the name.
  public func view(named name: String) throws -> View {
    guard let view = declaredViews.first(where: { $0.name == name }) else {
      let known = views
      throw PlanQLError(
        .source,
        LocalizedText(
          en: known.isEmpty
            ? "the plan declares no view"
            : "the plan has no view '\(name)'; there are: \(known.joined(separator: ", "))",
          zh: known.isEmpty
            ? "规划没有声明视图" : "规划没有名为 '\(name)' 的视图；现有：\(known.joined(separator: "、"))"))
    }
    return View(view)
  }

  /// The part of the plan that a view leaves, without revisions and notes of loading, which hold what is hidden. Throws
  /// `PlanQLError` for a table or field that the plan has not, and for a condition with an error.
  public func restricted(to view: View) throws -> Plan {
    let (tables, fields) = try ViewNames(catalog).seen(view)
    var rows: [String: [Int]] = [:]
    for (table, condition) in view.conditions {
      let name = try ViewNames(catalog).table(table)
      if catalog.ownTables.contains(where: { $0.definition.name.en == name && $0.isDerived }) {
        throw PlanQLError(
          .source,
          LocalizedText(
            en: "the rows of '\(name)' follow from other tables; a view hides rows of those",
            zh: "'\(name)' 由其他表推算得出；请让视图隐藏那些表的行"))
      }
      let found = try self.rows(of: name, where: condition)
      rows[name] = rows[name].map { known in known.filter(Set(found).contains) } ?? found
    }
    let restriction = CatalogRestriction(of: catalog, to: tables, hiding: fields, rows: rows)
    return restricted(to: restriction.applied())
  }

  /// The places of the rows of a table that fulfil a condition.
  private func rows(of table: String, where condition: QuerySource) throws -> [Int] {
    let before = "plan.\(table) | where (\n"
    var source = condition
    source.text = before + condition.text + "\n) | select row: this"
    do {
      let column = try compile(source).run().table.columns.first?.values
      return (0..<(column?.count ?? 0)).compactMap { place in
        if case .entity(_, let row)? = column?.value(place) { row } else { nil }
      }
    } catch let error as PlanQLError {
      let message = error.message
      throw PlanQLError(
        error.kind,
        LocalizedText(
          en: "the condition of the view on the rows of '\(table)': \(message.en)",
          zh: "视图对 '\(table)' 各行的条件：\(message.zh)"),
        diagnostics: error.diagnostics.compactMap { $0.moved(by: -before.utf8.count) })
    }
  }
}

/// What the names in a view stand for.
private struct ViewNames {
  private let catalog: Catalog

  init(_ catalog: Catalog) {
    self.catalog = catalog
  }

  /// The tables that are seen, and the fields of tables that are not, by English names.
  func seen(_ view: View) throws -> (tables: Set<String>, hidden: [String: Set<String>]) {
    var tables = Set(try (view.tables ?? catalog.ownTables.map(\.definition.name.en)).map(table))
    tables.insert("plan")
    var hidden: [String: Set<String>] = [:]
    for name in view.hidden {
      if let (table, field) = try self.field(name) {
        hidden[table, default: []].insert(field)
      } else {
        tables.remove(try self.table(name))
      }
    }
    return (tables, hidden)
  }

  func table(_ name: String) throws -> String {
    let known = catalog.ownTables.map(\.definition.name)
    guard let found = known.first(where: { $0.matches(name) }) else {
      throw unknown(
        LocalizedText(en: "no table is called '\(name)'", zh: "没有名为 '\(name)' 的表"), name, known)
    }
    return found.en
  }

  /// The table and the field that a name with a full stop stands for; nil for one without.
  private func field(_ name: String) throws -> (table: String, field: String)? {
    guard let stop = name.firstIndex(of: ".") else { return nil }
    let table = try self.table(String(name[..<stop]))
    let text = String(name[name.index(after: stop)...])
    let fields = catalog.ownTables.first { $0.definition.name.en == table }?.definition.fields ?? []
    guard let found = fields.first(where: { $0.name.matches(text) }) else {
      throw unknown(
        LocalizedText(en: "'\(table)' has no field '\(text)'", zh: "'\(table)' 没有字段 '\(text)'"),
        text,
        fields.map(\.name))
    }
    return (table, found.name.en)
  }

  private func unknown(_ what: LocalizedText, _ name: String, _ known: [Name]) -> PlanQLError {
    let help = Suggestions.help(for: name, among: known.map(\.en) + known.map(\.zh))
    return PlanQLError(
      .source,
      LocalizedText(
        en: "in the view \(what.en)" + (help.map { "; \($0.en)" } ?? ""),
        zh: "视图中\(what.zh)" + (help.map { "；\($0.zh)" } ?? "")))
  }
}
