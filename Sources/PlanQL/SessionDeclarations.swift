import PlanQLData
import PlanQLSemantics
import PlanQLSyntax

/// What a session remembers: `let`, `param`, `define` and `use`, each as it was written.
struct SessionDeclarations: Sendable {
  struct Entry: Sendable {
    let key: Key
    let text: String
    /// The words in it, names that it reads among them.
    let words: Set<String>

    init(_ key: Key, _ text: String) {
      self.key = key
      self.text = text
      self.words = Set(WrittenNames.places(in: Array(text.utf8)).map(\.name))
    }
  }

  /// What a declaration is the meaning of: another of the same key takes its place.
  struct Key: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
      /// A value, a table or a function.
      case name
      case parameter
      /// A computed field of a table, by its English name.
      case field(String)
      /// The definitions of a file.
      case file
    }

    let kind: Kind
    let name: String
  }

  private(set) var entries: [Entry] = []

  /// Remembers a declaration, in place of one of the same key.
  mutating func keep(_ key: Key, _ text: String) {
    let entry = Entry(key, text)
    if let place = entries.firstIndex(where: { $0.key == key }) {
      entries[place] = entry
    } else {
      entries.append(entry)
    }
  }

  /// All declarations, each behind those it reads.
  var ordered: [Entry] { needed(for: Set(entries.map(\.key.name))) }

  /// The names of the computed fields.
  var fieldNames: Set<String> {
    entries.reduce(into: []) { names, entry in
      if case .field = entry.key.kind { names.insert(entry.key.name) }
    }
  }

  /// The declarations that words may mean, and those that these read, each behind those it reads.
  func needed(for words: Set<String>, without keys: Set<Key> = []) -> [Entry] {
    var found: [Entry] = []
    var seen = keys
    for entry in entries where entry.key.kind == .file || words.contains(entry.key.name) {
      add(entry, to: &found, &seen)
    }
    return found
  }

  /// The declarations that read a name, or read one that does.
  func depending(on names: Set<String>) -> [Entry] {
    var changed = names
    var found: Set<Key> = []
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for entry in entries
      where !entry.words.subtracting([entry.key.name]).isDisjoint(with: changed)
        && !names.contains(entry.key.name) && found.insert(entry.key).inserted
      {
        changed.insert(entry.key.name)
        isGrowing = true
      }
    }
    return entries.filter { found.contains($0.key) }
  }

  private func add(_ entry: Entry, to found: inout [Entry], _ seen: inout Set<Key>) {
    guard seen.insert(entry.key).inserted else { return }
    for other in entries where entry.words.contains(other.key.name) {
      add(other, to: &found, &seen)
    }
    found.append(entry)
  }
}

extension Statement {
  /// What a statement gives a meaning to; nil for one that gives none.
  func declaredKey(in catalog: Catalog) -> SessionDeclarations.Key? {
    switch kind {
    case .binding(let name, _): return .init(kind: .name, name: name.text)
    case .parameter(let parameter): return .init(kind: .parameter, name: parameter.name.text)
    case .definition(let definition):
      guard let owner = definition.owner else {
        return .init(kind: .name, name: definition.name.text)
      }
      let table = catalog.ownTable(ofRow: owner.text).map { catalog.tables[$0].definition.name.en }
      return .init(kind: .field(table ?? owner.text), name: definition.name.text)
    case .use(let path, _): return .init(kind: .file, name: path)
    case .check, .title, .text, .table, .chart, .loop, .condition, .result, .invalid: return nil
    }
  }
}
