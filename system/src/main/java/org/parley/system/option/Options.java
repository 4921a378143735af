package org.parley.system.option;

import java.io.PrintStream;
import java.io.PrintWriter;
import picocli.CommandLine;

/** What all commands with options have in common. */
public final class Options {

  private Options() {}

  /** The command line of a picocli command, which answers on these. */
  public static CommandLine of(Object command, PrintStream out, PrintStream err) {
    CommandLine line = new CommandLine(command);
    line.setOut(new PrintWriter(out, true, out.charset()));
    line.setErr(new PrintWriter(err, true, err.charset()));
    line.setParameterExceptionHandler(
        (wrong, arguments) -> {
          err.println(wrong.getMessage());
          err.println("What there is: java -jar parley.jar " + line.getCommandName() + " --help");
          return CommandLine.ExitCode.USAGE;
        });
    return line;
  }
}
