#if Office
  /// The comments on the cells of a sheet.
  enum SheetComments {
    /// A comment with the cell that it is on.
    struct Comment {
      let reference: String
      let text: String

      /// The row of the cell.
      var row: Int? { Int(reference.drop { !$0.isNumber }) }
    }

    /// The comments of the sheet at a path of an archive.
    static func all(of path: String, in archive: ZipArchive) throws(ImportRefusal) -> [Comment] {
      let references = try OfficeReferences(of: path, in: archive)
      guard let target = references.target(ofType: "/comments"),
        let bytes = try archive.bytes(of: target)
      else { return [] }
      let reader = try XMLReader(bytes, path: target)
      var comments: [Comment] = []
      while let event = try reader.next() {
        guard case .start("comment") = event, let reference = reader.attribute("ref") else {
          continue
        }
        let text = FoldedText(try reader.richText().text).unbroken
        comments.append(Comment(reference: reference, text: LineLedger.excerpt(text)))
      }
      return comments
    }
  }
#endif
