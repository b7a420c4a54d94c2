package org.chengxin.rights;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of objections. The clocks differ between sites and summaries of the rules (verify).
 *
 * @param acceptWorkingDays working days from filing until it is decided whether an objection is taken up
 * @param answerWorkingDays working days from filing until it is answered
 * @param keepContact how long name, phone and e-mail are kept after the answer
 * @param formLifetime how long a form may be filled in
 */
@ConfigurationProperties("chengxin.rights")
record RightsProperties(
        @DefaultValue("3") int acceptWorkingDays,
        @DefaultValue("10") int answerWorkingDays,
        @DefaultValue("90d") Duration keepContact,
        @DefaultValue("6h") Duration formLifetime) {}
