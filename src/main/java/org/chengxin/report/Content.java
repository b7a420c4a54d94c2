package org.chengxin.report;

import java.util.List;
import org.chengxin.record.Archive;
import org.chengxin.record.Source;
import org.chengxin.site.SiteProofs;
import org.jspecify.annotations.Nullable;

/**
 * What a document shows.
 *
 * @param archive the part of the subject's archive in its scope
 * @param proof that the site is the subject's, only of a result of a site check
 * @param sources those that state such records, with their freshness; empty for what is only compared
 */
record Content(Scope scope, Archive archive, SiteProofs.@Nullable Proof proof, List<Source> sources) {

    /** SHA-256 of it: the same as long as a new document would say the same of the subject. */
    byte[] digest() {
        return Digests.of(archive, proof);
    }
}
