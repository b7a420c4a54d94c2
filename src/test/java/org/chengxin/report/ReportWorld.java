package org.chengxin.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chengxin.catalog.Audience;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.DocumentKind;
import org.chengxin.catalog.FieldDef;
import org.chengxin.catalog.FieldKind;
import org.chengxin.catalog.FieldRole;
import org.chengxin.catalog.Polarity;
import org.chengxin.catalog.RecordType;
import org.chengxin.catalog.Section;
import org.chengxin.catalog.Visibility;
import org.chengxin.proof.DocumentSigner;
import org.chengxin.proof.Statement;
import org.chengxin.proof.TestKeys;
import org.chengxin.record.Archive;
import org.chengxin.record.Source;
import org.chengxin.shared.CreditCode;
import org.chengxin.shared.LocalName;
import org.chengxin.subject.Identifier;
import org.chengxin.subject.OtherName;
import org.chengxin.subject.SubjectKind;
import org.chengxin.subject.SubjectStatus;
import org.jspecify.annotations.Nullable;

/** A small made-up catalogue, subject and issuer; every test of reports starts from them. */
final class ReportWorld {

    static final Instant NOW = Instant.parse("2026-11-24T08:05:00Z");
    static final String NUMBER = "CX202611247K3M9P2Q4R6TC";
    static final Issuer ISSUER = new Issuer(
            "https://credit.example.cn",
            new LocalName("信用黄石·电商诚信", "Credit Huangshi · E-commerce Integrity"),
            "黄石市（演示）",
            "0714-0000000",
            ZoneId.of("Asia/Shanghai"));
    static final String STATEMENT = TestKeys.statements()
            .sign(new Statement(
                    "https://credit.example.cn",
                    NUMBER,
                    DocumentKind.CREDIT_REPORT.code(),
                    "91330106673959654P",
                    "黄石市港饼网络科技有限公司",
                    NOW,
                    NOW.plusSeconds(86_400),
                    new byte[32],
                    null,
                    false));
    static final Issue CHINESE = new Issue(NUMBER, NOW, Locale.CHINESE, STATEMENT);
    static final Issue ENGLISH = new Issue(NUMBER, NOW, Locale.ENGLISH, STATEMENT);

    /** Five summary fields: columns. */
    static final RecordType PERMIT = type(
            "permit",
            new LocalName("行政许可", "Administrative permit"),
            Polarity.NEUTRAL,
            null,
            Section.LICENSING,
            10,
            field("title", null, FieldKind.TEXT, "许可事项", "Matter", true),
            field("documentNumber", FieldRole.DOCUMENT_NUMBER, FieldKind.KEYWORD, "决定文书号", "Document number", true),
            field("authority", FieldRole.AUTHORITY, FieldKind.TEXT, "许可机关", "Authority", true),
            field("decidedOn", FieldRole.DECIDED_ON, FieldKind.DATE, "决定日期", "Decided on", true),
            field("validUntil", FieldRole.VALID_UNTIL, FieldKind.DATE, "有效期至", "Valid until", true),
            field("content", null, FieldKind.TEXT, "许可内容", "Content", false),
            hidden(field("remark", null, FieldKind.TEXT, "备注", "Remark", false)));

    /** Six summary fields: a grid per record. */
    static final RecordType PENALTY = type(
            "penalty",
            new LocalName("行政处罚", "Administrative penalty"),
            Polarity.NEGATIVE,
            null,
            Section.PENALTY,
            40,
            field("documentNumber", FieldRole.DOCUMENT_NUMBER, FieldKind.KEYWORD, "决定书文号", "Document number", true),
            field("misconduct", null, FieldKind.TEXT, "违法行为类型", "Misconduct", true),
            field("facts", null, FieldKind.TEXT, "违法事实", "Facts", false),
            field("basis", FieldRole.BASIS, FieldKind.TEXT, "处罚依据", "Legal basis", false),
            field("penaltyKind", null, FieldKind.KEYWORD, "处罚类别", "Kind of penalty", true),
            field("fine", null, FieldKind.MONEY, "罚款金额", "Fine", true),
            field("decidedOn", FieldRole.DECIDED_ON, FieldKind.DATE, "决定日期", "Decided on", true),
            level(),
            field("authority", FieldRole.AUTHORITY, FieldKind.TEXT, "处罚机关", "Authority", true));

