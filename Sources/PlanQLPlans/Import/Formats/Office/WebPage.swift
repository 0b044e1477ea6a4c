import PlanQLData

extension Importer {
  static let webPageName = LocalizedText(en: "web page", zh: "网页")

  /// Web pages, with scripts, styles and what is hidden left out.
  static let webPage = Importer(
    recognises: { source in
      guard !OfficePackage.isArchive(source.content.prefix(8)) else { return false }
      if ["html", "htm", "xhtml"].contains(source.ending) { return true }
      return HTMLStart.begins(source.content) || MixedText.holdsTable(source)
    },
    read: { source, _ throws(ImportRefusal) in
      #if Office
        let decoded = try DecodedText(source.bytes)
        let isMixed = MixedText.holdsTable(source)
        return SourceDocument(
          format: LocalizedText(
            en: "web page, \(decoded.encoding.rawValue)", zh: "网页，\(decoded.encoding.rawValue)"),
          page: try WebPage(isMixed ? MixedText.page(of: decoded.text) : decoded.text))
      #else
        throw .notInThisBuild(webPageName)
      #endif
    })
}

/// How web pages begin.
enum HTMLStart {
  /// The bytes of a page's start that are looked at where the file is large.
  private static let startSize = 1 << 16

  /// Says whether a file begins as a page.
  static func begins(_ content: FileContent) -> Bool {
    let start = content.prefix(startSize)
    guard start.contains(UInt8(ascii: "<")) else { return false }
    if content.count > 16 * startSize { return begins(String(decoding: start, as: UTF8.self)) }
    guard let decoded = try? DecodedText(content.bytes) else { return false }
    return begins(decoded.text)
  }

  /// Says whether a text begins as a page, or as a table of one.
  static func begins(_ text: String) -> Bool {
    let start = text.prefix(1000).drop { $0.isWhitespace }.lowercased()
    return ["<!doctype html", "<html", "<table", "<head", "<body"].contains {
      start.hasPrefix($0) || (start.hasPrefix("<") && start.contains($0))
    }
  }
}

