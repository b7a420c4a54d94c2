package org.chengxin.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds subject documents inline: an active enterprise in Huangshi unless told otherwise. */
public final class Subjects {

    private final String id;
    private final String name;
    private String kind = "enterprise";
    private @Nullable String region = "420200";
    private String status = "active";
    private @Nullable String uscc;
    private final List<String> codes = new ArrayList<>();
    private final List<String> formerNames = new ArrayList<>();
    private final List<String> aliases = new ArrayList<>();
    private final List<String> sites = new ArrayList<>();
    private final List<String> representatives = new ArrayList<>();
    private @Nullable String branchOf;
    private @Nullable LocalDate registeredOn;
    private long visibleUntil = Long.MAX_VALUE;
    private final Map<String, List<Long>> recordEnds = new LinkedHashMap<>();
    private final Map<String, List<Long>> listEnds = new LinkedHashMap<>();
    private boolean person;
    private final List<String> notSame = new ArrayList<>();

    private Subjects(String id, String name) {
        this.id = id;
        this.name = name;
    }

    public static Subjects subject(String id, String name) {
        return new Subjects(id, name);
    }

    public Subjects kind(String code) {
        kind = code;
        return this;
    }

    public Subjects region(@Nullable String code) {
        region = code;
        return this;
    }

    public Subjects status(String code) {
        status = code;
        return this;
    }

    public Subjects uscc(String code) {
        uscc = code;
        return this;
    }

    public Subjects code(String code) {
        codes.add(code);
        return this;
    }

    public Subjects formerly(String former) {
        formerNames.add(former);
        return this;
    }

    public Subjects alias(String alias) {
        aliases.add(alias);
        return this;
    }

    public Subjects site(String site) {
        sites.add(site);
        return this;
    }

    public Subjects representative(String person) {
        representatives.add(person);
        return this;
    }

    public Subjects branchOf(String company) {
        branchOf = company;
        return this;
    }

    public Subjects registeredOn(LocalDate date) {
        registeredOn = date;
        return this;
    }

    public Subjects visibleUntil(long millis) {
        visibleUntil = millis;
        return this;
    }

    public Subjects record(String type, long end) {
        recordEnds.computeIfAbsent(type, key -> new ArrayList<>()).add(end);
        return this;
    }

    public Subjects list(String list, long end) {
        listEnds.computeIfAbsent(list, key -> new ArrayList<>()).add(end);
        return this;
    }

    public Subjects person() {
        kind = "natural-person-seller";
        person = true;
        return this;
    }

    public Subjects notSame(String id) {
        notSame.add(id);
        return this;
    }

    public SubjectDocument build() {
        return new SubjectDocument(
                id,
                name,
                kind,
                region,
                status,
                uscc,
                codes,
                formerNames,
                aliases,
                sites,
                representatives,
                branchOf,
                registeredOn,
                visibleUntil,
                recordEnds,
                listEnds,
                person,
                notSame);
    }
}
