/// A question that all engines are asked.
struct Question {
  let id: String
  let title: String
  let planQL: String
  let sql: String
  /// What DuckDB is asked where it has a better way.
  let duckSQL: String?
  /// How many columns at the start name a row of the answer; nil where the order of rows is part of it.
  let keyCount: Int?

  private init(
    _ id: String, _ title: String, planQL: String, sql: String, duckSQL: String? = nil,
    keyCount: Int?
  ) {
    self.id = id
    self.title = title
    self.planQL = planQL
    self.sql = sql
    self.duckSQL = duckSQL
    self.keyCount = keyCount
  }

  /// Every question. To add one, add its row here and its function in `peers.py`.
  static let all: [Question] = [
    Question(
      "Q1", "the ten largest under way",
      planQL: """
        projects | where status = '在建' | sort investment desc, no | take 10
        | select no, name, investment
        """,
      sql: """
        select id, name, investment_wan from projects where status = '在建'
        order by investment_wan desc, id limit 10
        """, keyCount: nil),
    Question(
      "Q2", "count and sum by lead",
      planQL: """
        projects | summarize n: count(), total: sum(investment) by lead | sort total desc
        """,
      sql: """
        select lead, count(*), sum(investment_wan) from projects group by lead order by 3 desc
        """, keyCount: 1),
    Question(
      "Q3", "sum by two keys",
      planQL: "projects | summarize total: sum(investment) by category, start_year",
      sql: """
        select category, start_year, sum(investment_wan) from projects
        group by 1, 2 order by 1, 2
        """, keyCount: 2),
    Question(
      "Q4", "periods that overlap",
      planQL: """
        projects | where period overlaps 2022..2023
        | summarize n: count(), total: sum(investment)
        """,
      sql: """
        select count(*), sum(investment_wan) from projects
        where start_year <= 2023 and end_year >= 2022
        """, keyCount: 0),
    Question(
      "Q5", "text contains",
      planQL: """
        projects | where name contains "湿地" or name contains "生态" | summarize n: count()
        """,
      sql: """
        select count(*) from projects where instr(name, '湿地') > 0 or instr(name, '生态') > 0
        """,
      duckSQL: """
        select count(*) from projects where contains(name, '湿地') or contains(name, '生态')
        """, keyCount: 0),
    Question(
      "Q6", "spread over years",
      planQL: """
        projects | spread amount: investment over period by year
        | summarize amount: sum(amount) by year
        """,
      sql: """
        with years(y) as (values (2021), (2022), (2023), (2024), (2025))
        select y, sum(investment_wan * 1.0 / (end_year - start_year + 1)) from projects
        join years on y between start_year and end_year group by y order by y
        """, keyCount: 1),
    Question(
      "Q8", "shares through a link",
      planQL: """
        project_units | summarize n: count(), total: sum(project.investment) by unit
        | extend share: total / sum(total) as % | sort total desc
        """,
      sql: """
        select unit, count(*), sum(investment_wan),
          1.0 * sum(investment_wan) / sum(sum(investment_wan)) over ()
        from project_units join projects on id = project_id group by unit order by 3 desc
        """, keyCount: 1),
  ]
}
