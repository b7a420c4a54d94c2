package org.chengxin.intake.sheet;

/** A file as a whole cannot be read; {@code code} is the key of its message. */
public class SheetException extends RuntimeException {

    private final String code;
    private final transient Object[] arguments;

    public SheetException(String code, Object... arguments) {
        super(code);
        this.code = code;
        this.arguments = arguments;
    }

    public SheetException(String code, Throwable cause, Object... arguments) {
        super(code, cause);
        this.code = code;
        this.arguments = arguments;
    }

    public String code() {
        return code;
    }

    public Object[] arguments() {
        return arguments;
    }
}
