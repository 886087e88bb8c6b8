package org.tierline.platform;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import javax.sql.DataSource;

/**
 * A database whose connection breaks at the statement a test names; a commit counts as one. Like
 * the container's, it gives everybody who asks within a transaction the connection of that
 * transaction, so that the desk's tables and the engine's are written together. For one thread.
 */
public final class FaultyDatabase {

  /** What does nothing by itself to a connection that belongs to a transaction. */
  private static final Set<String> LEFT_TO_THE_TRANSACTION =
      Set.of("close", "commit", "rollback", "setAutoCommit");

  private final DataSource healthy;

  /** Those of the running transactions, the innermost first. */
  private final Deque<Breakable> running = new ArrayDeque<>();

  private int left;
  private boolean failed;

  public FaultyDatabase(DataSource healthy) {
    this.healthy = healthy;
  }

  /** Breaks the connection at the given statement from now on, counted from 1; once. */
  public void failAt(int statement) {
    left = statement;
    failed = false;
  }

  /** Lets everything succeed again; whether anything has failed. */
  public boolean heal() {
    left = 0;
    return failed;
  }

  /** For whom begins and ends transactions. */
  public DataSource forTransactions() {
    return dataSource(this::begun);
  }

  /** For whom takes part in them. */
  public DataSource forParticipants() {
    return dataSource(() -> running.isEmpty() ? begun() : shared(running.element().itself));
  }

  private interface Source {
    Connection get() throws SQLException;
  }

  private DataSource dataSource(Source source) {
    return proxy(
        DataSource.class,
        (proxy, method, arguments) ->
            method.getName().equals("getConnection")
                ? source.get()
                : invoke(healthy, method, arguments));
  }

  private Connection begun() throws SQLException {
    return new Breakable(healthy.getConnection()).itself;
  }

  private static Connection shared(Connection connection) {
    return proxy(
        Connection.class,
        (proxy, method, arguments) ->
            LEFT_TO_THE_TRANSACTION.contains(method.getName())
                ? null
                : invoke(connection, method, arguments));
  }

  private final class Breakable implements InvocationHandler {

    private final Connection real;
    private final Connection itself = proxy(Connection.class, this);
    private boolean broken;

    private Breakable(Connection real) {
      this.real = real;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      switch (method.getName()) {
        case "setAutoCommit" -> {
          running.remove(this);
          if (arguments[0].equals(false)) {
            running.push(this);
          }
        }
        case "close" -> running.remove(this);
        case "commit" -> count();
        default -> {}
      }
      Object result = FaultyDatabase.invoke(real, method, arguments);
      if (result instanceof PreparedStatement statement) {
        return proxy(PreparedStatement.class, watched(statement));
      }
      return result instanceof Statement statement
          ? proxy(Statement.class, watched(statement))
          : result;
    }

    private InvocationHandler watched(Statement statement) {
      return (proxy, method, arguments) -> {
        if (method.getName().startsWith("execute")) {
          count();
        }
        return FaultyDatabase.invoke(statement, method, arguments);
      };
    }

    /** What is broken stays so, until whoever held it lets go. */
    private void count() throws SQLException {
      if (left > 0) {
        left--;
        broken |= left == 0;
        failed |= broken;
      }
      if (broken) {
        throw new SQLException("The connection broke", "08006");
      }
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
