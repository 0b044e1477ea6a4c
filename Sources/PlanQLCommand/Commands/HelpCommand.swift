import ArgumentParser
import PlanQL
import PlanQLData
import PlanQLPlans

/// `planql help investment`
struct HelpCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "help",
      abstract: .both(
        "Explains a field, stage, function, unit, table or statement, a command, or a script's "
          + "parameters.",
        "解释字段、步骤、函数、计量单位、表、语句或命令，或列出脚本的参数。"))
  }

  @Argument(help: .both("A word, a command, or a script.", "一个词、一个命令或一个脚本文件。"))
  var word: String?

  @OptionGroup var plan: SeenPlanOptions
  @OptionGroup var messages: MessageOptions

  func run() throws {
    let language = MessageLanguage.current
    guard let word else { return try showOverview(language) }
    let commands = PlanQLTool.configuration.subcommands
    if let command = commands.first(where: { $0.configuration.commandName == word }) {
      return show(PlanQLTool.helpMessage(for: command), language)
    }
    if word.hasSuffix(".planql") { return try explain(script: word) }
    Terminal.output.write(try help(language).text(of: word))
  }

  private func help(_ language: Language) throws -> WordHelp {
    WordHelp(
      catalog: try plan.openOrStandard().catalog, language: language,
      width: Terminal.output.width)
  }

  private func showOverview(_ language: Language) throws {
    let commands = PlanQLTool.configuration.subcommands.compactMap {
      $0.configuration.shouldDisplay ? $0.configuration.commandName : nil
    }
    Terminal.output.write(
      try help(language).overview(commands: commands, hint: CommandText.overviewHint))
  }

  private func show(_ page: String, _ language: Language) {
    Terminal.output.write(UsageText.page(page, in: language) + "\n")
  }

  private func explain(script path: String) throws {
    let source = try SourceFile(at: path)
    do {
      let help = ScriptHelp(
        source: source, plan: try plan.open(near: source.folder).using(source.files),
        language: MessageLanguage.current)
      Terminal.output.write(try help.text())
    } catch let error as PlanQLError {
      source.report(error)
      throw CommandFailure.said(.failure)
    }
  }
}
