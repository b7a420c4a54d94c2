package org.chengxin.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.lucene.document.Document;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.IndexOptions;
import org.chengxin.search.text.Analyzers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The templates decide how fields are indexed. */
class IndexTemplateTests {

    @ParameterizedTest
    @ValueSource(strings = {"subjects", "records"})
    void everyTextFieldHasAnAnalyzerThatIsThere(String name) {
        assertThat(IndexTemplate.read(name).analyzers()).isNotEmpty();
    }

    @Test
    void everyAnalyzerIsUsed() {
        IndexTemplate subjects = IndexTemplate.read("subjects");
        IndexTemplate records = IndexTemplate.read("records");
        assertThat(Analyzers.names())
                .allSatisfy(analyzer -> assertThat(subjects.uses(analyzer) || records.uses(analyzer))
                        .isTrue());
    }

    @Test
    void aTextIsIndexedInAllItsSubfields() {
        Document document = new Document();
        IndexTemplate.read("subjects").add(document, "names", "黄石港饼");
        assertThat(document.getFields())
                .extracting(field -> field.name())
                .containsExactlyInAnyOrder(
                        "names",
                        "names.pairs",
                        "names.characters",
                        "names.syllables",
                        "names.initials",
                        "names.letters",
                        "names.starts");
    }

    @Test
    void keywordsAndNumbersFollowTheirSettings() {
        IndexTemplate template = IndexTemplate.read("subjects");
        Document document = new Document();
        template.add(document, "regions", "4202");
        template.add(document, "sortName", "a");
        template.add(document, "ends.record.penalty", 7L);
        assertThat(document.getFields("regions")).singleElement().satisfies(field -> {
            assertThat(field.fieldType().indexOptions()).isEqualTo(IndexOptions.DOCS);
            assertThat(field.fieldType().docValuesType()).isEqualTo(DocValuesType.NONE);
        });
        assertThat(document.getFields("sortName")).singleElement().satisfies(field -> assertThat(
                        field.fieldType().docValuesType())
                .isEqualTo(DocValuesType.SORTED));
        assertThat(document.getFields("ends.record.penalty")).hasSize(2);
    }

    @Test
    void aFieldThatIsNotInTheTemplateIsAnError() {
        assertThatThrownBy(() -> IndexTemplate.read("subjects").add(new Document(), "color", "red"))
                .hasMessageContaining("color");
        assertThatThrownBy(() -> IndexTemplate.read("records").add(new Document(), "ends.record.x", 1L))
                .hasMessageContaining("ends.record.x");
    }
}
