package org.tierline.process.watchdog;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.tierline.ticket.StrayTickets;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.TicketNumber;

/**
 * Looks at the open tickets and at what the engine has for them in one statement, which sees both
 * as they were at one moment: they change in the same transactions. It enters by the index of the
 * tickets' status and finds everything else by key, so tickets closed long ago cost nothing. A
 * timer that waits for the year 2200 waits for nothing: its ladder has no step left.
 */
@ApplicationScoped
public class EngineStrayTickets implements StrayTickets {

  static final String QUERY =
      """
      select looked_at.id, looked_at.number, looked_at.lifecycles, looked_at.to_come,
             looked_at.elsewhere, looked_at.queues
      from (
        select t.id, t.number,
          (select count(*)
             from ACT_RU_EXECUTION l join ACT_RE_PROCDEF d on d.ID_ = l.PROC_DEF_ID_
            where l.BUSINESS_KEY_ = cast(t.number as varchar(20)) and l.PARENT_ID_ is null
              and d.KEY_ = 'TicketLifecycle') as lifecycles,
          (select count(*)
             from ACT_RU_EXECUTION l join ACT_RE_PROCDEF d on d.ID_ = l.PROC_DEF_ID_
               join ACT_RU_EXECUTION e on e.ROOT_PROC_INST_ID_ = l.PROC_INST_ID_
            where l.BUSINESS_KEY_ = cast(t.number as varchar(20)) and l.PARENT_ID_ is null
              and d.KEY_ = 'TicketLifecycle' and e.PARENT_ID_ is null
              and (exists (select 1 from ACT_RU_TASK k where k.PROC_INST_ID_ = e.PROC_INST_ID_)
                or exists (select 1 from ACT_RU_JOB j
                            where j.PROCESS_INSTANCE_ID_ = e.PROC_INST_ID_
                              and j.RETRIES_ > 0 and j.SUSPENSION_STATE_ = 1
                              and (j.DUEDATE_ is null
                                or j.DUEDATE_ < timestamp '2199-01-01 00:00:00')))) as to_come,
          (select count(*)
             from ACT_RU_EXECUTION e join ACT_RU_TASK k on k.PROC_INST_ID_ = e.PROC_INST_ID_
            where e.BUSINESS_KEY_ = cast(t.number as varchar(20)) and e.PARENT_ID_ is null
              and k.TASK_DEF_KEY_ = 'Task_WorkOnTicket'
              and coalesce(k.ASSIGNEE_, '') <> coalesce(t.assignee, '')) as elsewhere,
          (case when t.assignee is not null then 1
                else (select count(*) from team m where m.code = t.team) end) as queues
        from ticket t
        where t.status in
          ('NEW', 'OPEN', 'WAITING_FOR_CUSTOMER', 'WITH_ENGINEERING', 'RESOLVED')) looked_at
      where looked_at.lifecycles <> 1 or looked_at.to_come = 0 or looked_at.elsewhere > 0
        or looked_at.queues <> 1
      order by looked_at.number
      """;

  @Resource(lookup = "java:jboss/datasources/TierlineDS")
  private DataSource database;

  @SuppressWarnings("NullAway") // the container injects the database
  EngineStrayTickets() {}

  EngineStrayTickets(DataSource database) {
    this.database = database;
  }

  @Override
  @Transactional(Transactional.TxType.SUPPORTS)
  public List<Stray> find() {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(QUERY);
        ResultSet row = query.executeQuery()) {
      List<Stray> strays = new ArrayList<>();
      while (row.next()) {
        strays.add(
            new Stray(
                new TicketId(row.getObject("id", UUID.class)),
                new TicketNumber(row.getLong("number")),
                fault(row)));
      }
      return strays;
    } catch (SQLException e) {
      throw new IllegalStateException("Nobody can look after the open tickets", e);
    }
  }

  /** The worst of what is wrong; mending it shows whether there is more. */
  private static Fault fault(ResultSet row) throws SQLException {
    int lifecycles = row.getInt("lifecycles");
    if (lifecycles == 0) {
      return Fault.NO_LIFECYCLE;
    }
    if (lifecycles > 1) {
      return Fault.SEVERAL_LIFECYCLES;
    }
    if (row.getInt("to_come") == 0) {
      return Fault.NOTHING_TO_COME;
    }
    return row.getInt("elsewhere") > 0 ? Fault.OTHER_OWNER : Fault.NO_QUEUE;
  }
}
