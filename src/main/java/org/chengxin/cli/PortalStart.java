package org.chengxin.cli;

import org.chengxin.indexing.Indexing;
import org.chengxin.intake.SeedLoader;
import org.chengxin.platform.ChengxinProperties;
import org.chengxin.platform.Ports;
import org.chengxin.platform.store.OneNode;
import org.chengxin.record.KnownSources;
import org.chengxin.record.PublicationEnds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the portal does before its doors open: ends brought up to the rules, seed loaded once, index brought up. */
@Component
@ConditionalOnProperty(name = "chengxin.command", havingValue = "false", matchIfMissing = true)
class PortalStart implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PortalStart.class);

    private final PublicationEnds ends;
    private final SeedLoader seed;
    private final Indexing indexing;
    private final KnownSources sources;
    private final OneNode nodes;
    private final ChengxinProperties properties;
    private boolean running;

    /** @param free the ports, asked for first so that a taken one is told at once */
    PortalStart(
            Ports free,
            PublicationEnds ends,
            SeedLoader seed,
            Indexing indexing,
            KnownSources sources,
            OneNode nodes,
            ChengxinProperties properties) {
        this.ends = ends;
        this.seed = seed;
        this.indexing = indexing;
        this.sources = sources;
        this.nodes = nodes;
        this.properties = properties;
    }

    @Override
    public void start() {
        nodes.inTurn("start", () -> {
            ends.bringUpToDate();
            if (properties.seed()) {
                seed.load();
            }
        });
        indexing.start();
        sources.all().block();
        running = true;
    }

    @Override
    public void stop() {
        indexing.close();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, which starts in a late phase. */
    @Override
    public int getPhase() {
        return 0;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        log.info("诚信查 ready: {}", properties.site().url());
    }
}
