package org.chengxin.platform.logs;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.nio.charset.StandardCharsets;
import org.chengxin.platform.logs.RequestLog.Answered;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.boot.logging.structured.ElasticCommonSchemaProperties;
import org.springframework.core.env.Environment;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * Lines of the log files (Elastic Common Schema). Requests, of which there are many and all of one form, are written here:
 * Spring Boot's writer, which writes all else, takes as long for the line of a small answer as the answer took.
 */
final class LogLines extends StructuredLogEncoder {

    private static final String BEHIND = "},\"ecs\":{\"version\":\"8.11\"}}\n";
    private static final JsonStringEncoder JSON = JsonStringEncoder.getInstance();

    private final String process =
            "\"},\"process\":{\"pid\":" + ProcessHandle.current().pid() + ",\"thread\":{\"name\":\"";
    private String service = "";

    LogLines() {
        setFormat("ecs");
        setCharset(StandardCharsets.UTF_8);
    }

    @Override
    public void start() {
        super.start();
        Environment environment = (Environment) getContext().getObject(Environment.class.getName());
        String members = JsonWriter.<Environment>of(
                        all -> ElasticCommonSchemaProperties.get(environment).jsonMembers(all))
                .writeToString(environment);
        service = members.substring(1, members.length() - 1);
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        @Nullable Object[] told = event.getArgumentArray();
        return told != null && told.length == 1 && told[0] instanceof Answered answered
                ? line(event, answered).getBytes(StandardCharsets.UTF_8)
                : super.encode(event);
    }

    private String line(ILoggingEvent event, Answered answered) {
        StringBuilder line = new StringBuilder(512)
                .append("{\"@timestamp\":\"")
                .append(event.getInstant())
                .append("\",\"log\":{\"level\":\"")
                .append(event.getLevel())
                .append("\",\"logger\":\"")
                .append(event.getLoggerName())
                .append(process);
        JSON.quoteAsString(event.getThreadName(), line);
        line.append("\"}},")
                .append(service)
                .append(service.isEmpty() ? "" : ",")
                .append("\"message\":\"");
        JSON.quoteAsString(event.getFormattedMessage(), line);
        line.append("\",\"http\":{\"request\":{\"id\":\"");
        JSON.quoteAsString(answered.id(), line);
        line.append("\",\"method\":\"").append(answered.method()).append("\"},\"route\":\"");
        JSON.quoteAsString(answered.door(), line);
        line.append("\",\"response\":{\"status_code\":").append(answered.status());
        line.append("}},\"event\":{\"duration\":").append(answered.nanos());
        String client = answered.client();
        if (client != null) {
            line.append("},\"client\":{\"address\":\"");
            // behind proxies it is what they were told
            JSON.quoteAsString(NumbersLeftOut.without(client), line);
            line.append('"');
        }
        return line.append(BEHIND).toString();
    }
}
