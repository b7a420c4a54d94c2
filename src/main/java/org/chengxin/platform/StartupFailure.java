package org.chengxin.platform;

/** The portal cannot start; the message says in one line what is wrong, {@link #mend} what to do about it. */
public final class StartupFailure extends RuntimeException {

    private final String mend;

    public StartupFailure(String what, String mend, Throwable cause) {
        super(what, cause);
        this.mend = mend;
    }

    public StartupFailure(String what, String mend) {
        super(what);
        this.mend = mend;
    }

    public String mend() {
        return mend;
    }
}
