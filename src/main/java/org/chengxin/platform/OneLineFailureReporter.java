package org.chengxin.platform;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Says in one line why the portal did not start and how to mend it. */
class OneLineFailureReporter implements FailureAnalysisReporter {

    @Override
    public void report(FailureAnalysis analysis) {
        String line = "启动失败 (not started): " + analysis.getDescription() + "。" + analysis.getAction();
        System.err.println(line.replaceAll("\\s*\\R\\s*", " "));
    }
}
