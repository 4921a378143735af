package org.parley.system.contract;

import org.parley.system.support.Api.Answer;

/** What was answered to a good request, and to one that had to be refused. */
record Calls(Answer success, Answer refusal, int refusedWith) {}
