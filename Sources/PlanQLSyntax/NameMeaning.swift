package import PlanQLData

/// What a name as written means: its two spellings, and where it would mean something else.
package struct NameMeaning: Sendable, Hashable {
  package let name: Name
  /// The languages in whose spelling the bare name of a table or a named period means something else at its place: a
  /// field of the row, a name of the script. `plan.` stands before it there.
  package var hiddenIn: Set<Language>

  package init(_ name: Name, hiddenIn: Set<Language> = []) {
    self.name = name
    self.hiddenIn = hiddenIn
  }
}
