import PlanQLData
import PlanQLSyntax

/// All that the checker can say of definitions and of statements that hold others; in alphabetical order.
extension Message {
  static func definedLater(_ name: String) -> Message {
    Message(
      "PQL0240", en: "'\(name)' is given a meaning only further down",
      zh: "'\(name)' 在后面才给出",
      help: LocalizedText(
        en: "a name stands before it is used: move its statement up",
        zh: "名称要先给出再使用：请把那条语句移到前面"))
  }

  static func definitionDoesNotFit(_ name: String) -> Message {
    Message(
      "PQL0241", en: "the definition of '\(name)' does not work with these values",
      zh: "'\(name)' 的定义不适用于这些值")
  }

  static func expansionTooLong(_ name: String) -> Message {
    Message(
      "PQL0242", en: "'\(name)' written out with all that it uses is too long",
      zh: "把 '\(name)' 和它用到的定义全部写出来过长",
      help: LocalizedText(
        en: "give intermediate results a name with 'let' or 'extend'",
        zh: "请用 '设定' 或 '增列' 给中间结果起名"))
  }

  static func fieldExists(_ name: String, _ row: Name) -> Message {
    Message(
      "PQL0243", en: "a \(row.en) has a field '\(name)' already", zh: "\(row.zh)已有字段 '\(name)'",
      help: .chooseAnotherName)
  }

  static func fieldTakesNothing(_ name: String) -> Message {
    Message(
      "PQL0244", en: "'\(name)' takes no values", zh: "'\(name)' 不带取值",
      help: LocalizedText(en: "write it without brackets", zh: "请去掉后面的括号"))
  }

  static func fieldTakesValues(_ name: String) -> Message {
    Message("PQL0245", en: "'\(name)' needs values", zh: "'\(name)' 后面要写明取值")
  }

  static func fileNotRead(_ path: String, _ reason: LocalizedText) -> Message {
    Message(
      "PQL0252", en: "'\(path)' cannot be used: \(reason.en)", zh: "无法引用 '\(path)'：\(reason.zh)")
  }

  static func filesInCircle(_ names: [String]) -> Message {
    let shown = names.map { "'\($0)'" }.joined(separator: " → ")
    return Message(
      "PQL0253", en: "these files use one another in a circle: \(shown)", zh: "这些文件循环引用：\(shown)")
  }

  static func filesTooLarge(limit: Int) -> Message {
    Message(
      "PQL0254", en: "the script and the files that it uses have more than \(limit) bytes",
      zh: "脚本和它引用的文件合计超过 \(limit) 字节")
  }

  static func loopNeedsTable(_ type: LocalizedText) -> Message {
    Message(
      "PQL0250", en: "'for' goes through a table or a list, found \(type.en)",
      zh: "'逐个' 遍历表或列表，这里是\(type.zh)",
      help: LocalizedText(
        en: "name its elements: 'for y in [2021, 2022] { … }'",
        zh: "请列出各项：'逐个 年 取自 [2021, 2022] { … }'"))
  }

  static func nameOfFileTaken(_ name: String, _ file: String) -> Message {
    Message(
      "PQL0255", en: "'\(name)' of '\(file)' is declared already",
      zh: "'\(file)' 中的 '\(name)' 已经声明过",
      help: LocalizedText(
        en: "rename one of the two", zh: "请给其中之一换一个名称"))
  }

  static func nameOfLanguage(_ name: String) -> Message {
    Message(
      "PQL0246", en: "'\(name)' is a name of the language", zh: "'\(name)' 是语言自有的名称",
      help: .chooseAnotherName)
  }

  static func noFiles(_ path: String) -> Message {
    Message(
      "PQL0251", en: "'\(path)' cannot be used: other files are not in reach here",
      zh: "无法引用 '\(path)'：这里读不到其他文件")
  }

  static func notInBody(_ word: Name) -> Message {
    Message(
      "PQL0247", en: "'\(word.en)' stands outside of 'for' and 'if'",
      zh: "'\(word.zh)' 不能写在 '逐个' 和 '如果' 之内",
      help: LocalizedText(
        en: "move it to the start of the script", zh: "请移到脚本开头"))
  }

  static func parameterInFile(_ name: String) -> Message {
    Message(
      "PQL0256", en: "a file that is used has no parameters: '\(name)'",
      zh: "被引用的文件不能读取参数：'\(name)'",
      help: LocalizedText(
        en: "give the definition a parameter of its own: 'define f(\(name): period) = …'",
        zh: "请让定义自带参数：'定义 f(\(name): 时段) = …'"))
  }

  static var partOfUsedFile: Message {
    Message(
      "PQL0257", en: "a file that is used holds definitions only: 'define', 'let' and 'use'",
      zh: "被引用的文件只能有 '定义'、'设定' 和 '引用'")
  }

  static func recursiveDefinition(_ name: String, _ path: [String]) -> Message {
    let shown = path.map { "'\($0)'" }.joined(separator: " → ")
    return Message(
      "PQL0248", en: "'\(name)' is defined by itself: \(shown)", zh: "'\(name)' 的定义用到了自己：\(shown)")
  }

  static func unknownOwner(_ name: String) -> Message {
    Message(
      "PQL0249", en: "no table and no row of one is called '\(name)'",
      zh: "没有名为 '\(name)' 的表或记录")
  }

  static func tooManyFiles(most: Int, depth: Int) -> Message {
    Message(
      "PQL0258", en: "a script uses no more than \(most) files, \(depth) of them in a row",
      zh: "一个脚本最多引用 \(most) 个文件，逐层引用不超过 \(depth) 层")
  }

  static func unusedDefinition(_ name: String) -> Message {
    Message(
      "PQL0414", .hint, en: "the definition '\(name)' is never used", zh: "定义 '\(name)' 没有用到")
  }

  static func unusedFile(_ path: String) -> Message {
    Message(
      "PQL0415", .hint, en: "nothing of '\(path)' is used", zh: "没有用到 '\(path)' 中的任何名称")
  }
}

extension LocalizedText {
  static let definedHere = LocalizedText(en: "here", zh: "在这里")

  /// Says how a definition is called.
  static func calledAs(_ name: String, _ signature: LocalizedText) -> LocalizedText {
    LocalizedText(en: "write '\(name)(\(signature.en))'", zh: "写成 '\(name)(\(signature.zh))'")
  }

  static func definedInFile(_ name: String, _ file: String) -> LocalizedText {
    LocalizedText(
      en: "'\(name)' is defined in '\(file)': write 'use \"\(file)\"'",
      zh: "'\(name)' 在 '\(file)' 中定义：请写 '引用 “\(file)”'")
  }

  static func knownInBody(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "'\(name)' is known only inside of the 'for' or 'if' that it stands in",
      zh: "'\(name)' 只在它所在的 '逐个' 或 '如果' 之内有效")
  }
}
