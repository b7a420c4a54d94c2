package org.chengxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chengxin.platform.ProblemKind;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/**
 * Every door answers under a policy that lets nothing inline run and nothing from elsewhere load, and no page, picture or
 * frame holds anything that such a policy would have to let through.
 */
class StrictPagesIT extends PortalTest {

    private static final String POLICY = "Content-Security-Policy";

    private static final Set<String> ADDRESSES = Set.of("href", "src", "action", "formaction", "xlink:href");

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void nothingInlineOnAnyPageAndNothingThatWouldAllowIt() {
        List<String> wrong = new ArrayList<>();
        int documents = 0;
        for (String address : addresses()) {
            EntityExchangeResult<byte[]> answer = http().get()
                    .uri(address)
                    .header("Accept", "text/html,*/*;q=0.5")
                    .exchange()
                    .expectBody()
                    .returnResult();
            HttpHeaders headers = answer.getResponseHeaders();
            headers(address, headers).forEach(fault -> wrong.add(address + ": " + fault));
            MediaType type = headers.getContentType();
            assertThat(type).as(address).isNotNull();
            boolean page = type.isCompatibleWith(MediaType.TEXT_HTML);
            if (page || type.getSubtype().equals("svg+xml")) {
                documents++;
                String text = new String(answer.getResponseBodyContent(), StandardCharsets.UTF_8);
                Document document = page ? Jsoup.parse(text) : Jsoup.parse(text, "", Parser.xmlParser());
                inline(document).forEach(fault -> wrong.add(address + ": " + fault));
            }
        }
        assertThat(documents).isGreaterThan(60);
        assertThat(wrong).isEmpty();
    }

    /** Each door, and the pages in the states they have: both languages and views, found and not, refused, failed. */
    private List<String> addresses() {
        List<String> addresses = new ArrayList<>();
        for (PortalDoor door : doors()) {
            if (door.method().equals(HttpMethod.GET)) {
                String address = through(door);
                addresses.add(address);
                if (door.page()) {
                    addresses.add(address + "?lang=en");
                    addresses.add(address + "?view=elder");
                }
            }
        }
        addresses.addAll(List.of(
                "/search?q=港饼",
                "/search?q=zzzzqqq",
                "/search?q=<script>alert(1)</script>\" onload=\"x",
                "/search?kind=castle",
                "/search/records?q=罚款",
                "/search/records?q=zzzzqqq",
                "/objections/new?record=none",
                "/verify/javascript:alert(1)",
                "/s/none",
                "/no/such/page",
                "/api/v1/subjects?q=港饼&size=0",
                "/api/v1/subjects/none/report.pdf",
                "/widget/v1/frame?theme=dark"));
        for (ProblemKind kind : ProblemKind.values()) {
            addresses.add("/made-up-failure/" + kind.code());
        }
        return addresses;
    }

    private static List<String> headers(String address, HttpHeaders headers) {
        List<String> faults = new ArrayList<>();
        Map<String, String> policy = new LinkedHashMap<>();
        for (String directive :
                headers.getOrEmpty(POLICY).stream().findFirst().orElse("").split(";")) {
            String[] parts = directive.strip().split(" ", 2);
            policy.put(parts[0], parts.length > 1 ? parts[1] : "");
        }
        boolean file = address.contains(".pdf") && MediaType.APPLICATION_PDF.equals(headers.getContentType());
        boolean frame = address.startsWith("/widget/v1/frame");
        if (!file && !policy.getOrDefault("default-src", "*").matches("'self'|'none'")) {
            faults.add("default-src " + policy.get("default-src"));
        }
        if (!frame && !"'none'".equals(policy.get("frame-ancestors"))) {
            faults.add("may be framed");
        }
        policy.forEach((directive, sources) -> {
            if (!directive.equals("frame-ancestors")
                    && !sources.matches("'self'|'none'" + (directive.equals("img-src") ? "|'self' data:" : ""))) {
                faults.add(directive + ' ' + sources);
            }
        });
        Map.of(
                        "X-Content-Type-Options", "nosniff",
                        "Referrer-Policy", "same-origin",
                        "Cross-Origin-Opener-Policy", "same-origin")
                .forEach((name, value) -> {
                    if (!headers.getOrEmpty(name).equals(List.of(value))) {
                        faults.add(name + ' ' + headers.getOrEmpty(name));
                    }
                });
        if (!headers.getOrEmpty("Permissions-Policy").toString().contains("geolocation=()")) {
            faults.add("Permissions-Policy");
        }
        for (String cookie : headers.getOrEmpty("Set-Cookie")) {
            if (!cookie.matches("view=(elder|standard);.*") || !cookie.contains("SameSite=Lax")) {
                faults.add("cookie " + cookie);
            }
        }
        return faults;
    }

