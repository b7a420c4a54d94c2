package org.chengxin.record;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.RecordType;
import org.chengxin.platform.ChengxinProperties;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts in the store; each answer is one statement, so its parts agree. */
@Component
class StoredFigures implements PublicFigures {

    private static final String BLANK = "";

    private final JdbcClient jdbc;
    private final Catalog catalog;
    private final PublicCondition condition;
    private final Clock clock;
    private final ZoneId zone;

    @Autowired
    StoredFigures(JdbcClient jdbc, Catalog catalog, Clock clock, ChengxinProperties properties) {
        this(jdbc, catalog, clock, properties.site().zone());
    }

    StoredFigures(JdbcClient jdbc, Catalog catalog, Clock clock, ZoneId zone) {
        this.jdbc = jdbc;
        this.catalog = catalog;
        this.condition = new PublicCondition(catalog);
        this.clock = clock;
        this.zone = zone;
    }

    private record Line(String group, String value, long count) {}

    @Override
    public Counts counts() {
        Instant now = clock.instant();
        String sql =
                """
                select case when grouping(type) = 0 then 'type' when grouping(authority) = 0 then 'authority'
                            when grouping(month) = 0 then 'month' when grouping(region) = 0 then 'region'
                            else 'total' end as part,
                       coalesce(type, authority, month, region, '') as value, count(*) as number
                from (select r.type, nullif(r.authority, '') as authority, s.region,
                             to_char(coalesce(r.decided_on, (r.public_from at time zone :zone)::date), 'YYYY-MM') as month
                      from record r join subject s on s.id = r.subject_id where %s) seen
                group by grouping sets ((type), (authority), (month), (region), ())"""
                        .formatted(condition.records());
        Map<String, List<Count>> parts = new TreeMap<>();
        condition
                .fill(jdbc.sql(sql).param("zone", zone.getId()), now)
                .query((row, number) -> new Line(row.getString("part"), row.getString("value"), row.getLong("number")))
                .list()
                .forEach(line -> parts.computeIfAbsent(line.group(), part -> new ArrayList<>())
                        .add(new Count(line.value(), line.count())));
        Comparator<Count> value = Comparator.comparing(Count::value);
        Comparator<Count> most =
                Comparator.comparingLong(Count::count).reversed().thenComparing(value);
        long total =
                parts.getOrDefault("total", List.of(new Count(BLANK, 0))).get(0).count();
        return new Counts(
                now,
                total,
                sorted(parts, "month", value.reversed()),
                sorted(parts, "type", most),
                sorted(parts, "authority", most),
                sorted(parts, "region", most));
    }

    private static List<Count> sorted(Map<String, List<Count>> parts, String part, Comparator<Count> order) {
        return parts.getOrDefault(part, List.of()).stream().sorted(order).toList();
    }

    @Override
    public List<Entry> onList(String list) {
        String[] types = catalog.types().stream()
                .filter(type -> list.equals(type.list()))
                .map(RecordType::code)
                .toArray(String[]::new);
        return condition
                .fill(
                        jdbc.sql(
                                        """
                                        select r.id, r.subject_id, r.version || '.' || s.version as state
                                        from record r join subject s on s.id = r.subject_id
                                        where r.type = any(:types) and %s order by r.id"""
                                                .formatted(condition.records()))
                                .param("types", types),
                        clock.instant())
                .query((row, number) ->
                        new Entry(row.getString("id"), row.getString("subject_id"), row.getString("state")))
                .list();
    }

    @Override
    public long cleanSubjects() {
        return condition
                .fill(jdbc.sql("select count(*) from subject s where " + condition.cleanSubjects()), clock.instant())
                .query(Long.class)
                .single();
    }

    @Override
    public List<String> cleanSubjects(long offset, int size) {
        return condition
                .fill(
                        jdbc.sql("select s.id from subject s where " + condition.cleanSubjects()
                                        + " order by s.id offset :offset limit :size")
                                .param("offset", offset)
                                .param("size", size),
                        clock.instant())
                .query(String.class)
                .list();
    }
}
