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
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code docker/compose.yaml} where no Docker is: it hangs together, and speaks of settings that the portal has. */
class ComposeFileTests {

    private final Map<String, JsonNode> services = new HashMap<>();
    private JsonNode file;

    @BeforeEach
    void read() throws Exception {
        // which knows aliases and what << merges
        Object loaded = new Yaml().load(Files.readString(Path.of("docker/compose.yaml")));
        file = JsonMapper.shared().valueToTree(loaded);
        file.get("services").properties().forEach(service -> services.put(service.getKey(), service.getValue()));
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
                    .doesNotMatch("(?i).*(password|secret|key)$"));
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
