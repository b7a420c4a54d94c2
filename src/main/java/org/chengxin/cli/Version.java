package org.chengxin.cli;

import java.io.IOException;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: the version that the build wrote into {@code application.yaml}. */
final class Version implements IVersionProvider {

    private static final String SETTING = "spring.application.version";

    @Override
    public String[] getVersion() throws IOException {
        Object version = new YamlPropertySourceLoader()
                .load("version", new ClassPathResource("application.yaml")).stream()
                        .map(source -> source.getProperty(SETTING))
                        .findFirst()
                        .orElseThrow();
        return new String[] {"诚信查 chengxin " + version};
    }
}
