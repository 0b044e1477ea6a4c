import PlanQLData

/// Every function of the language. To add one, add its record to the table of its file.
package enum Library {
  /// The functions of one row, sorted by English name.
  package static let functions: [Function] =
    (Comparisons.functions + TextPredicates.functions + Lists.functions + Periods.functions
    + Arithmetic.functions + RealNumbers.functions + Rounding.functions + Casts.functions
    + Texts.functions + Texts.partFunctions + Times.functions
    + PlanFunctions.functions)
    .sorted { $0.name.en < $1.name.en }

  /// The functions of many rows, sorted by English name.
  package static let aggregates: [AggregateFunction] =
    Aggregates.functions.sorted { $0.name.en < $1.name.en }

  /// Finds a function of one row by either spelling.
  package static func function(named text: String) -> Function? {
    functionPlaces[text].map { functions[$0] }
  }

  /// Finds a function of many rows by either spelling.
  package static func aggregate(named text: String) -> AggregateFunction? {
    aggregatePlaces[text].map { aggregates[$0] }
  }

  private static let functionPlaces = places(functions.map(\.name))
  private static let aggregatePlaces = places(aggregates.map(\.name))

  private static func places(_ names: [Name]) -> [String: Int] {
    var places: [String: Int] = [:]
    for (place, name) in names.enumerated() {
      for spelling in [name.en, name.zh] where places[spelling] == nil { places[spelling] = place }
    }
    return places
  }
}
