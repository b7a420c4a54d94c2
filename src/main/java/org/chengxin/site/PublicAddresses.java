package org.chengxin.site;

import java.net.InetAddress;

/** Which addresses belong to the public Internet: a check of somebody's site must not reach into the network it runs in. */
final class PublicAddresses {

    private PublicAddresses() {}

    /** Whether an address is no private, local, shared, translated, test or reserved one (RFC 6890). */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        int third = bytes[2] & 0xff;
        return bytes.length == 4 ? isPublic4(first, second, third) : isPublic6(first, second, third, bytes[3] & 0xff);
    }

    private static boolean isPublic4(int first, int second, int third) {
        boolean shared = first == 100 && second >= 64 && second < 128;
        boolean assigned = first == 192 && second == 0 && (third == 0 || third == 2);
        boolean relay = first == 192 && second == 88 && third == 99;
        boolean measured = first == 198 && (second == 18 || second == 19);
        boolean examples =
                (first == 198 && second == 51 && third == 100) || (first == 203 && second == 0 && third == 113);
        return first != 0 && first < 240 && !shared && !assigned && !relay && !measured && !examples;
    }

    /** Of 2000::/3 only, without tunnels and examples: what they lead to cannot be seen. */
    private static boolean isPublic6(int first, int second, int third, int fourth) {
        boolean tunnel = (first == 0x20 && second == 0x02) || (first == 0x20 && second == 0x01 && third < 2);
        boolean examples = (first == 0x20 && second == 0x01 && third == 0x0d && fourth == 0xb8)
                || (first == 0x3f && second == 0xff && third < 0x10);
        return (first & 0xe0) == 0x20 && !tunnel && !examples;
    }
}
