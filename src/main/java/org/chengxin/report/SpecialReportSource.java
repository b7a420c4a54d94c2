package org.chengxin.report;

import java.time.LocalDate;
import java.util.Set;
import org.chengxin.catalog.Section;
import org.chengxin.shared.CreditCode;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Where special credit reports would come from (专项信用报告, 发改财金〔2025〕565号, in place of certificates that there were no
 * violations). They also tell what is not public: penalties under the summary procedure, coercive measures, criminal judgments. So the
 * department that keeps these makes and signs them; nothing of it is stored or indexed here, and none is ever made from what this
 * portal publishes.
 *
 * <p>Nobody implements this yet: no department offers such a source. Its door opens only to the subject itself or to whom it has
 * authorised, once the applicant's identity was checked; never to the public, and never in a batch.
 */
public interface SpecialReportSource {

    /**
     * Has the department make a report.
     *
     * @return the PDF as the department signed it; empty when it knows no such subject; errors with a
     *     {@link org.chengxin.platform.ProblemException} when it refuses, or does not answer in time
     */
    Mono<byte[]> report(Request request);

    /**
     * What is asked for.
     *
     * @param applicant name of whoever asks, identity checked
     * @param authorisation reference of the subject's authorisation; null when the subject asks for itself
     * @param sections areas of credit information, at least one
     * @param from first day that counts
     * @param to last day that counts
     */
    record Request(
            CreditCode subject,
            String applicant,
            @Nullable String authorisation,
            Set<Section> sections,
            LocalDate from,
            LocalDate to) {}
}
