package org.chengxin.platform.store;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Short values that the store keeps about itself, by name: marks of what was done up to where. Blocks. */
@Component
public class StoreSettings {

    private final JdbcClient jdbc;

    public StoreSettings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty when it was never set. */
    public Optional<String> find(String name) {
        return jdbc.sql("select value from store_setting where name = :name")
                .param("name", name)
                .query(String.class)
                .optional();
    }

    /** Sets it, whatever it was. */
    public void put(String name, String value) {
        jdbc.sql("insert into store_setting (name, value) values (:name, :value)"
                        + " on conflict (name) do update set value = excluded.value")
                .param("name", name)
                .param("value", value)
                .update();
    }

    /** The value that it has, which is {@code first} for whoever asks first. */
    public String keep(String name, String first) {
        jdbc.sql("insert into store_setting (name, value) values (:name, :value) on conflict do nothing")
                .param("name", name)
                .param("value", first)
                .update();
        return find(name).orElseThrow();
    }
}
