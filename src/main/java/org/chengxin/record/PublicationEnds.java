package org.chengxin.record;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.FieldRole;
import org.chengxin.catalog.RecordType;
import org.chengxin.platform.store.Change;
import org.chengxin.platform.store.StoreSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Computes the ends of publication anew when the rule sets have changed since they were written. */
@Component
public class PublicationEnds {

    private static final Logger log = LoggerFactory.getLogger(PublicationEnds.class);
    private static final String SETTING = "publication-rules";
    private static final int PAGE = 2_000;

    private final RecordStore records;
    private final PublicationRules rules;
    private final Catalog catalog;
    private final StoreSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PublicationEnds(
            RecordStore records,
            PublicationRules rules,
            Catalog catalog,
            StoreSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.records = records;
        this.rules = rules;
        this.catalog = catalog;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Brings stored ends up to the rule sets; killed half way it starts over, since the mark is written last. */
    public void bringUpToDate() {
        Optional<String> known = settings.find(SETTING);
        if (known.isPresent() && known.get().equals(rules.fingerprint())) {
            return;
        }
        int changed = 0;
        String after = "";
        for (List<CreditRecord> page = records.after(after, PAGE); !page.isEmpty(); page = records.after(after, PAGE)) {
            after = page.get(page.size() - 1).id();
            List<CreditRecord> next = new ArrayList<>();
            page.forEach(record -> recomputed(record).ifPresent(next::add));
            if (!next.isEmpty()) {
                Change change = new Change("publication-rules", clock.instant(), "rule sets " + rules.fingerprint());
                transaction.executeWithoutResult(status -> records.save(next, change));
                changed += next.size();
            }
        }
        settings.put(SETTING, rules.fingerprint());
        if (known.isPresent()) {
            log.info("publication rules changed: {} records have a new end", changed);
        }
    }

    private Optional<CreditRecord> recomputed(CreditRecord record) {
        Instant from = record.publicFrom();
        if (from == null) {
            return Optional.empty();
        }
        RecordType type = catalog.require(record.type());
        LocalDate given = type.field(FieldRole.PUBLISH_UNTIL)
                .map(field -> record.data().get(field.name()))
                .map(LocalDate::parse)
                .orElse(null);
        Term term = rules.of(type, record.level(), record.decidedOn(), record.validUntil(), given, from);
        Instant newFrom = term.published() ? from : null;
        if (Objects.equals(term.until(), record.publicUntil()) && newFrom != null) {
            return Optional.empty();
        }
        return Optional.of(record.withPublication(newFrom, term.until()).withVersion(record.version() + 1));
    }
}
