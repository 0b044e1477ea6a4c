/// Words of statements.
enum StatementWords {
  /// Words before a number that bound it or say no more than that it follows, the longest first.
  static let before: [(word: String, comparator: String?)] = BoundWords.longestFirst(
    BoundWords.before.map { ($0.word, Optional($0.comparator)) } + plain.map { ($0, nil) })
  private static let plain = [
    "提高到", "提升到", "上升到", "增加到", "增长到", "提升至", "提高至", "保持在", "稳定在", "维持在",
    "达到", "实现", "预计为", "仅为", "仅", "占", "达", "为", "是", "=", "有", "共",
  ]
  /// Words before a number that only say how something is to be.
  static let duties: Set<String> = [
    "不低于", "不少于", "不小于", "不得低于", "≥", "≧", ">=", "不高于", "不超过", "不大于", "不得超过", "≤", "≦", "<=", "控制在",
  ]
  /// Words before a number to which something went: a value that was reached where nothing says that it is to be.
  static let reached: Set<String> = [
    "降至", "降到", "降低到", "下降到", "减少到", "下降至", "降低至", "减少至",
  ]
  /// Words between a name and the words before a number.
  static let fillers = [
    "控制目标", "年度目标", "规划目标", "考核目标",
    "平均", "总体", "均", "都", "各", "分别", "已", "共", "必须", "要", "应", "须", "需", "将", "的", ":", "力争", "确保",
    "累计",
    "年均",
    "预计", "全部", "合计", "目标", "不断", "进一步", "稳步", "明显", "持续",
  ]
  /// What an observed value can be of: how its name ends.
  static let measures = [
    "率", "比例", "比率", "比重", "占比", "盖度", "浓度", "指数", "天数", "量", "面积", "里程", "断面", "点位", "水源地", "站点",
    "得分",
    "分",
    "人口", "收入", "总值", "GDP", "产值", "增加值", "均值", "系数", "平均值", "声级", "价值", "长度", "能耗", "水耗", "强度",
    "数", "时间",
    "下降", "降低", "减少", "上升", "提高", "增长", "增加", "提升", "投资", "消耗", "排放", "寿命", "年限", "值", "户数", "总额",
    "规模",
    "空间", "投入", "效率", "水平", "产能", "覆盖", "比", "PM2.5", "PM10", "SO2", "NO2", "CO", "O3", "臭氧",
    "二氧化硫", "二氧化氮", "一氧化碳", "颗粒物", "化学需氧量", "氨氮", "氮氧化物", "总氮", "总磷",
  ]
  /// Names that say nothing without what they are of.
  static let generic: Set<String> = [
    "比例", "占比", "比重", "比率", "达标率", "优良率", "合格率", "完成率", "均值", "平均值", "总量", "面积", "其中",
  ]
  /// Words that name no measure, and nothing that one is of: 前两年年均增长8.9%, 实际完成值88.2%.
  static let ofNothing: Set<String> = [
    "年均", "累计", "年均增长", "年均增速", "两年", "三年", "五年", "两年平均", "三年平均", "当月", "当季", "当年", "总数", "剩余",
    "实际",
    "累计完成", "实际完成", "实际完成值", "实际值", "完成值", "指标值", "目标值", "规划目标", "规划目标值", "规划值", "基准值", "基期值",
    "现状值",
    "预期值", "总建筑面积", "建筑面积", "占地面积", "总占地面积", "总面积", "治理率", "惠及", "涉及", "带动", "实际浓度", "平均浓度",
    "整体完成率", "总体完成率", "总体", "本年",
  ]
  /// Words of text that states no measure.
  static let foreign = [
    "召开", "印发", "发布", "会议", "电话", "编号", "邮编", "举办", "参加", "安排资金", "罚款", "处罚",
    "奖励", "扣款", "扣收",
    "补助",
    "如果", "每增加", "每超", "每降", "补偿金", "按照", "大于", "小于", "以下简称", "公示时间", "公示期",
  ]
  /// Parts of the day and of the year, of which a value may be.
  static let qualifiers = ["昼间", "夜间", "枯水期", "丰水期", "平水期", "汛期", "采暖期", "非采暖期", "秋冬季"]
  /// Years up to now that no date names.
  static let spans = [
    "过去五年", "近五年来", "近五年", "五年来", "四年来", "三年来", "两年来", "十年来", "十年间", "五年间", "三年间", "近年来", "过去一年",
    "一年来", "近三年来", "近三年",
    "近两年",
    "本周", "三年累计", "五年累计", "两年累计", "四年累计", "前两年", "前三年", "前四年", "后两年", "后三年", "头两年", "头三年",
  ]
  /// Money that is somebody's, and no indicator of anything where nobody is named.
  static let ofProjects: Set<String> = [
    "投资", "年度投资", "资金", "到位资金", "财政资金", "专项资金", "贷款", "补助",
  ]
  /// What stands before 目标 and names nothing that it is of: 规划期末目标为6.1%.
  static let ofTargetsAlone: Set<String> = [
    "", "年度", "规划", "考核", "控制", "规划期末", "期末", "全年", "本年", "规划期", "五年", "总体", "预期",
  ]
  /// What is done to persons, of whom a number is neither a target nor a measure.
  static let sanctions = ["问责", "约谈", "拘留", "处分", "移送"]
  /// Words that say no more than that a value is a target.
  static let ofTargets = [
    "目标值", "目标任务", "目标", "提前", "实现", "完成", "达到", "规划", "年度", "考核", "约束性", "下达", "了", "已", "的", "省",
    "“十三五”", "“十四五”", "十三五", "十四五", "五年",
  ]
  /// Words before 目标 that say what kind of target it is: PM2.5浓度年度目标.
  static let kindsOfTargets = ["年度", "全年", "规划", "考核", "控制", "预期", "约束性", "预期性", "阶段性"]
  /// What is to be reached, of which a share may be.
  static let aims = ["目标", "任务", "计划", "目标值", "任务数", "任务量", "计划数", "目标数", "指标"]
  /// Words that say how far a value is from a target.
  static let distances = ["低于", "高于", "好于", "优于", "劣于", "超过", "超出", "距"]
  /// Words of a sentence that tells whose a value is by its rank, not by naming it beside the value.
  static let superlatives = [
    "最大的是", "最多的是", "最高的是", "最低的是", "最差的是", "最好的是", "最少的是", "最小的是", "最大的为", "最高的为", "最多的为",
    "其次是", "其次为",
  ]
  /// Measures that say nothing without the thing that they are of, which the first of a list names for all of it.
  static let alone = [
    "收入", "支出", "产量", "销量", "产值", "利润", "申请量", "授权量", "增加值", "销售额", "进口额", "出口额", "面积", "里程", "长度",
    "强度", "总量", "密度", "蓄积量", "比例", "占比", "比重", "数量", "金额", "投资", "人数", "户数", "次数", "浓度", "用水量",
    "规模",
  ]
  /// Measures that say nothing without what they are of, the longest first.
  static let bare = [
    "倾倒丢弃量", "利用处置量", "处置利用量", "利用处置率", "综合利用量", "综合利用率", "安全处置率", "产生量", "处置量", "贮存量", "利用量",
    "排放量", "处理量", "利用率",
    "处置率",
  ]
}
