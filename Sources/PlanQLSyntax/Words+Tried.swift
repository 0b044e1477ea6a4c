package import PlanQLData

/// A word or sign that people try and that is none of the language's: what was meant, and what to
/// say.
package struct TriedWord: Sendable, Hashable {
  /// Where the word is recognised; anywhere else it is a name like any other.
  package enum Place: Sendable, Hashable {
    /// At the start of a statement, with an operand after it.
    case statement
    /// After `|`.
    case stage
    /// Where an operand has ended.
    case infix
    /// Behind a number or an amount: `10%以上`.
    case suffix
    /// Before an operand.
    case prefix
    /// As an operand.
    case literal
    /// Where a clause of a stage or of a call may stand.
    case clause
    /// Where `then` or `else` is due.
    case branch
    /// Behind `chart`.
    case chart
  }

  /// What is read in its place.
  package enum Meaning: Sendable, Hashable {
    case statement(StatementWord)
    case stage(StageWord)
    case clause(ClauseWord)
    case infix(Infix)
    case prefix(PrefixWord)
    case literal(LiteralWord)
    case chart(ChartKind)
    case pipe
    /// It is left out.
    case omitted
    /// Nothing can be read in its place; what belongs to it is left out.
    case nothing
  }

  /// The words of the spelling.
  package let words: [String]
  /// Where the word is recognised.
  package let place: Place
  /// What is read in its place.
  package let meaning: Meaning
  /// What to do, where 'write X' is not enough.
  package let advice: LocalizedText?
  /// Whether writing the meaning's word in its place mends the script.
  package let isCertain: Bool

  /// The words of the spelling, with single blanks between them.
  package var spelling: String { words.joined(separator: " ") }
  /// The first word of the spelling.
  var first: String { words.first ?? "" }
  /// The words after the first.
  var rest: [String] { Array(words.dropFirst()) }

  /// Makes a row of the table.
  init(
    _ spelling: String, _ place: Place, _ meaning: Meaning, advice: LocalizedText? = nil,
    isCertain: Bool = true
  ) {
    self.words = spelling.split(separator: " ").map { String($0) }
    self.place = place
    self.meaning = meaning
    self.advice = advice
    self.isCertain = isCertain && meaning != .nothing
  }

  /// The language whose spelling is offered: that of the word itself.
  var language: Language { spelling.utf8.allSatisfy { $0 < 0x80 } ? .en : .zh }

  /// What to write in its place; nil where that is not one word.
  package var replacement: String? { replacement(language) }

  /// What to write in its place, in a language.
  func replacement(_ language: Language) -> String? {
    switch meaning {
    case .statement(let word): word.word.name[language]
    case .stage(let word): word.word.name[language]
    case .clause(let word): word.word.name[language]
    case .infix(let infix): infix.text(language)
    case .prefix(let word): word.word.name[language]
    case .literal(let word): word.word.name[language]
    case .chart(let kind): kind.word.name[language]
    case .pipe: "|"
    case .omitted: ""
    case .nothing: nil
    }
  }

  /// The signs among the spellings, longest first: the lexer keeps each as one token.
  static let signs: [[UInt8]] = {
    let signs = all.map { Array($0.first.utf8) }.filter { Characters.isSign($0) }
    return Set(signs).sorted { ($0.count, $1.first ?? 0) > ($1.count, $0.first ?? 0) }
  }()

  /// The words that end a number glued to them: `2021至2025`, `10%以上`.
  static let suffixes: [(text: String, values: [UInt32])] = {
    let words = Set(all.filter { $0.isGluedToNumbers }.map(\.first))
    return words.map { ($0, $0.unicodeScalars.map(\.value)) }.sorted { $0.1.count > $1.1.count }
  }()

  private var isGluedToNumbers: Bool {
    guard language == .zh, rest.isEmpty else { return false }
    if meaning == .omitted { return false }
    return place == .suffix || (place == .infix && meaning == .infix(.range))
  }
}

extension TriedWord {
  /// Every word that people try. To add one, add its row to its table.
  package static let all: [TriedWord] =
    statements + stages + stagesWithAdvice + clauses + comparisons + connectives + arithmetic
    + ranges + presence + suffixWords + prefixesAndLiterals + branches + charts

