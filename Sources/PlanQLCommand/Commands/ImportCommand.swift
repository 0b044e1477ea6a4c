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

  @Argument(help: .both("The document.", "规划文件。"))
  var file: String

  @Option(
    name: [.short, .long],
    help: .both("The folder to make.", "要生成的文件夹。", valueName: "dir"))
  var output: String

  @OptionGroup var messages: MessageOptions

  func run() throws {
    let source = try SourceFile(at: file)
    let outcome = DocumentImport.read(source.bytes, name: source.name)
    Terminal.output.write(outcome.report(in: MessageLanguage.current))
    guard let files = outcome.files else { throw CommandFailure.said(.failure) }
    do {
      try Interrupts.deferred { () throws(FileError) in
        try AtomicFile.write(folder: output, files: files)
      }
    } catch {
      throw CommandFailure(CommandText.cannotWrite(error.path, error.reason))
    }
  }
}
