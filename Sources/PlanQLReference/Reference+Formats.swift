import PlanQLData
import PlanQLReports

// Formats of output.
extension Reference {
  var formats: [ReferenceEntry] {
    OutputFormat.all.map { format in
      ReferenceEntry(
        .format, Name(format.name), aliases: format.endings, format.doc,
        [.paragraph(ReferenceText.format(format.audience, endings: format.endings))])
    }
  }
}
