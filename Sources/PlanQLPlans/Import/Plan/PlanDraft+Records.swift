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
    bytes.write(asOf)
    bytes.write(done)
    bytes.write(invested)
    bytes.write(status)
    bytes.write(text)
    bytes.write(problem)
    bytes.write(extras)
    place.write(to: &bytes)
  }

  init(from bytes: inout RecordReader) {
    asOf = bytes.optionalDay()
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
    project.write(to: &bytes)
    bytes.write(name)
    bytes.write(due)
    bytes.write(doneOn)
    bytes.write(extras)
    place.write(to: &bytes)
  }

  init(from bytes: inout RecordReader) {
    project = ProjectReference(from: &bytes)
    name = bytes.string()
    due = bytes.optionalDay()
    doneOn = bytes.optionalDay()
    extras = bytes.texts()
    place = ImportPlace(from: &bytes)
  }
}

extension PlanDraft.RowDetail: StoredRecord {
  func write(to bytes: inout RecordWriter) {
    bytes.write(budget) { $1.write(to: &$0) }
    bytes.write(fund) { $1.write(to: &$0) }
    bytes.write(progress) { $1.write(to: &$0) }
  }

  init(from bytes: inout RecordReader) {
    budget = bytes.optional { PlanDraft.Budget(from: &$0) }
    fund = bytes.optional { PlanDraft.Fund(from: &$0) }
    progress = bytes.optional { PlanDraft.Progress(from: &$0) }
  }
}

extension PlanDraft.Duty: StoredRecord {
  func write(to bytes: inout RecordWriter) {
    bytes.write(measure)
    bytes.write(section)
    bytes.write(text)
    bytes.write(kind.rawValue)
    bytes.write(recurrence?.rawValue)
    bytes.write(due)
    bytes.write(status)
    bytes.write(closedOn)
    bytes.write(units) { $1.write(to: &$0) }
    bytes.write(number)
    bytes.write(extras)
    place.write(to: &bytes)
  }

  init(from bytes: inout RecordReader) {
    measure = bytes.optionalInt()
    section = bytes.optionalInt()
    text = bytes.string()
    kind = DutyKind(rawValue: bytes.string()) ?? .task
    recurrence = bytes.optionalString().flatMap { DutyRecurrence(rawValue: $0) }
    due = bytes.optionalPeriod()
    status = bytes.optionalString()
    closedOn = bytes.optionalDay()
    units = bytes.array { ListedUnit(from: &$0) }
    number = bytes.optionalInt()
    extras = bytes.texts()
    place = ImportPlace(from: &bytes)
  }
}

extension PlanDraft.Indicator: StoredRecord {
  func write(to bytes: inout RecordWriter) {
    bytes.write(number)
    bytes.write(name)
    bytes.write(domain)
    bytes.write(measuredIn)
    bytes.write(attribute)
    bytes.write(direction)
    bytes.write(baseline)
    bytes.write(baselineYear)
    bytes.write(target)
    bytes.write(targetYear)
    bytes.write(targetText)
    bytes.write(comparator)
    bytes.write(units) { $1.write(to: &$0) }
    bytes.write(extras)
    place.write(to: &bytes)
  }

  init(from bytes: inout RecordReader) {
    number = bytes.optionalInt()
    name = bytes.string()
    domain = bytes.optionalString()
    measuredIn = bytes.optionalString()
    attribute = bytes.optionalString()
    direction = bytes.optionalString()
    baseline = bytes.optionalDecimal()
    baselineYear = bytes.optionalInt()
    target = bytes.optionalDecimal()
    targetYear = bytes.optionalInt()
    targetText = bytes.optionalString()
    comparator = bytes.optionalString()
    units = bytes.array { ListedUnit(from: &$0) }
    extras = bytes.texts()
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
