package org.chengxin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chengxin.shared.NameKey;
import org.chengxin.subject.Subject;
import org.junit.jupiter.api.Test;

/** The made-up city goes in whole, once. */
class SeedLoaderIT {

    @Test
    void loadsEveryRowOnceAndNothingTwice() {
        try (IntakeWorld world = new IntakeWorld(7)) {
            List<ImportResult> first = world.seed.load();
            assertThat(first)
                    .isNotEmpty()
                    .allSatisfy(result -> assertThat(result.counts().refused()).isZero());
            long subjects = world.count("subject");
            long versions = world.count("record_version");
            assertThat(world.count("record")).isGreaterThan(500);
            assertThat(subjects)
                    .as("every subject of a record is one of subjects.jsonl")
                    .isEqualTo(first.get(0).counts().rows());

            List<ImportResult> second = world.seed.load();
            assertThat(second).allSatisfy(result -> assertThat(result.already()).isTrue());
            assertThat(world.count("subject")).isEqualTo(subjects);
            assertThat(world.count("record_version")).isEqualTo(versions);
        }
    }

    @Test
    void tiesBranchesAndShopsOfTheSeed() {
        try (IntakeWorld world = new IntakeWorld(8)) {
            world.seed.load();
            Subject company = world.subject("黄石市港饼网络科技有限公司");
            assertThat(world.subjects.dependants(company.id()).stream().map(subject -> NameKey.of(subject.name())))
                    .contains("黄石市港饼网络科技有限公司大冶分公司", "黄石市港饼网络科技有限公司阳新分公司", "港饼旗舰店");
        }
    }
}
