package org.chengxin.portal.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.chengxin.catalog.Catalog;
import org.chengxin.search.SearchPage;
import org.chengxin.site.Whose;
import org.chengxin.subject.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Codes and notes in the language of the answer; a code without a word is said as it is. */
final class ApiWords {

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    private final Catalog catalog;
    private final Regions regions;

    /** Reads the bundles at once: reading them with the first answer would block an event loop. */
    ApiWords(Catalog catalog, Regions regions) {
        this.catalog = catalog;
        this.regions = regions;
        messages.setBasenames("messages-api", "messages");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        List.of(Locale.CHINESE, Locale.ENGLISH).forEach(language -> kind("", language));
    }

    String kind(String code, Locale language) {
        return word("kind." + code, code, language);
    }

    String status(String code, Locale language) {
        return word("status." + code, code, language);
    }

    String list(String code, Locale language) {
        return word("list." + code, code, language);
    }

    String type(String code, Locale language) {
        return catalog.type(code).map(type -> type.name().in(language)).orElse(code);
    }

    /** A field of a record type. */
    String field(String type, String name, Locale language) {
        return catalog.type(type)
                .flatMap(known -> known.field(name))
                .map(field -> field.label().in(language))
                .orElse(name);
    }

    /** From the province down; null without a code. */
    @Nullable
    String place(@Nullable String code, Locale language) {
        return code == null ? null : regions.name(code).isEmpty() ? code : regions.path(code, language);
    }

    /** The value of a facet in words. */
    String facet(String facet, String value, Locale language) {
        return switch (facet) {
            case "kind" -> kind(value, language);
            case "status" -> status(value, language);
            case "list" -> list(value, language);
            case "polarity" -> word("polarity." + value.toUpperCase(Locale.ROOT), value, language);
            case "recordType", "type" -> type(value, language);
            case "region" -> regions.name(value).map(name -> name.in(language)).orElse(value);
            default -> value;
        };
    }

    /** Why a query of this reading was not searched; null when it was. */
    @Nullable
    String note(String understoodAs, Locale language) {
        return messages.getMessage("understood." + understoodAs + ".note", null, null, language);
    }

    /** How to tell subjects of nearly the same name apart. */
    String sameNames(SearchPage.Total total, Locale language) {
        String key = total.relation() == SearchPage.Relation.GTE ? "sameNames.atLeast" : "sameNames";
        return messages.getMessage(key, new Object[] {total.value()}, language);
    }

    /** Whose a site is, in a sentence. */
    String site(Whose whose, Locale language) {
        String key = "site." + whose.verdict().code();
        return messages.getMessage(key, new Object[] {whose.address()}, language);
    }

    /** Why a row of many was not answered. */
    String row(String reason, Locale language) {
        return word("row." + reason, reason, language);
    }

    private String word(String key, String code, Locale language) {
        String word = messages.getMessage(key, null, code, language);
        return word == null ? code : word;
    }
}
