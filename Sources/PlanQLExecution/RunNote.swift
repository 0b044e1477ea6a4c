import PlanQLAlgebra
import PlanQLData
import PlanQLLibrary
import PlanQLSyntax

/// So many rows that a stage left out, or values that an aggregate skipped.
struct RunNote: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    /// Rows of a `spread` whose period is missing or open.
    case leftOut
    /// Missing values in the argument of an aggregate.
    case missing(AggregateFunction.Kind, of: Name?)
    /// Left rows of a `join` without a partner.
    case unpaired(Step.Joining.Kind)
    /// Right rows of a `join` without a partner.
    case unpairedPartners
  }

  let kind: Kind
  let span: SourceSpan
  var count: Int
}

extension RunNote {
  /// What a person is told, a text for each cause: an aggregate that skipped as many values of several columns names
  /// them in one.
  static func texts(of notes: [RunNote]) -> [LocalizedText] {
    var grouped: [(note: RunNote, names: [Name])] = []
    for note in notes {
      guard case .missing(let function, let name) = note.kind else {
        grouped.append((note, []))
        continue
      }
      let names = [name].compactMap { $0 }
      let place = grouped.firstIndex { other in
        guard case .missing(function, _) = other.note.kind else { return false }
        return other.note.count == note.count
      }
      guard let place else {
        grouped.append((note, names))
        continue
      }
      grouped[place].names += names.filter { !grouped[place].names.contains($0) }
    }
    return grouped.map { $0.note.text(of: $0.names) }
  }

  private func text(of names: [Name]) -> LocalizedText {
    switch kind {
    case .leftOut: leftOut
    case .missing(let function, _): skipped(by: function, of: names)
    case .unpaired(.inner): droppedByJoin
    case .unpaired(.left), .unpaired(.full): keptByJoin
    case .unpairedPartners: addedByJoin
    }
  }

  private func skipped(
    by function: AggregateFunction.Kind, of names: [Name]
  ) -> LocalizedText {
    let name = Library.aggregates.first { $0.kind == function }?.name ?? Name(function.rawValue)
    let each = names.count > 1 ? LocalizedText(en: " each", zh: "各") : LocalizedText(en: "", zh: "")
    let of = names.isEmpty ? "" : " of " + names.map { "'\($0.en)'" }.joined(separator: ", ")
    let owners = names.isEmpty ? "" : names.map { "'\($0.zh)'" }.joined(separator: "、") + "的"
    return LocalizedText(
      en: count == 1
        ? "'\(name.en)' skipped 1 missing value\(each.en)\(of)"
        : "'\(name.en)' skipped \(count) missing values\(each.en)\(of)",
      zh: "'\(name.zh)' \(each.zh)跳过了\(owners) \(count) 个缺失值")
  }

  private var droppedByJoin: LocalizedText {
    LocalizedText(
      en: count == 1
        ? "1 row left out by 'join': it found no partner"
        : "\(count) rows left out by 'join': they found no partner",
      zh: "'关联' 未计入 \(count) 行：没有对应的行")
  }

  private var keptByJoin: LocalizedText {
    LocalizedText(
      en: count == 1
        ? "1 row found no partner in 'join'" : "\(count) rows found no partner in 'join'",
      zh: "'关联' 中有 \(count) 行没有对应的行")
  }

  private var addedByJoin: LocalizedText {
    LocalizedText(
      en: count == 1
        ? "1 row of the joined table found no partner in 'join'"
        : "\(count) rows of the joined table found no partner in 'join'",
      zh: "'关联' 的表中有 \(count) 行没有对应的行")
  }

  private var leftOut: LocalizedText {
    LocalizedText(
      en: count == 1
        ? "1 row left out by 'spread': its period is missing or open"
        : "\(count) rows left out by 'spread': their period is missing or open",
      zh: "'分摊' 未计入 \(count) 行：时段缺失或没有起止")
  }
}
