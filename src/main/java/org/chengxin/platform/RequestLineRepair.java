package org.chengxin.platform;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Escapes what does not belong in a request address, as browsers do: a lone percent sign, quotes, brackets, raw Chinese.
 * Without it Netty and Spring answer such a look-up with an empty 400 that no filter sees.
 */
@Sharable
final class RequestLineRepair extends ChannelInboundHandlerAdapter {

    private static final String ALLOWED = "-._~:/?@!$&'()*+,;=";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request && request.decoderResult().isSuccess()) {
            request.setUri(repair(request.uri()));
        }
        context.fireChannelRead(message);
    }

    /** The address with each character that may not stand there escaped; the same object when nothing is wrong. */
    static String repair(String address) {
        for (int i = 0; i < address.length(); i++) {
            if (!mayStand(address, i)) {
                return escape(address);
            }
        }
        return address;
    }

    private static String escape(String address) {
        StringBuilder repaired = new StringBuilder(address.length() + 16);
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (mayStand(address, i)) {
                repaired.append(c);
            } else {
                // Netty hands over raw bytes as Latin-1 characters
                byte[] bytes =
                        c < 256 ? new byte[] {(byte) c} : String.valueOf(c).getBytes(StandardCharsets.UTF_8);
                for (byte b : bytes) {
                    repaired.append('%').append(HEX.toHexDigits(b));
                }
            }
        }
        return repaired.toString();
    }

    private static boolean mayStand(String address, int at) {
        char c = address.charAt(at);
        if (c == '%') {
            return at + 2 < address.length()
                    && HexFormat.isHexDigit(address.charAt(at + 1))
                    && HexFormat.isHexDigit(address.charAt(at + 2));
        }
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || ALLOWED.indexOf(c) >= 0;
    }
}
