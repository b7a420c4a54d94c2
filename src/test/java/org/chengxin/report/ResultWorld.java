package org.chengxin.report;

import java.time.Instant;
import java.util.Locale;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.CatalogLoader;
import org.chengxin.proof.TestKeys;
import org.chengxin.record.Archive;
import org.chengxin.site.SiteProofs;

/** A made-up subject with something for each document of one page, in the portal's own catalogue. */
final class ResultWorld {

    static final Catalog CATALOG = CatalogLoader.load();
    static final Archive ARCHIVE = ReportWorld.archive(
            record("permit", "permit", "documentTitle", "食品经营许可", "decidedOn", "2026-03-02"),
            record("penalty", "penalty", "documentNumber", "黄市监罚〔2026〕1号", "facts", "虚假宣传", "decidedOn", "2026-03-02"),
            record(
                    "commitment",
                    "commitment",
                    "commitmentCode",
                    "42020220260302000001",
                    "matter",
                    "食品经营许可告知承诺",
                    "content",
                    "所填报信息真实、准确、完整；已知悉许可条件，并已达到；如有不实或者违反承诺，自愿接受撤销许可和依法处理。",
                    "performance",
                    "pending"),
            record("red", "red-list", "honour", "纳税信用A级纳税人", "authority", "黄石市税务局", "decidedOn", "2026-04-02"),
            record("identity", "certification-real-name", "certificate", "主体实名核验", "verifiedItems", "营业执照"),
            record("site", "certification-trusted-site", "certificate", "可信网站核验", "domain", "gangbing.example.cn"));
    static final SiteProofs.Proof PROOF = new SiteProofs.Proof(
            "h7k2m9p4q6rt",
            "gangbing.example.cn",
            "chengxin-secret",
            SiteProofs.State.PROVED,
            "file",
            ReportWorld.NOW,
            ReportWorld.NOW.minusSeconds(86_400),
            null);

    private ResultWorld() {}

    static DocumentWriter writer() {
        return new DocumentWriter(
                CATALOG, (String code, Locale language) -> "湖北省黄石市黄石港区", ReportWorld.ISSUER, TestKeys.signer());
    }

    static Archive.RecordView record(String id, String type, String... pairs) {
        return ReportWorld.record(id, CATALOG.require(type), Instant.parse("2027-04-01T16:00:00Z"), pairs);
    }
}
