package org.chengxin.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chengxin.shared.Codes;
import org.chengxin.shared.LocalName;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One mapping of a YAML file, read key by key. It knows its place, so each complaint names file and place, and it remembers
 * what was read, so {@link #noMoreKeys()} finds misspelt keys.
 */
final class YamlObject {

    private final String file;
    private final String place;
    private final JsonNode node;
    private final Set<String> read = new HashSet<>();

    private YamlObject(String file, String place, @Nullable JsonNode node) {
        this.file = file;
        this.place = place;
        if (node == null || !node.isObject()) {
            throw new CatalogException(file, place, "must be a mapping");
        }
        this.node = node;
    }

    static YamlObject root(String file, @Nullable JsonNode node) {
        return new YamlObject(file, "", node);
    }

    CatalogException wrong(String key, String problem) {
        return new CatalogException(file, at(key), problem);
    }

    boolean has(String key) {
        return node.hasNonNull(key);
    }

    String text(String key) {
        JsonNode value = take(key);
        if (value == null || !value.isString() || value.asString().isBlank()) {
            throw wrong(key, value == null ? "is missing" : "must be a text that is not blank");
        }
        return value.asString();
    }

    @Nullable
    String optionalText(String key) {
        read.add(key);
        return has(key) ? text(key) : null;
    }

    int integer(String key) {
        JsonNode value = take(key);
        if (value == null || !value.isInt()) {
            throw wrong(key, value == null ? "is missing" : "must be a whole number");
        }
        return value.asInt();
    }

    boolean flag(String key) {
        JsonNode value = take(key);
        if (value == null || !value.isBoolean()) {
            throw wrong(key, value == null ? "is missing" : "must be true or false");
        }
        return value.asBoolean();
    }

    /** A list of texts, empty when the key is absent. */
    List<String> texts(String key) {
        JsonNode value = take(key);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            throw wrong(key, "must be a list");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode item : value) {
            if (!item.isString() || item.asString().isBlank()) {
                throw wrong(key, "holds " + item + ", which is not a text; put it in quotes");
            }
            if (texts.contains(item.asString())) {
                throw wrong(key, "names " + item.asString() + " twice");
            }
            texts.add(item.asString());
        }
        return List.copyOf(texts);
    }

    YamlObject object(String key) {
        JsonNode value = take(key);
        if (value == null) {
            throw wrong(key, "is missing");
        }
        return new YamlObject(file, at(key), value);
    }

    /** A list of mappings; each one's place is named by its {@code name}, else by its number. */
    List<YamlObject> objects(String key) {
        JsonNode value = take(key);
        if (value == null || !value.isArray() || value.isEmpty()) {
            throw wrong(key, value == null ? "is missing" : "must be a list of mappings");
        }
        List<YamlObject> objects = new ArrayList<>();
        for (JsonNode item : value) {
            String name = item.path("name").isString() ? item.path("name").asString() : "" + (objects.size() + 1);
            objects.add(new YamlObject(file, at(key) + "." + name, item));
        }
        return objects;
    }

    /** A name in both languages. */
    LocalName localName(String key) {
        YamlObject both = object(key);
        LocalName name = new LocalName(both.text("zh"), both.text("en"));
        both.noMoreKeys();
        return name;
    }

    /** Keys to names in both languages, in the file's order; empty when the key is absent. */
    Map<String, LocalName> localNames(String key) {
        if (!has(key)) {
            read.add(key);
            return Map.of();
        }
        YamlObject all = object(key);
        Map<String, LocalName> names = new LinkedHashMap<>();
        all.node.propertyNames().forEach(code -> names.put(code, all.localName(code)));
        return names;
    }

    /** What some audiences get; empty when the key is absent. */
    Map<Audience, Visibility> audiences(String key) {
        Map<Audience, Visibility> result = new EnumMap<>(Audience.class);
        if (!has(key)) {
            read.add(key);
            return result;
        }
        YamlObject all = object(key);
        for (Audience audience : Audience.values()) {
            String name = Codes.of(audience);
            if (all.has(name)) {
                result.put(audience, all.constant(name, Visibility.class));
            }
        }
        all.noMoreKeys();
        return result;
    }

    <E extends Enum<E>> E constant(String key, Class<E> type) {
        String text = text(key);
        return Codes.find(type, text).orElseThrow(() -> {
            List<String> known =
                    Arrays.stream(type.getEnumConstants()).map(Codes::of).toList();
            return wrong(key, text + " is not known; use one of " + String.join(", ", known));
        });
    }

    <E extends Enum<E>> @Nullable E optionalConstant(String key, Class<E> type) {
        read.add(key);
        return has(key) ? constant(key, type) : null;
    }

    /** Complains of keys that nothing asked for. */
    void noMoreKeys() {
        node.propertyNames().stream()
                .filter(key -> !read.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw wrong(key, "is not a known key");
                });
    }

    private @Nullable JsonNode take(String key) {
        read.add(key);
        return has(key) ? node.get(key) : null;
    }

    private String at(String key) {
        return place.isEmpty() ? key : place + "." + key;
    }
}
