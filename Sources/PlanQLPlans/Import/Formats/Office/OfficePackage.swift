import PlanQLData

/// What an archive of an office program holds, told by its bytes without opening it.
enum OfficePackage {
  /// Says whether bytes are a zip archive.
  static func isArchive(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

  /// Says whether a file begins as one of an office program does, old or new.
  static func isPackage(_ start: [UInt8]) -> Bool {
    isArchive(start) || start.starts(with: oldStart)
  }

  /// How files of old office programs begin, and those with a password.
  static let oldStart: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

  /// Says whether bytes are a document with a password.
  static func isEncrypted(_ bytes: [UInt8]) -> Bool {
    let name = "EncryptedPackage".utf16.map { String(Unicode.Scalar(UInt8($0))) + "\0" }.joined()
    return bytes.starts(with: oldStart) && names(name, bytes)
  }

  /// Says whether bytes begin as a zip archive and lack the list of its files at the end.
  static func isCutOff(_ bytes: [UInt8]) -> Bool {
    isArchive(bytes) && !names("PK\u{5}\u{6}", bytes)
  }

  /// Says whether an archive names a file: names stand in it as they are.
  static func names(_ path: String, _ bytes: [UInt8]) -> Bool {
    let wanted = Array(path.utf8)
    guard let head = wanted.first, bytes.count >= wanted.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      (0...(bytes.count - wanted.count)).contains { start in
        bytes[start] == head && bytes[start..<(start + wanted.count)].elementsEqual(wanted)
      }
    }
  }
}

#if Office
  /// The files that a file of an archive refers to, by the names of the references.
  struct OfficeReferences {
    private var targets: [String: String] = [:]
    private var types: [String: String] = [:]

    /// Reads the references of a file: `xl/workbook.xml` has those in `xl/_rels/workbook.xml.rels`.
    init(of path: String, in archive: ZipArchive) throws(ImportRefusal) {
      let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
      let folder = String(path[..<slash])
      let file = "\(folder)_rels/\(path[slash...]).rels"
      guard let bytes = try archive.bytes(of: file) else { return }
      let reader = try XMLReader(bytes, path: file)
      while let event = try reader.next() {
        guard case .start("Relationship") = event, let id = reader.attribute("Id"),
          let target = reader.attribute("Target")
        else { continue }
        targets[id] = OfficeReferences.resolved(target, in: folder)
        types[reader.attribute("Type") ?? ""] = targets[id]
      }
    }

    /// The path of the file that a reference leads to.
    subscript(id: String) -> String? { targets[id] }

    /// The path of the file of a type, by the end of the type's name.
    func target(ofType type: String) -> String? { types.first { $0.key.hasSuffix(type) }?.value }

    private static func resolved(_ target: String, in folder: String) -> String {
      if target.hasPrefix("/") { return String(target.dropFirst()) }
      var parts = folder.split(separator: "/").map(String.init)
      for part in target.split(separator: "/") {
        switch part {
        case ".": break
        case "..": _ = parts.popLast()
        case _: parts.append(String(part))
        }
      }
      return parts.joined(separator: "/")
    }
  }
#endif
