package org.chengxin.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chengxin.platform.ChengxinProperties;
import org.chengxin.platform.store.StoreCalls;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The dated rule sets of {@code publication-rules/*.yaml}, and the sources as they are known. */
@Configuration(proxyBeanMethods = false)
class RecordConfiguration {

    @Bean
    PublicationRules publicationRules(ChengxinProperties properties) {
        return PublicationRules.load(properties.site().zone());
    }

    @Bean
    KnownSources knownSources(Archives archives, StoreCalls store) {
        return new KnownSources(archives, store);
    }

    @Bean
    SourceHealth sourcesHealthIndicator(KnownSources sources, Clock clock, ChengxinProperties properties) {
        return new SourceHealth(sources, clock, properties.health().sourceAge());
    }

    static List<PublicationRule> rules() {
        YAMLMapper yaml = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .addModule(new SimpleModule().addDeserializer(PublicationRule.End.class, new EndReader()))
                .build();
        List<PublicationRule> rules = new ArrayList<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:publication-rules/*.yaml")) {
                try (InputStream in = file.getInputStream()) {
                    rules.add(yaml.readValue(in, PublicationRule.class));
                } catch (JacksonException failure) {
                    throw new IllegalArgumentException(
                            "publication-rules/" + file.getFilename() + ": " + failure.getOriginalMessage(), failure);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return rules;
    }

    /** Reads {@code validity-or-maximum} as YAML writes it. */
    private static final class EndReader extends StdDeserializer<PublicationRule.End> {

        EndReader() {
            super(PublicationRule.End.class);
        }

        @Override
        public PublicationRule.End deserialize(JsonParser parser, DeserializationContext context) {
            JsonNode text = context.readTree(parser);
            return PublicationRule.End.valueOf(
                    text.asString().toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