    /** What runs or styles without being a file of this site. */
    private static List<String> inline(Document document) {
        List<String> faults = new ArrayList<>();
        for (Element element : document.getAllElements()) {
            String name = element.normalName();
            boolean data = element.attr("type").equals("application/ld+json");
            if (name.equals("style") || name.equals("base") || name.equals("object") || name.equals("embed")) {
                faults.add('<' + name + '>');
            }
            if (name.equals("script")
                    && !data
                    && (!element.attr("src").startsWith("/") || !element.data().isBlank())) {
                faults.add("script " + element.outerHtml());
            }
            for (Attribute attribute : element.attributes()) {
                String value = attribute.getValue().strip().toLowerCase();
                if (attribute.getKey().startsWith("on")
                        || attribute.getKey().equals("style")
                        || ADDRESSES.contains(attribute.getKey()) && value.startsWith("javascript:")) {
                    faults.add(element.tagName() + ' ' + attribute);
                }
            }
        }
        document.select("script[src], link[rel=stylesheet], link[rel=icon], img[src], iframe[src], source[src]")
                .forEach(element -> {
                    String source = element.attr(element.hasAttr("src") ? "src" : "href");
                    if (!source.startsWith("/") || source.startsWith("//")) {
                        faults.add("from elsewhere: " + source);
                    }
                });
        return faults;
    }

    /** RFC 9116: what must be there, what may be there once only, and how each is written. */
    @Test
    void securityTxtIsValidWheneverItIsRead() {
        for (Duration later : List.of(Duration.ZERO, Duration.ofDays(400), Duration.ofDays(-30))) {
            clock.move(later);
            EntityExchangeResult<byte[]> answer = http().get()
                    .uri("/.well-known/security.txt")
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .returnResult();
            assertThat(answer.getResponseHeaders().getContentType())
                    .isEqualTo(MediaType.parseMediaType("text/plain;charset=UTF-8"));
            Map<String, List<String>> fields = new LinkedHashMap<>();
            String text = new String(answer.getResponseBodyContent(), StandardCharsets.UTF_8);
            assertThat(text).endsWith("\n");
            for (String line : text.split("\r?\n")) {
                assertThat(line).matches("#.*|[A-Za-z-]+: \\S.*|");
                if (!line.isEmpty() && !line.startsWith("#")) {
                    String[] parts = line.split(": ", 2);
                    fields.computeIfAbsent(parts[0].toLowerCase(), name -> new ArrayList<>())
                            .add(parts[1]);
                }
            }
            assertThat(fields).containsKeys("contact", "expires");
            assertThat(fields.get("contact"))
                    .allSatisfy(contact ->
                            assertThat(URI.create(contact).isAbsolute()).isTrue());
            assertThat(fields.get("expires")).hasSize(1);
            Instant expires = Instant.parse(fields.get("expires").get(0));
            assertThat(expires)
                    .as("in the future, and by less than a year")
                    .isAfter(clock.instant())
                    .isBefore(clock.instant().plus(Duration.ofDays(365)));
            assertThat(fields.getOrDefault("preferred-languages", List.of())).hasSizeLessThanOrEqualTo(1);
            assertThat(fields.get("canonical"))
                    .allSatisfy(here -> assertThat(here).endsWith("/.well-known/security.txt"));
            clock.reset();
        }
        assertThat(Jsoup.parse(body("/developers")).select("#security"))
                .as("where the contact of security.txt leads")
                .hasSize(1);
    }
}
