package org.chengxin.portal;

import java.util.stream.Collectors;
import org.chengxin.BrowserRun;
import org.chengxin.PortalTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Walks through the portal with a real browser, see {@code src/test/browser/portal.mjs}. */
class BrowserIT extends PortalTest {

    private static final String PAGES = "org.chengxin.portal.page";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void readersFindTheirWayWithABrowser() throws Exception {
        BrowserRun.of("portal.mjs", "http://localhost:" + port, pageDoors());
    }

    /** Path patterns that are answered with pages, with commas between them; files (with an ending) are none. */
    private String pageDoors() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getPackageName().equals(PAGES))
                .map(entry -> entry.getKey())
                .filter(door -> door.getMethodsCondition().getMethods().isEmpty()
                        || door.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(door -> door.getPatternsCondition().getPatterns().stream())
                .map(PathPattern::getPatternString)
                .filter(pattern -> !pattern.matches(".*\\.\\w+"))
                .sorted()
                .collect(Collectors.joining(","));
    }
}
