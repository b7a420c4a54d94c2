package org.chengxin.portal;

import java.util.stream.Collectors;
import org.chengxin.BrowserRun;
import org.chengxin.PortalDoor;
import org.chengxin.PortalTest;
import org.junit.jupiter.api.Test;

/** Walks through the portal with a real browser, see {@code src/test/browser/portal.mjs}. */
class BrowserIT extends PortalTest {

    @Test
    void readersFindTheirWayWithABrowser() throws Exception {
        BrowserRun.of("portal.mjs", "http://localhost:" + port, pageDoors());
    }

    /** Path patterns that are answered with pages, with commas between them; files (with an ending) are none. */
    private String pageDoors() {
        return doors().stream()
                .filter(PortalDoor::page)
                .map(PortalDoor::path)
                .sorted()
                .collect(Collectors.joining(","));
    }
}
