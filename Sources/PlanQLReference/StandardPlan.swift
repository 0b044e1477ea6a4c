package import PlanQL
import PlanQLData
import PlanQLPlans

extension Plan {
  /// A plan of the standard tables without rows.
  package static let standard = Plan(
    catalog: Catalog(
      tables: StandardTables.all.map { declaration in
        let definition = declaration.emptyDefinition
        let columns = definition.fields.map { Column(type: $0.type, values: []) }
        return StoredTable(definition: definition, columns: columns, count: 0)
      }))
}