  /// The words that have the ends of a range behind them.
  static let betweens: Set = [
    "between", "BETWEEN", "Between", "介于", "not between", "NOT BETWEEN", "不介于",
  ]

  private static func rows(
    _ spellings: String, _ place: Place, _ meaning: Meaning, isCertain: Bool = true,
    en: String? = nil, zh: String? = nil
  ) -> [TriedWord] {
    let advice = en.flatMap { en in zh.map { LocalizedText(en: en, zh: $0) } }
    return spellings.split(separator: ",").map {
      TriedWord(String($0), place, meaning, advice: advice, isCertain: isCertain)
    }
  }

  private static let statements: [TriedWord] =
    rows("var,const,set,def,设,令,变量", .statement, .statement(.binding))
    + rows("assert,检查,校验,断言", .statement, .statement(.check))
    + rows("foreach,对于,遍历,循环", .statement, .statement(.loop))
    + rows("import,include,导入", .statement, .statement(.use))
    + rows("参量,输入", .statement, .statement(.parameter))
    + rows("from,FROM,From,来自,从,查询,打开", .statement, .omitted)
    + rows("func,function,fn,函数", .statement, .statement(.definition), isCertain: false)
    + rows(
      "with,WITH", .statement, .nothing, en: "name a table with 'let big = projects | where …'",
      zh: "给表起名用'设定 大项目 = 项目 | 筛选 …'")
    + rows(
      "insert into,INSERT INTO,delete from,DELETE FROM,update,UPDATE,create table,CREATE TABLE,"
        + "alter table,drop table,DROP TABLE,truncate,insert,delete,修改,删除,新增", .statement, .nothing,
      en: "a query only reads; the files of the plan are changed where they are kept",
      zh: "查询只读取数据；要改数据，请修改规划文件夹中的文件")
    + rows(
      "describe,DESCRIBE,explain,EXPLAIN,show tables,SHOW TABLES,desc", .statement, .nothing,
      en: "'planql schema' lists the tables and their fields", zh: "用 'planql schema' 查看各表和字段")
    + rows(
      "SELECT", .statement, .nothing,
      en: "a query begins with the table: 'projects | where … | select …'",
      zh: "查询以表名开头：'项目 | 筛选 … | 选取 …'")
    + rows(
      "print,show,显示,输出", .statement, .nothing,
      en: "an expression alone is shown: 'count(projects)'", zh: "直接写算式就会显示：'计数(项目)'")

  private static let stages: [TriedWord] =
    rows("filter,having,HAVING,WHERE,query,条件,过滤,查找,其中,只要,保留", .stage, .stage(.filter))
    + rows(
      "project,project-keep,columns,SELECT,transmute,pull,pluck,选择,显示,列出,查看,只看",
      .stage, .stage(.select))
    + rows(
      "derive,mutate,assign,withColumn,新增,计算,增加,添加,增加列,添加列,新增列,派生", .stage, .stage(.extend))
    + rows(
      "remove,omit,exclude,project-away,del,delete,去列,隐藏,删除列,删除,去掉,不要,移除", .stage, .stage(.drop))
    + rows("aggregate,agg,summarise,统计,分类汇总", .stage, .stage(.summarize))
    + rows(
      "order by,ORDER BY,order,orderby,order_by,sort_by,sort_values,arrange,排列,升序", .stage,
      .stage(.sort))
    + rows("limit,LIMIT,head,slice_head,fetch,前,取,限制,前面", .stage, .stage(.take))
    + rows(
      "first", .stage, .stage(.take), isCertain: false, en: "write 'take' and how many: 'take 1'",
      zh: "写明行数：'取前 1'")
    + rows("offset,OFFSET,跳", .stage, .stage(.skip))
    + rows(
      "unique,uniq,dedup,dedupe,drop_duplicates,DISTINCT,删除重复项,唯一,去重复", .stage,
      .stage(.distinct))
    + rows("unnest,explode,flatten,mv-expand,拆开", .stage, .stage(.expand), isCertain: false)
    + rows("totals,合计,总计,小计", .stage, .stage(.total))
    + rows(
      "merge,lookup,inner join,INNER JOIN,JOIN,inner_join,连接,匹配,VLOOKUP", .stage,
      .stage(.join))
    + rows("left_join,LEFT JOIN,left outer join", .stage, .stage(.leftJoin))
    + rows("full_join,outer_join,FULL JOIN,full outer join", .stage, .stage(.fullJoin))
    + rows("union all,UNION ALL,concat,bind_rows,合并", .stage, .stage(.append))
    + rows(
      "union,UNION", .stage, .stage(.append), isCertain: false,
      en: "'append' keeps rows that are alike; 'append others | distinct' takes each once",
      zh: "'追加'保留相同的行；要去重写'追加 另一表 | 去重'")
    + rows("crosstab,数据透视表,交叉表", .stage, .stage(.pivot), isCertain: false)
    + rows("source,溯源,来源", .stage, .stage(.cite), isCertain: false)
    + rows("列名", .stage, .stage(.label), isCertain: false)

