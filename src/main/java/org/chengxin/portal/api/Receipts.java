package org.chengxin.portal.api;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.chengxin.platform.SignedAnswers;
import org.chengxin.proof.Receipt;
import org.chengxin.proof.Statements;
import org.chengxin.shared.Ids;
import org.chengxin.shared.Masks;
import org.chengxin.shared.ReadableCode;
import org.chengxin.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Proof of a look-up: a reader of the API who sends {@code Prefer: receipt} (RFC 7240), and each reader of a door that signs its
 * answers, gets a signed {@link Receipt} over exactly the bytes of the answer, in the field {@code Receipt}. What was asked in a
 * body is told by its SHA-256. Nothing is kept here: whoever has the answer and the receipt can check both.
 */
@Order(90)
final class Receipts implements WebFilter {

    /** Name of the preference, and of the field with the receipt. */
    static final String NAME = "Receipt";

    private static final String API = "/api/v1/";
    /** Marks: of these what is made for servers is signed. */
    private static final String MARKS = "/widget/v1/badge/";

    private static final String PREFER = "Prefer";
    private static final String APPLIED = "Preference-Applied";

    private final Statements statements;
    private final PublicArchives archives;
    private final Ids ids;
    private final Clock clock;
    private final ZoneId zone;
    private final String issuer;

    /** @param issuer public address of the portal */
    Receipts(Statements statements, PublicArchives archives, Ids ids, Clock clock, ZoneId zone, String issuer) {
        this.statements = statements;
        this.archives = archives;
        this.ids = ids;
        this.clock = clock;
        this.zone = zone;
        this.issuer = issuer;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        boolean api = request.getPath().value().startsWith(API);
        boolean preferred = api && preferred(request.getHeaders());
        boolean posted = request.getMethod().equals(HttpMethod.POST) && preferred;
        boolean got = request.getMethod().equals(HttpMethod.GET)
                && (api || request.getPath().value().startsWith(MARKS));
        if (!posted && !got) {
            return chain.filter(exchange);
        }
        if (preferred) {
            // a receipt is over an answer: so there is always one, and never that it is the same as before
            exchange.getResponse().getHeaders().setCacheControl("no-store");
        }
        if (!posted) {
            return chain.filter(exchange.mutate()
                    .response(new ReceiptedResponse(exchange, preferred, () -> asked(request.getURI())))
                    .build());
        }
        HashedBody body = new HashedBody(request);
        return chain.filter(exchange.mutate()
                .request(body)
                .response(new ReceiptedResponse(exchange, true, body::asked))
                .build());
    }

    /** A receipt over an answer whose SHA-256 is known. */
    Mono<String> receipt(String asked, byte[] answer) {
        return archives.coverage()
                // numbers and signatures take chance from the system, which may block
                .publishOn(Schedulers.boundedElastic())
                .map(coverage -> statements.sign(receipt(asked, answer, coverage)));
    }

    private static boolean preferred(HttpHeaders fields) {
        List<String> preferences = fields.getOrEmpty(PREFER);
        return preferences.stream()
                .flatMap(value -> List.of(value.split(",", -1)).stream())
                .anyMatch(value -> value.strip().equalsIgnoreCase(NAME));
    }

    private Receipt receipt(String asked, byte[] answer, List<Answers.Coverage> coverage) {
        Instant now = clock.instant();
        TreeMap<String, @Nullable Instant> sources = new TreeMap<>();
        coverage.forEach(source -> sources.put(source.code(), source.asOf()));
        String day = now.atZone(zone).toLocalDate().format(DateTimeFormatter.BASIC_ISO_DATE);
        String number = ReadableCode.checked("CR" + day + ids.next().toUpperCase(Locale.ROOT));
        return new Receipt(issuer, number, asked, answer, sources, now);
    }

    /** What a receipt says of a GET: numbers of persons are masked. */
    static String asked(URI address) {
        return "GET " + plain(address);
    }

    private static String plain(URI address) {
        String query = address.getRawQuery();
        String sent = address.getRawPath() + (query == null ? "" : "?" + query);
        return Masks.freeText(URLDecoder.decode(sent, StandardCharsets.UTF_8));
    }

    /** Hashes the body of a request while it is read. */
    private static final class HashedBody extends ServerHttpRequestDecorator {

        private final MessageDigest sha = Sha256.start();

        HashedBody(ServerHttpRequest request) {
            super(request);
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return super.getBody().doOnNext(part -> update(sha, part));
        }

        /** Asked for once the body was read. */
        String asked() {
            return "POST " + plain(getURI()) + " SHA-256="
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(sha.digest());
        }
    }

    private final class ReceiptedResponse extends ServerHttpResponseDecorator {

        private final ServerWebExchange exchange;
        private final boolean preferred;
        private final Supplier<String> asked;

        ReceiptedResponse(ServerWebExchange exchange, boolean preferred, Supplier<String> asked) {
            super(exchange.getResponse());
            this.exchange = exchange;
            this.preferred = preferred;
            this.asked = asked;
        }

        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
            if (!signs()) {
                return super.writeWith(body);
            }
            return DataBufferUtils.join(body).flatMap(whole -> receipt(asked.get(), digest(whole))
                    .doOnError(failure -> DataBufferUtils.release(whole))
                    .flatMap(signed -> {
                        getHeaders().set(NAME, signed);
                        if (preferred) {
                            getHeaders().set(APPLIED, NAME.toLowerCase(Locale.ROOT));
                        }
                        return super.writeWith(Mono.just(whole));
                    }));
        }

        private boolean signs() {
            HttpStatusCode status = getStatusCode();
            boolean wanted = SignedAnswers.wanted(exchange)
                    || (preferred
                            && MediaType.APPLICATION_JSON.isCompatibleWith(
                                    getHeaders().getContentType()));
            return wanted && (status == null || status.value() == HttpStatus.OK.value());
        }
    }

    private static byte[] digest(DataBuffer body) {
        MessageDigest sha = Sha256.start();
        update(sha, body);
        return sha.digest();
    }

    private static void update(MessageDigest sha, DataBuffer bytes) {
        try (DataBuffer.ByteBufferIterator parts = bytes.readableByteBuffers()) {
            parts.forEachRemaining(sha::update);
        }
    }
}
