extension TableHeader {
  /// The header with the competent authority, 主管机关, beside those who carry tasks out or lead them as
  /// the one that supervises; alone it answers for them itself.
  var withAuthorities: TableHeader {
    let units = columns.indices.filter { columns[$0].isUnits }
    let authorities = units.filter {
      columns[$0].kind == .units(nil) && UnitRole.isOfAuthority(FoldedText(columns[$0].heading))
    }
    let others = units.filter { !authorities.contains($0) }
    guard others.contains(where: { [.units(nil), .units(.lead)].contains(columns[$0].kind) }) else {
      return self
    }
    var header = self
    for place in authorities { header.columns[place].kind = .units(.supervise) }
    return header
  }
}
