import PlanQLData

/// Tests whether a list has an element. A missing element is found where the list holds a missing
/// one; nothing is in a missing list.
enum Lists {
  static let functions: [Function] = [
    Function(
      "has", "含有", .list,
      doc: LocalizedText(
        en: "Says whether a list has an element.", zh: "判断列表里是否有某个元素。"),
      [
        Overload(
          LocalizedText(en: "list, element", zh: "列表, 元素"), known: .always, kernel: has
        ) { types in
          guard types.count == 2, let element = element(of: types[0], and: types[1]) else {
            return nil
          }
          return OverloadMatch(parameters: [.list(element), element], result: .bool)
        }
      ],
      examples: [
        FunctionExample("[1, 2, 3] has 2", is: "true"),
        FunctionExample("[\"大气\", \"水\"] has \"土壤\"", is: "false"),
      ]),
    Function(
      "in", "属于", .comparison,
      doc: LocalizedText(
        en: "Says whether a value is in a list, or a date or period in a period.",
        zh: "判断值是否在列表里，或日期、时段是否在另一时段之内。"),
      [
        Overload(
          LocalizedText(en: "value, list", zh: "值, 列表"), known: .always, kernel: isIn
        ) { types in
          guard types.count == 2, let element = element(of: types[1], and: types[0]) else {
            return nil
          }
          return OverloadMatch(parameters: [element, .list(element)], result: .bool)
        },
        .taking(.period, .period, giving: .bool, known: .always, kernel: Periods.isIn),
      ],
      examples: [
        FunctionExample("3 in [1, 2]", is: "false"),
        FunctionExample("@2021-03-05 in @2021", is: "true"),
        FunctionExample("@2021 in 2021..2025", is: "true"),
      ]),
  ]

  /// The type that a list's elements and a value have in common, where they can be compared.
  private static func element(of list: DataType, and value: DataType) -> DataType? {
    var common: DataType?
    if case .list(let element) = list { common = Conversion.common(of: [element, value]) }
    if list == .missing { common = value }
    return common.flatMap { $0.hasEquality ? $0 : nil }
  }
}

extension Lists {
  static func has(_ arguments: [Vector], _: [DataType], _ count: Int) -> Vector {
    Vector(.bools(rows(of: arguments[0], holding: arguments[1], count)))
  }

  static func isIn(_ arguments: [Vector], _: [DataType], _ count: Int) -> Vector {
    Vector(.bools(rows(of: arguments[1], holding: arguments[0], count)))
  }

  private static func rows(
    of list: Vector, holding element: Vector, _ count: Int
  ) -> Bitmap {
    let (offsets, child) = list.lists(count)
    let found: Bitmap
    if case .words(let elements) = child.lanes, child.presence == nil, element.presence == nil {
      found = rows(offsets, elements, holding: element.words(count), count)
    } else {
      // Each element of a list beside the value that is looked for, then any in each list.
      var owners: [Int32] = []
      owners.reserveCapacity(child.count)
      for row in 0..<count {
        let length = Int(offsets[row + 1] - offsets[row])
        owners.append(contentsOf: repeatElement(Int32(row), count: length))
      }
      let places = (0..<count).flatMap { offsets[$0]..<offsets[$0 + 1] }
      let isWhole = places.count == child.count && offsets.first == 0
      let same = Comparisons.equality(
        isWhole ? child : child.gathered(places), element.gathered(owners), owners.count)
      var rows = Bitmap(repeating: false, count: count)
      for place in same.indices() { rows[Int(owners[Int(place)])] = true }
      found = rows
    }
    return found.kept(where: list.presence)
  }

  /// Links, codes and whole numbers, all known.
  private static func rows(
    _ offsets: [Int32], _ elements: [Int64], holding values: [Int64], _ count: Int
  ) -> Bitmap {
    elements.withUnsafeBufferPointer { elements in
      values.withUnsafeBufferPointer { values in
        offsets.withUnsafeBufferPointer { offsets in
          bits(count) { row in
            let end = Int(offsets[row &+ 1])
            var place = Int(offsets[row])
            while place < end, elements[place] != values[row] { place &+= 1 }
            return place < end
          }
        }
      }
    }
  }
}
