package org.chengxin.portal.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.chengxin.record.Source;
import org.chengxin.rights.ObjectionForm;
import org.chengxin.search.SearchPage;
import org.chengxin.search.SubjectHit;
import org.chengxin.search.Understanding;

/** What the results page says when nothing was found: what was searched, where, what is like it, how to report it. */
final class NothingFound {

    private final PageRequest request;
    private final Words words;
    private final Labels labels;
    private final Formats formats;

    NothingFound(PageRequest request, Vocabulary vocabulary) {
        this.request = request;
        this.words = request.words();
        this.labels = vocabulary.in(words);
        this.formats = vocabulary.formats();
    }

    /**
     * The answer to one query.
     *
     * @param shown what of the query may be repeated, blank for nothing
     */
    ResultsView.Nothing view(SearchPage<SubjectHit> found, String shown, SubjectFilters filters, List<Source> sources) {
        Understanding understood = found.understood();
        boolean searched = !understood.searched().isEmpty() || understood.as() == Understanding.As.NOTHING;
        return new ResultsView.Nothing(
                words.get(searched ? heading(found) : "nothing.heading.unsearched"),
                searched ? read(understood, filters) : List.of(),
                found.near().stream().map(this::near).toList(),
                sources.stream()
                        .filter(source -> source.refreshedAt() != null)
                        .map(this::source)
                        .toList(),
                report(understood, shown));
    }

    private static String heading(SearchPage<SubjectHit> found) {
        if (found.limited()) {
            return "nothing.heading.limited";
        }
        return found.understood().as() == Understanding.As.DOCUMENT ? "nothing.heading.document" : "nothing.heading";
    }

    private List<ResultsView.Read> read(Understanding understood, SubjectFilters filters) {
        List<ResultsView.Read> read = new ArrayList<>();
        if (!understood.searched().isEmpty()) {
            read.add(part("text", understood.searched()));
            String as = understood.as().name().toLowerCase(Locale.ROOT).replace('_', '-');
            read.add(part("as", words.get("read.as." + as)));
        }
        if (understood.region() != null) {
            read.add(part("region", labels.placeName(understood.region())));
        }
        List<String> chosen = filters.chosen(words, labels);
        if (!chosen.isEmpty()) {
            read.add(part("filters", String.join(words.get("list.separator"), chosen)));
        }
        return read;
    }

    private ResultsView.Read part(String key, String value) {
        return new ResultsView.Read(words.get("read." + key), value);
    }

    private ResultsView.Near near(SubjectHit hit) {
        return new ResultsView.Near(
                request.href("/s/" + hit.id(), Map.of()),
                hit.name(),
                labels.kind(hit.kind()),
                labels.place(hit.region()),
                hit.uscc() == null ? null : formats.grouped(hit.uscc()));
    }

    private ResultsView.SourceRow source(Source source) {
        Instant refreshedAt = Objects.requireNonNull(source.refreshedAt());
        return new ResultsView.SourceRow(source.name(), words.get("source.fresh", formats.day(refreshedAt)));
    }

    /** A person is no subject: nobody shall be made one by the form. */
    private String report(Understanding understood, String shown) {
        boolean subject = !shown.isEmpty() && understood.as() != Understanding.As.PERSON;
        String about = shown.substring(
                0,
                shown.offsetByCodePoints(
                        0, Math.min(ObjectionForm.LONGEST_ABOUT, shown.codePointCount(0, shown.length()))));
        return request.href("/objections/new", subject ? Map.of("about", about) : Map.of());
    }
}
