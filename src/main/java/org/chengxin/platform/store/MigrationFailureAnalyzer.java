package org.chengxin.platform.store;

import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one line why the tables could not be made or brought up to date. */
class MigrationFailureAnalyzer extends AbstractFailureAnalyzer<FlywayException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FlywayException cause) {
        @Nullable String reason = cause.getMessage();
        for (@Nullable Throwable part = cause; part != null; part = part.getCause()) {
            if (part instanceof SQLException) {
                reason = part.getMessage();
            }
        }
        return new FailureAnalysis(
                "数据库结构无法建立或升级：" + reason + " (the tables cannot be made or brought up to date)",
                "请给数据库用户建表的权限（PostgreSQL 14 及以上），或换用空库，见 CHENGXIN_POSTGRES_URL"
                        + " (let the user create tables, PostgreSQL 14 or later, or use an empty database)",
                cause);
    }
}
