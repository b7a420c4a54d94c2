package org.chengxin;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A site of the seed that its company proved to hold, written as {@code site verify} would. */
public final class ProvedSite {

    public static final String HOST = "yunci.example.cn";

    private ProvedSite() {}

    /** Proves it at a moment; gives the id of its subject. */
    public static String prove(JdbcClient jdbc, Instant at) {
        String subject = jdbc.sql("select id from subject where name = '黄石云磁信息技术有限公司'")
                .query(String.class)
                .single();
        jdbc.sql(
                        """
                        insert into site_proof (subject_id, host, token, asked_by, asked_at, checked_at, proved_at, method, since)
                        values (:subject, :host, 'chengxin-token', 'tester', :at, :at, :at, 'dns', :at)""")
                .param("subject", subject)
                .param("host", HOST)
                .param("at", Timestamp.from(at))
                .update();
        return subject;
    }

    public static void forget(JdbcClient jdbc) {
        jdbc.sql("delete from site_proof").update();
    }
}
