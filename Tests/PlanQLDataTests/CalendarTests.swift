import PlanQLData
import Testing

@Suite("days")
struct DayTests {
  @Test("every month of the calendar follows the one before, and reads back")
  func everyMonth() {
    var number = Day.first.number
    for year in 1...9999 {
      for month in 1...12 {
        let length = Day.length(ofMonth: month, year: year)
        #expect(Day(year: year, month: month, day: 1)?.number == number)
        #expect(Day(year: year, month: month, day: length + 1) == nil)
        for day in [1, length] {
          let civil = Day(number: number + Int32(day - 1)).civil
          #expect(civil == (year, month, day))
        }
        number += Int32(length)
      }
    }
    #expect(number == Day.last.number + 1)
  }

  @Test("the epoch is day zero and centuries leap every fourth")
  func landmarks() {
    #expect(Day(year: 1970, month: 1, day: 1)?.number == 0)
    #expect(Day(year: 2000, month: 2, day: 29) != nil)
    #expect(Day(year: 1900, month: 2, day: 29) == nil)
    #expect(Day(year: 2024, month: 2, day: 29) != nil)
    #expect(Day.first.description == "0001-01-01")
    #expect(Day.last.description == "9999-12-31")
  }

  @Test(
    "what is no day is refused",
    arguments: [
      (0, 1, 1), (10_000, 1, 1), (2021, 0, 1), (2021, 13, 1), (2021, 2, 29), (2021, 4, 31),
      (2021, 1, 0), (2021, 1, -1), (Int.max, 1, 1), (2021, Int.min, 1), (2021, 1, Int.max),
    ])
  func noDay(year: Int, month: Int, day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  @Test("months added clamp to the end of the month")
  func months() {
    let day = Day(year: 2023, month: 12, day: 31)
    #expect(day?.adding(months: 2)?.description == "2024-02-29")
    #expect(day?.adding(months: -10)?.description == "2023-02-28")
    #expect(day?.adding(months: 12)?.description == "2024-12-31")
    #expect(Day.last.adding(months: 1) == nil)
    #expect(Day.first.adding(months: -1) == nil)
    #expect(Day.first.adding(months: Int.max) == nil)
    #expect(Day.first.adding(months: Int.min) == nil)
  }

  @Test("days added stay within the calendar")
  func days() {
    #expect(Day(iso: "2021-12-31")?.adding(days: 1)?.description == "2022-01-01")
    #expect(Day.last.adding(days: 1) == nil)
    #expect(Day.first.adding(days: -1) == nil)
    #expect(Day.first.adding(days: Int.max) == nil)
    #expect(Day.last.adding(days: Int.min) == nil)
  }

  @Test(
    "only a full ISO date is read",
    arguments: [
      "", "2021", "2021-3-5", "2021-03", "2021-03-05 ", "+2021-03-05", "2021-02-30", "２021-03-05",
    ])
  func notISO(text: String) {
    #expect(Day(iso: text) == nil)
  }
}

@Suite("periods")
struct PeriodTests {
  @Test(
    "a period shows at the coarsest grain that fits, and reads back",
    arguments: [
      "2021", "2021-H1", "2021-Q3", "2021-03", "2021-03-05", "2021..2025", "2021-H1..2022-H1",
      "2021-Q2..2021-Q3", "2021-03..2022-06", "2021-03-05..2021-03-06", "2021..", "..2025",
      "2021-03..", "..2025-06-15", "..", "0001", "9999", "0001-01-01..9999-12-30",
    ])
  func roundTrip(text: String) {
    #expect(Period(text: text)?.description == text)
  }

  @Test("a period finds its coarser name")
  func normal() {
    #expect(Period(text: "2021-01..2021-12")?.description == "2021")
    #expect(Period(text: "2021-01-01..2021-06-30")?.description == "2021-H1")
    #expect(Period(text: "2021-Q1..2021-Q2")?.description == "2021-H1")
    #expect(Period(text: "..2025-12-31")?.description == "..2025")
  }

  @Test(
    "what is no period is refused",
    arguments: [
      "", "202", "2021-", "2021-H3", "2021-Q0", "2021-Q5", "2021-13", "2021-00", "2021-2-3", "0000",
      "2025..2021", "2021...2025", "2021..x", "2021-Qx", "2021-é",
    ])
  func refused(text: String) {
    #expect(Period(text: text) == nil)
  }

  @Test("parts of a grain cover the period in order")
  func parts() {
    let period = Period(text: "2021-03-15..2023-02-01")
    #expect(period?.parts(.year)?.map(\.description) == ["2021", "2022", "2023"])
    #expect(
      period?.parts(.half)?.map(\.description)
        == ["2021-H1", "2021-H2", "2022-H1", "2022-H2", "2023-H1"])
    #expect(period?.parts(.quarter)?.count == 9)
    #expect(period?.parts(.month)?.count == 24)
    #expect(period?.parts(.day)?.count == 689)
    #expect(Period(text: "9999")?.parts(.year)?.count == 1)
    #expect(Period(text: "2021..")?.parts(.year) == nil)
    #expect(Period(text: "..2021")?.parts(.year) == nil)
  }

  @Test("overlapping and covering mind open ends")
  func relations() throws {
    let plan = try #require(Period(text: "2021..2025"))
    let open = try #require(Period(text: "2025-12-31.."))
    let before = try #require(Period(text: "..2020"))
    #expect(plan.overlaps(open) && open.overlaps(plan))
    #expect(!plan.overlaps(before) && !before.overlaps(open))
    #expect(plan.covers(plan) && !plan.covers(open) && !open.covers(plan))
    #expect(before < plan && plan < open)
    #expect(Period(from: plan.end, through: plan.start) == nil)
  }

  @Test("parts by number stay within their year")
  func numberedParts() {
    #expect(Period.part(.quarter, 2021, 4, of: 4)?.description == "2021-Q4")
    #expect(Period.part(.half, 2021, 3, of: 2) == nil)
    #expect(Period.part(.month, 2021, nil, of: 12) == nil)
    #expect(Period.part(.month, 0, 1, of: 12) == nil)
    #expect(Period(year: 10_000) == nil && Period(year: Int.min) == nil)
  }
}
