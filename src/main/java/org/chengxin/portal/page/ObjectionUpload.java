package org.chengxin.portal.page;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.chengxin.rights.EvidenceIntake;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.FormPartEvent;
import org.springframework.http.codec.multipart.PartEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Reads one objection form while it arrives: texts into memory up to a limit, files straight into the evidence intake. */
final class ObjectionUpload {

    private static final String FILES = "evidence";
    private static final int MOST_PARTS = 60;
    private static final int LONGEST_TEXT = 20_000;
    private static final int AT_ONCE = 16;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final EvidenceIntake evidence;
    private final Map<String, String> texts = new HashMap<>();
    private int parts;
    private boolean inFile;
    private boolean begun;

    private ObjectionUpload(EvidenceIntake evidence) {
        this.evidence = evidence;
    }

    /** The texts of the form by name; the files are in the intake then. */
    static Mono<Map<String, String>> read(Flux<PartEvent> form, EvidenceIntake evidence, Scheduler scheduler) {
        return Mono.defer(() -> {
            ObjectionUpload upload = new ObjectionUpload(evidence);
            return FormParts.sound(form)
                    .publishOn(scheduler, AT_ONCE)
                    .doOnNext(upload::take)
                    .doOnDiscard(PartEvent.class, part -> DataBufferUtils.release(part.content()))
                    .then(Mono.fromSupplier(() -> upload.texts))
                    .timeout(PATIENCE);
        });
    }

    private void take(PartEvent part) {
        try {
            if (!inFile && ++parts > MOST_PARTS) {
                throw PageProblem.parameter("form");
            }
            if (part instanceof FilePartEvent file) {
                file(file);
            } else if (part instanceof FormPartEvent text) {
                String value = text.value();
                texts.putIfAbsent(text.name(), value.substring(0, Math.min(value.length(), LONGEST_TEXT)));
            }
        } finally {
            DataBufferUtils.release(part.content());
        }
    }

    private void file(FilePartEvent part) {
        DataBuffer content = part.content();
        boolean chosen = begun || !part.filename().isEmpty() || content.readableByteCount() > 0;
        if (part.name().equals(FILES) && chosen) {
            if (!begun) {
                evidence.begin(part.filename());
                begun = true;
            }
            byte[] bytes = new byte[content.readableByteCount()];
            content.read(bytes);
            evidence.write(bytes);
        }
        inFile = !part.isLast();
        if (part.isLast() && begun) {
            evidence.end();
            begun = false;
        }
    }
}