  private static let stagesWithAdvice: [TriedWord] =
    rows(
      "降序,倒序,从大到小", .stage, .nothing, en: "the word stands behind the key: 'sort investment desc'",
      zh: "'降序'写在排序依据之后：'排序 投资额 降序'")
    + rows(
      "求和,求平均,平均,平均值,合计值,最大值,最小值,求最大值,求最小值,sum,avg,mean,min,max", .stage,
      .nothing, en: "totals are made by 'summarize': 'summarize total: sum(investment)'",
      zh: "求和、平均用'汇总'：'汇总 总额: 求和(投资额)'")
    + rows(
      "slice,sample,sample_n", .stage, .nothing,
      en: "rows are taken in their order: 'skip 4 | take 6'",
      zh: "按次序取行：'跳过 4 | 取前 6'")
    + rows(
      "render,plot,chart,graph,作图,画图", .stage, .nothing,
      en: "a chart is a statement: 'chart bar \"by lead\": projects | …'",
      zh: "图表是单独的语句：'图表 柱状 “按单位”: 项目 | …'")
    + rows(
      "serialize,window,over,partition", .stage, .nothing,
      en: "order and group stand in the call: 'extend x: sum(investment sort no within lead)'",
      zh: "次序和分组写在函数里：'增列 x: 求和(投资额 排序 序号 同一 牵头单位)'")
    + rows(
      "getschema,schema,describe,to_entries,keys,columns_of", .stage, .nothing,
      en: "'planql schema' lists the tables and their fields", zh: "用 'planql schema' 查看各表和字段")
    + rows(
      "as,with,let", .stage, .nothing,
      en: "a name is given at the start of a line: 'let big = projects | …'",
      zh: "起名写在一行开头：'设定 大项目 = 项目 | …'")
    + rows(
      "project-rename,project-reorder,reorder,relocate", .stage, .nothing,
      en: "'select' names and orders columns: 'select title: name, *'",
      zh: "用'选取'改名和调整次序：'选取 标题: 名称, *'")
    + rows(
      "group by,GROUP BY,group,group_by,groupby,GROUP,分组", .stage, .nothing,
      en: "groups are made by 'summarize': 'summarize n: count() by lead'",
      zh: "分组用'汇总 … 按 …'：'汇总 项数: 计数() 按 牵头单位'")
    + rows(
      "top,bottom,slice_max,slice_min,nlargest,nsmallest,top_n,前几", .stage, .nothing,
      en: "order the rows first, then take: 'sort investment desc | take 5'",
      zh: "先排序再取：'排序 投资额 降序 | 取前 5'")
    + rows(
      "tail,last,取后,后", .stage, .nothing,
      en: "sort the other way round, then take: 'sort no desc | take 5'",
      zh: "反向排序后再取：'排序 序号 降序 | 取前 5'")
    + rows(
      "unpivot,UNPIVOT,melt,pivot_longer,gather,stack", .stage, .nothing,
      en:
        "rows for columns are tables one behind the other: 'select id, kind: \"a\", value: a | append (…)'",
      zh: "列转行就是逐列追加：'选取 编号, 类型: “a”, 值: a | 追加 (…)'")
    + rows(
      "right join,RIGHT JOIN,right_join,right outer join", .stage, .nothing,
      en: "begin with the other table: 'others | left join t in … on …'",
      zh: "从另一张表写起：'另一表 | 左关联 t 取自 … 对应 …'")
    + rows(
      "cross join,CROSS JOIN,cross_join", .stage, .nothing,
      en: "all pairs: 'join other in others on true'", zh: "所有配对：'关联 另一 取自 另一表 对应 真'")
    + rows(
      "fillna,fill_null,fill_na,replace_na,coalesce", .stage, .nothing,
      en: "a value for what is missing: 'extend x: x ?? 0'", zh: "给缺失值补值：'增列 x: x ?? 0'")
    + rows(
      "ffill,fill_down,forward_fill,bfill,向下填充", .stage, .nothing,
      en:
        "the last value that is known: 'extend g: count(x sort day) | extend x: first(x within g)'",
      zh: "沿用最近的已知值：'增列 g: 计数(x 排序 日期) | 增列 x: 首个(x 同一 g)'")
    + rows(
      "dropna,drop_na,drop_nulls,na_omit,去空值", .stage, .nothing,
      en: "rows with a value: 'where x is known'", zh: "只留有值的行：'筛选 x 有值'")
    + rows(
      "count,COUNT,计数,length,add,tally,value_counts", .stage, .nothing,
      en: "counting is part of 'summarize': 'summarize n: count()'", zh: "计数用汇总：'汇总 项数: 计数()'")
    + rows(
      "rename,重命名,改名", .stage, .nothing,
      en: "a label gives a column another name: 'extend lead_unit: lead | drop lead'",
      zh: "用列名改名：'增列 主办: 牵头单位 | 删列 牵头单位'")
    + rows(
      "intersect,INTERSECT,semi_join,semi join,semijoin", .stage, .nothing,
      en: "rows that another table has too are kept by 'where': 'where name in others.name'",
      zh: "只留另一张表也有的行：'筛选 名称 属于 另一表.名称'")
    + rows(
      "except,EXCEPT,minus,MINUS,anti_join,anti join,antijoin,difference", .stage, .nothing,
      en: "rows that another table has are left out by 'where': 'where name not in others.name'",
      zh: "去掉另一张表也有的行：'筛选 名称 不属于 另一表.名称'")
    + rows(
      "make-series,date_range,complete", .stage, .nothing,
      en:
        "'fill' adds the groups that are missing: 'summarize n: count() by month: month(as_of) | "
        + "fill month in 2024'",
      zh: "缺的组用'补齐'添上：'汇总 项数: 计数() 按 月: 月份(截至日期) | 补齐 月 取自 2024'")
    + rows(
      "evaluate,pivot_wider,unstack,dcast", .stage, .nothing,
      en: "a cross-table is made by 'pivot': 'pivot sum(investment) by lead across status'",
      zh: "交叉表用'透视'：'透视 求和(投资额) 按 牵头单位 横向 状态'")
    + rows(
      "parse,separate,extract,parse-where", .stage, .nothing,
      en: "a part of a text is a value: 'extend x: split_part(name, \"-\", 1)'",
      zh: "取文本的一段：'增列 x: 取段(名称, “-”, 1)'")
    + rows(
      "search,find,grep", .stage, .nothing,
      en: "a text is looked for in a field: 'where name contains \"…\"'",
      zh: "在字段里找文本：'筛选 名称 包含 “…”'")
    + rows(
      "loop,recursive,while", .stage, .nothing,
      en: "there are no loops: 'x under y' follows a hierarchy, 'sum(x sort key)' runs over rows",
      zh: "没有循环：层级用'x 隶属 y'，逐行累计用'求和(x 排序 依据)'")
    + rows(
      "map,foreach,遍历", .stage, .nothing,
      en: "a stage works on every row by itself: 'extend' adds a value to each",
      zh: "每个步骤本来就逐行进行：用'增列'给每行加一个值")

