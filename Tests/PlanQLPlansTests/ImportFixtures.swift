@testable import PlanQLPlans

/// Invented documents in the shapes that real ones have.
enum ImportFixture {
  /// Measures, a flattened table with sections, totals and boilerplate.
  static let flattened = """
    首页 > 政务公开 > 规划计划
    云溪县“十四五”水环境治理规划
    发布时间：2021-06-18  字号：大 中 小

    一、强化责任落实

    　　各乡镇每年签订水环境治理责任书，建立河长巡查台账。

    二、加强资金统筹

      整合各类涉水资金,县财政局每季度通报资金使用情况。
      完工后开展绩效评价。

    附表1：云溪县水环境治理重点工程表
    单位：万元
    序 号 项目名称 建设内容及规模 总投资 建设年限 主要责任单位

    一、城镇污水治理

    1 东城污水处理厂扩建 新增处理能力 2 万吨/日，配套管网 35 12,500.50 2021—2023年 住建局、

    东城街道

    2 老城区雨污分流 改造管网 18.6 公里，惠及 9000 3300 2022.3-2024.12 住建局

    小计 15800.5

    （二）农村面源治理

    3 畜禽粪污利用 建设集中处理中心 3 座 0.36亿元 2021年底前 农业农村局、各乡镇（街道）

    4 农村污水治理 覆盖 120 个行政村 - 长期 生态环境局等部门

    合计 23000.5

    注：投资为估算数。
    - 3 -

    版权所有：云溪县人民政府
    上一篇：关于印发若干方案的通知
    某某友情链接
    """

  /// A pipe table with merged cells, numbered sections and roles in the cells.
  static let piped = """
    | 序号 | 项目名称 | 建设内容 | 投资额（万元） | 建设期限 | 责任单位 |
    |---|---|---|---:|---|---|
    | 一 | 大气污染防治 | | 4500 | | |
    | 1 | 锅炉改造 | 改造 35 台<br>燃煤锅炉 | 1,145,100 | 2021-2022 | 生态环境局 工信局 |
    | 2 | 扬尘监测 |  | 1500 | 2021年6月—2022年12月 | （牵头单位：住建局；配合单位：城管局、交通局） |
    | 3 | 地块调查 | 调查 | / | 近期 | |
    | 合计 | | | 4600 | | |
    """

  /// A cell a line, with yearly amounts of the Republic of China.
  static let stacked = """
    表2 河川計畫 單位:新臺幣千元

    計畫名稱

    112年度

    113年度

    合計

    編列機關

    河川整治

    1.上游護岸

    1,200

    800

    2,000

    水利署、營建署及所屬

    2.下游清淤

    300

    200

    500

    水利署

    小計

    1,500

    1,000

    2,500

    監測

    100

    100

    200

    環境研究所

    總計

    1,600

    1,100

    2,800
    """

  /// A list of tasks with labels of roles at the end of items and on lines of their own.
  static let tasks = """
    2024年青石县重点工作任务分工
    一、产业发展
    1.建成工业园二期。
    牵头单位：县工信局
    配合单位：县财政局、青石镇
    完成时限：2024年9月底前
    2.新增规上企业10家。（县工信局牵头，县统计局、各乡镇配合）
    二、民生
    3．新建学校2所。责任单位：县教育局；完成时限：12月底前
    4．改造老旧小区（责任单位：县住建局、
    城关街道等）
    5．完善公交线路（牵头单
    """

  /// A table extracted by columns: the headings are there, the rows are not.
  static let scrambled = """
    附件 — 4 — 治理行动计划 完成 序号 重点任务 工作措施 牵头部门 主责单位 协办单位 时限 、 一 目标 市交通委 , 各区政府 1 任务
    """

  /// Every fixture that can be imported.
  static let all = [flattened, piped, stacked, tasks]
}

extension ImportResult {
  /// The rows of a file as cells, its headings first.
  func table(_ name: String) -> [[String]] {
    guard let text = files.first(where: { $0.name == name })?.text else { return [] }
    return ImportResult.cells(of: text)
  }

  /// The rows of a file, each with the cells of some columns; a column that is not there is blank.
  func rows(of name: String, _ headings: [String]) -> [[String]] {
    let cells = headings.map { column($0, of: name) }
    let count = cells.map(\.count).max() ?? 0
    return (0..<count).map { row in cells.map { $0.indices.contains(row) ? $0[row] : "" } }
  }

  /// The cells of one column of a file.
  func column(_ heading: String, of name: String) -> [String] {
    let rows = table(name)
    guard let place = rows.first?.firstIndex(of: heading) else { return [] }
    return rows.dropFirst().map { $0[place] }
  }

  /// The totals that the document states, as `section|name|figure|time`.
  var statedFigures: [String] {
    rows(
      of: "stated_totals.csv", ["section", "name", "value", "number", "measured_in", "时段"]
    ).map { "\($0[0])|\($0[1])|\($0[2])\($0[3])\($0[4])|\($0[5])" }
  }

  /// What the report asks to check, as one text.
  var told: String { report.documents.flatMap(\.doubts).map(\.text.en).joined(separator: "\n") }

  private static func cells(of text: String) -> [[String]] {
    var rows: [[String]] = [[""]]
    var isQuoted = false
    for character in text {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: rows[rows.count - 1].append("")
      case "\n" where !isQuoted: rows.append([""])
      case _: rows[rows.count - 1][rows[rows.count - 1].count - 1].append(character)
      }
    }
    return rows.dropLast()
  }
}
