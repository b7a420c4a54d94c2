package org.chengxin.platform;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes the connections of clients that hold them without use: whose request head does not become whole in time, also
 * when single bytes keep coming, and who take nothing of their answer. One for each connection.
 */
@SuppressWarnings("FutureReturnValueIgnored") // nobody waits for a connection to be closed
final class SlowClients extends ChannelDuplexHandler {

    private final long head;
    private int unanswered;
    private boolean awaiting;
    private long since;
    private @Nullable ScheduledFuture<?> closing;

    private SlowClients(Duration head) {
        this.head = head.toNanos();
    }

    /**
     * Watches a connection behind its HTTP codec.
     *
     * @param codec name of the codec
     * @param head within which each request head must be whole, from the connection or the answer before
     * @param stalled for how long nothing of an answer may be taken
     */
    static void watch(Channel channel, String codec, Duration head, Duration stalled) {
        channel.pipeline()
                .addAfter(codec, "chengxin.slow-request", new SlowClients(head))
                .addBefore(codec, "chengxin.slow-reader", new Stalled(stalled));
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        if (context.channel().isActive()) {
            await(context);
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        await(context);
        context.fireChannelActive();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        awaiting = false;
        if (closing != null) {
            closing.cancel(false);
        }
        context.fireChannelInactive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            unanswered++;
            awaiting = false;
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        boolean interim = message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        if (message instanceof LastHttpContent && !interim && --unanswered <= 0) {
            unanswered = 0;
            await(context);
        }
        context.write(message, promise);
    }

    private void await(ChannelHandlerContext context) {
        awaiting = true;
        since = System.nanoTime();
        if (closing == null) {
            look(context, head);
        }
    }

    /** One look is under way at a time, however many requests come meanwhile: each would else set a timer and take it back. */
    private void look(ChannelHandlerContext context, long nanos) {
        closing = context.executor().schedule(() -> closeOrLook(context), nanos, TimeUnit.NANOSECONDS);
    }

    private void closeOrLook(ChannelHandlerContext context) {
        closing = null;
        if (awaiting) {
            long left = since + head - System.nanoTime();
            if (left <= 0) {
                context.close();
            } else {
                look(context, left);
            }
        }
    }

    /** Closes when bytes wait to be taken and none is. */
    private static final class Stalled extends IdleStateHandler {

        Stalled(Duration limit) {
            super(true, 0, limit.toMillis(), 0, TimeUnit.MILLISECONDS);
        }

        @Override
        protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) {
            ChannelOutboundBuffer waiting = context.channel().unsafe().outboundBuffer();
            if (waiting != null && waiting.totalPendingWriteBytes() > 0) {
                context.close();
            }
        }
    }
}