  private static let clauses: [TriedWord] =
    rows("DESC,descending,倒序,逆序,从大到小,由高到低", .clause, .clause(.descending))
    + rows("ASC,ascending,升序排列,正序,从小到大,由低到高", .clause, .clause(.ascending))
    + rows("group by,GROUP BY,BY,group,per,分组,按照,依照,根据,每个,每", .clause, .clause(.by))
    + rows("filter,if,WHERE,筛选,条件,当", .clause, .clause(.filter))
    + rows("DISTINCT,Distinct,unique,不重复", .clause, .clause(.distinct))
    + rows("partition by,PARTITION BY,按组", .clause, .clause(.within))
    + rows("order by,ORDER BY,order", .clause, .clause(.sort))
    + rows("来自,从,from", .clause, .clause(.in))
    + rows("平均,平摊", .clause, .clause(.split))

  private static let comparisons: [TriedWord] =
    rows("==,===,equals,eq,is,是,为,等于,就是", .infix, .infix(.binary(.equal)))
    + rows("<>,!==,=!,不等于,不是,不为,is not", .infix, .infix(.binary(.notEqual)))
    + rows("大于,高于,超过,多于,超出,晚於", .infix, .infix(.binary(.greater)))
    + rows("小于,低于,少于,不足,不到", .infix, .infix(.binary(.less)))
    + rows(
      "=>,≧,大于等于,大于或等于,不少于,不低于,不小于,至少,达到", .infix, .infix(.binary(.greaterOrEqual)))
    + rows(
      "=<,≦,小于等于,小于或等于,不超过,不大于,不高于,不多于,至多", .infix, .infix(.binary(.lessOrEqual)))
    + rows("IN,∈,在,位于", .infix, .infix(.binary(.in)))
    + rows("NOT IN,∉,不在", .infix, .infix(.binary(.notIn)))
    + rows(
      "includes,contains_text,contains_cs,has_cs,CONTAINS,含,有,包括,里有,中有,带有", .infix,
      .infix(.binary(.contains)))
    + rows("! contains,! has,不含,不包括,没有", .infix, .infix(.binary(.notContains)))
    + rows("! in,not_in", .infix, .infix(.binary(.notIn)))
    + rows("startswith,starts_with,startsWith,hasprefix", .infix, .infix(.binary(.startsWith)))
    + rows("! startswith", .infix, .infix(.binary(.notStartsWith)))
    + rows("endswith,ends_with,endsWith,hassuffix", .infix, .infix(.binary(.endsWith)))
    + rows("! endswith", .infix, .infix(.binary(.notEndsWith)))
    + rows(
      "has_any,has_all", .infix, .nothing,
      en: "write 'x contains \"a\" or x contains \"b\"'", zh: "请写'x 包含 “a” 或 x 包含 “b”'")
    + rows(
      "like,LIKE,ilike,ILIKE,rlike,RLIKE,regexp,REGEXP,matches regex,=~,~=,像", .infix,
      .infix(.binary(.matches)), isCertain: false,
      en: "write 'matches' with a pattern of '*', '?' and '[…]'",
      zh: "请写'匹配'，模式用 '*'、'?' 和 '[…]'")
    + rows(
      "not like,NOT LIKE,!~", .infix, .infix(.binary(.notMatches)), isCertain: false,
      en: "write 'not matches' with a pattern of '*', '?' and '[…]'",
      zh: "请写'不匹配'，模式用 '*'、'?' 和 '[…]'")
    + rows("overlap,intersects,交叉,有交集", .infix, .infix(.binary(.overlaps)))
    + rows("属於,下属于", .infix, .infix(.binary(.under)))

