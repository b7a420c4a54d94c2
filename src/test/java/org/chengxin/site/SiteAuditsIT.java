package org.chengxin.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.chengxin.TestFacts;
import org.chengxin.TestStore;
import org.chengxin.catalog.CatalogLoader;
import org.chengxin.platform.store.Change;
import org.chengxin.record.Source;
import org.chengxin.record.SourceStore;
import org.chengxin.subject.SubjectKind;
import org.chengxin.subject.SubjectStore;
import org.junit.jupiter.api.Test;

class SiteAuditsIT {

    private static final Instant NOW = Instant.parse("2026-11-24T04:00:00Z");
    private static final SiteAudit.Findings SEEN = new SiteAudit.Findings(
            "shop.example.cn",
            SiteAudit.Licence.LINKED,
            true,
            "鄂ICP备2026000001号-1",
            NOW.plusSeconds(86_400),
            "CN=Example CA",
            null);
    private static final SiteAudit.Findings AWAY =
            new SiteAudit.Findings("shop.example.cn", SiteAudit.Licence.ABSENT, false, null, null, null, "not found");

    private final TestStore store = TestStore.fresh();

    @Test
    void theLastAuditOfEachHomePageIsKept() {
        new SourceStore(store.jdbc, CatalogLoader.load()).put("samr", "市场监管局", Source.Kind.DEPARTMENT);
        store.transaction.executeWithoutResult(status -> new SubjectStore(store.jdbc, store.copy, store.json)
                .save(
                        List.of(
                                TestFacts.subject("s1", SubjectKind.ENTERPRISE, "主体甲", "420202"),
                                TestFacts.subject("s2", SubjectKind.ENTERPRISE, "主体乙", "420202")),
                        new Change("desk", NOW, "test")));
        audits(NOW).keep("s1", AWAY);
        audits(NOW.plusSeconds(60)).keep("s1", SEEN);
        audits(NOW.plusSeconds(120)).keep("s2", AWAY);
        assertThat(audits(NOW).all())
                .containsExactly(
                        new SiteAudits.Audit("s1", NOW.plusSeconds(60), SEEN),
                        new SiteAudits.Audit("s2", NOW.plusSeconds(120), AWAY));
    }

    private SiteAudits audits(Instant now) {
        return new SiteAudits(store.jdbc, Clock.fixed(now, ZoneOffset.UTC));
    }
}
