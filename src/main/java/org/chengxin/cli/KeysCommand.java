package org.chengxin.cli;

import java.util.Objects;
import org.chengxin.proof.SigningKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the keys that documents and statements are signed with, and puts new ones in their place. */
@Command(name = "keys", mixinStandardHelpOptions = true)
final class KeysCommand extends CommandGroup {

    @Command(name = "list", mixinStandardHelpOptions = true)
    int list(@Option(names = "--json") boolean json) {
        return print(
                root.bean(SigningKeys.class).all(),
                json,
                key -> String.join(
                        "\t",
                        key.id(),
                        key.algorithm(),
                        key.development() ? "开发密钥 (development)" : "-",
                        key.since().toString(),
                        Objects.toString(key.until(), "使用中 (in force)")),
                null);
    }

    @Command(name = "rotate", mixinStandardHelpOptions = true)
    int rotate() {
        boolean both = root.bean(SigningKeys.class).rotate();
        spec.commandLine()
                .getOut()
                .println(
                        both
                                ? "已生成新的密钥，门户重新启动后使用；旧密钥继续公布 (new keys made; the portal signs with them"
                                        + " when it is started again, the old ones stay published)"
                                : "已生成新的声明密钥，门户重新启动后使用；文书密钥由 CHENGXIN_KEYS_FILE 更换 (a new key of statements"
                                        + " made; change the key of documents with CHENGXIN_KEYS_FILE)");
        return 0;
    }
}
