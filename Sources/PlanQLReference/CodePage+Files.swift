import PlanQL
import PlanQLData

extension CodePage {
  /// The files that the examples of some codes use.
  private static let files: [String: [String: String]] = [
    "PQL0252": [:],
    "PQL0253": [
      "a.planql": "use \"b.planql\"\n", "b.planql": "use \"a.planql\"\n",
    ],
    "PQL0255": ["shared.planql": "let late = 3\n"],
    "PQL0256": ["shared.planql": "define started(p: project) = start(p.period) in param.year\n"],
    "PQL0257": ["shared.planql": "title \"work plan\"\n"],
    "PQL0415": ["shared.planql": "define doubled(x: int) = x * 2\n"],
  ]

  /// The files that the example of a code finds.
  static func files(of code: String) -> ScriptFiles {
    guard let files = files[code] else { return .none }
    return ScriptFiles { path, _ in
      guard let text = files[path] else {
        throw ScriptFiles.Refusal(LocalizedText(en: "no such file", zh: "没有这个文件"))
      }
      return .init(name: path, text: text)
    }
  }
}
