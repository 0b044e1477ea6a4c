package import PlanQLData

/// A function of another language that people call, and what the language has in its place.
package struct TriedCall: Sendable, Hashable {
  /// The spellings of the function, as people write them.
  package let names: [String]
  /// What to write in place of a call: `@name` is a function of the library, `$1` an argument, `$*`
  /// all of them, `$and`, `$or` and `$coalesce` all of them joined so, `${}` all of them as holes; nil where the
  /// arguments do not say enough.
  package let template: String?
  /// What to do, where writing the template's text is not all there is to say.
  package let advice: LocalizedText?

  private init(_ names: String, _ template: String) {
    self.names = names.split(separator: ",").map { String($0) }
    self.template = template
    self.advice = nil
  }

  private init(_ names: String, en: String, zh: String, _ template: String? = nil) {
    self.names = names.split(separator: ",").map { String($0) }
    self.template = template
    self.advice = LocalizedText(en: en, zh: zh)
  }

  /// The aggregates that SQL writes in capitals.
  private static let aggregates: Set = [
    "count", "sum", "avg", "min", "max", "median", "stddev",
  ]
  private static let windows = [
    "row_number": "row_number", "rank": "rank", "dense_rank": "dense_rank", "lag": "previous",
    "lead": "next", "first_value": "first", "last_value": "last",
  ]

  /// Whether a function of SQL is over the rows of a group.
  static func isAggregate(_ name: String) -> Bool { aggregates.contains(name.lowercased()) }

  /// A function of SQL by the name that the language has for it.
  static func plainName(_ name: String) -> String {
    let lowered = name.lowercased()
    return windows[lowered] ?? (aggregates.contains(lowered) ? lowered : name)
  }

  /// Finds what is meant by a function that the language does not have.
  package static func named(_ name: String) -> TriedCall? { index[name] }

  private static let index: [String: TriedCall] = {
    var index: [String: TriedCall] = [:]
    for call in all {
      for name in call.names { index[name] = call }
    }
    return index
  }()

  /// Every function that people try. To add one, add its row to its table.
  package static let all: [TriedCall] = counting + choices + texts + times + rows + chinese

  private static let counting: [TriedCall] = [
    .init("countif,count_if,n_if", "@count(where $1)"),
    .init("sumif,sum_if", "@sum($1 where $2)"),
    .init("avgif,avg_if", "@avg($1 where $2)"),
    .init("minif,min_if", "@min($1 where $2)"),
    .init("maxif,max_if", "@max($1 where $2)"),
    .init(
      "dcount,count_distinct,countDistinct,n_distinct,nunique,COUNTUNIQUE,uniq",
      "@count(where $1 is known distinct $1)"),
    .init("mean,average,AVERAGE,AVG,Average,Avg,mean_value", "@avg($1)"),
    .init("SUM,Sum,total,Total,sum_of", "@sum($1)"),
    .init("COUNT,Count,COUNTA,size,nrow,n,len_rows", "@count($*)"),
    .init("MAX,Max,maximum", "@max($1)"),
    .init("MIN,Min,minimum", "@min($1)"),
    .init("std,stdev,STDEV,stddev_pop,sd", "@stddev($1)"),
    .init("make_list,collect_list,array_agg", "@list($1)"),
    .init("make_set,collect_set", "@list($1 distinct $1)"),
    .init("group_concat,GROUP_CONCAT", "join(list($1), \",\")"),
    .init("string_agg,STRING_AGG,listagg,LISTAGG", "join(list($1), $2)"),
    .init("quantile,percentile_cont,percentile_disc,PERCENTILE", "@percentile($1, $2)"),
    .init(
      "percentiles,quantiles", en: "one value a call: 'percentile(x, 50%)', 'percentile(x, 95%)'",
      zh: "每次取一个值：'百分位数(x, 50%)'、'百分位数(x, 95%)'"),
    .init("var,variance,VAR,var_samp,VARIANCE", "power(stddev($1), 2)"),
    .init("any_value,ANY_VALUE", "@first($1)"),
    .init(
      "percent_rank,cume_dist", en: "write '(rank(x) - 1) / (count() - 1)'",
      zh: "请写'(排名(x) - 1) / (计数() - 1)'"),
    .init(
      "across,summarise_all,summarize_at,mutate_at",
      en: "each column is named: 'summarize a: avg(a), b: avg(b)'",
      zh: "逐列写明：'汇总 a: 平均(a), b: 平均(b)'"),
    .init(
      "COUNTIF,COUNTIFS", en: "write 'count(projects where no > 3)'",
      zh: "请写'计数(项目 其中 序号 > 3)'"),
    .init(
      "SUMIF,SUMIFS", en: "write 'sum(projects.investment where no > 3)'",
      zh: "请写'求和(项目.投资额 其中 序号 > 3)'"),
    .init(
      "AVERAGEIF,AVERAGEIFS", en: "write 'avg(projects.investment where no > 3)'",
      zh: "请写'平均值(项目.投资额 其中 序号 > 3)'"),
    .init(
      "arg_max,arg_min,argmax,argmin,idxmax,idxmin,take_any",
      en: "order the rows and take the first: 'first(name sort investment desc)'",
      zh: "排序后取第一个：'首个(名称 排序 投资额 降序)'"),
    .init(
      "cut,width_bucket,histogram",
      en:
        "'bin(investment, 500万元)' gives the lower end of a band; or name each with "
        + "'case { investment < 500万元: \"small\", else: \"large\" }'",
      zh:
        "'分档(投资额, 500万元)'给出每档的下限；也可用分情况给每一档起名：'分情况 { 投资额 < 500万元: “小”, 否则: “大” }'"),
  ]

  private static let choices: [TriedCall] = [
    .init("iff,iif,ifelse,if_else,IIF,IFF,ternary", "(if $1 then $2 else $3)"),
    .init(
      "coalesce,COALESCE,ifnull,IFNULL,nvl,NVL,fillna,fill_null,replace_na,IFERROR,IFNA,isnull_or",
      "($coalesce)"),
    .init("isnull,ISNULL,isna,is_null,ISBLANK,isempty,is_empty,is_missing", "($1 is missing)"),
    .init(
      "isnotnull,isnotempty,notna,notnull,is_not_null,not_null,isnotna", "($1 is known)"),
    .init("AND,And", "($and)"),
    .init("OR,Or", "($or)"),
    .init("min_of,pmin,MIN_OF", "@least($*)"),
    .init("max_of,pmax,MAX_OF", "@greatest($*)"),
    .init(
      "rand,random,RAND,RANDOM,runif,newid",
      en: "there is no chance in a query: the same question has the same answer",
      zh: "没有随机数：同样的问题总有同样的答案"),
    .init("nullif,NULLIF", "(if $1 = $2 then missing else $1)"),
    .init(
      "switch,SWITCH,IFS,CHOOSE,decode,DECODE,case_when",
      en: "write 'case { condition: value, else: value }'", zh: "写成'分情况 { 条件: 值, 否则: 值 }'"),
    .init("exists,EXISTS", en: "write 'any(progress where …)'", zh: "请写'存在(进展 其中 …)'"),
  ]

  private static let texts: [TriedCall] = [
    .init("len,LEN,strlen,nchar,char_length,LENGTH,string_size", "@length($1)"),
    .init("ucase,UPPER,toupper,to_upper,upcase", "@upper($1)"),
    .init("lcase,LOWER,tolower,to_lower,downcase", "@lower($1)"),
    .init("substr,SUBSTR,SUBSTRING,mid,MID,str_sub", "@substring($1, $2, $3)"),
    .init("LEFT,Left,str_left", "@left($1, $2)"),
    .init("RIGHT,Right,str_right", "@right($1, $2)"),
    .init("ltrim,LTRIM,lstrip,trimStart,triml", "@trim_start($1)"),
    .init("rtrim,RTRIM,rstrip,trimEnd,trimr", "@trim_end($1)"),
    .init("initcap,INITCAP,title,str_to_title,PROPER,toTitleCase,capitalize", "@title_case($1)"),
    .init("REPT,rept,replicate,str_repeat,strrep,str_dup,REPEAT,strrepeat", "@repeat($1, $2)"),
    .init("REVERSE,strrev,str_reverse,stri_reverse", "@reverse($1)"),
    .init("lpad,LPAD,padleft,pad_start,padStart,zfill", "@pad($1, $2, $3)"),
    .init("instr,INSTR,strpos,STRPOS,str_locate", "@position($1, $2)"),
    .init("locate,LOCATE,charindex,CHARINDEX,FIND,SEARCH", "@position($2, $1)"),
    .init(
      "indexof,indexOf,index_of",
      en: "'position' counts from 1, and is missing where there is none",
      zh: "'位置'从 1 数起，没有则缺失", "@position($1, $2)"),
    .init("concat,CONCAT,strcat,CONCATENATE,paste,paste0,str_c,concat_ws,TEXTJOIN", "\"${}\""),
    .init("text,tostring,to_string,str,String,toString,TEXT,as_character,STR", "@to_text($1)"),
    .init("to_char,format,FORMAT,TO_CHAR", "\"{$1}\""),
    .init("rpad,RPAD,pad_end,padEnd,ljust,padright", "left(\"{$1}{repeat($3, $2)}\", $2)"),
    .init("str_replace,SUBSTITUTE,REPLACE,gsub,replace_string", "@replace($1, $2, $3)"),
    .init("TRIM,strip,str_trim", "@trim($1)"),
    .init(
      "regexp_like,regex,re_match,grepl,str_detect,regexp_matches,test,extract_all",
      en: "write 'x matches \"*…*\"' with '*', '?' and '[…]'",
      zh: "请写'x 匹配 “*…*”'，模式用 '*'、'?' 和 '[…]'"),
    .init(
      "regexp_replace,regexp_extract,regex_replace,regexp_substr,str_extract,re_sub",
      en: "there are no regular expressions: 'replace(x, \"a\", \"b\")', 'split_part(x, \"-\", 1)'",
      zh: "没有正则表达式：可用'替换(x, “a”, “b”)'、'取段(x, “-”, 1)'"),
    .init(
      "cast,CAST,try_cast,convert,CONVERT,safe_cast",
      en: "write 'int(x)', 'number(x)', 'to_text(x)' or 'date(x)'",
      zh: "请写'整数(x)'、'数值(x)'、'转文本(x)'或'日期(x)'"),
    .init("toint,tolong,parseInt,as_integer,to_int,INT,trunc,TRUNC", "@int($1)"),
    .init("todouble,toreal,float,Number,VALUE,as_numeric,to_number,parseFloat", "@number($1)"),
  ]

  private static let times: [TriedCall] = [
    .init(
      "now,NOW,today,TODAY,getdate,GETDATE,current_date,CURRENT_DATE,curdate,sysdate,utcnow",
      en: "there is no clock: 'plan.as_of' is the day that the data stand at",
      zh: "不读系统时钟：数据的截至日期写'规划.截至日期'", "plan.as_of"),
    .init(
      "ago", en: "there is no clock: count back from 'plan.as_of', as in 'plan.as_of - 30天'",
      zh: "不读系统时钟：从截至日期往前推：'规划.截至日期 - 30天'"),
    .init("YEAR,Year,getyear,toYear", "@year($1)"),
    .init("MONTH,Month,getmonth,monthofyear", "@month($1)"),
    .init("DAY,Day,dayofmonth,mday", "@day($1)"),
    .init("QUARTER,Quarter,quarterofyear,getquarter", "@quarter($1)"),
    .init("weekofyear,week_of_year,isoweek,WEEKNUM,ISOWEEKNUM,WEEK", "@int(week($1))"),
    .init("dayofweek,DAYOFWEEK,WEEKDAY,wday,isodow", "@weekday($1)"),
    .init(
      "datediff,DATEDIFF,DATEDIF,datetime_diff,date_diff,timestampdiff",
      en: "subtract: 'b - a' is a number of days; 'elapsed' gives the share of a period",
      zh: "直接相减：'b - a' 得到天数"),
    .init(
      "dateadd,DATEADD,date_add,EDATE,datetime_add,adddate",
      en: "add a duration: 'start(period) + 6个月'", zh: "直接加时长：'起始(建设期限) + 6个月'"),
    .init(
      "DATE,datetime,to_date,TO_DATE,todatetime,as_date,timestamp,strptime,ymd",
      en: "a date is written '@2021-03-05' or '2021年3月5日'", zh: "日期写成 '2021年3月5日' 或 '@2021-03-05'"),
    .init(
      "strftime,format_datetime,date_format,format_date,DATE_FORMAT,datetime_format",
      en: "a hole shows it: \"{year(period)}\"", zh: "放在花括号里显示：“{年度(建设期限)}”"),
    .init(
      "date_trunc,DATE_TRUNC,startofyear,startofmonth,floor_date,extract,EXTRACT,datepart,date_part,datetime_part",
      en: "'year(x)', 'quarter(x)' and 'month(x)' give the period that a day lies in",
      zh: "'年度(x)'、'季度(x)'、'月份(x)' 给出日期所在的时段"),
  ]

  private static let rows: [TriedCall] = [
    .init("lag,LAG,Lag,prev,PREVIOUS,shift", "@previous($*)"),
    .init("lead,LEAD,Lead", "@next($*)"),
    .init("NTILE,Ntile", "@ntile($*)"),
    .init("DENSE_RANK", "@dense_rank($*)"),
    .init("ROW_NUMBER,rownum,row_index,ROWNUM", "@row_number($*)"),
    .init("RANK,Rank", "@rank($*)"),
    .init(
      "cumsum,row_cumsum,running_sum,accumulate",
      en: "write 'sum(x sort key)': each row sums up to itself",
      zh: "请写'求和(x 排序 依据)'：逐行累计"),
    .init(
      "VLOOKUP,XLOOKUP,HLOOKUP,LOOKUP,INDEX,MATCH,lookup",
      en: "follow a link: 'lead.name'; or write 'first(projects.name where code = \"A-01\")'",
      zh: "沿着关联取值：'牵头单位.名称'；或写'首个(项目.名称 其中 编码 = “A-01”)'"),
    .init("ROUND,Round", "@round($*)"),
    .init("ABS,Abs", "@abs($1)"),
    .init("MOD,Mod", "@mod($1, $2)"),
    .init("pow,POWER,POW", "@power($1, $2)"),
    .init("SQRT", "@sqrt($1)"),
    .init("log2,LOG2", "@log($1, 2)"),
    .init("ceiling,CEILING", "@ceil($1)"),
    .init("FLOOR", "@floor($1)"),
  ]

  private static let chinese: [TriedCall] = [
    .init("合计,总和,总计,加总,累加", "@sum($*)"),
    .init("个数,数量,总数,计算个数,条数,项数", "@count($*)"),
    .init("平均,求平均,均值,平均数,求平均值", "@avg($*)"),
    .init("最大,最高,求最大,最多", "@max($*)"),
    .init("最小,最低,求最小,最少", "@min($*)"),
    .init("长度,文本长度,字符数", "@length($*)"),
    .init("四舍五入,取整", "@round($*)"),
    .init(
      "今天,今日,现在,当前日期", en: "there is no clock: 'plan.as_of' is the day that the data stand at",
      zh: "不读系统时钟：数据的截至日期写'规划.截至日期'", "规划.截至日期"),
  ]
}
