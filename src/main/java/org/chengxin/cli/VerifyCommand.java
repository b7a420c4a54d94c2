package org.chengxin.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.Callable;
import org.chengxin.proof.BatchFiles;
import org.chengxin.proof.OfflineCheck;
import org.chengxin.proof.PublishedKey;
import org.chengxin.proof.SigningKeys;
import org.chengxin.report.Revocations;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells whether a document or a signed statement is genuine: with the keys of this portal, or with published ones and without any
 * portal. Exit code 1 for all that is not genuine.
 */
@Command(name = "verify", mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    /** Bytes. */
    private static final int LARGEST = 16 << 20;

    private static final Set<String> MOMENTS = Set.of("iat", "exp");
    private static final ResourceBundle WORDS = ResourceBundle.getBundle("messages-cli");

    @ParentCommand
    private ChengxinCommand root;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    private Path file;

    @Option(names = "--keys", paramLabel = "FILE|URL", descriptionKey = "keys")
    private @Nullable String keys;

    @Option(names = "--revocations", paramLabel = "FILE|URL", descriptionKey = "revocations")
    private @Nullable String revocations;

    @Option(names = "--json")
    private boolean json;

    @Override
    public Integer call() {
        BatchFiles batch = new BatchFiles();
        byte[] content = content(batch);
        OfflineCheck.Verdict verdict = batch.isBatch() ? check().of(batch) : check().of(content);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(verdict));
        } else {
            tell(verdict, out);
        }
        out.flush();
        return verdict.state() == OfflineCheck.State.GENUINE ? 0 : 1;
    }

    private OfflineCheck check() {
        Instant now = Clock.systemUTC().instant();
        if (keys != null) {
            List<PublishedKey> published = PublishedKey.ofKeySet(PublishedText.of(keys));
            return new OfflineCheck(published, revocations == null ? null : PublishedText.of(revocations), now);
        }
        String list = revocations == null ? root.bean(Revocations.class).list().block() : PublishedText.of(revocations);
        return new OfflineCheck(root.bean(SigningKeys.class).all(), list, now);
    }

    /** The content of a file that is no batch. Refuses what cannot be read before anything starts. */
    private byte[] content(BatchFiles batch) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(LARGEST + 1);
            for (byte[] part = content; part.length > 0; part = in.readNBytes(LARGEST)) {
                batch.add(ByteBuffer.wrap(part));
                if (!batch.isBatch()) {
                    break;
                }
            }
            if (content.length <= LARGEST || batch.isBatch()) {
                return content;
            }
        } catch (IOException failure) {
            throw new ParameterException(spec.commandLine(), "文件读不出来 (cannot be read): " + file, failure);
        }
        throw new ParameterException(
                spec.commandLine(), "文件太大，不是本门户的文书 (larger than any document of a portal): " + file);
    }

    private static void tell(OfflineCheck.Verdict verdict, PrintWriter out) {
        out.println(WORDS.getString("verify." + verdict.state().name().toLowerCase(Locale.ROOT)));
        verdict.claims().forEach((name, value) -> out.println("  " + name + "\t" + shown(name, value)));
        if (verdict.signer() != null) {
            out.println("  " + WORDS.getString("verify.signer") + "\t" + verdict.signer());
        }
        if (Boolean.TRUE.equals(verdict.development())) {
            out.println("  " + WORDS.getString("verify.development"));
        }
        out.println("  "
                + (verdict.listed() == null
                        ? WORDS.getString("verify.unlisted")
                        : WORDS.getString("verify.listed") + "\t" + verdict.listed()));
    }

    /** Moments are seconds in a statement and for people moments. */
    private static Object shown(String name, Object value) {
        return MOMENTS.contains(name) && value instanceof Number seconds
                ? Instant.ofEpochSecond(seconds.longValue())
                : value;
    }
}
