/// What sites print around a document, which is no part of the plan.
enum Boilerplate {
  /// Says whether a line is a site's own.
  static func matches(_ line: FoldedText) -> Bool {
    let compact = line.compact
    let length = compact.unicodeScalars.count
    guard length > 0 else { return false }
    if anywhere.isFound(in: compact) { return true }
    if length <= 12, wholly.contains(compact) { return true }
    return length <= 120 && beginnings.begins(compact)
  }

  /// How many labels of a site's own record of a document a row has, `索引号 | … | 发布机构 | …`, and
  /// whether it has little else.
  static func labelsOfRecord(_ line: DocumentLine) -> (count: Int, isAll: Bool) {
    let cells = line.cells.lazy.filter { $0.isFilled && $0.merge == .none }.prefix(9)
    let labels = cells.filter { cell in
      let label = cell.text.compact.filter { $0 != ":" }
      return recordLabels.contains(label)
    }
    return (labels.count, labels.count * 2 >= cells.count)
  }

  private static let recordLabels: Set<String> = [
    "索引号", "索引编号", "信息索引号", "公开日期", "文件编号", "效力状况", "附件下载", "内容概述", "发布机构", "发布单位", "发文机关", "发文单位",
    "制发机关", "公开方式",
    "公开范围", "公开时限", "公开属性", "公开期限",
    "公开类型", "公开类别", "公开目录", "公开形式", "信息形式", "信息有效性", "公开责任部门", "公开程序", "文号", "发文字号", "发文文号", "发文日期",
    "成文日期", "生成日期", "发布日期", "印发日期",
    "主题分类", "组配分类", "体裁分类", "信息分类", "信息来源", "信息名称", "服务对象", "主题词", "关键词", "有效性", "公文时效", "生效日期",
    "废止日期", "效力状态", "名称", "标题", "信息标题",
  ]

  /// Numbers of pages: `- 4 -`, `第 3 页 共 10 页`.
  static func isPageNumber(_ line: FoldedText) -> Bool {
    let compact = line.compact
    if compact.hasPrefix("第"), compact.contains("页"), compact.unicodeScalars.count <= 14 {
      return compact.unicodeScalars.allSatisfy {
        FoldedText.isDigit($0) || "第页共,/".unicodeScalars.contains($0)
      }
    }
    guard compact.hasPrefix("-"), compact.hasSuffix("-") else { return false }
    let inner = compact.unicodeScalars.filter { $0 != "-" }
    return !inner.isEmpty && inner.count <= 4 && inner.allSatisfy(FoldedText.isDigit)
  }

  private static let anywhere: WordSearch = [
    "不代表本站", "不代表本网", "版权所有", "版权归原作者", "未经许可,不得转载", "未经授权", "icp备", "公网安备",
    "allrightsreserved", "copyright©", "网站标识码", "侵犯了您的", "若侵权请联系", "如有侵权", "poweredby",
    "文库下载", "点击下载", "扫描二维码", "扫一扫",
  ]

  private static let beginnings: WordSearch = [
    "本文仅代表", "本文地址", "本文链接", "本文来源", "本文由", "原文链接", "原文地址", "转载请注明", "版权声明", "免责声明",
    "特别声明", "留言与评论", "网友评论", "发表评论", "验证码", "网站地图", "上一篇", "下一篇", "上一条", "下一条",
    "相关阅读", "延伸阅读", "相关推荐", "相关文章", "相关链接", "猜你喜欢", "热门文章", "推荐阅读", "最新文章", "分享到", "打印本页",
    "关闭窗口", "【打印", "【关闭", "[打印", "[关闭", "字号:", "【字体", "[字体", "字体:", "浏览次数", "点击数", "阅读次数",
    "浏览量", "阅读量", "访问量", "发布时间:", "发布日期:", "发布机构:", "更新时间:", "信息来源:", "来源:", "文章来源:", "作者:",
    "责任编辑:", "编辑:", "联系我们", "关于我们", "友情链接", "设为首页", "加入收藏", "首页>", "您的位置", "您现在的位置",
    "当前位置", "返回顶部", "返回首页", "附件下载", "下载附件", "手机版", "电脑版", "技术支持", "copyright", "©",
    "tags:", "关键词:", "标签:",
  ]

  /// Whether a line heads links to other pages, so that what follows is of none of this one.
  static func headsLinks(_ line: FoldedText) -> Bool {
    ["相关阅读", "相关推荐", "相关文章", "相关链接", "推荐阅读", "热门文章", "最新文章", "猜你喜欢", "延伸阅读"].contains {
      line.hasPrefix($0)
    }
  }

  private static let wholly: Set<String> = [
    "朗读", "打印", "关闭", "分享", "收藏", "登录", "注册", "首页", "评论", "举报", "下载", "打印本页", "关闭窗口", "打印关闭",
    "繁体", "无障碍", "网站地图", "大中小", "返回",
  ]
}