    static final RecordType RED = type(
            "red-list",
            new LocalName("红名单", "Red list"),
            Polarity.POSITIVE,
            "red",
            Section.INCENTIVE,
            30,
            field("honour", null, FieldKind.TEXT, "称号", "Honour", true),
            field("year", null, FieldKind.INTEGER, "年度", "Year", true),
            field("authority", FieldRole.AUTHORITY, FieldKind.TEXT, "认定机关", "Authority", true));

    static final RecordType SERIOUS = type(
            "serious-default",
            new LocalName("严重失信主体名单", "List of serious defaulters"),
            Polarity.NEGATIVE,
            "serious-default",
            Section.SERIOUS_DEFAULT,
            50,
            field("basis", FieldRole.BASIS, FieldKind.TEXT, "认定依据", "Basis", true),
            field("authority", FieldRole.AUTHORITY, FieldKind.TEXT, "认定机关", "Authority", true));

    static final RecordType CERTIFICATE = type(
            "certification",
            new LocalName("网站主体核验", "Site check"),
            Polarity.POSITIVE,
            null,
            Section.LICENSING,
            20,
            field("domain", null, FieldKind.URL, "网站", "Site", true),
            field("passed", null, FieldKind.BOOLEAN, "是否通过", "Passed", true));

    static final Catalog CATALOG = new Catalog(List.of(PERMIT, PENALTY, RED, SERIOUS, CERTIFICATE));

    static final List<Source> SOURCES = List.of(
            new Source("samr", "黄石市市场监督管理局", Source.Kind.DEPARTMENT, Instant.parse("2026-11-23T22:30:00Z"), 318),
            new Source("tax", "国家税务总局黄石市税务局", Source.Kind.DEPARTMENT, Instant.parse("2026-11-20T02:00:00Z"), 96),
            new Source("mall", "东楚商城", Source.Kind.PLATFORM, null, 0));

    static final String FACTS = "当事人在其网店销售的“港饼礼盒”页面宣称“央视推荐、十年老店”，经查，当事人成立于2021年，且不能提供央视推荐的"
            + "任何证明材料；自2025年11月1日至2026年3月18日，共销售326盒，销售额41,076.00元。上述事实有现场笔录、询问笔录、"
            + "交易记录、网页截图等证据证明。";

    private ReportWorld() {}

    static byte[] write(Archive archive, Issue issue) {
        return writer().write(report(archive), issue);
    }

    /** A report in Chinese that somebody else signs. */
    static byte[] write(DocumentSigner signer, Archive archive) {
        return writer(signer).write(report(archive), CHINESE);
    }

    /** What a report on all of an archive shows. */
    static Content report(Archive archive) {
        return new Content(Scope.of(DocumentKind.CREDIT_REPORT), archive, null, SOURCES);
    }

    static DocumentWriter writer() {
        return writer(TestKeys.signer());
    }

    private static DocumentWriter writer(DocumentSigner signer) {
        return new DocumentWriter(
                CATALOG, (code, language) -> "420202".equals(code) ? "湖北省黄石市黄石港区" : "", ISSUER, signer);
    }

    static Archive archive(Archive.RecordView... records) {
        return archive(subject("黄石市港饼网络科技有限公司"), List.of(records));
    }

    static Archive archive(Archive.SubjectView subject, List<Archive.RecordView> records) {
        return new Archive(subject, records, List.of(), null, NOW);
    }

    static Archive.SubjectView subject(String name) {
        return new Archive.SubjectView(
                "h7k2m9p4q6rt",
                SubjectKind.ENTERPRISE,
                name,
                CreditCode.of("91330106673959654P"),
                List.of(
                        new Identifier(Identifier.Scheme.DOMAIN, "gangbing.example.cn"),
                        new Identifier(Identifier.Scheme.IDENTITY_HASH, "c0ffee")),
                List.of(new OtherName(OtherName.Kind.FORMER, "黄石港饼食品厂", LocalDate.of(2019, 3, 1))),
                "420202",
                "湖北省黄石市黄石港区磁湖路 18 号",
                SubjectStatus.ACTIVE,
                "王小明",
                LocalDate.of(2021, 5, 12),
                "500 万元人民币",
                "互联网零售",
                "食品互联网销售；食品销售（仅销售预包装食品）；农副产品销售；国内贸易代理；信息技术咨询服务（除依法须经批准的项目外，" + "凭营业执照依法自主开展经营活动）",
                null,
                null);
    }

