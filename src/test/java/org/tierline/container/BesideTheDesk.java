package org.tierline.container;

import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.io.File;
import java.net.URISyntaxException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.UUID;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.cdi.impl.util.BeanManagerLookup;
import org.hamcrest.Matcher;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.tierline.platform.mail.EmailAddress;

/**
 * A second, tiny deployment that sees the classes of the deployed desk and asks it for its beans.
 * The desk itself is the archive that is shipped, unchanged.
 */
final class BesideTheDesk {

  private BesideTheDesk() {}

  static WebArchive archive() {
    return ShrinkWrap.create(WebArchive.class, "beside-the-desk.war")
        .addPackage(BesideTheDesk.class.getPackage())
        .addAsLibraries(jarOf(Assertions.class), jarOf(Awaitility.class), jarOf(Matcher.class))
        .addAsWebInfResource(
            new StringAsset(
                """
                <jboss-deployment-structure xmlns="urn:jboss:deployment-structure:1.3">
                  <deployment>
                    <dependencies>
                      <module name="deployment.tierline.war"/>
                      <module name="org.camunda.bpm.camunda-engine"/>
                    </dependencies>
                  </deployment>
                </jboss-deployment-structure>
                """),
            "jboss-deployment-structure.xml");
  }

  private static File jarOf(Class<?> type) {
    try {
      return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A bean of the desk. */
  static <T> T bean(Class<T> type) {
    BeanManager beans = BeanManagerLookup.localInstance;
    Set<Bean<?>> candidates = beans.getBeans(type);
    Bean<?> bean = beans.resolve(candidates);
    return type.cast(beans.getReference(bean, type, beans.createCreationalContext(bean)));
  }

  /** The engine the desk and Tasklist share. */
  static ProcessEngine engine() {
    return ProcessEngines.getProcessEngine("default");
  }

  @SuppressWarnings("BanJNDI") // names of the server itself, from this class and its neighbours
  static <T> T lookUp(String name, Class<T> type) {
    try {
      return type.cast(new InitialContext().lookup(name));
    } catch (NamingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** While it stands, the database refuses some rows: a real failure, and a late one. */
  static final class Obstacle implements AutoCloseable {

    private final String table;
    private final String name;
    private boolean stands = true;

    /**
     * @param allowed what rows must fulfil, as in a check constraint
     */
    Obstacle(String table, String allowed) {
      this.table = table;
      this.name = "obstacle_" + UUID.randomUUID().toString().replace("-", "");
      execute("alter table " + table + " add constraint " + name + " check (" + allowed + ")");
    }

    static Obstacle againstMailTo(EmailAddress customer) {
      return new Obstacle("outbox_mail", "recipient <> '" + customer.value() + "'");
    }

    @Override
    public void close() {
      remove();
    }

    void remove() {
      if (stands) {
        execute("alter table " + table + " drop constraint " + name);
        stands = false;
      }
    }
  }

  private static void execute(String sql) {
    DataSource database = lookUp("java:jboss/datasources/TierlineDS", DataSource.class);
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
