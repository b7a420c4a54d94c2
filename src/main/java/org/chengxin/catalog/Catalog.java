package org.chengxin.catalog;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All record types, in their order. Immutable. */
public final class Catalog {

    private final Map<String, RecordType> types = new LinkedHashMap<>();

    /** Throws {@link IllegalArgumentException} when two types share a code. */
    public Catalog(Collection<RecordType> types) {
        types.stream()
                .sorted(Comparator.comparingInt(RecordType::order).thenComparing(RecordType::code))
                .forEach(type -> {
                    if (this.types.put(type.code(), type) != null) {
                        throw new IllegalArgumentException("two record types have the code " + type.code());
                    }
                });
    }

    /** All types, in the order in which pages and reports show them. */
    public List<RecordType> types() {
        return List.copyOf(types.values());
    }

    /** The type of a code that somebody gave; empty when there is none. */
    public Optional<RecordType> type(String code) {
        return Optional.ofNullable(types.get(code));
    }

    /** The type of a code that came from the store; throws {@link IllegalStateException} when its file is gone. */
    public RecordType require(String code) {
        return type(code)
                .orElseThrow(() -> new IllegalStateException(
                        "no file in record-types describes the type " + code + ", but records of it exist"));
    }
}