  private static let connectives: [TriedWord] =
    rows("&&,&,∧,AND,And,并且,和,与,同时,而且,以及,并", .infix, .infix(.binary(.and)))
    + rows("∨,OR,Or,或者,或是", .infix, .infix(.binary(.or)))
    + rows(
      "||", .infix, .infix(.binary(.or)), en: "write 'or'; texts are joined in one: \"{a}{b}\"",
      zh: "写'或'；拼接文本写成 “{a}{b}”")
    + rows("|>,│,¦,丨,‖", .infix, .pipe)

  private static let arithmetic: [TriedWord] =
    rows("加,加上", .infix, .infix(.binary(.add)))
    + rows("减,减去", .infix, .infix(.binary(.subtract)))
    + rows("乘,乘以,∗,·", .infix, .infix(.binary(.multiply)))
    + rows("除以,∕", .infix, .infix(.binary(.divide)))
    + rows("?:", .infix, .infix(.binary(.coalesce)))
    + rows(
      "//", .infix, .infix(.binary(.divide)), isCertain: false,
      en: "whole-number division is 'div(a, b)'; a comment begins with '#'",
      zh: "整数除法写'整除(a, b)'；注释以 '#' 开头")
    + rows(
      "%", .infix, .infix(.binary(.divide)), isCertain: false,
      en: "the remainder is 'mod(a, b)'", zh: "求余数写'余数(a, b)'")
    + rows(
      "**,^", .infix, .infix(.binary(.multiply)), isCertain: false,
      en: "a power is 'power(a, b)'", zh: "乘方写'幂(a, b)'")
    + rows(
      "::", .infix, .nothing,
      en:
        "a function named like the type reads a value as another: 'int(x)', 'number(x)', 'date(x)'",
      zh: "换成另一种类型用同名的函数：'整数(x)'、'数值(x)'、'日期(x)'")
    + rows(
      "->", .infix, .nothing,
      en: "a function is defined at the start of a line: 'define double(x: number) = x * 2'",
      zh: "函数写在一行开头：'定义 加倍(x: 数值) = x * 2'")
    + rows(
      "?,:=,=~=,<-", .infix, .nothing,
      en: "a value is named 'label: value', a choice is 'if c then a else b'",
      zh: "给值起名写'列名: 值'，二选一写'如果 c 则 a 否则 b'")

