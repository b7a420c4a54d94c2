package org.chengxin.widget;

import java.time.Clock;
import org.chengxin.platform.ChengxinProperties;
import org.chengxin.platform.store.DataDirectory;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.platform.store.StoreChanges;
import org.chengxin.record.Archives;
import org.chengxin.shared.EnterpriseRegister;
import org.chengxin.site.MarkCopies;
import org.chengxin.site.MarkSuspensions;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** What the widget's doors need. */
@Configuration(proxyBeanMethods = false)
class WidgetConfiguration {

    /** Kept with the files of the data directory, and saved with them. */
    private static final String FOLDER = "files/widget";

    @Bean
    WidgetScript widgetScript(DataDirectory directory, ChengxinProperties properties) {
        return WidgetScript.open(
                directory.resolve(FOLDER),
                EnterpriseRegister.entry(properties.site().region()));
    }

    @Bean
    Badges badges(Archives archives, MarkSuspensions suspensions, StoreCalls store, StoreChanges changes, Clock clock) {
        return new Badges(archives, suspensions, store, changes::version, clock);
    }

    @Bean
    WidgetReplies widgetReplies(
            WidgetScript script,
            Badges badges,
            WidgetWords words,
            BadgePicture picture,
            WidgetFrame frame,
            OwnSite own,
            CopyCount copies,
            JsonMapper json) {
        return new WidgetReplies(script, badges, words, picture, frame, own, copies, json);
    }

    @Bean
    AtHand atHand(Badges badges, WidgetReplies replies) {
        return new AtHand(badges, replies);
    }

    @Bean
    @ConditionalOnProperty(name = "chengxin.command", havingValue = "false", matchIfMissing = true)
    CopyCount copyCount(MarkCopies copies) {
        return new CopyCount(copies);
    }

    @Bean
    WidgetWords widgetWords(ChengxinProperties properties) {
        return new WidgetWords(properties.site().zone());
    }

    @Bean
    BadgePicture badgePicture(WidgetWords words) {
        return new BadgePicture(words);
    }

    @Bean
    OwnSite ownSite(ChengxinProperties properties) {
        return new OwnSite(properties.site().url(), properties.site().name());
    }

    @Bean
    WidgetFrame widgetFrame(WidgetWords words, BadgePicture picture, OwnSite own, WidgetScript script) {
        return new WidgetFrame(words, picture, own.name(), "/widget/v1/chengxin-" + script.version() + ".js");
    }

    @Bean
    Snippets snippets(WidgetScript script, Badges badges, BadgePicture picture, OwnSite own) {
        return new Snippets(script, badges, picture, own);
    }
}
