import PlanQLSyntax

/// Where the cursor stands in a script that is being typed, as far as completion needs to know.
struct CompletionPlace: Equatable {
  /// What may stand at the place.
  enum Kind: Equatable {
    /// At the start of a statement: `▮`
    case statement
    /// After a bar: `projects | ▮`
    case stage
    /// After a point: `project.lead.▮`
    case member([String])
    /// Where a value is due: `where ▮`
    case operand
    /// Where a value is compared with a field: `lead = ▮`
    case comparand([String])
    /// After a value: `sort investment ▮`
    case operation
    /// After `as`: `total as ▮`
    case unit
    /// After `chart`: `chart ▮`
    case chart
    /// In a text that a field is compared with: `lead = "▮`
    case text([String], closing: String)
    /// Where nothing can be completed: in a comment, in another text
    case nothing
  }

  let kind: Kind
  /// Where the word under the cursor begins, in bytes.
  let start: Int
  /// The part of the word before the cursor.
  let word: String
  /// The pipeline up to the bar of the stage that the cursor is in; empty where it is in none.
  let pipeline: String
  /// The stage that the cursor is in.
  let stage: StageWord?
  /// The variables of the `for`s that the cursor is in the bodies of, innermost first.
  var loops: [Loop] = []

  /// A variable and what it runs over: `for u in units | take 3 {`
  struct Loop: Equatable {
    let variable: String
    let pipeline: String
  }
}

extension CompletionPlace {
  /// Finds the place at the end of a text.
  init(endOf text: String) {
    var scanner = PlaceScanner(text)
    scanner.scan()
    self = scanner.place()
  }
}
