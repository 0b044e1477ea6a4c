import CReadline
import Glibc

/// The file that entries are kept in between runs; only its owner may read it.
struct HistoryFile {
  /// The most entries that are kept.
  private static let limit: Int32 = 2000
  let path: String

  /// The file in the state folder of the user; nil where it cannot be made.
  init?() {
    let base: String
    if let state = Environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      base = state
    } else if let home = Environment["HOME"], !home.isEmpty {
      base = home + "/.local/state"
    } else {
      return nil
    }
    self.init(path: base + "/planql/history")
  }

  /// Makes file and folders where they are not there yet.
  init?(path: String) {
    self.path = path
    let parts = path.split(separator: "/", omittingEmptySubsequences: true).dropLast()
    var folder = ""
    for part in parts {
      folder += "/" + part
      mkdir(folder, 0o700)
    }
    let descriptor = open(path, O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    fchmod(descriptor, 0o600)
    close(descriptor)
  }

  /// Reads the entries of earlier runs.
  func load() {
    history_truncate_file(path, HistoryFile.limit)
    read_history(path)
    stifle_history(HistoryFile.limit)
  }

  /// Adds the newest entry.
  func append() {
    append_history(1, path)
  }
}
