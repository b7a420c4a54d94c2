package org.chengxin.subject;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chengxin.shared.LocalName;
import org.chengxin.shared.NameKey;
import org.jspecify.annotations.Nullable;

/**
 * Places: the divisions of GB/T 2260 with 2 (province), 4 (city) or 6 (county) digits and the functional zones that have no
 * code there. A zone's code begins with its city's digits, so a prefix covers it as it covers a county. Immutable.
 */
public final class Regions {

    /** Kept beside the analysis, which ships it in a plugin without this package; there is one such file. */
    private static final String DIVISIONS = "/org/chengxin/search/text/divisions.tsv";

    private static final Pattern SUFFIX = Pattern.compile("(特别行政区|自治区|自治州|自治县|自治旗|地区|林区|省|市|盟|区|县|旗)$");
    private static final Pattern PEOPLES = Pattern.compile("(蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|"
            + "拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|普米|怒|独龙|裕固|各)族|维吾尔$|哈萨克$|柯尔克孜$|(?<=.)蒙古$");
    /** What follows a short name that is a street's and not a place's: 天津路, 杭州西路, 黄石大道. */
    private static final Pattern STREET = Pattern.compile("^[东南西北中]?[一二三四五六七八九十]?(路|街|大道|道|巷|弄)");

    private final Map<String, Place> places;
    /** Keys of full and short names to the places of that name, widest first. */
    private final Map<String, List<Place>> byName = new HashMap<>();

    /** Each code to the names from the province down; every hit of an answer is told where it is. */
    private final Map<String, LocalName> paths = new HashMap<>();

    private final int longestName;

    private record Place(String code, LocalName name, @Nullable String note) {}

    private Regions(Map<String, Place> places, Map<String, List<String>> otherNames) {
        this.places = places;
        for (Place place : places.values()) {
            String name = place.name().zh();
            call(name, place);
            call(shortName(name), place);
            otherNames.getOrDefault(place.code(), List.of()).forEach(other -> call(other, place));
        }
        byName.values()
                .forEach(list ->
                        list.sort(Comparator.comparing(place -> place.code().length())));
        places.values().forEach(place -> paths.put(place.code(), path(place)));
        longestName = byName.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /** The places of the class path. */
    public static Regions load() {
        Map<String, String> english = new HashMap<>();
        rows("division-names-en.tsv").forEach(row -> english.put(row[0], row[1]));
        Map<String, Place> places = new HashMap<>();
        for (String[] row : rows(DIVISIONS)) {
            LocalName name = new LocalName(row[1], english.getOrDefault(row[0], row[1]));
            places.put(row[0], new Place(row[0], name, null));
        }
        Map<String, List<String>> otherNames = new HashMap<>();
        for (String[] row : rows("functional-zones.tsv")) {
            places.put(row[0], new Place(row[0], new LocalName(row[1], row[2]), row[4]));
            otherNames.put(row[0], List.of(row[3].split("\\|")));
        }
        return new Regions(Map.copyOf(places), otherNames);
    }

    /** Name of a code; the English one falls back to Chinese where none is kept. Empty for an unknown code. */
    public Optional<LocalName> name(String code) {
        return place(code).map(Place::name);
    }

    /** What is special about a functional zone, in Chinese; empty for the rest. */
    public Optional<String> note(String code) {
        return place(code).map(Place::note);
    }

    /** The code as this class writes it: {@code 420200} is {@code 4202}; empty when unknown. */
    public Optional<String> canonical(String code) {
        return place(code).map(Place::code);
    }

    /** The next wider place, empty for a province or an unknown code. */
    public Optional<String> parent(String code) {
        List<String> chain = chain(code);
        return chain.size() < 2 ? Optional.empty() : Optional.of(chain.get(chain.size() - 2));
    }

    /** Codes from the province down to this place, itself last; empty for an unknown code. */
    public List<String> chain(String code) {
        return place(code).map(Place::code).stream()
                .flatMap(own -> List.of(2, 4, 6).stream()
                        .filter(length -> length <= own.length())
                        .map(length -> own.substring(0, length)))
                .filter(places::containsKey)
                .toList();
    }

    /** Names from the province down: 湖北省黄石市西塞山区; {@code Xisaishan District, Huangshi, Hubei}. */
    public String path(String code, Locale locale) {
        LocalName path = paths.get(own(code));
        return path == null ? "" : path.in(locale);
    }

    private LocalName path(Place place) {
        List<String> chinese = new ArrayList<>();
        List<String> english = new ArrayList<>();
        for (String part : chain(place.code())) {
            LocalName name = Objects.requireNonNull(places.get(part)).name();
            chinese.add(name.zh());
            english.add(0, name.en());
        }
        return new LocalName(String.join("", chinese), String.join(", ", english));
    }

    /**
     * The narrowest place a text begins with: a code, {@code 湖北/黄石}, {@code 黄石市西塞山区}, an address. A name that
     * several places have counts as the widest of them; if that is not one, the answer is empty.
     */
    public Optional<String> find(String text) {
        Optional<String> code = canonical(text.strip());
        if (code.isPresent()) {
            return code;
        }
        String rest = NameKey.of(text).replaceAll("[/\\\\>|_-]", "").replaceFirst("^(中华人民共和国|中国)", "");
        String found = "";
        while (!rest.isEmpty()) {
            Step step = step(rest, found);
            if (step == null) {
                break;
            }
            found = step.code();
            rest = rest.substring(step.length());
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    private record Step(String code, int length) {}

    private @Nullable Step step(String text, String within) {
        for (int length = Math.min(longestName, text.length()); length > 1; length--) {
            List<Place> inside = byName.getOrDefault(text.substring(0, length), List.of()).stream()
                    .filter(place ->
                            place.code().startsWith(within) && place.code().length() > within.length())
                    .toList();
            if (inside.isEmpty() || STREET.matcher(text.substring(length)).find()) {
                continue;
            }
            Place widest = inside.get(0);
            boolean several = inside.size() > 1
                    && inside.get(1).code().length() == widest.code().length();
            return several ? null : new Step(widest.code(), length);
        }
        return null;
    }

    private Optional<Place> place(String code) {
        return Optional.ofNullable(places.get(own(code)));
    }

    /** The code as this class writes it, known or not. */
    private static String own(String code) {
        if (code.length() != 6 || !code.endsWith("00")) {
            return code;
        }
        return code.substring(0, code.endsWith("0000") ? 2 : 4);
    }

    private void call(String name, Place place) {
        List<Place> of = byName.computeIfAbsent(NameKey.of(name), key -> new ArrayList<>());
        if (!of.contains(place)) {
            of.add(place);
        }
    }

    private static String shortName(String name) {
        String stem = SUFFIX.matcher(name).replaceFirst("");
        String bare = PEOPLES.matcher(stem).replaceAll("");
        return bare.length() > 1 ? bare : stem.length() > 1 ? stem : name;
    }

    private static List<String[]> rows(String resource) {
        try (InputStream in = Regions.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the class path lacks " + resource);
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return reader.lines().map(line -> line.split("\t")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
