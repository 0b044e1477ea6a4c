extension FoldedText {
  /// Says whether a scalar takes no room: joiners, marks of direction and of byte order.
  static func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF, 0xAD: true
    case _: false
    }
  }

  /// Says whether a scalar is an ideograph.
  static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: true
    case _: false
    }
  }

  /// Says whether a scalar is an ASCII digit.
  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// Says whether a scalar has no capital letter: ideographs, and the punctuation that goes with them.
  static func isCaseless(_ scalar: Unicode.Scalar) -> Bool {
    (0x3000...0xA000).contains(scalar.value) || (0x2010...0x206F).contains(scalar.value)
  }

  static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let value = scalar.value
    if value < 0x80 {
      return value > 0x20 || value != 0x09 && value != 0x0B && value != 0x0C ? scalar : " "
    }
    guard value < 0x10000 else { return scalar }
    return Unicode.Scalar(foldedForms[Int(value)]) ?? scalar
  }

  /// What each scalar below 0x10000 is folded to.
  private static let foldedForms: [UInt16] = (0..<0x10000).map { value in
    guard let scalar = Unicode.Scalar(UInt32(value)) else { return UInt16(value) }
    return UInt16(foldedForm(scalar).value)
  }

  private static func foldedForm(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x21...0x7E: scalar
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x09, 0x0B, 0x0C, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: " "
    case 0x2010...0x2015, 0x2212, 0x2500, 0xFE58, 0xFE63: "-"
    case 0x301C, 0x223C, 0xFE4B: "~"
    case 0x3014, 0xFE59: "("
    case 0x3015, 0xFE5A: ")"
    case 0xFFE5: "¥"
    case _: simplified[scalar] ?? scalar
    }
  }
}
