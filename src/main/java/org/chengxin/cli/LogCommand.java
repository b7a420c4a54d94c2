package org.chengxin.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;
import org.chengxin.proof.LogHead;
import org.chengxin.proof.OfflineCheck;
import org.chengxin.proof.PublishedKey;
import org.chengxin.proof.SigningKeys;
import org.chengxin.shared.Codes;
import org.chengxin.transparency.LogAudit;
import org.chengxin.transparency.LogEntry;
import org.chengxin.transparency.TransparencyLog;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks that the transparency log of a portal, this one or another, was only added to. */
@Command(name = "log", mixinStandardHelpOptions = true)
final class LogCommand extends CommandGroup {

    private static final int PAGE = 1000;

    /** Fetches all entries and computes the root anew. Exit code 1 when a head does not follow from the entries. */
    @Command(name = "check", mixinStandardHelpOptions = true)
    int check(
            @Option(names = "--portal", paramLabel = "URL", descriptionKey = "portal") @Nullable String portal,
            @Option(names = "--head", paramLabel = "FILE", descriptionKey = "head") @Nullable Path kept) {
        String site = portal == null ? null : portal.replaceAll("/+$", "");
        OfflineCheck check =
                new OfflineCheck(keys(site), null, Clock.systemUTC().instant());
        LogHead latest = signed(check, latest(site));
        List<LogHead> heads = new ArrayList<>(List.of(latest));
        if (kept != null) {
            heads.add(signed(check, read(kept)));
        }
        LogAudit audit = new LogAudit(heads);
        LongFunction<List<LogEntry>> entries = site == null
                ? from -> Objects.requireNonNull(
                        root.bean(TransparencyLog.class).entries(from, PAGE).block())
                : from -> fetched(site, from);
        long from = 0;
        while (from < latest.size()) {
            List<LogEntry> page = entries.apply(from);
            if (page.isEmpty()) {
                break;
            }
            page.stream().filter(entry -> entry.position() < latest.size()).forEach(audit::add);
            from += page.size();
        }
        boolean holds = audit.holds();
        spec.commandLine()
                .getOut()
                .println((holds
                                ? "日志只增未改 (the log was only added to)"
                                : "日志与签名头不符，有条目被改动、删去或插入 (the entries do not lead to the signed heads:"
                                        + " some were changed, dropped or slipped in)")
                        + ": " + audit.entries() + " / " + latest.size() + ", " + latest.at());
        spec.commandLine().getOut().flush();
        return holds ? 0 : 1;
    }

    private List<PublishedKey> keys(@Nullable String site) {
        return site == null
                ? root.bean(SigningKeys.class).all()
                : PublishedKey.ofKeySet(PublishedText.of(site + "/.well-known/chengxin/keys.json"));
    }

    private String latest(@Nullable String site) {
        return site == null
                ? Objects.requireNonNull(root.bean(TransparencyLog.class).head().block())
                        .statement()
                : json(PublishedText.of(site + "/api/v1/log/head"))
                        .required("statement")
                        .asString();
    }

    /** What was kept is the answer of the door, or the statement in it. */
    private String read(Path kept) {
        try {
            String text = Files.readString(kept).strip();
            return text.startsWith("{") ? json(text).required("statement").asString() : text;
        } catch (IOException failure) {
            throw new ParameterException(spec.commandLine(), "文件读不出来 (cannot be read): " + kept, failure);
        }
    }

    private LogHead signed(OfflineCheck check, String statement) {
        OfflineCheck.Verdict verdict = check.of(statement.getBytes(StandardCharsets.UTF_8));
        if (verdict.state() != OfflineCheck.State.GENUINE) {
            throw new IllegalStateException("日志头没有本门户的签名 (a head is not signed by the portal)");
        }
        return LogHead.of(verdict.claims());
    }

    private static List<LogEntry> fetched(String site, long from) {
        List<LogEntry> entries = new ArrayList<>();
        String page = PublishedText.of(site + "/api/v1/log/entries?size=" + PAGE + "&cursor=" + from);
        for (JsonNode entry : json(page).required("items")) {
            entries.add(new LogEntry(
                    entry.required("position").asLong(),
                    Codes.require(LogEntry.Op.class, entry.required("op").asString()),
                    Instant.parse(entry.required("at").asString()),
                    Base64.getUrlDecoder().decode(entry.required("commitment").asString())));
        }
        return entries;
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
