package org.chengxin.intake.value;

import java.util.Set;
import java.util.regex.Pattern;
import org.chengxin.shared.CreditCode;

/** Reads unified social credit codes and the codes before them as sheets have them. */
public final class Codes {

    private static final Pattern SCIENTIFIC = Pattern.compile("\\d+(\\.\\d+)?E\\+?\\d{1,2}");
    private static final Pattern SEVERAL = Pattern.compile("[0-9A-Z]{18}[^0-9A-Z]+[0-9A-Z]{18}.*");
    private static final Pattern REGISTRATION = Pattern.compile("[0-9A-Z]{13,15}");
    private static final Pattern TAX = Pattern.compile("[0-9A-Z]{15,20}");
    private static final Pattern CERTIFICATE = Pattern.compile("[0-9A-Z]{6,20}");
    private static final Set<String> PLACEHOLDERS = Set.of("000000000000000000", "111111111111111111");

    private Codes() {}

    /**
     * A code read.
     *
     * @param repaired whether O or I had been written for 0 or 1
     */
    public record Credit(CreditCode code, boolean repaired) {}

    /** Reads a USCC; throws {@link BadValueException} for what is none or has lost digits. */
    public static Credit credit(String text) {
        String code = Texts.code(text);
        if (SCIENTIFIC.matcher(code).matches()) {
            throw new BadValueException("code.scientific");
        }
        if (SEVERAL.matcher(Texts.narrow(text).strip()).matches()) {
            throw new BadValueException("code.several");
        }
        if (PLACEHOLDERS.contains(code)) {
            throw new BadValueException("code.placeholder");
        }
        if (CreditCode.check(code) == CreditCode.Status.VALID) {
            return new Credit(CreditCode.of(code), false);
        }
        String repaired = code.replace('O', '0').replace('I', '1');
        if (!repaired.equals(code) && CreditCode.check(repaired) == CreditCode.Status.VALID) {
            return new Credit(CreditCode.of(repaired), true);
        }
        if (CreditCode.check(code) == CreditCode.Status.MALFORMED) {
            throw code.length() == 18
                    ? new BadValueException("code.characters")
                    : new BadValueException("code.length", code.length());
        }
        return new Credit(CreditCode.of(code), false);
    }

    /** Whether a text is a valid USCC written into some other column. */
    public static boolean isCredit(String text) {
        return CreditCode.check(Texts.code(text)) == CreditCode.Status.VALID;
    }

    /** 组织机构代码 as nine characters; throws when its check character disagrees. */
    public static String organisation(String text) {
        String code = Texts.code(text).replaceAll("[-‐‑–—]", "");
        boolean formed = code.matches("[0-9A-Z]{8}[0-9X]");
        if (!formed || CreditCode.organisationCheckCharacter(code.substring(0, 8)) != code.charAt(8)) {
            throw new BadValueException("code.organisation");
        }
        return code;
    }

    /** 工商注册号. */
    public static String registration(String text) {
        return matching(text, REGISTRATION, "code.registration");
    }

    /** 税务登记号. */
    public static String tax(String text) {
        return matching(text, TAX, "code.tax");
    }

    /** 事业单位证书号, 社会组织登记证号. */
    public static String certificate(String text) {
        return matching(text, CERTIFICATE, "code.certificate");
    }

    private static String matching(String text, Pattern pattern, String problem) {
        String code = Texts.code(text);
        if (SCIENTIFIC.matcher(code).matches()) {
            throw new BadValueException("code.scientific");
        }
        if (!pattern.matcher(code).matches()) {
            throw new BadValueException(problem);
        }
        return code;
    }
}
