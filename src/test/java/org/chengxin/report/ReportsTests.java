package org.chengxin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.chengxin.catalog.DocumentKind;
import org.chengxin.platform.ProblemException;
import org.chengxin.platform.ProblemKind;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.proof.OfflineCheck;
import org.chengxin.proof.PublishedKey;
import org.chengxin.proof.TestKeys;
import org.chengxin.record.Archive;
import org.chengxin.record.OneArchive;
import org.chengxin.shared.Ids;
import org.chengxin.shared.Sha256;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

class ReportsTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Scope REPORT = Scope.of(DocumentKind.CREDIT_REPORT);
    private static final String ID = "h7k2m9p4q6rt";

    private final OneArchive archives =
            new OneArchive(ReportWorld.archive(ReportWorld.permit(1), ReportWorld.penalty()), ReportWorld.SOURCES);
    private final RegisterInMemory register = new RegisterInMemory();
    private final Scheduler store = Schedulers.newBoundedElastic(2, 100, "test-store");
    private final WritingQueue queue = new WritingQueue(1, 2, System::nanoTime, () -> 0, time -> {});
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Contents contents = new Contents(
            archives,
            (subject, host) -> Optional.empty(),
            ReportWorld.CATALOG,
            Clock.fixed(ReportWorld.NOW, ZONE),
            Duration.ofDays(30));
    private final Reports reports = new Reports(
            contents,
            register,
            ReportWorld.writer(),
            new DocumentStatements(TestKeys.statements(), ReportWorld.ISSUER),
            new Ids(new Random(7)),
            Clock.fixed(ReportWorld.NOW, ZONE),
            ZONE,
            new StoreCalls(store),
            queue,
            meters);
    private final Verifications verifications = new Verifications(
            register,
            contents,
            TestKeys.check(),
            () -> new OfflineCheck(PublishedKey.ofKeySet(TestKeys.keySet()), null, ReportWorld.NOW),
            Clock.fixed(ReportWorld.NOW, ZONE),
            new StoreCalls(store));

    @AfterEach
    void stop() {
        store.dispose();
        queue.close();
    }

    @Test
    void issuesADocumentWithItsNumberInItAndKeepsItsDigestOnly() {
        Report report = issue();
        assertThat(report.number()).startsWith("CX20261124");
        assertThat(ReportNumber.parse(report.number())).isPresent();
        assertThat(report.fileName()).isEqualTo("公共信用信息报告-黄石市港饼网络科技有限公司-" + report.number() + ".pdf");
        assertThat(PdfReading.page(report.pdf(), 1)).contains(ReportNumber.grouped(report.number()));
        IssuedDocument kept = register.byNumber(report.number()).orElseThrow();
        assertThat(kept.scope()).isEqualTo(REPORT);
        assertThat(kept.recordIds()).containsExactly("permit1", "penalty1");
        assertThat(kept.fileDigest()).isEqualTo(Sha256.of(report.pdf()));
        assertThat(kept.issuedAt()).isEqualTo(ReportWorld.NOW);
    }

    @Test
    void twoDocumentsNeverShareANumber() {
        assertThat(issue().number()).isNotEqualTo(issue().number());
    }

    @Test
    void thereIsNoReportOnWhatThePublicDoesNotSee() {
        assertThat(reports.issue("nobody", REPORT, Locale.CHINESE, "reader").blockOptional())
                .isEmpty();
        assertThat(reports.offers("nobody", REPORT).block()).isFalse();
        assertThat(reports.offers(ID, REPORT).block()).isTrue();
        assertThat(register.size()).isZero();
    }

    @Test
    void aGenuineDocumentIsCurrentByNumberAndByFile() {
        Report report = issue();
        Verification.Current expected = new Verification.Current(
                report.number(), "credit-report", "黄石市港饼网络科技有限公司", "91330106673959654P", ReportWorld.NOW, null, false);
        assertThat(find(report.number())).isEqualTo(expected);
        assertThat(find(" " + ReportNumber.grouped(report.number()).toLowerCase(Locale.ROOT)))
                .isEqualTo(expected);
        assertThat(byFile(report.pdf())).isEqualTo(expected);
    }

    @Test
    void onceARecordIsGoneTheDocumentIsUpdatedAndNothingMoreIsSaid() {
        Report report = issue();
        archives.archive = ReportWorld.archive(ReportWorld.permit(1));
        assertThat(find(report.number())).isEqualTo(new Verification.Updated());
        assertThat(byFile(report.pdf())).isEqualTo(new Verification.Updated());
        archives.archive = null;
        assertThat(find(report.number()))
                .as("the subject is not public any more")
                .isEqualTo(new Verification.Updated());
    }

    @Test
    void anythingItShowsMakesItUpdatedAndNothingElseDoes() {
        Report report = issue();
        Archive now = Objects.requireNonNull(archives.archive);
        archives.archive = new Archive(
                now.subject(), now.records(), List.of(), null, now.now().plusSeconds(86_400));
        assertThat(find(report.number())).as("time alone").isInstanceOf(Verification.Current.class);
        archives.archive = new Archive(
                now.subject(), List.of(now.records().get(1), now.records().get(0)), List.of(), null, now.now());
        assertThat(find(report.number())).as("order").isInstanceOf(Verification.Current.class);
        archives.archive = ReportWorld.archive(ReportWorld.subject("黄石市港饼科技有限公司"), now.records());
        assertThat(find(report.number())).as("another name").isInstanceOf(Verification.Updated.class);
        archives.archive = new Archive(
                now.subject(), now.records(), List.of(new Archive.Relation("b", "分公司", null, 0)), null, now.now());
        assertThat(find(report.number())).as("a branch more").isInstanceOf(Verification.Updated.class);
    }

    @Test
    void aNumberNobodyGaveOutIsUnknownAndAChangedFileAltered() {
        Report report = issue();
        assertThat(find("CX20200101000000000000")).isInstanceOf(Verification.Unknown.class);
        assertThat(find(ReportNumber.next(LocalDate.of(2026, 11, 24), new Ids(new Random(8)))))
                .isInstanceOf(Verification.Unknown.class);
        report.pdf()[report.pdf().length / 2] ^= 1;
        assertThat(byFile(report.pdf())).isEqualTo(new Verification.Altered());
    }

    @Test
    void whenTooManyWaitTheNextIsToldSoAtOnce() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch started = new CountDownLatch(1);
        Disposable writing = queue.take("reader", () -> {
                    started.countDown();
                    release.await();
                    return true;
                })
                .subscribe();
        assertThat(started.await(5, TimeUnit.SECONDS)).isTrue();
        Disposable first = queue.take("one", () -> true).subscribe();
        CompletableFuture<Boolean> second = queue.take("two", () -> true).toFuture();
        try {
            assertThatThrownBy(this::issue)
                    .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.kind())
                            .isEqualTo(ProblemKind.QUEUE_FULL));
            assertThat(register.size()).isZero();
            assertThat(meters.get("chengxin.report")
                            .tag("outcome", "busy")
                            .timer()
                            .count())
                    .isEqualTo(1);
            first.dispose();
        } finally {
            release.countDown();
        }
        assertThat(second.get(5, TimeUnit.SECONDS)).isTrue();
        assertThat(issue().number()).isNotEmpty();
        assertThat(writing.isDisposed()).isTrue();
    }

    private Report issue() {
        return Objects.requireNonNull(
                reports.issue(ID, REPORT, Locale.CHINESE, "reader").block());
    }

    private Verification byFile(byte[] file) {
        PresentedFile presented = new PresentedFile();
        presented.add(DefaultDataBufferFactory.sharedInstance.wrap(file));
        return Objects.requireNonNull(verifications.ofFile(presented).block());
    }

    private Verification find(String number) {
        return Objects.requireNonNull(verifications.find(number).block());
    }
}
