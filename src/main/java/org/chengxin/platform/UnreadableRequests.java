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

/**
 * Answers what is no HTTP request, or has a head too long, in words and with the headers of every answer, and closes the
 * connection. The server's own answer is empty and comes before any filter.
 */
@Sharable
final class UnreadableRequests extends ChannelInboundHandlerAdapter {

    private final ProblemWords words;

    UnreadableRequests(ProblemWords words) {
        this.words = words;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request && request.decoderResult().isFailure()) {
            ProblemKind kind = kind(request.decoderResult().cause());
            ReferenceCountUtil.release(message);
            context.writeAndFlush(answer(kind)).addListener(ChannelFutureListener.CLOSE);
        } else {
            context.fireChannelRead(message);
        }
    }

    private static ProblemKind kind(Throwable failure) {
        if (failure instanceof TooLongHttpLineException) {
            return ProblemKind.ADDRESS_TOO_LONG;
        }
        return failure instanceof TooLongHttpHeaderException ? ProblemKind.HEADERS_TOO_LARGE : ProblemKind.BAD_REQUEST;
    }

    /** In both languages: what was asked for could not be read. */
    private FullHttpResponse answer(ProblemKind kind) {
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
        FullHttpResponse answer = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(kind.status()), Unpooled.wrappedBuffer(body));
        SecurityHeaders.of("/").forEach(answer.headers()::set);
        answer.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "text/html;charset=UTF-8")
                .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE)
                .setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
        return answer;
    }
}
