#if Office
  import CZip
  import PlanQLData

  /// The files inside a zip archive, as documents of office programs are one.
  ///
  /// A file that says itself that it is too large is not unpacked at all; and what a file says is not
  /// believed: reading stops at a limit, whatever the archive says.
  final class ZipArchive {
    private let archive: OpaquePointer
    private let content: UnsafeMutableBufferPointer<UInt8>
    /// Bytes that may still be unpacked.
    private var allowance: Int

    /// The most bytes that are unpacked of one archive.
    static let greatestSize = 1 << 28
    /// How many times its packed size a large file may have: sheets have twenty, what is made to fill
    /// memory has a thousand.
    static let greatestRatio: UInt64 = 200
    /// The size from which a file is large.
    static let largeSize: UInt64 = 1 << 25
    /// The most files that an archive may hold.
    static let greatestCount: Int64 = 10_000

    /// Opens an archive that is in memory.
    init(_ bytes: [UInt8], limit: Int = ZipArchive.greatestSize) throws(ImportRefusal) {
      let content = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
      _ = content.initialize(from: bytes)
      var error = zip_error_t()
      zip_error_init(&error)
      defer { zip_error_fini(&error) }
      guard
        let source = zip_source_buffer_create(
          content.baseAddress, zip_uint64_t(bytes.count), 0, &error)
      else {
        content.deallocate()
        throw .brokenArchive
      }
      guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
        zip_source_free(source)
        content.deallocate()
        throw .brokenArchive
      }
      self.archive = archive
      self.content = content
      self.allowance = limit
      guard zip_get_num_entries(archive, 0) <= ZipArchive.greatestCount else {
        throw .archiveTooLarge
      }
    }

    deinit {
      zip_discard(archive)
      content.deallocate()
    }

    /// Says whether the archive has a file of that path.
    func contains(_ path: String) -> Bool { zip_name_locate(archive, path, 0) >= 0 }

    /// The bytes of a file; nil where there is none of that path.
    func bytes(of path: String) throws(ImportRefusal) -> [UInt8]? {
      let place = zip_name_locate(archive, path, 0)
      guard place >= 0 else { return nil }
      var status = zip_stat_t()
      zip_stat_init(&status)
      guard zip_stat_index(archive, zip_uint64_t(place), 0, &status) == 0 else {
        throw .brokenArchive
      }
      guard status.encryption_method == 0 else { throw .encrypted }
      guard status.size <= UInt64(Swift.max(allowance, 0)),
        status.size < ZipArchive.largeSize
          || status.size / ZipArchive.greatestRatio <= status.comp_size
      else { throw .archiveTooLarge }
      guard let file = zip_fopen_index(archive, zip_uint64_t(place), 0) else {
        throw .brokenArchive
      }
      defer { zip_fclose(file) }
      return try read(file, expected: Int(status.size))
    }

    /// Reads a file to its end, or to the limit.
    private func read(
      _ file: OpaquePointer, expected: Int
    ) throws(ImportRefusal) -> [UInt8] {
      var bytes: [UInt8] = []
      bytes.reserveCapacity(expected)
      var block = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = zip_fread(file, &block, zip_uint64_t(block.count))
        guard count >= 0 else { throw .brokenArchive }
        if count == 0 { return bytes }
        allowance -= Int(count)
        guard allowance >= 0 else { throw .archiveTooLarge }
        bytes += block[..<Int(count)]
      }
    }
  }
#endif
