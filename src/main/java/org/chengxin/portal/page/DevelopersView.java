package org.chengxin.portal.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The API described for people.
 *
 * @param quota what a client may ask for, in words
 */
public record DevelopersView(List<Door> doors, String quota, List<ProblemLine> problems) {

    /**
     * An operation.
     *
     * @param example an address to try it at, null where there is none
     */
    public record Door(String id, String method, String path, String text, @Nullable String example) {}

    /** A kind of problem, as the API answers it. */
    public record ProblemLine(String code, int status, String title, String detail, String href) {}
}
