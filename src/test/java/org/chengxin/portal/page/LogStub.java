package org.chengxin.portal.page;

import org.chengxin.proof.LogHead;
import org.chengxin.transparency.TransparencyLog;
import org.mockito.Mockito;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import reactor.core.publisher.Mono;

/** A transparency log of three entries. */
@TestConfiguration(proxyBeanMethods = false)
class LogStub {

    @Bean
    TransparencyLog transparencyLog() {
        TransparencyLog log = Mockito.mock(TransparencyLog.class);
        LogHead head = new LogHead("https://credit.example.cn", 3, new byte[32], PageWorld.NOW);
        Mockito.when(log.head()).thenReturn(Mono.just(new TransparencyLog.Head(head, "a.b.c")));
        return log;
    }
}
