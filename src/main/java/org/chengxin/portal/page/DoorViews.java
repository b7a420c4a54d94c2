package org.chengxin.portal.page;

import java.util.ArrayList;
import java.util.List;
import org.chengxin.portal.api.DescribedApi;
import org.chengxin.search.RecordHit;
import org.jspecify.annotations.Nullable;

/** Tells the operations of the API to people, with addresses that can be tried because they name what is really there. */
final class DoorViews {

    private static final String SIZE = "3";

    private final Words words;
    private final String site;
    private final @Nullable RecordHit known;

    /** {@code known}: a record in publication, to try operations with; null where there is none. */
    DoorViews(Words words, String site, @Nullable RecordHit known) {
        this.words = words;
        this.site = site;
        this.known = known;
    }

    DevelopersView.Door of(DescribedApi.Door door) {
        @Nullable String path = resolved(door);
        boolean read = "GET".equals(door.method());
        List<DevelopersView.Field> fields =
                door.fields().stream().map(field -> field(door, field)).toList();
        List<DevelopersView.Field> asked = fields.stream()
                .filter(field -> "query".equals(field.in()) && !"cursor".equals(field.name()))
                .toList();
        boolean tried = read && path != null && !door.keyed();
        @Nullable String example = tried ? path + query(asked) : null;
        return new DevelopersView.Door(
                door.id(),
                door.method(),
                door.path(),
                words.get("developers.door." + door.id()),
                fields,
                example,
                curl(door, example == null ? door.path().replaceAll("[{}]", "") : example),
                tried ? path : null,
                asked);
    }

    /** The path with what is really there in the place of its variable; null when nothing is known to put there. */
    private @Nullable String resolved(DescribedApi.Door door) {
        if (!door.path().contains("{")) {
            return door.path();
        }
        if (known == null || !door.path().contains("{id}")) {
            return null;
        }
        return door.path().replace("{id}", "records".equals(door.tag()) ? known.id() : known.subjectId());
    }

    private DevelopersView.Field field(DescribedApi.Door door, DescribedApi.Field field) {
        List<String> told = new ArrayList<>();
        told.add(words.get("developers.form." + field.form()));
        if (field.required()) {
            told.add(words.get("developers.required"));
        }
        if (field.least() != null && field.most() != null) {
            told.add(words.get("developers.range", field.least(), field.most()));
        } else if (field.most() != null) {
            told.add(words.get("developers.longest", field.most()));
        }
        if (field.standard() != null) {
            told.add(words.get("developers.standard", field.standard()));
        }
        return new DevelopersView.Field(
                field.name(),
                field.in(),
                words.get("developers.in." + field.in()),
                field.form(),
                String.join(words.get("list.separator"), told),
                words.get("developers.parameter." + field.name()),
                field.values(),
                tried(door, field));
    }

    /** What a form is filled in with, and an example asks for; blank for nothing. */
    private String tried(DescribedApi.Door door, DescribedApi.Field field) {
        return switch (field.name()) {
            case "q" -> known == null || !"subjects".equals(door.tag()) ? "" : known.subjectName();
            case "size" -> SIZE;
            default -> "";
        };
    }

    private static String query(List<DevelopersView.Field> asked) {
        List<String> pairs = asked.stream()
                .filter(field -> !field.tried().isEmpty())
                .map(field -> field.name() + "=" + PageRequest.encode(field.tried()))
                .toList();
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    private String curl(DescribedApi.Door door, String address) {
        String curl = door.keyed() ? "curl -H 'Authorization: Bearer KEY' " : "curl ";
        if (door.takes() == null) {
            return curl + (address.endsWith(".pdf") ? "-OJ '" : "'") + site + address + "'";
        }
        String body =
                "application/json".equals(door.takes()) ? "-d '" + question(door) + "'" : "--data-binary @report.pdf";
        return curl + "-H 'Content-Type: " + door.takes() + "' " + body + " '" + site + address + "'";
    }

    private String question(DescribedApi.Door door) {
        if ("restrictions".equals(door.tag())) {
            return "{\"subjects\": [\"" + (known == null ? "" : known.subjectId()) + "\"]}";
        }
        // a quotation mark in a name would end the argument
        String name = known == null ? "" : known.subjectName().replaceAll("[\"'\\\\]", "");
        return "{\"queries\": {\"1\": {\"name\": \"" + name + "\"}}}";
    }
}
