package org.chengxin.platform;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers what is no HTTP request, or has a head too long, in words and with the headers of every answer, and closes the
 * connection. The server's own answer is empty and comes before any filter.
 */
@Sharable
final class UnreadableRequests extends ChannelInboundHandlerAdapter {

    /** A name, an IPv4 or a bracketed IPv6 address, and perhaps a port (RFC 9110, section 7.2). */
    private static final Pattern ADDRESS = Pattern.compile("/|https?://", Pattern.CASE_INSENSITIVE);

    private static final Pattern HOST = Pattern.compile(
            "(?:[0-9A-Za-z_](?:[0-9A-Za-z_.-]{0,252})|\\[[0-9A-Fa-f:.]{2,45}])(?::(?:[0-9]{1,4}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])?)?");

    private final ProblemWords words;
    private final JsonMapper json;

    UnreadableRequests(ProblemWords words, JsonMapper json) {
        this.words = words;
        this.json = json;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request
                && (request.decoderResult().isFailure()
                        || !namesHost(request)
                        || !addressed(request)
                        || !spoken(request))) {
            ProblemKind kind = kind(request.decoderResult().cause());
            ReferenceCountUtil.release(message);
            FullHttpResponse answer = wantsProblem(request) ? problem(kind) : page(kind);
            context.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
        } else {
            context.fireChannelRead(message);
        }
    }

    /** As far as its head was read: a form that is asked for behind what is too long is not known. */
    private static boolean wantsProblem(HttpRequest request) {
        HttpHeaders headers = new HttpHeaders();
        headers.addAll(HttpHeaders.ACCEPT, request.headers().getAll(HttpHeaderNames.ACCEPT));
        return ProblemHandler.isWanted(request.uri().split("\\?", 2)[0], headers);
    }

    /** Whether the host is one, or none is told; of any other Spring would make an empty 400 before any filter. */
    private static boolean namesHost(HttpRequest request) {
        String host = request.headers().get(HttpHeaderNames.HOST);
        return host == null || HOST.matcher(host).matches();
    }

    /** Whether it asks for a path, or as a proxy would for a whole address (RFC 9112, 3.2.1 and 3.2.2). */
    private static boolean addressed(HttpRequest request) {
        return ADDRESS.matcher(request.uri()).lookingAt();
    }

    /** Whether it is in a version of HTTP that is spoken on a connection like this. */
    private static boolean spoken(HttpRequest request) {
        return request.protocolVersion().majorVersion() == 1;
    }

    private static ProblemKind kind(@Nullable Throwable failure) {
        if (failure instanceof TooLongHttpLineException) {
            return ProblemKind.ADDRESS_TOO_LONG;
        }
        return failure instanceof TooLongHttpHeaderException ? ProblemKind.HEADERS_TOO_LARGE : ProblemKind.BAD_REQUEST;
    }

    private FullHttpResponse problem(ProblemKind kind) {
        return answer(
                kind,
                "/api/",
                "application/problem+json",
                json.writeValueAsBytes(words.problem(kind, Language.CHINESE)));
    }

    /** In both languages: what was asked for could not be read. */
    private FullHttpResponse page(ProblemKind kind) {
        StringBuilder page = new StringBuilder(
                        "<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>")
                .append(words.problem(kind, Language.CHINESE).title())
                .append("</title></head><body><main>\n");
        for (Locale language : Language.ALL) {
            Problem problem = words.problem(kind, language);
            page.append("<section lang=\"")
                    .append(language.getLanguage())
                    .append("\"><h1>")
                    .append(problem.title())
                    .append("</h1><p>")
                    .append(problem.detail())
                    .append("</p></section>\n");
        }
        byte[] body = page.append("</main></body></html>\n").toString().getBytes(StandardCharsets.UTF_8);
        return answer(kind, "/", "text/html;charset=UTF-8", body);
    }

    private static FullHttpResponse answer(ProblemKind kind, String path, String type, byte[] body) {
        FullHttpResponse answer = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(kind.status()), Unpooled.wrappedBuffer(body));
        SecurityHeaders.of(path).forEach(answer.headers()::set);
        answer.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, type)
                .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE)
                .setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
        return answer;
    }
}
