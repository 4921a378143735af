package org.parley.chat.message;

import static org.parley.contract.metric.Metrics.described;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.parley.chat.cluster.Broadcast;
import org.parley.chat.limit.PersonLimits;
import org.parley.chat.log.MessageLog;
import org.parley.chat.log.NewMessage;
import org.parley.chat.log.Posted;
import org.parley.chat.protocol.RoomFrame;
import org.parley.contract.ProblemException;
import org.parley.contract.trace.TraceParent;
import org.parley.contract.trace.Traces;

/**
 * The story of a message: append → acknowledge → publish.
 *
 * <p>Nothing is acknowledged before it is committed, and what happens after the commit cannot take
 * the acknowledgement back: publishing is best effort, whoever misses it finds the message in the
 * log.
 */
@ApplicationScoped
public class MessagePosting {

  private static final Logger LOG = System.getLogger(MessagePosting.class.getName());

  @Inject private PersonLimits limits;
  @Inject private MessageLog log;
  @Inject private Broadcast broadcast;
  @Inject private MetricRegistry registry;
  @Inject private Traces traces;

  private Counter sent;

  void register(@Observes Startup startup) {
    sent =
        registry.counter(
            described(
                "messages_sent_total", "Messages that were stored; a repeat of a send is none."));
  }

  /**
   * Posts a message. Returns at once; {@code acknowledge} is called after the commit and before
   * anybody is shown the message, on the log's thread, and must not block. Ends exceptionally as
   * {@link MessageLog#append} does.
   *
   * @throws ProblemException {@code rate_limited}, also for a repeat
   */
  public CompletionStage<Posted> post(NewMessage message, Consumer<Posted> acknowledge) {
    limits.requireSend(message.author());
    return log.append(message).thenApply(posted -> tell(posted, acknowledge));
  }

  /**
   * The message is stored whatever happens here, so nothing that goes wrong may reach its sender as
   * a refusal.
   */
  private Posted tell(Posted posted, Consumer<Posted> acknowledge) {
    try {
      acknowledge.accept(posted);
      if (posted.isNew()) {
        sent.inc();
        publish(posted);
      }
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "message " + posted.messageId() + " is stored but could not be told of",
          e);
    }
    return posted;
  }

  private void publish(Posted posted) {
    Span span = traces.beginWithin("publish", SpanKind.PRODUCER);
    try {
      RoomFrame frame = RoomFrame.sent(posted.toFrame()).tracedBy(TraceParent.of(span));
      broadcast.publish(posted.message().roomId(), frame.toBytes(), posted.committedNanos());
    } finally {
      span.end();
    }
  }
}
