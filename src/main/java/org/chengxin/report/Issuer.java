package org.chengxin.report;

import java.time.ZoneId;
import org.chengxin.shared.LocalName;

/**
 * The site that issues documents.
 *
 * @param url public address without a slash at the end; QR codes lead there
 * @param hostedBy 主办单位
 * @param contact how to reach it, empty when not stated
 * @param zone zone of the times a document states
 */
record Issuer(String url, LocalName name, String hostedBy, String contact, ZoneId zone) {

    /** Where a reader checks a document. */
    String verificationUrl(String number) {
        return url + "/verify/" + number;
    }

    /** The same, with the signed statement where no server gets it: it can be checked with the network off. */
    String verificationUrl(Issue issue) {
        return verificationUrl(issue.number()) + "#" + issue.statement();
    }
}
