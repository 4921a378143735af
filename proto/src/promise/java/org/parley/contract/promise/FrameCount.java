package org.parley.contract.promise;

import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** Says after the last test how many frames were held against docs/asyncapi.yaml. */
public final class FrameCount implements TestExecutionListener {

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    String summary = FrameContract.shared().summary();
    if (!summary.isEmpty()) {
      System.out.println(summary);
    }
  }
}
