package org.chengxin.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.chengxin.TestFacts;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.CatalogLoader;
import org.chengxin.catalog.RecordType;
import org.chengxin.record.Archive;
import org.chengxin.record.Archive.RecordView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which measures stand against a subject on which day. */
class RestrictionTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final Catalog catalog = CatalogLoader.load();

    @Test
    void measuresStandFromTheirFirstDayToTheirLast() {
        assertThat(standing(measure("past", TODAY.minusYears(1), TODAY.minusDays(1))))
                .isEmpty();
        assertThat(standing(measure("coming", TODAY.plusDays(1), null))).isEmpty();
        assertThat(standing(measure("undated", null, null))).isEmpty();
        assertThat(standing(
                        measure("first", TODAY, null),
                        measure("last", TODAY.minusYears(1), TODAY),
                        measure("open", TODAY.minusYears(9), null)))
                .containsExactly("first", "last", "open");
    }

    @Test
    void nothingFollowsFromOtherRecords() {
        for (RecordType type : catalog.types()) {
            if (!type.code().equals(Restriction.TYPE)) {
                assertThat(standing(record(type, "x", TODAY, null, "tender")))
                        .as(type.code())
                        .isEmpty();
            }
        }
    }

    @Test
    void onlyThoseAppliedToWhatWasAskedFor() {
        RecordType type = catalog.require(Restriction.TYPE);
        Archive archive = archive(
                record(type, "a", TODAY, null, "tender"),
                record(type, "b", TODAY, null, "finance"),
                record(type, "c", TODAY, null, null));
        assertThat(Restriction.of(archive, Set.of("finance", "post"), ZONE))
                .extracting(Restriction::record)
                .containsExactly("b");
        assertThat(Restriction.purposes(type)).contains("tender", "finance", "platform");
        assertThat(Restriction.of(archive, Set.of(), ZONE).get(0).code()).isEqualTo("1.2");
    }

    private RecordView measure(String id, @Nullable LocalDate from, @Nullable LocalDate until) {
        return record(catalog.require(Restriction.TYPE), id, from, until, "tender");
    }

    private static List<String> standing(RecordView... records) {
        return Restriction.of(archive(records), Set.of(), ZONE).stream()
                .map(Restriction::record)
                .toList();
    }

    private static RecordView record(
            RecordType type, String id, @Nullable LocalDate from, @Nullable LocalDate until, @Nullable String purpose) {
        List<Archive.Value> values = type.code().equals(Restriction.TYPE)
                ? List.of(
                        new Archive.Value(type.field("measureCode").orElseThrow(), "1.2"),
                        new Archive.Value(type.field("purpose").orElseThrow(), purpose == null ? "" : purpose))
                : List.of();
        return new RecordView(
                id, type, "s", "限制", null, "某局", from, until, null, values, Instant.EPOCH, null, "source", 1);
    }

    private static Archive archive(RecordView... records) {
        // late in the evening in the zone, still the day before in UTC
        Instant now = TODAY.atTime(0, 30).atZone(ZONE).toInstant();
        return new Archive(TestFacts.view("s", "某公司"), List.of(records), List.of(), null, now);
    }
}
