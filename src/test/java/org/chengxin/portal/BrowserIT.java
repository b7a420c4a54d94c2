package org.chengxin.portal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.chengxin.BrowserRun;
import org.chengxin.PortalDoor;
import org.chengxin.PortalTest;
import org.chengxin.access.ApiKeyStore;
import org.chengxin.access.KeyHolder;
import org.chengxin.access.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Walks through the portal with a real browser, see {@code src/test/browser/portal.mjs}. */
class BrowserIT extends PortalTest {

    @Autowired
    private ApiKeyStore keys;

    @TempDir
    private Path folder;

    @Test
    void readersFindTheirWayWithABrowser() throws Exception {
        KeyHolder platform = new KeyHolder(keys, http(), Scope.REPORTS);
        Path batch = Files.write(
                folder.resolve("reports.zip"), platform.reports(List.of("91420202MA44G5GY9R", "nobody000000")));
        BrowserRun.of("portal.mjs", "http://localhost:" + port, pageDoors(), batch.toString());
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
