package org.chengxin.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengxin.intake.IntakeWorld.code;
import static org.chengxin.intake.IntakeWorld.write;

import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.chengxin.platform.store.Change;
import org.chengxin.record.CreditRecord;
import org.chengxin.record.RecordState;
import org.chengxin.subject.Subject;
import org.chengxin.subject.SubjectKind;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sheets of records with what real ones bring, into a real PostgreSQL. */
class RecordIntakeIT {

    private static final String PENALTY =
            "CF_XDR_MC,CF_XDR_LB,CF_XDR_SHXYM,CF_WSH,CF_SY,CF_YJ,CF_NR,CF_NR_FK,CF_JDRQ,CF_GSJZQ,CF_CFJG,CF_XDR_ZJHM";

    private final IntakeWorld world = new IntakeWorld(12);

    @TempDir
    Path directory;

    @AfterEach
    void close() {
        world.close();
    }

    private static String penalty(String name, String uscc, String number, String fine, String decided, String end) {
        return String.join(
                ",",
                name,
                "法人及非法人组织",
                uscc,
                number,
                "虚假宣传",
                "《反不正当竞争法》第二十条",
                "罚款",
                fine,
                decided,
                end,
                "黄石市市场监督管理局",
                "");
    }

    @Test
    void doubleDisclosureInGb18030IsReadAndTheEarlierEndHolds() throws Exception {
        Path file = write(
                directory,
                "gbk.csv",
                Charset.forName("GB18030"),
                PENALTY,
                penalty("黄石㙍口商贸有限公司", code(1), "黄市监处罚〔2026〕1号", "5", "2026年9月1日", "2026-12-01"));
        assertThat(world.take(file, "penalty").counts().inserted()).isEqualTo(1);

        CreditRecord record = world.recordsOf("黄石㙍口商贸有限公司").get(0);
        assertThat(record.state()).isEqualTo(RecordState.PUBLISHED);
        assertThat(record.incomplete()).isFalse();
        assertThat(record.decidedOn()).isEqualTo(LocalDate.of(2026, 9, 1));
        assertThat(record.data()).containsEntry("fine", "50000").containsEntry("content", "罚款");
        assertThat(record.publicFrom()).isEqualTo(IntakeWorld.NOW);
        assertThat(record.publicUntil()).isEqualTo(Instant.parse("2026-12-01T16:00:00Z"));
    }

    @Test
    void severalPartiesOfOneDocumentAreSeveralRecords() throws Exception {
        world.take(
                write(
                        directory,
                        "a.csv",
                        PENALTY,
                        penalty("黄石甲商贸有限公司", code(1), "黄市监处罚〔2026〕1号", "1", "2026-09-01", ""),
                        penalty("黄石乙商贸有限公司", code(2), "黄市监处罚〔2026〕1号", "1", "2026-09-01", "")),
                "penalty");
        assertThat(world.count("record")).isEqualTo(2);
        assertThat(world.recordsOf("黄石甲商贸有限公司")).hasSize(1);
        assertThat(world.recordsOf("黄石乙商贸有限公司")).hasSize(1);
    }

    @Test
    void aCorrectionIsANewVersionUnderWhateverBrackets() throws Exception {
        world.take(
                write(
                        directory,
                        "a.csv",
                        PENALTY,
                        penalty("黄石甲商贸有限公司", code(1), "黄市监处罚〔2026〕1号", "1", "2026-09-01", "")),
                "penalty");
        ImportResult corrected = world.take(
                write(
                        directory,
                        "b.csv",
                        PENALTY,
                        penalty("黄石甲商贸有限公司", code(1), "黄市监处罚［2026］1号", "2", "2026-09-01", "")),
                "penalty");
        assertThat(corrected.counts().updated()).isEqualTo(1);
        List<CreditRecord> records = world.recordsOf("黄石甲商贸有限公司");
        assertThat(records).hasSize(1);
        assertThat(records.get(0).version()).isEqualTo(2);
        assertThat(records.get(0).data()).containsEntry("fine", "20000");
    }

    @Test
    void conflictingDatesAreRefused() throws Exception {
        ImportResult result = world.take(
                write(
                        directory,
                        "a.csv",
                        PENALTY,
                        penalty("黄石甲商贸有限公司", code(1), "1号", "1", "2027-01-01", ""),
                        penalty("黄石甲商贸有限公司", code(1), "2号", "1", "2026-01-01", "2025-01-01"),
                        penalty("黄石甲商贸有限公司", code(1), "3号", "50000", "2026-01-01", "长期")),
                "penalty");
        assertThat(result.counts().inserted()).isEqualTo(1);
        assertThat(Files.readAllLines(result.errorFile()))
                .anyMatch(line -> line.startsWith("2,CF_JDRQ,2027-01-01,未导入,") && line.endsWith("date.future"))
                .anyMatch(line -> line.startsWith("3,CF_GSJZQ,") && line.endsWith("date.before-decision"))
                .anyMatch(line -> line.startsWith("4,CF_NR_FK,50000,提示,") && line.endsWith("money.doubtful"));
    }