  private static let ranges: [TriedWord] =
    rows("...,…,‥,~,–,—,―,至,到,直到,——", .infix, .infix(.range))
    + rows(
      "between,BETWEEN,介于,not between,NOT BETWEEN,不介于", .infix, .nothing,
      en: "both ends of a range stand around '..': 'x in 1..5'",
      zh: "范围的两端写在 '..' 两边：'x 属于 1..5'")

  private static let presence: [TriedWord] =
    rows("is null,IS NULL,is empty,isnull,为空,是空,空缺,未填,未填写", .infix, .infix(.test(.isMissing)))
    + rows(
      "is not null,IS NOT NULL,is not missing,is not empty,不为空,不是空,非空,已填,已填写,不缺失",
      .infix, .infix(.test(.isKnown)))

  private static let suffixWords: [TriedWord] =
    rows(
      "以上,及以上,或以上", .suffix, .infix(.binary(.greaterOrEqual)), isCertain: false,
      en: "'at least' is written before the value: '>= 10%'", zh: "'以上'写在数值之前：'>= 10%'")
    + rows(
      "以下,及以下,以内,之内", .suffix, .infix(.binary(.lessOrEqual)), isCertain: false,
      en: "'at most' is written before the value: '<= 10%'", zh: "'以下'写在数值之前：'<= 10%'")
    + rows(
      "底前,年底前,之前,以前,前", .suffix, .infix(.binary(.lessOrEqual)), isCertain: false,
      en: "a deadline is an open range: '..2025年'", zh: "截止期限写成一端开放的范围：'..2025年'")
    + rows(
      "以来,以后,之后,起", .suffix, .infix(.binary(.greaterOrEqual)), isCertain: false,
      en: "a period without an end is an open range: '@2021..'", zh: "没有终点的时段写成 '2021年..'")
    + rows("个,名,条,项,行,家,位,rows,ROWS", .suffix, .omitted)
    + rows(
      "左右", .suffix, .infix(.binary(.equal)), isCertain: false,
      en: "'about' needs bounds: 'x in 9%..11%'", zh: "'左右'要写明范围：'x 属于 9%..11%'")

  private static let prefixesAndLiterals: [TriedWord] =
    rows("!,¬,NOT,Not,不,不是", .prefix, .prefix(.not))
    + rows("If,IF,若,假如,假设", .prefix, .prefix(.if))
    + rows("CASE,Case", .prefix, .prefix(.case))
    + rows("null,NULL,Null,nil,None,NA,NaN,nan,undefined,空,空值,无", .literal, .literal(.missing))
    + rows("True,TRUE", .literal, .literal(.true))
    + rows("False,FALSE", .literal, .literal(.false))

  private static let branches: [TriedWord] =
    rows("THEN,Then,那么,就", .branch, .prefix(.then))
    + rows("ELSE,Else,otherwise,其他,其余,不然", .branch, .prefix(.else))

  private static let charts: [TriedWord] =
    rows("bars,column,columns,histogram,柱,柱状,柱状图,柱形图,条形,条形图", .chart, .chart(.bar))
    + rows("lines,trend,折线图,曲线,曲线图,趋势图", .chart, .chart(.line))
    + rows("timeline,甘特图,横道,横道图,进度图", .chart, .chart(.gantt))
    + rows("heatmap,热力图,热图", .chart, .chart(.heat))
    + rows(
      "pie,donut,饼,饼图,环图", .chart, .nothing,
      en: "shares are read more easily as bars: 'chart bar'", zh: "占比画成柱形更易读：'图表 柱形'")
}
