package org.chengxin.rights;

import org.chengxin.shared.Codes;

/** How far an objection is. */
public enum ObjectionState {
    /** Kept; nobody decided yet whether it is taken up. */
    RECEIVED,
    /** Taken up; the record it is about carries 异议处理中 until the answer. */
    ACCEPTED,
    /** Checked with whoever stated the record; the answer is being written. */
    HANDLED,
    /** Answered; nothing follows. */
    ANSWERED;

    public String code() {
        return Codes.of(this);
    }
}
