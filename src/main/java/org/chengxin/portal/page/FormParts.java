package org.chengxin.portal.page;

import org.chengxin.platform.ProblemException;
import org.chengxin.platform.ProblemKind;
import org.springframework.core.codec.CodecException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.PartEvent;
import reactor.core.publisher.Flux;

/** The parts of a form as a browser sends them; any other form is a bad request. */
final class FormParts {

    private FormParts() {}

    /** The same parts, each with a name that can be read; ends with a problem where the form is broken. */
    static Flux<PartEvent> sound(Flux<PartEvent> parts) {
        return parts.doOnNext(FormParts::read)
                .onErrorMap(FormParts::isBroken, broken -> ProblemException.of(ProblemKind.BAD_REQUEST));
    }

    private static void read(PartEvent part) {
        try {
            part.name();
            if (part instanceof FilePartEvent file) {
                file.filename();
            }
        } catch (RuntimeException unreadable) {
            DataBufferUtils.release(part.content());
            throw unreadable;
        }
    }

    /** What the parser and the readers of part headers throw: a missing name, a charset nobody knows, no end. */
    private static boolean isBroken(Throwable failure) {
        return failure instanceof IllegalStateException
                || failure instanceof IllegalArgumentException
                || failure instanceof CodecException;
    }
}
