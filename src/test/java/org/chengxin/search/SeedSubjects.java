package org.chengxin.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The subjects of {@code seed/} as documents of the index, natural persons left out. */
final class SeedSubjects {

    private static final Set<String> PERSONS = Set.of("natural-person-seller", "practitioner", "natural-person");

    private SeedSubjects() {}

    static List<SubjectDocument> all() {
        List<JsonNode> rows = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(Path.of("seed/subjects.jsonl"))) {
                JsonNode row = JsonMapper.shared().readTree(line);
                if (!PERSONS.contains(row.get("kind").asString())) {
                    rows.add(row);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // a branch names its company by code or by name
        Map<String, String> companies = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            companies.put(rows.get(i).get("name").asString(), "s" + i);
            companies.put(rows.get(i).path("uscc").asString(""), "s" + i);
        }
        List<SubjectDocument> subjects = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            subjects.add(subject("s" + i, rows.get(i), companies).build());
        }
        return subjects;
    }

    private static Subjects subject(String id, JsonNode row, Map<String, String> companies) {
        Subjects subject = Subjects.subject(id, row.get("name").asString())
                .kind(row.get("kind").asString())
                .region(row.get("region").asString())
                .status(row.get("status").asString());
        row.path("formerNames").forEach(name -> subject.formerly(name.asString().replaceFirst("@.*", "")));
        row.path("aliases").forEach(name -> subject.alias(name.asString()));
        row.path("brands").forEach(name -> subject.alias(name.asString()));
        row.path("shopNames").forEach(name -> subject.alias(name.asString()));
        row.path("domains").forEach(site -> subject.site(site.asString()));
        row.path("shopUrls").forEach(site -> subject.site(site.asString()));
        if (row.has("uscc")) {
            subject.uscc(row.get("uscc").asString());
        }
        if (row.has("registrationNumber")) {
            subject.code(row.get("registrationNumber").asString());
        }
        if (row.has("branchOf")) {
            subject.branchOf(companies.get(row.get("branchOf").asString()));
        }
        if (row.has("representative")) {
            subject.representative(row.get("representative").asString());
        }
        return subject;
    }
}
