#if Office
  import CXML
  import PlanQLData

  /// Goes through an XML document from its start to its end, element by element.
  ///
  /// Nothing is fetched from outside, entities are not put in, and what is nested too deeply or too
  /// long is an error.
  final class XMLReader {
    /// What comes next in a document; names are without their prefixes.
    enum Event {
      case start(String)
      case end(String)
      case text(String)
    }

    private let reader: xmlTextReaderPtr
    private let content: UnsafeMutableBufferPointer<CChar>
    private let path: String
    /// The end of an element without content, which follows its start.
    private var pendingEnd: String?
    /// Whether text was met that somebody's tracked change takes away.
    var hasTrackedChanges = false
    /// Whether pictures were met.
    var hasPictures = false

    /// Prepares to read a file of an archive, which goes by that path in messages.
    init(_ bytes: [UInt8], path: String) throws(ImportRefusal) {
      guard let size = Int32(exactly: bytes.count), size > 0 else { throw .brokenXML(path) }
      let content = UnsafeMutableBufferPointer<CChar>.allocate(capacity: bytes.count)
      _ = content.initialize(from: bytes.lazy.map { CChar(bitPattern: $0) })
      let options =
        XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      guard
        let reader = xmlReaderForMemory(
          content.baseAddress, size, nil, nil, Int32(bitPattern: options))
      else {
        content.deallocate()
        throw .brokenXML(path)
      }
      self.reader = reader
      self.content = content
      self.path = path
    }

    deinit {
      xmlFreeTextReader(reader)
      content.deallocate()
    }

    /// The next event; nil at the end of the document.
    func next() throws(ImportRefusal) -> Event? {
      if let name = pendingEnd {
        pendingEnd = nil
        return .end(name)
      }
      while true {
        let outcome = xmlTextReaderRead(reader)
        if outcome == 0 { return nil }
        guard outcome == 1 else { throw .brokenXML(path) }
        switch xmlTextReaderNodeType(reader) {
        case Int32(XML_READER_TYPE_ELEMENT.rawValue):
          let name = XMLReader.string(xmlTextReaderConstLocalName(reader))
          if xmlTextReaderIsEmptyElement(reader) == 1 { pendingEnd = name }
          return .start(name)
        case Int32(XML_READER_TYPE_END_ELEMENT.rawValue):
          return .end(XMLReader.string(xmlTextReaderConstLocalName(reader)))
        case Int32(XML_READER_TYPE_TEXT.rawValue), Int32(XML_READER_TYPE_CDATA.rawValue),
          Int32(XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue),
          Int32(XML_READER_TYPE_WHITESPACE.rawValue):
          return .text(XMLReader.string(xmlTextReaderConstValue(reader)))
        case _: continue
        }
      }
    }

    /// An attribute of the element that has just begun, by its name without a prefix.
    func attribute(_ name: String) -> String? {
      guard xmlTextReaderMoveToFirstAttribute(reader) == 1 else { return nil }
      defer { xmlTextReaderMoveToElement(reader) }
      repeat {
        if XMLReader.string(xmlTextReaderConstLocalName(reader)) == name {
          return XMLReader.string(xmlTextReaderConstValue(reader))
        }
      } while xmlTextReaderMoveToNextAttribute(reader) == 1
      return nil
    }

    /// Passes over the element that has just begun.
    func skip() throws(ImportRefusal) {
      var depth = 1
      while depth > 0, let event = try next() {
        switch event {
        case .start: depth += 1
        case .end: depth -= 1
        case .text: break
        }
      }
    }

    /// The text of the element that has just begun, its own and that of all elements in it.
    func text() throws(ImportRefusal) -> String {
      var text = ""
      var depth = 1
      while depth > 0, let event = try next() {
        switch event {
        case .start: depth += 1
        case .end: depth -= 1
        case .text(let part): text += part
        }
      }
      return text
    }

    private static func string(_ characters: UnsafePointer<xmlChar>?) -> String {
      characters.map { String(cString: $0) } ?? ""
    }
  }
#endif
