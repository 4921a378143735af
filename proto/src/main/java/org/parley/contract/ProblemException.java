package org.parley.contract;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A refusal with a reason. Thrown by façades, turned into an answer in one place per protocol. It
 * carries no stack trace: it is an answer, not an accident.
 */
public final class ProblemException extends RuntimeException {

  /**
   * When to try again where nothing better is known: long enough for a restart of what is missing,
   * short enough that nobody gives up.
   */
  public static final Duration DEFAULT_RETRY_AFTER = Duration.ofSeconds(2);

  /** By then whoever connects again is on another instance. */
  private static final Duration DRAINING_RETRY_AFTER = Duration.ofSeconds(1);

  private final ProblemType type;
  private final String detail;
  private final transient List<FieldProblem> errors;
  private final transient @Nullable Duration retryAfter;

  public ProblemException(ProblemType type) {
    this(type, type.title() + ".");
  }

  /**
   * A refusal explained.
   *
   * @param detail a sentence for people that says what happened and what to do; never content or
   *     secrets
   */
  public ProblemException(ProblemType type, String detail) {
    this(type, detail, List.of(), null, null);
  }

  private ProblemException(
      ProblemType type,
      String detail,
      List<FieldProblem> errors,
      @Nullable Duration retryAfter,
      @Nullable Throwable cause) {
    super(detail, cause, false, cause != null);
    this.type = type;
    this.detail = detail;
    this.errors = List.copyOf(errors);
    this.retryAfter = retryAfter;
  }

  /** Fields that are missing or wrong, all of them at once. */
  public static ProblemException invalid(List<FieldProblem> errors) {
    String detail = errors.isEmpty() ? "Some fields are not valid." : errors.getFirst().message();
    return new ProblemException(ProblemType.VALIDATION_FAILED, detail, errors, null, null);
  }

  /**
   * A refusal of one field's value that has a type of its own; the detail is the field's message.
   */
  public static ProblemException of(ProblemType type, FieldProblem error) {
    return new ProblemException(type, error.message(), List.of(error), null, null);
  }

  /** One field that is missing or wrong. */
  public static ProblemException invalid(String field, String message) {
    return invalid(List.of(new FieldProblem(field, message)));
  }

  /** Something we depend on does not answer; the same request may succeed later. */
  public static ProblemException unavailable(
      String detail, Duration retryAfter, @Nullable Throwable cause) {
    return new ProblemException(ProblemType.UNAVAILABLE, detail, List.of(), retryAfter, cause);
  }

  /** This instance ends and takes no more; the others do, and a client is with them soon. */
  public static ProblemException draining() {
    return new ProblemException(
        ProblemType.DRAINING,
        "This server is about to restart: connect again.",
        List.of(),
        DRAINING_RETRY_AFTER,
        null);
  }

  /** More at once than we take; the same request may succeed a little later. */
  public static ProblemException busy(String detail, Duration retryAfter) {
    return new ProblemException(ProblemType.BUSY, detail, List.of(), retryAfter, null);
  }

  /** More often than one person or address may; the same request succeeds after that time. */
  public static ProblemException rateLimited(String detail, Duration retryAfter) {
    return new ProblemException(ProblemType.RATE_LIMITED, detail, List.of(), retryAfter, null);
  }

  /**
   * The refusal behind something thrown: one of ours at any depth, because frameworks wrap what
   * passes through them, or {@code unavailable} when the database is away. Empty for what nobody
   * foresaw.
   */
  public static Optional<ProblemException> findIn(Throwable thrown, Duration outageRetryAfter) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException refusal) {
        return Optional.of(refusal);
      }
    }
    return Outage.caused(thrown)
        ? Optional.of(
            unavailable("The database does not answer right now.", outageRetryAfter, thrown))
        : Optional.empty();
  }

  public ProblemType type() {
    return type;
  }

  /** What happened and what to do, for people; never null. */
  @Override
  public String getMessage() {
    return detail;
  }

  public List<FieldProblem> errors() {
    return errors;
  }

  /** How long to wait before trying again, where we know. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
