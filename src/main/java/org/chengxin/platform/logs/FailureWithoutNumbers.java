package org.chengxin.platform.logs;

import ch.qos.logback.classic.spi.IThrowableProxy;
import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;

/** The stack trace under a console line, as {@link NumbersLeftOut} leaves it; {@code %wEx} of {@code logback-spring.xml}. */
public final class FailureWithoutNumbers extends ExtendedWhitespaceThrowableProxyConverter {

    @Override
    protected String throwableProxyToString(IThrowableProxy failure) {
        return NumbersLeftOut.without(super.throwableProxyToString(failure));
    }
}
