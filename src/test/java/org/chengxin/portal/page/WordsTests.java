package org.chengxin.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.CatalogLoader;
import org.chengxin.catalog.FieldKind;
import org.chengxin.catalog.Polarity;
import org.chengxin.catalog.RecordType;
import org.chengxin.catalog.Section;
import org.chengxin.catalog.Visibility;
import org.chengxin.record.Source;
import org.chengxin.subject.Identifier;
import org.chengxin.subject.OtherName;
import org.chengxin.subject.SubjectKind;
import org.chengxin.subject.SubjectStatus;
import org.junit.jupiter.api.Test;

/** Every word is there in both languages, for every key a template names and every code that can occur. */
class WordsTests {

    private static final Pattern IN_TEMPLATE = Pattern.compile("word\\(\"([^\"]+)\"");

    private final Properties chinese = read("messages.properties");
    private final Properties english = read("messages_en.properties");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(new TreeSet<>(english.stringPropertyNames()))
                .isEqualTo(new TreeSet<>(chinese.stringPropertyNames()));
    }

    @Test
    void bothLanguagesTakeTheSameArguments() {
        for (String key : chinese.stringPropertyNames()) {
            assertThat(new MessageFormat(english.getProperty(key)).getFormatsByArgumentIndex())
                    .as(key)
                    .hasSameSizeAs(new MessageFormat(chinese.getProperty(key)).getFormatsByArgumentIndex());
        }
    }

    @Test
    void englishWordsHoldNoChineseBesideTheExamplesAndTheOtherLanguage() {
        Set<String> meant = Set.of("home.examples", "language.other", "nothing.try.shorter");
        for (String key : english.stringPropertyNames()) {
            if (!meant.contains(key)) {
                assertThat(english.getProperty(key)).as(key).doesNotContainPattern("\\p{IsHan}");
            }
        }
    }

    @Test
    void everyKeyATemplateNamesIsThere() throws IOException {
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
            Set<String> named = templates
                    .filter(Files::isRegularFile)
                    .flatMap(template -> IN_TEMPLATE.matcher(text(template)).results())
                    .map(match -> match.group(1))
                    .collect(Collectors.toSet());
            assertThat(named).hasSizeGreaterThan(50);
            assertThat(chinese.stringPropertyNames()).containsAll(named);
        }
    }

    @Test
    void everyCodeThatCanOccurHasWords() {
        has(SubjectKind.values(), kind -> "kind." + kind.code());
        has(SubjectStatus.values(), status -> "status." + status.code());
        has(View.values(), view -> "view." + view.code());
        has(Section.values(), section -> "section." + Labels.id(section));
        has(Polarity.values(), polarity -> "polarity." + polarity.name());
        has(FieldKind.values(), kind -> "fieldKind." + kind.name());
        has(Visibility.values(), shown -> "visibility." + shown.name().toLowerCase(Locale.ROOT));
        has(Source.Kind.values(), kind -> "sourceKind." + kind.name());
        has(OtherName.Kind.values(), kind -> "name." + kind.name());
        has(Identifier.Scheme.values(), scheme -> "identifier." + scheme.code());
        for (String part : new String[] {"title", "text"}) {
            has(VerifyView.OFFLINE.toArray(String[]::new), verdict -> VerifyView.offline(verdict, part));
        }
        has(VerifyView.DOCUMENTS.toArray(String[]::new), VerifyView::document);
        has(VerifyView.FACTS.toArray(String[]::new), VerifyView::fact);
    }

    @Test
    void everyListOfTheCatalogueHasItsNameAndItsMark() {
        Catalog catalog = CatalogLoader.load();
        Set<String> lists = catalog.types().stream()
                .map(RecordType::list)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        assertThat(lists).isNotEmpty();
        for (String list : lists) {
            assertThat(chinese).containsKeys("list." + list, "mark." + list);
        }
    }

    @Test
    void theWordsOfTheFieldAreUsedAndTheWrongOnesAreNot() {
        String all = String.join(
                "\n", chinese.values().stream().map(Object::toString).toList());
        assertThat(all)
                .contains("未发现公示期内的失信信息", "严重失信主体名单", "下载公共信用信息报告")
                .doesNotContain("黑名单", "无不良记录", "暂无数据", "个人卖家", "过期");
    }

    private <T> void has(T[] values, Function<T, String> key) {
        assertThat(chinese.stringPropertyNames())
                .containsAll(Arrays.stream(values).map(key).toList());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties read(String name) {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(WordsTests.class.getResourceAsStream("/" + name)), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