    static Archive.RecordView permit(int n) {
        return record(
                "permit" + n,
                PERMIT,
                Instant.parse("2030-01-31T16:00:00Z"),
                "title",
                n % 3 == 0 ? "食品经营许可（仅销售预包装食品、含网络经营）" : "食品经营许可",
                "documentNumber",
                "（黄）食许字〔2026〕第" + (1000 + n) + "号",
                "authority",
                "黄石市市场监督管理局",
                "decidedOn",
                "2026-0" + (1 + n % 9) + "-12",
                "validUntil",
                "2031-05-11",
                "content",
                "许可编号 JY14202020012345，经营场所黄石港区磁湖路 18 号。");
    }

    static Archive.RecordView penalty() {
        return record(
                "penalty1",
                PENALTY,
                Instant.parse("2027-04-01T16:00:00Z"),
                "documentNumber",
                "黄港市监处罚〔2026〕27号",
                "misconduct",
                "虚假或者引人误解的商业宣传",
                "facts",
                FACTS,
                "basis",
                "《中华人民共和国反不正当竞争法》第二十条第一款",
                "penaltyKind",
                "罚款",
                "fine",
                "20000",
                "decidedOn",
                "2026-04-02",
                "level",
                "ordinary",
                "authority",
                "黄石市黄石港区市场监督管理局");
    }

    static Archive.RecordView red() {
        return record("red1", RED, null, "honour", "纳税信用A级纳税人", "year", "2025", "authority", "国家税务总局黄石市税务局");
    }

    /** A record with the given names and values of its fields, in turn. */
    static Archive.RecordView record(String id, RecordType type, @Nullable Instant until, String... pairs) {
        List<Archive.Value> values = new ArrayList<>();
        LocalDate decidedOn = null;
        for (int i = 0; i < pairs.length; i += 2) {
            FieldDef field = type.field(pairs[i]).orElseThrow();
            values.add(new Archive.Value(field, pairs[i + 1]));
            if (field.role() == FieldRole.DECIDED_ON) {
                decidedOn = LocalDate.parse(pairs[i + 1]);
            }
        }
        return new Archive.RecordView(
                id,
                type,
                "h7k2m9p4q6rt",
                pairs[1],
                null,
                null,
                decidedOn,
                null,
                null,
                values,
                Instant.parse("2026-01-01T00:00:00Z"),
                until,
                type == RED ? "tax" : "samr",
                1);
    }

    static RecordType type(
            String code,
            LocalName name,
            Polarity polarity,
            @Nullable String list,
            Section section,
            int order,
            FieldDef... fields) {
        return new RecordType(
                code,
                name,
                polarity,
                "GB/T 00000 " + name.zh(),
                list,
                list != null && list.equals("red") ? DocumentKind.RED_LIST : null,
                section,
                order,
                new RecordType.Publication("any", true, true, false),
                List.of(fields[0].name()),
                List.of(fields[0].name()),
                List.of(fields));
    }

    static FieldDef field(
            String name, @Nullable FieldRole role, FieldKind kind, String zh, String en, boolean summary) {
        return new FieldDef(
                name,
                role,
                kind,
                new LocalName(zh, en),
                false,
                List.of(),
                null,
                Map.of(),
                audiences(Visibility.SHOW),
                false,
                false,
                false,
                summary);
    }

    static FieldDef hidden(FieldDef field) {
        return new FieldDef(
                field.name(),
                field.role(),
                field.kind(),
                field.label(),
                false,
                List.of(),
                null,
                field.options(),
                audiences(Visibility.HIDE),
                false,
                false,
                false,
                field.summary());
    }

    private static FieldDef level() {
        FieldDef plain = field("level", FieldRole.LEVEL, FieldKind.CODE, "失信程度", "Level", false);
        return new FieldDef(
                plain.name(),
                plain.role(),
                plain.kind(),
                plain.label(),
                false,
                List.of(),
                null,
                Map.of("ordinary", new LocalName("一般", "Ordinary"), "serious", new LocalName("严重", "Serious")),
                plain.visibility(),
                false,
                false,
                false,
                false);
    }

    private static Map<Audience, Visibility> audiences(Visibility visibility) {
        Map<Audience, Visibility> all = new EnumMap<>(Audience.class);
        for (Audience audience : Audience.values()) {
            all.put(audience, visibility);
        }
        return all;
    }
}
