package org.chengxin.transparency;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chengxin.record.Archive;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What is published of a record as one line of JSON: the same bytes as long as the public sees the same. */
final class PublishedContent {

    private final JsonMapper json;

    PublishedContent(JsonMapper json) {
        this.json = json;
    }

    String of(Archive.RecordView record) {
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        content.put("record", record.id());
        content.put("type", record.type().code());
        content.put("subject", record.subjectId());
        content.put("title", record.title());
        content.put("documentNumber", record.documentNumber());
        content.put("authority", record.authority());
        content.put("decidedOn", Objects.toString(record.decidedOn(), null));
        content.put("validUntil", Objects.toString(record.validUntil(), null));
        content.put("level", record.level());
        content.put("publicUntil", Objects.toString(record.publicUntil(), null));
        content.put("source", record.source());
        content.put(
                "values",
                record.values().stream()
                        .map(value -> List.of(value.field().name(), value.text()))
                        .toList());
        return json.writeValueAsString(content);
    }

    /** Whether its publication has not ended by itself. */
    static boolean lasts(Archive.RecordView record, Instant now) {
        return record.publicUntil() == null || now.isBefore(record.publicUntil());
    }
}
