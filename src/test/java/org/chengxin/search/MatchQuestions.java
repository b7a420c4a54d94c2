package org.chengxin.search;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chengxin.search.text.FoldedText;
import org.chengxin.search.text.NameParts;
import org.chengxin.search.text.NameParts.Part;
import org.jspecify.annotations.Nullable;

/**
 * Makes questions for {@link MatchMeasure} of the subjects of a corpus: their names and codes as people write them, and as
 * many names of nobody made from them, none of which any subject of the corpus has or had, with or without its form.
 */
public final class MatchQuestions {

    private static final Pattern FORM =
            Pattern.compile("(?:股份有限公司|有限责任公司|有限公司|农民专业合作社|专业合作社|合作社|[（(](?:有限|普通)合伙[）)])$");
    private static final List<String> BRANCHES = List.of("分公司", "营业部", "第一分公司", "门市部", "分店");
    private static final List<String> LEFT = List.of("(", "（", " ", "");
    private static final List<String> RIGHT = List.of(")", "）", " ", "");
    private static final int TRIES = 20;

    private final List<SubjectDocument> corpus;
    private final Random random;
    /** Every name of the corpus, folded, and those without their form. */
    private final Set<String> known = new HashSet<>();

    /** @param seed tells the questions of one run from those of another; to be printed by whoever measures */
    public MatchQuestions(List<SubjectDocument> corpus, long seed) {
        this.corpus = corpus;
        this.random = new Random(seed);
        for (SubjectDocument subject : corpus) {
            know(subject.name());
            subject.formerNames().forEach(this::know);
            subject.aliases().forEach(this::know);
        }
    }

    /** @param expected id of the one who is meant, null for nobody */
    public record Question(MatchQuery query, String kind, @Nullable String expected) {}

    private void know(String name) {
        known.add(folded(name));
        known.add(folded(bare(name)));
    }

    /** One question of each kind that can be made of each of these subjects. */
    public List<Question> about(List<SubjectDocument> subjects) {
        List<Question> questions = new ArrayList<>();
        for (SubjectDocument subject : subjects) {
            String name = subject.name();
            ask(questions, subject, "exact", MatchQuery.ofName(name));
            ask(questions, subject, "width", MatchQuery.ofName(otherWidth(name)));
            ask(questions, subject, "traditional", MatchQuery.ofName(ZhConverterUtil.toTraditional(name)));
            if (!bare(name).equals(name)) {
                ask(questions, subject, "no form", MatchQuery.ofName(bare(name)));
            }
            if (subject.uscc() != null) {
                ask(questions, subject, "code", MatchQuery.ofCode(subject.uscc()));
                ask(questions, subject, "code and name", new MatchQuery(name, subject.uscc(), null, null, null));
            }
            nobody(questions, "another 字号", name, Part.BRAND);
            nobody(questions, "another region", name, Part.REGION);
            nobody(questions, "another industry", name, Part.INDUSTRY);
            branch(questions, name);
            anotherCode(questions, subject);
        }
        return questions;
    }

    /** The names of subjects that are not in the corpus, half of them without the form. */
    public List<Question> leftOut(List<SubjectDocument> subjects) {
        List<Question> questions = new ArrayList<>();
        for (SubjectDocument subject : subjects) {
            String written = random.nextBoolean() ? subject.name() : bare(subject.name());
            if (!known.contains(folded(subject.name()))) {
                questions.add(new Question(MatchQuery.ofName(written), "left out of the index", null));
            }
        }
        return questions;
    }

    private static void ask(List<Question> questions, SubjectDocument subject, String kind, MatchQuery query) {
        questions.add(new Question(query, kind, subject.id()));
    }

    /** The name with one of its parts from another subject, half of them without the form. */
    private void nobody(List<Question> questions, String kind, String name, Part part) {
        for (int i = 0; i < TRIES; i++) {
            String other = corpus.get(random.nextInt(corpus.size())).name();
            String mixed = with(name, part, span(other, part));
            if (mixed != null && isNobodys(mixed)) {
                String written = random.nextBoolean() ? mixed : bare(mixed);
                questions.add(new Question(MatchQuery.ofName(written), kind, null));
                return;
            }
        }
    }

    private void branch(List<Question> questions, String name) {
        String place = span(corpus.get(random.nextInt(corpus.size())).name(), Part.REGION);
        String branch = name + (place == null ? "" : place) + BRANCHES.get(random.nextInt(BRANCHES.size()));
        if (isNobodys(branch)) {
            questions.add(new Question(MatchQuery.ofName(branch), "a branch of it", null));
        }
    }

    private void anotherCode(List<Question> questions, SubjectDocument subject) {
        if (subject.uscc() == null) {
            return;
        }
        char[] code = subject.uscc().toCharArray();
        int at = 8 + random.nextInt(8);
        code[at] = code[at] == '9' ? '1' : code[at] >= '0' && code[at] < '9' ? (char) (code[at] + 1) : '7';
        MatchQuery query = new MatchQuery(subject.name(), new String(code), null, null, null);
        questions.add(new Question(query, "its name, another code", null));
    }

    private boolean isNobodys(String name) {
        return !known.contains(folded(name)) && !known.contains(folded(bare(name)));
    }

    private static @Nullable String with(String name, Part part, @Nullable String other) {
        String own = span(name, part);
        return own == null || other == null || own.equals(other) ? null : name.replace(own, other);
    }

    /** The first run of a part as it stands in the name, null when it has none. */
    private static @Nullable String span(String name, Part part) {
        FoldedText text = FoldedText.of(name);
        NameParts parts = NameParts.of(text);
        int from = 0;
        while (from < parts.length() && parts.at(from) != part) {
            from++;
        }
        int to = from;
        while (to < parts.length() && parts.at(to) == part) {
            to++;
        }
        return from == to ? null : name.substring(text.start(from), text.end(to - 1));
    }

    /** The name in brackets of another width or none, in wide letters, or with a blank somewhere. */
    private String otherWidth(String name) {
        int choice = random.nextInt(LEFT.size());
        String changed = name.replaceAll("[（(]", Matcher.quoteReplacement(LEFT.get(choice)))
                .replaceAll("[）)]", Matcher.quoteReplacement(RIGHT.get(choice)));
        StringBuilder wide = new StringBuilder();
        for (char c : changed.toCharArray()) {
            wide.append(c > ' ' && c < 0x7F && random.nextBoolean() ? (char) (c + 0xFEE0) : c);
        }
        if (wide.toString().equals(name)) {
            wide.insert(random.nextInt(name.length()), random.nextBoolean() ? " " : "\u3000");
        }
        return wide.toString();
    }

    private static String bare(String name) {
        return FORM.matcher(name).replaceFirst("");
    }

    private static String folded(String name) {
        return FoldedText.of(name).text();
    }

    /** Some subjects, each with a name of its own. */
    public List<SubjectDocument> some(int count) {
        List<SubjectDocument> shuffled = new ArrayList<>(corpus);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.min(count, shuffled.size()));
    }
}
