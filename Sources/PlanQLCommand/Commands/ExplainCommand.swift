import ArgumentParser
import PlanQL
import PlanQLData
import PlanQLReference
import PlanQLSyntax

/// `planql explain algebra 'projects | take 3'`, `planql explain PQL0203`
struct ExplainCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "explain",
      abstract: .both(
        "Shows what a script is made into, or the page of a message.",
        "显示脚本的语法树、类型或代数形式，或解释一条消息。"),
      usage: """
        planql explain (tree | types | algebra) SCRIPT [--plan PATH]
        planql explain CODE
        """)
  }

  /// What there is to be shown of a script.
  enum View: String, CaseIterable {
    case tree, types, algebra
  }

  @Argument(
    help: .both(
      "'tree', 'types', 'algebra', or the code of a message.", "tree、types、algebra，或消息编号。"))
  var view: String

  @Argument(help: .both("A script: its text or its file.", "脚本的内容或文件名。"))
  var script: String?

  @OptionGroup var plan: SeenPlanOptions
  @OptionGroup var messages: MessageOptions

  func run() throws {
    guard let view = View(rawValue: view) else { return try explainCode() }
    guard let script else { throw ValidationError(CommandText.explainNeedsScript.spoken) }
    let source = try SourceFile(textOrPath: script)
    do {
      switch view {
      case .tree: Terminal.output.write(try Explanation.tree(of: source))
      case .types:
        Terminal.output.write(
          try Explanation.types(of: source, over: plan.open(near: source.folder)))
      case .algebra:
        Terminal.output.write(
          try Explanation.algebra(of: source, over: plan.open(near: source.folder)))
      }
    } catch let error as PlanQLError {
      source.report(error)
      throw CommandFailure.said(.failure)
    }
  }

  private func explainCode() throws {
    let names = View.allCases.map(\.rawValue)
    let code = view.uppercased()
    guard code.hasPrefix("PQL") else {
      throw CommandFailure(
        CommandText.noView(view), advice: Suggestions.help(for: view, among: names))
    }
    let help = WordHelp(
      catalog: Plan.standard.catalog, language: MessageLanguage.current,
      width: Terminal.output.width)
    Terminal.output.write(try help.text(of: code))
  }
}
