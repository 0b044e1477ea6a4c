/// The entries at the top of a `plan.yaml`, as they are written, each with the comments above it.
struct PlanFileEntries {
  /// One entry.
  struct Entry: Hashable {
    let key: String
    let text: String
  }

  private(set) var entries: [Entry] = []
  /// Comments after the last entry.
  private(set) var tail = ""

  /// Takes a text apart; nil where it is no list of entries, a key a line.
  init?(_ text: String) {
    var key: String?
    var lines = ""
    var waiting = ""
    func close(_ entries: inout [Entry]) {
      if let key { entries.append(Entry(key: key, text: lines)) }
    }
    for line in text.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" }
    ).map({
      String($0) + "\n"
    }) {
      guard let first = line.unicodeScalars.first, first != "\n", first != "#" else {
        waiting += line
        continue
      }
      if first == " " || first == "-" {
        guard key != nil, !line.hasPrefix("---") else { return nil }
        lines += waiting + line
        waiting = ""
        continue
      }
      guard let next = PlanFileEntries.key(line) else { return nil }
      close(&entries)
      key = next
      lines = waiting + line
      waiting = ""
    }
    close(&entries)
    // What was split ends with one line end more than the text.
    waiting.removeLast(waiting.isEmpty ? 0 : 1)
    tail = waiting
    guard Set(entries.map(\.key)).count == entries.count else { return nil }
  }

  /// The entry of a key.
  subscript(key: String) -> Entry? { entries.first { $0.key == key } }

  /// The key that a line begins with; nil for a value, a list or a key in quotes.
  private static func key(_ line: String) -> String? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let key = line[..<colon]
    let next = line[line.index(after: colon)...].first
    guard next == " " || next?.isNewline ?? true, !key.isEmpty,
      key.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" })
    else { return nil }
    return String(key)
  }
}

/// A `plan.yaml` as an import makes it, with what was written by hand into the one that is there.
struct MergedPlanFile {
  private(set) var text: String
  /// The entries that were kept as they were written by hand.
  private(set) var kept: [String] = []
  /// Those that were written by hand and that the import says otherwise than the last one did; a
  /// blank key is the whole file.
  private(set) var conflicts: [String] = []

  /// What the tables of an import are written in: another word for it would make other amounts of
  /// them.
  private static let ofTables: Set<String> = ["money_unit", "currency"]

  /// Merges the entries of an import with those that are there; `written` has the digests of those
  /// that the last import wrote.
  init(_ new: String, over present: String, written: [String: UInt64]) {
    text = new
    guard new != present else { return }
    guard let made = PlanFileEntries(new), let there = PlanFileEntries(present) else {
      conflicts = [""]
      return
    }
    var result = ""
    for entry in made.entries {
      let mine = there[entry.key]
      let isKept = keeps(mine, over: entry, written[entry.key])
      result += isKept ? mine?.text ?? entry.text : entry.text
    }
    for entry in there.entries where made[entry.key] == nil {
      guard written[entry.key] != FileDigest.of(entry.text) else { continue }
      kept.append(entry.key)
      result += entry.text.hasSuffix("\n") ? entry.text : entry.text + "\n"
    }
    text = result + there.tail
  }

  /// Whether an entry was changed by hand and stays so: the import says of it what the last one did.
  private mutating func keeps(
    _ mine: PlanFileEntries.Entry?, over entry: PlanFileEntries.Entry, _ written: UInt64?
  ) -> Bool {
    guard let mine, mine.text != entry.text, written != FileDigest.of(mine.text) else {
      return false
    }
    guard written == FileDigest.of(entry.text), !MergedPlanFile.ofTables.contains(entry.key) else {
      conflicts.append(entry.key)
      return false
    }
    kept.append(entry.key)
    return true
  }
}
