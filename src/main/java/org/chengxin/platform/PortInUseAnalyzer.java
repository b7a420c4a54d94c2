package org.chengxin.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in one line which port is taken; in the place of Spring Boot's own. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class PortInUseAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PortInUseException cause) {
        int port = cause.getPort();
        return new FailureAnalysis(
                "端口 " + port + " 已被占用 (port " + port + " is in use)",
                "请停止占用它的程序，或用 SERVER_PORT（管理端口用 CHENGXIN_MANAGEMENT_PORT）指定其他端口"
                        + " (stop what listens there, or set SERVER_PORT, for the management port CHENGXIN_MANAGEMENT_PORT)",
                cause);
    }
}
