package org.chengxin.site;

import java.net.IDN;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.chengxin.catalog.Audience;
import org.chengxin.platform.ProblemException;
import org.chengxin.platform.ProblemKind;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.record.Archive.SubjectView;
import org.chengxin.record.Archives;
import org.chengxin.record.Source;
import org.chengxin.search.ranking.QueryReader;
import org.chengxin.search.text.SiteTerms;
import org.chengxin.shared.Codes;
import org.chengxin.site.Whose.Owner;
import org.chengxin.site.Whose.Verdict;
import org.chengxin.subject.Identifier;
import org.chengxin.subject.SubjectStore;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Whose site is this? Bound sites are kept in memory and read anew when the store has changed; what is said of a subject is
 * read from its archive in the moment of the answer.
 */
public class Sites {

    /** The answer to a search does not wait longer for this part of it. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private static final int MOST = 5;

    /** That nobody but a source of the portal says so. */
    private static final String REGISTERED = "registered";
    /** That the register of the platform says so on which the page is. */
    private static final String PLATFORM = "platform";

    private final SubjectStore subjects;
    private final SiteProofs proofs;
    private final Archives archives;
    private final StoreCalls store;
    private final Supplier<@Nullable String> changes;
    private volatile @Nullable Register register;

    private record Binding(String subject, Identifier identifier, BoundSite site) {}

    private record Register(@Nullable String state, Map<String, List<Binding>> byHost, LookAlikes looks) {

        List<Binding> of(String host) {
            return byHost.getOrDefault(host, List.of());
        }

        /** The domain of a host, or the nearest one above it that is bound. */
        List<Binding> around(String host) {
            for (String at = host; !at.isEmpty(); at = at.substring(at.indexOf('.') + 1)) {
                List<Binding> domains = of(at).stream()
                        .filter(binding -> !binding.site.isPage())
                        .toList();
                if (!domains.isEmpty() || at.indexOf('.') < 0) {
                    return domains;
                }
            }
            return List.of();
        }
    }

    /**
     * Knows nothing yet; the first question reads.
     *
     * @param changes names the state of the store; null while that is not known, and everything is read anew
     */
    public Sites(
            SubjectStore subjects,
            SiteProofs proofs,
            Archives archives,
            StoreCalls store,
            Supplier<@Nullable String> changes) {
        this.subjects = subjects;
        this.proofs = proofs;
        this.archives = archives;
        this.store = store;
        this.changes = changes;
    }

    /** Whose the address in a text is; empty when there is none in it, or the store is away or slow. */
    public Mono<Whose> whose(String typed) {
        String address = QueryReader.site(typed);
        if (address == null) {
            return Mono.empty();
        }
        return store.call(() -> answer(address))
                .timeout(SOON)
                .onErrorResume(failure -> failure instanceof TimeoutException || isAway(failure), away -> Mono.empty());
    }

    private static boolean isAway(Throwable failure) {
        return failure instanceof ProblemException problem && problem.kind() == ProblemKind.STORE_UNAVAILABLE;
    }

    private Whose answer(String address) {
        Register known = current();
        BoundSite page = BoundSite.page("https://" + address).orElse(null);
        if (page == null) {
            return new Whose(address, Verdict.UNKNOWN, List.of());
        }
        List<Binding> here = known.of(page.host());
        List<Binding> covering = here.stream()
                .filter(binding -> binding.site.covers(page))
                .sorted(Comparator.comparing(
                        (Binding binding) -> -binding.site.address().length()))
                .toList();
        if (!covering.isEmpty()) {
            // of a platform's domain others have pages too
            boolean shared = page.isPage() && here.stream().anyMatch(binding -> binding.site.isPage());
            boolean own = !shared || covering.get(0).site.isPage();
            return whose(address, own ? Verdict.BOUND : Verdict.UNDER, owners(known, covering, null));
        }
        List<Binding> above = known.around(page.host());
        if (!above.isEmpty()) {
            return whose(address, Verdict.UNDER, owners(known, above, null));
        }
        List<Owner> alike = known.looks.of(SiteTerms.host(address)).stream()
                .limit(MOST)
                .flatMap(like -> owners(
                        known,
                        known.of(IDN.toASCII(like.host())).stream()
                                .filter(binding -> !binding.site.isPage())
                                .toList(),
                        like.how())
                        .stream())
                .toList();
        Set<String> named = new HashSet<>();
        return whose(
                address,
                Verdict.LOOKS_LIKE,
                alike.stream().filter(owner -> named.add(owner.subject())).toList());
    }

