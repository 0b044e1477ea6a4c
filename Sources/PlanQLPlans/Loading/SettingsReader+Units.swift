import PlanQLData

extension SettingsReader {
  /// Reads how the plan's fiscal years run.
  mutating func readFiscalYear(_ section: TreeNode.Entry) {
    var (start, naming) = (1, FiscalYear.Naming.start)
    for part in document.entries(of: section.value, in: section.key, known: ["start", "named_by"]) {
      guard let text = document.text(part) else { continue }
      if part.key == "start" {
        guard let month = Int(text), (1...12).contains(month) else {
          document.report(.badFiscalStart(text), at: part.value)
          continue
        }
        start = month
      } else if let known = FiscalYear.Naming(rawValue: text) {
        naming = known
      } else {
        document.report(.badFiscalNaming(text), at: part.value)
      }
    }
    settings.fiscalYear = FiscalYear(startMonth: start, naming: naming)
    settings.record["fiscal_year"] = .text("start: \(start), named_by: \(naming.rawValue)")
    settings.recordLines["fiscal_year"] = section.place.line
  }

  /// Reads the units that the plan declares; each may be so many of one above it.
  mutating func readMeasureUnits(_ section: TreeNode.Entry) {
    for entry in document.entries(of: section.value, in: section.key) {
      let name = NameText.normalized(entry.key)
      var (label, amount) = (name, String?.none)
      var aliases: [String] = []
      if entry.value.mapping == nil {
        amount = document.text(entry)
        guard amount != nil else { continue }
      } else {
        let known = ["is", "label", "aliases"]
        for part in document.entries(of: entry.value, in: entry.key, known: known) {
          switch part.key {
          case "is": amount = document.text(part)
          case "label": label = document.text(part).map(NameText.normalized) ?? name
          case _: aliases = document.texts(part).map(NameText.normalized)
          }
        }
      }
      let names = [name, label] + aliases
      if let bad = names.first(where: { !SettingsReader.mayNameUnit($0) }) {
        document.report(.badUnitName(bad), at: entry.value)
      } else if let taken = names.first(where: { NumberSuffix($0, in: settings.measures) != nil }) {
        document.report(.repeatedUnit(taken), at: entry.value)
      } else if let unit = measureUnit(Name(name, label), aliases, amount, entry) {
        settings.measureUnits.append(unit)
      }
    }
  }

  /// A unit that is so much of another; without an amount, one of a dimension of its own.
  private mutating func measureUnit(
    _ name: Name, _ aliases: [String], _ amount: String?, _ entry: TreeNode.Entry
  ) -> MeasureUnit? {
    guard let text = amount else {
      return MeasureUnit(
        name.en, name.zh, aliases: aliases, .physical(Dimension(name.en)), 1)
    }
    var copy = text
    let cell = copy.withUTF8 { NumberCell($0, in: settings.measures) }
    guard let cell, cell.digits.significand > 0, let whole = cell.suffix?.wholeUnit,
      cell.suffix?.unit != nil, let scale = cell.scale(of: whole)
    else {
      document.report(.badUnitAmount(text), at: entry.value)
      return nil
    }
    switch whole.kind {
    case .plain, .physical:
      return MeasureUnit(
        name.en, name.zh, aliases: aliases, whole.kind, scale.numerator, over: scale.denominator)
    case .money, .days, .months:
      document.report(.badUnitAmount(text), at: entry.value)
      return nil
    }
  }

  /// Whether a name can stand glued behind a number: letters, and signs such as `²`.
  private static func mayNameUnit(_ name: String) -> Bool {
    !name.isEmpty && name.unicodeScalars.count <= 16
      && name.allSatisfy { $0.isLetter || "²³°_".contains($0) }
  }
}
