package org.chengxin.platform.logs;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** The message of a console line, as {@link NumbersLeftOut} leaves it; {@code %m} of {@code logback-spring.xml}. */
public final class MessageWithoutNumbers extends MessageConverter {

    @Override
    public String convert(ILoggingEvent event) {
        return NumbersLeftOut.without(super.convert(event));
    }
}
