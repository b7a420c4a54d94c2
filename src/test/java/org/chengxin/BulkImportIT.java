package org.chengxin;

import java.nio.file.Path;
import java.time.Duration;
import org.chengxin.intake.Importer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A portal apart, with the index inside the process: an import must not fill the others. */
@TestPropertySource(properties = "test.portal=bulk")
class BulkImportIT extends PortalTest {

    @Autowired
    private Importer importer;

    @TempDir
    private Path folder;

    @Test
    void whatIsCommittedMeanwhileIsSeenWithinTwoSeconds() throws Exception {
        new BulkImport(importer, folder, number -> body("/api/v1/records?q=" + number)
                        .contains("\"documentNumber\":\"" + number + '"'))
                .assertSeenMeanwhile(Duration.ofSeconds(2));
    }
}
