package org.chengxin.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chengxin.intake.IntakeWorld.code;
import static org.chengxin.intake.IntakeWorld.write;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.chengxin.record.Source;
import org.chengxin.shared.CreditCode;
import org.chengxin.subject.Identifier;
import org.chengxin.subject.OtherName;
import org.chengxin.subject.Subject;
import org.chengxin.subject.SubjectKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sheets of subjects with what real ones bring, into a real PostgreSQL. */
class SubjectIntakeIT {

    private final IntakeWorld world = new IntakeWorld(11);

    @TempDir
    Path directory;

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void ofTwoNamesOfOneCodeTheNewerIsCurrentWhenADateDecides() throws Exception {
        Path file = write(
                directory,
                "names.csv",
                "名称,统一社会信用代码,更新日期",
                "黄石新名商贸有限公司," + code(1) + ",2024-05-01",
                "黄石旧名商贸有限公司," + code(1) + ",2019-03-01",
                "黄石更新名商贸有限公司," + code(1) + ",2025-06-01");
        ImportResult result = world.take(file, "subjects");

        Subject subject = world.subject("黄石更新名商贸有限公司");
        assertThat(world.count("subject")).isEqualTo(1);
        assertThat(subject.names())
                .containsExactlyInAnyOrder(
                        new OtherName(OtherName.Kind.FORMER, "黄石旧名商贸有限公司", LocalDate.of(2024, 5, 1)),
                        new OtherName(OtherName.Kind.FORMER, "黄石新名商贸有限公司", LocalDate.of(2025, 6, 1)));
        assertThat(result.counts().refused()).isZero();
    }

    @Test
    void withoutADateTheKnownNameStaysAndTheOtherIsAnAlias() throws Exception {
        world.take(write(directory, "a.csv", "名称,统一社会信用代码", "黄石甲商贸有限公司," + code(1)), "subjects");
        ImportResult result = world.take(write(directory, "b.csv", "名称,统一社会信用代码", "黄石乙商贸有限公司," + code(1)), "subjects");

        assertThat(world.subject("黄石甲商贸有限公司").names())
                .containsExactly(new OtherName(OtherName.Kind.ALIAS, "黄石乙商贸有限公司", null));
        assertThat(Files.readString(result.errorFile())).contains("name.second").contains("黄石甲商贸有限公司");
    }

    @Test
    void whoIsStatedToBeAnotherIsNotMergedByName() throws Exception {
        String known = code("92420202", 1);
        world.take(write(directory, "a.csv", "名称,统一社会信用代码", "张记小吃店," + known), "subjects");
        Path another = write(directory, "b.csv", "名称,非同一主体,注册号", "张记小吃店," + known + ",420203600000018");
        assertThat(world.take(another, "subjects").counts().inserted()).isEqualTo(1);
        assertThat(world.count("subject")).isEqualTo(2);
        assertThat(world.count("distinct_subjects")).isEqualTo(1);

        Path again = write(directory, "c.csv", "名称,非同一主体", "张记小吃店," + known, "张记小吃店,91420202000000000X");
        ImportResult result = world.take(again, "subjects");
        assertThat(result.counts().inserted()).isZero();
        assertThat(world.count("distinct_subjects")).isEqualTo(1);
        assertThat(Files.readString(result.errorFile())).contains("name.ambiguous");
    }

    @Test
    void aNameOfTwoKnownToBeNotTheSameTellsNeither() throws Exception {
        String first = code(1);
        String second = code(2);
        world.take(
                write(
                        directory,
                        "a.csv",
                        "名称,统一社会信用代码,曾用名",
                        "黄石港饼食品有限公司," + first + ",",
                        "黄石味道食品有限公司," + second + ",黄石港饼食品有限公司"),
                "subjects");
        Path bare = write(directory, "b.csv", "名称,地址", "黄石港饼食品有限公司,湖滨大道1号");
        assertThat(world.take(bare, "subjects").counts().updated()).isEqualTo(1);

        world.distinct.state(
                world.subject("黄石港饼食品有限公司").id(), world.subject("黄石味道食品有限公司").id(), "电话核实", "tester", IntakeWorld.NOW);
        Path more = write(directory, "c.csv", "名称,地址", "黄石港饼食品有限公司,湖滨大道2号");
        ImportResult result = world.take(more, "subjects");
        assertThat(result.counts().refused()).isEqualTo(1);
        assertThat(world.subject("黄石港饼食品有限公司").address()).isEqualTo("湖滨大道1号");

        world.distinct.lift(
                world.subject("黄石港饼食品有限公司").id(), world.subject("黄石味道食品有限公司").id(), "tester", IntakeWorld.NOW);
        assertThat(world.distinct.all()).isEmpty();
        Path last = write(directory, "d.csv", "名称,地址", "黄石港饼食品有限公司,湖滨大道3号");
        assertThat(world.take(last, "subjects").counts().updated()).isEqualTo(1);
    }

