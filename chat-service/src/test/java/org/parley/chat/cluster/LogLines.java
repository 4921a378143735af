package org.parley.chat.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What a class logs, from now until closed. */
final class LogLines extends Handler implements AutoCloseable {

  private static final long LIMIT_SECONDS = 60;

  private final Logger logger;
  private final BlockingQueue<String> arriving = new LinkedBlockingQueue<>();
  private final List<String> lines = new ArrayList<>();
  private final SimpleFormatter formatter = new SimpleFormatter();

  private LogLines(Logger logger) {
    this.logger = logger;
  }

  static LogLines of(Class<?> source) {
    LogLines heard = new LogLines(Logger.getLogger(source.getName()));
    heard.logger.addHandler(heard);
    return heard;
  }

  /** The next line, which must say this. */
  String await(String text) throws InterruptedException {
    String next = arriving.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
    assertThat(next).as("a line in the log").isNotNull().contains(text);
    lines.add(next);
    return next;
  }

  /** Those that were awaited, and those that arrived since. */
  List<String> lines() {
    arriving.drainTo(lines);
    return List.copyOf(lines);
  }

  @Override
  public void publish(LogRecord line) {
    arriving.add(formatter.formatMessage(line));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
  }
}
