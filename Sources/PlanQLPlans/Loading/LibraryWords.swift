/// What the readers of YAML and SQLite, which speak English, say in Chinese.
enum LibraryWords {
  /// The Chinese for what a library says; the text itself where that is not known.
  static func chinese(_ text: String) -> String {
    if let known = words[text] { return known }
    for (start, chinese) in starts where text.hasPrefix(start) {
      return chinese + text.dropFirst(start.count)
    }
    return text
  }

  private static let starts = [
    ("no such table: ", "没有这张表："), ("no such column: ", "没有这个字段："),
    ("no such function: ", "没有这个函数："), ("near ", "SQL 语法有误，位置："),
    ("Maximum nesting level reached", "嵌套过深"),
  ]

  private static let words = [
    "did not find expected ',' or ']'": "列表缺少“,”或“]”",
    "did not find expected ',' or '}'": "映射缺少“,”或“}”",
    "did not find expected key": "此处应为“键: 值”，请检查缩进和引号",
    "did not find expected '-' indicator": "列表项应以“-”开头，请检查缩进",
    "did not find expected node content": "此处缺少值",
    "did not find expected <document start>": "此处应为新文档的开头“---”",
    "did not find expected alphabetic or numeric character": "锚或引用缺少名称",
    "did not find expected whitespace or line break": "此处应有空格或换行",
    "did not find expected comment or line break": "此处只能有注释或换行",
    "did not find expected hexdecimal number": "转义缺少十六进制数字",
    "could not find expected ':'": "缺少“:”",
    "could not find expected directive name": "指令缺少名称",
    "mapping values are not allowed in this context": "此处不能再有“键: 值”",
    "mapping keys are not allowed in this context": "此处不能有键",
    "block sequence entries are not allowed in this context": "此处不能有列表项",
    "block collection entries are not allowed in this context": "此处不能有列表或映射",
    "found character that cannot start any token": "此处的字符不能作为开头",
    "found a tab character that violates indentation": "缩进不能用制表符",
    "found a tab character that violate indentation": "缩进不能用制表符",
    "found a tab character where an indentation space is expected": "缩进不能用制表符",
    "found an indentation indicator equal to 0": "缩进数不能是 0",
    "found unexpected end of stream": "文件结束时引号还没有关闭",
    "found unexpected document indicator": "引号中不能有文档的分隔符",
    "found unexpected ':'": "此处不能有“:”",
    "found unknown escape character": "没有这种转义字符",
    "found invalid Unicode character escape code": "转义的字符编号无效",
    "found undefined alias": "引用了没有定义的锚",
    "found undefined tag handle": "用了没有定义的标签",
    "found duplicate anchor": "锚的名称重复",
    "but found another document": "一个文件只能有一个文档",
    "control characters are not allowed": "不能有控制字符",
    "invalid leading UTF-8 octet": "不是 UTF-8 文本",
    "invalid trailing UTF-8 octet": "不是 UTF-8 文本",
    "incomplete UTF-8 octet sequence": "UTF-8 文本不完整",
    "file is not a database": "不是数据库文件",
    "database disk image is malformed": "数据库内容已损坏",
    "database is locked": "数据库正被其他程序使用",
    "unable to open database file": "数据库文件无法打开",
    "disk I/O error": "磁盘读写出错",
    "out of memory": "内存不足",
    "attempt to write a readonly database": "数据库只能读取",
  ]
}
