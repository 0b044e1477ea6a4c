import PlanQLData

/// The lanes that a kernel expects. A vector of another form or too short a one, which no checked
/// query makes, reads as placeholders, so that no kernel reaches outside its memory.
extension Vector {
  func words(_ count: Int) -> [Int64] {
    if case .words(let words) = lanes, words.count >= count { return words }
    return Array(repeating: 0, count: count)
  }

  func doubles(_ count: Int) -> [Double] {
    if case .doubles(let doubles) = lanes, doubles.count >= count { return doubles }
    return Array(repeating: 0, count: count)
  }

  func bools(_ count: Int) -> Bitmap {
    if case .bools(let bits) = lanes, bits.count >= count { return bits }
    return Bitmap(repeating: false, count: count)
  }

  func texts(_ count: Int) -> TextLanes {
    if case .texts(let pool, let codes) = lanes, codes.count >= count, pool.count > 0 {
      return TextLanes(pool: pool, codes: codes)
    }
    return TextLanes(pool: TextPool([""]), codes: Array(repeating: 0, count: count))
  }

  func periods(_ count: Int) -> (starts: [Int32], ends: [Int32]) {
    if case .periods(let starts, let ends) = lanes, starts.count >= count, ends.count >= count {
      return (starts, ends)
    }
    return (Array(repeating: 0, count: count), Array(repeating: 0, count: count))
  }

  func lists(_ count: Int) -> (offsets: [Int32], child: Vector) {
    if case .lists(let offsets, let child) = lanes, offsets.count > count {
      return (offsets, child)
    }
    return (Array(repeating: 0, count: count + 1), Vector(.words([])))
  }
}

extension Bitmap {
  /// The bitmap as a presence: nil when every row is known.
  var asPresence: Bitmap? { isFull ? nil : self }

  /// The bits of the rows that are known.
  func kept(where known: Bitmap?) -> Bitmap {
    guard let known else { return self }
    return self & known
  }
}

/// Tests every row, 64 to a word.
@inline(__always)
func bits(_ count: Int, where test: (Int) -> Bool) -> Bitmap {
  let wordCount = (count + 63) / 64
  let words = [UInt64](unsafeUninitializedCapacity: wordCount) { words, filled in
    for index in 0..<wordCount {
      let first = index &* 64
      var word: UInt64 = 0
      if first &+ 64 <= count {
        for bit in 0..<64 { word |= (test(first &+ bit) ? 1 : 0) &<< UInt64(bit) }
      } else {
        for bit in 0..<(count &- first) { word |= (test(first &+ bit) ? 1 : 0) &<< UInt64(bit) }
      }
      words.initializeElement(at: index, to: word)
    }
    filled = wordCount
  }
  return Bitmap(words: words, count: count)
}

/// The first known row that passes a test.
@inline(__always)
func firstRow(_ count: Int, known: Bitmap?, where test: (Int) -> Bool) -> Int? {
  for row in 0..<count where known?[row] ?? true {
    if test(row) { return row }
  }
  return nil
}

/// An array of one computed element a row.
@inline(__always)
func filled<Element>(_ count: Int, _ compute: (Int) -> Element) -> [Element] {
  [Element](unsafeUninitializedCapacity: count) { output, filled in
    for row in 0..<count { output.initializeElement(at: row, to: compute(row)) }
    filled = count
  }
}

/// One word a row, each with a flag that says whether it came out wrong. A flag is a suspicion
/// only: it counts where the row is known.
@inline(__always)
func checkedWords(
  _ count: Int, known: Bitmap?, else failure: ComputationFailure,
  _ compute: (Int) -> (partialValue: Int64, overflow: Bool)
) throws(KernelFailure) -> Vector {
  var flags: UInt8 = 0
  let words = [Int64](unsafeUninitializedCapacity: count) { output, filled in
    for row in 0..<count {
      let (value, isWrong) = compute(row)
      output.initializeElement(at: row, to: value)
      flags |= isWrong ? 1 : 0
    }
    filled = count
  }
  if flags != 0, let row = firstRow(count, known: known, where: { compute($0).overflow }) {
    throw KernelFailure(failure, row: row)
  }
  return Vector(.words(words), presence: known)
}

