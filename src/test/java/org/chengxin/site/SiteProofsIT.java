package org.chengxin.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import org.chengxin.PortalTest;
import org.chengxin.shared.Ids;
import org.chengxin.site.SiteCheck.Method;
import org.chengxin.site.SiteCheck.Outcome;
import org.chengxin.site.SiteProofs.Proof;
import org.chengxin.site.SiteProofs.State;
import org.chengxin.subject.Subject;
import org.chengxin.subject.SubjectStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A proof from the day it is asked for until it has lapsed, as the portal tells it. */
class SiteProofsIT extends PortalTest {

    private static final String HOST = "yunci.example.cn";
    private static final Duration TOLD = Duration.ofSeconds(2);

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SubjectStore subjects;

    private Outcome next = new Outcome(null, "not found");
    private SiteProofs proofs;
    private Subject company;

    @BeforeEach
    void asked() {
        SiteCheck check = new SiteCheck(NameServer.ofSystem(), null, () -> {}) {
            @Override
            Outcome of(String host, String token) {
                return next;
            }
        };
        proofs = new SiteProofs(jdbc, check, new Ids(new Random(1)), clock);
        company = subjects.find(jdbc.sql("select id from subject where name = '黄石云磁信息技术有限公司'")
                        .query(String.class)
                        .single())
                .orElseThrow();
    }

    @AfterEach
    void forget() {
        jdbc.sql("delete from site_proof").update();
        clock.reset();
    }

    @Test
    void fromTheQuestionToTheLapse() throws InterruptedException {
        Proof proof = proofs.ask(company, "https://www." + HOST + "/", "tester");
        assertThat(proof.host()).isEqualTo(HOST);
        assertThat(proof.state()).isEqualTo(State.ASKED);
        assertThat(proof.token()).matches("chengxin-[0-9a-z]{24}");
        assertThat(proofs.ask(company, HOST, "another")).as("asked again").isEqualTo(proof);
        assertThat(proofs.due()).containsExactly(proof);

        proof = proofs.check(proof);
        assertThat(proof.state()).isEqualTo(State.ASKED);
        assertThat(proof.failure()).isEqualTo("not found");
        told("registered");
        assertThat(proofs.due()).as("looked at just now").isEmpty();

        next = new Outcome(Method.FILE, null);
        proof = proofs.check(proof);
        assertThat(proof.state()).isEqualTo(State.PROVED);
        assertThat(told("file").get("since").asString()).isEqualTo(proof.since().toString());

        clock.move(SiteProofs.AGAIN.plusHours(1));
        next = new Outcome(null, "no public address");
        Proof failing = proofs.check(proofs.due().get(0));
        assertThat(failing.state()).isEqualTo(State.FAILING);
        told("file");

        clock.move(SiteProofs.HOLDS);
        Proof lapsed = proofs.all().get(0);
        assertThat(lapsed.state()).isEqualTo(State.LAPSED);
        told("registered");

        next = new Outcome(Method.DNS, null);
        Proof again = proofs.check(lapsed);
        assertThat(again.state()).isEqualTo(State.PROVED);
        assertThat(again.since()).as("it was not proved all the time").isEqualTo(again.checkedAt());
        clock.move(Duration.ofDays(8));
        assertThat(proofs.check(again).since()).as("without a break").isEqualTo(again.since());
    }

    @Test
    void oneLookedAtByAClockThatWasAheadIsLookedAtAgain() {
        next = new Outcome(Method.FILE, null);
        clock.move(Duration.ofDays(400));
        Proof ahead = proofs.check(proofs.ask(company, HOST, "tester"));
        clock.reset();
        assertThat(proofs.due()).containsExactly(ahead);

        Proof again = proofs.check(ahead);
        assertThat(again.since()).isEqualTo(again.checkedAt()).isBeforeOrEqualTo(clock.instant());
        assertThat(proofs.due()).isEmpty();
        clock.move(SiteProofs.HOLDS);
        assertThat(proofs.all()).singleElement().extracting(Proof::state).isEqualTo(State.LAPSED);
    }

    @Test
    void onlyADomainOfItsOwnIsAskedFor() {
        for (String other : new String[] {"gangbing.example.cn", "example.cn", "pay." + HOST, "", "%%%"}) {
            assertThatThrownBy(() -> proofs.ask(company, other, "tester"))
                    .as(other)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(proofs.all()).isEmpty();
    }

    /** What is told of the site: answers that were kept are dropped some moments after a change. */
    private JsonNode told(String proof) throws InterruptedException {
        long end = System.nanoTime() + TOLD.toNanos();
        JsonNode told = get("/api/v1/subjects?q=" + HOST).at("/site/subjects/0");
        while (!told.get("proof").asString().equals(proof) && System.nanoTime() < end) {
            Thread.sleep(10);
            told = get("/api/v1/subjects?q=" + HOST).at("/site/subjects/0");
        }
        assertThat(told.get("proof").asString()).isEqualTo(proof);
        return told;
    }
}
