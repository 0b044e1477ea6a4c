package import PlanQLData

/// A document that is not imported, with the reason.
package struct ImportRefusal: Error, Sendable, Hashable {
  /// The file as it was called.
  package var file: String
  /// The place that the reason is about.
  package var place: ImportPlace?
  package let reason: LocalizedText
  /// What may be done.
  package let help: LocalizedText?

  /// Makes a refusal; the file is filled in by the import.
  init(
    file: String = "", at place: ImportPlace? = nil, _ reason: LocalizedText,
    help: LocalizedText? = nil
  ) {
    self.file = file
    self.place = place
    self.reason = reason
    self.help = help
  }

  /// The number of the line or row.
  package var line: Int? { place?.number }

  /// The refusal as one line: `plan.txt:12: …`.
  package func text(_ language: PlanQLData.Language) -> String {
    let place =
      switch place?.part {
      case .lines: "\(file):\(line ?? 0)"
      case .paragraphs, .sheet, .table, nil:
        file + (place.map { " (\($0.text(language)))" } ?? "")
      }
    let advice = help.map { " (\($0[language]))" } ?? ""
    return "\(place): \(reason[language])\(advice)"
  }
}

extension ImportRefusal {
  /// Bytes that are no text.
  static let notText = ImportRefusal(
    LocalizedText(
      en: "not a text in UTF-8, UTF-16 or GB18030", zh: "不是 UTF-8、UTF-16 或 GB18030 编码的文本"),
    help: LocalizedText(
      en: "save the document as plain text in UTF-8", zh: "请把文件另存为 UTF-8 编码的纯文本"))

  /// An archive that unpacks to more than is reasonable, or a sheet with more cells than one can have.
  static let archiveTooLarge = ImportRefusal(
    LocalizedText(
      en: "the file unpacks to far more than a plan can be", zh: "文件解开后过大，不像是规划文件"))

  /// An archive that cannot be unpacked.
  static let brokenArchive = ImportRefusal(
    LocalizedText(en: "the file is damaged: it cannot be unpacked", zh: "文件已损坏，无法解开"))

  /// A page that cannot be read to its end.
  static let brokenPage = ImportRefusal(
    LocalizedText(en: "the page is nested too deeply to be read", zh: "网页嵌套过深，无法读取"))

  /// A part of an office file that cannot be read.
  static func brokenXML(_ path: String) -> ImportRefusal {
    ImportRefusal(
      LocalizedText(
        en: "the file is damaged: '\(path)' in it cannot be read", zh: "文件已损坏：其中的“\(path)”无法读取"))
  }

  /// A file with a password.
  static let encrypted = ImportRefusal(
    LocalizedText(en: "the file has a password", zh: "文件已加密"),
    help: LocalizedText(en: "save it without one", zh: "请另存为不加密的文件"))

  /// A file in a format that is known and not read.
  static func foreignFormat(_ format: LocalizedText) -> ImportRefusal {
    ImportRefusal(
      LocalizedText(en: "\(format.en) cannot be imported", zh: "\(format.zh)不能导入"),
      help: LocalizedText(
        en: "save it as xlsx, docx, HTML, CSV or plain text", zh: "请另存为 xlsx、docx、HTML、CSV 或纯文本"))
  }

  /// A file that is no document, but tables that can be asked at once.
  static func tables(_ name: String) -> ImportRefusal {
    ImportRefusal(
      LocalizedText(
        en: "the file is no document; its tables are read as they are, without an import",
        zh: "这不是文件材料，其中的表不必导入，可直接读取"),
      help: LocalizedText(en: "planql schema --plan \(name)", zh: "planql schema --plan \(name)"))
  }

  /// Temporary files that could not be written.
  static func noRoom(_ reason: LocalizedText) -> ImportRefusal {
    ImportRefusal(
      LocalizedText(
        en: "a temporary file cannot be written: \(reason.en)", zh: "无法写临时文件：\(reason.zh)"),
      help: LocalizedText(en: "TMPDIR names another folder for them", zh: "可用 TMPDIR 指定别的文件夹"))
  }

  /// A file that is another one now.
  static let changedFile = ImportRefusal(
    LocalizedText(en: "the file was changed while it was read", zh: "文件在读取过程中被改动"))

  /// A format that this build of the program was made without.
  static func notInThisBuild(_ format: LocalizedText) -> ImportRefusal {
    ImportRefusal(
      LocalizedText(
        en: "this program was built without the trait Office, which reads a \(format.en)",
        zh: "本程序构建时没有启用 Office 特性，不能读取\(format.zh)"))
  }

