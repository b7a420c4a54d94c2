package org.chengxin.portal.page;

import java.util.List;
import java.util.Map;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.record.Archives;
import org.chengxin.site.SiteProofs;
import org.chengxin.site.Sites;
import org.chengxin.subject.Identifier;
import org.chengxin.subject.SubjectStore;
import org.mockito.Mockito;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** One company has a site, as far as the store says; whether its archive says so too is up to the test. */
@TestConfiguration(proxyBeanMethods = false)
class PageSites {

    static final Identifier DOMAIN = new Identifier(Identifier.Scheme.DOMAIN, "gangbing.example.cn");

    @Bean
    SiteProofs siteProofs() {
        SiteProofs proofs = Mockito.mock(SiteProofs.class);
        Mockito.when(proofs.holding("s1"))
                .thenReturn(List.of(new SiteProofs.Proof(
                        "s1", DOMAIN.value(), "token", SiteProofs.State.PROVED, "dns", null, null, null)));
        return proofs;
    }

    @Bean
    Sites sites(SiteProofs proofs, Archives archives, StoreCalls store) {
        SubjectStore subjects = Mockito.mock(SubjectStore.class);
        Mockito.when(subjects.withSites()).thenReturn(Map.of("s1", List.of(DOMAIN)));
        return new Sites(subjects, proofs, archives, store, () -> null);
    }
}
