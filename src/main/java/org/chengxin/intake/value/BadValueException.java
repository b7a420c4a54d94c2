package org.chengxin.intake.value;

/** A cell cannot be what its column says; {@code code} is the key of the reason. Thrown per cell, so without a trace. */
public class BadValueException extends RuntimeException {

    private final String code;
    private final transient Object[] arguments;

    public BadValueException(String code, Object... arguments) {
        super(code, null, false, false);
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
