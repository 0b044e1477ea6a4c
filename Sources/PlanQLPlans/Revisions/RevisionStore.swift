package import PlanQLData
import Synchronization

/// The revisions of a plan: each is loaded when it is first asked for, and kept.
package final class RevisionStore: Sendable {
  /// What the revisions are called, in order.
  package let names: [String]
  let own: Catalog
  let origin: PlanOrigin?
  private let folders: [String: String]
  private let state = Mutex(State())

  private struct State {
    var plans: [String: Swift.Result<LoadedPlan, PlanLoadError>] = [:]
    var catalogs: [Set<String>: Catalog] = [:]
  }

  /// The revisions of a plan.
  package init(of plan: LoadedPlan) {
    let found = plan.origin.map { RevisionFolders.names(in: $0.folder) } ?? []
    self.own = plan.catalog
    self.origin = plan.origin
    self.folders = Dictionary(found.map { ($0.name, $0.folder) }) { first, _ in first }
    self.names = folders.keys.sorted()
  }

  /// Loads a revision; nil where there is none of that name. Throws with all that is wrong with it.
  package func plan(named name: String) throws(PlanLoadError) -> LoadedPlan? {
    if let known = state.withLock({ $0.plans[name] }) { return try known.get() }
    guard let folder = folders[name], let origin else { return nil }
    let made: Swift.Result<LoadedPlan, PlanLoadError>
    do throws(PlanLoadError) {
      made = .success(
        try PlanFolder.load(
          revision: folder, of: origin, isCopy: isSealedCopy(name)))
    } catch {
      made = .failure(error)
    }
    state.withLock { $0.plans[name] = made }
    return try made.get()
  }

  /// The plan's catalogue with the tables of some of its revisions.
  package func catalog(with wanted: Set<String>) -> Catalog {
    if names.isEmpty { return own }
    if let known = state.withLock({ $0.catalogs[wanted] }) { return known }
    var revisions: [(name: String, catalog: Catalog)] = []
    var failures: [String: LocalizedText] = [:]
    for name in names where wanted.contains(name) {
      do throws(PlanLoadError) {
        if let plan = try plan(named: name) { revisions.append((name, plan.catalog)) }
      } catch {
        failures[name] = RevisionStore.summary(error)
      }
    }
    let catalog = RevisionCatalog.joined(own, revisions, names: names, failures: failures)
    state.withLock { $0.catalogs[wanted] = catalog }
    return catalog
  }

  /// The first error, and how many there are besides.
  private static func summary(_ error: PlanLoadError) -> LocalizedText {
    let first = error.issues.first { $0.severity == .error }
    let more = error.errorCount - 1
    let (en, zh) = (first?.text(.en) ?? "", first?.text(.zh) ?? "")
    return more > 0
      ? LocalizedText(en: "\(en); \(more) more", zh: "\(zh)；另有 \(more) 处")
      : LocalizedText(en: en, zh: zh)
  }
}
