package org.chengxin.platform;

import org.springframework.boot.health.contributor.Status;

/** The health of what serves but is behind or short of something: told, and no reason to take the portal away. */
public final class Degraded {

    /** Stands between DOWN and UP; answered with 200. */
    public static final Status STATUS = new Status("DEGRADED");

    private Degraded() {}
}
