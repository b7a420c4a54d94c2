package org.chengxin.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.chengxin.ElasticsearchNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The plugin gives in Elasticsearch the tokens that the same analysis gives inside the process. The golden table is
 * written anew with {@code -Dgolden.rewrite=true}.
 */
class AnalysisPluginIT {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/analysis.txt");
    private static final ElasticsearchNode NODE = ElasticsearchNode.shared();
    private static final Map<String, String> INDEX = Map.of("subjects", "chengxin_name", "records", "chengxin_words");

    private static final List<String> TEXTS = List.of(
            "黄石市港饼网络科技有限公司",
            "黃石市港餅網絡科技有限公司",
            "黄石（磁湖）ＡＢＣ店",
            "重庆长沙银行",
            "阿卜杜·买买提",
            "𠮷野家(武汉)",
            "91420202ma4f 0k8h7x",
            "http://www.shop.example.com/index.htm?shop_id=7&utm_source=x",
            "黄市监罚字〔2024〕第12号",
            "当事人在网店虚构商品评价，误导消费者",
            "Café 3M",
            "有限公司",
            " ");

    @BeforeAll
    static void createIndices() throws IOException {
        for (String name : INDEX.keySet()) {
            String template = Files.readString(Path.of("index-templates/" + name + ".json"));
            String index =
                    JsonMapper.shared().readTree(template).get("template").toString();
            NODE.ask("DELETE", "/analysis-" + name, "");
            assertThat(NODE.ask("PUT", "/analysis-" + name, index)
                            .path("acknowledged")
                            .asBoolean(false))
                    .isTrue();
        }
    }

    private static List<String> elasticsearch(String analyzer, String text) {
        boolean ofRecords = Set.of("chengxin_words", "chengxin_units", "chengxin_document_number")
                .contains(analyzer);
        String body = JsonMapper.shared().writeValueAsString(Map.of("analyzer", analyzer, "text", List.of(text)));
        JsonNode answer = NODE.ask("POST", "/analysis-" + (ofRecords ? "records" : "subjects") + "/_analyze", body);
        assertThat(answer.has("tokens"))
                .as("%s of %s: %s", analyzer, text, answer)
                .isTrue();
        List<String> tokens = new ArrayList<>();
        answer.get("tokens").forEach(token -> tokens.add(token.get("token").asString()));
        return tokens;
    }

    private static List<String> lucene(String analyzer, String text) throws IOException {
        List<String> tokens = new ArrayList<>();
        try (TokenStream stream = Analyzers.byName(analyzer).tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(term.toString());
            }
            stream.end();
        }
        return tokens;
    }

    @Test
    void theGoldenTableHoldsInBoth() throws IOException {
        StringBuilder inElasticsearch = new StringBuilder();
        StringBuilder inLucene = new StringBuilder();
        for (String analyzer : Analyzers.names()) {
            for (String text : TEXTS) {
                String head = analyzer + " | " + text + " | ";
                inElasticsearch
                        .append(head)
                        .append(String.join(" / ", plain(elasticsearch(analyzer, text))))
                        .append('\n');
                inLucene.append(head)
                        .append(String.join(" / ", plain(lucene(analyzer, text))))
                        .append('\n');
            }
        }
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(GOLDEN, inLucene);
        }
        assertThat(inElasticsearch.toString()).isEqualTo(inLucene.toString());
        assertThat(inLucene.toString()).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void randomTextsAreTheSameInBoth() throws IOException {
        long seed = Long.getLong("test.seed", System.nanoTime());
        System.out.println("seed=" + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 120; i++) {
            String text = random(random);
            for (String analyzer : Analyzers.names()) {
                assertThat(plain(elasticsearch(analyzer, text)))
                        .as("%s of '%s', seed %d", analyzer, text, seed)
                        .isEqualTo(plain(lucene(analyzer, text)));
            }
        }
    }

    private static String random(Random random) {
        String words = "黄石市港饼网络科技有限公司重慶長沙銀行（）〔〕0123456789abcXYZ.-/ ·＆ＡＢ";
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(40);
        for (int i = 0; i < length; i++) {
            int kind = random.nextInt(20);
            if (kind < 12) {
                text.append(words.charAt(random.nextInt(words.length())));
            } else if (kind < 18) {
                text.append((char) (0x4E00 + random.nextInt(0x5000)));
            } else if (kind < 19) {
                text.append((char) (0x20 + random.nextInt(0xD700)));
            } else {
                text.appendCodePoint(0x20000 + random.nextInt(0xA000));
            }
        }
        return text.toString();
    }

    /** Half a character has no place in UTF-8: the index of either engine has a replacement in its stead. */
    private static List<String> plain(List<String> tokens) {
        return tokens.stream()
                .map(token -> {
                    StringBuilder plain = new StringBuilder();
                    token.codePoints()
                            .forEach(point -> plain.appendCodePoint(
                                    Character.isBmpCodePoint(point) && Character.isSurrogate((char) point)
                                            ? 0xFFFD
                                            : point));
                    return plain.toString();
                })
                .toList();
    }
}
