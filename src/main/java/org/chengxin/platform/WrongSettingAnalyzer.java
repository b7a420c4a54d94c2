package org.chengxin.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in one line which setting has a value that cannot be used; in the place of Spring Boot's own. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class WrongSettingAnalyzer implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (@Nullable Throwable part = failure; part != null; part = part.getCause()) {
            if (part instanceof BindException wrong) {
                return told(wrong.getName().toString(), failure);
            }
            if (part instanceof InvalidConfigurationPropertyValueException wrong) {
                return told(wrong.getName(), failure);
            }
        }
        return null;
    }

    /** The value itself is not repeated: it may be a password. */
    private static FailureAnalysis told(String setting, Throwable failure) {
        return new FailureAnalysis(
                "设置 " + setting + " 的值无法使用 (setting " + setting + " has a value that cannot be used)",
                "允许的值见 README“设置”一节 (see the settings in the README)",
                failure);
    }
}
