import Foundation
import PlanQLData

/// The revisions of a plan: folders, and files that hold all of one, in the folder `revisions` of the plan's.
enum RevisionFolders {
  /// The folder that holds those of the revisions.
  static let folder = "revisions"

  /// Each revision with its folder or file; those with hidden names and the name of the plan itself are left out.
  static func names(in path: String) -> [(name: String, folder: String)] {
    all(in: path).filter { $0.name != CatalogRevisions.current }
  }

  /// Whether a folder has the name that stands for the plan itself.
  static func hasCurrent(in path: String) -> Bool {
    all(in: path).contains { $0.name == CatalogRevisions.current }
  }

  private static func all(in path: String) -> [(name: String, folder: String)] {
    let parent = path + "/" + folder
    guard AtomicFile.isFolder(parent),
      let found = try? FileManager.default.contentsOfDirectory(atPath: parent)
    else { return [] }
    return found.sorted().compactMap { name in
      guard !name.hasPrefix(".") else { return nil }
      if AtomicFile.isFolder(parent + "/" + name) { return (NameText.normalized(name), name) }
      guard FileFormat(ofFile: name)?.mayHoldPlan == true else { return nil }
      return (TableFile.tableName(of: name), name)
    }
  }
}

extension PlanSettings {
  /// The settings of a revision, whose files stand in its folder: what it does not say is as the plan says.
  func inheriting(_ plan: PlanSettings, folder: String) -> PlanSettings {
    var settings = self
    // A note on the data is on those of the plan as they stand.
    settings.record = plan.record.filter { $0.key != "data_note" }.merging(record) { _, own in own }
    if record["language"] == nil { settings.language = plan.language }
    if record["money_unit"] == nil { settings.moneyUnit = plan.moneyUnit }
    if record["currency"] == nil { settings.currency = plan.currency }
    if periods.isEmpty { settings.periods = plan.periods }
    if measureUnits.isEmpty { settings.measureUnits = plan.measureUnits }
    if unitAliases.isEmpty {
      settings.unitAliases = plan.unitAliases
      settings.inheritsAliases = !plan.unitAliases.isEmpty
    }
    let isInherited = tables.isEmpty
    if isInherited { settings.tables = plan.tables }
    for place in settings.tables.indices {
      settings.tables[place].isInherited = isInherited
      settings.tables[place].file = settings.tables[place].file.map { folder + $0 }
    }
    return settings
  }
}
