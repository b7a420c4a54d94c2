package org.chengxin.portal.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The profile of a subject.
 *
 * @param former names it had before, with their last day
 * @param names short names, brands and shop names
 * @param code USCC in groups of four, null when unknown
 * @param plainCode the same without blanks
 * @param codeNote what is special about the code, null for nothing
 * @param status registration status, null for those in business and where none is known
 * @param sentence its state in one sentence
 * @param asOf how fresh the data are, in words
 * @param facts registered facts
 * @param sites its sites and shops
 * @param company the company it belongs to, null for none
 * @param reportHref the report as PDF
 * @param documents other documents on it
 * @param objectionHref where an objection to it is filed
 * @param anchors sections of the page
 * @param absent types of which nothing is in publication, in words; blank when there are none
 * @param own its own records and those of its branches in words, null without branches
 * @param linked its registered facts for machines (JSON-LD), null for nothing
 */
public record ProfileView(
        String id,
        String name,
        List<String> former,
        List<Fact> names,
        String kind,
        String place,
        @Nullable String code,
        @Nullable String plainCode,
        @Nullable String codeNote,
        @Nullable String status,
        String sentence,
        String asOf,
        List<Mark> marks,
        List<Fact> facts,
        List<Formats.Text> sites,
        @Nullable Branch company,
        String reportHref,
        Documents documents,
        String objectionHref,
        List<Anchor> anchors,
        List<SectionView> sections,
        String absent,
        List<Branch> branches,
        @Nullable String own,
        @Nullable Timeline timeline,
        @Nullable String linked) {

    /** A value with its label. */
    public record Fact(String label, Formats.Text value) {}

    /** Where something is; {@code about} tells it from others of the same words, blank for nothing. */
    public record Link(String href, String word, String about) {}

    /**
     * Documents on a subject besides its report.
     *
     * @param report address of the report, which takes an area, a day and a purpose
     * @param query address of the query result, which takes an area and a period
     */
    public record Documents(
            String report,
            String query,
            List<RegisterView.Option> areas,
            List<RegisterView.Option> purposes,
            List<Link> others) {}

    /** A section as an anchor; {@code number} is blank where nothing is counted. */
    public record Anchor(String id, String word, String number) {}

    /** A branch, outlet or company. */
    public record Branch(String href, String name, String place, String records) {}

    /** A section with its record types. */
    public record SectionView(String id, String title, List<TypeGroup> types) {}

    /** The records of one type. */
    public record TypeGroup(String name, String number, String standard, List<RecordItem> records) {}

    /**
     * A record on a profile.
     *
     * @param told what tells it from others of the same title: its document number, else its day
     * @param summary what stands in sight
     * @param details everything that may be seen, folded away
     * @param until how long it is shown, in words
     * @param objectionHref where an objection to it is filed
     * @param mark that it is under objection, null when it is not
     */
    public record RecordItem(
            String href,
            String title,
            String told,
            List<Fact> summary,
            List<Fact> details,
            String source,
            String until,
            String objectionHref,
            @Nullable Mark mark) {}
}
