#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension ImportResult {
  /// The files of a folder that a plan would take for its own; none where there is no folder.
  static func tableFiles(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(
          to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)
        ) { String(cString: $0) }
      }
      let isTable = FileFormat(ofFile: name) != nil
      if isTable, !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}