    private static Whose whose(String address, Verdict verdict, List<Owner> owners) {
        return owners.isEmpty()
                ? new Whose(address, Verdict.UNKNOWN, List.of())
                : new Whose(address, verdict, owners.subList(0, Math.min(MOST, owners.size())));
    }

    /** Those of the bindings that stand in the archive now, as the public may see it. */
    private List<Owner> owners(Register known, List<Binding> bindings, @Nullable Likeness how) {
        return bindings.stream()
                .limit(MOST)
                .flatMap(binding -> archives.find(binding.subject, Audience.PUBLIC, null).stream()
                        .map(archive -> archive.subject())
                        .filter(subject -> subject.identifiers().contains(binding.identifier))
                        // nobody in person is named beside what may be a fraud
                        .filter(subject -> how == null || !subject.kind().naturalPerson())
                        .map(subject -> owner(known, subject, binding, how)))
                .toList();
    }

    private Owner owner(Register known, SubjectView subject, Binding binding, @Nullable Likeness how) {
        String address = binding.site.address();
        String host = binding.site.host();
        Optional<SubjectStore.Stated> stated = subjects.stated(subject.id(), binding.identifier.key());
        Optional<SiteProofs.Proof> proof = binding.site.isPage()
                ? Optional.empty()
                : proofs.find(subject.id(), host).filter(SiteProofs.Proof::holds);
        return new Owner(
                subject.id(),
                subject.name(),
                IDN.toUnicode(host) + address.substring(host.length()),
                proof.map(SiteProofs.Proof::method)
                        .or(() -> stated.filter(by -> binding.site.isPage() && isItsPlatform(known, by, host))
                                .map(by -> PLATFORM))
                        .orElse(REGISTERED),
                proof.map(SiteProofs.Proof::since)
                        .or(() -> stated.map(SubjectStore.Stated::since))
                        .orElse(null),
                how);
    }

    /** Whether a source is the platform on whose domain a page is: it gives out the pages there, and knows to whom. */
    private boolean isItsPlatform(Register known, SubjectStore.Stated by, String host) {
        return by.kind().equals(Codes.of(Source.Kind.PLATFORM))
                && known.around(host).stream()
                        .flatMap(binding -> archives.find(binding.subject, Audience.PUBLIC, null).stream())
                        .anyMatch(platform -> platform.subject().name().equals(by.source()));
    }

    private Register current() {
        Register kept = register;
        String now = changes.get();
        if (kept != null && now != null && now.equals(kept.state)) {
            return kept;
        }
        synchronized (this) {
            // named before it is read: what changes meanwhile is read the next time
            String state = changes.get();
            Register other = register;
            if (other != null && state != null && state.equals(other.state)) {
                return other;
            }
            Register read = read(state);
            register = read;
            return read;
        }
    }

    private Register read(@Nullable String state) {
        Map<String, List<Binding>> byHost = new HashMap<>();
        List<String> domains = new ArrayList<>();
        subjects.withSites().forEach((subject, identifiers) -> identifiers.stream()
                .flatMap(identifier -> binding(subject, identifier))
                .forEach(binding -> {
                    byHost.computeIfAbsent(binding.site.host(), x -> new ArrayList<>(1))
                            .add(binding);
                    if (!binding.site.isPage()) {
                        domains.add(IDN.toUnicode(binding.site.host()));
                    }
                }));
        return new Register(state, byHost, new LookAlikes(domains));
    }

    private static Stream<Binding> binding(String subject, Identifier identifier) {
        // as an address that is typed is read, so that both are compared alike
        Optional<BoundSite> site = BoundSite.of(identifier)
                .flatMap(bound -> Optional.ofNullable(SiteTerms.find(identifier.value())))
                .flatMap(plain -> BoundSite.page("https://" + plain));
        return site.map(bound -> new Binding(subject, identifier, bound)).stream();
    }
}