#if Office
  import CXML

  extension SourceDocument {
    fileprivate init(format: LocalizedText, page: WebPage) {
      self.init(format: format, lines: page.lines, remarks: page.remarks)
    }
  }

  /// A page while it is read: blocks become lines, tables rows of cells.
  private struct WebPage {
    private(set) var lines: [DocumentLine] = []
    /// What there is to say of text that is struck through, and of rows that are hidden.
    private(set) var remarks: [SourceDocument.Remark] = []
    /// The text of the block that is open, and what of it is struck through.
    private var block = ""
    private var struck = ""
    private var isStruck = false
    private var blockLine = 1
    /// Whether the text stands above the line.
    private var isRaised = false
    private var tables = 0

    /// The most cells that the merged cells of a table may make.
    private static let greatestCount = 2_000_000

    private static let unread: Set<String> = [
      "script", "style", "noscript", "head", "template", "select", "option", "textarea", "button",
      "svg", "iframe", "object",
    ]
    private static let blocks: Set<String> = [
      "p", "div", "br", "hr", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5",
      "h6", "section", "article", "header", "footer", "nav", "aside", "main", "center", "form",
      "blockquote", "pre", "address", "figure", "figcaption", "fieldset", "caption", "body",
    ]

    init(_ text: String) throws(ImportRefusal) {
      var bytes = Array(text.utf8.lazy.map { CChar(bitPattern: $0) })
      guard let size = Int32(exactly: bytes.count) else { throw .archiveTooLarge }
      bytes.append(0)
      let options =
        HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue
        | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
      guard
        let document = htmlReadMemory(bytes, size, nil, "UTF-8", Int32(bitPattern: options))
      else { throw .brokenPage }
      defer { xmlFreeDoc(document) }
      if let error = xmlGetLastError(), error.pointee.code == XML_ERR_INTERNAL_ERROR.rawValue {
        // The parser gives up on what is nested too deeply, and what follows would be missing.
        xmlResetLastError()
        throw .brokenPage
      }
      xmlResetLastError()
      if let root = xmlDocGetRootElement(document) { try read(root) }
      closeBlock()
    }

    private static func name(_ node: xmlNodePtr) -> String {
      node.pointee.name.map { String(cString: $0).lowercased() } ?? ""
    }

    private static func attribute(_ name: String, of node: xmlNodePtr) -> String? {
      guard let value = xmlGetProp(node, name) else { return nil }
      defer { planql_xml_free(value) }
      return String(cString: value)
    }

    private static func children(of node: xmlNodePtr) -> [xmlNodePtr] {
      var children: [xmlNodePtr] = []
      var child = node.pointee.children
      while let current = child {
        children.append(current)
        child = current.pointee.next
      }
      return children
    }

    /// Whether nobody sees an element: hidden ones, and the noise that forums put against copying.
    private static func isHidden(_ node: xmlNodePtr) -> Bool {
      if attribute("hidden", of: node) != nil { return true }
      let style = (attribute("style", of: node) ?? "").lowercased().filter { $0 != " " }
      return style.contains("display:none") || style.contains("visibility:hidden")
        || attribute("class", of: node)?.contains("jammer") == true
    }

    /// Adds what an element holds; the parser has seen to it that none is nested too deeply.
    private mutating func read(_ node: xmlNodePtr) throws(ImportRefusal) {
      switch node.pointee.type {
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: add(node)
      case XML_ELEMENT_NODE:
        let name = WebPage.name(node)
        if WebPage.unread.contains(name) || WebPage.isHidden(node) { return }
        if name == "table", !WebPage.holdsTable(node), !WebPage.isOneCell(node) {
          return try readTable(node)
        }
        let isBlock = WebPage.blocks.contains(name) || ["table", "tr", "td", "th"].contains(name)
        if isBlock { closeBlock() }
        let wasRaised = isRaised
        let wasStruck = isStruck
        isRaised = isRaised || name == "sup"
        isStruck = isStruck || WebPage.isStruck(node, name)
        for child in WebPage.children(of: node) { try read(child) }
        isRaised = wasRaised
        isStruck = wasStruck
        if isBlock { closeBlock() }
      case _: break
      }
    }

    /// Whether the text of an element is struck through, as what is deleted is.
    private static func isStruck(_ node: xmlNodePtr, _ name: String) -> Bool {
      ["del", "s", "strike"].contains(name)
        || attribute("style", of: node)?.lowercased().contains("line-through") == true
    }

    /// Whether tables stand in the cells of a table, which is then there for the layout.
    private static func holdsTable(_ node: xmlNodePtr) -> Bool {
      children(of: node).contains { name($0) == "table" && !isOneCell($0) || holdsTable($0) }
    }

    /// Whether a table is a frame around a short text: it has one cell, and so is a part of the cell
    /// that it stands in.
    private static func isOneCell(_ table: xmlNodePtr) -> Bool {
      let rows = rowNodes(of: table)
      guard rows.count == 1, let row = rows.first,
        children(of: row).count(where: { ["td", "th"].contains(name($0)) }) == 1
      else { return false }
      guard let content = xmlNodeGetContent(table) else { return true }
      defer { planql_xml_free(content) }
      return String(cString: content).utf8.count <= 600
    }

    private mutating func add(_ node: xmlNodePtr) {
      guard let content = node.pointee.content else { return }
      if block.isEmpty { blockLine = Swift.max(1, Int(xmlGetLineNo(node))) }
      let written = String(cString: content)
      if isStruck {
        struck += written
        return
      }
      for scalar in (isRaised ? Superscript.raised(written) : written).unicodeScalars {
        let isBlank = scalar == "\n" || scalar == "\r" || scalar == "\t" || scalar == " "
        if !isBlank {
          block.unicodeScalars.append(scalar)
        } else if block.unicodeScalars.last != " ", !block.isEmpty {
          block += " "
        }
      }
    }

    private mutating func closeBlock() {
      let text = RichText(block, struck: struck)
      (block, struck) = ("", "")
      let line = DocumentLine(text.text, at: .line(blockLine))
      guard !line.isBlank || text.strikeRemark != nil else { return }
      if let remark = text.strikeRemark {
        remarks.append(.init(line: lines.count, text: remark, isDoubt: true))
      }
      lines.append(line)
    }
  }

  extension WebPage {
    /// Reads a table whose cells hold no further one.
    private mutating func readTable(_ table: xmlNodePtr) throws(ImportRefusal) {
      closeBlock()
      for child in WebPage.children(of: table) where WebPage.name(child) == "caption" {
        try read(child)
      }
      closeBlock()
      let (rows, strikes) = try WebPage.rows(of: table)
      guard !rows.isEmpty else { return }
      tables += 1
      remarks += strikes.map {
        .init(line: lines.count + $0.row, cell: $0.column, text: $0.text, isDoubt: true)
      }
      let hidden = WebPage.rowNodes(of: table).count(where: WebPage.isHidden)
      if hidden > 0 {
        remarks.append(
          .init(
            line: lines.count, text: ImportMessages.hiddenRowsLeftOut(hidden), isDoubt: true))
      }
      for (number, cells) in rows.enumerated() {
        lines.append(
          DocumentLine(
            row: cells, of: tables, at: ImportPlace(part: .table(tables), number: number + 1)))
      }
    }

    /// The rows of a table, with the cells that span several rows or columns put in.
    private static func rows(
      of table: xmlNodePtr
    ) throws(ImportRefusal) -> (
      rows: [[GridCell]], strikes: [(row: Int, column: Int, text: LocalizedText)]
    ) {
      var rows: [[GridCell]] = []
      var strikes: [(row: Int, column: Int, text: LocalizedText)] = []
      /// Cells that span further rows, by their columns, with the number of those rows.
      var open: [Int: (cell: GridCell, rows: Int)] = [:]
      var count = 0
      for row in rowNodes(of: table) where !isHidden(row) {
        var cells: [GridCell] = []
        func takeOpen() {
          while var (cell, rest) = open[cells.count] {
            let column = cells.count
            cell.merge = .fromAbove
            cells.append(cell)
            rest -= 1
            open[column] = rest > 0 ? (cell, rest) : nil
          }
        }
        for node in children(of: row) where ["td", "th"].contains(name(node)) {
          takeOpen()
          let (text, remarks) = content(of: node)
          var cell = GridCell(text)
          strikes += remarks.map { (rows.count, cells.count, $0) }
          let width = span("colspan", of: node, limit: 1000)
          let height = span("rowspan", of: node, limit: 65_534)
          for _ in 0..<width {
            if height > 1 { open[cells.count] = (cell, height - 1) }
            cells.append(cell)
            cell.merge = .fromLeft
          }
          count += width
          guard count <= greatestCount else { throw .archiveTooLarge }
        }
        takeOpen()
        rows.append(cells)
      }
      return (rows, strikes)
    }

    private static func span(_ name: String, of node: xmlNodePtr, limit: Int) -> Int {
      let number = attribute(name, of: node).flatMap { Int($0.filter { $0 != " " }) } ?? 1
      return Swift.max(1, Swift.min(number, limit))
    }

    private static func rowNodes(of node: xmlNodePtr) -> [xmlNodePtr] {
      children(of: node).flatMap { child -> [xmlNodePtr] in
        switch name(child) {
        case "tr": return [child]
        case "thead", "tbody", "tfoot": return rowNodes(of: child)
        case _: return []
        }
      }
    }

    /// The text of a cell, a line for each block in it, and what there is to say of what is struck
    /// through in it.
    private static func content(of cell: xmlNodePtr) -> (text: String, remarks: [LocalizedText]) {
      var inner = WebPage()
      for child in children(of: cell) { try? inner.read(child) }
      inner.closeBlock()
      return (
        inner.lines.filter { !$0.isBlank }.map(\.text.string).joined(separator: "\n"),
        inner.remarks.map(\.text)
      )
    }

    private init() {}
  }
#endif
