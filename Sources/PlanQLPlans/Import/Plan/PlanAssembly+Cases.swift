import PlanQLData

extension PlanAssembly {
  /// Adds the cases of enforcement that a document lists; what has no field of its own is kept under
  /// its heading.
  mutating func addCases() {
    let numbers = content.cases.map { record in
      record.cells.first { CaseField($0.heading) == .number }?.text.string ?? ""
    }
    let areNumbered = !numbers.contains("") && Set(numbers).count == numbers.count
    guard !content.cases.isEmpty else { return }
    let name = StandardTables.cases.name.en
    let table = draft.furtherTable(named: name)
    for (place, record) in content.cases.enumerated() {
      var cells = row(of: record)
      cells["no"] = areNumbered ? numbers[place] : String(place + 1)
      if !areNumbered { cells["文号"] = numbers[place] }
      draft.furtherTables[table].append(cells, at: lines.place(record.lines[0]))
    }
    draft.settleFurtherTable(
      named: name, first: ["no", "date", "subject", "agencies", "result", "closed_on"])
  }

  private mutating func row(of record: CaseRecord) -> [String: String] {
    let line = record.lines[0]
    var cells: [String: String] = [:]
    for (place, (heading, text)) in record.cells.enumerated() where !text.isEmpty {
      let name = heading.compact
      switch CaseField(heading) {
      case .number?: break
      case let field? where [.date, .closing].contains(field):
        if cells[field.rawValue] == nil, case .stated(let period) = periods.read(text),
          let day = period.end, period.start == day
        {
          cells[field.rawValue] = day.description
        } else {
          cells[name] = text.string
          ledger.doubt(line, ImportMessages.unreadable(name, text.string))
        }
      case .agencies?:
        let list = UnitList(reading: text)
        check(list, of: name, at: line)
        draft.register(list.units)
        cells["agencies"] = list.units.map(\.name).joined(separator: "、")
      case let field? where [.subject, .result].contains(field):
        cells[place == record.place(of: field) ? field.rawValue : name] = text.string
      case .date?, .closing?, .subject?, .result?, .party?, nil:
        if name != "序号" { cells[name] = text.string }
      }
    }
    return cells
  }
}
