package org.chengxin.platform;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.chengxin.shared.LocalName;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * All settings of the portal: {@code chengxin.*}, environment {@code CHENGXIN_*}.
 *
 * @param dataDir where PostgreSQL, the index and files are kept
 * @param seed whether the made-up city of {@code seed/} is loaded, once; false for a real city
 * @param site the city and who runs the portal
 * @param postgres the record store
 * @param redis what several nodes of one portal share
 * @param cache whether answers are kept for a moment
 * @param search the search engine
 * @param keys what documents are signed with
 * @param documents what documents rest on
 * @param quota how often one client may ask
 * @param web what a request may be
 * @param rights clocks of objections, and how long what is personal in them is kept
 * @param health when the portal calls itself degraded
 * @param logs what is kept of what the portal did
 */
@ConfigurationProperties("chengxin")
public record ChengxinProperties(
        @DefaultValue("data") Path dataDir,
        @DefaultValue("true") boolean seed,
        @DefaultValue Site site,
        @DefaultValue Postgres postgres,
        @DefaultValue Search search,
        @DefaultValue Redis redis,
        @DefaultValue Cache cache,
        @DefaultValue Keys keys,
        @DefaultValue Documents documents,
        @DefaultValue Quota quota,
        @DefaultValue Web web,
        @DefaultValue Rights rights,
        @DefaultValue Health health,
        @DefaultValue Logs logs) {

    /**
     * The site and its footer, as a government site must state it.
     *
     * @param url public address of the portal, leads into QR codes; without a slash at the end
     * @param region division code of the city
     * @param zone time zone in which days end
     */
    public record Site(
            @DefaultValue("http://localhost:8080") URI url,
            @DefaultValue("信用黄石·电商诚信") String nameZh,
            @DefaultValue("Credit Huangshi · E-commerce Integrity") String nameEn,
            @DefaultValue("420200") String region,
            @DefaultValue("Asia/Shanghai") ZoneId zone,
            @DefaultValue("黄石市（演示）") String hostedBy,
            @DefaultValue("Chengxin 诚信查") String operatedBy,
            @DefaultValue("") String siteCode,
            @DefaultValue("") String icp,
            @DefaultValue("") String policeRecord,
            @DefaultValue("") String contact) {

        public LocalName name() {
            return new LocalName(nameZh, nameEn);
        }
    }

    /**
     * The record store.
     *
     * @param url JDBC or {@code postgresql://} URL of an outside PostgreSQL; null for the embedded one
     */
    public record Postgres(@Nullable String url, @Nullable String user, @Nullable String password) {}

    /**
     * What several nodes of one portal share: counts of requests and kept answers.
     *
     * @param url {@code redis://host:6379} or {@code rediss://} for TLS; null for a portal of one node
     * @param user of the ACL; null for the default one
     * @param ca PEM file of CA certificates to trust in place of the JDK's; null for those
     * @param timeout within which a question is answered; slower is as if it were away
     */
    public record Redis(
            @Nullable String url,
            @Nullable String user,
            @Nullable String password,
            @Nullable Path ca,
            @DefaultValue("200ms") Duration timeout) {}

    /**
     * Answers of the API kept for a moment.
     *
     * @param enabled whether they are
     * @param size of what the process keeps; Redis has a limit of its own
     */
    public record Cache(@DefaultValue("true") boolean enabled, @DefaultValue("64MB") DataSize size) {}

    /**
     * The search engine.
     *
     * @param engine inside the process, or a cluster
     */
    public record Search(@DefaultValue("lucene") Engine engine, @DefaultValue Elasticsearch elasticsearch) {

        /** Where the index is kept and searched. */
        public enum Engine {
            /** In the process, under the data directory. */
            LUCENE,
            /** In an Elasticsearch cluster whose nodes have the analysis plugin. */
            ELASTICSEARCH
        }
    }

    /**
     * An Elasticsearch cluster.
     *
     * @param urls its nodes
     * @param prefix beginning of the names of all indices and aliases
     * @param apiKey API key as Elasticsearch gives it out, or {@code user} and {@code password}; null for none
     * @param ca PEM file with the certificates that vouch for the nodes, null for those Java knows
     * @param shards primary shards of each index
     * @param replicas copies of each shard
     * @param refresh within which a change is searchable
     * @param connectTimeout for a connection to a node
     * @param searchTimeout for one request of a search
     * @param writeTimeout for one bulk request, and for changes of indices
     * @param bulkRequests bulk requests under way at once
     * @param bulkSize size of a bulk request
     */
    public record Elasticsearch(
            @DefaultValue("http://localhost:9200") List<URI> urls,
            @DefaultValue("chengxin") String prefix,
            @Nullable String apiKey,
            @Nullable String user,
            @Nullable String password,
            @Nullable Path ca,
            @DefaultValue("1") int shards,
            @DefaultValue("1") int replicas,
            @DefaultValue("500ms") Duration refresh,
            @DefaultValue("1s") Duration connectTimeout,
            @DefaultValue("1500ms") Duration searchTimeout,
            @DefaultValue("30s") Duration writeTimeout,
            @DefaultValue("2") int bulkRequests,
            @DefaultValue("5MB") DataSize bulkSize) {}

    /**
     * What documents are signed with.
     *
     * @param file PKCS#12 file with the key and certificate of the body that issues documents; null for a development key that
     *     the portal makes for itself, and marks as such wherever it is seen
     * @param password of the file and of the key in it
     * @param alias entry of the file; null when it holds one key only
     */
    public record Keys(@Nullable Path file, @DefaultValue("") String password, @Nullable String alias) {}

    /**
     * Documents one can take away.
     *
     * @param sourceAge time since a source was taken in over which no document says what was or was not found in it
     * @param batchKeep for how long a batch of reports is kept, to be read again
     * @param batchGrace for how long a batch is made after nobody asks for it any more
     */
    public record Documents(
            @DefaultValue("30d") Duration sourceAge,
            @DefaultValue("24h") Duration batchKeep,
            @DefaultValue("1m") Duration batchGrace) {}

    /**
     * Rate limits of the API and the pages.
     *
     * @param enabled whether requests are counted at all
     * @param requestsPerMinute requests of one client to the API
     * @param reportsPerMinute documents made for one client
     * @param trustedProxies proxies in front of the portal that append to {@code X-Forwarded-For}; 0 does not read the field
     * @param clients clients remembered at once
     * @param objectionsPerTenMinutes objections sent by one client, those with something to mend included
     * @param followsPerMinute codes of objections looked up by one client: nobody shall find one by trying
     * @param pagesPerMinute pages shown to one client, which may be a whole office behind one address
     */
    public record Quota(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("600") long requestsPerMinute,
            @DefaultValue("30") long reportsPerMinute,
            @DefaultValue("0") int trustedProxies,
            @DefaultValue("100000") long clients,
            @DefaultValue("10") long objectionsPerTenMinutes,
            @DefaultValue("20") long followsPerMinute,
            @DefaultValue("600") long pagesPerMinute) {

        public Quota {
            if (Math.min(requestsPerMinute, reportsPerMinute) < 1
                    || Math.min(objectionsPerTenMinutes, followsPerMinute) < 1
                    || pagesPerMinute < 1) {
                throw new IllegalArgumentException("a client must be allowed one request a minute at least;"
                        + " chengxin.quota.enabled=false counts none");
            }
        }
    }

    /**
     * Sizes over which a request is refused, and how long a client may take.
     *
     * @param longestAddress path and query as sent; ten thousand escaped Chinese characters are 90,000 bytes, and shall be
     *     answered by the door that can name the parameter
     * @param largestBody body of a request
     * @param largestDocument a PDF sent to be checked
     * @param largestForm a form with files; its door limits each file
     * @param largestBatch the ZIP of a batch sent to be checked, which is read while it arrives and not kept
     * @param requestHead within which the head of a request must be whole, from the connection or the answer before
     * @param silence for how long nothing of a body may come, or nothing of an answer be taken
     * @param requestBody within which a body must be whole; a form with files over a slow line takes minutes
     */
    public record Web(
            @DefaultValue("96KB") DataSize longestAddress,
            @DefaultValue("1MB") DataSize largestBody,
            @DefaultValue("10MB") DataSize largestDocument,
            @DefaultValue("16MB") DataSize largestForm,
            @DefaultValue("256MB") DataSize largestBatch,
            @DefaultValue("30s") Duration requestHead,
            @DefaultValue("30s") Duration silence,
            @DefaultValue("5m") Duration requestBody) {}

    /**
     * Objections. The clocks differ between sites and summaries of the rules (verify).
     *
     * @param acceptWorkingDays working days from filing until it is decided whether an objection is taken up
     * @param answerWorkingDays working days from filing until it is answered
     * @param keepContact how long name, phone and e-mail are kept after the answer
     * @param formLifetime how long a form may be filled in
     */
    public record Rights(
            @DefaultValue("3") int acceptWorkingDays,
            @DefaultValue("10") int answerWorkingDays,
            @DefaultValue("90d") Duration keepContact,
            @DefaultValue("6h") Duration formLifetime) {}

    /**
     * From where on something is behind, and the portal's health says so.
     *
     * @param indexLag age of a change that cannot be found yet
     * @param sourceAge time since a source was taken in last
     * @param freeDisk space left for the data directory
     */
    public record Health(
            @DefaultValue("60s") Duration indexLag,
            @DefaultValue("30d") Duration sourceAge,
            @DefaultValue("1GB") DataSize freeDisk) {}

    /**
     * The log files of the data directory.
     *
     * @param enabled whether they are written; the console is, always
     * @param keepDays days after which a file is deleted; the Cybersecurity Law (art. 21) asks for six months
     * @param largestFile size at which a day gets another file
     * @param largestTotal size of all files beyond which the oldest go, whatever the days
     * @param clientAddress whether a request's line names the address it came from
     */
    public record Logs(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("200") int keepDays,
            @DefaultValue("50MB") DataSize largestFile,
            @DefaultValue("20GB") DataSize largestTotal,
            @DefaultValue("false") boolean clientAddress) {

        public Logs {
            if (keepDays < 1) {
                throw new IllegalArgumentException(
                        "log files are kept for one day at least;" + " chengxin.logs.enabled=false writes none");
            }
        }
    }
}
