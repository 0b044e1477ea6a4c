import PlanQLData

/// Remarks of a kind that are not listed one by one, since there are too many of them.
package struct FurtherRemarks: Sendable, Hashable {
  package let count: Int
  /// The last of them, which says what the others say of other cells.
  package let last: ImportRemark
}

/// Remarks in their order, of each kind only so many: a large document would have millions.
struct RemarkList: Sendable, Hashable {
  private(set) var remarks: [ImportRemark] = []
  /// The remarks that are listed, so that none is said twice.
  private var seen: Set<ImportRemark> = []
  private var counts: [Kind: Int] = [:]
  private var lasts: [Kind: ImportRemark] = [:]
  /// The kinds of which not all remarks are listed, in the order in which that came about.
  private var cutKinds: [Kind] = []

  /// The remarks of a kind that are listed.
  static let greatestCount = 500

  /// What remarks of a kind have in common: what stands before and after all that they quote and
  /// count.
  struct Kind: Sendable, Hashable {
    private let start: Substring
    private let end: Substring

    init(_ text: LocalizedText) {
      let isOpen: (UInt8) -> Bool = { $0 == UInt8(ascii: "'") || (0x30...0x39).contains($0) }
      let words = text.en.utf8
      start = text.en[..<(words.firstIndex(where: isOpen) ?? words.endIndex)]
      end = words.lastIndex(where: isOpen).map { text.en[words.index(after: $0)...] } ?? ""
    }
  }

  /// The kinds of which not all remarks are listed, with how many more there are.
  var further: [FurtherRemarks] {
    cutKinds.compactMap { kind in
      lasts[kind].map {
        FurtherRemarks(count: (counts[kind] ?? 0) - RemarkList.greatestCount, last: $0)
      }
    }
  }

  /// Whether one more remark of a kind is listed.
  func lists(_ kind: Kind) -> Bool { counts[kind, default: 0] < RemarkList.greatestCount }

  /// Adds a remark of a kind, unless it is one that is listed, or the last of its kind.
  mutating func append(_ remark: ImportRemark, _ kind: Kind) {
    if seen.contains(remark.withoutExcerpt) { return }
    if lasts[kind]?.withoutExcerpt == remark.withoutExcerpt { return }
    let count = counts[kind, default: 0] + 1
    counts[kind] = count
    if count <= RemarkList.greatestCount {
      seen.insert(remark.withoutExcerpt)
      return remarks.append(remark)
    }
    if count == RemarkList.greatestCount + 1 { cutKinds.append(kind) }
    lasts[kind] = remark
  }

  /// Adds all remarks of another list.
  mutating func append(_ other: RemarkList) {
    for remark in other.remarks { append(remark, Kind(remark.text)) }
    for kind in other.cutKinds {
      guard let last = other.lasts[kind] else { continue }
      append(last, kind)
      counts[kind, default: 0] += (other.counts[kind] ?? 0) - RemarkList.greatestCount - 1
    }
  }
}

extension ImportRemark {
  /// What the remark says of which place.
  fileprivate var withoutExcerpt: ImportRemark {
    ImportRemark(place: place, text: text, excerpt: nil)
  }
}
