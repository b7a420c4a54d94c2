package org.chengxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.chengxin.platform.ChengxinProperties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code docker/compose.yaml} where no Docker is, alone and with the cluster laid over it: it hangs together, and speaks of
 * settings that the portal has.
 */
@ParameterizedClass
@ValueSource(strings = {"compose.yaml", "compose.yaml compose.elasticsearch.yaml"})
class ComposeFileTests {

    @Parameter
    private String files;

    private final Map<String, JsonNode> services = new HashMap<>();
    private JsonNode file;

    @BeforeEach
    void read() throws Exception {
        ObjectNode whole = JsonMapper.shared().createObjectNode();
        for (String name : files.split(" ")) {
            // which knows aliases and what << merges
            Object loaded = new Yaml().load(Files.readString(Path.of("docker", name)));
            lay(JsonMapper.shared().valueToTree(loaded), whole);
        }
        file = whole;
        file.get("services").properties().forEach(service -> services.put(service.getKey(), service.getValue()));
    }

    /** As Compose lays one file over another: objects into each other, lists one after the other. */
    private static void lay(JsonNode over, ObjectNode under) {
        over.properties().forEach(one -> {
            JsonNode there = under.get(one.getKey());
            if (there instanceof ObjectNode object) {
                lay(one.getValue(), object);
            } else if (there instanceof ArrayNode list) {
                one.getValue().forEach(list::add);
            } else {
                under.set(one.getKey(), one.getValue());
            }
        });
    }

    @Test
    void everyServiceHasItsLimitsAndWhatLastsIsWatched() {
        services.forEach((name, service) -> {
            assertThat(service.has("mem_limit") && service.has("cpus")).as(name).isTrue();
            boolean once = !service.has("restart");
            assertThat(once
                            || service.has("healthcheck")
                            || service.at("/build/dockerfile").asString("").equals("docker/Dockerfile"))
                    .as("%s has a health check, of its own or of its image", name)
                    .isTrue();
        });
        assertThat(services.keySet()).contains("portal-1", "portal-2", "postgres", "redis");
    }

    @Test
    void theyComeUpInOrder() {
        services.forEach(
                (name, service) -> service.path("depends_on").properties().forEach(needed -> {
                    JsonNode other = services.get(needed.getKey());
                    assertThat(other).as("%s needs %s", name, needed.getKey()).isNotNull();
                    String condition = needed.getValue().get("condition").asString();
                    assertThat(condition)
                            .as("%s needs %s", name, needed.getKey())
                            .isEqualTo(other.has("restart") ? "service_healthy" : "service_completed_successfully");
                }));
    }

    @Test
    void passwordsComeFromFilesAndVolumesAreDeclared() {
        services.forEach((name, service) -> {
            service.path("environment").properties().forEach(variable -> assertThat(variable.getKey())
                    .as(name)
                    // ssl.key names a file
                    .doesNotMatch("(?i).*(password|secret|(?<!ssl\\.)key)$"));
            for (JsonNode secret : service.path("secrets")) {
                String source = secret.isString()
                        ? secret.asString()
                        : secret.get("source").asString();
                assertThat(file.at("/secrets/" + source + "/file").asString(""))
                        .as("%s of %s", source, name)
                        .isNotEmpty();
            }
            for (JsonNode volume : service.path("volumes")) {
                assertThat(file.get("volumes").has(volume.asString().split(":")[0]))
                        .as("%s of %s", volume, name)
                        .isTrue();
            }
        });
    }

    @Test
    void thePortalHasTheSettings() {
        Set<String> known = new TreeSet<>();
        settings("CHENGXIN", ChengxinProperties.class, known);
        for (String portal : Set.of("portal-1", "portal-2")) {
            services.get(portal).get("environment").properties().stream()
                    .map(Map.Entry::getKey)
                    .filter(name -> name.startsWith("CHENGXIN_"))
                    .forEach(name -> assertThat(known).contains(name.replace("_", "")));
            for (JsonNode secret : services.get(portal).get("secrets")) {
                assertThat(known)
                        .contains(secret.get("target")
                                .asString()
                                .replaceAll("[.-]", "")
                                .toUpperCase(Locale.ROOT));
            }
        }
    }

    private static void settings(String prefix, Class<?> type, Set<String> names) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = prefix + component.getName().toUpperCase(Locale.ROOT);
            if (component.getType().isRecord()) {
                settings(name, component.getType(), names);
            } else {
                names.add(name);
            }
        }
    }
}
