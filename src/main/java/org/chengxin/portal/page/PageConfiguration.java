package org.chengxin.portal.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.time.Clock;
import java.time.Duration;
import org.chengxin.catalog.Catalog;
import org.chengxin.platform.ChengxinProperties;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.record.Archives;
import org.chengxin.record.KnownSources;
import org.chengxin.record.PublicFigures;
import org.chengxin.rights.Objections;
import org.chengxin.search.SearchService;
import org.chengxin.site.SiteProofs;
import org.chengxin.subject.Regions;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** What the page controllers need: templates, assets, labels, and a scheduler to render on. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration implements WebFluxConfigurer {

    /** Waiting renderings beyond this are refused rather than piled up. */
    private static final int QUEUE = 5_000;

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // the name holds the hash of the content, so it never changes
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/verify-worker.js")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.noCache());
    }

    @Bean(destroyMethod = "dispose")
    Scheduler pageScheduler() {
        return Schedulers.newBoundedElastic(2 * Runtime.getRuntime().availableProcessors(), QUEUE, "pages");
    }

    @Bean
    Site site(ChengxinProperties properties) {
        ChengxinProperties.Site site = properties.site();
        return new Site(
                site.url().toString(),
                site.name(),
                site.region(),
                site.hostedBy(),
                site.operatedBy(),
                site.siteCode(),
                site.icp(),
                site.policeRecord(),
                site.contact());
    }

    @Bean
    Pages pages(@Qualifier("pageScheduler") Scheduler scheduler, Site site, Vocabulary vocabulary, Clock clock) {
        // now, so that no request has to wait for the disk
        Words.all();
        TemplateEngine templates =
                TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.chengxin.portal.template");
        return new Pages(templates, scheduler, Assets.read(), site, () -> vocabulary
                .formats()
                .day(clock.instant()));
    }

    @Bean
    Vocabulary vocabulary(Catalog catalog, Regions regions, ChengxinProperties properties) {
        return new Vocabulary(catalog, regions, new Formats(properties.site().zone()));
    }

    @Bean
    SearchReads searchReads(SearchService search) {
        return new SearchReads(search);
    }

    @Bean
    StoreReads storeReads(
            Archives archives,
            KnownSources sources,
            Objections objections,
            SiteProofs proofs,
            PublicFigures figures,
            StoreCalls store) {
        return new StoreReads(archives, sources, objections, proofs, figures, store);
    }
}
