package org.chengxin.portal.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import reactor.core.publisher.Mono;

/** The operations of the API as {@code /api/v1/openapi.json} describes them, for the page that tells them to people. */
public final class DescribedApi implements OpenApiCustomizer {

    private final CompletableFuture<List<Door>> doors = new CompletableFuture<>();

    /**
     * An operation.
     *
     * @param method in capitals
     * @param path with its variables in braces
     * @param tag what it is about: {@code subjects}, {@code records} or {@code documents}
     * @param takes media type of the body it takes, null for none
     * @param keyed whether it opens to holders of a key only
     */
    public record Door(
            String id,
            String method,
            String path,
            String tag,
            List<Field> fields,
            @Nullable String takes,
            boolean keyed) {}

    /**
     * A parameter.
     *
     * @param in {@code path}, {@code query} or {@code header}
     * @param form {@code text}, {@code number}, {@code amount}, {@code date}, {@code code} or {@code codes}, the latter for several values
     * @param values those it takes, empty when they are not a list
     * @param least smallest number, null for none
     * @param most greatest number, or most characters of a text; null for none
     * @param standard value when it is not given, null for none
     */
    public record Field(
            String name,
            String in,
            boolean required,
            String form,
            List<String> values,
            @Nullable Integer least,
            @Nullable Integer most,
            @Nullable String standard) {}

    /** Called when the description is written, right after the start. */
    @Override
    public void customise(OpenAPI description) {
        List<Door> found = new ArrayList<>();
        description.getPaths().forEach((path, item) -> item.readOperationsMap()
                .forEach((method, operation) -> found.add(door(method, path, operation))));
        List<String> tags = description.getTags().stream().map(Tag::getName).toList();
        found.sort(Comparator.comparingInt((Door door) -> tags.indexOf(door.tag()))
                .thenComparing(Door::path)
                .thenComparing(Door::method));
        doors.complete(List.copyOf(found));
    }

    /** All operations, by what they are about; waits until it is written. */
    public Mono<List<Door>> doors() {
        return Mono.fromFuture(doors, true);
    }

    private static Door door(PathItem.HttpMethod method, String path, Operation operation) {
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        return new Door(
                operation.getOperationId(),
                method.name(),
                path,
                operation.getTags().get(0),
                parameters.stream().map(DescribedApi::field).toList(),
                operation.getRequestBody() == null
                        ? null
                        : operation
                                .getRequestBody()
                                .getContent()
                                .keySet()
                                .iterator()
                                .next(),
                operation.getSecurity() != null);
    }

    private static Field field(Parameter parameter) {
        Schema<?> schema = parameter.getSchema();
        boolean several = "array".equals(type(schema));
        Schema<?> value = several ? schema.getItems() : schema;
        List<String> values = value.getEnum() == null
                ? List.of()
                : value.getEnum().stream().map(Object::toString).toList();
        boolean number = "integer".equals(type(value));
        return new Field(
                parameter.getName(),
                parameter.getIn(),
                Boolean.TRUE.equals(parameter.getRequired()),
                several ? "codes" : !values.isEmpty() ? "code" : number ? "number" : form(value),
                values,
                value.getMinimum() == null ? null : value.getMinimum().intValue(),
                number && value.getMaximum() != null
                        ? Integer.valueOf(value.getMaximum().intValue())
                        : value.getMaxLength(),
                value.getDefault() == null ? null : value.getDefault().toString());
    }

    private static String form(Schema<?> value) {
        return "number".equals(type(value)) ? "amount" : "date".equals(value.getFormat()) ? "date" : "text";
    }

    private static String type(Schema<?> schema) {
        return schema.getTypes() == null
                ? schema.getType()
                : schema.getTypes().iterator().next();
    }
}
