extension Headings {
  /// The kinds of columns with the name of their field and the headings seen for them.
  static let rows: [(kind: ColumnKind, field: String, words: String)] = [
    (.number, "no", "序号 编号 项次 序 no. s.no sno"),
    (.code, "code", "project# projectno projectnumber projectid 项目编号 项目代码 项目编码 编码 代码"),
    (
      .name, "name",
      "项目名称 工程名称 名称 项目 重点工程 重点项目 工程项目 重点工程名称 重点项目名称 建设项目 建设项目名称 计划名称 计画名称 工程 "
        + "工程项目名称 规划项目 项目和工程名称 projectname project projecttitle nameofproject nameofwork"
        + " 项目名 工程名 采购项目名称 子项目名称 具体工程名称 标段名称 支持项目 重大项目 重大工程 重大项目名称 案名 分项案件 工作计画 工作计划名称 科目 预算科目 计画项目 计划项目 subproject"
    ),
    (
      .task, "task",
      "工作任务 重点任务 主要任务 任务 目标任务 任务内容 工作内容 工作事项 重点工作 事项 工作措施任务 重点工作任务 年度任务 "
        + "具体任务 具体工作 整改任务 问题 存在的问题 反馈问题 问题描述 任务名称 任务事项 具体工作任务 重点工作事项 主要工作 主要工作任务 "
        + "重点工作内容 重点事项 工作要点 民生实事 实事项目 年度重点任务 重点目标任务 工作目标任务 改革任务 具体事项 责任事项 "
        + "主要工作内容 审查意见 审议意见 评估意见 意见建议 整改事项 发现问题 评估建议 意见内容 办理事项 建议内容 问题及建议 整改问题 "
        + "主要问题 突出问题 反馈意见 整改内容 重点任务名称 工作任务名称 任务清单 taskname action actions actionitem actiondescription activity initiative strategy"
    ),
    (
      .indicator, "indicator",
      "指标 indicatorname kpi keyperformanceindicator keyperformanceindicators performanceindicator performancemeasure 指标名称 主要指标 考核指标 具体指标 规划指标 指标体系 规划指标体系 评价指标 监测指标 监测项目 监测因子 评价因子 统计指标 指标内容 绩效指标"
    ),
    (
      .requirement, "requirement",
      "具体工作要求 工作要求 具体要求 工作措施 具体措施 工作目标 目标要求 主要措施 措施 任务目标 整改措施 整改目标"
    ),
    (
      .content, "content",
      "建设内容 建设规模及内容 主要建设内容 建设内容及规模 建设规模 主要内容 内容 建设规模与内容 建设内容与规模 "
        + "建设内容和规模 建设规模和内容 主要建设内容及规模 主要建设规模及内容 工程内容 项目内容 建设任务 实施内容 工程规模 "
        + "主要建设规模和内容 项目建设内容 建设规模及主要内容 项目概况 工程概况 description"
        + " 采购需求概况 建设主要内容 主要建设任务 建设内容及规模概况 主要工程内容"
    ),
    (
      .category, "category",
      "分类 类别 项目类别 工程类别 项目类型 类型 工程类型 任务类别 板块 大类 专项" + " 项目分类 行业 所属行业 项目所属行业 行业类别 工程分类 申报分类"
    ),
    (.section, "section", "章节 所属章节 规划章节"),
    (
      .investment, "investment",
      "投资额 总投资 核定总投资 核定投资 概算投资 投资 估算投资 计划总投资 投资估算 投资概算 总投资额 投资总额 项目总投资 估算总投资 概算总投资 "
        + "工程投资 投资规模 预算投资 投资金额 计划投资额 合计 预计投资 匡算投资 预算 资金 投资预算 规划投资 总投入 资金投入 "
        + "所需资金 资金金额 资金需求 计划投资 总投资估算 预算金额 总投资金额 项目投资 资金概算 经费 经费预算 计画经费 计划经费 经费需求 经费总额 总经费需求 计画总经费 计划总经费 金额 总经费 totalinvestment investment totalcost estimatedcost estimatedinvestment plannedinvestment projectcost cost budget totalbudget projectbudget approvedbudget totalestimatedcost totalprojectcost total"
        + " 总投资规模 规划总投资 总概算 投资额度 投资计划 匡算总投资 预计总投资 批复投资 批复总投资 批复概算 总造价 工程造价 合同金额 资金规模 资金总额 资金预算 调整后总投资 估算投资额 概算投资额"
    ),
    (
      .period, "period",
      "建设期限 建设年限 起止年限 实施年限 建设周期 建设起止年限 建设时间 实施时间 实施期限 建设期 起止时间 建设起止时间 "
        + "起止年月 建设工期 工期 实施周期 建设时限 实施年度 建设年度 年限 期限 实施期 起止年份 建设起止年月 起止日期"
        + " 计划工期 规划期限 拟建年限 计划实施年限 projectperiod implementationperiod timeframe timeline schedule 期程 执行期程 办理期程 计划期程 实施期程 执行期间 计划期间 开竣工时间 计划开竣工时间 建设时序 时间安排 起止期限"
    ),
    (
      .periodStart, "start",
      "开工时间 开工年月 开工日期 计划开工日期 开始日期 起始日期 开始时间 起始时间 计划开工时间 开工年份 起始年 开始年份 开工年度 拟开工时间"
        + " 预计开工时间 计划开工年月 startdate startyear"
    ),
    (
      .periodEnd, "end",
      "竣工时间 完工时间 完工日期 计划完工日期 计划竣工日期 结束日期 终止日期 竣工年月 竣工日期 结束时间 终止时间 计划竣工时间 计划完工时间 竣工年份 建成时间 结束年 结束年份 完工年度 拟竣工时间"
        + " 预计竣工时间 预计完工时间 投产时间 计划投产时间 预计投产时间 enddate endyear completion completiondate completionyear"
    ),
    (
      .due, "due",
      "完成时限 完成时间 整改时限 办结时限 时限 完成期限 时间要求 时间节点 完成年限 完成日期 计划完成时间 办理时限 整改期限 deadline targetdate duedate targetcompletion targetcompletiondate bywhen "
        + "节点时间 节点完成时间 计划完成日期 计划节点时间 节点时限 目标完成时间 要求完成时间 应完成时间 完成时限要求 计划完成时限 "
        + "预计完成时间 拟完成时间 截止时间 完成节点时间 计划时间 时间进度 due" + " 完工时限 竣工时限 全部完成时间 办结期限 整改完成时限 完成时限要求"
    ),
    (.nature, "nature", "建设性质 性质 项目性质"),
    (
      .place, "place",
      "建设地点 实施地点 地点 项目地点 所在地 建设地址 位置 实施区域 建设位置 拟建地址 拟建地点 拟建位置 实施范围 监测点位 点位 断面 监测断面 监测点 站点 断面名称 测点 监测站点 水源地 水源地名称 水源名称 站点名称 点位名称 监测站点名称 监测点位名称 监测断面名称 采样点 采样点位 采样地点 监测地点 location"
        + " 所在乡镇 所属乡镇 所在镇街 所在县区 所属县区 建设所在地 site district"
    ),
    (
      .status, "status",
      "项目状态 建设状态 进展状态 状态 项目阶段 建设阶段 办理状态 完成状态 整改状态 projectstatus currentstatus projectphase phase"
    ),
    (.note, "note", "备注 说明 附注 注 remark remarks notes"),
    (.goal(0), "goal", "年度目标 年度建设内容 年度目标任务 年度建设任务 本年度建设内容 当年建设内容 年度主要建设内容"),
    (
      .done, "done",
      "形象进度 完成比例 工程进度 进度 工程形象进度 项目进度 完成进度 进度比例"
        + " 当前进度 目前进度 实际进度 progress %complete percentcomplete completion% progresspct percentagecomplete physicalprogress 执行进度"
    ),
    (
      .invested, "invested",
      "完成投资 累计完成投资 已完成投资 累计完成投资额 完成投资额 累计投资 至今完成投资 自开工累计完成投资 实际完成投资 investedtodate completedinvestment spenttodate expendituretodate actualtodate"
    ),
    (.problem, "problem", "存在问题 存在困难 存在问题及建议 需协调解决的问题 存在的主要问题 困难问题"),
    (
      .progressText, "progress",
      "进展情况 前期进展 项目进展 项目进展情况 工作进展 工程进展 工程进展情况 整改情况 整改完成情况 整改进展 整改进展情况 整改落实情况 完成情况 落实情况"
        + " 目前进展 目前进展情况 推进情况 进展 进展状况 当前进展 当前进展情况 工作推进情况 最新进展 最新进展情况 项目推进情况"
    ),
    (
      .asOf, "as_of",
      "截至日期 截止日期 统计时间 数据日期 asof asofdate reportdate reportingdate datadate 监测时间 监测日期 监测月份 采样时间 采样日期 填报时间 上报时间 统计日期"
        + " 数据截止 数据截止时间 数据截止日期 数据截止日 统计截止时间 统计截止日期 统计截止 截至时间 进度截止时间 进度截止日期"
    ),
    (.measuredIn, "measured_in", "计量单位 度量单位 单位 unit unitofmeasure unitofmeasurement"),
    (.attribute, "attribute", "指标属性 属性 指标性质 指标类型"),
    (.domain, "domain", "领域 要素 所属领域 指标类别"),
    (.baseline(0), "baseline", "现状值 基期值 基准值 现状 基期 基数 现状水平 基准年值 基础值" + " 基准年 期初值 现状值指标"),
    (
      .target(0), "target",
      "目标值 目标 规划目标 规划目标值 指标值 标准值 规划值 目标水平 规划期末目标 年度指标值 计划指标值 全年指标值" + " 目标年 规划目标值 预期目标 预期值 期末值"
    ),
    (
      .cumulative, "cumulative",
      "累计 五年累计 累计值"
        + " 年均累计 年均增速累计 年均增长累计 年均增速 年均增长 年均 年均/累计 累计/年均 年均/累计值 年均增速/累计 年均增长/累计 累计变化 五年累计变化 累计变化值"
    ),
    (
      .observed(0), "value",
      "监测值 实际值 完成值 实测值 实际完成值 监测结果 监测浓度 年均值 全年完成值 全年实际完成值 年度实际完成值 全年实际值 实际完成指标值"
    ),
    (
      .milestone, "milestone",
      "节点 节点名称 里程碑 里程碑节点 里程碑名称 里程碑事件 里程碑事项 关键节点 关键节点名称 节点目标 节点任务 节点内容 节点事项 节点工作 "
        + "阶段目标 阶段性目标 阶段任务 阶段性任务 进度节点 重要节点 工程节点 建设节点 形象进度目标 阶段性成果 进度安排 实施进度安排 "
        + "进度计划 实施步骤 工作进度安排 进度要求 形象进度要求 节点形象进度 时间节点及形象进度 时间节点和形象进度 milestones"
    ),
    (.doneOn, "done_on", "实际完成时间 实际完成日期 实际完成 实际完成年月 办结时间 办结日期 销号时间 销号日期 实际竣工时间 实际达成时间 实际时间 实际日期"),
    (
      .item, "item",
      "考核内容 考核项目 考核事项 评分项目 评分内容 考核要点 考核项 考评内容 考评项目 评价内容 评估内容 评分项 考核任务 评分要素 一级指标 "
        + "二级指标 三级指标 责任目标 考核条目 考核目标任务"
    ),
    (.points, "points", "分值 标准分 满分 分数 标准分值 权重分 分值权重 基准分 基本分 考核分值 基础分" + " 所占分值 权重分值 考核分"),
    (
      .scoring, "scoring",
      "评分标准 评分办法 计分办法 计分标准 扣分标准 考核标准 评分细则 考核办法 评分规则 计分规则 考核评分标准 考核评分办法 评分方法 "
        + "计分方法 考评标准 扣分办法 评价标准 加减分标准 考核细则 考核计分办法 评分依据 打分标准 赋分标准 评分标准及方法 评分标准及办法 评分方法及标准 考核标准及评分办法"
    ),
    (.score, "score", "得分 考核得分 考评得分 最终得分 总得分 总分 综合得分 实得分 考核分数 评分 考核总分 年度得分"),
    (
      .assessed, "assessed",
      "被考核单位 考核对象 县区 县市区 区县 镇街 镇街名称 单位名称 地区 市县 参评单位 受评单位 被考核对象 考核单位 县 镇 乡镇 街道 区 市 "
        + "城市 行政区 县市 旗县 旗县区 旗县市区 市州 州市 盟市 地市 设区市 镇街道 乡镇街道"
    ),
    (.rank, "rank", "排名 名次 位次 排序 考核排名"),
    (
      .fiscal("revenue"), "revenue",
      "财政收入 一般公共预算收入 地方一般公共预算收入 公共财政预算收入 地方财政收入 公共预算收入 一般公共预算总收入"
    ),
    (
      .fiscal("environment_spending"), "environment_spending",
      "环保支出 节能环保支出 环境保护支出 生态环保支出 节能环保财政支出 生态环境保护支出"
    ),
    (
      .source, "source",
      "资金来源 经费来源 资金渠道 筹资渠道 筹资方式 资金来源渠道 来源渠道 资金筹措渠道 投资来源 fundingsource sourceoffunds sourceoffunding fundsource funding"
    ),
    (.year, "year", "年度 年份 考核年度 考核年份 计划年度 资金年度 安排年度 投资年度 下达年度 预算年度 指标年度 拨付年度"),
    (.fundStage("planned"), "planned", "计划资金 资金计划 计划金额 拟安排资金 计划安排资金 应到位资金"),
    (
      .fundStage("approved"), "approved",
      "下达资金 已下达资金 下达金额 批复资金 资金下达 累计下达资金 已下达投资 安排资金 已安排资金 安排金额 已安排金额 补助金额 奖补金额 补偿金额"
        + " 本次下达资金 本次下达金额 本次下达 本次安排资金 本次安排金额 本次安排 下达额度 提前下达资金 已下达"
    ),
    (
      .fundStage("in_place"), "in_place",
      "到位资金 资金到位 已到位资金 到位金额 累计到位资金 资金到位情况 实际到位资金 资金到位额 已到位"
    ),
    (
      .fundStage("paid"), "paid",
      "支付资金 已支付资金 支付金额 拨付资金 已拨付资金 拨付金额 累计支付资金 累计拨付资金 资金支付 资金拨付 资金支出 支出资金 实际支出 累计支付 已支付 已拨付 已支出"
    ),
    (.reason, "reason", "扣分原因 原因 扣分情况 失分原因 扣分说明 扣分理由 失分情况"),
  ]
}