  /// A text in quotes that does not end.
  static func quotesNotClosed(line: Int) -> ImportRefusal {
    ImportRefusal(
      at: .line(line),
      LocalizedText(en: "a quote begins here and does not end", zh: "此处的引号没有结束"))
  }

  /// A document of pictures, as of scanned pages.
  static let onlyPictures = ImportRefusal(
    LocalizedText(en: "the document holds pictures and no text", zh: "文件中只有图片，没有文字"),
    help: LocalizedText(
      en: "have the text in the pictures recognised, or use the original file",
      zh: "请先识别图片中的文字，或使用原始文件"))

  /// A document without a word.
  static let blank = ImportRefusal(LocalizedText(en: "the document is blank", zh: "文件是空的"))

  /// A list of tasks whose order is broken.
  static let scrambled = ImportRefusal(
    LocalizedText(
      en: "a list of responsibilities, but most of its tasks or units are broken text",
      zh: "有责任分工，但大部分任务或单位的文字残缺错乱"),
    help: LocalizedText(
      en: "the order of the text may be broken, as in text from a PDF; use the original file",
      zh: "文字顺序可能已被打乱，例如从 PDF 中复制的文字；请使用原始文件"))

  /// A table whose rows, or most of them, cannot be told apart.
  static func rowsLost(
    _ title: String, at place: ImportPlace, kept: Int, lost: Int
  ) -> ImportRefusal {
    ImportRefusal(
      at: place,
      kept == 0
        ? LocalizedText(
          en: "the headings '\(title)' announce a table, but its rows cannot be told apart",
          zh: "表头“\(title)”后面应当有表格，但无法分出各行")
        : LocalizedText(
          en: "of the table '\(title)' only \(kept) rows can be read and \(lost) cannot",
          zh: "表格“\(title)”只能读出 \(kept) 行，另有 \(lost) 行无法读出"),
      help: LocalizedText(
        en:
          "the order of the text may be broken, as in text from a PDF; use the original file",
        zh: "文字顺序可能已被打乱，例如从 PDF 中复制的文字；请使用原始文件"))
  }

  /// A table that begins with a row of data, so that nothing says what its columns are.
  static func withoutHeadings(_ row: FoldedText, at place: ImportPlace) -> ImportRefusal {
    ImportRefusal(
      at: place,
      LocalizedText(
        en:
          "the table has no headings: its first row, '\(LineLedger.excerpt(row))', is one of data",
        zh: "表格没有表头：第一行“\(LineLedger.excerpt(row))”已是数据"),
      help: LocalizedText(
        en: "put a row above it that names the columns", zh: "请在上方加一行列名"))
  }

  /// Rules of scoring in a text whose order is lost, so that items and points do not belong together.
  static func rulesDestroyed(_ title: String, at place: ImportPlace) -> ImportRefusal {
    ImportRefusal(
      at: place,
      LocalizedText(
        en:
          "the text says points, but its lines do not belong together: '\(LineLedger.excerpt(FoldedText(title)))' is no item",
        zh: "文字中有分值，但各行已经错乱：“\(LineLedger.excerpt(FoldedText(title)))”不是考核内容"),
      help: LocalizedText(
        en:
          "the order of the text may be broken, as in text from a PDF; use the original file",
        zh: "文字顺序可能已被打乱，例如从 PDF 中复制的文字；请使用原始文件"))
  }

  /// Text in columns side by side, whose lines belong to two texts.
  static func columns(at place: ImportPlace) -> ImportRefusal {
    ImportRefusal(
      at: place,
      LocalizedText(
        en:
          "the text stands in two columns side by side, so that a line has parts of two sentences",
        zh: "文字分左右两栏，每一行都含有两句话的片段"),
      help: LocalizedText(
        en: "copy one column after the other, or use the original file",
        zh: "请逐栏复制文字，或使用原始文件"))
  }

  /// A document in which nothing was found to import, with what it seems to hold.
  static func nothingFound(_ seen: DocumentSightings) -> ImportRefusal {
    let (en, zh) = (seen.text(.en), seen.text(.zh))
    return ImportRefusal(
      at: seen.first,
      LocalizedText(
        en: "no table, list or sentence that can be read" + (en.isEmpty ? "" : "; seen: " + en),
        zh: "没有找到能读取的表格、清单或语句" + (zh.isEmpty ? "" : "；看到的有：" + zh)),
      help: LocalizedText(
        en:
          "read are tables of projects, tasks, indicators, rules, scores and progress, lists of responsibilities, and rankings, grades, rules of scoring, targets, observed values and figures of projects in sentences",
        zh: "能读取的有：项目、任务、指标、计分规则、得分和进展的表格，责任分工清单，以及文字中的排名、等次、计分规则、目标、监测数据和项目数据"))
  }
}
