import PlanQLData

extension PlanDraft.Project: StoredRecord {
  func write(to bytes: inout RecordWriter) {
    bytes.write(name)
    bytes.write(number)
    bytes.write(code)
    bytes.write(section)
    bytes.write(category)
    bytes.write(content)
    bytes.write(investment)
    bytes.write(period)
    bytes.write(nature)
    bytes.write(place)
    bytes.write(units) { $1.write(to: &$0) }
    bytes.write(statedLead)
    bytes.write(extras)
    bytes.write(status)
    bytes.write(budgets) { $1.write(to: &$0) }
    bytes.write(funding) { $1.write(to: &$0) }
    bytes.write(reports) { $1.write(to: &$0) }
    bytes.write(linePlace)
    source.write(to: &bytes)
  }

  init(from bytes: inout RecordReader) {
    name = bytes.string()
    number = bytes.optionalInt()
    code = bytes.optionalString()
    section = bytes.optionalInt()
    category = bytes.optionalString()
    content = bytes.optionalString()
    investment = bytes.optionalDecimal()
    period = bytes.optionalPeriod()
    nature = bytes.optionalString()
    place = bytes.optionalString()
    units = bytes.array { ListedUnit(from: &$0) }
    statedLead = bytes.optionalString()
    extras = bytes.texts()
    status = bytes.optionalString()
    budgets = bytes.array { PlanDraft.Budget(from: &$0) }
    funding = bytes.array { PlanDraft.Fund(from: &$0) }
    reports = bytes.array { PlanDraft.Progress(from: &$0) }
    linePlace = bytes.int()
    source = ImportPlace(from: &bytes)
  }
}

extension ListedUnit: StoredRecord {
  func write(to bytes: inout RecordWriter) {
    bytes.write(name)
    bytes.write(role?.rawValue)
    bytes.write(label)
  }

  init(from bytes: inout RecordReader) {
    name = bytes.string()
    role = bytes.optionalString().flatMap { UnitRole(rawValue: $0) }
    label = bytes.string()
  }
}

extension PlanDraft.Budget: StoredRecord {
  func write(to bytes: inout RecordWriter) {
    bytes.write(year)
    bytes.write(amount)
    bytes.write(goal)
    bytes.write(extras)
  }

  init(from bytes: inout RecordReader) {
    year = bytes.int()
    amount = bytes.optionalDecimal()
    goal = bytes.optionalString()
    extras = bytes.texts()
  }
}

extension PlanDraft.Fund: StoredRecord {
  func write(to bytes: inout RecordWriter) {
    bytes.write(source)
    bytes.write(year)
    for stage in PlanDraft.Fund.stages { bytes.write(amounts[stage]) }
    bytes.write(extras)
  }

  init(from bytes: inout RecordReader) {
    source = bytes.optionalString()
    year = bytes.optionalInt()
    for stage in PlanDraft.Fund.stages { amounts[stage] = bytes.optionalDecimal() }
    extras = bytes.texts()
  }
}

extension PlanDraft.Progress: StoredRecord {
  func write(to bytes: inout RecordWriter) {
    bytes.write(asOf.map { Int($0.number) })
    bytes.write(done)
    bytes.write(invested)
    bytes.write(status)
    bytes.write(text)
    bytes.write(problem)
    bytes.write(extras)
    place.write(to: &bytes)
  }

  init(from bytes: inout RecordReader) {
    asOf = bytes.optionalInt().map { Day(number: Int32(truncatingIfNeeded: $0)) }
    done = bytes.optionalDecimal()
    invested = bytes.optionalDecimal()
    status = bytes.optionalString()
    text = bytes.optionalString()
    problem = bytes.optionalString()
    extras = bytes.texts()
    place = ImportPlace(from: &bytes)
  }
}

extension PlanDraft.Milestone: StoredRecord {
  func write(to bytes: inout RecordWriter) {
    bytes.write(project)
    bytes.write(name)
    bytes.write(due.map { Int($0.number) })
    bytes.write(doneOn.map { Int($0.number) })
    bytes.write(extras)
    place.write(to: &bytes)
  }

  init(from bytes: inout RecordReader) {
    project = bytes.int()
    name = bytes.string()
    due = bytes.optionalInt().map { Day(number: Int32(truncatingIfNeeded: $0)) }
    doneOn = bytes.optionalInt().map { Day(number: Int32(truncatingIfNeeded: $0)) }
    extras = bytes.texts()
    place = ImportPlace(from: &bytes)
  }
}

extension PlanDraft.FurtherTable.Row: StoredRecord {
  func write(to bytes: inout RecordWriter) {
    bytes.write(cells)
    place.write(to: &bytes)
  }

  init(from bytes: inout RecordReader) {
    cells = bytes.texts()
    place = ImportPlace(from: &bytes)
  }
}

extension ImportPlace: StoredRecord {
  func write(to bytes: inout RecordWriter) {
    switch part {
    case .lines: bytes.write(0)
    case .paragraphs: bytes.write(1)
    case .sheet(let name):
      bytes.write(2)
      bytes.write(name)
    case .table(let number):
      bytes.write(3)
      bytes.write(number)
    }
    bytes.write(number)
    bytes.write(column)
  }

  init(from bytes: inout RecordReader) {
    switch bytes.int() {
    case 1: part = .paragraphs
    case 2: part = .sheet(bytes.string())
    case 3: part = .table(bytes.int())
    case _: part = .lines
    }
    number = bytes.int()
    column = bytes.optionalInt()
  }
}
