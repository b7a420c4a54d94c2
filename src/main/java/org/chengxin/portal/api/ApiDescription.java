package org.chengxin.portal.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chengxin.catalog.Catalog;
import org.chengxin.platform.ProblemKind;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.config.BlockingExecutionConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/**
 * Describes the API as OpenAPI at {@code /api/v1/openapi.json}: what springdoc reads from the controllers, and what it
 * cannot know: each door's parameters, problems, fields of every answer, and the record types of the catalogue.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescription implements WebFluxConfigurer {

    private static final String KEY = "key";
    private static final String PROBLEM = "application/problem+json";
    private static final String OVERVIEW =
            """
            Look up credit subjects (信用主体) and read their public credit records (信用记录).

            - Enumerations in answers are open sets (`x-extensible-enum`): ignore values you do not know. In requests an \
            unknown value, or a parameter that is not described here, answers 400 and names it.
            - What was repaired, withdrawn, annulled or has run out answers 404, the same as what never was.
            - Errors are problem details (RFC 9457) in the language of the answer.
            - Answers carry a strong `ETag`; send it back in `If-None-Match` to get 304. A record can end between two \
            reads, so ask each time.
            - `Prefer: receipt` gets a signed receipt of a look-up, in the field `Receipt`: `req` is what was asked, `dig` the \
            SHA-256 of the body in base64url (of a POST `req` has that of its body too), `cov` the sources and how fresh they were, `iat` when, `jti` its number. Keep it with the \
            body; both can be checked at any time with the published keys. For an answer read without one: `POST /api/v1/receipts`.
            - `RateLimit` and `RateLimit-Policy` say what is left of your quota; over it the answer is 429 with \
            `Retry-After`.
            - A key (`Authorization: Bearer`) has a quota of its own and opens the doors that say so. One that is unknown, has \
            expired or was revoked answers 401 at every door.
            - Reading is open to browsers of any site (CORS).
            """;

    private final AsyncTaskExecutor descriptions = oneAtATime();

    private static AsyncTaskExecutor oneAtATime() {
        ThreadPoolTaskExecutor one = new ThreadPoolTaskExecutor();
        one.setMaxPoolSize(1);
        one.setQueueCapacity(200);
        one.setAllowCoreThreadTimeOut(true);
        one.setThreadNamePrefix("description-");
        one.setDaemon(true);
        one.initialize();
        return one;
    }

    /** springdoc holds a lock while it writes the description: that is not for an event loop. */
    @Override
    public void configureBlockingExecution(BlockingExecutionConfigurer configurer) {
        configurer
                .setControllerMethodPredicate(
                        method -> method.getBeanType().getPackageName().startsWith("org.springdoc"))
                .setExecutor(descriptions);
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info().title("Chengxin 诚信查").version("v1").description(OVERVIEW))
                .servers(List.of(new Server().url("/").description("This portal")))
                .components(new Components()
                        .addSecuritySchemes(
                                KEY,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("A key of the operator's.")))
                .tags(List.of(
                        new Tag().name("subjects").description("Credit subjects (信用主体)"),
                        new Tag().name("restrictions").description("Joint measures in force (失信惩戒措施)"),
                        new Tag().name("lists").description("Lists for those who keep a copy (守信激励对象名单)"),
                        new Tag().name("records").description("Credit records (信用记录)"),
                        new Tag()
                                .name("documents")
                                .description("Reports (公共信用信息报告) and other documents, and how to check them"),
                        new Tag().name("log").description("The transparency log (透明日志): nothing is changed unseen")));
    }

    /** Adds to each operation the parameters its door reads and the problems it can answer. */
    @Bean
    OperationCustomizer doorParameters(Doors doors) {
        Map<String, Door> byId = doors.all().stream().collect(Collectors.toMap(Door::id, Function.identity()));
        return (Operation operation, HandlerMethod method) -> {
            Door door = byId.get(operation.getOperationId());
            if (door == null) {
                throw new IllegalStateException("operation " + operation.getOperationId() + " is not among the doors");
            }
            door.parameters().forEach(parameter -> operation.addParametersItem(describe(parameter)));
            if (door.tagged()) {
                operation.addParametersItem(new HeaderParameter()
                        .name("If-None-Match")
                        .description("`ETag` of the answer you have.")
                        .schema(string()));
                operation.addParametersItem(new HeaderParameter()
                        .name("Prefer")
                        .description("`receipt` for a signed receipt of the look-up in the field `Receipt`.")
                        .schema(string()));
            }
            if (door.scope() != null) {
                operation.addSecurityItem(
                        new SecurityRequirement().addList(KEY, door.scope().code()));
            }
            answers(operation.getResponses(), door);
            return operation;
        };
    }

    private static ApiResponse found(ApiResponses responses) {
        ApiResponse found = responses.entrySet().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .findFirst()
                .orElseThrow()
                .getValue();
        found.setDescription("The answer.");
        found.addHeaderObject("RateLimit", header("What is left of the quota: `\"requests\";r=599;t=1`."));
        found.addHeaderObject("RateLimit-Policy", header("The quota: `\"requests\";q=600;w=60`."));
        return found;
    }

    private static void answers(ApiResponses responses, Door door) {
        if (door.published()) {
            Objects.requireNonNull(responses.get("200")).setDescription("The file.");
            return;
        }
        ApiResponse found = found(responses);
        if (door.tagged()) {
            found.addHeaderObject("ETag", header("Strong entity tag of the body."));
            found.addHeaderObject(Receipts.NAME, header("Receipt that was asked for: a compact JWS (RFC 7515)."));
            responses.addApiResponse("304", new ApiResponse().description("You have the answer already."));
        }
        problem(
                responses,
                ProblemKind.INVALID_PARAMETER,
                "A parameter is unknown or cannot be used; `errors` names it.");
        if (door.finds()) {
            problem(responses, ProblemKind.NOT_FOUND, "Not there, not public, or no longer public.");
        }
        if (door.rests()) {
            problem(responses, ProblemKind.STALE_SOURCE, "A source was not taken in for too long; `errors` names it.");
        }
        problem(
                responses,
                ProblemKind.KEY_INVALID,
                door.scope() == null
                        ? "A key was sent that is unknown, has expired or was revoked."
                        : "No key was sent, or one that is unknown, has expired or was revoked.");
        problem(
                responses,
                ProblemKind.KEY_ORIGIN,
                door.scope() == null
                        ? "A key was sent that serves pages of other domains only."
                        : "The key has not the scope `" + door.scope().code()
                                + "`, or serves pages of other domains only.");
        anyDoor(responses);
    }

    private static void anyDoor(ApiResponses responses) {
        problem(responses, ProblemKind.NOT_ACCEPTABLE, "`Accept` lists no format of this door.");
        problem(responses, ProblemKind.ADDRESS_TOO_LONG, "The address is too long to be read.");
        problem(
                responses,
                ProblemKind.TOO_MANY_REQUESTS,
                "The quota is used up, or too many documents wait to be written; see `Retry-After`.");
        problem(responses, ProblemKind.INTERNAL, "The portal is at fault; `request` names the entry in its log.");
        problem(responses, ProblemKind.UNAVAILABLE, "Not answered in time; try again after `Retry-After`.");
    }

    private static void problem(ApiResponses responses, ProblemKind kind, String description) {
        ApiResponse response = new ApiResponse()
                .description(description)
                .content(new Content()
                        .addMediaType(
                                PROBLEM, new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
        if (kind == ProblemKind.TOO_MANY_REQUESTS || kind == ProblemKind.UNAVAILABLE) {
            response.addHeaderObject("Retry-After", header("Seconds to wait."));
        }
        responses.addApiResponse(Integer.toString(kind.status()), response);
    }

    private static Header header(String description) {
        return new Header().description(description).schema(string());
    }

    private static Schema<?> string() {
        return AnswerSchemas.typed("string");
    }

    private static Parameter describe(ApiParameter parameter) {
        boolean several = parameter.form() == ApiParameter.Form.CODES || parameter.form() == ApiParameter.Form.REGIONS;
        Schema<Object> value = AnswerSchemas.typed(
                switch (parameter.form()) {
                    case NUMBER -> "integer";
                    case AMOUNT -> "number";
                    default -> "string";
                });
        switch (parameter.form()) {
            case TEXT, CURSOR -> value.setMaxLength(parameter.max());
            case DATE -> value.setFormat("date");
            case REGIONS -> value.setPattern("^[0-9]{2,6}$");
            case CODE, CODES -> value.setEnum(List.copyOf(parameter.known()));
            case NUMBER -> {
                value.setMinimum(BigDecimal.valueOf(parameter.min()));
                value.setMaximum(BigDecimal.valueOf(parameter.max()));
            }
            case AMOUNT -> value.setMinimum(BigDecimal.ZERO);
            case MOMENT -> {}
        }
        if (parameter.standard() != null) {
            value.setDefault(
                    parameter.form() == ApiParameter.Form.NUMBER
                            ? Integer.valueOf(parameter.standard())
                            : parameter.standard());
        }
        return new Parameter()
                .in("query")
                .name(parameter.name())
                .required(parameter.required())
                .description(
                        several
                                ? parameter.description() + " Repeated or separated by commas."
                                : parameter.description())
                .schema(several ? AnswerSchemas.typed("array").items(value) : value);
    }

    @Bean
    DescribedApi describedApi() {
        return new DescribedApi();
    }

    /** Completes the schemas: what is never absent, what may be null, open sets, and data after the catalogue. */
    @Bean
    OpenApiCustomizer schemas(Catalog catalog) {
        return api -> {
            AnswerSchemas.complete(api, catalog);
            api.getComponents().setSchemas(new TreeMap<>(api.getComponents().getSchemas()));
        };
    }
}
