import Foundation
import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("Encodings of documents")
struct ImportEncodingTests {
  private static let japanese = """
    番号,事業名,予算額,担当課
    1,河川改修事業,500,土木課
    2,公園の整備,300,都市計画課
    3,道路維持補修,200,土木課

    """
  private static let chinese = "序号,项目名称,投资额(万元),责任单位\n1,河道整治,500,水利局\n2,厂房,300,工信局\n"

  @Test(
    "Japanese and Korean are not taken for Chinese, though their bytes make Chinese characters",
    arguments: [
      (japanese, String.Encoding.shiftJIS),
      ("번호,사업명,예산\n1,하천정비,500\n2,공원조성,300\n", String.Encoding(rawValue: 0x8000_0940)),
      ("編號,工程名稱,預算\n1,河道整治,500\n2,公園綠化,300\n", String.Encoding(rawValue: 0x8000_0A03)),
    ])
  func others(text: String, encoding: String.Encoding) throws {
    try refuse(Array(try #require(text.data(using: encoding))))
  }

  @Test("nor is Japanese in EUC, whose signs are common ones of other sounds")
  func japaneseEUC() throws {
    // The Japanese table above.
    let digits = Array(
      """
      c8d6b9e62cbbf6b6c8ccbe2ccdbdbbbbb3db2cc3b4c5f6b2dd0a312cb2cfc0eeb2febda4bbf6b6c8\
      2c3530302cc5daccdab2dd0a322cb8f8b1e0a4cec0b0c8f72c3330302cc5d4bbd4b7d7b2e8b2dd0a\
      332cc6bbcfa9b0ddbbfdcae4bda42c3230302cc5daccdab2dd0a
      """)
    let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(digits[$0...($0 + 1)]), radix: 16)
    }
    try refuse(bytes)
  }

  private func refuse(_ bytes: [UInt8]) throws {
    #expect(throws: ImportRefusal.self) {
      try DocumentImport.run(bytes: bytes, fileName: "a.csv")
    }
    let issues = try loadErrors(bytes)
    #expect(issues.allSatisfy { !$0.contains("GB18030") }, "\(issues)")
  }

  @Test(
    "a table in GB18030 needs no more Chinese than a unit, a dash or a word",
    arguments: [
      "name,T(℃)\na,35\n", "id,name\n1,A—B\n", "姓,名\n甲,乙\n", "name,PM2.5（μg/m3）\na,35\n", chinese,
      "編號,工程名稱,預算(萬元)\n1,河道整治,500\n",
    ])
  func gb18030(text: String) throws {
    let decoded = try DecodedText(ImportFixture.gb18030(text))
    #expect(decoded.text == text)
    #expect(decoded.encoding == .gb18030)
  }

  @Test("UTF-16 without a mark is read, mostly Chinese or not", arguments: [true, false])
  func utf16(isBigEndian: Bool) throws {
    for text in [ImportEncodingTests.chinese, "项目,单位\n河道整治和湿地修复,水利局\n", "name,amount\na,5\nb,6\n"] {
      let bytes = text.utf16.flatMap { unit in
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
        return isBigEndian ? [high, low] : [low, high]
      }
      let decoded = try DecodedText(bytes)
      #expect(decoded.text == text)
      #expect(decoded.encoding == (isBigEndian ? .utf16BigEndian : .utf16LittleEndian))
    }
  }

  /// What loading a file of such bytes directly says.
  private func loadErrors(_ bytes: [UInt8]) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "planql-encoding-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: folder.appending(path: "t.csv"))
    do {
      return try PlanFolder.load(folder.path()).issues.map { "\($0)" }
    } catch {
      return ["\(error)"]
    }
  }
}
