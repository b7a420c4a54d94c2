package org.chengxin.cli;

import java.io.PrintWriter;
import java.util.List;
import org.chengxin.site.MarkCopies;
import org.chengxin.site.MarkSuspensions;
import org.chengxin.site.SiteAudit;
import org.chengxin.site.SiteAudits;
import org.chengxin.site.SiteProofs;
import org.chengxin.site.SiteProofs.Proof;
import org.chengxin.subject.Subject;
import org.chengxin.subject.SubjectStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/**
 * Has subjects prove that a domain is theirs (网站主体核验), checks it, and checks it again; takes their marks off their sites when
 * they wish so, and lists where marks were copied.
 */
@Command(name = "site", mixinStandardHelpOptions = true)
final class SiteCommand extends CommandGroup {

    private static final int NOT_ALL = 1;

    @Command(name = "list", mixinStandardHelpOptions = true)
    int list(@Option(names = "--json") boolean json) {
        return print(proofs().all(), json, SiteCommand::line, " 个域名 (domains)");
    }

    @Command(name = "verify", mixinStandardHelpOptions = true)
    int verify(
            @Parameters(arity = "0..1", paramLabel = "ID_OR_USCC", descriptionKey = "subject") @Nullable String subject,
            @Parameters(arity = "0..1", paramLabel = "DOMAIN", descriptionKey = "domain") @Nullable String domain,
            @Option(names = "--by") @Nullable String by,
            @Option(names = "--json") boolean json) {
        List<Proof> checked = asked(subject, domain, by).stream()
                .map(proof -> proofs().check(proof))
                .toList();
        print(checked, json, SiteCommand::line, null);
        if (domain != null && !json) {
            checked.stream().filter(proof -> proof.failure() != null).forEach(this::explain);
        }
        return checked.stream().allMatch(proof -> proof.failure() == null) ? 0 : NOT_ALL;
    }

