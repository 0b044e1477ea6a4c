import CMemory

/// Memory that was freed in pieces.
enum FreedMemory {
  /// Gives freed memory back to the system. glibc keeps it where pieces in use lie above it, so that a
  /// table would stand in memory beside all that it was made of.
  static func giveBack() { give_back_freed_memory() }
}
