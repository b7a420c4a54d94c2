package org.chengxin.site;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A host as people read it, cut where a registry hands out names.
 *
 * @param host the whole, in characters (no punycode) and lower case
 * @param label the name that somebody registered, empty when the host is nothing but an ending
 * @param ending what the registry put behind it
 * @param below labels before the registered name with dots between them, empty for none
 */
record DomainName(String host, String label, String ending, String below) {

    private static final Set<String> ENDINGS = SiteResources.lines("endings.txt").stream()
            .flatMap(line -> Arrays.stream(line.split(" ")))
            .collect(Collectors.toUnmodifiableSet());

    /** The longest ending of the table has three labels. */
    private static final int LONGEST = 3;

    static DomainName of(String host) {
        String[] labels = host.split("\\.", -1);
        int ending = 1;
        for (int count = LONGEST; count > 1; count--) {
            if (labels.length >= count && ENDINGS.contains(join(labels, labels.length - count, labels.length))) {
                ending = count;
                break;
            }
        }
        int at = labels.length - ending;
        return new DomainName(
                host,
                at > 0 ? labels[at - 1] : "",
                join(labels, Math.max(at, 0), labels.length),
                at > 1 ? join(labels, 0, at - 1) : "");
    }

    private static String join(String[] labels, int from, int to) {
        return String.join(".", Arrays.asList(labels).subList(from, to));
    }

    /** Whether both are under one name that somebody registered. */
    boolean sameHolder(DomainName other) {
        return label.equals(other.label) && ending.equals(other.ending);
    }
}
