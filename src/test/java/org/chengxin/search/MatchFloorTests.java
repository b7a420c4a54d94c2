package org.chengxin.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chengxin.search.lucene.LuceneEngines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How sure a match is on the names of {@code seed/} and on as many of nobody made from them; replay with {@code -Dtest.seed}. */
class MatchFloorTests {

    private static final Map<String, Double> RECALL = Map.of(
            "exact", 0.95, "width", 0.95, "traditional", 0.95, "code", 0.95, "code and name", 0.95, "no form", 0.85);

    @TempDir
    private Path folder;

    @Test
    void sureIsRightAndSureEnough() {
        long seed = Long.getLong("test.seed", System.nanoTime());
        List<SubjectDocument> subjects = SeedSubjects.all();
        MatchQuestions questions = new MatchQuestions(subjects, seed);
        List<String> missed = new ArrayList<>();
        try (SearchEngine engine = LuceneEngines.open(folder, "420200")) {
            engine.apply(new IndexBatch(subjects, List.of(), List.of(), List.of(), "1", 0));
            engine.flush();
            MatchMeasure.Report report = new MatchMeasure(engine)
                    .measure(
                            questions.about(subjects),
                            Instant.parse("2026-06-01T00:00:00Z"),
                            (question, answer) -> missed.add(question + " " + answer));
            String told = "seed=" + seed + "\n" + report.table() + "\n" + String.join("\n", missed);
            assertThat(report.overall().precision()).as(told).isGreaterThanOrEqualTo(0.995);
            RECALL.forEach((kind, least) ->
                    assertThat(report.of(kind).recall()).as(kind + " " + told).isGreaterThanOrEqualTo(least));
            int nobody = report.overall().questions() - report.overall().meant();
            assertThat(nobody).as(told).isGreaterThan(report.overall().meant() / 3);
        }
    }
}