    @Test
    void oneNameOfTwoCodesIsTwoSubjectsAndTheNameAloneTellsNeither() throws Exception {
        ImportResult result = world.take(
                write(
                        directory,
                        "a.csv",
                        "名称,统一社会信用代码",
                        "张记小吃店," + code("92420202", 1),
                        "张记小吃店," + code("92420203", 2),
                        "张记小吃店,"),
                "subjects");
        assertThat(world.count("subject")).isEqualTo(2);
        assertThat(result.counts()).isEqualTo(new ImportCounts(3, 2, 0, 0, 0, 1, 0));
        assertThat(Files.readString(result.errorFile()))
                .contains("4,,张记小吃店,未导入,")
                .contains("name.ambiguous");
    }

    @Test
    void aNameWithoutCodeIsCompletedByTheCodeThatComesLater() throws Exception {
        world.take(write(directory, "a.csv", "名称,注册号", "黄石甲商贸有限公司,420288048413497"), "subjects");
        world.take(write(directory, "b.csv", "名称,统一社会信用代码", "黄石甲商贸有限公司 ," + code(1)), "subjects");
        assertThat(world.count("subject")).isEqualTo(1);
        Subject subject = world.subject("黄石甲商贸有限公司");
        assertThat(subject.uscc()).isEqualTo(CreditCode.of(code(1)));
        assertThat(subject.identifiers())
                .containsExactly(new Identifier(Identifier.Scheme.REGISTRATION_NUMBER, "420288048413497"));
        assertThat(subject.version()).isEqualTo(2);
    }

    @Test
    void aCodeWhoseCheckCharacterDisagreesIsTakenFromDepartmentsOnly() throws Exception {
        Path file = write(directory, "a.csv", "名称,统一社会信用代码", "厦门某中心,91350211M0000XUF46");
        ImportResult refused = world.take(file, "subjects");
        assertThat(refused.counts().refused()).isEqualTo(1);
        assertThat(Files.readString(refused.errorFile()))
                .contains("2,统一社会信用代码,91350211M0000XUF46,未导入,校验码不符")
                .contains("code.mismatch");

        ImportResult taken = world.importer.run(
                ImportRequest.of(file, "subjects").withSource("某市登记机关", Source.Kind.DEPARTMENT), ProgressListener.NONE);
        assertThat(taken.counts().inserted()).isEqualTo(1);
        assertThat(world.subject("厦门某中心").uscc().status()).isEqualTo(CreditCode.Status.MISMATCH);
    }

    @Test
    void badRowsAreToldAndTheGoodOnesGoIn() throws Exception {
        ImportResult result = world.take(
                write(
                        directory,
                        "a.csv",
                        "名称,统一社会信用代码,法定代表人,成立日期",
                        "黄石甲商贸有限公司,9.142E+17,张三,2020-01-01",
                        "黄石乙商贸有限公司、黄石丙商贸有限公司,,李四,2020-01-01",
                        "=HYPERLINK(1),12345,王五,2020-01-01",
                        "黄石丁商贸有限公司," + code(4).replace('0', 'O') + ",赵六（420202199001011234）,2020年2月30日",
                        "黄石戊商贸有限公司," + code(5).replace('0', 'O') + ",赵六（420202199001011234）,43831"),
                "subjects");

        assertThat(result.counts().inserted()).isEqualTo(1);
        assertThat(result.counts().refused()).isEqualTo(4);
        Subject subject = world.subject("黄石戊商贸有限公司");
        assertThat(subject.uscc()).isEqualTo(CreditCode.of(code(5)));
        assertThat(subject.representative()).isEqualTo("赵六");
        assertThat(subject.registeredOn()).isEqualTo(LocalDate.of(2020, 1, 1));

        byte[] bytes = Files.readAllBytes(result.errorFile());
        assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
        List<String> lines = Files.readAllLines(result.errorFile());
        assertThat(lines.get(0)).endsWith("行号,列,值,级别,原因,代码");
        assertThat(lines)
                .anyMatch(line -> line.startsWith("2,统一社会信用代码,9.142E+17,未导入,") && line.endsWith("code.scientific"))
                .anyMatch(line -> line.startsWith("3,名称,") && line.endsWith("name.several"))
                .anyMatch(line -> line.startsWith("4,统一社会信用代码,12345,未导入,") && line.contains("这里是 5 位"))
                .anyMatch(line -> line.startsWith("5,成立日期,") && line.endsWith("date.calendar"))
                .anyMatch(line -> line.startsWith("6,统一社会信用代码,") && line.contains("提示"))
                .noneMatch(line -> line.contains("420202199001011234"))
                .noneMatch(line -> line.contains(",=HYPERLINK"));
    }

