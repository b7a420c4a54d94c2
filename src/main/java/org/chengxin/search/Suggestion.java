package org.chengxin.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A subject offered while typing. */
public record Suggestion(
        String id, String name, @Nullable String uscc, @Nullable String region, List<SubjectHit.Piece> highlight) {}
