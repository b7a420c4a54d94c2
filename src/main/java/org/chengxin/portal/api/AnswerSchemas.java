package org.chengxin.portal.api;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.Polarity;
import org.chengxin.catalog.RecordType;
import org.chengxin.catalog.Section;
import org.chengxin.lists.Restriction;
import org.chengxin.platform.Problem;
import org.chengxin.report.ReportBatch;
import org.chengxin.search.Understanding;
import org.chengxin.shared.Codes;
import org.chengxin.subject.Identifier;
import org.chengxin.subject.OtherName;
import org.chengxin.subject.SubjectKind;
import org.chengxin.subject.SubjectStatus;
import org.jspecify.annotations.Nullable;

/** Completes the schemas that swagger reads from the records of {@link Answers} with what it does not see in them. */
final class AnswerSchemas {

    private static final String DATA = "RecordData-";
    private static final List<Class<?>> PROBLEMS = List.of(Problem.class, Problem.FieldError.class);

    private AnswerSchemas() {}

    @SuppressWarnings({"rawtypes", "unchecked"})
    static void complete(OpenAPI api, Catalog catalog) {
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        schemas.putAll(ModelConverters.getInstance(true).readAll(new AnnotatedType(Problem.class)));
        for (Class<?> bodies :
                List.of(Answers.class, RestrictionAnswers.class, RedListAnswers.class, ReportBatchAnswers.class)) {
            for (Class<?> answer : bodies.getDeclaredClasses()) {
                always(schema(schemas, nameOf(answer)), answer);
            }
        }
        PROBLEMS.forEach(problem -> present(schema(schemas, problem.getSimpleName()), problem));
        openSets(schemas, catalog);
        List<Schema> data = new ArrayList<>();
        for (RecordType type : Doors.shown(catalog)) {
            Map<String, Object> schema = DataSchemas.schema(type, Locale.ENGLISH);
            schemas.put(DATA + type.code(), Json31.mapper().convertValue(schema, Schema.class));
            data.add(new Schema<>().$ref("#/components/schemas/" + DATA + type.code()));
        }
        data.add(typed("object").description("Data of a type not known yet."));
        property(schemas, "CreditRecord", "data").setAnyOf(data);
    }

    /** A schema of one JSON type. */
    static Schema<Object> typed(String type) {
        Schema<Object> schema = new Schema<>();
        schema.addType(type);
        return schema;
    }

    private static String nameOf(Class<?> answer) {
        var named = answer.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
        return named == null || named.name().isEmpty() ? answer.getSimpleName() : named.name();
    }

    /** Every field is there; those marked nullable may be null. */
    @SuppressWarnings({"rawtypes", "unchecked"})
    private static void always(Schema schema, Class<?> answer) {
        for (RecordComponent component : answer.getRecordComponents()) {
            schema.addRequiredItem(component.getName());
            if (nullable(component)) {
                Schema<?> property = property(schema, component.getName());
                schema.getProperties().put(component.getName(), orNull(property));
            }
        }
    }

    /** Fields that are null are left out: the others are always there. */
    @SuppressWarnings("rawtypes")
    private static void present(Schema schema, Class<?> answer) {
        Arrays.stream(answer.getRecordComponents())
                .filter(component -> !nullable(component))
                .forEach(component -> schema.addRequiredItem(component.getName()));
    }

    private static boolean nullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static Schema<?> orNull(Schema<?> property) {
        if (property.get$ref() == null) {
            property.addType("null");
            return property;
        }
        Schema<?> either = new Schema<>();
        either.setDescription(property.getDescription());
        property.setDescription(null);
        either.setAnyOf(List.of((Schema) property, typed("null")));
        return either;
    }

    @SuppressWarnings("rawtypes")
    private static void openSets(Map<String, Schema> schemas, Catalog catalog) {
        List<String> types = Doors.shown(catalog).stream().map(RecordType::code).toList();
        List<String> lists = Doors.lists(catalog);
        List<String> kinds =
                Arrays.stream(SubjectKind.values()).map(SubjectKind::code).toList();
        List<String> statuses =
                Arrays.stream(SubjectStatus.values()).map(SubjectStatus::code).toList();
        for (String subject : List.of("SubjectItem", "SubjectProfile")) {
            open(property(schemas, subject, "kind"), kinds);
            open(property(schemas, subject, "status"), statuses);
            open(property(schemas, subject, "lists").getItems(), lists);
        }
        for (String record : List.of("CreditRecord", "RecordItem")) {
            open(property(schemas, record, "type"), types);
        }
        open(property(schemas, "CreditRecord", "list"), lists);
        open(property(schemas, "RecordType", "list"), lists);
        for (String record : List.of("CreditRecord", "RecordType")) {
            open(property(schemas, record, "polarity"), codes(Polarity.values()));
        }
        open(property(schemas, "RecordType", "section"), codes(Section.values()));
        open(property(schemas, "Understood", "as"), codes(Understanding.As.values()));
        open(property(schemas, "IdentifierItem", "scheme"), identifiers());
        open(property(schemas, "NameItem", "kind"), codes(OtherName.Kind.values()));
        open(
                property(schemas, "Evidence", "part"),
                List.of(
                        "name",
                        "brand",
                        "industry",
                        "form",
                        "region",
                        "formerName",
                        "alias",
                        "code",
                        "site",
                        "representative"));
        open(
                property(schemas, "Evidence", "how"),
                List.of("exact", "prefix", "partial", "pinyin", "initials", "homophone", "fuzzy", "reordered"));
        open(property(schemas, "Total", "relation"), List.of("eq", "gte"));
        open(property(schemas, "RestrictionItem", "purpose"), Restriction.purposes(catalog.require(Restriction.TYPE)));
        open(property(schemas, "RedListChange", "op"), List.of("put", "gone"));
        open(property(schemas, "ReportBatch", "state"), codes(ReportBatch.State.values()));
        open(property(schemas, "RowProblem", "reason"), List.of("malformed", "not-found"));
    }

    private static List<String> identifiers() {
        return Arrays.stream(Identifier.Scheme.values())
                .filter(scheme -> scheme != Identifier.Scheme.IDENTITY_HASH)
                .map(Identifier.Scheme::code)
                .toList();
    }

    private static List<String> codes(Enum<?>[] values) {
        return Arrays.stream(values).map(Codes::of).toList();
    }

    private static void open(Schema<?> schema, List<String> known) {
        schema.addExtension("x-extensible-enum", known);
    }

    @SuppressWarnings("rawtypes")
    private static Schema schema(Map<String, Schema> schemas, String name) {
        return Objects.requireNonNull(schemas.get(name), name);
    }

    @SuppressWarnings("rawtypes")
    private static Schema<?> property(Map<String, Schema> schemas, String schema, String property) {
        return property(schema(schemas, schema), property);
    }

    private static Schema<?> property(Schema<?> schema, String name) {
        return Objects.requireNonNull(schema.getProperties().get(name), name);
    }
}
