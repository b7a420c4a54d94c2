package org.chengxin.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chengxin.record.Archive;
import org.chengxin.shared.CreditCode;
import org.chengxin.subject.Identifier;
import org.chengxin.subject.OtherName;
import org.chengxin.subject.SubjectKind;
import org.chengxin.subject.SubjectStatus;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What pages say in the terms of schema.org, and what they keep to themselves. */
class LinkedDataTests {

    private static final String LINKED = "script[type=application/ld+json]";

    private final PageWorld world = new PageWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aProfileNamesTheOrganisationAsThePageShowsIt() {
        JsonNode said = json(profile(subject(SubjectKind.ENTERPRISE, PageWorld.NAME, PageWorld.USCC)));
        assertThat(said.get("@context").asString()).isEqualTo("https://schema.org");
        assertThat(said.get("@type").asString()).isEqualTo("Organization");
        assertThat(said.get("@id").asString()).isEqualTo("https://credit.example.cn/s/s1");
        assertThat(said.get("name").asString()).isEqualTo(PageWorld.NAME);
        assertThat(said.get("legalName").asString()).isEqualTo(PageWorld.NAME);
        assertThat(said.get("identifier").get("propertyID").asString()).isEqualTo("统一社会信用代码");
        assertThat(said.get("identifier").get("value").asString()).isEqualTo(PageWorld.USCC);
        assertThat(said.get("alternateName").toString()).isEqualTo("[\"港饼\"]");
        assertThat(said.get("address").get("streetAddress").asString()).isEqualTo("黄石市西塞山区港饼街1号");
        assertThat(said.get("sameAs").toString())
                .isEqualTo("[\"https://gangbing.example.cn\",\"https://shop.example.cn/1\"]");
        assertThat(said.propertyNames())
                .as("no representative, no record")
                .containsExactlyInAnyOrder(
                        "@context",
                        "@type",
                        "@id",
                        "url",
                        "name",
                        "legalName",
                        "identifier",
                        "alternateName",
                        "address",
                        "sameAs");
    }

    @Test
    void anOfficeOfGovernmentIsCalledSo() {
        JsonNode said = json(profile(subject(SubjectKind.OTHER_ORGANISATION, "黄石市某局", "11420200011337089N")));
        assertThat(said.get("@type").asString()).isEqualTo("GovernmentOrganization");
    }

    @Test
    void anIndividualBusinessIsNamedWithoutItsAddress() {
        JsonNode said = json(profile(subject(SubjectKind.INDIVIDUAL_BUSINESS, "张记小吃店", null)));
        assertThat(said.has("address")).isFalse();
        assertThat(said.has("legalName")).isFalse();
        assertThat(said.get("name").asString()).isEqualTo("张记小吃店");
    }

    @ParameterizedTest
    @EnumSource(SubjectKind.class)
    void ofPersonsNothingIsSaid(SubjectKind kind) {
        assertThat(profile(subject(kind, "某某", null)).select(LINKED)).hasSize(kind.naturalPerson() ? 0 : 1);
    }

    @Test
    void whereNegativeRecordsAreShownNothingIsSaid() {
        Archive.SubjectView subject = subject(SubjectKind.ENTERPRISE, PageWorld.NAME, PageWorld.USCC);
        world.answers.archives.put(
                "s1", new Archive(subject, List.of(world.penalty()), List.of(), null, PageWorld.NOW));
        assertThat(world.get("/s/s1").select(LINKED)).isEmpty();
        assertThat(world.get("/s/s1/records/r1").select(LINKED)).isEmpty();
    }

    @Test
    void noNameEndsTheElementOrOpensAComment() {
        String name = "</script><script>alert(1)</script><!--<script>\u2028&lt;]]>";
        Archive.SubjectView subject = subject(SubjectKind.ENTERPRISE, name, PageWorld.USCC);
        world.answers.archives.put("s1", new Archive(subject, List.of(), List.of(), null, PageWorld.NOW));
        String html = PageWorld.html(world.exchange("/s/s1", "zh"));
        String said = Jsoup.parse(html).selectFirst(LINKED).data();
        assertThat(said).doesNotContain("<");
        assertThat(JsonMapper.shared().readTree(said).get("name").asString()).isEqualTo(name);
        assertThat(Jsoup.parse(html).select("script:not([src])")).hasSize(1);
    }

    @Test
    void theStatisticsAreADataSetWithTheirFiles() {
        Document page = world.get("/statistics");
        JsonNode said = json(page);
        assertThat(said.get("@type").asString()).isEqualTo("Dataset");
        assertThat(said.get("creator").get("name").asString()).isEqualTo("主办者");
        assertThat(said.get("distribution").size())
                .isEqualTo(page.select("a[download]").size())
                .isPositive();
        assertThat(said.get("distribution").get(0).get("contentUrl").asString())
                .startsWith("https://credit.example.cn/statistics.csv?by=");
    }

    private Document profile(Archive.SubjectView subject) {
        world.answers.archives.put("s1", new Archive(subject, List.of(), List.of(), null, PageWorld.NOW));
        return world.get("/s/s1");
    }

    private static JsonNode json(Document page) {
        Elements linked = page.select(LINKED);
        assertThat(linked).hasSize(1);
        return JsonMapper.shared().readTree(linked.first().data());
    }

    private static Archive.SubjectView subject(SubjectKind kind, String name, String code) {
        return new Archive.SubjectView(
                "s1",
                kind,
                name,
                code == null ? null : CreditCode.of(code),
                List.of(
                        new Identifier(Identifier.Scheme.DOMAIN, "gangbing.example.cn"),
                        new Identifier(Identifier.Scheme.SHOP_URL, "https://shop.example.cn/1"),
                        new Identifier(Identifier.Scheme.TAX_NUMBER, "420202000000001")),
                List.of(
                        new OtherName(OtherName.Kind.FORMER, "黄石港饼厂", null),
                        new OtherName(OtherName.Kind.ALIAS, "港饼", null)),
                "420203",
                "黄石市西塞山区港饼街1号",
                SubjectStatus.ACTIVE,
                "王某",
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
