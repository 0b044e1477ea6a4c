import ArgumentParser
import PlanQL
import PlanQLData
import PlanQLPlans

/// `planql import document.txt -o plan`
struct ImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: .both(
        "Makes a plan folder from a document and accounts for every line.",
        "由规划文件生成规划文件夹，并逐行说明去向。"))
  }

  @Argument(
    help: .both(
      "The document; several are read in their order into one plan.", "规划文件；多个文件按顺序合成一个规划。"))
  var files: [String]

  @Option(
    name: [.short, .long],
    help: .both("The folder to make.", "要生成的文件夹。", valueName: "dir"))
  var output: String

  @OptionGroup var messages: MessageOptions

  func run() throws {
    let sources = try files.map { file in
      let source = try SourceFile(at: file)
      return ImportSource(name: source.name, bytes: source.bytes)
    }
    do {
      let result = try DocumentImport.run(sources)
      try Interrupts.deferred { () throws(FileError) in try result.write(to: output) }
      Terminal.output.write(result.report.text(MessageLanguage.current))
    } catch let refusal as ImportRefusal {
      Terminal.error.write(refusal.text(MessageLanguage.current) + "\n")
      throw CommandFailure.said(.failure)
    } catch let error as FileError {
      throw CommandFailure(CommandText.cannotWrite(error.path, error.reason))
    }
  }
}
