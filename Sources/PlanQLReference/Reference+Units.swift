import PlanQLData

// Units of measure.
extension Reference {
  var units: [ReferenceEntry] {
    catalog.units.all.map { entry($0) }
  }

  /// A unit, which may be a quotient of others.
  func entry(_ unit: MeasureUnit) -> ReferenceEntry {
    ReferenceEntry(.unit, unit.name, aliases: unit.aliases, ReferenceText.unit(unit))
  }

  /// `万`, which may stand between a number and its unit.
  var magnitudes: [ReferenceEntry] {
    Magnitude.all.sorted { $0.power < $1.power }.map { magnitude in
      let size = "1" + String(repeating: "0", count: magnitude.power)
      return ReferenceEntry(
        .magnitude, magnitude.name,
        LocalizedText(
          en: "times \(size), before a unit or alone: 3\(magnitude.name.en)",
          zh: "乘以 \(size)，写在单位前或单独用：3\(magnitude.name.zh)"))
    }
  }

  /// The periods that the plan gives names to.
  var periods: [ReferenceEntry] {
    catalog.namedPeriods.map { name, period in
      ReferenceEntry(.period, name, LocalizedText(en: period.text(.en), zh: period.text(.zh)))
    }
  }

  /// All units with their names and what they are.
  var unitTable: ReferenceTable {
    ReferenceTable(
      [
        .init("English", "英文", isCode: true), .init("Chinese", "中文", isCode: true),
        .init("also", "又作", isCode: true), .init("what it is", "说明"),
      ],
      units.map { unit in
        [
          LocalizedText(unit.name.en), LocalizedText(unit.name.zh),
          LocalizedText.list(
            unit.aliases.filter { !unit.name.matches($0) }.map { LocalizedText($0) }),
          unit.summary,
        ]
      })
  }
}
