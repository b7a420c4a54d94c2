package org.chengxin.subject;

import java.util.Optional;
import org.chengxin.shared.Codes;

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

    /** Public code, e.g. {@code active}. */
    public String code() {
        return Codes.of(this);
    }

    /** The status with this code, empty when there is none. */
    public static Optional<SubjectStatus> ofCode(String code) {
        return Codes.find(SubjectStatus.class, code);
    }
}
