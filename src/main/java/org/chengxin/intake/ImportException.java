package org.chengxin.intake;

import org.jspecify.annotations.Nullable;

/** An import cannot start or go on; {@code code} is the key of the reason in {@code messages-intake}. */
public class ImportException extends RuntimeException {

    private final String code;
    private final transient Object[] arguments;
    private final boolean wrongUse;

    private ImportException(String code, boolean wrongUse, @Nullable Throwable cause, Object... arguments) {
        super(IntakeMessages.english(code, arguments), cause);
        this.code = code;
        this.wrongUse = wrongUse;
        this.arguments = arguments;
    }

    /** The caller asked for something that does not exist: an unknown type, a missing file, a wrong mapping. */
    static ImportException wrongUse(String code, Object... arguments) {
        return new ImportException(code, true, null, arguments);
    }

    static ImportException failed(String code, Throwable cause, Object... arguments) {
        return new ImportException(code, false, cause, arguments);
    }

    public String code() {
        return code;
    }

    public Object[] arguments() {
        return arguments;
    }

    public boolean isWrongUse() {
        return wrongUse;
    }
}
