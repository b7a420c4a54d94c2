package org.chengxin.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengxin.access.ApiKey;
import org.chengxin.access.ApiKeyStore;
import org.chengxin.access.Scope;
import org.chengxin.platform.ChengxinProperties;
import org.chengxin.shared.Codes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Makes, lists and revokes keys of the API. A key is shown when it is made, and never again. */
@Command(name = "key", mixinStandardHelpOptions = true)
final class KeyCommand extends CommandGroup {

    private static final int NONE = 1;

    @Command(name = "create", mixinStandardHelpOptions = true)
    int create(
            @Parameters(paramLabel = "HOLDER", descriptionKey = "holder") String holder,
            @Option(names = "--scope", split = ",", paramLabel = "SCOPE") @Nullable List<String> scopes,
            @Option(names = "--domain", split = ",", paramLabel = "HOST") @Nullable List<String> domains,
            @Option(names = "--per-minute", defaultValue = "6000") int perMinute,
            @Option(names = "--expires", paramLabel = "DATE") @Nullable String expires,
            @Option(names = "--by") @Nullable String by,
            @Option(names = "--json") boolean json) {
        if (perMinute < 1) {
            throw new ParameterException(spec.commandLine(), "--per-minute: " + perMinute);
        }
        Set<Scope> wanted = scopes(scopes == null ? List.of() : scopes);
        @Nullable Instant end = expires == null ? null : endOf(expires);
        ApiKeyStore.Created created;
        try {
            created = root.bean(ApiKeyStore.class)
                    .create(
                            holder.strip(),
                            wanted,
                            domains == null ? List.of() : domains,
                            perMinute,
                            end,
                            ObjectionsCommand.actor(by));
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage());
        }
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(JSON.writeValueAsString(created));
            return 0;
        }
        out.println(line(created.key()));
        out.println("密钥只显示这一次，请妥善交给持有人 (shown this once; hand it over with care):");
        out.println("Authorization: Bearer " + created.secret());
        return 0;
    }

    @Command(name = "list", mixinStandardHelpOptions = true)
    int list(@Option(names = "--json") boolean json) {
        return print(root.bean(ApiKeyStore.class).all(), json, KeyCommand::line, " 个密钥 (keys)");
    }

    @Command(name = "revoke", mixinStandardHelpOptions = true)
    int revoke(
            @Parameters(paramLabel = "ID", descriptionKey = "id") String id,
            @Option(names = "--by") @Nullable String by,
            @Option(names = "--json") boolean json) {
        List<ApiKey> revoked = root.bean(ApiKeyStore.class).revoke(id, ObjectionsCommand.actor(by)).stream()
                .toList();
        if (revoked.isEmpty()) {
            spec.commandLine().getErr().println("没有这个密钥 (no such key): " + id);
            return NONE;
        }
        return print(revoked, json, KeyCommand::line, null);
    }

    private Set<Scope> scopes(List<String> codes) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String code : codes) {
            scopes.add(Codes.find(Scope.class, code.strip())
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(),
                            "--scope: " + code + " ≠ "
                                    + EnumSet.allOf(Scope.class).stream()
                                            .map(Scope::code)
                                            .collect(Collectors.joining(", ")))));
        }
        return scopes;
    }

    /** A key holds through the day that is named. */
    private Instant endOf(String day) {
        try {
            return LocalDate.parse(day.strip())
                    .plusDays(1)
                    .atStartOfDay(root.bean(ChengxinProperties.class).site().zone())
                    .toInstant();
        } catch (DateTimeParseException wrong) {
            throw new ParameterException(spec.commandLine(), "--expires: " + day, wrong);
        }
    }

    private static String line(ApiKey key) {
        return String.join(
                "\t",
                key.id(),
                key.holder(),
                key.scopes().stream().map(Scope::code).collect(Collectors.joining(",", "scopes=", "")),
                "domains=" + String.join(",", key.domains()),
                key.perMinute() + "/min",
                "since=" + key.createdAt(),
                "until=" + (key.expiresAt() == null ? "" : key.expiresAt()),
                key.revokedAt() == null ? "" : "已吊销 (revoked) " + key.revokedAt());
    }
}
