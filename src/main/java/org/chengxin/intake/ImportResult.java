package org.chengxin.intake;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an import ended.
 *
 * @param counts rows of the whole file, those of earlier, killed attempts included
 * @param already whether the file had been taken in before, so that nothing was done
 * @param resumedAt rows an earlier, killed attempt had taken in
 * @param errorFile where refused rows and warnings are told, null when there is none
 * @param unknownColumns headings nothing was done with
 * @param took time of this attempt
 */
public record ImportResult(
        ImportCounts counts,
        boolean already,
        long resumedAt,
        @Nullable Path errorFile,
        List<String> unknownColumns,
        Duration took) {}
