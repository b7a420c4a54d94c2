package org.chengxin.cli;

import org.chengxin.bench.BareEndpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The bare endpoint that {@code bench} starts in a process of its own. */
@Command(name = "bench-bare", hidden = true)
final class BareCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PORT")
    private int port;

    @Override
    public void run() {
        BareEndpoint.serve(port, spec.commandLine().getOut());
    }
}