/// One number a row. A known one that is not finite fails; a missing one becomes 0, and so does -0.
@inline(__always)
func checkedNumbers(
  _ count: Int, known: Bitmap?, _ compute: (Int) -> Double
) throws(KernelFailure) -> Vector {
  let exponentOfInfinity = Double.infinity.bitPattern
  var greatest: UInt64 = 0
  var numbers = [Double](unsafeUninitializedCapacity: count) { output, filled in
    for row in 0..<count {
      let number = compute(row) + 0.0
      output.initializeElement(at: row, to: number)
      let exponent = number.bitPattern & exponentOfInfinity
      greatest = exponent > greatest ? exponent : greatest
    }
    filled = count
  }
  if greatest == exponentOfInfinity {
    for row in 0..<count where !numbers[row].isFinite {
      if known?[row] ?? true { throw KernelFailure(.notFinite, row: row) }
      numbers[row] = 0
    }
  }
  return Vector(.doubles(numbers), presence: known)
}

/// One word a row from the words of two vectors.
@inline(__always)
func overWords(
  _ left: Vector, _ right: Vector, _ count: Int, else failure: ComputationFailure,
  _ operation: (Int64, Int64) -> (partialValue: Int64, overflow: Bool)
) throws(KernelFailure) -> Vector {
  let known = bothKnown(left.presence, right.presence)
  let (lefts, rights) = (left.words(count), right.words(count))
  return try lefts.withUnsafeBufferPointer { (lefts) throws(KernelFailure) in
    try rights.withUnsafeBufferPointer { (rights) throws(KernelFailure) in
      try checkedWords(count, known: known, else: failure) { operation(lefts[$0], rights[$0]) }
    }
  }
}

/// One word a row from the words of a vector.
@inline(__always)
func overWords(
  _ vector: Vector, _ count: Int, else failure: ComputationFailure,
  _ operation: (Int64) -> (partialValue: Int64, overflow: Bool)
) throws(KernelFailure) -> Vector {
  let words = vector.words(count)
  return try words.withUnsafeBufferPointer { (words) throws(KernelFailure) in
    try checkedWords(count, known: vector.presence, else: failure) { operation(words[$0]) }
  }
}

/// One number a row from the numbers of two vectors, known where `known` says.
@inline(__always)
func overNumbers(
  _ left: Vector, _ right: Vector, _ count: Int, known: Bitmap?,
  _ operation: (Double, Double) -> Double
) throws(KernelFailure) -> Vector {
  let (lefts, rights) = (left.doubles(count), right.doubles(count))
  return try lefts.withUnsafeBufferPointer { (lefts) throws(KernelFailure) in
    try rights.withUnsafeBufferPointer { (rights) throws(KernelFailure) in
      try checkedNumbers(count, known: known) { operation(lefts[$0], rights[$0]) }
    }
  }
}

/// One number a row from the numbers of a vector.
@inline(__always)
func overNumbers(
  _ vector: Vector, _ count: Int, _ operation: (Double) -> Double
) throws(KernelFailure) -> Vector {
  let numbers = vector.doubles(count)
  return try numbers.withUnsafeBufferPointer { (numbers) throws(KernelFailure) in
    try checkedNumbers(count, known: vector.presence) { operation(numbers[$0]) }
  }
}

/// Whether all values are the same; true of none.
func isConstant<Element: Equatable>(_ values: [Element], _ count: Int) -> Bool {
  values.withUnsafeBufferPointer { values in
    for row in stride(from: 1, to: count, by: 1) where values[row] != values[0] { return false }
    return true
  }
}
