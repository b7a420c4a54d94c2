package org.chengxin.report;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.chengxin.catalog.Audience;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.record.Archive;
import org.chengxin.record.Archives;
import org.chengxin.record.Source;
import org.chengxin.shared.Ids;
import org.chengxin.shared.Sha256;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Issues public credit reports: reads what the public may see, writes the PDF, registers it by digest. Never blocks the caller: the
 * store has its scheduler, writing has its own with a short queue.
 */
public final class Reports {

    private static final Duration[] STEPS = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(3)
    };

    private final Archives archives;
    private final IssuedDocuments documents;
    private final ReportWriter writer;
    private final DocumentStatements statements;
    private final Ids ids;
    private final Clock clock;
    private final ZoneId zone;
    private final StoreCalls store;
    private final Scheduler cpu;
    private final MeterRegistry meters;

    Reports(
            Archives archives,
            IssuedDocuments documents,
            ReportWriter writer,
            DocumentStatements statements,
            Ids ids,
            Clock clock,
            ZoneId zone,
            StoreCalls store,
            Scheduler cpu,
            MeterRegistry meters) {
        this.archives = archives;
        this.documents = documents;
        this.writer = writer;
        this.statements = statements;
        this.ids = ids;
        this.clock = clock;
        this.zone = zone;
        this.store = store;
        this.cpu = cpu;
        this.meters = meters;
    }

    /**
     * Issues a report on a subject.
     *
     * @param id subject id or current USCC
     * @return empty when there is no such subject or the public may not see it; {@link ReportBusyException} when too many wait
     */
    public Mono<Report> issue(String id, Locale language) {
        return Mono.defer(() -> {
            long begun = System.nanoTime();
            return issueNow(id, language)
                    .doOnNext(report -> measured("issued", begun))
                    .doOnError(failure -> measured(failure instanceof ReportBusyException ? "busy" : "failed", begun));
        });
    }

    private void measured(String outcome, long begun) {
        Timer.builder("chengxin.report")
                .description("reports, from the request until the PDF is written and registered")
                .tag("outcome", outcome)
                .serviceLevelObjectives(STEPS)
                .register(meters)
                .record(Duration.ofNanos(System.nanoTime() - begun));
    }

    private Mono<Report> issueNow(String id, Locale language) {
        return store.call(() -> read(id))
                .flatMap(Mono::justOrEmpty)
                .flatMap(content -> Mono.fromCallable(() -> write(content, language))
                        .subscribeOn(cpu)
                        .onErrorMap(RejectedExecutionException.class, ReportBusyException::new))
                .flatMap(issued -> store.call(() -> register(issued)));
    }

    /**
     * Whether a report on a subject could be issued now; issues none. Never empty.
     *
     * @param id subject id or current USCC
     */
    public Mono<Boolean> offers(String id) {
        return store.call(() -> archives.find(id, Audience.PUBLIC, null).isPresent());
    }

    private Optional<Content> read(String id) {
        return archives.find(id, Audience.PUBLIC, null).map(archive -> new Content(archive, archives.sources()));
    }

    private Issued write(Content content, Locale language) {
        Archive archive = content.archive();
        Instant now = clock.instant();
        String number = ReportNumber.next(now.atZone(zone).toLocalDate(), ids);
        byte[] digest = Digests.ofContent(archive);
        Instant end = statements.end(archive, now);
        String statement = statements.of(number, IssuedDocument.CREDIT_REPORT, archive, digest, now, end);
        Issue issue = new Issue(number, now, language, statement);
        byte[] pdf = writer.write(archive, content.sources(), issue);
        return new Issued(archive, issue, end, digest, pdf);
    }

    private Report register(Issued issued) {
        Archive archive = issued.archive();
        Issue issue = issued.issue();
        documents.add(new IssuedDocument(
                issue.number(),
                IssuedDocument.CREDIT_REPORT,
                archive.subject().id(),
                issue.locale().toLanguageTag(),
                issue.at(),
                issued.end(),
                Sha256.of(issued.pdf()),
                issued.digest(),
                archive.records().stream().map(Archive.RecordView::id).toList()));
        return new Report(issue.number(), archive.subject().name(), issue.locale(), issued.pdf());
    }

    private record Content(Archive archive, List<Source> sources) {}

    private record Issued(Archive archive, Issue issue, Instant end, byte[] digest, byte[] pdf) {}
}
