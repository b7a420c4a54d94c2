package org.chengxin.subject;

import java.util.Locale;
import java.util.Optional;

/** Registration status (登记状态). */
public enum SubjectStatus {
    /** 存续（在营、开业、在册）. */
    ACTIVE,
    /** 停业. */
    SUSPENDED,
    /** 吊销. */
    REVOKED,
    /** 注销. */
    CLOSED,
    /** Not stated by any source. */
    UNKNOWN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<SubjectStatus> ofCode(String code) {
        for (SubjectStatus status : values()) {
            if (status.code().equals(code)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }
}
