package org.chengxin.portal.page;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.record.PublicFigures;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What other search engines and security researchers look for: robots.txt, sitemaps, security.txt (RFC 9116). */
@RestController
class CrawlerController {

    /** Addresses in one sitemap, below the 50,000 of the protocol. */
    private static final int PART = 40_000;
    /** A sitemap may be this old: what it leads to is asked for anew. */
    private static final Duration KEPT = Duration.ofMinutes(5);

    private static final Duration SECURITY_EXPIRES = Duration.ofDays(180);
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final MediaType XML = new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8);
    private static final String PROTOCOL = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final List<String> OWN_PAGES =
            List.of("/", "/lists/red", "/commitments", "/statistics", "/about/data", "/developers", "/verify");

    private final Site site;
    private final PublicFigures figures;
    private final StoreCalls store;
    private final Clock clock;
    private final Mono<Long> parts;

    CrawlerController(Site site, PublicFigures figures, StoreCalls store, Clock clock) {
        this.site = site;
        this.figures = figures;
        this.store = store;
        this.clock = clock;
        this.parts = store.<Long>call(() -> Math.max(1, (figures.cleanSubjects() + PART - 1) / PART))
                .cache(found -> KEPT, failure -> Duration.ZERO, () -> Duration.ZERO);
    }

    /** The interface makes a document of each asking, and search pages are endless: not for crawlers. */
    @GetMapping("/robots.txt")
    ResponseEntity<String> robots() {
        return kept("User-agent: *\nDisallow: /api/\nDisallow: /search\nDisallow: /verify/\nSitemap: " + site.url()
                + "/sitemap.xml\n");
    }

    @GetMapping("/.well-known/security.txt")
    ResponseEntity<String> security() {
        return kept("Contact: " + site.url() + "/developers#security\nExpires: "
                + clock.instant().plus(SECURITY_EXPIRES).truncatedTo(ChronoUnit.DAYS)
                + "\nPreferred-Languages: zh, en\nCanonical: " + site.url() + "/.well-known/security.txt\n");
    }

    @GetMapping("/sitemap.xml")
    Mono<ResponseEntity<String>> sitemap() {
        return parts.map(count -> {
            StringBuilder xml = opened("sitemapindex");
            for (long part = 1; part <= count; part++) {
                xml.append("<sitemap><loc>")
                        .append(site.url())
                        .append("/sitemap/")
                        .append(part);
                xml.append(".xml</loc></sitemap>\n");
            }
            return fresh(xml.append("</sitemapindex>\n").toString());
        });
    }

    /** A part lists organisations without anything adverse in publication; the first also this site's own pages. */
    @GetMapping("/sitemap/{part:[1-9][0-9]{0,4}}.xml")
    Mono<ResponseEntity<String>> part(@PathVariable long part) {
        return parts.flatMap(count -> {
            if (part > count) {
                return Mono.error(PageProblem.notFound());
            }
            return store.call(() -> figures.cleanSubjects((part - 1) * PART, PART))
                    .map(ids -> fresh(addresses(part, ids)));
        });
    }

    private String addresses(long part, List<String> ids) {
        StringBuilder xml = opened("urlset");
        if (part == 1) {
            OWN_PAGES.forEach(page -> address(xml, page));
        }
        ids.forEach(id -> address(xml, "/s/" + id));
        return xml.append("</urlset>\n").toString();
    }

    private void address(StringBuilder xml, String path) {
        xml.append("<url><loc>").append(site.url()).append(path).append("</loc></url>\n");
    }

    private static StringBuilder opened(String root) {
        return new StringBuilder(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + root + " xmlns=\"" + PROTOCOL + "\">\n");
    }

    /** Which subjects have nothing adverse can change at any moment: no cache keeps the list beyond it. */
    private static ResponseEntity<String> fresh(String xml) {
        return ResponseEntity.ok()
                .contentType(XML)
                .cacheControl(CacheControl.noCache())
                .body(xml);
    }

    private static ResponseEntity<String> kept(String body) {
        return ResponseEntity.ok()
                .contentType(TEXT)
                .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                .body(body);
    }
}
