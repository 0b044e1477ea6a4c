/// What a catalogue knows of the revisions of its plan: which there are, and which rows of their tables are the same.
///
/// The tables of a revision follow the plan's own, and after them, for each table, the one of its rows in whatever
/// revision: the plan's own rows first, then those that only revisions have. All of them have internal names.
package struct CatalogRevisions: Sendable {
  /// The revisions that there are, loaded or not, in order.
  package let names: [String]
  /// The revisions whose tables are in the catalogue.
  package let loaded: [String]
  /// Why others could not be loaded, by name.
  package let failures: [String: LocalizedText]
  /// What each table of the catalogue is among revisions; empty as long as none is loaded.
  package let places: [TableRevision]

  package init(
    names: [String], loaded: [String] = [], failures: [String: LocalizedText] = [:],
    places: [TableRevision] = []
  ) {
    self.names = names
    self.loaded = loaded
    self.failures = failures
    self.places = places
  }

  /// A plan without revisions.
  package static let none = CatalogRevisions(names: [])

  /// The name of the plan itself among its revisions.
  package static let current = "current"
}

/// What a table is among the revisions of its plan.
package struct TableRevision: Sendable {
  package enum Kind: Sendable, Hashable {
    /// A table of the plan itself.
    case own
    /// A table of a revision; the field holds the row of the table of all revisions.
    case revised(String, identity: Int?)
    /// The rows of a table in whatever revision.
    case all
  }

  package let kind: Kind
  /// What the table is called in its plan.
  package let name: Name
  /// The place of the table of all revisions; nil where rows cannot be told apart by a key.
  package let all: Int?
  /// Why they cannot.
  package let problem: KeyProblem?

  package init(_ kind: Kind, name: Name, all: Int?, problem: KeyProblem? = nil) {
    self.kind = kind
    self.name = name
    self.all = all
    self.problem = problem
  }
}

/// Why the rows of a table cannot be found again in a revision.
package enum KeyProblem: Sendable, Hashable {
  case noKey
  /// Two rows of a revision, or of the plan itself when nil, have the same key.
  case repeated(String, field: Name, revision: String?)
  /// A row of a revision, or of the plan itself when nil, has no key.
  case missing(field: Name, revision: String?)
}

extension Catalog {
  /// The tables of the plan itself.
  package var ownTables: ArraySlice<StoredTable> {
    let count = revisions.places.firstIndex { $0.kind != .own } ?? tables.count
    return tables.prefix(count)
  }

  /// The place of a table of the plan itself, by what a row of it or it is called, in either spelling.
  package func ownTable(ofRow text: String) -> Int? {
    ownTables.firstIndex { $0.definition.rowName.matches(text) }
      ?? ownTables.firstIndex { $0.definition.name.matches(text) }
  }

  /// The place of a table of a revision, or of the plan itself when nil, by either spelling.
  package func table(named text: String, in revision: String?) -> Int? {
    guard let revision else {
      return ownTables.firstIndex { $0.definition.name.matches(text) }
    }
    return revisions.places.firstIndex { place in
      if case .revised(revision, _) = place.kind { return place.name.matches(text) }
      return false
    }
  }

  /// What a table is called in its plan, whatever the revision.
  package func plainName(ofTable place: Int) -> Name {
    revisions.places.indices.contains(place)
      ? revisions.places[place].name : tables[place].definition.name
  }

  /// The place of the plan's own table that a table is a revision of, or itself.
  package func plainTable(ofTable place: Int) -> Int {
    table(named: plainName(ofTable: place).en, in: nil) ?? place
  }

  /// What the table that a type links to is among revisions; nil for other types and where none is loaded.
  package func revision(of type: DataType) -> TableRevision? {
    guard !revisions.places.isEmpty, case .entity(let name) = type.element,
      let place = table(named: name), revisions.places.indices.contains(place)
    else { return nil }
    return revisions.places[place]
  }
}

extension Name {
  /// Whether it cannot be written in a script: a table or field that the checker alone speaks of.
  package var isInternal: Bool { en.utf8.contains(0x60) }

  /// The name of a table in a revision, or of its rows in all revisions when nil. No script can write it.
  package func inRevision(_ revision: String?) -> Name {
    Name("\(en)`\(revision ?? "")", "\(zh)`\(revision ?? "")")
  }
}
