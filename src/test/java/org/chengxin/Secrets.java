package org.chengxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chengxin.catalog.Audience;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.FieldDef;
import org.chengxin.catalog.RecordType;
import org.chengxin.catalog.Visibility;
import org.chengxin.record.RecordState;
import org.chengxin.subject.SubjectKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What no door of the portal with the seed may show: document numbers and facts of records that are not public, names of
 * natural persons that no list orders shown, values the catalogue hides or masks. Read from the store by SQL of its own, not
 * through {@code Disclosure}; blanks are left out of all of it.
 */
final class Secrets {

    /** An identity number or a mobile number, as sheets hold them. */
    private static final Pattern OF_PERSONS =
            Pattern.compile("(?<![0-9A-Za-z.])(?:[1-9][0-9]{5}(?:19|20)[0-9]{9}[0-9Xx]|1[3-9][0-9]{9})(?![0-9A-Za-z])");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Set<String> hidden = new TreeSet<>();
    private final Set<String> open = new TreeSet<>();
    private final Set<String> reasons = new TreeSet<>();
    private final Catalog catalog;
    private final String[] persons = Arrays.stream(SubjectKind.values())
            .filter(SubjectKind::naturalPerson)
            .map(SubjectKind::code)
            .toArray(String[]::new);

    private Secrets(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * All of them, at a moment.
     *
     * @param shown whether the public sees the subject with an id
     */
    static Set<String> of(JdbcClient jdbc, Catalog catalog, Instant now, Predicate<String> shown) {
        Secrets secrets = new Secrets(catalog);
        secrets.readRecords(jdbc, now);
        secrets.readSubjects(jdbc, shown);
        // a word that is also said in public proves nothing; full text reads over punctuation, so what differs in it
        // alone is said too
        String said = secrets.open.stream().map(Secrets::plain).collect(Collectors.joining("\n"));
        secrets.hidden.removeIf(secret -> said.contains(plain(secret)));
        assertThat(secrets.hidden)
                .as("the seed holds much that must not be shown")
                .hasSizeGreaterThan(100);
        return secrets.hidden;
    }

    /** Numbers of persons as the files of the seed hold them, most of which the store never sees. */
    static Set<String> numbersOfPersons() throws IOException {
        Set<String> numbers = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("seed"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                numbers.addAll(numbersOfPersons(Files.readString(file)));
            }
        }
        assertThat(numbers).hasSizeGreaterThan(10);
        return numbers;
    }

    static List<String> numbersOfPersons(String text) {
        return OF_PERSONS.matcher(text).results().map(found -> found.group()).toList();
    }

    private void readRecords(JdbcClient jdbc, Instant now) {
        jdbc.sql("select r.*, s.kind, s.name as subject_name,"
                        + " (public_until is not null and public_until <= :now) as run_out"
                        + " from record r join subject s on s.id = r.subject_id")
                .param("now", Timestamp.from(now))
                .query(row -> {
                    RecordType type = catalog.require(row.getString("type"));
                    boolean person = Arrays.asList(persons).contains(row.getString("kind"));
                    JsonNode data = JSON.readTree(row.getString("data"));
                    String reason = reason(
                            type,
                            person,
                            data,
                            row.getString("state"),
                            row.getBoolean("incomplete") || row.getTimestamp("public_from") == null,
                            row.getBoolean("run_out"));
                    boolean shown = reason.isEmpty();
                    reasons.add(reason);
                    String number = row.getString("document_number");
                    if (number != null) {
                        (shown ? open : hidden).add(packed(number));
                    }
                    if (shown && person) {
                        open.add(packed(row.getString("subject_name")));
                    }
                    for (FieldDef field : type.recordFields()) {
                        String value = packed(data.path(field.name()).asString(""));
                        if (shown && field.visibility().get(Audience.PUBLIC) == Visibility.SHOW) {
                            open.add(value);
                        } else if (value.length() >= 8 && !value.matches("[0-9-]+")) {
                            hidden.add(value);
                        }
                    }
                });
        Set<String> states = EnumSet.complementOf(EnumSet.of(RecordState.PUBLISHED)).stream()
                .map(RecordState::code)
                .collect(Collectors.toSet());
        assertThat(reasons)
                .as("the seed has each state and each other reason to show nothing")
                .containsAll(states)
                .contains("", "run out", "incomplete", "hidden type", "person", "not opened");
    }

    /** Why a record is not public; blank when it is. */
    private static String reason(
            RecordType type, boolean person, JsonNode data, String state, boolean incomplete, boolean runOut) {
        if (!state.equals(RecordState.PUBLISHED.code())) {
            return state;
        }
        if (incomplete) {
            return "incomplete";
        }
        if (runOut) {
            return "run out";
        }
        if (!type.publication().shown()) {
            return "hidden type";
        }
        if (person && !type.publication().naturalPersons()) {
            return "person";
        }
        return data.path("disclosure").asString("public").equals("public") ? "" : "not opened";
    }

    private void readSubjects(JdbcClient jdbc, Predicate<String> shown) {
        jdbc.sql("select * from subject").query(row -> {
            boolean person = Arrays.asList(persons).contains(row.getString("kind"));
            String name = row.getString("name");
            if (person) {
                hidden.add(packed(name));
            }
            if (shown.test(row.getString("id"))) {
                open.add(packed(name));
            }
            if (row.getString("representative") != null) {
                open.add(packed(row.getString("representative")));
            }
            if (!person) {
                open.add(packed(row.getString("identifiers")));
            }
        });
        // of the catalogue, which is public
        catalog.types().forEach(type -> {
            open.add(packed(type.standard()));
            type.recordFields().forEach(field -> open.addAll(field.options().keySet()));
        });
    }

    private static String packed(String text) {
        return text.replaceAll("\\s", "");
    }

    private static String plain(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}\\n]", "");
    }
}
