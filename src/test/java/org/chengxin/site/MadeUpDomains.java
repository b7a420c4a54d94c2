package org.chengxin.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.chengxin.search.text.FoldedText;
import org.chengxin.search.text.Han;
import org.chengxin.search.text.NameTerms;
import org.chengxin.search.text.SiteTerms;

/** Domains of companies that do not exist, and what somebody would register to be taken for one of them. */
final class MadeUpDomains {

    /** The characters of names of places: about as many as names of companies have. */
    private static final String NAMES = characters();

    private static final List<String> TRADES =
            List.of("食品", "科技", "商贸", "网络", "实业", "物流", "电商", "农业", "茶业", "服饰", "家居", "医药", "机电", "建材", "传媒", "教育");
    private static final List<String> ENDINGS = List.of("cn", "com", "com.cn", "net", "shop", "cc", "top", "hb.cn");
    private static final List<String> HAN_ENDINGS = List.of("中国", "cn", "com", "网址");
    /** Of those in use some that the table of lures does not know. */
    private static final List<String> ADDED = List.of(
            "shop",
            "login",
            "vip",
            "guanwang",
            "kefu",
            "pay",
            "online",
            "mall",
            "app",
            "cn",
            "hb",
            "safe",
            "qijiandian",
            "jiameng",
            "zhixiao");

    private static final List<String> SAME_LOOKS = List.of(
            "aа", "eе", "oо", "oο", "pр", "cс", "yу", "xх", "iі", "i1", "o0", "l1", "aá", "eé", "uü", "nñ", "hһ");

    private final Random random;

    private static String characters() {
        try (InputStream places = SiteTerms.class.getResourceAsStream("divisions.tsv")) {
            StringBuilder characters = new StringBuilder();
            new String(places.readAllBytes(), StandardCharsets.UTF_8)
                    .chars()
                    .filter(c -> Han.isRead((char) c))
                    .distinct()
                    .forEach(c -> characters.append((char) c));
            return characters.toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    MadeUpDomains(Random random) {
        this.random = random;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** A domain as companies choose it: brand in pinyin, with its trade, in characters, or as initials. */
    String domain() {
        StringBuilder brand = new StringBuilder();
        for (int i = 2 + (random.nextInt(3) == 0 ? 1 : 0); i > 0; i--) {
            brand.append(NAMES.charAt(random.nextInt(NAMES.length())));
        }
        String trade = one(TRADES);
        return switch (random.nextInt(10)) {
            case 0 -> brand + "." + one(HAN_ENDINGS);
            case 1 -> initials(brand + trade) + random.nextInt(1000) + "." + one(ENDINGS);
            case 2 -> initials(brand.toString()) + spelled(trade) + "." + one(ENDINGS);
            case 3 -> spelled(brand.toString()) + "-" + initials(trade) + "." + one(ENDINGS);
            case 4, 5 -> spelled(brand + trade) + "." + one(ENDINGS);
            default -> spelled(brand.toString()) + "." + one(ENDINGS);
        };
    }

    /** Somebody else's address that is like this one. */
    String like(String host, Likeness how) {
        int dot = host.indexOf('.');
        String label = host.substring(0, dot);
        String ending = host.substring(dot + 1);
        return switch (how) {
            case INSIDE -> (random.nextBoolean() ? host : host.replace('.', '-')) + "." + domain();
            case HOMOGLYPH -> homoglyph(label, ending);
            case ENDING -> label + "." + other(endings(label), ending);
            case ADDED -> {
                String longer = added(label);
                yield longer + "." + one(endings(longer));
            }
            case PINYIN -> sound(label) + "." + one(ENDINGS);
            case SPELLING -> slip(label) + "." + ending;
        };
    }

    private String homoglyph(String label, String ending) {
        for (int tries = 0; tries < 50; tries++) {
            String pair = one(SAME_LOOKS);
            int at = label.indexOf(pair.charAt(0));
            if (at >= 0) {
                String changed = label.substring(0, at) + pair.charAt(1) + label.substring(at + 1);
                return random.nextBoolean() ? changed + "." + ending : IDN.toASCII(changed) + "." + ending;
            }
        }
        // none of its letters has one: as two words
        return label.charAt(0) + "-" + label.substring(1) + "." + ending;
    }

    private String added(String label) {
        String word = one(ADDED);
        String between = random.nextBoolean() ? "-" : "";
        return random.nextInt(3) == 0 ? word + between + label : label + between + word;
    }

    private String sound(String label) {
        if (Looks.inCharacters(label)) {
            return spelled(label);
        }
        String shorter = label.replaceFirst("ng", "n");
        return shorter.equals(label) ? label.replaceFirst("^([zcs])h?", "$1") + "" : shorter;
    }

    private String slip(String label) {
        int at = 1 + random.nextInt(Math.max(1, label.length() - 2));
        return switch (random.nextInt(4)) {
            case 0 -> label.substring(0, at) + label.substring(at + 1);
            case 1 -> label.substring(0, at) + label.charAt(at) + label.substring(at);
            case 2 -> label.substring(0, at) + (char) ('a' + random.nextInt(26)) + label.substring(at + 1);
            default -> label.substring(0, at - 1) + label.charAt(at) + label.charAt(at - 1) + label.substring(at + 1);
        };
    }

    private static List<String> endings(String label) {
        return Looks.inCharacters(label) ? HAN_ENDINGS : ENDINGS;
    }

    private String other(List<String> of, String than) {
        String chosen = one(of);
        return chosen.equals(than) ? other(of, than) : chosen;
    }

    private static String spelled(String characters) {
        FoldedText text = FoldedText.of(characters);
        return NameTerms.spelled(text, 0, text.length());
    }

    private static String initials(String characters) {
        StringBuilder initials = new StringBuilder();
        characters
                .chars()
                .forEach(c -> initials.append(spelled(Character.toString(c)).charAt(0)));
        return initials.toString();
    }
}
