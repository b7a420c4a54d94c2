package org.chengxin.portal.page;

import gg.jte.TemplateEngine;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Turns a view into a page: renders its template off the event loop and sets the headers all pages share. */
final class Pages {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final Duration VIEW_KEPT = Duration.ofDays(365);

    private final TemplateEngine templates;
    private final Scheduler scheduler;
    private final Assets assets;
    private final Site site;
    private final Supplier<String> today;

    Pages(TemplateEngine templates, Scheduler scheduler, Assets assets, Site site, Supplier<String> today) {
        this.templates = templates;
        this.scheduler = scheduler;
        this.assets = assets;
        this.site = site;
        this.today = today;
    }

    /** How a page is answered beyond its content. */
    enum Keep {
        /** Other search engines may keep it. */
        INDEXED,
        /** It shows or may show negative records: nobody else keeps it. */
        NOT_INDEXED,
        /** It answers something personal: not kept by anyone, browsers included. */
        NOT_AT_ALL
    }

    Mono<ResponseEntity<byte[]>> page(
            PageRequest request, String template, Object view, String title, String typed, Keep keep) {
        return page(HttpStatus.OK, request, template, view, title, typed, keep);
    }

    Mono<ResponseEntity<byte[]>> page(
            HttpStatus status,
            PageRequest request,
            String template,
            Object view,
            String title,
            String typed,
            Keep keep) {
        Frame frame = new Frame(request, site, assets, title, keep == Keep.INDEXED, today.get(), typed);
        return Mono.fromCallable(() -> answer(status, frame, render(template, frame, view), keep))
                .subscribeOn(scheduler);
    }

    private byte[] render(String template, Frame frame, Object view) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        templates.render(
                template + ".jte",
                Map.of("frame", frame, "view", view),
                frame.words().chinese() ? new OwaspHtmlTemplateOutput(output) : new ChineseParts(output));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(output.getContentLength());
        try {
            output.writeTo(bytes::write);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static ResponseEntity<byte[]> answer(HttpStatus status, Frame frame, byte[] body, Keep keep) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(HTML);
        headers.set(HttpHeaders.CONTENT_LANGUAGE, frame.words().tag());
        headers.setVary(List.of(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.COOKIE));
        if (frame.request().viewAsked()) {
            headers.add(HttpHeaders.SET_COOKIE, kept(frame.request().view()).toString());
        }
        if (keep != Keep.INDEXED) {
            headers.set("X-Robots-Tag", "noindex, noarchive");
        }
        if (keep == Keep.NOT_AT_ALL) {
            headers.setCacheControl(CacheControl.noStore());
        } else {
            // asked again each time: a record past its end must not come out of a cache
            headers.setCacheControl(CacheControl.noCache().cachePrivate());
            if (status == HttpStatus.OK) {
                headers.setETag("\"" + DigestUtils.md5DigestAsHex(body) + "\"");
            }
        }
        return new ResponseEntity<>(body, headers, status);
    }

    private static ResponseCookie kept(View view) {
        return ResponseCookie.from(View.NAME, view.code())
                .path("/")
                .maxAge(VIEW_KEPT)
                .httpOnly(true)
                .sameSite("Lax")
                .build();
    }
}