    @Command(name = "audit", mixinStandardHelpOptions = true)
    int audit(
            @Parameters(paramLabel = "ID_OR_USCC", descriptionKey = "subject") String subject,
            @Parameters(paramLabel = "DOMAIN", descriptionKey = "domain") String domain,
            @Option(names = "--json") boolean json) {
        Subject owner = subject(subject);
        try {
            SiteAudit.Findings seen =
                    root.bean(SiteAudit.class).of(SiteProofs.own(owner, domain), owner.id(), owner.uscc());
            audits().keep(owner.id(), seen);
            print(List.of(seen), json, SiteCommand::line, null);
            return seen.failure() == null ? 0 : NOT_ALL;
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage());
        }
    }

    @Command(name = "audits", mixinStandardHelpOptions = true)
    int audits(@Option(names = "--json") boolean json) {
        return print(
                audits().all(),
                json,
                audit -> line(audit.seen()) + "\t" + audit.subject() + "\taudited=" + audit.at(),
                " 个首页 (home pages)");
    }

    private SiteAudits audits() {
        return root.bean(SiteAudits.class);
    }

    @Command(name = "suspend", mixinStandardHelpOptions = true)
    int suspend(
            @Parameters(paramLabel = "ID_OR_USCC", descriptionKey = "subject") String subject,
            @Parameters(arity = "0..1", paramLabel = "SITE", descriptionKey = "site") @Nullable String site,
            @Option(names = "--by") @Nullable String by) {
        Subject owner = subject(subject);
        try {
            boolean now = suspensions().suspend(owner, told(site), ObjectionsCommand.actor(by));
            say(now ? "标识已暂停展示 (the mark is not shown any more)" : "早已暂停 (suspended already)", owner, site);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage());
        }
        return 0;
    }

    @Command(name = "resume", mixinStandardHelpOptions = true)
    int resume(
            @Parameters(paramLabel = "ID_OR_USCC", descriptionKey = "subject") String subject,
            @Parameters(arity = "0..1", paramLabel = "SITE", descriptionKey = "site") @Nullable String site,
            @Option(names = "--by") @Nullable String by) {
        Subject owner = subject(subject);
        try {
            boolean now = suspensions().resume(owner, told(site), ObjectionsCommand.actor(by));
            say(now ? "标识恢复展示 (the mark is shown again)" : "没有暂停 (it was not suspended)", owner, site);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage());
        }
        return 0;
    }

    @Command(name = "suspended", mixinStandardHelpOptions = true)
    int suspended(@Option(names = "--json") boolean json) {
        return print(
                suspensions().all(),
                json,
                one -> String.join(
                        "\t",
                        one.subject(),
                        one.site().isEmpty() ? "全部网站 (all sites)" : one.site(),
                        "since=" + one.since(),
                        one.by()),
                " 处 (suspensions)");
    }

    @Command(name = "copies", mixinStandardHelpOptions = true)
    int copies(
            @Parameters(arity = "0..1", paramLabel = "ID_OR_USCC", descriptionKey = "subject") @Nullable String subject,
            @Option(names = "--days", defaultValue = "30") int days,
            @Option(names = "--json") boolean json) {
        return print(
                root.bean(MarkCopies.class)
                        .list(subject == null ? null : subject(subject).id(), days),
                json,
                copy -> String.join(
                        "\t",
                        copy.host(),
                        copy.subject(),
                        Long.toString(copy.times()),
                        copy.first().toString(),
                        copy.last().toString()),
                " 处 (copies)");
    }

    private static String told(@Nullable String site) {
        return site == null ? MarkSuspensions.EVERYWHERE : site;
    }

    private void say(String done, Subject owner, @Nullable String site) {
        spec.commandLine()
                .getOut()
                .println(done + ": " + owner.name() + " " + owner.id() + " " + (site == null ? "" : site));
    }

    private MarkSuspensions suspensions() {
        return root.bean(MarkSuspensions.class);
    }

    private Subject subject(String idOrUscc) {
        SubjectStore subjects = root.bean(SubjectStore.class);
        return subjects.find(idOrUscc)
                .or(() -> subjects.findByUscc(idOrUscc))
                .orElseThrow(() -> new ParameterException(spec.commandLine(), "没有这个主体 (no such subject): " + idOrUscc));
    }

    private List<Proof> asked(@Nullable String subject, @Nullable String domain, @Nullable String by) {
        if (subject == null) {
            return proofs().due();
        }
        if (domain == null) {
            throw new ParameterException(spec.commandLine(), "DOMAIN?");
        }
        try {
            return List.of(proofs().ask(subject(subject), domain, ObjectionsCommand.actor(by)));
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage());
        }
    }

    private SiteProofs proofs() {
        return root.bean(SiteProofs.class);
    }

    private static String line(Proof proof) {
        return String.join(
                "\t",
                proof.host(),
                proof.subject(),
                proof.state().code(),
                "method=" + text(proof.method()),
                "since=" + text(proof.since()),
                "checked=" + text(proof.checkedAt()),
                text(proof.failure()));
    }

    private static String line(SiteAudit.Findings seen) {
        return String.join(
                "\t",
                seen.host(),
                "licence=" + seen.licence().code(),
                "mark=" + seen.mark(),
                "icp=" + text(seen.icp()),
                "certificate=" + text(seen.certificateUntil()),
                "issuer=" + text(seen.issuer()),
                text(seen.failure()));
    }

    /** The three ways, with what has to be shown. */
    private void explain(Proof proof) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("任选一种方式，再次执行同一命令 (show it in one of these ways and run the same command again):");
        out.println("  DNS   _chengxin." + proof.host() + " TXT " + proof.token());
        out.println("  file  https://" + proof.host() + "/.well-known/chengxin-site.txt: " + proof.token());
        out.println("  meta  <meta name=\"chengxin-site\" content=\"" + proof.token() + "\">");
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
