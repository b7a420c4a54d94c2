package org.chengxin.portal.page;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chengxin.catalog.Catalog;
import org.chengxin.record.PublicationRule;
import org.jspecify.annotations.Nullable;

/** Tells the dated rules of publication: of which records, how long, since when, on what basis. */
final class RuleLines {

    private static final String ANY_LEVEL = "any";

    private final Catalog catalog;
    private final Labels labels;
    private final Words words;

    RuleLines(Catalog catalog, Labels labels) {
        this.catalog = catalog;
        this.labels = labels;
        this.words = labels.words();
    }

    DataView.RuleLine of(PublicationRule rule) {
        List<String> types = catalog.types().stream()
                .filter(type -> rule.families().contains(type.publication().rule()))
                .map(type -> labels.name(type.name()))
                .toList();
        List<String> terms = rule.levels().entrySet().stream()
                .map(level -> term(rule, level))
                .toList();
        List<String> remarks = new ArrayList<>();
        remarks.add(words.get("rule.scope." + rule.scope().name()));
        if (rule.verify()) {
            remarks.add(words.get("rule.verify"));
        }
        if (rule.note() != null && words.chinese()) {
            remarks.add(rule.note());
        }
        return new DataView.RuleLine(
                rule.code(),
                labels.name(rule.name()),
                rule.basis(),
                String.join(words.get("list.separator"), types),
                rule.until() == null
                        ? words.get("rule.since", rule.effective().toString())
                        : words.get(
                                "rule.between",
                                rule.effective().toString(),
                                rule.until().toString()),
                terms,
                remarks);
    }

    private String term(PublicationRule rule, Map.Entry<String, PublicationRule.Level> level) {
        String term = term(rule, level.getValue());
        return level.getKey().equals(ANY_LEVEL) ? term : words.get("rule.level", labels.level(level.getKey()), term);
    }

    private String term(PublicationRule rule, PublicationRule.Level level) {
        if (!level.published()) {
            return words.get("rule.hidden");
        }
        String from = words.get("rule.from." + rule.countsFrom().name());
        @Nullable String most = level.maximum() == null ? null : period(level.maximum());
        String least = level.minimum() == null || level.minimum().isZero() ? "" : period(level.minimum());
        return switch (rule.end()) {
            case OPEN -> words.get("rule.end.OPEN");
            case VALIDITY -> words.get("rule.end.VALIDITY");
            case VALIDITY_OR_MAXIMUM ->
                most == null ? words.get("rule.end.VALIDITY") : words.get("rule.end.VALIDITY_OR_MAXIMUM", most, from);
            case MAXIMUM ->
                most == null
                        ? words.get("rule.end.OPEN")
                        : least.isEmpty()
                                ? words.get("rule.end.MAXIMUM", most, from)
                                : words.get("rule.end.between", least, most, from);
        };
    }

    private String period(Period period) {
        long months = period.toTotalMonths();
        return months % 12 == 0 ? words.get("rule.years", months / 12) : words.get("rule.months", months);
    }
}
