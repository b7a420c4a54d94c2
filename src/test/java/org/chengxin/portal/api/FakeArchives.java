package org.chengxin.portal.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengxin.catalog.Audience;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.FieldDef;
import org.chengxin.catalog.RecordType;
import org.chengxin.record.Archive;
import org.chengxin.record.Archive.RecordView;
import org.chengxin.record.Archive.SubjectView;
import org.chengxin.record.Archives;
import org.chengxin.record.Source;
import org.chengxin.shared.CreditCode;
import org.chengxin.subject.Identifier;
import org.chengxin.subject.OtherName;
import org.chengxin.subject.SubjectKind;
import org.chengxin.subject.SubjectStatus;
import org.jspecify.annotations.Nullable;

/** One company with one penalty and some permits. */
final class FakeArchives implements Archives {

    static final String COMPANY = "abcdef123456";
    static final String USCC = "91330106673959654P";
    static final String PENALTY = "pnlty0000001";
    static final String PERMIT = "prmt00000001";
    static final int PERMITS = 5;

    volatile @Nullable Instant asOf;
    volatile boolean gone;
    /** Whether a measure stands against the company. */
    volatile boolean restricted;

    private final Catalog catalog;

    FakeArchives(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Optional<Archive> find(String id, Audience audience, @Nullable Instant asOf) {
        this.asOf = asOf;
        if (gone || audience != Audience.PUBLIC || !(id.equals(COMPANY) || id.equals(USCC))) {
            return Optional.empty();
        }
        return Optional.of(new Archive(
                subject(),
                records(),
                List.of(new Archive.Relation("branch000001", "黄石市港饼网络科技有限公司大冶分公司", "420281", 1)),
                null,
                ApiTestApplication.NOW));
    }

    @Override
    public Map<String, Archive> find(Collection<String> idsOrUsccs, Audience audience) {
        Map<String, Archive> found = new HashMap<>();
        idsOrUsccs.forEach(one -> find(one, audience, null).ifPresent(archive -> found.put(one, archive)));
        return found;
    }

    @Override
    public Optional<Found> record(String recordId, Audience audience) {
        return records().stream()
                .filter(record -> !gone && record.id().equals(recordId))
                .findFirst()
                .map(record -> new Found(subject(), record));
    }

    @Override
    public List<Archive> all(List<String> subjectIds, Audience audience) {
        return List.of();
    }

    @Override
    public List<Source> sources(Set<String> types) {
        return sources();
    }

    @Override
    public List<Source> sources() {
        return List.of(
                new Source("hs-scjg", "黄石市市场监督管理局", Source.Kind.DEPARTMENT, Instant.parse("2026-11-20T02:00:00Z"), 42));
    }

    private static SubjectView subject() {
        return new SubjectView(
                COMPANY,
                SubjectKind.ENTERPRISE,
                "黄石市港饼网络科技有限公司",
                CreditCode.of(USCC),
                List.of(
                        new Identifier(Identifier.Scheme.DOMAIN, "gangbing.example"),
                        new Identifier(Identifier.Scheme.IDENTITY_HASH, "secret-hash")),
                List.of(new OtherName(OtherName.Kind.FORMER, "黄石市港饼食品厂", LocalDate.of(2019, 5, 1))),
                "420202",
                "湖北省黄石市黄石港区",
                SubjectStatus.ACTIVE,
                "张三",
                LocalDate.of(2015, 1, 2),
                "100万元",
                null,
                null,
                null,
                null);
    }

    private List<RecordView> records() {
        List<RecordView> records = new ArrayList<>();
        for (int i = 1; i <= PERMITS; i++) {
            records.add(record("prmt0000000" + i, "permit", List.of()));
        }
        if (restricted) {
            RecordType measure = catalog.require("joint-measure");
            records.add(record(
                    "msure0000001",
                    measure.code(),
                    List.of(value(measure, "measureCode", "1.2"), value(measure, "purpose", "tender"))));
        }
        RecordType penalty = catalog.require("penalty");
        records.add(record(
                PENALTY,
                "penalty",
                List.of(value(penalty, "documentNumber", "黄市监罚〔2026〕7号"), value(penalty, "fine", "50000.5"))));
        return records;
    }

    private static Archive.Value value(RecordType type, String name, String text) {
        FieldDef field = type.field(name).orElseThrow();
        return new Archive.Value(field, text);
    }

    private RecordView record(String id, String type, List<Archive.Value> values) {
        return new RecordView(
                id,
                catalog.require(type),
                COMPANY,
                "一件事",
                "黄市监〔2026〕" + id,
                "黄石市市场监督管理局",
                LocalDate.of(2026, 3, 1),
                null,
                null,
                values,
                Instant.parse("2026-03-05T00:00:00Z"),
                null,
                "hs-scjg",
                1);
    }
}
