package org.tierline.platform;

import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What an operator would read in the log while a test runs. */
public final class RecordedLog implements AutoCloseable {

  private static final Map<String, RecordedLog> OPEN = new ConcurrentHashMap<>();

  private final String name;
  private final List<String> lines = new CopyOnWriteArrayList<>();

  private RecordedLog(String name) {
    this.name = name;
  }

  /** The lines of one type of the desk, until this is closed. */
  public static RecordedLog of(Class<?> type) {
    var log = new RecordedLog(type.getName());
    OPEN.put(log.name, log);
    return log;
  }

  public List<String> lines() {
    return lines;
  }

  @Override
  public void close() {
    OPEN.remove(name);
  }

  /** The log of all tests: nothing is written, but whoever listens hears it. */
  public static final class Loggers extends System.LoggerFinder {

    @Override
    public System.Logger getLogger(String name, Module module) {
      return new Listened(name);
    }
  }

  private record Listened(String name) implements System.Logger {

    @Override
    public String getName() {
      return name;
    }

    @Override
    public boolean isLoggable(Level level) {
      return level.getSeverity() >= Level.INFO.getSeverity();
    }

    @Override
    public void log(
        Level level, @Nullable ResourceBundle bundle, String message, @Nullable Throwable cause) {
      write(level, message);
    }

    @Override
    public void log(
        Level level, @Nullable ResourceBundle bundle, String format, Object @Nullable ... values) {
      write(level, values == null ? format : MessageFormat.format(format, values));
    }

    private void write(Level level, String line) {
      RecordedLog log = OPEN.get(name);
      if (log != null && isLoggable(level)) {
        log.lines.add(line);
      }
    }
  }
}