    @Test
    void theSameFileTwiceChangesNothing() throws Exception {
        Path file = write(directory, "a.csv", "名称,统一社会信用代码,简称", "黄石甲商贸有限公司," + code(1) + ",甲商");
        assertThat(world.take(file, "subjects").already()).isFalse();
        long versions = world.count("subject_version");

        ImportResult twice = world.take(file, "subjects");
        assertThat(twice.already()).isTrue();
        assertThat(twice.counts().unchanged()).isEqualTo(1);

        ImportResult again =
                world.importer.run(ImportRequest.of(file, "subjects").onceMore(true), ProgressListener.NONE);
        assertThat(again.already()).isFalse();
        assertThat(again.counts()).isEqualTo(new ImportCounts(1, 0, 0, 1, 0, 0, 0));
        assertThat(world.count("subject_version")).isEqualTo(versions);
        assertThat(world.count("outbox")).isEqualTo(versions);
    }

    @Test
    void aStoppedImportGoesOnBehindItsLastChunk() throws Exception {
        int rows = RowFeed.CHUNK * 2 + 100;
        String[] lines = new String[rows + 1];
        lines[0] = "名称,统一社会信用代码";
        for (int i = 1; i <= rows; i++) {
            lines[i] = "黄石第" + i + "号商贸有限公司," + (i % 1000 == 0 ? "1" : code(i));
        }
        Path file = write(directory, "many.csv", lines);
        AtomicBoolean stop = new AtomicBoolean(true);
        assertThatThrownBy(() -> world.importer.run(ImportRequest.of(file, "subjects"), (done, share) -> {
                    if (stop.getAndSet(false)) {
                        throw new IllegalStateException("killed");
                    }
                }))
                .hasMessage("killed");
        assertThat(world.count("subject")).isEqualTo(RowFeed.CHUNK - 5);

        ImportResult rest = world.take(file, "subjects");
        assertThat(rest.resumedAt()).isEqualTo(RowFeed.CHUNK);
        assertThat(rest.counts().rows()).isEqualTo(rows);
        assertThat(rest.counts().inserted()).isEqualTo(rows - 10);
        assertThat(world.count("subject")).isEqualTo(rows - 10);
        assertThat(world.count("subject_version")).isEqualTo(rows - 10);
        assertThat(Files.readAllLines(rest.errorFile())).hasSize(1 + 10);
    }

    @Test
    void branchesFindTheirCompanyEvenWhenItComesLater() throws Exception {
        world.take(
                write(
                        directory,
                        "a.csv",
                        "名称,统一社会信用代码,类型,经营主体",
                        "黄石港饼网络科技有限公司大冶分公司," + code(1) + ",,",
                        "港饼旗舰店,,网店," + code(3),
                        "黄石港饼网络科技有限公司," + code(3) + ",,"),
                "subjects");
        Subject company = world.subject("黄石港饼网络科技有限公司");
        assertThat(world.subject("黄石港饼网络科技有限公司大冶分公司").branchOf()).isEqualTo(company.id());
        assertThat(world.subject("港饼旗舰店").operatorId()).isEqualTo(company.id());
        assertThat(company.branchOf()).isNull();
    }

    @Test
    void kindAndPlaceComeFromWhatTheRowTells() throws Exception {
        world.take(
                write(
                        directory,
                        "a.csv",
                        "名称,统一社会信用代码,省,市,区县",
                        "某某商贸有限公司," + code("91110105", 1) + ",湖北,黄石,",
                        "大冶市某某商行," + code("92110105", 2) + ",,,",
                        "某某供销合作社," + code("93420222", 3) + ",,,"),
                "subjects");
        assertThat(world.subject("某某商贸有限公司").region()).isEqualTo("4202");
        assertThat(world.subject("大冶市某某商行").region()).isEqualTo("420281");
        assertThat(world.subject("大冶市某某商行").kind()).isEqualTo(SubjectKind.INDIVIDUAL_BUSINESS);
        assertThat(world.subject("某某供销合作社").region()).isEqualTo("420222");
        assertThat(world.subject("某某供销合作社").kind()).isEqualTo(SubjectKind.ENTERPRISE);
    }

    @Test
    void whatCannotStartSaysWhy() throws Exception {
        Path file = write(directory, "a.csv", "名称", "黄石甲商贸有限公司");
        assertThatThrownBy(() -> world.take(file, "nothing"))
                .isInstanceOfSatisfying(ImportException.class, wrong -> assertThat(wrong.isWrongUse())
                        .isTrue());
        assertThatThrownBy(() -> world.take(directory.resolve("none.csv"), "subjects"))
                .isInstanceOfSatisfying(
                        ImportException.class, wrong -> assertThat(wrong.code()).isEqualTo("file.missing"));
        Path mapping = write(directory, "m.yaml", "名称: noSuchField");
        assertThatThrownBy(() -> world.importer.run(
                        ImportRequest.of(file, "subjects").withMapping(mapping), ProgressListener.NONE))
                .isInstanceOfSatisfying(
                        ImportException.class, wrong -> assertThat(wrong.code()).isEqualTo("mapping.field"));
    }
}