    @Test
    void aWorkbookWithItsHeaderInRowThree() throws Exception {
        Path file = directory.resolve("a.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Sheet1");
            sheet.value(0, 0, "行政处罚信息公示");
            sheet.range(0, 0, 0, 6).merge();
            sheet.value(1, 0, "填报单位：黄石市市场监督管理局");
            String[] header = {"行政相对人名称*", "统一社会信用代码", "行政处罚决定书文号", "处罚依据", "处罚内容", "罚款金额（元）", "处罚决定日期", "处罚机关"};
            Object[] row = {"黄石甲商贸有限公司", code(1), "1号", "某法", "罚款", 50000, LocalDate.of(2026, 9, 1), "黄石市市场监督管理局"};
            for (int i = 0; i < header.length; i++) {
                sheet.value(2, i, header[i]);
                if (row[i] instanceof Integer number) {
                    sheet.value(3, i, number);
                } else if (row[i] instanceof LocalDate day) {
                    sheet.value(3, i, day);
                    sheet.style(3, i).format("yyyy/m/d").set();
                } else {
                    sheet.value(3, i, row[i].toString());
                }
            }
            sheet.value(4, 0, "表格说明：日期按年-月-日填写");
        }
        ImportResult result = world.take(file, "penalty");
        assertThat(result.counts()).isEqualTo(new ImportCounts(1, 1, 0, 0, 0, 0, 0));
        CreditRecord record = world.recordsOf("黄石甲商贸有限公司").get(0);
        assertThat(record.data()).containsEntry("fine", "50000").containsEntry("decidedOn", "2026-09-01");
        assertThat(record.incomplete()).isFalse();
    }

    @Test
    void historicRowsAreKeptIncompleteAndOnlyThoseOfTheTypeAreTaken() throws Exception {
        Path file = write(
                directory,
                "old.jsonl",
                "{\"record_type\":\"blacklist\",\"subject\":\"某严重失信名单\",\"party_name\":\"黄石甲商贸有限公司\",\"party_org_code\":\""
                        + code(1).substring(8, 17) + "\",\"decision_date\":\"\",\"category\":\"某类\"}",
                "{\"record_type\":\"penalty\",\"party_name\":\"黄石乙商贸有限公司\",\"authority\":\"某局\",\"content\":\"警告\"}");
        world.take(write(directory, "s.csv", "名称,统一社会信用代码", "黄石甲商贸股份有限公司," + code(1)), "subjects");

        ImportResult list = world.take(file, "serious-default");
        assertThat(list.counts()).isEqualTo(new ImportCounts(2, 1, 0, 0, 1, 0, 2));
        ImportResult penalties = world.take(file, "penalty");
        assertThat(penalties.counts().inserted()).isEqualTo(1);
        assertThat(world.count("subject"))
                .as("the organisation code inside the USCC tells")
                .isEqualTo(2);
        for (String name : List.of("黄石甲商贸股份有限公司", "黄石乙商贸有限公司")) {
            assertThat(world.recordsOf(name)).hasSize(1).allSatisfy(record -> {
                assertThat(record.incomplete()).isTrue();
                assertThat(record.publicFrom()).isNull();
            });
        }
        assertThat(world.subject("黄石甲商贸股份有限公司").names())
                .as("a record's spelling is no name")
                .isEmpty();
    }

    @Test
    void freeTextWithNumbersOfPersonsWaitsForACorrectedVersion() throws Exception {
        String row = penalty("黄石甲商贸有限公司", code(1), "黄市监处罚〔2026〕1号", "1", "2026-09-01", "");
        for (String number : List.of(
                "420202199001011234",
                "420202 19900101 1234",
                "１３８１２３４１２３４",
                "1 3 8 1 2 3 4 1 2 3 4",
                "座机0714-6543210",
                "护照E12345678",
                "鄂B·D12345",
                "6222021234567890128")) {
            ImportResult held = world.take(
                    write(directory, "held.csv", PENALTY, row.replace("虚假宣传", "虚假宣传（" + number + "）")), "penalty");
            assertThat(held.counts().warnings()).as(number).isEqualTo(1);
            assertThat(world.recordsOf("黄石甲商贸有限公司")).singleElement().satisfies(record -> {
                assertThat(record.incomplete()).as(number).isTrue();
                assertThat(record.publicFrom()).isNull();
            });
        }
        world.take(write(directory, "mended.csv", PENALTY, row), "penalty");
        assertThat(world.recordsOf("黄石甲商贸有限公司")).singleElement().satisfies(record -> {
            assertThat(record.incomplete()).isFalse();
            assertThat(record.publicFrom()).isEqualTo(IntakeWorld.NOW);
        });
    }

    @Test
    void rowsWithoutAWholeKeyStayApart() throws Exception {
        String row = "{\"name\":\"黄石甲商贸有限公司\",\"matter\":\"抽检\",\"result\":\"%s\",\"authority\":\"某局\"}";
        Path file = write(directory, "a.jsonl", row.formatted("批号一不合格"), row.formatted("批号二不合格"));
        assertThat(world.take(file, "supervision").counts().inserted()).isEqualTo(2);
        assertThat(world.recordsOf("黄石甲商贸有限公司")).hasSize(2).allSatisfy(record -> assertThat(record.incomplete())
                .isTrue());
    }

    @Test
    void aMappingNamesColumnsAndTypes() throws Exception {
        Path mapping =
                write(directory, "m.yaml", "谁: subjectName", "何事: content", "备注: ''", "类: {罚: penalty, 许: permit}");
        Path file = write(directory, "a.csv", "类,谁,何事,备注", "罚,黄石甲商贸有限公司,罚款,密", "许,黄石乙商贸有限公司,准予,密");
        ImportResult result =
                world.importer.run(ImportRequest.of(file, "penalty").withMapping(mapping), ProgressListener.NONE);
        assertThat(result.counts().inserted()).isEqualTo(1);
        assertThat(result.counts().skipped()).isEqualTo(1);
        assertThat(world.recordsOf("黄石甲商贸有限公司").get(0).data()).containsOnly(Map.entry("content", "罚款"));
    }

    @Test
    void personsAreJoinedByTheirNumberOnlyAndTheNumberIsNotKept() throws Exception {
        String number = "420202199001011234";
        String row = "张伟,法人及非法人组织,,%s,事实,某法,罚款,1,2026-09-01,,黄石市市场监督管理局,%s";
        Path file = write(
                directory,
                "a.csv",
                PENALTY,
                row.formatted("1号", number),
                row.formatted("2号", number),
                row.formatted("3号", ""),
                row.formatted("4号", ""));
        ImportResult result = world.take(file, "penalty");
        assertThat(result.counts().inserted()).isEqualTo(4);
        assertThat(world.count("subject")).isEqualTo(3);
        assertThat(Files.readString(result.errorFile())).contains("kind.person").doesNotContain(number);
        for (String table : List.of("subject", "subject_version", "record", "record_version")) {
            assertThat(world.store
                            .jdbc
                            .sql("select count(*) from " + table + " t where to_jsonb(t)::text like '%" + number + "%'")
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        assertThat(world.store
                        .jdbc
                        .sql("select distinct kind from subject")
                        .query(String.class)
                        .single())
                .isEqualTo(SubjectKind.NATURAL_PERSON.code());

        world.importer.run(ImportRequest.of(file, "penalty").onceMore(true), ProgressListener.NONE);
        assertThat(world.count("subject")).as("taken in again").isEqualTo(3);
        assertThat(world.count("record_version")).isEqualTo(4);
    }

    @Test
    void anOldFileDoesNotBringBackWhatWasRepaired() throws Exception {
        String row = penalty("黄石甲商贸有限公司", code(1), "1号", "1", "2026-09-01", "");
        world.take(write(directory, "a.csv", PENALTY, row), "penalty");
        CreditRecord published = world.recordsOf("黄石甲商贸有限公司").get(0);
        CreditRecord repaired = new CreditRecord(
                published.id(),
                published.type(),
                published.subjectId(),
                RecordState.REPAIRED,
                false,
                published.documentNumber(),
                published.authority(),
                published.decidedOn(),
                null,
                published.level(),
                published.data(),
                published.publicFrom(),
                published.publicUntil(),
                published.naturalKey(),
                published.source(),
                2);
        world.store.transaction.executeWithoutResult(
                status -> world.records.save(List.of(repaired), new Change("desk", IntakeWorld.NOW, "repair")));

        world.take(write(directory, "b.csv", PENALTY, row.replace("罚款", "罚款一万元")), "penalty");
        CreditRecord after = world.recordsOf("黄石甲商贸有限公司").get(0);
        assertThat(after.version()).isEqualTo(3);
        assertThat(after.state()).isEqualTo(RecordState.REPAIRED);
    }

    @Test
    void whatNoAuthorityDecidedIsALead() throws Exception {
        world.take(
                write(
                        directory,
                        "a.jsonl",
                        "{\"name\":\"黄石甲商贸有限公司\",\"conduct\":\"fake-trading\",\"facts\":\"刷单\",\"discoveredOn\":\"2026-09-01\"}"),
                "misconduct");
        assertThat(world.recordsOf("黄石甲商贸有限公司").get(0).state()).isEqualTo(RecordState.LEAD);
    }

    @Test
    void aRecordOfAnotherCodeUnderAKnownNameIsAnotherSubject() throws Exception {
        world.take(write(directory, "s.csv", "名称,统一社会信用代码", "黄石甲商贸有限公司," + code(1)), "subjects");
        world.take(
                write(
                        directory,
                        "a.csv",
                        PENALTY,
                        penalty("黄石甲商贸有限公司", code(2), "1号", "1", "2026-09-01", ""),
                        penalty("黄石甲商贸（有限公司）", "", "2号", "1", "2026-09-01", "")),
                "penalty");
        List<Subject> same = world.subjects.matching(List.of(code(1), code(2)), List.of(), List.of());
        assertThat(same).extracting(Subject::name).containsExactly("黄石甲商贸有限公司", "黄石甲商贸有限公司");
        assertThat(world.count("subject"))
                .as("a name spelt otherwise is never taken by resemblance")
                .isEqualTo(3);
    }
}
