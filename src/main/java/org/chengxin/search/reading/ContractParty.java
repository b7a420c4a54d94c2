package org.chengxin.search.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chengxin.search.Understanding.As;
import org.jspecify.annotations.Nullable;

/** A line of a contract or judgment that names a party: {@code 甲方（盖章）：…}. */
final class ContractParty implements Recogniser {

    private static final Pattern PARTY = Pattern.compile(
            "(?:[甲乙丙丁]方|委托方|受托方|供方|需方|买方|卖方|发包(?:方|人)|承包(?:方|人)|出租(?:方|人)|承租(?:方|人)|供货单位|采购单位|原告|被告|当事人|被处罚人)"
                    + "\\s*(?:\\([^)]{1,12}\\))?\\s*:\\s*([^\\s:,;、。|]{2,60})");

    @Override
    public @Nullable Reading read(Typed typed) {
        Matcher party = PARTY.matcher(typed.text());
        return party.find() ? Reading.words(As.CONTRACT, party.group(1)) : null;
    }
}
