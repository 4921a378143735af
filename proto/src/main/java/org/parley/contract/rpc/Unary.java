package org.parley.contract.rpc;

import io.grpc.stub.StreamObserver;
import java.util.function.Supplier;

/** Answers a call that has one answer. */
public final class Unary {

  private Unary() {}

  /** Does the work, and answers with what it made or with the refusal it threw. */
  public static <A> void answer(StreamObserver<A> observer, Supplier<A> work) {
    A answer;
    try {
      answer = work.get();
    } catch (RuntimeException e) {
      observer.onError(RpcProblems.of(e));
      return;
    }
    observer.onNext(answer);
    observer.onCompleted();
  }
}
