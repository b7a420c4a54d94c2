package org.chengxin.report;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.chengxin.platform.ProblemException;
import org.chengxin.platform.ProblemKind;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.record.Archive;
import org.chengxin.shared.Ids;
import org.chengxin.shared.Sha256;
import reactor.core.publisher.Mono;

/**
 * Issues documents: reads what the public may see, writes the PDF, registers it by digest. Never blocks the caller: the
 * store has its scheduler, writing has a short queue.
 */
public final class Reports {

    private static final Duration[] STEPS = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(3)
    };

    private final Contents contents;
    private final IssuedDocuments documents;
    private final DocumentWriter writer;
    private final DocumentStatements statements;
    private final Ids ids;
    private final Clock clock;
    private final ZoneId zone;
    private final StoreCalls store;
    private final WritingQueue queue;
    private final MeterRegistry meters;

    Reports(
            Contents contents,
            IssuedDocuments documents,
            DocumentWriter writer,
            DocumentStatements statements,
            Ids ids,
            Clock clock,
            ZoneId zone,
            StoreCalls store,
            WritingQueue queue,
            MeterRegistry meters) {
        this.contents = contents;
        this.documents = documents;
        this.writer = writer;
        this.statements = statements;
        this.ids = ids;
        this.clock = clock;
        this.zone = zone;
        this.store = store;
        this.queue = queue;
        this.meters = meters;
    }

    /**
     * Issues a document on a subject.
     *
     * @param id subject id or current USCC
     * @param client as whom it is counted: clients take turns
     * @return empty when there is no such subject or the public may not see it; a {@link ProblemException} when too many wait, when
     *     what the document would show is not there, or a source is too stale
     */
    public Mono<Report> issue(String id, Scope scope, Locale language, String client) {
        return Mono.defer(() -> {
            long begun = System.nanoTime();
            return issueNow(id, scope, language, client)
                    .doOnNext(report -> measured("issued", begun))
                    .doOnError(failure -> measured(outcome(failure), begun));
        });
    }

    private static String outcome(Throwable failure) {
        if (!(failure instanceof ProblemException problem)) {
            return "failed";
        }
        if (problem.kind() == ProblemKind.QUEUE_FULL) {
            return "busy";
        }
        return problem.kind().status() < 500 ? "refused" : "failed";
    }

    private void measured(String outcome, long begun) {
        Timer.builder("chengxin.report")
                .description("documents, from the request until the PDF is written and registered")
                .tag("outcome", outcome)
                .serviceLevelObjectives(STEPS)
                .register(meters)
                .record(Duration.ofNanos(System.nanoTime() - begun));
    }

    private Mono<Report> issueNow(String id, Scope scope, Locale language, String client) {
        return queue.take(client, () -> read(id, scope).map(content -> write(content, language)))
                .flatMap(Mono::justOrEmpty)
                .flatMap(issued -> store.call(() -> register(issued)));
    }

    /**
     * Issues a document on the thread of the caller and in its transaction; only the writing is left to the one queue that all
     * documents go through, where it waits for its turn. Blocks.
     *
     * @param id subject id or current USCC
     * @param client as whom it is counted; asks for one at a time
     * @return empty as {@link #issue} is, and fails as that would
     */
    Optional<Report> issueHere(String id, Scope scope, Locale language, String client) {
        long begun = System.nanoTime();
        try {
            Optional<Report> report = contents.toIssue(id, scope)
                    .flatMap(content -> queue.takeSurely(client, () -> write(content, language))
                            .blockOptional())
                    .map(this::register);
            report.ifPresent(issued -> measured("issued", begun));
            return report;
        } catch (RuntimeException failure) {
            measured(outcome(failure), begun);
            throw failure;
        }
    }

    /** Where a client stands among those who wait for documents. */
    public QueuePlace place(String client) {
        return queue.place(client);
    }

    /** Not before its turn: a document that is refused costs the store nothing. Blocks. */
    private Optional<Content> read(String id, Scope scope) {
        return store.call(() -> contents.toIssue(id, scope)).blockOptional().flatMap(content -> content);
    }

    /**
     * Whether a document could be issued now; issues none. Never empty, and fails as {@link #issue} would.
     *
     * @param id subject id or current USCC
     */
    public Mono<Boolean> offers(String id, Scope scope) {
        return store.call(() -> contents.toIssue(id, scope).isPresent());
    }

    private Issued write(Content content, Locale language) {
        Instant now = clock.instant();
        String number = ReportNumber.next(now.atZone(zone).toLocalDate(), ids);
        byte[] digest = content.digest();
        Instant end = statements.end(content.archive(), now);
        Issue issue = new Issue(number, now, language, statements.of(number, content, digest, now, end));
        return new Issued(content, issue, end, digest, writer.write(content, issue));
    }

    private Report register(Issued issued) {
        Archive archive = issued.content().archive();
        Issue issue = issued.issue();
        documents.add(new IssuedDocument(
                issue.number(),
                issued.content().scope(),
                archive.subject().id(),
                issue.locale().toLanguageTag(),
                issue.at(),
                issued.end(),
                Sha256.of(issued.pdf()),
                issued.digest(),
                archive.records().stream().map(Archive.RecordView::id).toList()));
        String title = writer.title(issued.content().scope().kind(), issue.locale());
        return new Report(issue.number(), title, archive.subject().name(), issue.locale(), issued.pdf());
    }

    private record Issued(Content content, Issue issue, Instant end, byte[] digest, byte[] pdf) {}
}
