import ArgumentParser
import Glibc
import PlanQLData
import PlanQLSyntax

/// The program `planql`.
@main
struct PlanQLTool: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "planql",
      abstract: LocalizedText(
        en: "Asks questions of a public plan: its projects, units, money and progress.",
        zh: "查询公共规划：项目、单位、资金与进展。"
      ).spoken,
      usage: """
        planql [--plan <path>]
        planql <command> …
        """,
      discussion: LocalizedText(
        en: """
          Without a command it is a dialogue on a terminal, and runs the script on standard input \
          otherwise.
          Exit status: 0 fine, 1 an error in a script or a check that failed, 2 usage, 3 a limit, \
          130 interrupted.
          """,
        zh: """
          不带命令时，在终端上进入交互界面，否则运行从标准输入读到的脚本。
          退出状态：0 正常，1 脚本有错或核对不成立，2 用法不对，3 超出限额，130 被中断。
          """
      ).spoken,
      version: PlanQLTool.version,
      subcommands: [
        QueryCommand.self, RunCommand.self, CheckCommand.self, FormatCommand.self,
        ExplainCommand.self, SchemaCommand.self, ImportCommand.self, SealCommand.self,
        VerifyCommand.self, DiffCommand.self, HelpCommand.self, DialogueCommand.self,
      ],
      defaultSubcommand: DialogueCommand.self)
  }

  /// The version that `--version` prints.
  static let version = "0.1.0"

  static var _errorPrefix: String { "planql: " }

  /// Runs the command that the arguments name and ends with its status.
  static func main() {
    Interrupts.exitOnInterrupt()
    var arguments = Array(CommandLine.arguments.dropFirst())
    do {
      arguments = try arranged(arguments)
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch let failure as CommandFailure {
      Terminal.error.write(failure.text(in: MessageLanguage.current))
      Glibc.exit(failure.status.rawValue)
    } catch {
      answer(error, named(in: arguments))
    }
  }
}

extension PlanQLTool {
  /// Shows the page that was asked for, or says what is wrong with the command line, and ends.
  private static func answer(_ error: any Error, _ command: String?) -> Never {
    let language = MessageLanguage.current
    if exitCode(for: error).isSuccess {
      let text = fullMessage(for: error)
      Terminal.output.write(text.isEmpty ? "" : UsageText.page(text, in: language) + "\n")
      Glibc.exit(ExitStatus.success.rawValue)
    }
    let sentence = message(for: error)
    let failure = CommandFailure(
      UsageText.message(sentence), advice: UsageText.advice(sentence, command: command))
    Terminal.error.write(failure.text(in: language))
    Glibc.exit(failure.status.rawValue)
  }

  /// The command that arranged arguments begin with.
  private static func named(in arguments: [String]) -> String? {
    arguments.first.flatMap { first in
      configuration.subcommands.contains { $0.configuration.commandName == first } ? first : nil
    }
  }

  /// The arguments with the command first, so that options may stand before it. Throws for a word
  /// that is no command.
  static func arranged(_ arguments: [String]) throws -> [String] {
    let commands = configuration.subcommands.compactMap { $0.configuration.commandName }
    var place = 0
    while place < arguments.count {
      let argument = arguments[place]
      if argument == "--" || argument == "-" { return arguments }
      if argument.hasPrefix("-") {
        place += valuedOptions.contains(argument) ? 2 : 1
      } else if commands.contains(argument) {
        return [argument] + arguments[..<place] + arguments[(place + 1)...]
      } else {
        throw CommandFailure(
          CommandText.noCommand(argument),
          advice: Suggestions.help(for: argument, among: commands) ?? CommandText.noCommandAdvice)
      }
    }
    return arguments.contains { $0 == "-h" || $0 == "--help" } ? ["--help"] : arguments
  }

  /// The options that take the next argument as their value.
  private static let valuedOptions: Set = [
    "--as-of", "--digest", "--format", "--language", "--messages", "-o", "--output", "--param",
    "--plan", "--spelling", "--tables", "--view",
  ]
}
