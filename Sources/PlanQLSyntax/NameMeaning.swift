package import PlanQLData

/// What a name as written means: its two spellings, and where it would mean something else.
package struct NameMeaning: Sendable, Hashable {
  package let name: Name
  /// The languages in whose spelling the name means something else at its place: another column, a name of the script.
  /// It stays as written there.
  package var hiddenIn: Set<Language>

  package init(_ name: Name, hiddenIn: Set<Language> = []) {
    self.name = name
    self.hiddenIn = hiddenIn
  }
}
