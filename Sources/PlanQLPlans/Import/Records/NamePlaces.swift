/// What a name is known by: 128 bits, which no two names of a plan can be expected to share.
struct NameKey: Sendable, Hashable {
  private let first: Int
  private let second: Int

  /// The key of a name, and of a number where the same name means another thing beside another.
  init(_ name: String, _ number: Int? = nil) {
    var hasher = Hasher()
    hasher.combine(name)
    hasher.combine(number)
    var other = hasher
    hasher.combine(1)
    other.combine(2)
    self.first = hasher.finalize()
    self.second = other.finalize()
  }
}

/// The places of records by their names; a name takes some fifty bytes, whatever its length.
struct NamePlaces: Sendable {
  private var places: [NameKey: Int] = [:]
  /// The first places of names that several records have.
  private var shared: [NameKey: [Int]] = [:]

  /// The place of a name that several records have.
  private static let several = -1

  /// Adds the name of the record at a place.
  mutating func add(_ name: String, at place: Int) {
    let key = NameKey(name)
    guard let known = places.updateValue(place, forKey: key) else { return }
    places[key] = NamePlaces.several
    if known != NamePlaces.several { shared[key] = [known] }
    if let count = shared[key]?.count, count <= NamePlaces.greatestCount {
      shared[key]?.append(place)
    }
  }

  /// The place of the one record of a name; nil where there is none or several.
  func onlyPlace(of name: String) -> Int? {
    places[NameKey(name)].flatMap { $0 == NamePlaces.several ? nil : $0 }
  }

  /// The places that are kept of a name; of more records than these there is no telling which is meant.
  static let greatestCount = 16

  /// The places of the records of a name; none where they are too many.
  func places(of name: String) -> [Int] {
    if let place = onlyPlace(of: name) { return [place] }
    let found = shared[NameKey(name)] ?? []
    return found.count > NamePlaces.greatestCount ? [] : found
  }

  /// Whether a record has the name.
  func contains(_ name: String) -> Bool { places[NameKey(name)] != nil }
}

/// Names that are made different from those before, by a number where one stands again.
struct DistinctNames: Sendable {
  private var taken: Set<NameKey> = []
  /// The number that a name which stood again was given last.
  private var numbers: [NameKey: Int] = [:]

  /// Takes names that there are.
  init(_ names: some Sequence<String>) {
    for name in names { taken.insert(NameKey(name)) }
  }

  /// A name that no other has: `甲`, `甲（2）`, or as another way of numbering writes it.
  mutating func name(
    for name: String, numbered: (String, Int) -> String = { "\($0)（\($1)）" }
  ) -> String {
    let key = NameKey(name)
    guard !taken.insert(key).inserted else { return name }
    var number = numbers[key] ?? 1
    var other = name
    repeat {
      number += 1
      other = numbered(name, number)
    } while !taken.insert(NameKey(other)).inserted
    numbers[key] = number
    return other
  }
}
